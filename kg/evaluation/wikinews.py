"""The set `news_de`: German Wikinews articles as lines that `kg build` reads, dated where the set dates them.

A line of the set has ``name``, "NUMBER - TITLE (YYYY-MM-DD)", and ``text``. Wikinews is published under CC BY 2.5.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.errors import DataError

FOLDER = "news_de"
SOURCE = "German Wikinews articles (de.wikinews.org, CC BY 2.5; one JSON object a line: name, text)"
_NAME = re.compile(r"(?P<id>\d+) - (?P<title>.*) \((?P<published>\d{4}-\d\d-\d\d)\)")


class Record(msgspec.Struct, frozen=True):
    """One article, as a line of a ``.jsonl`` file."""

    id: str
    title: str
    text: str
    published: str | None = None
    source: str = "Wikinews"
    language: str = "de"


class _Line(msgspec.Struct, frozen=True):
    name: str
    text: str


def read(path: Path) -> Iterator[Record]:
    """The articles of one file of the set, in its order. DataError where a line is none."""
    with gzip.open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield _record(msgspec.json.decode(line, type=_Line))
            except msgspec.DecodeError as error:
                raise DataError(f"{path}:{number} is no article: {error}") from error


def write(records: Iterable[Record], path: Path) -> None:
    """Writes articles to a file that `kg build` reads."""
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))


def _record(line: _Line) -> Record:
    found = _NAME.fullmatch(line.name)
    if found is None:  # a title that says neither number nor day
        return Record(id=line.name, title=line.name, text=line.text)
    return Record(id=found["id"], title=found["title"], text=line.text, published=found["published"])
