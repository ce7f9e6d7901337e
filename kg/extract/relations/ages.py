"""How old people are said to be: "der 57-jährige Hans Meier", "Hans Meier (57)", "Anna Berg, aged 57,".

The words are data (``ages`` of ``kg/lang/<code>/numbers.yml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.phrases.numerals import number
from kg.extract.reading.reading import Reading
from kg.extract.status.commitment import Commitment
from kg.lang import load
from kg.lang.schema import Ages, Numbers
from kg.model import MentionKind
from kg.ontology import Ontology, Types

_YOUNGEST, _OLDEST = 1, 120
_BARE = range(14, 111)
"""What a number alone beside a name is taken for an age within: below, it is a result, a minute or a rank."""
_CLOSING = {",": frozenset({",", "."}), "(": frozenset({")"})}
_CLAIMED = Commitment()
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Age:
    """A person (number of a mention), the years, the tokens that say so, and how far it is claimed."""

    person: int
    years: int
    tokens: tuple[int, ...]
    commitment: Commitment = _CLAIMED


def ages(reading: Reading, ontology: Ontology) -> Iterator[Age]:
    """The ages that a sentence tells of persons whom the article names."""
    reader = _Reader(reading, ontology, load(Numbers, reading.language).ages)
    seen: set[tuple[int, int]] = set()
    for found in (*reader.beside_names(), *reader.in_words()):
        if (found.person, found.years) not in seen:
            seen.add((found.person, found.years))
            yield found


@dataclass(frozen=True, slots=True)
class _Reader:
    reading: Reading
    ontology: Ontology
    words: Ages

    # -- right behind a name --------------------------------------------------------------------------------------

    def beside_names(self) -> Iterator[Age]:
        for mention in self.reading.cast.by_sentence.get(self.reading.number, ()):
            found = self.reading.cast.mentions[mention]
            opening = self._word(found.tokens[1])
            if found.kind is MentionKind.NAME and opening in _CLOSING and self._is_person(mention):
                yield from self._apposed(mention, found.tokens[1] + 1, opening)

    def _apposed(self, mention: int, start: int, opening: str) -> Iterator[Age]:
        """The number between commas or brackets, with or without words for it."""
        marked = self._word(start) in self.words.marks
        at = start + marked
        years = self._years(at)
        end = at + 1 + self._measure(at + 1)
        if years is None or self._word(end) not in _CLOSING[opening]:
            return
        term = opening == "(" and self._measure(at + 1) == 1 and self._sentences()
        if not term and (marked or end > at + 1 or (years in _BARE and self._tells())):
            yield Age(mention, years, tuple(range(start, end)))

    def _tells(self) -> bool:
        """Whether the sentence is one, and no line of a table."""
        return self.reading.sentence.tokens[self.reading.sentence.root].upos in _VERBAL

    def _sentences(self) -> bool:
        """Whether the sentence is about a punishment, whose years stand in brackets, too ("Weber (12 Jahre)")."""
        return any(t.lemma.lower().endswith(self.words.terms) for t in self.reading.sentence.tokens if t.upos == "NOUN")

    def _measure(self, i: int) -> int:
        """How many words from `i` on say years, with "old" or without: 2 of "Jahre alt"."""
        if self._word(i) not in self.words.years:
            return 0
        return 1 + (self._word(i + 1) in self.words.old)

    # -- adjectives and predicates --------------------------------------------------------------------------------

    def in_words(self) -> Iterator[Age]:
        for token in self.reading.sentence.tokens:
            compound = self._compound(token.text)
            if compound is not None:
                yield from self._of(token.i, compound, (token.i,))
            elif token.text in self.words.old:
                first, years = self._measured(token.i)
                if years is not None:
                    yield from self._of(token.i, years, tuple(range(first, token.i + 1)))

    def _compound(self, text: str) -> int | None:
        """The years of an adjective such as "57-jährige"."""
        suffix = next((s for s in _suffixes(self.reading.language) if text.endswith(s)), "")
        return self._age(text.removesuffix(suffix).rstrip("-")) if suffix else None

    def _measured(self, i: int) -> tuple[int, int | None]:
        """Where the measure before "old" begins and its years: "57 years old", "57 - year - old"."""
        parts = [j for j in range(i - 1, max(-1, i - 5), -1) if self._word(j) not in self.words.hyphens][:2]
        if len(parts) < 2 or self._word(parts[0]) not in self.words.years:
            return i, None
        return parts[1], self._years(parts[1])

    def _of(self, i: int, years: int, tokens: tuple[int, ...]) -> Iterator[Age]:
        """Whose age it is: the subject's where it is the predicate, else the noun's that it belongs to."""
        clause = self.reading.owners.get(i)
        subjects = self.reading.sentence.dependents(i, "nsubj")
        commitment = self.reading.commitments[clause] if clause is not None and subjects else _CLAIMED
        head = subjects[0].i if subjects else self.reading.token(i).head
        mention = self.reading.mention(head) if head >= 0 else None
        if mention is not None and self._is_person(mention):
            yield Age(mention, years, tokens, commitment)

    # -- words ----------------------------------------------------------------------------------------------------

    def _is_person(self, mention: int) -> bool:
        cast = self.reading.cast
        kind = cast.types.get(mention) or Types.THING
        return mention in cast.chain_of and cast.named(mention) and self.ontology.is_a(kind, Types.PERSON)

    def _years(self, i: int) -> int | None:
        return self._age(self._word(i))

    def _age(self, text: str) -> int | None:
        value = number(text, language=self.reading.language)
        return int(value) if value is not None and value == int(value) and _YOUNGEST <= value <= _OLDEST else None

    def _word(self, i: int) -> str:
        tokens = self.reading.sentence.tokens
        return tokens[i].text if 0 <= i < len(tokens) else ""


@cache
def _suffixes(language: str) -> tuple[str, ...]:
    words = load(Numbers, language).ages
    return tuple(stem + ending for stem in words.adjectives for ending in words.endings)
