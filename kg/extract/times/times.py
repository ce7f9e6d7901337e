"""Time expressions of a sentence, resolved against the publication date.

After the model of HeidelTime (Strötgen and Gertz 2013): rules find the expressions, the tense of the clause tells which
of several dates an incomplete one is. The words and patterns are data (``kg/lang/<code>/times.yml``), values are EDTF
(ISO 8601-2, levels 0 and 1). dateparser was considered: it reads single dates out of strings, guesses a year where none
is known, and has no spans, intervals, durations or tenses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.clauses.tense import Tense
from kg.extract.times.patterns import Phrase, phrases
from kg.extract.times.periods import Period, duration
from kg.extract.times.resolution import Fields, ago, anniversary, resolve
from kg.extract.times.views import View, fields_of
from kg.lang import load
from kg.lang.schema import Numbers
from kg.model import Sentence, Time

VAGUE = frozenset({"reference", "anchored", "some", "day_part", "part_of_days", "hours", "later"})
"""Roles of phrases that no day of the calendar is behind, unless the sentences before tell it."""
IGNORED = "ignored"
_MEASURING = frozenset({"during", "long", "length", "approximately", "exactly", "lasting"})
_TO_DATE = frozenset({"ago", "since_ago", "ahead"})
_CLOCK = "clock"
_SECOND_HALF = frozenset({"AF", "EV"})


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: half-open range of tokens with its preposition, index of its head noun or adverb.

    `kind` is "date" (a stretch of the calendar, open or closed), "time" (a part of a day), "duration" (value such as
    P5Y), "set" (value such as R/P1W) or "vague" (never resolved: "damals", "am Abend").
    """

    tokens: tuple[int, int]
    head: int
    time: Time
    kind: str


def times(sentence: Sentence, text: str, *, published: date | None, language: str) -> tuple[TimeMention, ...]:
    """The time expressions of a sentence in text order; `text` is that of the article.

    Without `published` what depends on it has the value None. `time.text` is the text of the expression.
    """
    found = (_Reader(sentence, text, published, language).mention(p) for p in phrases(sentence, language=language))
    return tuple(mention for mention in found if mention is not None)


def is_time(phrase: Phrase, sentence: Sentence, *, language: str) -> bool:
    """Whether the words stand for a time at all, and not for an age or for one thing ("es war ein Tag …")."""
    if phrase.role == IGNORED or not all(fields_of(found.steps).sound for found in phrase.dates):
        return False
    return not _is_article(phrase, sentence, language)


def _is_article(phrase: Phrase, sentence: Sentence, language: str) -> bool:
    if phrase.role != "duration" or phrase.categories & _MEASURING:
        return False
    articles = load(Numbers, language).articles
    tokens = sentence.tokens[phrase.start : phrase.end]
    return tokens[0].text in articles and tokens[-1].relation not in {"obl", "advmod"}


