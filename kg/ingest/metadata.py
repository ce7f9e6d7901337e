"""What is known of an article beside its text, checked: id, title, published, source, url, language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global

from kg.errors import BadMetadata, NotYaml
from kg.ingest.cleaning import seen
from kg.ingest.dates import day
from kg.lang import languages
from kg.plain_yaml import plain_yaml

_UNKNOWN = frozenset({"", "-", "na", "n/a", "none", "null", "~"})
_FENCE = "---"
KEYS = ("id", "title", "published", "date", "source", "url", "language", "text")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Every field may be unknown. `language` is a lower-case code without its region; `unread` are keys of no use."""

    id: str | None = None
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    unread: tuple[str, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """Both together; where both know a field, this one wins."""
        both = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(Metadata)}
        return Metadata(**{**both, "unread": (*self.unread, *other.unread)})


def metadata(fields: Mapping[str, object]) -> Metadata:
    """Metadata from a sidecar, front matter or JSON line; `date` does for `published`. BadMetadata."""
    language = _text(fields, "language")
    return Metadata(
        id=_text(fields, "id"),
        title=_text(fields, "title"),
        published=_date(fields.get("published")) or _date(fields.get("date")),
        source=_text(fields, "source"),
        url=_text(fields, "url"),
        language=language and _language(language),
        unread=tuple(key for key in fields if key not in KEYS),
    )


def metadata_from_yaml(text: bytes | str) -> Metadata:
    """Metadata from YAML; BadMetadata where it is no YAML or no mapping."""
    try:
        fields = plain_yaml(text)
    except NotYaml as error:
        raise BadMetadata(str(error)) from error
    if fields == "":
        return Metadata()
    if not isinstance(fields, dict):
        raise BadMetadata("the YAML must be a list of keys with values, like 'published: 2023-08-15'")
    return metadata(fields)


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
    text = " ".join(seen(str(value)).split())
    return None if text.lower() in _UNKNOWN else text


def _date(value: object) -> date | None:
    return None if value is None or str(value).strip().lower() in _UNKNOWN else day(value)


def _language(code: str) -> str:
    """A language's two letters, from its code (with three letters or a region, too) or its name in kg's languages."""
    bare = code.replace("_", "-").partition("-")[0].lower()
    return _names().get(code.lower()) or str(get_global("language_aliases").get(bare, bare))


@cache
def _names() -> dict[str, str]:
    """The names of kg's languages in each of them."""
    known = [(code, Locale(code)) for code in languages()]
    return {str(Locale(code).get_language_name(other)).lower(): code for code, _ in known for _, other in known}


def _one_line(value: object) -> str:
    text = " ".join(str(value).split())
    return repr(text) if len(text) <= 80 else repr(text[:77]) + "…"
