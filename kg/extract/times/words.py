"""What single words may mean in a time expression: readings, each a category and parts of a date.

Categories are the keys of ``times.yml``, and ``month``, ``weekday`` (names of CLDR), ``month_number``,
``ordinal_number`` (a day's number read otherwise), ``number`` and ``length`` (adjectives such as "sechstägig"). Parts
of a date have the name of their category, but for those listed in `_PARTS`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from kg.extract.phrases.numerals import number, spelled
from kg.lang import load
from kg.lang.schema import Times
from kg.model import Sentence, Token

Parts = tuple[tuple[str, str], ...]

_PARTS = {
    "day_adjective": "offset",
    "units": "unit",
    "part": "months",
    "repeated": "repeat",
    "weekly": "weekday",
    "today_adjective": "offset",
    "lower_day_part": "day_part",
    "some_length": "unit",
    "season_word": "season",
    "half": "months",
    "ordinal_number": "ordinal",
}
_EDGES = {"start_of": "start", "middle_of": "middle", "end_of": "end"}
_RELATIVE = {"before": "-1", "current": "0"}
_SILENT = frozenset({"century_word", "decade_word"})
_NAMED = frozenset({"PER", "ORG", "LOC"})
"""Entities within which nothing is a time: Theresa May, the paper Freitag, Straße des 17. Juni."""
_NOUNS = frozenset({"NOUN", "PROPN", "SYM"})
_SHOUTED = 3
_COUNTABLE = frozenset({"year", "day"})
_VERBAL = frozenset({"VERB", "AUX"})
_NO_VERBS = frozenset({"month", "season", "season_word", "edge"})
_DASHES = frozenset({"-", "–", "—"})
_YEARS = range(1000, 2101)


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of the `length` tokens from somewhere on."""

    category: str
    parts: Parts = ()
    length: int = 1


def readings(sentence: Sentence, *, language: str) -> tuple[tuple[Reading, ...], ...]:
    """The readings that begin at each token."""
    return tuple(
        () if _silent(token.text, language) else tuple(_at(sentence, token, language)) for token in sentence.tokens
    )


@lru_cache(maxsize=1 << 16)
def _silent(text: str, language: str) -> bool:
    """Whether a word, wherever it stands, has no reading; most have none, and this is asked of every token."""
    if any(map(str.isdigit, text)) or text.endswith(_endings(language)):
        return False
    forms = (text, text.capitalize(), text[:1].lower() + text[1:])
    return not any(form in _lexicon(language) for form in forms) and number(text, language=language) is None


def _at(sentence: Sentence, token: Token, language: str) -> Iterator[Reading]:
    if token.entity in _NAMED:
        return
    yield from _listed(sentence, token, language)
    yield from _shaped(sentence, token, language)
    yield from _lengths(token, language)
    count = spelled([t.text for t in sentence.tokens[token.i : token.i + 3]], language=language)
    if count is not None:
        yield Reading("number", (("number", f"{count[0]:g}"),), count[1])


def _listed(sentence: Sentence, token: Token, language: str) -> Iterator[Reading]:
    tokens = sentence.tokens
    for form in dict.fromkeys(_forms(sentence, token)):
        for rest, reading in _lexicon(language).get(form, ()):
            following = tuple(t.text for t in tokens[token.i + 1 : token.i + 1 + len(rest)])
            if following == rest and not (token.upos in _VERBAL and reading.category in _NO_VERBS):
                yield reading


def _forms(sentence: Sentence, token: Token) -> Iterator[str]:
    """The word as it is written, and in lower case where a sentence or quotation may begin."""
    yield token.text
    if token.text.isupper() and len(token.text) > _SHOUTED:  # "AM DONNERSTAG": a headline
        yield token.text.capitalize()
    if token.i == 0 or sentence.tokens[token.i - 1].upos == "PUNCT":
        yield token.text[:1].lower() + token.text[1:]


def _shaped(sentence: Sentence, token: Token, language: str) -> Iterator[Reading]:
    if not any(map(str.isdigit, token.text)):
        return
    for category, pattern in _shapes(language):
        match = pattern.fullmatch(token.text)
        if match and (category not in _COUNTABLE or _dates(sentence, token, category, language)):
            found = match.groupdict().items()
            parts = tuple((key, _coded(language).get((key, value), value)) for key, value in found if value)
            yield Reading(category, parts)
            if category == "day":
                yield Reading("month_number", (("month", parts[0][1]),))
                yield Reading("ordinal_number", (("ordinal", parts[0][1]),))


def _dates(sentence: Sentence, token: Token, category: str, language: str) -> bool:
    """Whether a bare number says when; that of a day may also count ("in May 5 people")."""
    if category == "year":
        return is_year(sentence, token, language=language)
    return not (token.text.isdecimal() and _counts(sentence, token))


@cache
def _coded(language: str) -> dict[tuple[str, str], str]:
    """What the words in the named groups of a shape stand for: ("half_day", "pm") is "1"."""
    values = load(Times, language).values.items()
    return {(name, form): value for name, by in values for value, forms in by.items() for form in forms}


