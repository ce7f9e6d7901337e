"""Traffic bulletins, which have no verb: "A 7 Hannover Richtung Hamburg, Vollsperrung nach Unfall, 5 km Stau"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses.clause import Argument, Clause, ClauseKind
from kg.extract.reading.reading import Reading
from kg.extract.relations.frames import Match, matches, slots_of_subject
from kg.ontology import Ontology, Types


def bulletins(reading: Reading, ontology: Ontology) -> Iterator[tuple[int, Match]]:
    """The number of each event noun that has no place of its own, and what it says of the road that opens the
    sentence."""
    road = _road(reading)
    if road is None or any(clause.kind is not ClauseKind.NOUN for clause in reading.clauses):
        return
    for number, clause in enumerate(reading.clauses):
        if not matches(reading, clause, ontology):
            found = (matches(reading, _on(clause, slot, road), ontology) for slot in slots_of_subject(reading, clause))
            yield from ((number, match) for match in next(filter(None, found), ()))


def _road(reading: Reading) -> int | None:
    """The head of the numbered road that a sentence begins with."""
    here = (reading.cast.mentions[m] for m in reading.cast.by_sentence.get(reading.number, ()))
    first = next((m for m in here if m.tokens[0] == 0), None)
    numbered = first is not None and any(character.isdigit() for character in first.text)
    return first.head if first is not None and numbered and first.type == Types.FACILITY else None


def _on(clause: Clause, slot: str, road: int) -> Clause:
    name, _, case = slot.partition("+")
    return replace(clause, arguments=(*clause.arguments, Argument(name, road, case)))
