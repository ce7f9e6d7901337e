"""From the parts of a date to days of the calendar, seen from the day of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from kg.extract.clauses.tense import Tense
from kg.extract.times import periods
from kg.extract.times.periods import Period

_CENTURY_TURN = 30
"""Two digits from here on are years of the last century: '89, 80er."""
_SMALL = frozenset({"TH", "TM", "TS", "D"})


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Where the words are seen from: the publication date (None if unknown) and where undated things lie."""

    published: date | None
    tense: Tense

    def nearest(self, candidates: Mapping[int, Period]) -> Period | None:
        """Of the same stretch in several years the last, the nearest or the next, as the tense wants it."""
        today = self.published
        if today is None:
            return None
        periods = [p for p in candidates.values() if p.start and p.end]
        if self.tense is Tense.PAST:
            return max((p for p in periods if p.start and p.start <= today), key=_start, default=None)
        if self.tense is Tense.FUTURE:
            return min((p for p in periods if p.end and p.end >= today), key=_start, default=None)
        return min(periods, key=lambda p: (_distance(p, today), _start(p)), default=None)


def _start(period: Period) -> date:
    return period.start or date.min


def _distance(period: Period, today: date) -> timedelta:
    start, end = period.start or date.min, period.end or date.max
    return max(start - today, today - end, timedelta(0))


@dataclass(frozen=True, slots=True)
class Fields:
    """The parts of a date by name; values are words of ``times.yml`` or digits."""

    values: Mapping[str, str]

    def number(self, name: str) -> int | None:
        value = self.values.get(name)
        return int(value) if value is not None else None

    def get(self, name: str) -> str:
        return self.values.get(name, "")

    @property
    def sound(self) -> bool:
        """Whether this can be a date at all: "on this day", "the end of the hour" point at nothing on a calendar."""
        outer = self.get("unit")
        return not (outer in _SMALL and "relative" in self.values and "number" not in self.values) and not (
            outer in _SMALL and "edge" in self.values
        )

    def year(self, published: date | None) -> int | None:
        """The year said, in digits or as "last year"."""
        said = self.number("year")
        if said is not None:
            return said if said > 99 else said + (1900 if said >= _CENTURY_TURN else 2000)
        relative = self.number("relative")
        if relative is None or self.get("unit") != "Y" or published is None:
            return None
        return published.year + relative


def resolve(fields: Fields, view: Viewpoint) -> Period | None:
    """The days meant, None where the words do not say (or the publication date is not known).

    Raises ValueError for what is not in the calendar (30 February).
    """
    found = whole(fields, view)
    edge = fields.get("edge")
    return periods.third(found, edge) if found is not None and edge else found


def whole(fields: Fields, view: Viewpoint) -> Period | None:
    """The same, but all of the month or year of which only the beginning, middle or end is said."""
    for names, make in _KINDS:
        if names & fields.values.keys():
            return make(fields, view)
    return _years(fields, view) or _relative(fields, view)


def _two_days(fields: Fields, view: Viewpoint) -> Period | None:
    """The 12th and 13th of a month: from the one to the other."""
    rest = {name: value for name, value in fields.values.items() if name != "last_day"}
    first = resolve(Fields(rest), view)
    last = resolve(Fields({**rest, "day": fields.values["last_day"]}), view)
    return first.until(last) if first and last else None


def _offset(fields: Fields, view: Viewpoint) -> Period | None:
    away = timedelta(days=int(fields.values["offset"]))
    return periods.day(view.published + away) if view.published else None


def _decade(fields: Fields, _view: Viewpoint) -> Period:
    number = int(fields.values["decade"])
    return periods.decade(number if number > 99 else 1900 + number)


def _century(fields: Fields, _view: Viewpoint) -> Period:
    return periods.century(int(fields.values["ordinal"]))


def _in_year(fields: Fields, view: Viewpoint) -> Period | None:
    """A day, month, season or feast: of the year said, else of that which fits."""
    said = fields.year(view.published)
    if said is not None:
        return _dated(fields, said)
    today = view.published
    candidates = {number: _dated(fields, number) for number in _existing(fields, today.year if today else 2000)}
    if not candidates:
        raise ValueError("no such day in any year")
    if today is None:
        return None
    weekday = fields.number("weekday")
    if weekday is not None:  # the day of the week tells the year, whatever the tense
        right = {n: p for n, p in candidates.items() if p.start and p.start.weekday() == weekday}
        return Viewpoint(today, Tense.PRESENT).nearest(right or candidates)
    relative = fields.number("relative")
    if relative:
        other = {number: p for number, p in candidates.items() if not p.covers(today)}
        return Viewpoint(today, Tense(relative)).nearest(other)
    return candidates.get(today.year) if relative == 0 else view.nearest(candidates)


def _existing(fields: Fields, around: int) -> Iterator[int]:
    """The years around in which there is such a day (29 February)."""
    for number in range(around - 4, around + 5):
        try:
            _dated(fields, number)
        except ValueError:
            continue
        yield number


def _dated(fields: Fields, number: int) -> Period:
    if "easter" in fields.values:
        return periods.day(easter(number) + timedelta(days=int(fields.values["easter"])))
    if "holiday" in fields.values:
        return periods.day(date.fromisoformat(f"{number:04}-{fields.values['holiday']}"))
    if "season" in fields.values:
        return periods.season(number, int(fields.values["season"]))
    when = fields.number("day")
    number_of_month = int(fields.values["month"])
    return periods.month(number, number_of_month) if when is None else periods.day(date(number, number_of_month, when))


def _weekday(fields: Fields, view: Viewpoint) -> Period | None:
    today = view.published
    if today is None:
        return None
    wanted = int(fields.values["weekday"])
    relative = fields.number("relative")
    if relative is not None and fields.get("unit"):
        there = periods.shifted(today, relative, "W") if fields.get("unit") == "W" else None
        return periods.day(there + timedelta(days=wanted - there.weekday())) if there else None
    back = (today.weekday() - wanted) % 7
    if relative == -1 or (not relative and view.tense is Tense.PAST):
        return periods.day(today - timedelta(days=back or (7 if relative else 0)))
    ahead = -back % 7
    return periods.day(today + timedelta(days=ahead or (7 if relative else 0)))


def _weekend(fields: Fields, view: Viewpoint) -> Period | None:
    """The weekend before, now or after; the last and the next one are never the present one."""
    today = view.published
    if today is None:
        return None
    around = {n: periods.weekend(today + timedelta(weeks=n)) for n in range(-1, 2)}
    relative = fields.number("relative")
    if not relative:
        return view.nearest(around)
    return Viewpoint(today, Tense(relative)).nearest({n: p for n, p in around.items() if not p.covers(today)})


def _part_of_year(fields: Fields, view: Viewpoint) -> Period | None:
    """The first quarter, the second half: of the year said, else of the one that fits."""
    count, ordinal = int(fields.values["months"]), fields.number("ordinal") or 1
    if count * ordinal > 12:
        return None
    unit = "Q" if count == 3 else "HY"
    said = fields.year(view.published)
    first = (ordinal - 1) * count + 1
    if said is not None:
        return periods.months(said, first, count, unit=unit)
    if view.published is None:
        return None
    around = range(view.published.year - 1, view.published.year + 2)
    return view.nearest({number: periods.months(number, first, count, unit=unit) for number in around})


def _years(fields: Fields, view: Viewpoint) -> Period | None:
    said = fields.number("year")
    if said is None:
        return None
    last = fields.get("last_year") or fields.get("short_year")
    if not last:
        return periods.year(fields.year(view.published) or said)
    end = int(last) if len(last) == 4 else said // 100 * 100 + int(last)
    end += 100 if end < said else 0
    return periods.year(said).until(periods.year(end))


def _relative(fields: Fields, view: Viewpoint) -> Period | None:
    """This, the last, the next unit; the end of one; the last two of them."""
    unit, today = fields.get("unit"), view.published
    if today is None or not unit:
        return None
    relative = fields.number("relative") or 0
    count = fields.values.get("number")
    if unit == "WE" and count is None:
        return _weekend(fields, view)
    if count is not None:
        return _stretch(today, float(count), unit, relative)
    there = periods.shifted(today, relative, unit)
    return periods.containing(there, unit) if there else None


def _stretch(today: date, count: float, unit: str, relative: int) -> Period | None:
    """The last or next `count` units up to or from today; None for none of them or a broken number."""
    other = periods.shifted(today, relative * int(count), unit) if relative and count == int(count) else None
    if other is None:
        return None
    first, last = sorted((today, other))
    if unit in {"Y", "DEC", "CEN"}:
        return Period(f"{first.year:04}", f"{last.year:04}", first, last)
    if unit in {"M", "Q", "HY"}:
        return Period(f"{first:%Y-%m}", f"{last:%Y-%m}", first, last)
    return periods.days(first, last)


def ago(count: float, unit: str, published: date | None, *, sign: int = -1) -> Period | None:
    """`count` units before publication (after it if `sign` is 1), as exact as the unit."""
    if published is None or count != int(count):
        return None
    when = periods.shifted(published, sign * int(count), unit)
    if when is None:
        return None
    if unit in {"DEC", "CEN"}:
        return periods.year(when.year).roughly()
    return periods.containing(when, unit)


def anniversary(offset: int, count: float, unit: str, published: date | None, *, sign: int = -1) -> Period | None:
    """The day `count` units before (or after) the one `offset` days from publication: "heute vor 20 Jahren"."""
    if published is None or count != int(count):
        return None
    when = periods.shifted(published + timedelta(days=offset), sign * int(count), unit)
    return periods.day(when) if when else None


_KINDS: tuple[tuple[frozenset[str], Callable[[Fields, Viewpoint], Period | None]], ...] = (
    (frozenset({"last_day"}), _two_days),
    (frozenset({"offset"}), _offset),
    (frozenset({"month", "season", "holiday", "easter"}), _in_year),
    (frozenset({"weekday"}), _weekday),
    (frozenset({"weekend"}), _weekend),
    (frozenset({"months"}), _part_of_year),
    (frozenset({"decade"}), _decade),
    (frozenset({"ordinal"}), _century),
)
"""What makes a period of the parts of a date: the first whose part is there."""
