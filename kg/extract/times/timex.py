"""Time expressions as TIMEX3 marks them (Pustejovsky et al. 2003; TimeML 1.2.1): extent, type and value.

The graph wants the days that a phrase covers, with its prepositions ("von 1990 bis 1995", EDTF); TIMEX3 wants each date
and each duration by itself, without them, and names what is vague. Both come from the same phrases. Hours and parts of
a day belong to the last day that was named, within a sentence and the one after it, else to the day of publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kg.extract.times.patterns import DATE, Found, Phrase, Step, phrases
from kg.extract.times.periods import Period, timex_duration
from kg.extract.times.resolution import Fields, ago, whole
from kg.extract.times.times import clock_time, is_time, joined
from kg.extract.times.views import View, fields_of
from kg.model import Sentence, Span

_UNKNOWN_DAY = "XXXX-XX-XX"
_ARTICLE = "the"
_HOUR = "hour_word"
_AGO = "ago"
_OFFSET = "offset"
_CLOCK = frozenset({"clock", "timed", "hour_minute", "number", "past", "part_of_days", _HOUR, "half_day"})
_MEASURE = frozenset(
    {
        "approximately", "exactly", "number", "some", "recent", "lasting", "in_row", "hyphen", "unit", "units",
        "relative", "length", "some_length",
    }
)  # fmt: skip


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: its characters in the text, its type, its TIMEX3 value ("2023-W33", "P3Y", "PRESENT_REF")."""

    span: Span
    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class _Marked:
    """Tokens from `start` to before `end` with type and value; `day` where they name one."""

    start: int
    end: int
    type: TimexType
    value: str
    day: date | None = None


def timexes(sentences: Iterable[Sentence], *, published: date | None, language: str) -> Iterator[Timex]:
    """The time expressions of the sentences of a text, in order. Without `published` no relative date has a value but
    "XXXX-XX-XX"."""
    named: tuple[int, date | None] = (-2, None)
    for number, sentence in enumerate(sentences):
        for phrase in phrases(sentence, language=language):
            if not is_time(phrase, sentence, language=language):
                continue
            last = named[1] if number - named[0] <= 1 or phrase.role == "anchored" else None
            reader = _Reader(
                sentence, phrase, View.of(sentence, phrase, published, language=language), last or published
            )
            for found in reader.all():
                if found.day:
                    named = (number, found.day)
                yield Timex(_span(sentence, found), found.type, found.value)


