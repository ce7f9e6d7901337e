"""What is said inside quotations: by whom, and who "I" is there."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.draft import Draft
from kg.extract.status.commitment import Commitment
from kg.lang import load
from kg.lang.schema import Factuality, Quotations
from kg.model import (
    Document,
    Mention,
    MentionKind,
    Modality,
    Quotation,
    QuotationKind,
    Span,
    Token,
)
from kg.ontology import Ontology, Types


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a document as a table from places to speakers; speech told as an event is none of them."""

    quotations: tuple[Quotation, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Quoted:
        told = (q for q in document.quotations if q.kind is not QuotationKind.TOLD and not _granted(document, q))
        found = sorted(told, key=lambda q: q.start)
        return cls(tuple(found), tuple(q.start for q in found))

    def around(self, place: Span) -> Quotation | None:
        """The closest quotation around a place, None outside of all."""
        before = self.quotations[: bisect_right(self.starts, place.start)]
        around = (q for q in before if any(span.contains(place) for span in q.spans))
        return min(around, key=lambda q: sum(span.end - span.start for span in q.spans), default=None)

    def speaker(self, place: Span) -> int | None:
        """The mention of the one who says what stands at a place, None for nobody known."""
        quotation = self.around(place)
        return None if quotation is None or quotation.mention < 0 else quotation.mention

    def phrases(self, place: Span) -> tuple[Span, ...]:
        """The phrases that name the one who says what stands at a place, () for nobody."""
        quotation = self.around(place)
        return () if quotation is None else quotation.speaker

    def weakened(self, commitment: Commitment, place: Span, *, unreal: bool, advice: bool) -> Commitment:
        """What the text claims of a clause whose predicate stands at a place: inside a quotation, at most a report.

        There the `unreal` subjunctive tells a report, too, but in the speaker's own words ("die Feuerwehr hätte …"),
        and a past form of the modal of hearsay is `advice` ("sollte gehen").
        """
        quotation = self.around(place)
        if quotation is None:
            return commitment
        if advice:
            return commitment.undecided()
        if unreal and quotation.kind is not QuotationKind.DIRECT:
            return replace(commitment, modality=Modality.REPORTED)
        return commitment.weaken(Modality.REPORTED)


def _granted(document: Document, quotation: Quotation) -> bool:
    """Whether the verb takes for granted what is below it ("stellte fest, dass"), or shows it, or a noun
    doubts it: no mere report."""
    if quotation.kind is not QuotationKind.INDIRECT or quotation.cue is None:
        return False
    cue, words = quotation.cue, load(Factuality, document.article.language)
    known = {*words.governors.factive, *words.governors.implicative, *words.governor_nouns.doubted}
    return any(
        known & {token.lemma, *(above.lemma for above in itertools.islice(sentence.ancestors(token.i), 1))}
        for sentence in document.sentences
        if sentence.span.contains(cue)
        for token in sentence.tokens
        if cue.contains(token.span)
    )


def with_first_person(document: Document, ontology: Ontology) -> Document:
    """The document with mentions of its speakers by "I", and by "we" where a body speaks; media quote others."""
    draft = Draft(document)
    for mention, chain in _first_person(document, ontology):
        draft.mention(mention, chain=chain, reason="speaker")
    return draft.document()


def _first_person(document: Document, ontology: Ontology) -> Iterator[tuple[Mention, int]]:
    """Pronouns of the first person in direct speech, each with the chain of its speaker."""
    words, quoted = load(Quotations, document.article.language), Quoted.of(document)
    chain_of = {link.mention: n for n, chain in enumerate(document.chains) for link in chain.links}
    for number, sentence in enumerate(document.sentences):
        for token in sentence.tokens:
            form = token.text.lower()
            if form not in words.speaker and form not in words.speakers:
                continue
            quotation = quoted.around(token.span)
            if quotation is None or quotation.kind is not QuotationKind.DIRECT or quotation.mention not in chain_of:
                continue
            chain = chain_of[quotation.mention]
            kind = document.mentions[document.chains[chain].links[0].mention].type
            body = ontology.is_a(kind, Types.ORGANIZATION)
            if body == (form in words.speakers) and not ontology.is_a(kind, Types.NEWS_MEDIA_ORGANIZATION):
                yield _pronoun(token, number), chain


def _pronoun(token: Token, sentence: int) -> Mention:
    return Mention(
        token.span,
        token.text,
        MentionKind.PRONOUN,
        Types.THING,
        sentence,
        token.i,
        (token.i, token.i + 1),
        token.text.lower(),
    )
