"""What the rules of relations are asked about, and the one shape in which they answer."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses.clause import Clause
from kg.extract.quotations.quoted import Quoted
from kg.extract.reading.compound_parts import FirstPart
from kg.extract.reading.fillers import Filler
from kg.extract.reading.qualifiers import Qualifiers
from kg.extract.reading.reading import Reading
from kg.extract.relations.frames import Match
from kg.extract.relations.located import located
from kg.extract.relations.open import OpenMatch
from kg.extract.status.commitment import Commitment
from kg.model import Derivation, Literal, Relation, Span
from kg.ontology import Gazetteer, Ontology

_CLAIMED, _PLAIN = Commitment(), Qualifiers()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, read, with what the rules ask besides; `located` are the places told to lie in others."""

    reading: Reading
    quoted: Quoted
    ontology: Ontology
    gazetteer: Gazetteer
    located: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, reading: Reading, quoted: Quoted, ontology: Ontology, gazetteer: Gazetteer) -> Passage:
        return cls(reading, quoted, ontology, gazetteer, tuple(located(reading, ontology, gazetteer)))


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that a rule finds in a sentence, ready to be written down.

    `place` is where it is said: the speaker there is its source, where the sentence names none. `surface` are the words
    of the relation, `words` the spans of those to highlight. An object that is a mere value has no words of its own.
    """

    derivation: Derivation
    relation: Relation
    subject: Filler
    object: Filler | Literal
    place: Span
    surface: str
    words: tuple[Span, ...] = ()
    commitment: Commitment = _CLAIMED
    qualifiers: Qualifiers = _PLAIN


def of_match(
    reading: Reading,
    clause: Clause,
    match: Match | OpenMatch,
    derivation: Derivation,
    *,
    commitment: Commitment,
    qualifiers: Qualifiers = _PLAIN,
) -> Said:
    """What a clause says by a frame that fits it, or by its own words."""
    verbal = _verbal(reading, clause, match.via)
    parts = [f.value.span for f in (match.subject, match.object) if isinstance(f.value, FirstPart)]
    return Said(
        derivation,
        match.relation if isinstance(match, OpenMatch) else match.relation.relation,
        match.subject,
        match.object,
        place=reading.token(clause.predicate).span,
        surface=" ".join(reading.token(i).text for i in verbal),
        words=tuple(_beside(span, parts) for span in reading.span(*verbal)),
        commitment=commitment,
        qualifiers=qualifiers,
    )


def _verbal(reading: Reading, clause: Clause, via: int) -> tuple[int, ...]:
    """The words of the relation: auxiliaries, verb, particle, reflexive, the noun that carries the meaning."""
    beside = reading.sentence.dependents(clause.predicate, "compound:prt", "expl:pv")
    carried = (via,) if via >= 0 else ()
    return tuple(sorted({clause.predicate, *clause.auxiliaries, *(t.i for t in beside), *carried}))


def _beside(word: Span, parts: list[Span]) -> Span:
    """A word without the name that it begins with."""
    return next((Span(part.end + 1, word.end) for part in parts if word.contains(part)), word)
