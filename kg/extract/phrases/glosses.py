"""English for the words of a noun phrase, one by one: "gemeinsame Militärübung" -> "joint military exercise".

Compounds are taken apart from the right, as far as the glossary knows their parts. A phrase with a word that it does
not know has no English: better none than a wrong one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from kg.lang import has, load
from kg.lang.schema import Glossary
from kg.model import Token
from kg.ontology import Gazetteer, load_gazetteer

_SHORTEST_PART = 3  # letters of a noun as part of a compound; shorter ones are chance
_SAME = 4  # first letters that a word has in common with its lemma


def gloss(words: Sequence[tuple[str, str]], language: str, *, plural: bool = False) -> str | None:
    """The English of the words of a noun phrase, given as pairs of lemma and UPOS; None if one is unknown, or where
    the language has no glossary (English itself).

    `plural` says that the last noun is meant in the plural. Word order is kept, so the words should be the noun and
    what goes before it.
    """
    return _renderer(language).words(words, plural=plural) if has(Glossary, language) else None


def phrase_gloss(tokens: Sequence[Token], language: str, *, plural: bool = False) -> str | None:
    """The English of words of a sentence, as `gloss` has it, but only if it is sure: None also where a word has several
    meanings, is an unknown name or one in the plural, or a compound whose first part the glossary does not tell."""
    if not has(Glossary, language):
        return None
    renderer = _renderer(language, sure=True)
    words = [(renderer.form(token), token.upos) for token in tokens]
    names = [token for token in tokens if token.upos == "PROPN"]
    unsafe = any(token.feat("Number") == "Plur" or not renderer.named(token) for token in names)
    unsafe = unsafe or any(renderer.unsafe(word, upos) for word, upos in words)
    return None if unsafe else renderer.words(words, plural=plural)


def glossary_form(token: Token, language: str) -> str:
    """The form by which the glossary has a word of a sentence; the lemma where the language has none."""
    return _renderer(language).form(token) if has(Glossary, language) else token.lemma


def noun_gloss(lemma: str, language: str) -> str:
    """The English of a noun alone, "" where it is not known or not sure."""
    renderer = _renderer(language, sure=True) if has(Glossary, language) else None
    return "" if renderer is None or renderer.unsafe(lemma, "NOUN") else renderer.noun(lemma) or ""


@cache
def _renderer(language: str, *, sure: bool = False) -> _Renderer:
    return _Renderer.of(load(Glossary, language), load_gazetteer(), sure=sure)


@dataclass(frozen=True)
class _Renderer:
    """A glossary made ready for look-up: all keys casefolded."""

    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    first: Mapping[str, str]
    last: Mapping[str, str]
    prefixes: Mapping[str, str]
    ambiguous: Collection[str]
    glossary: Glossary
    gazetteer: Gazetteer

    @classmethod
    def of(cls, glossary: Glossary, gazetteer: Gazetteer, *, sure: bool) -> _Renderer:
        """With `sure`, first parts of compounds are only those that mean the same before every noun."""
        nouns = _folded(glossary.nouns)
        unsure = _folded(glossary.ambiguous_prefixes) if sure else {}
        ambiguous = frozenset(_folded(glossary.ambiguous))
        never_first = ambiguous | _folded(glossary.never_first).keys()
        never_last = ambiguous | _folded(glossary.never_last).keys()
        return cls(
            nouns=nouns,
            adjectives=_folded(glossary.adjectives),
            first={} if sure else {noun: e for noun, e in nouns.items() if noun not in never_first},
            last={n: e for n, e in nouns.items() if n not in never_last} | _folded(glossary.heads),
            prefixes={p: e for p, e in _folded(glossary.prefixes).items() if p not in unsure},
            ambiguous=ambiguous,
            glossary=glossary,
            gazetteer=gazetteer,
        )

    def form(self, token: Token) -> str:
        """The form by which the glossary has a word: what is written, less the shortest ending that leaves a word of
        it; else a noun's lemma, where it begins as the noun does."""
        written = token.text.casefold()
        table = self.adjectives if token.upos == "ADJ" else self.nouns
        endings = self.glossary.adjective_endings if token.upos == "ADJ" else self.glossary.noun_endings
        if token.upos not in ("ADJ", "NOUN"):
            return token.lemma
        if written[:1].isdigit():
            return token.text
        forms = sorted(_without(written, ("", *endings)), key=len, reverse=True)
        kept = next((form for form in forms if form in table or form in self.ambiguous), "")
        if kept or token.upos == "ADJ":
            return kept or token.text
        return token.lemma if _plain(token.lemma)[:_SAME] == _plain(written)[:_SAME] else token.text

    def named(self, token: Token) -> bool:
        """Whether a proper noun is known, or a name in its sentence; a parser takes other words for such."""
        return bool(token.entity) or (self.noun(token.lemma) or self._place(token.lemma)) is not None

    def unsafe(self, word: str, upos: str) -> bool:
        """Whether a noun, name or adjective has several meanings."""
        if upos not in ("ADJ", "NOUN", "PROPN"):
            return False
        endings = self.glossary.adjective_endings if upos == "ADJ" else self.glossary.noun_endings
        table = self.adjectives if upos == "ADJ" else self.nouns
        known = (form for form in _without(word.casefold(), ("", *endings)) if form in table or form in self.ambiguous)
        return next(known, "") in self.ambiguous

    def words(self, words: Sequence[tuple[str, str]], *, plural: bool) -> str | None:
        """The English of words, None where one is unknown."""
        nouns = [i for i, (_, upos) in enumerate(words) if upos in ("NOUN", "PROPN")]
        found = [
            self.word(lemma, upos, plural=plural and nouns[-1:] == [i])
            for i, (lemma, upos) in enumerate(words)
            if upos != "PUNCT"
        ]
        if not found or any(english is None for english in found):
            return None
        return " ".join(english for english in found if english) or None

    def word(self, lemma: str, upos: str, *, plural: bool = False) -> str | None:
        """The English of one word, "" where it has none of its own, None where it is unknown."""
        if lemma.isdigit():
            return lemma
        function = self.glossary.function.get(lemma.casefold())
        if upos in ("DET", "NUM", "CCONJ", "PRON", "ADV", "PART"):
            return function
        if upos == "ADJ":
            return self._first(self.adjectives, lemma, self.glossary.adjective_endings) or function
        noun = self.noun(lemma) if upos in ("NOUN", "PROPN") else None
        if noun is None and upos == "PROPN":
            return self._place(lemma) or lemma
        return self.plural(noun) if noun and plural else noun

    def noun(self, lemma: str) -> str | None:
        """The English of a noun, whole or by its parts."""
        *first, last = lemma.split("-")
        if not last:
            return self._modifier(first[0]) if len(first) == 1 else None
        whole = self._whole(lemma)
        if whole or not first:
            return whole or self._compound(lemma.casefold())
        parts = [*map(self._joined, first), self._head(last) or self._compound(last.casefold())]
        return None if any(part is None for part in parts) else " ".join(part for part in parts if part)

    def plural(self, noun: str) -> str:
        """The plural of an English noun phrase."""
        for known in self._tails(noun):
            if known in self.glossary.plurals:
                return noun.removesuffix(known) + self.glossary.plurals[known]
        for ending, replacement in self.glossary.plural_endings.items():
            if noun.endswith(ending):
                return noun.removesuffix(ending) + replacement
        return noun

    @staticmethod
    def _tails(phrase: str) -> Iterator[str]:
        """The phrase, then the phrase without its first word, and so on."""
        words = phrase.split(" ")
        return (" ".join(words[i:]) for i in range(len(words)))

    def _whole(self, noun: str) -> str | None:
        return self._first(self.nouns, noun, self.glossary.noun_endings)

    def _head(self, noun: str) -> str | None:
        """The last part of a compound; a noun that is none is not cut down to another."""
        hidden = noun.casefold() in self.nouns and noun.casefold() not in self.last
        return None if hidden else self._first(self.last, noun, self.glossary.noun_endings)

    def _joined(self, part: str) -> str | None:
        """A part before a hyphen: an abbreviation, a word, the name of a place."""
        return part if part.isupper() and len(part) > 1 else self._modifier(part) or self._place(part)

    def _compound(self, noun: str) -> str | None:
        """The longest known head with a known word before it."""
        for i in range(2, len(noun) - _SHORTEST_PART + 1):
            head = self._head(noun[i:])
            if head and (modifier := self._modifier(noun[:i])):
                return f"{modifier} {head}"
        return None

    def _modifier(self, part: str) -> str | None:
        """The first part of a compound, with or without linking letters."""
        stems = tuple(_without(part.casefold(), self.glossary.linking))
        if stems[0] in self.nouns and stems[0] not in self.first and stems[0] not in self.prefixes:
            return None
        for table in (self.prefixes, self.first):
            for stem in stems:
                if stem in table and (table is self.prefixes or len(stem) >= _SHORTEST_PART):
                    return table[stem]
        return next((english for stem in stems if (english := self._compound(stem))), None)

    def _place(self, name: str) -> str | None:
        found = self.gazetteer.find(name)
        return found[0].labels.get("en") if found else None

    @staticmethod
    def _first(table: Mapping[str, str], word: str, endings: Iterable[str]) -> str | None:
        return next((table[form] for form in _without(word.casefold(), ("", *endings)) if form in table), None)


def _without(word: str, endings: Iterable[str]) -> Iterator[str]:
    """The word without each ending that it has, in order."""
    return (word.removesuffix(ending) for ending in endings if word.endswith(ending))


def _plain(word: str) -> str:
    """The word in small letters without marks on letters, which inflection changes."""
    return "".join(c for c in normalize("NFD", word.casefold()) if not combining(c))


def _folded(words: Iterable[str] | Mapping[str, str]) -> dict[str, str]:
    items = words.items() if isinstance(words, Mapping) else ((word, word) for word in words)
    return {word.casefold(): english for word, english in items}
