"""When, where and how often: what the words around a predicate add to the statement it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.extract.clauses import Clause, ClauseKind
from kg.extract.reading import Reading
from kg.lang import load
from kg.lang.schema import Factuality, Grammar
from kg.model import Count, Time
from kg.ontology import Ontology, Types


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Time, places (indices of mentions) and count of one statement."""

    time: Time | None = None
    places: tuple[int, ...] = ()
    count: Count | None = None

    def later_than(self, day: date | None) -> bool:
        """Whether the time begins after `day`."""
        return bool(day and self.time and self.time.start and self.time.start > day)


def qualifiers(
    reading: Reading,
    number: int,
    ontology: Ontology,
    *,
    counted: tuple[int, ...] = (),
    apart: frozenset[int] = frozenset(),
) -> Qualifiers:
    """Qualifiers of clause `number`. `counted` are tokens whose numeral counts the event, `apart` mentions that are
    subject or object already."""
    numbers = tuple(_qualifying(reading, number, counted))
    places = dict.fromkeys(p for n in numbers for p in _places(reading, n, ontology) if p not in apart)
    heads = (reading.clauses[number].predicate, *counted)
    return Qualifiers(_time(reading, numbers), tuple(places), _count(reading, heads))


def _qualifying(reading: Reading, number: int, counted: tuple[int, ...]) -> Iterator[int]:
    """The clause, the noun that carries its meaning, and the verb that says no more than that the noun happens."""
    yield number
    for head in counted:
        if head in reading.owners:
            yield reading.owners[head]
    clause = reading.clauses[number]
    governed = clause.kind is ClauseKind.NOUN and clause.parent >= 0
    if governed and reading.clauses[clause.parent].lemma in load(Factuality, reading.language).occurrence:
        yield clause.parent


def _time(reading: Reading, numbers: tuple[int, ...]) -> Time | None:
    own = [t for n in numbers for t in reading.times if reading.owner(t.head) == n]
    dated = [t for t in own if t.time.start or t.time.end]
    return next((t.time for t in dated or own), None)


def _places(reading: Reading, number: int, ontology: Ontology) -> Iterator[int]:
    clause = reading.clauses[number]
    grammar = load(Grammar, reading.language)
    for preposition in (*grammar.locative_prepositions, *grammar.directional_prepositions):
        yield from place_mentions(reading, clause, preposition, ontology)


def place_mentions(reading: Reading, clause: Clause, preposition: str, ontology: Ontology) -> Iterator[int]:
    """Mentions of places in a prepositional slot of the clause."""
    for argument in clause.slot(preposition):
        mention = reading.mention(argument.head)
        if mention is not None and ontology.is_a(reading.cast.types.get(mention) or Types.THING, Types.PLACE):
            yield mention


def _count(reading: Reading, heads: tuple[int, ...]) -> Count | None:
    return next((q.count for h in heads for q in reading.quantities if q.head == h and q.count is not None), None)
