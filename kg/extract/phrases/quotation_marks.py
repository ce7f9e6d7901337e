"""What stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.lang.schema import Factuality
from kg.model import Article, Block, BlockKind, Span, Token

_EITHER = '"'  # opens and closes


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


def quote_places(tokens: Sequence[Token], words: Factuality) -> Iterator[tuple[int, int]]:
    """Places of the marks around each quotation; one that goes on in the next sentence ends with this one."""
    opening, closing = (*words.opening_quotes, _EITHER), (*words.closing_quotes, _EITHER)
    opened = -1
    for token in tokens:
        if opened < 0 and token.text in opening:
            opened = token.i
        elif opened >= 0 and token.text in closing:
            yield opened, token.i
            opened = -1
    if opened >= 0:
        yield opened, len(tokens)


def quoted_alone(tokens: Sequence[Token], speech: int, quoted: Iterable[tuple[int, int]]) -> int:
    """Place of the mark that opens what a verb of saying at `speech`, right behind it, has said, where a colon sets it
    apart from the rest of the sentence ("Er war froh: „Ein guter Start“, sagte er"); -1 for none. `quoted` are the
    places of the marks around each quotation."""
    for opening, end in quoted:
        apart = opening > 0 and tokens[opening - 1].text == ":"
        if apart and end < speech and all(token.upos == "PUNCT" for token in tokens[end:speech]):
            return opening
    return -1
