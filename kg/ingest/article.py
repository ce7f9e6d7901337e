"""One article from its raw text and its metadata: text made clean, language known, lines sorted into blocks."""

from __future__ import annotations

from kg.errors import ArticleTooLong, BadMetadata
from kg.ingest.cleaning import UNSAFE, clean
from kg.ingest.language import detect
from kg.ingest.layout import blocks
from kg.ingest.layout_words import readable
from kg.ingest.metadata import Metadata
from kg.model import Article

MAX_CHARACTERS = 1_000_000


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
        read = " and ".join(readable())
        if known.language or language:
            raise BadMetadata(f"the language is given as {code!r}, and kg reads {read}")
        raise BadMetadata(
            f"its language looks like {code!r}, and kg reads {read}; if it is one of these, say so in the metadata"
        )
    return Article(
        id=" ".join(UNSAFE.sub("\ufffd", known.id or name).split()),
        text=text,
        url=known.url,
        title=known.title,
        published=known.published,
        language=code,
        source=known.source,
        blocks=blocks(text, language=code, title=known.title),
    )
