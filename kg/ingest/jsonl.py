"""A ``.jsonl`` (or ``.jsonl.gz``) file: one article a line, read as it streams by."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.errors import ArticleError, BadMetadata
from kg.ingest.article import make_article
from kg.ingest.decoding import decode
from kg.ingest.metadata import metadata
from kg.model import Article, Failure

ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson")


def read_lines(path: Path, *, language: str | None = None) -> Iterator[Article | Failure]:
    """The article of each line (``text`` beside the metadata), or why it has none; a bad line does not end the file.

    An article without an id is called by the file's name and the number of its line, from 1.
    """
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _line(line, source=f"{path}:{number}", name=f"{_stem(path)}-{number}", language=language)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(str(path), f"cannot be read to its end: {getattr(error, 'strerror', None) or error}")


def count_lines(path: Path) -> int:
    """How many lines are not blank; 0 for a file that cannot be read."""
    try:
        with _opened(path) as lines:
            return sum(bool(line.strip()) for line in lines)
    except (OSError, EOFError, zlib.error):
        return 0


def _opened(path: Path) -> gzip.GzipFile:
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def _stem(path: Path) -> str:
    return path.name.partition(".jsonl")[0]


def _line(line: bytes, *, source: str, name: str, language: str | None) -> Article | Failure:
    try:
        fields = _fields(line)
        text = fields.get("text")
        if not isinstance(text, str):
            raise BadMetadata('the line has no text; write {"id": …, "published": …, "text": …}')
        return make_article(text, metadata(fields), name=name, language=language)
    except ArticleError as error:
        return Failure(source, str(error))


def _fields(line: bytes) -> dict[str, object]:
    try:
        return msgspec.json.decode(decode(line), type=dict[str, object])
    except msgspec.DecodeError as error:
        raise BadMetadata(f"not a JSON object: {error}") from error
