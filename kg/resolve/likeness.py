"""How alike two names are, as one word that says why."""

from __future__ import annotations

from enum import StrEnum

from rapidfuzz.distance import JaroWinkler

from kg.resolve.names import Form

_NEAR = 0.92
"""Jaro-Winkler similarity from which two words may be one misspelt; Li and Lu, Maier and Bayer stay below."""


class Likeness(StrEnum):
    """From the same name to names that contradict each other."""

    SAME = "same-name"
    LETTERS = "same-letters"
    ROMANISATION = "other-romanisation"
    MIDDLE = "middle-name-left-out"
    SIMILAR = "similar-spelling"
    INITIAL = "initial"
    PART = "part-of-name"
    NONE = "different-names"


def likeness(a: Form, b: Form) -> Likeness:
    """How alike two names of persons are.

    >>> from kg.resolve.names import Orthography
    >>> form = Orthography.of(("de",)).form
    >>> str(likeness(form("Sergei Shoigu"), form("Sergei Schoigu"))), str(likeness(form("Li Hui"), form("Li Shangfu")))
    ('other-romanisation', 'different-names')
    """
    if a.normal == b.normal:
        return Likeness.SAME
    if a.letters == b.letters:
        return Likeness.LETTERS
    shorter, longer = sorted((a, b), key=lambda form: len(form.normal))
    if len(shorter.normal) == len(longer.normal):
        return _word_by_word(a, b)
    if len(shorter.normal) == 1:
        return Likeness.PART if _bears(longer, shorter) else Likeness.NONE
    return _shortened(shorter, longer)


def _bears(full: Form, part: Form) -> bool:
    """Whether a single word is the first or the last unit of a full name: which of them is the surname, varies."""
    wanted = {part.normal[0], part.plain[0], part.cores[0]}
    ends = {full.normal[0], full.normal[-1], full.plain[0], full.plain[-1], full.cores[0], full.cores[-1]}
    return bool(wanted & ends) or _differs_in_romanisation(part, 0, full, -1)


def _word_by_word(a: Form, b: Form) -> Likeness:
    count = len(a.normal)
    found = [_unit(a, b, i) for i in range(count)]
    if Likeness.NONE in found or found[-1] is Likeness.INITIAL:  # "Thomas M." is meant to stay unknown
        return Likeness.NONE
    if Likeness.INITIAL in found:
        return Likeness.INITIAL if found[0] is Likeness.INITIAL else Likeness.MIDDLE
    if Likeness.ROMANISATION in found:
        return Likeness.ROMANISATION
    if Likeness.SIMILAR not in found:
        return Likeness.LETTERS
    return Likeness.SIMILAR if count == 1 or Likeness.SAME in found or a.sound == b.sound else Likeness.NONE


def _unit(a: Form, b: Form, i: int) -> Likeness:
    """The same for one word of each."""
    if a.normal[i] == b.normal[i] or a.plain[i] == b.plain[i] or a.cores[i] == b.cores[i]:
        return Likeness.SAME
    if 1 in (len(a.normal[i]), len(b.normal[i])):
        return Likeness.INITIAL if a.normal[i][:1] == b.normal[i][:1] else Likeness.NONE
    if _differs_in_romanisation(a, i, b, i):
        return Likeness.ROMANISATION
    near = a.loose[i] == b.loose[i] or JaroWinkler.similarity(a.plain[i], b.plain[i]) >= _NEAR
    return Likeness.SIMILAR if near else Likeness.NONE


def _differs_in_romanisation(a: Form, i: int, b: Form, j: int) -> bool:
    """Whether two words sound the same and exactly one has a spelling that only one language writes (Shoigu, Schoigu).

    Maier and Mayer sound the same too, but no transcription tells them apart: they are two families.
    """
    foreign = (a.romanised[i] != a.plain[i]) != (b.romanised[j] != b.plain[j])
    return foreign and a.loose[i] == b.loose[j]


def _shortened(shorter: Form, longer: Form) -> Likeness:
    """Middle names may be left out from the last on: George Bush is George W. Bush, who is not George H. W. Bush."""
    ends = all(shorter.plain[i] == longer.plain[i] or shorter.normal[i] == longer.normal[i] for i in (0, -1))
    kept = len(shorter.plain) - 1
    return Likeness.MIDDLE if ends and shorter.plain[:kept] == longer.plain[:kept] else Likeness.NONE
