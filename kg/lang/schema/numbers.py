"""Numbers and times in words."""

from __future__ import annotations

import msgspec


class Ages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How ages are told: adjectives that a number grows on (57-jährig) with their endings, words before the number
    (aged), for years, for "old", and the hyphens between them; `terms` end the nouns for punishments told in years.
    """

    adjectives: tuple[str, ...] = ()
    endings: tuple[str, ...] = ("",)
    marks: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    hyphens: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Numbers in words and the words around them; no cardinal begins otherwise than one of `beginnings`.

    Keys of `words`, `multipliers`, `glued` (multipliers written onto the digits of an amount: $5bn) and
    `times_adverbs` are numbers, those of `comparators` the signs of `kg.model.Count`. `currencies` are colloquial names
    by ISO 4217 code, beside those of CLDR; behind one of `rates` stands what an amount is for each of (per ton).
    """

    decimal: str
    grouping: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = {}
    beginnings: tuple[str, ...] = ("",)
    articles: tuple[str, ...] = ()
    multipliers: dict[str, tuple[str, ...]] = {}
    glued: dict[str, tuple[str, ...]] = {}
    orders: tuple[str, ...] = ()
    comparators: dict[str, tuple[str, ...]] = {}
    times_suffixes: tuple[str, ...] = ()
    times_words: tuple[str, ...] = ()
    times_adverbs: dict[str, tuple[str, ...]] = {}
    no_times_after: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    currencies: dict[str, tuple[str, ...]] = {}
    ages: Ages = Ages()


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Time expressions: the words by category and value, and the patterns of categories that make dates and phrases.

    What the categories and their values mean is said in `kg.extract.times.words`. `shapes` are regular expressions over
    one token, their named groups parts of a date; a group named after a category of `values` is read by those.
    """

    locales: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    values: dict[str, dict[str, tuple[str, ...]]]
    dates: tuple[str, ...]
    bare: tuple[str, ...]
    phrases: dict[str, tuple[str, ...]]
    name_endings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    inflected: dict[str, dict[str, tuple[str, ...]]] = {}
    adjective_units: dict[str, str] = {}
    shapes: dict[str, tuple[str, ...]] = {}
