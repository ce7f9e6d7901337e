"""What is piped in: articles a line where its first line is one, else one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from kg.ingest.article import make_article
from kg.ingest.files import MOST_BYTES, whole
from kg.ingest.formats import text_and_metadata
from kg.ingest.items import Found, attempt
from kg.ingest.jsonl import read_stream
from kg.model import Failure

_CALLED = "standard input"


def read(stream: BinaryIO, *, name: str, language: str | None = None) -> Iterator[Found | Failure]:
    """The article or articles in the stream, or why there are none; `name` stands in their ids where they have none."""
    begun = b""
    while not begun.strip() and (line := stream.readline(MOST_BYTES)):
        begun += line
    if _is_record(begun):
        yield from read_stream(stream, source=_CALLED, name=name, language=language, begun=begun.lstrip())
    else:
        yield attempt(_CALLED, lambda: _article(begun + whole(stream), name, language))


def _is_record(line: bytes) -> bool:
    try:
        return "text" in msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    except RecursionError:  # told of the line that did it
        return True


def _article(data: bytes, name: str, language: str | None) -> Found:
    raw, known = text_and_metadata(data, ".txt")
    return Found(make_article(raw, known, name=name, language=language), known.unread)
