"""What the clauses of a sentence say: by a frame of their predicate, or in their own words; how far, when and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses.clause import SUBJECT, ClauseKind
from kg.extract.clauses.tense import tells_past
from kg.extract.reading.qualifiers import Qualifiers, qualifiers
from kg.extract.reading.reading import Reading
from kg.extract.relations.frames import Match, heads, matches
from kg.extract.relations.open import OpenMatch, open_matches
from kg.extract.relations.open_doubts import contentless, entangled
from kg.extract.relations.said import Passage, Said, of_match
from kg.extract.status.commitment import Commitment
from kg.extract.status.cues import governs
from kg.extract.status.negation import negated_argument
from kg.model import BlockKind, Derivation, Literal, Modality


def of_clauses(passage: Passage) -> Iterator[Said]:
    """What each clause says.

    Titles and captions make statements by frames only: their style leaves too much out for open relations.
    """
    reading = passage.reading
    for number, clause in enumerate(reading.clauses):
        if entangled(reading, clause):
            continue
        for match, derivation in _matches(passage, number):
            if not contentless(reading, match.object):
                added = _timed(reading, number, _qualifiers(passage, number, match))
                commitment = _commitment(passage, number, match, added)
                yield of_match(reading, clause, match, derivation, commitment=commitment, qualifiers=added)


def _matches(passage: Passage, number: int) -> Iterator[tuple[Match | OpenMatch, Derivation]]:
    clause = passage.reading.clauses[number]
    framed = matches(passage.reading, clause, passage.ontology)
    for match in framed:
        yield match, Derivation.NOUN if clause.kind is ClauseKind.NOUN else Derivation.CLAUSE
    if passage.reading.sentence.block is BlockKind.BODY:
        yield from ((match, Derivation.OPEN) for match in _open(passage, number, heads(framed)))


def _open(passage: Passage, number: int, told: frozenset[int]) -> Iterator[OpenMatch]:
    """Open relations of a clause that no frame fits, and of a subject that the frames leave out, to a name."""
    subjects = {argument.head for argument in passage.reading.clauses[number].slot(SUBJECT)}
    if told and subjects & told:
        return
    for match in open_matches(passage.reading, number, passage.ontology):
        if not told or not isinstance(match.object.value, Literal):
            yield match


def _qualifiers(passage: Passage, number: int, match: Match | OpenMatch) -> Qualifiers:
    counted = (match.via,) if match.via >= 0 else ()
    apart = frozenset(f.value for f in (match.subject, match.object) if isinstance(f.value, int))
    apart |= {outer for _, outer, _ in passage.located}
    mapped = isinstance(match, Match) and not match.relation.attitude
    thing = isinstance(match.object.value, Literal) and mapped
    beside = (match.object.head,) if thing else ()
    return qualifiers(passage.reading, number, passage.ontology, counted=counted, beside=beside, apart=apart)


def _timed(reading: Reading, number: int, added: Qualifiers) -> Qualifiers:
    """Without a time that is still to come where the verb tells what is expected, planned, said: it is that of
    what is expected ("erwartet im nächsten Jahr Verluste")."""
    told = reading.commitments[number].modality is Modality.ASSERTED and governs(
        reading.clauses[number].lemma, language=reading.language
    )
    later = added.later_than(reading.document.article.published)
    return replace(added, time=None) if told and later else added


def _commitment(passage: Passage, number: int, match: Match | OpenMatch, added: Qualifiers) -> Commitment:
    reading = passage.reading
    commitment = reading.commitments[number]
    if match.via >= 0 and match.via in reading.owners:
        carried = reading.commitments[reading.owners[match.via]]
        commitment = commitment.weaken(carried.modality, *(c for c in carried.cues if c not in commitment.cues))
    for filler in (match.subject, match.object):
        if negated_argument(reading.sentence, filler.head, language=reading.language) and not (
            set(commitment.cues) & set(reading.sentence.subtree(filler.head))
        ):
            commitment = commitment.negate(filler.head)
    if added.later_than(reading.document.article.published) and not tells_past(
        reading.sentence, reading.clauses[number], language=reading.language
    ):
        commitment = commitment.weaken(Modality.PLANNED)
    if not reading.finite(number):  # what is wanted, refused … is no report
        return commitment
    place = reading.token(reading.clauses[number].predicate).span
    return passage.quoted.weakened(commitment, place, unreal=reading.unreal(number), advice=reading.advice(number))
