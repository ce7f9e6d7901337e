"""Who is who within an article: every mention in exactly one chain, and every link with its reason.

Names come first, then the roles and institutions beside or behind them, then capitals that stand for their country,
then pronouns. A pronoun that means nobody known is no mention of the graph and is dropped.
"""

from __future__ import annotations

from kg.extract.coreference.clusters import Cluster, Clusters
from kg.extract.coreference.metonymy import country_meant, towns_told_of
from kg.extract.coreference.names import NameChains
from kg.extract.coreference.pronouns import Antecedents
from kg.extract.coreference.roles import RoleChains
from kg.extract.draft import Draft
from kg.extract.phrases.quotation_marks import quoted
from kg.extract.roles.told import told_roles
from kg.lang import has, load
from kg.lang.schema import Quotations
from kg.model import Document, MentionKind, Span
from kg.ontology import Gazetteer, Ontology

_FEW = 3  # words of a name in quotation marks


class Coreference:
    """Stage: mentions to chains; pronouns of nobody are mentions no more."""

    name = "coreference"
    requires = ("sentences", "mentions")
    provides = ("mentions", "chains")

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.gazetteer = gazetteer
        self.ontology = ontology

    def __call__(self, document: Document) -> Document:
        language = document.article.language
        clusters = Clusters(document.mentions, self.ontology)
        NameChains(clusters, document.sentences, language).gather()
        roles = RoleChains(clusters, told_roles(document, self.gazetteer), document.sentences, language)
        roles.beside_names()
        roles.elsewhere()
        roles.institutions()
        self._countries(document, clusters)
        Antecedents(clusters, document.sentences, language, _speech(document)).resolve()
        return _written(document, clusters)

    def _countries(self, document: Document, clusters: Clusters) -> None:
        """Capitals that act move to the chain of their country."""
        towns = towns_told_of(document)
        for k, mention in enumerate(document.mentions):
            if mention.kind is not MentionKind.NAME or mention.name in towns:
                continue
            sentence = document.sentences[mention.sentence]
            country = country_meant(sentence, mention, gazetteer=self.gazetteer, language=document.article.language)
            if country:
                self._stands_for(clusters, k, country)

    def _stands_for(self, clusters: Clusters, k: int, country: str) -> None:
        target = next((c for c in clusters.all if c.link == country), None)
        moved = clusters.move(k, target, "metonymy")
        place = self.gazetteer.get(country)
        moved.link = country
        moved.type = place.type if place else moved.type
        _unnamed(moved, clusters, k)


def _unnamed(cluster: Cluster, clusters: Clusters, k: int) -> None:
    """The capital's name is none of the country's."""
    named = (clusters.mentions[m] for m, _ in cluster.members if m != k)
    cluster.names = [mention.name for mention in named if mention.kind is MentionKind.NAME]


def _speech(document: Document) -> tuple[Span, ...]:
    """What stands between quotation marks and is more than a name."""
    language = document.article.language
    marks = load(Quotations, language).marks if has(Quotations, language) else {}
    return tuple(span for span in quoted(document.article, marks) if len(span.of(document.article.text).split()) > _FEW)


def _written(document: Document, clusters: Clusters) -> Document:
    """The document with the chains, and without the mentions that are in none."""
    draft = Draft.anew(document)
    for mention, chain, reason in clusters.members():
        draft.mention(document.mentions[mention], chain=chain, reason=reason)
    return draft.document()
