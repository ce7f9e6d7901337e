"""The day that something written as a date means, where it can mean only one."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from babel import Locale
from dateutil import parser as dates

from kg.errors import BadMetadata
from kg.lang import has, languages, load
from kg.lang.schema import Times

# A date with a part missing takes it from the default: two defaults that differ in all parts show which are missing.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NO_YEAR = re.compile(r"-|\d{5,}[-/.]")
# With slashes or hyphens, Americans put the month first and the British the day, in one language.
_EITHER_WAY = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_LIKE = "write it like 2023-08-15"


def day(value: object) -> date:
    """ISO first, then the day before the month (01.08.2005), names of months, and a time of day behind it.

    BadMetadata where it is no date, not a whole one, or could be two (03/04/2023).
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = " ".join(str(value).split())
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return _year_first(text) or _parsed(text)


def _year_first(text: str) -> date | None:
    if _NO_YEAR.match(text):
        raise BadMetadata(f"{_quoted(text)} is not a date; {_LIKE}")
    found = _YEAR_FIRST.match(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError as error:
        raise BadMetadata(f"{_quoted(text)} is not a date; {_LIKE}") from error


def _parsed(text: str) -> date:
    either = _EITHER_WAY.search(text)
    if either and (len(either[4]) == 2 or (either[1] != either[3] and max(int(either[1]), int(either[3])) <= 12)):
        raise BadMetadata(f"{_quoted(text)} can be read as two dates; {_LIKE}")
    try:
        plain = _clock().sub(" ", text)
        first, second = (_calendar().parse(plain, default=default).date() for default in _DEFAULTS)
    except (ValueError, OverflowError, ArithmeticError) as error:
        raise BadMetadata(f"{_quoted(text)} is not a date; {_LIKE}") from error
    if first != second:
        raise BadMetadata(f"{_quoted(text)} is not a whole date; {_LIKE}")
    return first


@cache
def _calendar() -> dates.parser:
    """A parser of dates that puts the day before the month and knows the names of months and days in kg's languages."""
    passed_over = [*dates.parserinfo.JUMP, *_words("the"), *_words("at")]
    names = {"MONTHS": _names("months", 1), "WEEKDAYS": _names("days", 0), "JUMP": passed_over}
    return dates.parser(type("Calendar", (dates.parserinfo,), names)(dayfirst=True))


@cache
def _clock() -> re.Pattern[str]:
    """A time of day before the word for the hour."""
    hour = "|".join(map(re.escape, _words("hour_word")))
    return re.compile(rf"\b\d{{1,2}}(?:[.:]\d\d){{0,2}}\s*(?:{hour})\b", re.IGNORECASE)


def _times() -> list[Times]:
    return [load(Times, code) for code in languages() if has(Times, code)]


def _words(category: str) -> list[str]:
    """Single words of a category of the words of time, in all languages."""
    found = (word for times in _times() for word in times.words.get(category, ()))
    return sorted({word.lower() for word in found if word.isalpha()})


def _names(kind: str, first: int) -> list[tuple[str, ...]]:
    """For each month or day of the week in order, all its names by CLDR."""
    regions = [Locale.parse(name) for times in _times() for name in times.locales]
    tables = [getattr(region, kind)["format"][width] for region in regions for width in ("wide", "abbreviated")]
    return [
        tuple(dict.fromkeys(table[number].rstrip(".").lower() for table in tables))
        for number in range(first, first + len(tables[0]))
    ]


def _quoted(text: str) -> str:
    return repr(text) if len(text) <= 80 else repr(text[:77]) + "…"
