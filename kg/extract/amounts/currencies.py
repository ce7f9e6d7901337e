"""Money: the names and signs of currencies (CLDR and the lexicon) and how an amount is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale
from babel.numbers import format_currency, format_decimal, get_currency_name, get_currency_symbol

from kg.lang import languages, load
from kg.lang.schema import Numbers
from kg.model import Labels


def currency(words: Sequence[str], *, language: str) -> tuple[str, int] | None:
    """ISO 4217 code of the currency whose name or sign begins the words, and how many words that is."""
    for length in (3, 2, 1):
        code = _currencies(language).get(" ".join(words[:length])) if len(words) >= length else None
        if code:
            return code, length
    return None


@cache
def _currencies(language: str) -> dict[str, str]:
    """Codes by name, sign and code. Names of the lexicon win over CLDR's, current currencies over old ones."""
    found: dict[str, str] = {}
    for name, code in (*_listed(language), *_known(language)):
        found.setdefault(name, code)
    return found


def _listed(language: str) -> Iterator[tuple[str, str]]:
    for code, names in load(Numbers, language).currencies.items():
        yield from ((name, code) for name in names)


def _known(language: str) -> Iterator[tuple[str, str]]:
    for code in sorted(Locale(language).currencies):
        for count in (None, 1, 2):
            yield get_currency_name(code, count=count, locale=language), code
        yield get_currency_symbol(code, locale=language), code
        yield code, code


def amount_labels(amount: float, unit: str, *, language: str, text: str, sign: str = "") -> Labels:
    """How an amount is shown: as written in the language of the article, as is usual in the others, there with the
    `sign` of its comparator."""
    shown = {other: sign + _shown(amount, unit, other) for other in languages() if other != language}
    return Labels.of({**shown, language: text})


def _shown(amount: float, unit: str, language: str) -> str:
    if len(unit) == 3:
        pattern = Locale(language).currency_formats["standard"].pattern.replace("0.00", "0.##")
        if get_currency_symbol(unit, locale=language).isalpha():
            pattern = pattern.replace("¤#", "¤\u00a0#")
        return format_currency(amount, unit, pattern, locale=language, currency_digits=False)
    return f"{format_decimal(amount, locale=language)}{unit}"
