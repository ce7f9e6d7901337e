"""One article from its raw text and its metadata: text made clean, language known, lines sorted into blocks."""

from __future__ import annotations

import re

from kg.errors import ArticleTooLong, BadMetadata, EmptyArticle
from kg.ingest.language import detect
from kg.ingest.layout import blocks
from kg.ingest.layout_words import readable
from kg.ingest.metadata import Metadata
from kg.model import Article

MAX_CHARACTERS = 1_000_000
_NEWLINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
# What XML and Turtle cannot hold: control characters but tab and newline, halves of surrogate pairs, non-characters.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(raw: str) -> str:
    """The text that offsets point into: every newline one ``\\n``, no control characters, no mark. EmptyArticle."""
    text = _UNSAFE.sub(" ", _NEWLINES.sub("\n", raw.removeprefix("\ufeff")))
    if not text.strip():
        raise EmptyArticle("there is no text in it")
    return text


def make_article(raw: str, known: Metadata, *, name: str, language: str | None = None) -> Article:
    """The article of `raw`; `name` is its id where the metadata give none, `language` likewise.

    All offsets point into the text as `clean` leaves it; nothing else is changed. EmptyArticle, ArticleTooLong,
    BadMetadata.
    """
    text = clean(raw)
    if len(text) > MAX_CHARACTERS:
        raise ArticleTooLong(f"{len(text):,} characters are more than {MAX_CHARACTERS:,}; split it into its articles")
    code = known.language or language or detect(f"{known.title or ''}\n{text}", readable())
    if code not in readable():
        raise BadMetadata(f"kg does not read {code!r}, only {', '.join(readable())}; say so in the metadata if it is")
    return Article(
        id=_UNSAFE.sub(" ", known.id or name),
        text=text,
        url=known.url,
        title=known.title,
        published=known.published,
        language=code,
        source=known.source,
        blocks=blocks(text, language=code, title=known.title),
    )
