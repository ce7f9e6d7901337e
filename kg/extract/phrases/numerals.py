"""Numbers as a language writes them, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from text_to_num import text2num  # type: ignore[import-untyped]

from kg.lang import load
from kg.lang.schema import Numbers

_HYPHENS = frozenset({"-", "\u2011"})


@lru_cache(maxsize=1 << 14)
def number(text: str, *, language: str) -> float | None:
    """What a token says as a number ("1.200", "3,5", "zwölf", "anderthalb"), None if it is none.

    Words are those of the lexicon, else read by text2num.
    """
    words = load(Numbers, language)
    if text[:1].isdigit():
        return _digits(text, words)
    if not text.replace("-", "").isalpha():
        return None
    known = _known(language).get(text.lower())
    return known if known is not None else _cardinal(text.lower(), language)


def spelled(words: Sequence[str], *, language: str) -> tuple[float, int] | None:
    """The number that begins a list of words, and how many of them say it: three of "twenty", "-", "five"."""
    if len(words) > 2 and words[1] in _HYPHENS and words[0].isalpha() and words[2].isalpha():
        joined = number(f"{words[0]}-{words[2]}", language=language)
        if joined is not None:
            return joined, 3
    alone = number(words[0], language=language) if words else None
    return (alone, 1) if alone is not None else None


def _digits(text: str, words: Numbers) -> float | None:
    group = "[" + re.escape("".join(words.grouping)) + " \u00a0\u202f'’]"
    decimal = re.escape(words.decimal)
    if re.fullmatch(rf"\d+({decimal}\d+)?|\d{{1,3}}({group}\d{{3}})+({decimal}\d+)?", text) is None:
        return None
    return float(re.sub(group, "", text).replace(words.decimal, "."))


@cache
def _known(language: str) -> dict[str, float]:
    return {form.lower(): float(n) for n, forms in load(Numbers, language).words.items() for form in forms}


def _cardinal(text: str, language: str) -> float | None:
    if not text.startswith(load(Numbers, language).beginnings):  # of most words, and quicker than to ask
        return None
    try:
        return float(text2num(text, language))
    except ValueError:
        return None
