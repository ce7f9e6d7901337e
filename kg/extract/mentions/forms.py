"""Forms of names: parts, genitives, spellings of one sound, initials. Pure functions; the words are the language's."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rapidfuzz.distance import Levenshtein

from kg.lang import load
from kg.lang.schema import GivenNames, Grammar, Names, Titles

_UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"})
_SHORT, _LONG = 4, 7


@cache
def folded(name: str) -> str:
    """Small letters without diacritics, hyphens as blanks: the form in which names are compared."""
    letters = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w\s]", lambda m: " " if m[0] in "-–/" else "", plain).split())


@cache
def core(name: str, language: str) -> tuple[str, ...]:
    """The folded parts of a name without legal forms and suffixes ("Krohmann AG" -> "krohmann"); hyphens join."""
    words = load(Names, language)
    idle = (*words.legal_forms, *load(Titles, language).suffixes)
    written = [part for part in name.split() if part not in idle] or name.split()
    written = [p for part in written for p in _without_particle(part, words.particles)]
    parts = tuple(filter(None, (folded(part).replace(" ", "") for part in written)))
    return parts or (folded(name),)


def _without_particle(part: str, particles: tuple[str, ...]) -> tuple[str, ...]:
    """ "al-Assad" is "al" and "Assad", as "al Assad" is."""
    first, hyphen, rest = part.partition("-")
    return (first, rest) if hyphen and rest and first.lower() in particles else (part,)


@cache
def sound(name: str, language: str) -> str:
    """One spelling for what transcriptions spell differently (Schoigu and Shoigu, Li, Ly and Lee)."""
    text = folded(name)
    for spelling, plain in load(Names, language).transcription:
        text = text.replace(spelling, plain)
    return re.sub(r"(\w)\1", r"\1", text)


def spelled_alike(one: str, other: str, language: str, *, slips: int = 0) -> bool:
    """Whether two words may be spellings of one name: of the same sound, short ones aside, or in long ones at most
    `slips` letters apart in it."""
    if one == other:
        return True
    sounds = sound(one, language), sound(other, language)
    shortest = min(map(len, sounds))
    if shortest < _SHORT:
        return False
    return sounds[0] == sounds[1] or (shortest >= _LONG and Levenshtein.distance(*sounds) <= slips)


@cache
def surnames(name: str, language: str) -> tuple[str, ...]:
    """What may stand for the full name of a person, folded, most likely first: the family name with its particles,
    without them, and in the East Asian order the first part."""
    words = load(Names, language)
    parts = core(name, language)
    if len(parts) < 2:
        return parts
    particles = {folded(p) for p in words.particles}
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in particles:
        start -= 1
    western = (" ".join(parts[start:]), parts[-1])
    first = (parts[0],) if family_first(name, language) else ()
    return tuple(dict.fromkeys(first + western))


@cache
def family_first(name: str, language: str) -> bool:
    """Whether the name begins with a family name of East Asia and the rest is no surname of another order."""
    parts = name.split()
    return len(parts) in (2, 3) and folded(parts[0]) in {folded(n) for n in load(Names, language).family_first}


@cache
def given_gender(name: str, language: str) -> str:
    """The gender that the first given name tells: "Masc", "Fem" or ""."""
    parts = name.split()
    if len(parts) < 2:
        return ""
    return _genders(language).get(parts[0]) or _genders(language).get(parts[0].split("-")[0], "")


@cache
def is_given_name(word: str, language: str) -> bool:
    return word in _genders(language) or word.split("-", maxsplit=1)[0] in _genders(language)


@cache
def _genders(language: str) -> dict[str, str]:
    return {name: gender for gender, names in load(GivenNames, language).genders.items() for name in names}


def without_genitive(word: str, language: str) -> str:
    """The word without the ending of the genitive, "" where it cannot have one ("Paris" can: "Pari" is for others to
    refuse)."""
    return next(iter(genitive_stems(word, language)), "")


@cache
def genitive_stems(word: str, language: str) -> tuple[str, ...]:
    """What the word may be the genitive of, most likely first ("Bundestages": "Bundestage", "Bundestag")."""
    words = load(Names, language)
    if len(word) > 1 and word[-1] in words.apostrophes:
        return (word[:-1],)
    found = []
    for ending in words.genitives:
        bare = word.removesuffix(ending)
        if bare and bare[-1] in words.apostrophes:
            return (bare[:-1],)
        if bare != word and len(bare) > 1 and not bare.endswith(words.no_genitive_after) and not word.isupper():
            found.append(bare)
    return tuple(found)


@cache
def head_type(word: str, language: str) -> str:
    """The type that a head noun of names tells ("Landesgerichts"), compounds by their last part; "" for none."""
    heads, ends = load(Names, language).heads, _head_ends(language)
    for form in (word, *genitive_stems(word, language)):
        fits = [h for end, h in ends if form.endswith(end)] + [form] * (form in heads)
        if fits:
            return str(heads[max(fits, key=len)])
    return ""


@cache
def _head_ends(language: str) -> tuple[tuple[str, str], ...]:
    """How compounds with a head noun end, and the head; short ones would be chance, and so is any where the parts of
    compounds are written apart."""
    if load(Grammar, language).open_compounds:
        return ()
    return tuple((head.lower(), head) for head in load(Names, language).heads if len(head) > 4)


@cache
def abbreviates(short: str, name: str) -> bool:
    """Whether `short` ("SCMP", "EZB") stands for `name`: its letters are those of the parts or syllables, in order."""
    letters = [c for c in folded(short) if c.isalnum()]
    words = [w for w in re.split(r"[\s\-–/]+", name) if w[:1].isupper()]
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in short) < 2 or short in name.split() or not words:
        return False
    if folded(words[0])[0] != letters[0]:
        return False
    initials = [folded(w)[0] for w in words]
    return initials == letters or ((len(words) > 1 or len(words[0]) > 8) and _in_order(letters, folded(name)))


def is_initials(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of all capitalised parts of `name`, three at least."""
    words = [w for w in re.split(r"[\s\-–/]+", name) if w[:1].isupper()]
    return len(words) > 2 and short == "".join(w[0] for w in words)


def _in_order(letters: list[str], name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
