"""Finds time expressions: patterns of word categories, matched over the tokens of a sentence, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.times.words import Parts, Reading, readings
from kg.lang import load
from kg.lang.schema import Times
from kg.model import Sentence

DATE = "date"
ARTICLE = "the"
_LEADING = frozenset({"comma", "of", ARTICLE})
"""What no date ends with, however optional all is that may follow."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern: any of the categories, or nothing where optional."""

    categories: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts in order, the categories that the first word may be of, and of each part that must be there."""

    parts: tuple[Part, ...]
    starts: frozenset[str]
    needed: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, text: str) -> Pattern:
        parts = tuple(Part(frozenset(part.rstrip("?").split("|")), part.endswith("?")) for part in text.split())
        first = next((i for i, part in enumerate(parts) if not part.optional), len(parts) - 1)
        starts = frozenset().union(*(part.categories for part in parts[: first + 1]))
        return cls(parts, starts, tuple(part.categories for part in parts if not part.optional))

    def possible(self, there: frozenset[str]) -> bool:
        """Whether words of these categories can make it at all."""
        return not any(categories.isdisjoint(there) for categories in self.needed)


@dataclass(frozen=True, slots=True)
class Step:
    """The tokens that one part of a pattern matched, from `start` to before `end`."""

    category: str
    start: int
    end: int
    parts: Parts


@dataclass(frozen=True, slots=True)
class Found:
    """A date within a phrase: tokens from `start` to before `end`, in steps."""

    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def parts(self) -> Parts:
        """The parts of the date that its words name."""
        return tuple(part for step in self.steps for part in step.parts)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression: what it means as a whole (a key of ``phrases``), its dates, and all its steps; a date is one
    step without parts."""

    role: str
    start: int
    end: int
    dates: tuple[Found, ...]
    steps: tuple[Step, ...]

    @property
    def parts(self) -> Parts:
        """The parts outside the dates."""
        return tuple(part for step in self.steps for part in step.parts)

    @property
    def categories(self) -> frozenset[str]:
        return frozenset(step.category for step in self.steps)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of a language, ready to match."""

    dates: tuple[Pattern, ...]
    bare: tuple[Pattern, ...]
    phrases: tuple[tuple[str, Pattern], ...]

    @classmethod
    def of(cls, words: Times) -> Grammar:
        phrases = ((role, Pattern.of(text)) for role, patterns in words.phrases.items() for text in patterns)
        return cls(tuple(map(Pattern.of, words.dates)), tuple(map(Pattern.of, words.bare)), tuple(phrases))

    def within(self, there: frozenset[str]) -> Grammar:
        """The patterns that a sentence with words of these categories can have: most sentences have none."""
        dates = tuple(pattern for pattern in self.dates if pattern.possible(there))
        bare = tuple(pattern for pattern in self.bare if pattern.possible(there))
        there |= {DATE} if dates or bare else set()
        return Grammar(dates, bare, tuple(pair for pair in self.phrases if pair[1].possible(there)))


@cache
def _grammar(language: str) -> Grammar:
    return Grammar.of(load(Times, language))


@lru_cache(maxsize=4096)
def _within(language: str, there: frozenset[str]) -> Grammar:
    return _grammar(language).within(there)


def phrases(sentence: Sentence, *, language: str) -> Iterator[Phrase]:
    """The time expressions of a sentence from left to right: at each place the longest, of equals the first in the
    list. They do not overlap."""
    words = readings(sentence, language=language)
    there = frozenset(reading.category for found in words for reading in found)
    grammar = _within(language, there)
    if not grammar.phrases:
        return
    matcher = Matcher(grammar, words)
    i = 0
    while i < len(sentence.tokens):
        best = matcher.best(i)
        if best is not None:
            yield best
        i = best.end if best is not None else i + 1


@dataclass(frozen=True, slots=True)
class _State:
    """How far a pattern has come: next token, dates found, steps made."""

    end: int
    dates: tuple[Found, ...] = ()
    steps: tuple[Step, ...] = ()


class Matcher:
    """The patterns over one sentence."""

    def __init__(self, grammar: Grammar, words: tuple[tuple[Reading, ...], ...]) -> None:
        self._grammar = grammar
        self._words = words
        self._categories = tuple(frozenset(reading.category for reading in found) for found in words)
        self._found: dict[int, tuple[Found, ...]] = {}

    def best(self, start: int) -> Phrase | None:
        if not self._words[start]:
            return None
        best: Phrase | None = None
        categories = self._categories[start] | ({DATE} if self._dates(start) else set())
        for role, pattern in self._grammar.phrases:
            if pattern.starts.isdisjoint(categories):
                continue
            for state in self._states(pattern.parts, _State(start)):
                if state.end > (best.end if best else start):
                    best = Phrase(role, start, state.end, state.dates, state.steps)
        return best

    def _states(self, parts: tuple[Part, ...], state: _State) -> Iterator[_State]:
        if not parts:
            yield state
            return
        part, rest = parts[0], parts[1:]
        for after in self._steps(part, state):
            yield from self._states(rest, after)
        if part.optional:
            yield from self._states(rest, state)

    def _steps(self, part: Part, state: _State) -> Iterator[_State]:
        if state.end >= len(self._words):
            return
        if DATE in part.categories:
            for found in self._dates(state.end):
                step = Step(DATE, state.end, found.end, ())
                yield _State(found.end, (*state.dates, found), (*state.steps, step))
        for reading in self._words[state.end]:
            if reading.category in part.categories:
                end = state.end + reading.length
                step = Step(reading.category, state.end, end, reading.parts)
                if DATE in part.categories:
                    whole = Step(reading.category, state.end, end, ())
                    yield _State(end, (*state.dates, Found(state.end, end, (step,))), (*state.steps, whole))
                else:
                    yield _State(end, state.dates, (*state.steps, step))

    def _dates(self, start: int) -> tuple[Found, ...]:
        """All dates that begin here, an article before them or not."""
        if start not in self._found:
            found = list(self._simple(self._grammar.bare, start)) + list(self._simple(self._grammar.dates, start))
            for reading in self._words[start]:
                after = start + reading.length
                if reading.category == ARTICLE and after < len(self._words):
                    found += self._simple(self._grammar.dates, after)
            self._found[start] = tuple(dict.fromkeys(found))
        return self._found[start]

    def _simple(self, patterns: tuple[Pattern, ...], start: int) -> Iterator[Found]:
        for pattern in patterns:
            if pattern.starts.isdisjoint(self._categories[start]):
                continue
            for state in self._states(pattern.parts, _State(start)):
                if state.end > start and state.steps[-1].category not in _LEADING:
                    yield Found(start, state.end, state.steps)
