"""The words of a page that are no news, as patterns made from the language's lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from kg.errors import LexiconError
from kg.lang import has, languages, load
from kg.lang.schema import GivenNames, Layout, Sentences


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """`credit` finds who took a picture, `label` fits a whole line, `opening` begins one.

    `unfinished` are words that do not end a line that is whole; a number with a full stop goes on with `after_numbers`.
    """

    credit: re.Pattern[str]
    label: re.Pattern[str]
    opening: re.Pattern[str]
    unfinished: frozenset[str]
    after_numbers: frozenset[str]


@cache
def layout_words(language: str) -> LayoutWords:
    """The patterns of `language`; LexiconError where its words are missing."""
    words = load(Layout, language)
    credit = rf"[(\[]?(?:\b(?:{_any(words.credits)})\s*:|©)\s*[^.!?:]{{0,80}}[)\]]?\.?$"
    return LayoutWords(
        credit=re.compile(credit),
        label=re.compile(rf"[\W\d_]*(?:{_any(words.labels)})[\W\d_]*", re.IGNORECASE),
        opening=re.compile(rf"[\W_]*(?:(?:{_any(words.openings)})\b|(?:{_any(words.keys)})\s*:|©)", re.IGNORECASE),
        unfinished=frozenset((*words.unfinished, *_never_last(language))),
        after_numbers=load(Sentences, language).after_ordinals if has(Sentences, language) else frozenset(),
    )


@cache
def readable() -> tuple[str, ...]:
    """Codes of the languages whose pages are known; a folder with some of a language's words does not make it one."""
    return tuple(code for code in languages() if _known(code))


def _never_last(language: str) -> Iterator[str]:
    """Abbreviations that stand before something, and given names."""
    if has(Sentences, language):
        yield from load(Sentences, language).never_final
    if has(GivenNames, language):
        yield from chain.from_iterable(load(GivenNames, language).genders.values())


def _known(language: str) -> bool:
    try:
        load(Layout, language)
    except LexiconError:
        return False
    return True


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) or r"(?!)"
