"""How many and how often: counts of nouns and verbs, amounts of money, shares in per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from kg.extract.amounts.currencies import amount_labels, currency
from kg.extract.phrases.numerals import number, spelled
from kg.extract.times.words import is_year
from kg.lang import load
from kg.lang.schema import Numbers, Times
from kg.model import Count, Labels, Literal, Sentence, Token

DECIMAL = "xsd:decimal"
PERCENT = "%"
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_TIMES = frozenset({"unit", "units"})
_OBLIQUE = frozenset({"obl", "nmod"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it measures: half-open range of tokens, index of the counted noun or verb.

    Either a `count` of things or times, or a `literal`: an amount of money (unit an ISO 4217 code) or a share (unit
    "%").
    """

    tokens: tuple[int, int]
    head: int
    count: Count | None = None
    literal: Literal | None = None


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A number with its comparator: tokens from `start` to before `end`, the first digit or word at `at`."""

    start: int
    at: int
    end: int
    value: float
    comparator: str


def quantities(sentence: Sentence, text: str, *, language: str) -> tuple[Quantity, ...]:
    """Counts and amounts of a sentence in text order; `text` is that of the article.

    Ordinals, years, times and durations, ranges, and numbers that are names ("Halle 4") count nothing.
    """
    reader = _Reader(sentence, text, load(Numbers, language), language)
    return tuple(reader.all())


@dataclass(frozen=True, slots=True)
class _Reader:
    sentence: Sentence
    text: str
    words: Numbers
    language: str

    def all(self) -> Iterator[Quantity]:
        i = 0
        while i < len(self.sentence.tokens):
            if _silent(self.sentence.tokens[i].text, self.language):
                i += 1
                continue
            numeral = self._numeral(i)
            found = self._often(i) or (numeral and self._measured(numeral))
            if found:
                yield found
            i = max(found.tokens[1] if found else i + 1, numeral.end if numeral else i + 1)

    def _measured(self, numeral: _Numeral) -> Quantity | None:
        return self._amount(numeral) or self._share(numeral) or self._count(numeral)

    def _numeral(self, i: int) -> _Numeral | None:
        """The number that begins at token `i`, with the multipliers behind it and the comparator before it."""
        token = self.sentence.tokens[i]
        value, length = spelled(self._following(i), language=self.language) or (self._glued(i), 1)
        if value is None or (token.entity and not self._is_share(i + 1) and not self._is_sign(i - 1)):
            return None
        if token.text in self.words.orders or is_year(self.sentence, token, language=self.language):
            return None
        end = i + length
        while (factor := self._factor(i, end)) is not None:
            value, end = value * factor, end + 1
        if token.text in self.words.articles and end == i + 1:
            return None
        if self._word(i - 1) in self.words.numbered or self._in_range(i, end):
            return None
        start, comparator = self._comparator(i)
        return _Numeral(start, i, end, value, comparator)

    def _factor(self, i: int, end: int) -> float | None:
        """The multiplier at `end` of the number from `i` on; after the sign of a currency a letter may be one."""
        known = _multipliers(self.language).get(self._word(end))
        if known is None and self._is_sign(i - 1):
            return _glued(self.language).get(self._word(end).rstrip("."))
        return known

    def _glued(self, i: int) -> float | None:
        """The number of "$1.2bn": a multiplier on its digits means one only beside a currency."""
        text = self._word(i)
        if not text[:1].isdigit() or not (
            self._is_sign(i - 1) or currency(self._following(i + 1), language=self.language)
        ):
            return None
        digits = text.rstrip("".join(c for c in text if c.isalpha()))
        factor = _glued(self.language).get(text[len(digits) :])
        value = number(digits, language=self.language)
        return value * factor if factor and value is not None else None

    def _is_sign(self, i: int) -> bool:
        """Whether a token is the sign of a currency, which stands before the number."""
        sign = self._word(i)
        return bool(sign) and not sign[0].isalpha() and currency([sign], language=self.language) is not None

    def _word(self, i: int) -> str:
        return self.sentence.tokens[i].text if 0 <= i < len(self.sentence.tokens) else ""

    def _percent(self, i: int) -> int:
        """How many words from `i` on say "per cent"; 0 for none."""
        found = (len(form.split()) for form in self.words.percent if self._phrase(i, form) == form)
        return max(found, default=0)

    def _phrase(self, i: int, like: str) -> str:
        return " ".join(map(self._word, range(i, i + len(like.split()))))

    def _is_share(self, i: int) -> bool:
        return self._percent(i) > 0 or currency(self._following(i), language=self.language) is not None

    def _following(self, i: int) -> Sequence[str]:
        return [token.text for token in self.sentence.tokens[i : i + 3]]

    def _in_range(self, start: int, end: int) -> bool:
        """Whether this is one end of "20 bis 30": neither is the number meant."""
        words = load(Times, self.language).words
        between = self._word(start - 1).lower() in words.get("between", ()) or (
            self._word(start - 3).lower() in words.get("between", ())
        )
        to = (*words.get("to", ()), *(words.get("and", ()) if between else ()))
        before = self._word(start - 1) in to and number(self._word(start - 2), language=self.language) is not None
        return before or (self._word(end) in to and number(self._word(end + 1), language=self.language) is not None)

    def _comparator(self, i: int) -> tuple[int, str]:
        """Where the number begins with its comparator, and the sign of that."""
        for form, sign in _comparators(self.language):
            start = i - len(form)
            words = tuple(self._word(j).lower() for j in range(start, i))
            if start >= 0 and words == form and not (len(form) == 1 and self._is_preposition(start)):
                return start, sign
        return i, "="

    def _is_preposition(self, i: int) -> bool:
        """Whether "über", "unter", "ab" before a number says where or of what: in an oblique phrase without another."""
        token = self.sentence.tokens[i]
        if token.upos != "ADP" or token.relation != "case" or self._word(i - 1) == "":
            return False
        noun = self.sentence.tokens[token.head]
        return noun.relation in _OBLIQUE and len(self.sentence.dependents(noun.i, "case")) == 1

    def _amount(self, numeral: _Numeral) -> Quantity | None:
        """Money: the currency behind the number, or its sign before it."""
        behind = currency(self._following(numeral.end), language=self.language)
        if behind is not None:
            code, length = behind
            return self._literal(numeral, numeral.start, numeral.end + length, code)
        if not self._is_sign(numeral.at - 1):
            return None
        known = currency([self._word(numeral.at - 1)], language=self.language)
        start, _ = self._comparator(numeral.at - 1)
        return self._literal(numeral, start, numeral.end, known[0]) if known else None

    def _share(self, numeral: _Numeral) -> Quantity | None:
        length = self._percent(numeral.end)
        return self._literal(numeral, numeral.start, numeral.end + length, PERCENT) if length else None

    def _literal(self, numeral: _Numeral, start: int, end: int, unit: str) -> Quantity | None:
        """An amount as a number; with a comparator, or for each of something, as its words. None for a part of one
        that an adjective tells ("die ersten zehn Millionen")."""
        tokens, top = self.sentence.tokens, self._top(range(numeral.at, end))
        if start > 0 and tokens[start - 1].upos == "ADJ" and start - 1 < tokens[start - 1].head < end:
            return None
        rate = self._rate(end)
        words = self.text[tokens[start].start : tokens[rate or end - 1].end]
        sign = "" if numeral.comparator == "=" else numeral.comparator + " "
        if rate:
            return Quantity(
                (start, rate + 1), top, literal=Literal(words, self.language, labels=Labels.of({self.language: words}))
            )
        labels = amount_labels(numeral.value, unit, language=self.language, text=words, sign=sign)
        exact = Literal(_plain(numeral.value), datatype=DECIMAL, unit=unit, labels=labels)
        return Quantity((start, end), top, literal=Literal(words, self.language, labels=labels) if sign else exact)

    def _rate(self, i: int) -> int:
        """The noun of what an amount is for each of ("pro Tonne"), 0 for none."""
        if self._word(i).lower() not in self.words.rates:
            return 0
        noun = next((t for t in self.sentence.tokens[i + 1 :] if t.upos != "ADJ"), None)
        return noun.i if noun is not None and noun.upos in _NOUNS else 0

    def _count(self, numeral: _Numeral) -> Quantity | None:
        """A whole number of things: the noun stands behind it, adjectives between."""
        noun = self._counted(numeral)
        if noun is None or numeral.value != int(numeral.value) or noun.text in _time_words(self.language):
            return None
        head = self._top((*range(numeral.at, numeral.end), noun.i))
        return Quantity((numeral.start, numeral.end), head, Count(int(numeral.value), numeral.comparator))

    def _counted(self, numeral: _Numeral) -> Token | None:
        tokens = self.sentence.tokens
        last = tokens[numeral.end - 1]
        above = tokens[last.head] if last.head > last.i else None
        if above is not None and last.relation == "nummod" and above.upos in _NOUNS:
            return above
        behind = next((t for t in tokens[numeral.end :] if t.upos != "ADJ"), None)
        joined = behind is not None and (numeral.end - numeral.at > 1 or last.deprel in {"", "dep"})
        return behind if joined and behind is not None and behind.upos in _NOUNS else None

    def _top(self, span: Sequence[int]) -> int:
        """The token of the span that hangs on something outside it; the last of several."""
        tops = [i for i in span if self.sentence.tokens[i].head not in span]
        return tops[-1] if tops else span[-1]

    def _often(self, i: int) -> Quantity | None:
        """How often something happened: an adverb ("zweimal"), or a number and a word of its own ("zwei Mal")."""
        token = self.sentence.tokens[i]
        value = self._times(token)
        end = i + 1
        if value is None and self._word(end) in self.words.times_words and token.text not in self.words.articles:
            value, end = number(token.text, language=self.language), i + 2
        if value is None or value != int(value) or self._word(i - 1).lower() in self.words.no_times_after:
            return None
        start, comparator = self._comparator(i)
        head = self.sentence.tokens[self._top(range(i, end))].head
        return Quantity((start, end), head if head >= 0 else i, Count(int(value), comparator))

    def _times(self, token: Token) -> float | None:
        adverb = _times_adverbs(self.language).get(token.text.lower())
        if adverb is not None:
            return adverb
        for suffix in self.words.times_suffixes:
            stem = token.text.removesuffix(suffix).rstrip("-")
            if stem and stem != token.text:
                return number(stem, language=self.language)
        return None


@lru_cache(maxsize=1 << 16)
def _silent(text: str, language: str) -> bool:
    """Whether a word can begin no quantity; most cannot, and this is asked of every token."""
    words = load(Numbers, language)
    often = text.endswith(words.times_suffixes) or text.lower() in _times_adverbs(language)
    return not (text[:1].isdigit() or often) and number(text, language=language) is None


def _plain(value: float) -> str:
    """A decimal without exponent or trailing zeros, whole numbers without ".0"."""
    text = f"{Decimal(repr(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _multipliers(language: str) -> dict[str, float]:
    return {form: float(n) for n, forms in load(Numbers, language).multipliers.items() for form in forms}


@cache
def _glued(language: str) -> dict[str, float]:
    return {form: float(n) for n, forms in load(Numbers, language).glued.items() for form in forms}


@cache
def _times_adverbs(language: str) -> dict[str, float]:
    return {form: float(n) for n, forms in load(Numbers, language).times_adverbs.items() for form in forms}


@cache
def _comparators(language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Comparators as words, the longest first."""
    signs = load(Numbers, language).comparators.items()
    forms = [(tuple(form.split()), sign) for sign, group in signs for form in group]
    return tuple(sorted(forms, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _time_words(language: str) -> frozenset[str]:
    """Units of time: what is counted in them is a duration, and no count."""
    words = load(Times, language)
    units = (form for name in sorted(_NO_TIMES) for forms in words.values.get(name, {}).values() for form in forms)
    return frozenset((*units, *words.words.get("hour_word", ())))
