"""Which lines make a paragraph: running text is often wrapped, and no cue may be cut off what it speaks of.

Blank lines part paragraphs. Between lines without one, a line that is no whole sentence goes on with the next where
something in either shows it: a small letter, a comma, a word that nothing ends in, an open bracket, the width at which
the text was wrapped. A short line without any such sign is a headline; a line longer than any wrapping is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kg.ingest.layout_words import LayoutWords
from kg.model import Span

_LINE = re.compile(r"[^\n]+")
_CLOSING = "\"'»«“”‘’›‹)]"
_SENTENCE_END = re.compile(rf"[.!?…][{re.escape(_CLOSING)}]*$")
# Within a line: "… in Wien. Dort traf er". No headline is a sentence and the beginning of another one.
_SENTENCE_WITHIN = re.compile(rf"[^\W\d_]{{3}}[.!?][{re.escape(_CLOSING)}]*\s+[^\W\d_]+\s+\S")
_GOES_ON = re.compile(r"(?:[,;(„‚\[–—]|[^\W\d_] [-/])$")
_NUMBER = re.compile(r"\d{1,3}\.")
_INITIAL = re.compile(r"[^\W\d_]\.")
_ITEM = re.compile(r"(?:[-–—•*·▪◦‣>+]|\d{1,3}[.)]|[a-z]\))\s")
_PAIRS = (("(", ")"), ("[", "]"), ("„", "“”"))
_WRAPPED_WIDTH = 120
_LONGEST_TITLE = 20  # words
_SHORTEST_BODY = 3


def lines(text: str) -> list[Span]:
    """The lines that are not blank, without the white space around them."""
    return [trimmed(text, Span(*match.span())) for match in _LINE.finditer(text) if match.group().strip()]


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space around it."""
    line = span.of(text)
    start = span.start + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip()))


def paragraphs(text: str, words: LayoutWords, *, is_furniture: Callable[[str], bool]) -> Iterator[Span]:
    """The paragraphs in order. A line of the page's furniture is one of its own."""
    found = lines(text)
    width = _wrapped_width(text, found)
    for group in _groups(text, found):
        goes_on = _Group(text, group, words, width, is_furniture).goes_on()
        start = 0
        for i in range(len(group)):
            if i == len(group) - 1 or not goes_on[i]:
                yield Span(group[start].start, group[i].end)
                start = i + 1


def _groups(text: str, found: Sequence[Span]) -> Iterator[list[Span]]:
    """Lines without a blank one between them."""
    group: list[Span] = []
    for line in found:
        if group and text.count("\n", group[-1].end, line.start) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


class _Group:
    """Lines that stand right below each other, and for each of them but the last whether it goes on in the next."""

    def __init__(
        self, text: str, group: Sequence[Span], words: LayoutWords, width: int, is_furniture: Callable[[str], bool]
    ) -> None:
        self._lines = [line.of(text) for line in group]
        self._words = words
        self._width = width or _wrapped_width(text, group, share=1)
        self._is_furniture = is_furniture

    def goes_on(self) -> list[bool]:
        found: list[bool] = []
        for line, following in pairwise(self._lines):
            found.append(self._can_go_on(line, following) and self._shows(line, following))
        return found

    def _can_go_on(self, line: str, following: str) -> bool:
        if _ITEM.match(following) or self._is_furniture(line) or self._is_furniture(following):
            return False
        return not _SENTENCE_END.search(line) or self._is_unfinished(line, following)

    def _is_unfinished(self, line: str, following: str) -> bool:
        """Whether the line ends in a word, a number or an initial that something comes after."""
        *before, last = [word.lstrip("(„\"'»«“‚[") for word in line.split()]
        first = following.split(maxsplit=1)[0].strip(",.;:")
        return (
            last in self._words.unfinished
            or (bool(_NUMBER.fullmatch(last)) and first in self._words.after_numbers)
            or (bool(_INITIAL.fullmatch(last)) and before[-1:] != [] and before[-1] in self._words.unfinished)
        )

    def _shows(self, line: str, following: str) -> bool:
        """Whether one of the two lines shows that they are of one sentence."""
        return (
            following[0].islower()
            or bool(_GOES_ON.search(line))
            or self._is_unfinished(line, following)
            or _is_open(line)
            or (len(line) <= _WRAPPED_WIDTH and _is_running(line))
            or (len(following.split()) < _SHORTEST_BODY and bool(_SENTENCE_END.search(following)))
            or bool(self._width and _fills(line, following, self._width))
        )


def _is_running(line: str) -> bool:
    """Whether the line is too long for a headline, or has the beginning of another sentence in it."""
    return len(line.split()) > _LONGEST_TITLE or bool(_SENTENCE_WITHIN.search(line))


def _is_open(line: str) -> bool:
    """Whether a bracket or quotation mark opens in the line that does not close in it."""
    return any(line.rfind(opens) > max(map(line.rfind, closes)) for opens, closes in _PAIRS)


def _wrapped_width(text: str, found: Sequence[Span], *, share: float = 0.5) -> int:
    """The column at which the lines were wrapped, 0 where they were not: this share of neighbours must fill it."""
    width = max((line.end - line.start for line in found), default=0)
    pairs = [(line, after) for line, after in pairwise(found) if text.count("\n", line.end, after.start) == 1]
    full = sum(_fills(line.of(text), after.of(text), width) for line, after in pairs)
    return width if width <= _WRAPPED_WIDTH and len(pairs) > 1 and full >= share * len(pairs) else 0


def _fills(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
