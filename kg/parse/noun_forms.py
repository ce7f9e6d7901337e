"""What a noun's form can be: gender, number and case by a dictionary, narrowed by its article.

A compound has the forms of its last part ("Verteidigungsminister": "Minister"), found as the longest known ending.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

SHORTEST_PART = 3  # letters of a compound's last part
CACHED = 20_000
# How much it says that a form is as the parser sees it: the case is what the words around tell.
GENDER_WEIGHT, NUMBER_WEIGHT, CASE_WEIGHT = 1, 1, 2


class Form(NamedTuple):
    """A reading of a noun or an article, in the values of Universal Dependencies; "" where any will do."""

    gender: str
    number: str
    case: str

    def fits(self, other: Form) -> bool:
        """Whether both can be of one phrase."""
        return all(not mine or not theirs or mine == theirs for mine, theirs in zip(self, other, strict=True))

    def nearness(self, other: Form) -> int:
        """How far both are the same."""
        gender, number, case = (mine == theirs for mine, theirs in zip(self, other, strict=True))
        return GENDER_WEIGHT * gender + NUMBER_WEIGHT * number + CASE_WEIGHT * case


GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "-": ""}
NUMBERS = {"S": "Sing", "P": "Plur"}
CASES = {"N": "Nom", "G": "Gen", "D": "Dat", "A": "Acc"}


class NounForms:
    """Readings of nouns and of articles, by form."""

    def __init__(self, nouns: Mapping[str, str], articles: Mapping[str, Iterable[Form]]) -> None:
        """`nouns` are in small letters, their readings written as `forms_of` takes them."""
        self._nouns, self._articles = nouns, {word: tuple(forms) for word, forms in articles.items()}
        self._of = lru_cache(CACHED)(self._looked_up)

    @classmethod
    def from_file(cls, path: Path, bank: str, articles: Mapping[str, Iterable[Form]]) -> NounForms:
        """The lines of `bank` in a gzipped file of bank, form and readings, tab-separated."""
        lines = (line.split("\t") for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines())
        return cls({form: written for own, form, written in lines if own == bank}, articles)

    def of(self, word: str) -> tuple[Form, ...]:
        """The readings of a noun: its own or those of its longest known ending; none where there is none."""
        return self._of(word.lower())

    def agreed(self, word: str, articles: Iterable[str], guess: Form, case: str = "") -> Form | None:
        """Of the readings of a noun that go with its articles and stand in a case, the one nearest to a guess; None for
        an unknown noun.

        Of readings equally near the first; an article or a case with which none goes is passed over.
        """
        readings = self.of(word)
        for article in articles:
            own = self._articles.get(article.lower(), ())
            readings = tuple(form for form in readings if any(map(form.fits, own))) or readings
        readings = tuple(form for form in readings if form.case == case) or readings
        if not readings:
            return None
        best = max(readings, key=guess.nearness)
        return best if best.gender else best._replace(gender=guess.gender)

    def goes_with(self, article: str, noun: Form) -> bool:
        """Whether an article can stand before a noun in this form."""
        return any(form.fits(noun) for form in self._articles.get(article.lower(), ()))

    def _looked_up(self, word: str) -> tuple[Form, ...]:
        for start in range(max(1, len(word) - SHORTEST_PART + 1)):
            if written := self._nouns.get(word[start:]):
                return forms_of(written)
        return ()


def forms_of(written: str) -> tuple[Form, ...]:
    """Readings from the letters of genders, of a number and of cases: ``mSNDA,mPNGA``."""
    found: list[Form] = []
    for part in written.split(","):
        at = next(i for i, letter in enumerate(part) if letter in NUMBERS)
        found += (Form(GENDERS[g], NUMBERS[part[at]], CASES[c]) for g in part[:at] for c in part[at + 1 :])
    return tuple(found)
