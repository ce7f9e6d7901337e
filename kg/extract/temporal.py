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

from kg.extract.periods import Period, duration
from kg.extract.tense import Tense, tense_at
from kg.extract.time_patterns import Found, Phrase, phrases
from kg.extract.time_resolution import Fields, Viewpoint, ago, resolve
from kg.lang import load
from kg.lang.schema import Numbers
from kg.model import Sentence, Time

_MINOR = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})
_SHARED = ("year", "month", "relative", "unit")
_BOUNDS = frozenset({"from", "until"})
_IGNORED = "ignored"
_CALENDAR = frozenset({"month", "season", "holiday", "easter", "months"})


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


@dataclass(frozen=True, slots=True)
class _Reader:
    sentence: Sentence
    text: str
    published: date | None
    language: str

    def mention(self, phrase: Phrase) -> TimeMention | None:
        fields = [_fields(found) for found in phrase.dates]
        if phrase.role == _IGNORED or not all(f.sound for f in fields) or self._is_article(phrase):
            return None
        head = self._head(phrase)
        tense = tense_at(self.sentence, head, language=self.language)
        if phrase.role == "ahead" and tense is Tense.PAST:  # "in zwei Wochen schaffte er es": not ahead at all
            phrase = replace(phrase, role="duration")
        try:
            value, period = self._resolved(phrase, fields, head, tense)
        except ValueError:  # no such day in the calendar: no date at all
            return None
        tokens = self.sentence.tokens[phrase.start : phrase.end]
        words = self.text[tokens[0].start : tokens[-1].end]
        start, end = (period.start, period.end) if period else (None, None)
        return TimeMention((phrase.start, phrase.end), head, Time(words, value, start, end), _kind(phrase, fields))

    def _is_article(self, phrase: Phrase) -> bool:
        """Whether the number of a duration is just an article: "es war ein Tag …"."""
        if phrase.role != "duration" or phrase.categories & {"during", "long", "length", "approximately"}:
            return False
        articles = load(Numbers, self.language).articles
        tokens = self.sentence.tokens[phrase.start : phrase.end]
        return tokens[0].text in articles and tokens[-1].relation not in {"obl", "advmod"}

    def _head(self, phrase: Phrase) -> int:
        """The token that the expression hangs on; among several the first one of a date that is no function word."""
        core = range(phrase.dates[0].start if phrase.dates else phrase.start, phrase.end)
        words = [self.sentence.tokens[i] for i in core if self.sentence.tokens[i].upos not in _MINOR]
        tops = [t.i for t in words if not phrase.start <= t.head < phrase.end]
        return next(iter(tops or [t.i for t in words]), core.start)

    def _resolved(
        self, phrase: Phrase, fields: list[Fields], head: int, tense: Tense
    ) -> tuple[str | None, Period | None]:
        """EDTF value and days of a phrase, each None where unknown."""
        if phrase.role in _TIMELESS:
            return _TIMELESS[phrase.role](phrase), None
        period = self._period(phrase, fields, head, tense)
        if period is not None and "approximately" in phrase.categories and phrase.role != "clock":
            period = period.roughly()
        value = period.value if period else None
        return (_clock(phrase, period), period) if phrase.role == "clock" and period else (value, period)

    def _period(self, phrase: Phrase, fields: list[Fields], head: int, tense: Tense) -> Period | None:
        role = phrase.role
        if role in {"ago", "since_ago", "ahead"}:
            parts = dict(phrase.parts)
            sign = 1 if role == "ahead" else -1
            period = ago(float(parts["number"]), parts["unit"], self.published, sign=sign)
            return period.onwards() if period and role == "since_ago" else period
        if role == "range":
            return self._range(fields, head, tense)
        period = resolve(fields[0], self._view(fields[0], role, head, tense))
        if period is None:
            return None
        if role in {"since", "from"}:
            return period.onwards()
        return period.backwards() if role == "until" else period

    def _view(self, fields: Fields, role: str, head: int, tense: Tense) -> Viewpoint:
        """Where an incomplete date lies: "since" looks back, "from" and "until" ahead; of a noun, and of a day
        that is not plainly past, it is the nearest."""
        if role == "since":
            return Viewpoint(self.published, Tense.PAST)
        bound = role in _BOUNDS
        if bound and tense is not Tense.PAST:
            tense = Tense.FUTURE
        vague_day = "day" in fields.values and (bound or tense is Tense.FUTURE)
        if fields.values.keys() & _CALENDAR and (vague_day or self._of_noun(head)):
            tense = Tense.PRESENT
        return Viewpoint(self.published, tense)

    def _of_noun(self, i: int) -> bool:
        while self.sentence.tokens[i].relation == "conj":
            i = self.sentence.tokens[i].head
        above = self.sentence.tokens[i].head
        return above >= 0 and self.sentence.tokens[above].upos in _NOMINAL

    def _range(self, fields: list[Fields], head: int, tense: Tense) -> Period | None:
        first, last = _completed(*fields)
        until = resolve(last, self._view(last, "range", head, tense))
        since = resolve(first, self._view(first, "range", head, tense))
        if since and until and since.start and until.start and since.start > until.start:
            since = self._earlier(first, since.start)
        if since is None or until is None or not since.start or not until.start or since.start > until.start:
            return None
        return since.until(until)

    def _earlier(self, fields: Fields, start: date) -> Period | None:
        """The same day or month a week or year before: "von November bis März"."""
        if "weekday" in fields.values:
            return ago(7, "D", start)
        if "year" in fields.values:
            return None
        return resolve(Fields({**fields.values, "year": str(start.year - 1)}), Viewpoint(self.published, Tense.PAST))


def _fields(found: Found) -> Fields:
    """The parts of a date by name; the second of two days is its last."""
    values: dict[str, str] = {}
    for name, value in found.parts:
        values["last_day" if name == "day" and name in values else name] = value
    return Fields(values)


def _completed(first: Fields, last: Fields) -> tuple[Fields, Fields]:
    """Both ends of a range, the first with the month and year that only the last one says."""
    lacking = {name: last.values[name] for name in _SHARED if name in last.values and name not in first.values}
    if first.values.keys() & {"day", "month"}:
        return Fields({**lacking, **first.values}), last
    return first, last


def _lasting(phrase: Phrase) -> str | None:
    parts = dict(phrase.parts)
    if "number" not in parts or "unit" not in parts:
        return None
    return duration(float(parts["number"]), parts["unit"])


def _repeated(phrase: Phrase) -> str | None:
    parts = dict(phrase.parts)
    if "repeat" in parts or "weekday" in parts:
        return f"R/{parts.get('repeat', 'P1W')}"
    lasting = duration(float(parts.get("number", "1")), parts["unit"])
    return f"R/{lasting}" if lasting else None


def _clock(phrase: Phrase, period: Period) -> str:
    """A day with its hour, "2023-08-14T14:00"; of anything but a day just that."""
    parts = dict(phrase.parts)
    if period.unit != "D":
        return period.value
    return f"{period.value}T{int(parts['hour']):02}:{parts.get('minute', '00')}"


def _kind(phrase: Phrase, fields: list[Fields]) -> str:
    if phrase.role in _TIMELESS:
        return phrase.role
    return "time" if phrase.role == "clock" or any("day_part" in f.values for f in fields) else "date"


_TIMELESS: dict[str, Callable[[Phrase], str | None]] = {
    "duration": _lasting,
    "set": _repeated,
    "vague": lambda _phrase: None,
}
"""Phrases that stand for no days of the calendar, and what makes their value."""
