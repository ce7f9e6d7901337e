"""What a time expression is about within its sentence: the word it hangs on, its fields, and where it is seen from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.extract.clauses.tense import Tense, tense_at
from kg.extract.times.patterns import Phrase, Step
from kg.extract.times.periods import Period
from kg.extract.times.resolution import Fields, Viewpoint, ago, resolve
from kg.model import Sentence

_MINOR = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})
_SHARED = ("year", "month", "relative", "unit")
_BOUNDS = frozenset({"from", "until"})
_CALENDAR = frozenset({"month", "season", "holiday", "easter", "months"})


def fields_of(steps: Iterable[Step]) -> Fields:
    """The parts of a date by name; the second of two days is its last."""
    values: dict[str, str] = {}
    for step in steps:
        for name, value in step.parts:
            values["last_day" if name == "day" and name in values else name] = value
    return Fields(values)


def head_of(sentence: Sentence, phrase: Phrase) -> int:
    """The token that the expression hangs on; among several the first one of a date that is no function word."""
    core = range(phrase.dates[0].start if phrase.dates else phrase.start, phrase.end)
    words = [sentence.tokens[i] for i in core if sentence.tokens[i].upos not in _MINOR]
    tops = [t.i for t in words if not phrase.start <= t.head < phrase.end]
    return next(iter(tops or [t.i for t in words]), core.start)


@dataclass(frozen=True, slots=True)
class View:
    """A phrase in its sentence: what its words mean depends on its role, on the tense, and on the noun above."""

    sentence: Sentence
    role: str
    head: int
    tense: Tense
    published: date | None

    @classmethod
    def of(cls, sentence: Sentence, phrase: Phrase, published: date | None, *, language: str) -> View:
        head = head_of(sentence, phrase)
        return cls(sentence, phrase.role, head, tense_at(sentence, head, language=language), published)

    def towards(self, fields: Fields) -> Viewpoint:
        """Where an incomplete date lies: "since" looks back, "from" and "until" ahead; of a noun, and of a day
        that is not plainly past, it is the nearest."""
        if self.role == "since":
            return Viewpoint(self.published, Tense.PAST)
        bound = self.role in _BOUNDS
        tense = Tense.FUTURE if bound and self.tense is not Tense.PAST else self.tense
        vague_day = "day" in fields.values and (bound or tense is Tense.FUTURE)
        if fields.values.keys() & _CALENDAR and (vague_day or self._of_noun()):
            tense = Tense.PRESENT
        return Viewpoint(self.published, tense)

    def _of_noun(self) -> bool:
        i = self.head
        while self.sentence.tokens[i].relation == "conj" and self.sentence.tokens[i].head >= 0:
            i = self.sentence.tokens[i].head
        above = self.sentence.tokens[i].head
        return above >= 0 and self.sentence.tokens[above].upos in _NOMINAL

    def ends(self, one: Fields, other: Fields) -> tuple[Period, Period] | None:
        """Both ends of a range, None where one is unknown or they do not follow each other."""
        first, last = _completed(one, other)
        until, since = resolve(last, self.towards(last)), resolve(first, self.towards(first))
        if since and until and since.start and until.start and since.start > until.start:
            since = self._earlier(first, since.start)
        if since is None or until is None or not since.start or not until.start or since.start > until.start:
            return None
        return since, until

    def _earlier(self, fields: Fields, start: date) -> Period | None:
        """The same day or month a week or year before: "von November bis März"."""
        if "weekday" in fields.values:
            return ago(7, "D", start)
        if "year" in fields.values:
            return None
        return resolve(Fields({**fields.values, "year": str(start.year - 1)}), Viewpoint(self.published, Tense.PAST))


def _completed(first: Fields, last: Fields) -> tuple[Fields, Fields]:
    """Both ends of a range, the first with the month and year that only the last one says."""
    lacking = {name: last.values[name] for name in _SHARED if name in last.values and name not in first.values}
    if first.values.keys() & {"day", "month"}:
        return Fields({**lacking, **first.values}), last
    return first, last
