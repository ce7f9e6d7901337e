"""When, where and how often: what the words around a predicate add to the statement it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.extract.clauses.clause import Argument, ClauseKind
from kg.extract.clauses.clauses import nominal_arguments
from kg.extract.reading.reading import Reading
from kg.extract.times.times import TimeMention
from kg.lang import load
from kg.lang.schema import Factuality, Grammar
from kg.model import Count, Time
from kg.model.predicates import Role
from kg.ontology import Ontology, Types

_THINGS = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
_COMMA = ","
_LASTING = "duration"
_SURE = 0.8  # least probability of whose time it is
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
    found.append(tuple(_read_places(reading, {reading.clauses[n].predicate for n in numbers})))
    places = dict.fromkeys(p for a in found for p in _places(reading, a, ontology) if p not in apart)
    heads = (reading.clauses[number].predicate, *counted)
    return Qualifiers(_time(reading, numbers, beside), tuple(places), _count(reading, heads))


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


def _time(reading: Reading, numbers: tuple[int, ...], beside: tuple[int, ...]) -> Time | None:
    """The time that hangs on one of the predicates: one inside a noun phrase or a participle is of something else
    ("das Massaker von 1944", "der am Montag verletzte Spieler")."""
    events = {*(reading.clauses[n].predicate for n in numbers), *beside}
    own = [t for t in reading.times if t.kind != _VAGUE and _hangs(reading, t, numbers, events)]
    own = [t for t in own if not _elsewhere(reading, t, events)]
    dated = [t for t in own if t.time.start or t.time.end]
    return next((t.time for t in dated or own), None)


def _elsewhere(reading: Reading, time: TimeMention, events: set[int]) -> bool:
    """Whether the model is sure that it is the time of something else ("trotz der Operation im Februar pflegt X …")."""
    start, end = time.tokens
    timed = {
        predicate.word
        for predicate in reading.sentence.predicates
        for argument in predicate.having(Role.TIME)
        if argument.probability >= _SURE and argument.first < end and start <= argument.last
    }
    return bool(timed) and not timed & events


def _hangs(reading: Reading, time: TimeMention, numbers: tuple[int, ...], events: set[int]) -> bool:
    """Whether nothing but times and adverbs stand between it and one of the events."""
    if reading.owner(time.head) not in numbers or _measures(reading, time) or _apart(reading, time):
        return False
    timed = {i: t for t in reading.times for i in range(*t.tokens)}
    token = reading.token(time.head)
    while token.head >= 0 and token.i not in events:
        above = reading.token(token.head)
        if above.i in timed and timed[above.i] is not time:
            return _hangs(reading, timed[above.i], numbers, events)
        between = above.i not in events and above.i not in timed
        if (between and above.upos in _THINGS) or token.relation in ("amod", "acl"):
            return False
        token = above
    return token.i in events


def _apart(reading: Reading, time: TimeMention) -> bool:
    """Whether a date is that of the event before it, which tells when or why itself ("seit dem Beitritt im Jahr 1990"),
    or of what commas set apart ("Kroatien, am Montag der nächste Gegner, gewann")."""
    start, end = time.tokens
    head = reading.token(time.head)
    if not start or head.head < 0 or time.kind == _LASTING:
        return False
    before = (reading.token(start - 1), *reading.sentence.ancestors(start - 1))
    noun = next((t for t in before if t.head == head.head), None)
    if noun is not None and noun.i < start and noun.upos == "NOUN":
        anchors = load(Grammar, reading.language).anchoring_prepositions
        return any(case.lemma.lower() in anchors for case in reading.sentence.dependents(noun.i, "case"))
    behind = (reading.token(i).text for i in range(end, head.head))
    return reading.token(start - 1).text == _COMMA and _COMMA in behind


def _measures(reading: Reading, time: TimeMention) -> bool:
    """Whether a time is only compared with ("gegenüber 1990", "erstmals seit 1990"), is the distance to something else
    ("neun Tage nach der Wahl", "18 Monate Haft"), or that of a thing ("vom 3. Mai", "für 2009")."""
    (start, end), words = time.tokens, load(Factuality, reading.language)
    grammar = load(Grammar, reading.language)
    cases = reading.sentence.dependents(time.head, "case")
    if any(not start <= case.i < end and case.lemma not in grammar.locative_prepositions for case in cases):
        return True
    inside_phrase = any(t.relation == "det" and t.i < start and t.head >= end for t in reading.sentence.tokens)
    if inside_phrase or (start and reading.token(start - 1).lemma in words.occasions):
        return True
    inside = [reading.token(i).lemma for i in range(start, end) if reading.token(i).upos == "ADP"]
    thing = (*grammar.genitive_prepositions, *words.intended) if time.kind != _LASTING else ()
    if len(inside) == 1 and inside[0] in thing:
        return True
    timed = {i for t in reading.times for i in range(*t.tokens)}
    behind = reading.sentence.dependents(time.head, "nmod", "appos")
    return time.kind == _LASTING and any(noun.i >= end and noun.i not in timed for noun in behind)


def _places(reading: Reading, arguments: tuple[Argument, ...], ontology: Ontology) -> Iterator[int]:
    for argument in arguments:
        mention = place(reading, argument, ontology)
        if mention is not None and not _goal(reading, argument):
            yield mention


def _read_places(reading: Reading, events: set[int]) -> Iterator[Argument]:
    """Where the model is sure that one of the events is, wherever the tree has it ("kündigte den Kauf in Minsk an")."""
    for predicate in reading.sentence.predicates:
        for found in predicate.having(Role.PLACE) if predicate.word in events else ():
            before = reading.sentence.dependents(found.head, "case")
            if found.probability >= _SURE and before:
                yield Argument(before[0].lemma.lower(), found.head, reading.token(found.head).feat("Case"))


def _goal(reading: Reading, argument: Argument) -> bool:
    """Whether its article says that something goes there ("in die Schweiz"): it does not happen there."""
    grammar = load(Grammar, reading.language)
    before = reading.sentence.dependents(argument.head, "det", "case")
    return any(token.text.lower() in grammar.goal_words for token in before)


def place(reading: Reading, argument: Argument, ontology: Ontology) -> int | None:
    """The mention of a place that the argument puts something in or sends it to, None if it does not."""
    grammar = load(Grammar, reading.language)
    if argument.slot not in (*grammar.locative_prepositions, *grammar.directional_prepositions):
        return None
    mention = reading.mention(argument.head)
    if mention is None and reading.token(argument.head).lemma in grammar.area_nouns:
        mention = _whole(reading, argument.head)
    known = mention is not None and ontology.is_a(reading.cast.types.get(mention) or Types.THING, Types.PLACE)
    return mention if known else None


def no_goal(reading: Reading, argument: Argument) -> bool:
    """Whether a preposition that says where to before bare names of places stands before an article: then it tells
    when ("reiste nach den Städten Bonn und Köln in die Schweiz")."""
    bare = argument.slot in load(Grammar, reading.language).bare_directions
    return bare and bool(reading.sentence.dependents(argument.head, "det"))


def _whole(reading: Reading, part: int) -> int | None:
    """The mention that a part of a place is said to be of: "im Norden von Syrien", "im Norden Syriens"."""
    below = reading.sentence.dependents(part, "nmod")
    return next((m for noun in below if (m := reading.mention(noun.i)) is not None), None)


def _count(reading: Reading, heads: tuple[int, ...]) -> Count | None:
    return next((q.count for h in heads for q in reading.quantities if q.head == h and q.count is not None), None)
