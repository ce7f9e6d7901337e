"""Stretches of the calendar: first and last day, and their notation in EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

ONE_DAY = timedelta(days=1)
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of spring, summer, autumn, winter (EDTF numbers), as meteorology counts them."""
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "DEC": 120, "CEN": 1200}
_YEARS = {"DEC": ((0, 3), (4, 6), (7, 9)), "CEN": ((0, 33), (34, 66), (67, 99))}
"""First and last year of the thirds of a decade and of a century."""
_DURATIONS = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S"}
_LONG_DURATIONS = {"Q": (3, "M"), "HY": (6, "M"), "DEC": (10, "Y"), "CEN": (100, "Y"), "WE": (2, "D")}
_TIMEX_DURATIONS = {**_DURATIONS, "WE": "P{}WE", "Q": "P{}Q", "DEC": "P{}DE", "CEN": "P{}CE"}
_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days; `first` and `last` are the EDTF of its two ends (equal for one day, month, year …).

    `start` and `end` are inclusive, None where open; `unit` is D W WE M Q S (season) HY Y DEC CEN, or "" for what is
    none of them.
    """

    first: str
    last: str
    start: date | None
    end: date | None
    unit: str = ""

    @property
    def value(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def timex(self) -> str:
        """The same as a TIMEX3 value: weeks, quarters and the like have notations of their own there; "" for a stretch
        that is no unit of the calendar."""
        write = _TIMEX.get(self.unit)
        return write(self) if write and self.start else ""

    def covers(self, when: date) -> bool:
        return (self.start or date.min) <= when <= (self.end or date.max)

    def onwards(self) -> Period:
        """From the beginning of this one, with an open end."""
        return replace(self, last="..", end=None, unit="")

    def backwards(self) -> Period:
        """Up to the end of this one, with an open beginning."""
        return replace(self, first="..", start=None, unit="")

    def until(self, other: Period) -> Period:
        """From the beginning of this one to the end of the other."""
        return Period(self.first, other.last, self.start, other.end)

    def roughly(self) -> Period:
        """The same marked as approximate, where it is one point and not a stretch between two."""
        return replace(self, first=f"{self.first}~", last=f"{self.last}~") if self.first == self.last else self


def day(when: date) -> Period:
    return Period(when.isoformat(), when.isoformat(), when, when, "D")


def days(start: date, end: date, *, unit: str = "") -> Period:
    return Period(start.isoformat(), end.isoformat(), start, end, unit)


def week(when: date) -> Period:
    """The week from Monday to Sunday that the day is in; EDTF has no weeks, so its days."""
    monday = when - timedelta(days=when.weekday())
    return days(monday, monday + timedelta(days=6), unit="W")


def weekend(when: date) -> Period:
    sunday = week(when).end or when
    return days(sunday - ONE_DAY, sunday, unit="WE")


def month(year: int, number: int) -> Period:
    start = date(year, number, 1)
    text = f"{year:04}-{number:02}"
    return Period(text, text, start, start + relativedelta(months=1) - ONE_DAY, "M")


def months(year: int, number: int, count: int, *, unit: str = "") -> Period:
    """`count` months, the first of them given."""
    last = date(year, number, 1) + relativedelta(months=count - 1)
    return replace(month(year, number).until(month(last.year, last.month)), unit=unit)


def season(year: int, number: int) -> Period:
    """21 spring, 22 summer, 23 autumn, 24 winter; a winter is named by the year it begins in."""
    text = f"{year:04}-{number}"
    return replace(months(year, FIRST_MONTHS[number], 3), first=text, last=text, unit="S")


def year(number: int) -> Period:
    text = f"{number:04}"
    return Period(text, text, date(number, 1, 1), date(number, 12, 31), "Y")


def decade(first_year: int) -> Period:
    text = f"{first_year // 10:03}X"
    return Period(text, text, date(first_year, 1, 1), date(first_year + 9, 12, 31), "DEC")


def century(ordinal: int) -> Period:
    """The 20th is 19XX: 1900 to 1999."""
    text = f"{ordinal - 1:02}XX"
    first_year = max(1, (ordinal - 1) * 100)
    return Period(text, text, date(first_year, 1, 1), date((ordinal - 1) * 100 + 99, 12, 31), "CEN")


def _block(when: date, unit: str) -> Period:
    """The quarter or half of the year that the day is in."""
    count = _MONTHS[unit]
    return months(when.year, (when.month - 1) // count * count + 1, count, unit=unit)


_CONTAINING: dict[str, Callable[[date], Period]] = {
    "D": day,
    "W": week,
    "WE": weekend,
    "M": lambda when: month(when.year, when.month),
    "Q": lambda when: _block(when, "Q"),
    "HY": lambda when: _block(when, "HY"),
    "Y": lambda when: year(when.year),
    "DEC": lambda when: decade(when.year // 10 * 10),
}


def containing(when: date, unit: str) -> Period | None:
    """The unit of the calendar that the day is in; None for those that are none (hours, centuries)."""
    make = _CONTAINING.get(unit)
    return make(when) if make else None


def shifted(when: date, count: int, unit: str) -> date | None:
    """The day `count` units later (earlier if negative); None for hours and below, or beyond the calendar."""
    try:
        if unit == "WE":
            return when + timedelta(weeks=count)
        if unit in _DAYS:
            return when + timedelta(days=count * _DAYS[unit])
        if unit in _MONTHS:
            return when + relativedelta(months=count * _MONTHS[unit])
    except (OverflowError, ValueError):
        return None
    return None


def third(period: Period, which: str) -> Period:
    """The "start", "middle" or "end" of a period; one that has no thirds stays whole.

    Days 1–10, 11–20 and the rest of a month; Monday and Tuesday, Wednesday and Thursday, the rest of a week; a third of
    the months of a quarter, half or whole year; four, three and three years of a decade, a third of a century.
    """
    index = ("start", "middle", "end").index(which)
    if period.start is None or period.end is None:
        return period
    if period.unit in {"M", "W"}:
        return _some_days(period.start, period.end, index, length=10 if period.unit == "M" else 2)
    if period.unit in {"Q", "HY", "Y"}:
        count = _MONTHS[period.unit] // 3
        return months(period.start.year, period.start.month + index * count, count)
    if period.unit in _YEARS:
        first, last = _YEARS[period.unit][index]
        return year(period.start.year + first).until(year(period.start.year + last))
    return period


def _some_days(start: date, end: date, index: int, *, length: int) -> Period:
    first = start + timedelta(days=index * length)
    return days(first, end if index == 2 else first + timedelta(days=length - 1))


def _plain(period: Period) -> str:
    return period.first.rstrip("~")


def _week(period: Period) -> str:
    year, number, _ = (period.start or date.min).isocalendar()
    return f"{year:04}-W{number:02}"


def _part_of_year(period: Period, letter: str, count: int) -> str:
    start = period.start or date.min
    return f"{start.year:04}-{letter}{(start.month - 1) // count + 1}"


_TIMEX: dict[str, Callable[[Period], str]] = {
    "D": _plain,
    "M": _plain,
    "Y": _plain,
    "W": _week,
    "WE": lambda period: f"{_week(period)}-WE",
    "Q": lambda period: _part_of_year(period, "Q", 3),
    "HY": lambda period: _part_of_year(period, "H", 6),
    "S": lambda period: period.first[:5] + _SEASONS[int(period.first[5:7])],
    "DEC": lambda period: period.first[:3],
    "CEN": lambda period: period.first[:2],
}


def timex_duration(count: float | None, unit: str) -> str:
    """TIMEX3 duration, such as P5Y or P2DE; PXY where the number is not said, "" for a unit without one."""
    if unit == "HY":
        count, unit = (count * 6 if count else count), "M"
    shown = "X" if count is None else f"{count:g}"
    return _TIMEX_DURATIONS.get(unit, "").format(shown)


def duration(count: float, unit: str) -> str | None:
    """ISO 8601 duration, such as P5Y; None for a unit without one."""
    if unit in _LONG_DURATIONS:
        factor, unit = _LONG_DURATIONS[unit]
        count *= factor
    pattern = _DURATIONS.get(unit)
    return pattern.format(f"{count:g}") if pattern else None
