"""What each block of lines is: title, caption, body or boilerplate.

The words that mark credits and page furniture are data of the language (`Layout`); the rest is form: length, final
punctuation, brackets, digits, place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ingest.layout_words import LayoutWords, layout_words
from kg.ingest.paragraphs import lines, paragraphs, trimmed
from kg.model import Block, BlockKind, Span

_FINAL = re.compile(r"""[.!?…:;,]["'»«“”‘’›‹)\]]*$""")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|<[^<>]*>|\{[^{}]*\}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,99}@[^\s@.]{1,99}\.\S+")
# "Berlin (dpa) - ", "Wien (Austria), 20.05.2019 – ": a place, brackets, perhaps a date, a dash.
_DATELINE = re.compile(
    r"([^()\n]{2,40}?) ?\([^()\n]{2,40}\)(?:, ?\d{1,2}\. ?(?:\d{1,2}\.|\w+) ?\d{4})? ?[-–—] (?=\W*(\w))"
)
_TITLE_WORDS = 20
_SUBHEAD_WORDS = 12
_CAPTION_WORDS = 60
_LABEL_WORDS = 8


def blocks(text: str, *, language: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text` in order; every character that is not white space is in exactly one.

    `title` is the known title of the article: a first line that repeats it is one, whatever it ends in.
    """
    words = layout_words(language)
    spans = list(paragraphs(text, words, is_furniture=lambda line: _is_furniture(line, words)))
    kinds = [_by_content(span.of(text), words) for span in spans]
    _place(text, spans, kinds, title)
    return tuple(part for span, kind in zip(spans, kinds, strict=True) for part in _split(text, span, kind, words))


def line_blocks(text: str) -> tuple[Block, ...]:
    """Every line that is not blank as a body of its own."""
    return tuple(Block(span, BlockKind.BODY) for span in lines(text))


def _by_content(block: str, words: LayoutWords) -> BlockKind | None:
    """The kind that the words and the form of the block tell, None where its place must."""
    if _is_furniture(block, words):
        return BlockKind.BOILERPLATE
    if len(block.split()) <= _CAPTION_WORDS and words.credit.search(block):
        return BlockKind.CAPTION
    if _FINAL.search(block) or len(block.split()) > _TITLE_WORDS:
        return BlockKind.BODY
    return None


def _is_furniture(block: str, words: LayoutWords) -> bool:
    bare = _ADDRESS.sub(" ", _BRACKETED.sub(" ", block))
    letters = sum(character.isalpha() for character in bare)
    if letters <= sum(character.isdigit() for character in bare):
        return True
    few = len(block.split()) <= _LABEL_WORDS
    return bool(words.label.fullmatch(bare.strip()) or (few and words.opening.match(block)))


def _place(text: str, spans: list[Span], kinds: list[BlockKind | None], title: str | None) -> None:
    """Kinds for the short lines without an end: titles before a body, page furniture after the last."""
    if BlockKind.BODY not in kinds:
        kinds[:] = [kind or BlockKind.BODY for kind in kinds]
        return
    last = len(kinds) - 1 - kinds[::-1].index(BlockKind.BODY)
    for i, kind in enumerate(kinds):
        if kind is None:
            words = len(spans[i].of(text).split())
            heads = i < last and (words <= _SUBHEAD_WORDS or BlockKind.BODY not in kinds[:i])
            kinds[i] = BlockKind.TITLE if heads else _closing(words)
    if title and spans[0].of(text).split() == title.split() and kinds.count(BlockKind.BODY) > 1:
        kinds[0] = BlockKind.TITLE


def _closing(words: int) -> BlockKind:
    """A short line after the last paragraph is a signature or a label; a longer one is a paragraph cut short."""
    return BlockKind.BOILERPLATE if words <= _LABEL_WORDS else BlockKind.BODY


def _split(text: str, span: Span, kind: BlockKind | None, words: LayoutWords) -> Iterator[Block]:
    """A caption without its credit, a paragraph without its dateline; both are left over as boilerplate."""
    kind = kind or BlockKind.BODY
    block = span.of(text)
    credit = words.credit.search(block) if kind is BlockKind.CAPTION else None
    body = _after_dateline(block) if kind is BlockKind.BODY else 0
    if credit and credit.start():
        yield Block(trimmed(text, Span(span.start, span.start + credit.start())), kind)
        yield Block(Span(span.start + credit.start(), span.end), BlockKind.BOILERPLATE)
    elif body:
        yield Block(trimmed(text, Span(span.start, span.start + body)), BlockKind.BOILERPLATE)
        yield Block(Span(span.start + body, span.end), kind)
    else:
        yield Block(span, BlockKind.BOILERPLATE if credit else kind)


def _after_dateline(block: str) -> int:
    """Where the sentence begins behind a dateline, 0 where there is none: place and sentence begin with capitals."""
    found = _DATELINE.match(block)
    if not found or not found[1][0].isupper() or not found[1].split()[-1][0].isupper() or not found[2].isupper():
        return 0
    return found.end()
