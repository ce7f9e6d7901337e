"""One file, one article: text, Markdown or HTML, with a sidecar or front matter."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from kg.errors import ArticleTooLong, BadMetadata, NotText, UsageError
from kg.ingest.article import make_article
from kg.ingest.decoding import decode
from kg.ingest.formats import SIDECARS, refuse_all_but_text, text_and_metadata
from kg.ingest.items import Found, attempt
from kg.ingest.metadata import Metadata, metadata_from_yaml
from kg.model import Failure
from kg.plain_yaml import MOST_BYTES as MOST_OF_SIDECAR

MOST_BYTES = 20_000_000
"""No article is longer; what is, is not read to its end."""


def read_file(path: Path, *, name: str, language: str | None = None) -> Found | Failure:
    """The article in `path`, or why there is none; `name` is its id where nothing else gives one."""
    return attempt(str(path), lambda: _read(path, name=name, language=language))


def read_text(source: str) -> str:
    """All of a file, ``-`` for standard input, as text. NotText, also for what is a page or data; UsageError."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        refuse_all_but_text(data)
        return decode(data)
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror or error}") from error
    except NotText as error:
        raise NotText(f"{'standard input' if source == '-' else source}: {error}") from error


def whole(stream: BinaryIO, most: int = MOST_BYTES) -> bytes:
    """All bytes of the stream. ArticleTooLong."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise ArticleTooLong(f"it has more than {most:,} bytes; split it into its articles")
    return data


def sidecar_of(path: Path) -> Path | None:
    """The file of metadata beside `path`: ``NAME.yml`` or ``NAME.yaml`` for ``NAME.txt``."""
    beside = (path.with_suffix(ending) for ending in SIDECARS)
    return next((sidecar for sidecar in beside if sidecar != path and sidecar.is_file()), None)


def _read(path: Path, *, name: str, language: str | None) -> Found:
    with path.open("rb") as stream:
        raw, known = text_and_metadata(whole(stream), path.suffix.lower())
    known = _metadata_beside(path).over(known)
    return Found(make_article(raw, known, name=name, language=language), known.unread)


def _metadata_beside(path: Path) -> Metadata:
    sidecar = sidecar_of(path)
    if sidecar is None:
        return Metadata()
    try:
        with sidecar.open("rb") as stream:
            return metadata_from_yaml(decode(whole(stream, MOST_OF_SIDECAR)))
    except (BadMetadata, NotText, ArticleTooLong) as error:
        raise BadMetadata(f"{sidecar.name}: {error}") from error
