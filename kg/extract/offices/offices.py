"""Who holds which office: role phrases beside names, counterparts, taking office, and "X is minister".

"der russische Marinekommandeur Nikolai Jewmenow" says an office; "seinen russischen Amtskollegen Sergei Shoigu" says
the office of the other side, that of the possessor of "seinen" with the country of the adjective.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.offices.fact import OfficeFact
from kg.extract.offices.facts import office_facts
from kg.extract.roles.told import told_roles
from kg.model import Chain, ChainLink, Document, Labels, Mention, MentionKind, Relation, RelationMention, Span, Time
from kg.ontology import Gazetteer, Ontology, Relations, Types

_DERIVATION = "office"


class Offices:
    """Stage: adds office mentions, each in the chain of its office, and who holds them."""

    name = "offices"
    requires = ("sentences", "mentions", "chains")
    provides = ("relation_mentions",)

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.gazetteer = gazetteer
        self.held = ontology.relation(Relations.HOLDS_OFFICE).relation
        self.at = ontology.relation(Relations.HAS_POST_AT).relation

    def __call__(self, document: Document) -> Document:
        facts = _timed(office_facts(document, told_roles(document, self.gazetteer), self.gazetteer))
        made = _Writing(document, self.held, self.at)
        for fact in facts:
            made.write(fact)
        return made.document()


def _timed(facts: Iterable[OfficeFact]) -> Iterator[OfficeFact]:
    """A time told once of somebody's office is the time of that office wherever the article names it."""
    facts = tuple(facts)
    times: dict[tuple[int, Labels], Time] = {}
    for fact in facts:
        if fact.time is not None and fact.chain >= 0:
            times.setdefault((fact.chain, fact.labels), fact.time)
    return (replace(fact, time=fact.time or times.get((fact.chain, fact.labels))) for fact in facts)


class _Writing:
    """A document in the making."""

    def __init__(self, document: Document, held: Relation, at: Relation) -> None:
        self.source = document
        self.held = held
        self.at = at
        self.chained = {link.mention for chain in document.chains for link in chain.links}
        self.mentions = list(document.mentions)
        self.chains: dict[tuple[Labels, str], list[ChainLink]] = {}
        self.found: list[RelationMention] = []

    def document(self) -> Document:
        chains = tuple(Chain(tuple(links)) for links in self.chains.values())
        return replace(
            self.source,
            mentions=tuple(self.mentions),
            chains=self.source.chains + chains,
            relation_mentions=self.source.relation_mentions + tuple(self.found),
        )

    def write(self, fact: OfficeFact) -> None:
        office = self._mention(fact)
        number = len(self.mentions)
        self.mentions.append(office)
        links = self.chains.setdefault((fact.labels, fact.country), [])
        links.append(ChainLink(number, "same-office" if links else _DERIVATION))
        if fact.holder >= 0:
            self.found.append(self._said(fact, self.held, number, office.span))
        for body in fact.bodies if fact.holder >= 0 else ():
            if body in self.chained:
                self.found.append(self._said(fact, self.at, body, self.mentions[body].span))

    def _mention(self, fact: OfficeFact) -> Mention:
        tokens = self.source.sentences[fact.sentence].tokens[slice(*fact.tokens)]
        span = Span(tokens[0].start, tokens[-1].end)
        return Mention(
            span=span,
            text=span.of(self.source.article.text),
            kind=MentionKind.ROLE,
            type=Types.OFFICE,
            sentence=fact.sentence,
            head=fact.head,
            tokens=fact.tokens,
            name=fact.labels.get(self.source.article.language),
            number="Sing",
            country=fact.country,
            labels=fact.labels,
        )

    def _said(self, fact: OfficeFact, relation: Relation, target: int, span: Span) -> RelationMention:
        sentence = self.source.sentences[fact.sentence]
        return RelationMention(
            subject=fact.holder,
            relation=relation,
            object=target,
            sentence=fact.sentence,
            evidence=sentence.span,
            surface=sentence.tokens[fact.head].text,
            derivation=fact.derivation,
            highlights=tuple(sorted((self.mentions[fact.holder].span, span))),
            cues=fact.cues,
            polarity=fact.polarity,
            modality=fact.modality,
            time=fact.time,
        )
