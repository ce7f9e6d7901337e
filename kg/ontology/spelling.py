"""How German spells place names of Cyrillic scripts: a transcription by table, believed only where GeoNames agrees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec

_CYRILLIC = re.compile(r"[\u0400-\u04ff'ʼ’ -]+")
_SCHOLARLY = re.compile(r"[āēīōūĀĒĪŌŪ\u1e00-\u1eff‘]")
_ALIKE = 0.5
"""How much of the English spelling must recur in the German one: tells Donezk from Stalino, both names of one city."""


class Transcription(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Countries (ISO 3166) whose names it serves, regular expressions to replace in order, then single letters."""

    countries: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    letters: dict[str, str]


def transcribe(name: str, rules: Transcription) -> str:
    """The name in Latin letters; words keep their capital. Letters without a rule stay as they are."""
    return "".join(_word(part, rules) for part in re.split(r"([\s-])", name))


def _word(word: str, rules: Transcription) -> str:
    text = word.lower()
    for pattern, replacement in rules.patterns:
        text = re.sub(pattern, replacement, text)
    text = "".join(rules.letters.get(letter, letter) for letter in text)
    return text[:1].upper() + text[1:] if word[:1].isupper() else text


def german_spelling(name: str, alternates: Iterable[str], rules: Transcription) -> str:
    """The German spelling of a city called `name` in English, "" where no transcription is among its known names."""
    known = {alternate.casefold() for alternate in alternates}
    candidates = {transcribe(a, rules) for a in sorted(alternates) if _CYRILLIC.fullmatch(a)}
    alike = ((SequenceMatcher(None, name, c, autojunk=False).ratio(), c) for c in candidates if c.casefold() in known)
    return max((pair for pair in alike if pair[0] >= _ALIKE), default=(0.0, ""))[1]


def folded(name: str) -> str:
    """The name without diacritics and apostrophes, as agencies write it: "Ürümqi" -> "Urumqi"."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"['’‘ʼ]", "", "".join(letters)).replace("ı", "i").replace("ł", "l").replace("Ł", "L")


def plain_english(name: str) -> str:
    """A name of scholarly transliteration as English writes it ("Mazār-e Sharīf" -> "Mazar-e Sharif"), others as is."""
    return folded(name) if _SCHOLARLY.search(name) else name
