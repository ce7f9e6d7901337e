"""Nouns that say what somebody or something is: roles of people ("Verteidigungsminister") and bodies ("Regierung").

Compounds are taken apart from the right: the longest known form that ends the word is its base, what stands before it
is a first part, joined ("Verteidigungs" + "minister") or with a hyphen ("US-" + "Präsident"). Where a language writes
their parts as words of their own ("defence minister"), `kg.extract.roles.compounds` finds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.extract.roles.compounds import Compound, compound_at
from kg.lang import load
from kg.lang.schema import Grammar, Institutions, Roles
from kg.model import Sentence, Token

_SHORTEST_FIRST_PART = 4
_AGE = "0123456789-"  # before a noun ("57-Jähriger")
_FEMININE = "Fem"


class RoleKind(StrEnum):
    OFFICE = "office"
    OCCUPATION = "occupation"
    PERSON = "person"
    COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun as used. `base` is its entry in the lexicon, `lemma` the same with its first part, both masculine.

    `english` is "" where a first part is not known. `gender` is grammatical, `person` that of the one meant ("" for
    either), `number` what the form tells ("" for both). `owners` are what stands before hyphens and may name a country
    or a body ("US", "BMW"). `before` and `after` count the tokens around the head that belong to the noun.
    """

    base: str
    lemma: str
    english: str
    kind: RoleKind
    gender: str
    person: str
    number: str = ""
    owners: tuple[str, ...] = ()
    former: bool = False
    compound: bool = False
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A common noun for a body: normal form, entity type, English ("" unknown); `vague` ones say little alone."""

    lemma: str
    type: str
    english: str
    gender: str = ""
    owners: tuple[str, ...] = ()
    vague: bool = False
    compound: bool = False
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class _Parts:
    joined: str
    hyphened: tuple[str, ...]
    base: str


def role_noun(sentence: Sentence, i: int, *, language: str) -> RoleNoun | None:
    """The role that the noun at token `i` names, None for any other word."""
    token, grammar = sentence.tokens[i], load(Grammar, language)
    if token.upos not in ("NOUN", "PROPN", "ADJ") or not _written_as_noun(token, grammar):
        return None
    if grammar.open_compounds:
        words = load(Roles, language)
        whole = compound_at(sentence, i, _role_forms(language), words.modifiers, words.former_prefixes)
        return None if whole is None or whole.base in words.exceptions else _open_role(whole, language)
    found = _role(token.text, token.feat("Gender"), language)
    if found is not None and token.upos == "ADJ" and found.base not in load(Roles, language).adjectival:
        return None
    return found


def _written_as_noun(token: Token, grammar: Grammar) -> bool:
    return token.text.lstrip(_AGE)[:1].isupper() or not grammar.noun_capitals


def gender_by_article(noun: RoleNoun, written: str, article: str, *, language: str) -> str:
    """The gender that an article (small letters, "" for none) tells of a noun inflected like an adjective."""
    words = load(Roles, language)
    if noun.base not in words.adjectival:
        return noun.person
    stem = noun.base.removesuffix(words.adjectival_endings[0]).lower()
    ending = written.lower().rpartition(stem)[2]
    form = f"{article} -{ending}".strip()
    return next((gender for gender, forms in words.adjectival_genders.items() if form in forms), noun.person)


@cache
def _role(text: str, gender: str, language: str) -> RoleNoun | None:
    words, forms = load(Roles, language), _role_forms(language)
    parts = _parts(text, forms, words.exceptions)
    if parts is None:
        return None
    base, feminine = forms[parts.base]
    first = _first_part(parts, words, base in words.alone)
    if first is None:
        return None
    own = feminine and base in words.feminine_english
    kind, english = _entry(base, words, own=own)
    inflected = gender if base in words.adjectival else words.other_gender
    grammatical = _FEMININE if feminine else words.genders.get(base, inflected)
    return RoleNoun(
        base=base,
        lemma=_joined(first.joined, _feminine(base, words) if own else base),
        english=" ".join(filter(None, (first.english, english))) if first.known else "",
        kind=kind,
        gender=grammatical,
        person="" if base in words.genderless else grammatical,
        number=_number(parts.base, base, feminine, words),
        owners=first.owners,
        former=first.former,
        compound=bool(first.joined),
    )


@cache
def _open_role(whole: Compound, language: str) -> RoleNoun:
    words = load(Roles, language)
    base, feminine = _role_forms(language)[whole.base]
    own = feminine and base in words.feminine_english
    kind, english = _entry(base, words, own=own)
    first = () if base in words.alone else whole.first
    gender = _FEMININE if feminine else words.genders.get(base, words.other_gender)
    return RoleNoun(
        base=base,
        lemma=" ".join((*(word.lower() for word in first), base)),
        english=" ".join((*_spelled(first, words), english)),
        kind=kind,
        gender=gender,
        person="" if base in words.genderless else gender,
        former=whole.former,
        compound=bool(first) and all(word.lower() in words.modifiers for word in first),
        before=whole.before,
        after=whole.after,
    )


def _spelled(first: tuple[str, ...], words: Roles) -> tuple[str, ...]:
    return tuple(words.modifiers.get(word.lower(), word) for word in first)


def _number(form: str, base: str, feminine: bool, words: Roles) -> str:
    """The number that the form tells: of feminine ones always, of those whose plural is like the singular in the
    dative ("Rettern")."""
    if feminine:
        return "Plur" if form.endswith(tuple(e for e in words.feminine_endings if e)) else "Sing"
    dative = (
        base not in words.adjectival
        and base.endswith(words.unchanged_plural)
        and form == base.lower() + words.dative_plural
    )
    return "Plur" if dative else ""


def body_noun(sentence: Sentence, i: int, *, language: str) -> BodyNoun | None:
    """The body that the common noun at token `i` names, None for any other word."""
    token, grammar = sentence.tokens[i], load(Grammar, language)
    if token.upos not in ("NOUN", "PROPN") or not _written_as_noun(token, grammar):
        return None
    if grammar.open_compounds:
        whole = compound_at(sentence, i, _body_forms(language), load(Roles, language).modifiers)
        return None if whole is None else _open_body(whole, language)
    return _body(token.text, language)


@cache
def _body(text: str, language: str) -> BodyNoun | None:
    words, roles, forms = load(Institutions, language), load(Roles, language), _body_forms(language)
    parts = _parts(text, forms, words.exceptions)
    if parts is None:
        return None
    base, _ = forms[parts.base]
    first = _first_part(parts, roles, alone=False)
    if first is None or first.former:
        return None
    kind, english = words.nouns[base]
    full = " ".join(filter(None, (first.english, english))) if first.known else ""
    compound = bool(first.joined) or bool(first.owners)
    vague = base in words.vague and not compound
    gender = next((g for g, ends in words.genders.items() if base.lower().endswith(ends)), words.other_gender)
    return BodyNoun(_joined(first.joined, base), kind, full, gender, first.owners, vague, compound)


@cache
def _open_body(whole: Compound, language: str) -> BodyNoun | None:
    words, roles = load(Institutions, language), load(Roles, language)
    base, _ = _body_forms(language)[whole.base]
    lemma = " ".join((*(word.lower() for word in whole.first), base))
    if any(lemma.endswith(word) for word in words.exceptions):
        return None
    kind, english = words.nouns[base]
    gender = next((g for g, ends in words.genders.items() if base.endswith(ends)), words.other_gender)
    return BodyNoun(
        lemma=lemma,
        type=kind,
        english=" ".join((*_spelled(whole.first, roles), english)),
        gender=gender,
        vague=base in words.vague and not whole.first,
        compound=bool(whole.first) or " " in base,
        before=whole.before,
        after=whole.after,
    )


# -- the forms of the lexicon ---------------------------------------------------------------------------------------


@cache
def _role_forms(language: str) -> dict[str, tuple[str, bool]]:
    """Every inflected form in small letters, with its entry and whether it is feminine."""
    words = load(Roles, language)
    forms: dict[str, tuple[str, bool]] = {}
    for table in (words.counterparts, words.persons, words.occupations, words.offices):
        for base in table:
            for form, feminine in _inflected(base, words):
                if form == base.lower() or form not in forms or forms[form][0] != form:
                    forms[form] = (base, feminine)
    return forms


def _inflected(base: str, words: Roles) -> Iterator[tuple[str, bool]]:
    if base in words.adjectival:
        stem = base.removesuffix(words.adjectival_endings[0])
        yield from (((stem + ending).lower(), False) for ending in words.adjectival_endings)
    else:
        yield from (((base + ending).lower(), False) for ending in words.endings)
    plural = words.plurals.get(base)
    if plural:
        yield from (((plural + ending).lower(), False) for ending in words.endings)
    feminine = _feminine(base, words)
    if feminine:
        yield from (((feminine + ending).lower(), True) for ending in words.feminine_endings)


def _feminine(base: str, words: Roles) -> str:
    """The feminine form, "" where there is none."""
    regular = bool(words.feminine_suffix) and base not in words.adjectival and base not in words.genders
    return words.feminine.get(base, base + words.feminine_suffix if regular else "")


@cache
def _body_forms(language: str) -> dict[str, tuple[str, bool]]:
    nouns, endings = load(Institutions, language).nouns, load(Roles, language).endings
    forms = {(base + ending).lower(): (base, False) for base in nouns for ending in endings}
    return forms | {base.lower(): (base, False) for base in nouns}


def _entry(base: str, words: Roles, *, own: bool) -> tuple[RoleKind, str]:
    """The kind of a base and its English; `own` is for a feminine form that is an office of its own."""
    kind, english = _listed(base, words)
    return kind, words.feminine_english[base] if own else english


def _listed(base: str, words: Roles) -> tuple[RoleKind, str]:
    for kind, table in (
        (RoleKind.OFFICE, words.offices),
        (RoleKind.OCCUPATION, words.occupations),
        (RoleKind.PERSON, words.persons),
    ):
        if base in table:
            return kind, table[base]
    return RoleKind.COUNTERPART, words.counterparts[base]


# -- compounds ------------------------------------------------------------------------------------------------------


def _parts(text: str, forms: dict[str, tuple[str, bool]], exceptions: tuple[str, ...]) -> _Parts | None:
    """The word as first parts and the longest known form that ends it."""
    small = text.lower()
    if small.startswith(_lowered(exceptions)):
        return None
    start = next((i for i in range(len(small)) if small[i:] in forms), None)
    if start is None:
        return None
    before = text[:start]
    *hyphened, joined = before.split("-")
    return _Parts(joined, tuple(filter(None, hyphened)), small[start:])


@cache
def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


@dataclass(frozen=True, slots=True)
class _First:
    joined: str = ""
    english: str = ""
    known: bool = True
    owners: tuple[str, ...] = ()
    former: bool = False


def _first_part(parts: _Parts, words: Roles, alone: bool) -> _First | None:
    """What the parts before the base say; None where the word cannot be such a compound."""
    joined, former = parts.joined, False
    if joined.lower() in words.former_prefixes:
        joined, former = "", True
    if joined and alone:
        return None
    english = _modifiers(joined.lower(), words)
    if english is None and len(joined) < _SHORTEST_FIRST_PART:
        return None
    owners: list[str] = []
    before: list[str] = []
    for n, part in enumerate(parts.hyphened):
        if part.lower() in words.former_prefixes:
            former = True
        elif part.isdigit():
            before.append(part)
            joined = f"{part}-{joined.lower()}"
        elif part in words.modifiers and not part.isupper() and set(parts.hyphened[n:]) <= words.modifiers.keys():
            before.append(words.modifiers[part])
            joined = part + joined.lower()
        else:
            owners.append(part)
    return _First(
        joined=joined,
        english=" ".join([*before, *(english or ())]),
        known=english is not None,
        owners=("-".join(owners),) if owners else (),
        former=former,
    )


def _modifiers(joined: str, words: Roles) -> tuple[str, ...] | None:
    """English of the first parts that make up `joined`, longest first; None where one is not known."""
    if not joined:
        return ()
    for known, english in _by_length(tuple(words.modifiers.items())):
        if joined.startswith(known):
            rest = _modifiers(joined[len(known) :], words)
            if rest is not None:
                return (english, *rest)
    return None


@cache
def _by_length(modifiers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    small = ((german.lower(), english) for german, english in modifiers)
    return tuple(sorted(small, key=lambda pair: (-len(pair[0]), pair)))


def _joined(first: str, base: str) -> str:
    return first + base.lower() if first else base
