"""A ``.jsonl`` (or ``.jsonl.gz``) file: one article a line, read as it streams by."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from kg.errors import ArticleTooLong, BadMetadata
from kg.ingest.article import make_article
from kg.ingest.decoding import decode
from kg.ingest.fragments import without_markup
from kg.ingest.items import Found, attempt
from kg.ingest.metadata import metadata
from kg.model import Failure

ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
MOST_OF_LINE = 20_000_000
_WRITTEN = ("title", "source")
_NOT_BLANK = re.compile(rb"\S[^\n]*")
_CHUNK = 1 << 20
_BROKEN = (OSError, EOFError, zlib.error)


def read_lines(path: Path, *, name: str, language: str | None = None) -> Iterator[Found | Failure]:
    """The article of each line of a file, as `read_stream` has it; where the file breaks off, a failure."""
    try:
        with _opened(path) as stream:
            yield from read_stream(stream, source=str(path), name=name, language=language)
    except _BROKEN as error:
        yield Failure(str(path), f"cannot be read to its end: {getattr(error, 'strerror', None) or error}")


def read_stream(
    stream: BinaryIO, *, source: str, name: str, language: str | None, begun: bytes = b""
) -> Iterator[Found | Failure]:
    """The article of each line (``text`` beside the metadata), or why it has none; a bad line does not end the rest.

    An article without an id is called by `name` and the number of its line, from 1. `begun` was read before.
    """
    for number, line in enumerate(_lines(stream, begun), 1):
        if line.strip():
            place = f"{source}:{number}"
            yield attempt(place, lambda line=line, number=number: _article(line, f"{name}-{number}", language))  # type: ignore[misc]


def count_lines(path: Path) -> int:
    """How many lines are not blank; 0 for a file that cannot be read."""
    try:
        with _opened(path) as stream:
            return _count(stream)
    except _BROKEN:
        return 0


def _count(stream: BinaryIO) -> int:
    count, within = 0, False
    while chunk := stream.read(_CHUNK):
        lines = _NOT_BLANK.findall(chunk)
        goes_on = within and bool(chunk.split(b"\n", 1)[0].strip())
        count += len(lines) - goes_on
        last = chunk.rsplit(b"\n", 1)
        within = bool(last[-1].strip()) or (within and len(last) == 1)
    return count


def stem(name: str) -> str:
    """The file's name without its ending."""
    return next((name[: -len(ending)] for ending in ENDINGS if name.lower().endswith(ending)), name)


def _opened(path: Path) -> BinaryIO:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def _lines(stream: BinaryIO, begun: bytes = b"") -> Iterator[bytes]:
    """Every line; of one that is longer than an article can be, so much that this shows."""
    while line := begun + stream.readline(0 if begun.endswith(b"\n") else MOST_OF_LINE + 1):
        yield line
        while len(line) > MOST_OF_LINE and not line.endswith(b"\n"):
            line = stream.readline(MOST_OF_LINE + 1) or b"\n"
        begun = b""


def _article(line: bytes, name: str, language: str | None) -> Found:
    if len(line) > MOST_OF_LINE:
        raise ArticleTooLong(f"the line has more than {MOST_OF_LINE:,} bytes; split it into its articles")
    fields = _fields(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadMetadata('the line has no text; write {"id": …, "published": …, "text": …}')
    written = {key: without_markup(value) for key in _WRITTEN if isinstance(value := fields.get(key), str)}
    known = metadata({**fields, **written})
    return Found(make_article(without_markup(text), known, name=name, language=language), known.unread)


def _fields(line: bytes) -> dict[str, object]:
    try:
        return msgspec.json.decode(decode(line), type=dict[str, object])
    except msgspec.DecodeError as error:
        raise BadMetadata(f"not a JSON object: {error}") from error
