"""What stands between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model import Article, Block, BlockKind, Span


def quoted(article: Article, marks: Mapping[str, str]) -> tuple[Span, ...]:
    """Spans between quotation marks, the marks included, in text order; none reaches out of its paragraph.

    `marks` maps an opening mark to those that may close it. What is never closed is no quotation; a quotation inside
    another goes with it.
    """
    blocks = article.blocks or (Block(Span(0, len(article.text)), BlockKind.BODY),)
    return tuple(span for block in blocks for span in _pairs(article.text, block.span, marks))


def _pairs(text: str, block: Span, marks: Mapping[str, str]) -> Iterator[Span]:
    i = block.start
    while i < block.end:
        closing = marks.get(text[i], "")
        end = next((j for j in range(i + 1, block.end) if text[j] in closing), -1) if closing else -1
        if end > i + 1:
            yield Span(i, end + 1)
            i = end
        i += 1
