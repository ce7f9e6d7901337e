"""An article as it comes in: its text, where it is from, and what each block of lines is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.text import Span


class BlockKind(StrEnum):
    """What a block of lines is; only a body makes statements, captions tell offices, boilerplate nothing."""

    TITLE = "title"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of characters of the article's text and its kind."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What the graph keeps of an article: everything but its text, which its digest stands for.

    `copy_of` is the id of the article that has the same text and came first.
    """

    id: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    language: str = "de"
    source: str | None = None
    digest: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is never changed: all offsets in the house point into it."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    language: str = "de"
    source: str | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def record(self) -> ArticleRecord:
        return ArticleRecord(self.id, self.url, self.title, self.published, self.language, self.source, self.digest)
