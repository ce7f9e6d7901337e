"""Compounds whose parts are words of their own: "chief executive officer", "deputy foreign minister".

The lexicon lists bases, of one word or several ("secretary of state"); words before a base that the lexicon has as
first parts, and common nouns that the tree joins to it, belong to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.model import Sentence, Token

_BEFORE, _BEHIND = 6, 7  # tokens that a base may reach to either side of its head


@dataclass(frozen=True, slots=True)
class Compound:
    """A base of the lexicon (small letters) with its first words as written; `before` and `after` count the tokens on
    either side of the head that belong to it, `former` is told by a prefix ("ex-minister")."""

    base: str
    first: tuple[str, ...]
    before: int
    after: int
    former: bool = False


def compound_at(
    sentence: Sentence, i: int, bases: Collection[str], first_words: Collection[str], former: Collection[str] = ()
) -> Compound | None:
    """The compound that the token at `i` is the head of, None if it is none or only a part of one."""
    span = _base(sentence, i, bases)
    if span is None:
        return None
    start, end = span
    first = start
    words: list[str] = []
    while first > 0:
        before = _parts(sentence, first, i, first_words)
        if not before:
            break
        words = [*before, *words]
        first -= len(before)
    prefixed = (
        first > 1 and sentence.tokens[first - 1].text == "-" and sentence.tokens[first - 2].text.lower() in former
    )
    first -= 2 * prefixed
    return Compound(written(sentence, start, end), tuple(words), i - first, end - i - 1, prefixed)


def written(sentence: Sentence, first: int, end: int) -> str:
    """The tokens in small letters, with a blank where the text has white space."""
    parts: list[str] = []
    for token in sentence.tokens[first:end]:
        if parts and token.start > sentence.tokens[token.i - 1].end:
            parts.append(" ")
        parts.append(token.text.lower())
    return "".join(parts)


def _base(sentence: Sentence, i: int, bases: Collection[str]) -> tuple[int, int] | None:
    """The longest base around the token, if the token is its head."""
    for first, end in sorted(_ranges(sentence, i), key=lambda r: r[0] - r[1]):
        if written(sentence, first, end) in bases:
            head = next((t.i for t in sentence.tokens[first:end] if not first <= t.head < end), i)
            return (first, end) if head == i else None
    return None


def _ranges(sentence: Sentence, i: int) -> Iterator[tuple[int, int]]:
    for first in range(max(0, i - _BEFORE), i + 1):
        for end in range(i + 1, min(len(sentence.tokens), i + _BEHIND) + 1):
            yield first, end


def _parts(sentence: Sentence, first: int, head: int, first_words: Collection[str]) -> list[str]:
    """The words right before `first` that belong to the base: one, or a conjunction and what is joined to the first
    ("state and military leaders")."""
    tokens = sentence.tokens
    if _part(sentence, first - 1, head, first_words):
        return [tokens[first - 1].text]
    joint = first > 1 and tokens[first - 1].upos == "CCONJ" and tokens[first].text.lower() in first_words
    joined = joint and tokens[first - 2].text.lower() in first_words
    return [tokens[first - 2].text, tokens[first - 1].text] if joined else []


def _part(sentence: Sentence, j: int, head: int, first_words: Collection[str]) -> bool:
    """Whether the word before a base belongs to it: listed, or a common noun that hangs within the compound."""
    token = sentence.tokens[j]
    if token.upos not in ("NOUN", "PROPN", "ADJ"):
        return False
    return token.text.lower() in first_words or (_common(token) and j < token.head <= head)


def _common(token: Token) -> bool:
    return token.upos == "NOUN" and token.relation == "compound" and not token.entity and token.text.islower()