def _span(sentence: Sentence, found: _Marked) -> Span:
    return Span(sentence.tokens[found.start].start, sentence.tokens[found.end - 1].end)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One phrase; `anchor` is the day that hours and parts of a day belong to."""

    sentence: Sentence
    phrase: Phrase
    view: View
    anchor: date | None

    def all(self) -> Iterator[_Marked]:
        try:
            yield from sorted(_ROLES.get(self.phrase.role, _Reader.dates)(self), key=lambda found: found.start)
        except ValueError:  # no such day in the calendar
            return

    # -- dates --------------------------------------------------------------------------------------------------

    def dates(self) -> Iterator[_Marked]:
        starts = {step.start for step in self.phrase.steps if step.category in {DATE, _ARTICLE}}
        found = [piece for date_ in self.phrase.dates for piece in _pieces(date_)]
        fields = [fields_of(steps) for _, _, steps in found]
        if len(fields) == 2:
            fields[0] = _completed(*fields)
        ends = self.view.ends(*fields) if self.phrase.role == "range" and len(fields) == 2 else None
        for (start, end, _), one, period in zip(found, fields, ends or [None] * len(fields), strict=True):
            yield self._date(start - 1 if start - 1 in starts else start, end, one, period)
        yield from self.part_of_day(within=True)

    def _date(self, start: int, end: int, fields: Fields, known: Period | None) -> _Marked:
        if "number" in fields.values and "relative" in fields.values:
            value = timex_duration(float(fields.values["number"]), fields.get("unit"))
            return _Marked(start, end, TimexType.DURATION, value)
        period = known if known and known.timex else whole(fields, self.view.towards(fields))
        value = (period.timex or fields.get("year")) if period else _UNKNOWN_DAY
        day = period.start if period and period.unit == "D" else None
        part = fields.get("day_part")
        if part:
            return _Marked(start, end, TimexType.TIME, f"{value}T{part}", day)
        return _Marked(start, end, TimexType.DATE, value, day)

    def clock(self) -> Iterator[_Marked]:
        day = None
        for found in self.dates():
            day = found.day
            yield found
        yield from (replace(self, anchor=day or self.anchor)).hours()

    # -- within a day ---------------------------------------------------------------------------------------------

    def hours(self) -> Iterator[_Marked]:
        """Each time of day; of "von 8 bis 18 Uhr" both."""
        group: list[Step] = []
        for step in (*self.phrase.steps, None):
            if step is not None and step.category in _CLOCK and (not group or group[-1].end == step.start):
                group.append(step)
            elif group:
                when = clock_time(dict(part for g in group for part in g.parts))
                if when:
                    yield _Marked(group[0].start, group[-1].end, TimexType.TIME, f"{self._day()}T{when}")
                group = []

    def _day(self) -> str:
        return self.anchor.isoformat() if self.anchor else _UNKNOWN_DAY

    def part_of_day(self, *, within: bool = False) -> Iterator[_Marked]:
        parts = dict(self.phrase.parts)
        steps = [s for s in self.phrase.steps if s.category in {_ARTICLE, "late", "day_part"}]
        if within:
            steps = [s for s in steps if s.category == "day_part"]
        if steps and "day_part" in parts:
            value = f"{self._day()}T{parts['day_part']}"
            yield _Marked(steps[0].start, steps[-1].end, TimexType.TIME, value)

    def parts_of_days(self) -> Iterator[_Marked]:
        value = f"{_UNKNOWN_DAY}T{dict(self.phrase.parts)['part_of_days']}"
        yield _Marked(self.phrase.start, self.phrase.end, TimexType.SET, value)

    def anchored(self) -> Iterator[_Marked]:
        away = timedelta(days=int(dict(self.phrase.parts)["anchored"]))
        day = self.anchor + away if self.anchor else None
        start, end = self._core("anchored", _ARTICLE)
        yield _Marked(start, end, TimexType.DATE, day.isoformat() if day else _UNKNOWN_DAY, day)

    # -- no days --------------------------------------------------------------------------------------------------

    def duration(self) -> Iterator[_Marked]:
        counts: list[float | None] = [float(v) for name, v in self.phrase.parts if name == "number"]
        units = [v for name, v in self.phrase.parts if name == "unit"]
        values = [
            timex_duration(count, unit) for count, unit in zip(counts or [None] * len(units), units, strict=False)
        ]
        start, end = self._core(*_MEASURE, _ARTICLE)
        if values and values[0] and (counts or self.phrase.role != "later" or "some" in self.phrase.categories):
            yield _Marked(start, end, TimexType.DURATION, joined(values))
        yield from self._from_day()

    def ago(self) -> Iterator[_Marked]:
        """Where the word for it stands behind the measure ("two weeks ago") it is part of a date; else ("vor zwei
        Wochen") a duration is marked, as German corpora have it."""
        steps = [step for step in self.phrase.steps if step.category != _OFFSET]
        parts = dict(self.phrase.parts)
        if steps[-1].category != _AGO or "number" not in parts:
            yield from self.duration()
            return
        period = ago(float(parts["number"]), parts["unit"], self.view.published)
        yield _Marked(self.phrase.start, steps[-1].end, TimexType.DATE, (period and period.timex) or _UNKNOWN_DAY)
        yield from self._from_day()

    def _from_day(self) -> Iterator[_Marked]:
        """The day that "heute vor 20 Jahren" counts from."""
        for step in self.phrase.steps:
            if step.category == _OFFSET:
                yield self._date(step.start, step.end, fields_of([step]), None)

    def repeated(self) -> Iterator[_Marked]:
        parts = dict(self.phrase.parts)
        if "weekday" in parts:
            value = f"XXXX-WXX-{int(parts['weekday']) + 1}"
        elif "repeat" in parts:
            value = parts["repeat"]
        else:
            count = None if "some" in self.phrase.categories else float(parts.get("number", "1"))
            value = timex_duration(count, parts["unit"])
        yield _Marked(self.phrase.start, self.phrase.end, TimexType.SET, value)

    def reference(self) -> Iterator[_Marked]:
        parts = dict(self.phrase.parts)
        value = parts.get("reference") or parts.get("epoch")
        if value:
            start, end = self._core("reference", "epoch", _ARTICLE)
            yield _Marked(start, end, TimexType.DATE, value)

    def _core(self, *categories: str) -> tuple[int, int]:
        """From the first to the last of the steps of these categories."""
        steps = [step for step in self.phrase.steps if step.category in categories]
        return steps[0].start, steps[-1].end


def _pieces(found: Found) -> Iterator[tuple[int, int, tuple[Step, ...]]]:
    """The date with its tokens, or the two of "12. und 13. August" and of "1990-1995"."""
    days = [i for i, step in enumerate(found.steps) if step.category == "day"]
    if len(days) < 2:
        yield found.start, found.end, found.steps
        return
    first, rest = found.steps[: days[0] + 1], found.steps[days[1] :]
    yield found.start, first[-1].end, first
    yield rest[0].start, found.end, rest


def _completed(first: Fields, last: Fields) -> Fields:
    """The first of two dates with the month and year that only the last one says."""
    lacking = {n: v for n, v in last.values.items() if n in {"year", "month", "relative", "unit"}}
    return Fields({**lacking, **first.values}) if first.values.keys() & {"day", "month"} else first


_ROLES: dict[str, Callable[[_Reader], Iterator[_Marked]]] = {
    "clock": _Reader.clock,
    "hours": _Reader.hours,
    "day_part": _Reader.part_of_day,
    "part_of_days": _Reader.parts_of_days,
    "anchored": _Reader.anchored,
    "ago": _Reader.ago,
    "set": _Reader.repeated,
    "reference": _Reader.reference,
    **dict.fromkeys(("duration", "ahead", "since_ago", "some", "later"), _Reader.duration),
}
"""What is marked, by the role of the phrase; dates for every other."""
