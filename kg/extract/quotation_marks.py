"""What stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.model import Article, Block, BlockKind, Span


def quoted(article: Article, marks: Mapping[str, str]) -> tuple[Span, ...]:
    """Spans between quotation marks, the marks included, in text order; none reaches out of its paragraph.

    `marks` maps an opening mark to those that may close it. What is never closed is no quotation; a quotation inside
    another goes with it.
    """
    blocks = article.blocks or (Block(Span(0, len(article.text)), BlockKind.BODY),)
    return tuple(span for block in blocks for span in _pairs(article.text, block.span, marks))


def _pairs(text: str, block: Span, marks: Mapping[str, str]) -> Iterator[Span]:
    opening = _any_of("".join(marks)).search(text, block.start, block.end)
    while opening:
        i = opening.start()
        closing = _any_of(marks[text[i]]).search(text, i + 1, block.end)
        if closing and closing.start() > i + 1:
            yield Span(i, closing.end())
            i = closing.start()
        opening = _any_of("".join(marks)).search(text, i + 1, block.end)


@cache
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]" if characters else "(?!)")
