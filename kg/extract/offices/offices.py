"""Who holds which office: role phrases beside names, counterparts, taking office, and "X is minister".

"der russische Marinekommandeur Nikolai Jewmenow" says an office; "seinen russischen Amtskollegen Sergei Shoigu" says
the office of the other side, that of the possessor of "seinen" with the country of the adjective.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.draft import Draft, NewChain
from kg.extract.offices.fact import OfficeFact
from kg.extract.offices.facts import office_facts
from kg.extract.roles.told import told_roles
from kg.model import Document, Labels, Mention, MentionKind, Relation, RelationMention, Span, Spans, Time
from kg.ontology import Gazetteer, Ontology, Relations, Types

_BEGINS, _JOINS = "office", "same-office"  # why a mention is in the chain of its office


class Offices:
    """Stage: adds office mentions, each in the chain of its office, and who holds them."""

    name = "offices"
    requires = ("sentences", "mentions", "chains")
    provides = ("mentions", "chains", "relation_mentions")

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.gazetteer = gazetteer
        self.held = ontology.relation(Relations.HOLDS_OFFICE).relation
        self.at = ontology.relation(Relations.HAS_POST_AT).relation

    def __call__(self, document: Document) -> Document:
        facts = _timed(office_facts(document, told_roles(document, self.gazetteer), self.gazetteer))
        draft = Draft(document)
        for fact in facts:
            self._write(draft, document, fact)
        return draft.document()

    def _write(self, draft: Draft, document: Document, fact: OfficeFact) -> None:
        chain = NewChain((fact.labels, fact.country), begins=_BEGINS)
        office = draft.mention(_mention(document, fact), chain=chain, reason=_JOINS)
        if fact.holder < 0:
            return
        draft.say(_said(draft, document, fact, self.held, office))
        for body in filter(draft.chained, fact.bodies):
            draft.say(_said(draft, document, fact, self.at, body))


def _timed(facts: Iterable[OfficeFact]) -> Iterator[OfficeFact]:
    """A time told once of somebody's office is the time of that office wherever the article names it."""
    facts = tuple(facts)
    times: dict[tuple[int, Labels], Time] = {}
    for fact in facts:
        if fact.time is not None and fact.chain >= 0:
            times.setdefault((fact.chain, fact.labels), fact.time)
    return (replace(fact, time=fact.time or times.get((fact.chain, fact.labels))) for fact in facts)


def _mention(document: Document, fact: OfficeFact) -> Mention:
    tokens = document.sentences[fact.sentence].tokens[slice(*fact.tokens)]
    span = Span(tokens[0].start, tokens[-1].end)
    return Mention(
        span=span,
        text=span.of(document.article.text),
        kind=MentionKind.ROLE,
        type=Types.OFFICE,
        sentence=fact.sentence,
        head=fact.head,
        tokens=fact.tokens,
        name=fact.labels.get(document.article.language),
        number="Sing",
        country=fact.country,
        labels=fact.labels,
    )


def _said(draft: Draft, document: Document, fact: OfficeFact, relation: Relation, target: int) -> RelationMention:
    """Holder and office, or holder and body; the indices are those of the draft."""
    sentence = document.sentences[fact.sentence]
    return RelationMention(
        subject=fact.holder,
        relation=relation,
        object=target,
        sentence=fact.sentence,
        evidence=sentence.span,
        surface=sentence.tokens[fact.head].text,
        derivation=fact.derivation,
        spans=Spans(
            subject=(draft.mentions[fact.holder].span,),
            object=(draft.mentions[target].span,),
            cue=tuple(sorted(fact.cues)),
        ),
        polarity=fact.polarity,
        modality=fact.modality,
        time=fact.time,
    )
