"""When, where and how often: what the words around a predicate add to the statement it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.extract.clauses import Argument, ClauseKind, nominal_arguments
from kg.extract.reading import Reading
from kg.lang import load
from kg.lang.schema import Factuality, Grammar
from kg.model import Count, Time
from kg.ontology import Ontology, Types

_VAGUE = "vague"  # the kind of a time that no date is behind ("seitdem"): words, not a qualifier


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
    beside: tuple[int, ...] = (),
    apart: frozenset[int] = frozenset(),
) -> Qualifiers:
    """Qualifiers of clause `number`.

    `counted` are tokens whose numeral counts the event, `beside` nouns whose own places are the event's too ("Waffen
    in Minsk"), `apart` mentions that are subject or object already.
    """
    numbers = tuple(_qualifying(reading, number, counted))
    found = [reading.clauses[n].arguments for n in numbers]
    found += [nominal_arguments(reading.sentence, head, language=reading.language) for head in beside]
    places = dict.fromkeys(p for a in found for p in _places(reading, a, ontology) if p not in apart)
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
    own = [t for n in numbers for t in reading.times if reading.owner(t.head) == n and t.kind != _VAGUE]
    dated = [t for t in own if t.time.start or t.time.end]
    return next((t.time for t in dated or own), None)


def _places(reading: Reading, arguments: tuple[Argument, ...], ontology: Ontology) -> Iterator[int]:
    for argument in arguments:
        mention = place(reading, argument, ontology)
        if mention is not None:
            yield mention


def place(reading: Reading, argument: Argument, ontology: Ontology) -> int | None:
    """The mention of a place that the argument puts the event in or sends it to, None if it does not."""
    grammar = load(Grammar, reading.language)
    if argument.slot not in (*grammar.locative_prepositions, *grammar.directional_prepositions):
        return None
    mention = reading.mention(argument.head)
    if mention is None and reading.token(argument.head).lemma in grammar.area_nouns:
        mention = _whole(reading, argument.head)
    known = mention is not None and ontology.is_a(reading.cast.types.get(mention) or Types.THING, Types.PLACE)
    return mention if known else None


def _whole(reading: Reading, part: int) -> int | None:
    """The mention that a part of a place is said to be of: "im Norden von Syrien", "im Norden Syriens"."""
    below = reading.sentence.dependents(part, "nmod")
    return next((m for noun in below if (m := reading.mention(noun.i)) is not None), None)


def _count(reading: Reading, heads: tuple[int, ...]) -> Count | None:
    return next((q.count for h in heads for q in reading.quantities if q.head == h and q.count is not None), None)
