"""What is known of an article beside its text, checked: id, title, published, source, url, language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache

import msgspec
from babel import Locale
from dateutil import parser as dates

from kg.errors import BadMetadata
from kg.lang import languages

_UNKNOWN = frozenset({"", "-", "na", "n/a", "none", "null"})
_FENCE = "---"
# A date with a part missing takes it from the default: two defaults that differ in all parts show which are missing.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))


@dataclass(frozen=True, slots=True)
class Metadata:
    """Every field may be unknown. `language` is a lower-case code without its region."""

    id: str | None = None
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """Both together; where both know a field, this one wins."""
        return Metadata(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(Metadata)))


def metadata(fields: Mapping[str, object]) -> Metadata:
    """Metadata from a sidecar, front matter or JSON line; `date` does for `published`, other keys are left alone."""
    published = fields.get("published")
    language = _text(fields, "language")
    return Metadata(
        id=_text(fields, "id"),
        title=_text(fields, "title"),
        published=_date(fields.get("date") if published is None else published),
        source=_text(fields, "source"),
        url=_text(fields, "url"),
        language=language and language.replace("_", "-").partition("-")[0].lower(),
    )


def metadata_from_yaml(text: bytes | str) -> Metadata:
    """Metadata from YAML; BadMetadata where it is no YAML or no mapping."""
    try:
        fields = msgspec.yaml.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadMetadata(f"not valid YAML: {_one_line(error)}") from error
    if fields is None:
        return Metadata()
    if not isinstance(fields, dict):
        raise BadMetadata("the YAML must be a list of keys with values, like 'published: 2023-08-15'")
    return metadata({str(key): value for key, value in fields.items()})


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Metadata between two lines of ``---`` at the start of `text`, and the text after them.

    A text that merely opens with a dashed line has none.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE or _FENCE not in (line.rstrip() for line in lines[1:]):
        return Metadata(), text
    end = next(i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    return metadata_from_yaml("\n".join(lines[1:end])), "\n".join(lines[end + 1 :])


def _text(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, bool):
        return None
    if not isinstance(value, str | int | float | date):
        raise BadMetadata(f"{key} must be a text, not {_one_line(value)}")
    text = " ".join(str(value).split())
    return None if text.lower() in _UNKNOWN else text


def _date(value: object) -> date | None:
    """A day; ISO first, then the day before the month (01.08.2005)."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = "" if value is None else str(value).strip()
    if text.lower() in _UNKNOWN:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return _parsed(text)


def _parsed(text: str) -> date:
    try:
        first, second = (_calendar().parse(text, default=default).date() for default in _DEFAULTS)
    except (ValueError, OverflowError) as error:
        raise BadMetadata(f"{_one_line(text)} is not a date; write it like 2023-08-15") from error
    if first != second:
        raise BadMetadata(f"{_one_line(text)} is not a whole date; write it like 2023-08-15")
    return first


@cache
def _calendar() -> dates.parser:
    """A parser of dates that puts the day before the month and knows the names of months and days in kg's languages."""
    info = type("Calendar", (dates.parserinfo,), {"MONTHS": _names("months", 1), "WEEKDAYS": _names("days", 0)})
    return dates.parser(info(dayfirst=True))


def _names(kind: str, first: int) -> list[tuple[str, ...]]:
    """For each month or day of the week in order, all its names by CLDR."""
    tables = [getattr(Locale(code), kind)["format"][width] for code in languages() for width in ("wide", "abbreviated")]
    return [
        tuple(table[number].rstrip(".").lower() for table in tables) for number in range(first, first + len(tables[0]))
    ]


def _one_line(value: object) -> str:
    text = " ".join(str(value).split())
    return repr(text) if len(text) <= 80 else repr(text[:77]) + "…"