def is_year(sentence: Sentence, token: Token, *, language: str) -> bool:
    """Whether a token of four digits is a year here and not a count, a round sum or the number of something."""
    if not (len(token.text) == 4 and token.text.isdecimal() and int(token.text) in _YEARS):
        return False
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is not None:
        categories = {
            reading.category for _, reading in _lexicon(language).get(before.text.lower(), ()) if reading.length == 1
        }
        categories |= {
            reading.category for _, reading in _lexicon(language).get(before.text, ()) if reading.length == 1
        }
        if categories & {"unit", "units", "month", "season", "edge", "holiday"}:
            return True
        if "before_year" in categories:
            return True
        if categories & {"approximately", "numbered"} or (int(token.text) < 1400 and not _in_span(sentence, token.i)):
            return False
    return not _counts(sentence, token)


def _counts(sentence: Sentence, token: Token) -> bool:
    """Whether a number is that of the noun behind it, by the tree or, where that says nothing, by its place."""
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    counting = token.relation == "nummod" and token.head > token.i and sentence.tokens[token.head].upos in _NOUNS
    unparsed = token.deprel in {"", "dep"} and after is not None and after.upos in _NOUNS
    return counting or unparsed


def _in_span(sentence: Sentence, i: int) -> bool:
    """Whether this is one end of "1170–1230"."""
    texts = [t.text for t in sentence.tokens[max(0, i - 2) : i + 3]]
    at = min(i, 2)
    before = at >= 2 and texts[at - 1] in _DASHES and texts[at - 2].isdecimal() and len(texts[at - 2]) == 4
    after = len(texts) > at + 2 and texts[at + 1] in _DASHES and texts[at + 2].isdecimal() and len(texts[at + 2]) == 4
    return before or after


def _lengths(token: Token, language: str) -> Iterator[Reading]:
    """Adjectives of duration: a number and a unit in one word."""
    suffixes = _suffixes(language)
    if not token.text.endswith(_endings(language)):
        return
    for suffix, unit in suffixes.items():
        stem = token.text.removesuffix(suffix)
        count = number(stem.rstrip("-"), language=language) if stem != token.text and stem else None
        if count is not None:
            yield Reading("length", (("number", f"{count:g}"), ("unit", unit)))


@cache
def _suffixes(language: str) -> dict[str, str]:
    words = load(Times, language)
    return {suffix + ending: unit for suffix, unit in words.adjective_units.items() for ending in words.endings}


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(_suffixes(language))


@cache
def _shapes(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    shapes = load(Times, language).shapes
    return tuple((category, re.compile(pattern)) for category, patterns in shapes.items() for pattern in patterns)


Lexicon = Mapping[str, tuple[tuple[tuple[str, ...], Reading], ...]]


@cache
def _lexicon(language: str) -> Lexicon:
    """Readings by first word, each with the words that must follow."""
    found: defaultdict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    for form, category, parts in dict.fromkeys(_entries(load(Times, language))):
        first, *rest = form.replace(",", ", ").split()
        found[first].append((tuple(rest), Reading(category, parts, 1 + len(rest))))
    return {first: tuple(entries) for first, entries in found.items()}


def _entries(words: Times) -> Iterator[tuple[str, str, Parts]]:
    for category, forms in words.words.items():
        for form in forms:
            yield form, category, ()
    for category, by_value in words.values.items():
        for value, forms in by_value.items():
            for form in forms:
                yield form, category, _parts(category, value)
    for category, by_value in words.inflected.items():
        for value, stems in by_value.items():
            for stem in stems:
                for ending in words.endings:
                    yield stem + ending, category, _parts(category, value)
    yield from _names(words)


def _parts(category: str, value: str) -> Parts:
    if category in _EDGES:
        return (("edge", _EDGES[category]), ("relative", "0"), ("unit", value))
    if category in _RELATIVE:
        return (("relative", _RELATIVE[category]), ("unit", value))
    if category == "day_with_part":
        offset, part = value.split()
        return (("offset", offset), ("day_part", part))
    if category == "year_adjective":
        return (("relative", value), ("unit", "Y"))
    return () if category in _SILENT else ((_PARTS.get(category, category), value),)


def _names(words: Times) -> Iterator[tuple[str, str, Parts]]:
    """Months and days of the week as CLDR has them; days also with a part of the day grown on."""
    for locale in map(Locale.parse, words.locales):
        for index, name in locale.months["format"]["wide"].items():
            for ending in ("", *words.name_endings):
                yield name + ending, "month", (("month", str(index)),)
        for index, name in locale.months["format"]["abbreviated"].items():
            if name.rstrip(".") != locale.months["format"]["wide"][index]:
                yield f"{name.rstrip('.')}.", "month", (("month", str(index)),)
        for index, name in locale.days["format"]["wide"].items():
            for ending in ("", *words.name_endings):
                yield name + ending, "weekday", (("weekday", str(index)),)
            for part, forms in words.values.get("day_part", {}).items():
                for form in forms:
                    yield name + form.lower(), "weekday", (("day_part", part), ("weekday", str(index)))
