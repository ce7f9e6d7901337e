"""One file, one article: plain text, Markdown or HTML, with a sidecar or front matter."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import ArticleError, BadMetadata, UsageError
from kg.ingest.article import make_article
from kg.ingest.decoding import decode
from kg.ingest.html import main_text
from kg.ingest.markdown import plain_text
from kg.ingest.metadata import Metadata, metadata_from_yaml, split_front_matter
from kg.model import Article, Failure

HTML = (".html", ".htm")
MARKDOWN = (".md", ".markdown")
TEXT = (".txt", ".text", *MARKDOWN)


def read_file(path: Path, *, language: str | None = None) -> Article | Failure:
    """The article in `path`, or why there is none; its id is the file's name without the ending."""
    try:
        return _read(path, language=language)
    except ArticleError as error:
        return Failure(str(path), str(error))
    except OSError as error:
        return Failure(str(path), f"cannot be read: {error.strerror or error}")


def read_text(source: str) -> str:
    """All of a file, ``-`` for standard input, as text. NotText, UsageError."""
    try:
        return decode(sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes())
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror or error}") from error


def _read(path: Path, *, language: str | None) -> Article:
    raw, known = _content(path.suffix.lower(), decode(path.read_bytes()))
    return make_article(raw, _sidecar(path).over(known), name=path.stem, language=language)


def _content(ending: str, text: str) -> tuple[str, Metadata]:
    if ending in HTML:
        return main_text(text)
    known, body = split_front_matter(text.replace("\r\n", "\n"))
    return (plain_text(body) if ending in MARKDOWN else body), known


def _sidecar(path: Path) -> Metadata:
    """Metadata of ``NAME.yml`` (or ``.yaml``) beside ``NAME.txt``; none without one."""
    for ending in (".yml", ".yaml"):
        sidecar = path.with_suffix(ending)
        if sidecar != path and sidecar.is_file():
            try:
                return metadata_from_yaml(sidecar.read_bytes())
            except BadMetadata as error:
                raise BadMetadata(f"{sidecar.name}: {error}") from error
    return Metadata()