@dataclass(frozen=True, slots=True)
class _Reader:
    sentence: Sentence
    text: str
    published: date | None
    language: str

    def mention(self, phrase: Phrase) -> TimeMention | None:
        if not is_time(phrase, self.sentence, language=self.language):
            return None
        view = View.of(self.sentence, phrase, self.published, language=self.language)
        if phrase.role == "ahead" and view.tense is Tense.PAST:  # "in zwei Wochen schaffte er es": not ahead at all
            phrase = replace(phrase, role="duration")
        fields = [fields_of(found.steps) for found in phrase.dates]
        try:
            value, period = self._resolved(phrase, fields, view)
        except ValueError:  # no such day in the calendar: no date at all
            return None
        tokens = self.sentence.tokens[phrase.start : phrase.end]
        words = self.text[tokens[0].start : tokens[-1].end]
        start, end = (period.start, period.end) if period else (None, None)
        return TimeMention((phrase.start, phrase.end), view.head, Time(words, value, start, end), _kind(phrase, fields))

    def _resolved(self, phrase: Phrase, fields: list[Fields], view: View) -> tuple[str | None, Period | None]:
        """EDTF value and days of a phrase, each None where unknown."""
        if phrase.role in VAGUE:
            return None, None
        if phrase.role in _TIMELESS:
            return _TIMELESS[phrase.role](phrase), None
        period = self._period(phrase, fields, view)
        if period is not None and "approximately" in phrase.categories and phrase.role != _CLOCK:
            period = period.roughly()
        value = period.value if period else None
        return (_clock(phrase, period), period) if phrase.role == _CLOCK and period else (value, period)

    def _period(self, phrase: Phrase, fields: list[Fields], view: View) -> Period | None:
        role = phrase.role
        if role in _TO_DATE:
            parts = dict(phrase.parts)
            sign = 1 if role == "ahead" else -1
            count, unit = float(parts["number"]), parts["unit"]
            if "offset" in parts:
                return anniversary(int(parts["offset"]), count, unit, self.published, sign=sign)
            period = ago(count, unit, self.published, sign=sign)
            return period.onwards() if period and role == "since_ago" else period
        if role == "range":
            ends = view.ends(*fields)
            return ends[0].until(ends[1]) if ends else None
        period = resolve(fields[0], view.towards(fields[0]))
        if period is None:
            return None
        if role in {"since", "from"}:
            return period.onwards()
        return period.backwards() if role == "until" else period


def lengths(phrase: Phrase) -> list[tuple[float, str]]:
    """The numbers and units of a duration in order: "drei Jahre und vier Monate" has two."""
    numbers = [float(value) for name, value in phrase.parts if name == "number"]
    units = [value for name, value in phrase.parts if name == "unit"]
    return list(zip(numbers, units, strict=False))


def _lasting(phrase: Phrase) -> str | None:
    found = [duration(count, unit) for count, unit in lengths(phrase)]
    known = [value for value in found if value]
    return joined(known) if known and len(known) == len(found) else None


def joined(durations: list[str]) -> str:
    """Durations as one, P3Y and P4M as P3Y4M; those that do not go together as the first alone."""
    first, *rest = durations
    tails = [value.removeprefix("PT" if "T" in first else "P") for value in rest]
    return first + "".join(tails) if all(tail[:1].isdigit() for tail in tails) else first


def _repeated(phrase: Phrase) -> str | None:
    parts = dict(phrase.parts)
    if "repeat" in parts or "weekday" in parts:
        return f"R/{parts.get('repeat', 'P1W')}"
    lasting = duration(float(parts.get("number", "1")), parts["unit"])
    return f"R/{lasting}" if lasting else None


def _clock(phrase: Phrase, period: Period) -> str:
    """A day with its hour, "2023-08-14T14:00"; of anything but a day just that."""
    when = clock_time(dict(phrase.parts))
    return f"{period.value}T{when}" if period.unit == "D" and when else period.value


def clock_time(parts: dict[str, str]) -> str:
    """Hours and minutes, "14:30"; "" where there is no such time. Halves and quarters are before or after the hour."""
    hour = float(parts.get("hour") or parts.get("number") or "-1")
    minutes = hour * 60 + int(parts.get("minute", "0")) + int(parts.get("past", "0"))
    if hour != int(hour) or not 0 <= minutes <= 24 * 60:
        return ""
    if parts.get("part_of_days") in _SECOND_HALF and minutes < 12 * 60:
        minutes += 12 * 60
    if "half_day" in parts:
        minutes = minutes % (12 * 60) + int(parts["half_day"]) * 12 * 60
    return f"{int(minutes) // 60:02}:{int(minutes) % 60:02}"


def _kind(phrase: Phrase, fields: list[Fields]) -> str:
    if phrase.role in VAGUE:
        return "vague"
    if phrase.role in _TIMELESS:
        return phrase.role
    return "time" if phrase.role == _CLOCK or any("day_part" in f.values for f in fields) else "date"


_TIMELESS: dict[str, Callable[[Phrase], str | None]] = {"duration": _lasting, "set": _repeated}
"""Phrases that stand for no days of the calendar, and what makes their value."""
