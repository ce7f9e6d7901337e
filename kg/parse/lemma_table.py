"""Lemmas seen in the treebanks: what a known form is, and whether a guess is a word at all."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.parse.lemmas import apply_rule

WRITTEN_AS_IS = frozenset({"PUNCT", "SYM", "NUM"})
CAPITALISED = frozenset({"NOUN", "PROPN"})

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LemmaTable:
    """`lemmas` of (form, UPOS), and every `known` (lemma, UPOS)."""

    lemmas: Mapping[Key, str]
    known: frozenset[Key]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str, str]]) -> LemmaTable:
        """From (form, UPOS, lemma)."""
        lemmas = {(form, upos): lemma for form, upos, lemma in entries}
        return cls(lemmas, frozenset((lemma, upos) for (_, upos), lemma in lemmas.items()))

    @classmethod
    def from_file(cls, path: Path, bank: str) -> LemmaTable:
        """The lines of `bank` in a gzipped file of bank, form, UPOS and lemma, tab-separated."""
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
        rows = (line.split("\t") for line in lines)
        return cls.of((form, upos, lemma) for own, form, upos, lemma in rows if own == bank)

    def lemma(self, form: str, upos: str, rules: Sequence[str]) -> str:
        """The lemma of `form`: the one seen; else what the best of `rules` makes that has been seen; else the first's.

        `rules` come best first.
        """
        if upos in WRITTEN_AS_IS:
            return form
        seen = self.lemmas.get((form, upos))
        if seen is None and upos not in CAPITALISED:
            seen = self.lemmas.get((form.lower(), upos))
        if seen is not None:
            return seen
        guesses = [apply_rule(rule, form) for rule in rules]
        if upos == "PROPN":  # names are new most of the time, and short ones are known for much
            return guesses[0]
        return next((guess for guess in guesses if (guess, upos) in self.known), guesses[0])
