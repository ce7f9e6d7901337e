"""Forms of a name: the ones that are compared, from exact to coarse.

normal  casefolded, umlauts written out (Müller, Mueller), other marks off, punctuation off
plain   marks simply off (Muller), so that Erdoğan is Erdogan
loose   what different transcriptions of one sound have in common (Schoigu, Shoigu; Jewmenow, Yevmenov)
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from kg.lang import load
from kg.lang.schema import Names, Spelling

_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_NO_LETTER = re.compile(r"(?:[^\w&+-]|_)+")
_HYPHENS = re.compile(r"[\u2010-\u2015]")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_DOUBLED = re.compile(r"(.)\1+")
_ABBREVIATION = re.compile(r"[\w&-]{2,8}")
_KEPT = 100_000
_INITIALS_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A name in the forms that are compared, unit by unit; a unit is a word with the particles before it."""

    normal: tuple[str, ...]
    plain: tuple[str, ...]
    loose: tuple[str, ...]
    romanised: tuple[str, ...]
    cores: tuple[str, ...]

    @property
    def letters(self) -> str:
        """The plain form without blanks and hyphens: "Kim Jong Un" is "Kim Jong-un"."""
        return _joined(self.plain)

    @property
    def sound(self) -> str:
        return _joined(self.loose)

    @property
    def complete(self) -> bool:
        """Whether a person is known by it: a given and a family name. "Merkel", "A. Merkel", "Thomas M." are not."""
        count = len(self.normal)
        initials = [len(unit) == 1 for unit in self.normal]
        return count > 1 and not initials[-1] and (count > 2 or not initials[0])


@dataclass(frozen=True, slots=True)
class Orthography:
    """How the languages of a corpus spell names: their lexicons joined."""

    letters: tuple[tuple[str, str], ...]
    romanisation: tuple[tuple[str, str], ...]
    transcription: tuple[tuple[str, str], ...]
    particles: frozenset[str]
    legal_forms: frozenset[str]

    @classmethod
    @cache
    def of(cls, languages: tuple[str, ...]) -> Orthography:
        """The rules of `languages` (codes); LexiconError where one has no words for it."""
        spellings = [load(Spelling, language) for language in languages]
        names = [load(Names, language) for language in languages]
        return cls(
            letters=tuple(pair for s in spellings for pair in s.letters.items()),
            romanisation=tuple(pair for s in spellings for pair in s.romanisation),
            transcription=tuple(pair for n in names for pair in n.transcription),
            particles=frozenset(_basic(p) for n in names for p in n.particles),
            legal_forms=frozenset(_basic(f) for n in names for f in n.legal_forms),
        )

    def normal(self, name: str) -> str:
        """The form in which names are the same: "Gerhard  SCHRÖDER" -> "gerhard schroeder"."""
        return _basic(_replaced(unicodedata.normalize("NFKC", name).casefold(), self.letters))

    def form(self, name: str) -> Form:
        """The forms of a name; kept, since the same few names fill a corpus."""
        return _form(self, name)

    def without_legal_form(self, name: str) -> str:
        """The normal form of a company's name without "AG", "Inc." at its end; the whole name if nothing is left."""
        words = self.normal(name).split()
        while len(words) > 1 and words[-1] in self.legal_forms:
            words.pop()
        return " ".join(words)

    def units(self, name: str) -> list[str]:
        """Words, particles joined to the word that they go before: Ursula | von der Leyen."""
        units: list[str] = []
        held: list[str] = []
        words = [word for word in name.split() if _basic(word)]
        for word, following in zip_longest(words, words[1:], fillvalue=""):
            held.append(word)
            if not (following and self._particle(word, following)):
                units.append(" ".join(held))
                held = []
        return units

    def _particle(self, word: str, following: str) -> bool:
        """Small, or large at the start of a sentence before a small one (Von der Leyen); Al Gore has none."""
        return _basic(word) in self.particles and (word.islower() or following.islower())

    def core(self, unit: str) -> str:
        """The unit without its particles: "von der leyen" -> "leyen", "al-assad" -> "assad"."""
        words = re.split("[ -]", unit)
        while len(words) > 1 and words[0] in self.particles:
            words.pop(0)
        return "-".join(words)


@lru_cache(maxsize=_KEPT)
def _form(orthography: Orthography, name: str) -> Form:
    units = orthography.units(name)
    plain = tuple(_basic(unit) for unit in units)
    return Form(
        normal=tuple(orthography.normal(unit) for unit in units),
        plain=plain,
        loose=tuple(_DOUBLED.sub(r"\1", _replaced(unit, orthography.transcription)) for unit in plain),
        romanised=tuple(_replaced(unit, orthography.romanisation) for unit in plain),
        cores=tuple(orthography.core(unit) for unit in plain),
    )


def is_abbreviation(name: str) -> bool:
    """Whether it looks like one: a short word with two capitals (SCMP, BaFin)."""
    return bool(_ABBREVIATION.fullmatch(name)) and sum(letter.isupper() for letter in name) > 1


def stands_for(short: str, full: str) -> bool:
    """Whether `short` is made of exactly the initials of `full`, three at least: less is chance too often.

    >>> stands_for("SCMP", "South China Morning Post"), stands_for("FAA", "Front Altair")
    (True, False)
    """
    letters = _joined((_basic(short),))
    return len(letters) >= _INITIALS_AT_LEAST and letters == initials(full)


def initials(name: str) -> str:
    """First letters of the capitalised words, parts of compounds with a hyphen among them, small."""
    return "".join(_basic(word)[:1] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _basic(text: str) -> str:
    """Casefolded, marks and punctuation off, single blanks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = (c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    bare = _APOSTROPHES.sub("", "".join(letters).translate(_STROKES))
    return _NO_LETTER.sub(" ", _HYPHENS.sub("-", bare)).strip(" -")


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def _joined(units: tuple[str, ...]) -> str:
    return "".join(units).replace(" ", "").replace("-", "")
