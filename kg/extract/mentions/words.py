"""The words of a sentence seen as parts of names: what the gazetteer lists, what may be a name by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kg.extract.mentions.forms import genitive_stems
from kg.extract.roles.nouns import BodyNoun, body_noun, role_noun
from kg.lang import load
from kg.lang.schema import Demonyms, Grammar, Names, Pronouns, Roles, Titles
from kg.model import Sentence, Token
from kg.ontology import Gazetteer, Place, Types

ROAD = "ROAD"  # a class of names that no tagger has


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `first` to `end` (half-open) that make a name, without titles.

    `tag` is the tagger's class or ""; `places` are the gazetteer's candidates, `form` what it calls them; `opening` is
    the first token of the titles before the name, `title` their text, `gender` what a courtesy title tells.
    """

    first: int
    end: int
    tag: str = ""
    places: tuple[Place, ...] = ()
    form: str = ""
    opening: int = -1
    title: str = ""
    gender: str = ""

    def overlaps(self, other: NameSpan) -> bool:
        return self.first < other.end and other.first < self.end


class NameWords:
    """One sentence with what names need to know of its words; built anew for each."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, language: str) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.gazetteer = gazetteer
        self.language = language
        self.lexicon: Names = load(Names, language)
        self.titles: Titles = load(Titles, language)
        self.roles: Roles = load(Roles, language)
        self.pronouns: Pronouns = load(Pronouns, language)
        self.demonyms: Demonyms = load(Demonyms, language)
        self.locative_prepositions = load(Grammar, language).locative_prepositions
        self.genitive_prepositions = load(Grammar, language).genitive_prepositions
        self.possessive_marks = load(Grammar, language).possessive_marks
        self.open_compounds = load(Grammar, language).open_compounds

    def text(self, first: int, end: int) -> str:
        """The words of tokens as written, joined by single blanks where any white space stands between them."""
        parts: list[str] = []
        for token in self.tokens[first:end]:
            if parts and token.start > self.tokens[token.i - 1].end:
                parts.append(" ")
            parts.append(token.text)
        return "".join(parts)

    # -- the gazetteer ----

    def match(self, first: int, end: int) -> tuple[str, tuple[Place, ...]]:
        """The form of the words that the gazetteer lists, and its candidates; those called so in this language only,
        where there are any."""
        for name in self._forms(first, end):
            found = self.gazetteer.find(name)
            if found:
                return name, tuple(p for p in found if p.labels.get(self.language) == name) or found
        return "", ()

    def _forms(self, first: int, end: int) -> Iterator[str]:
        """The words as written, without a genitive, and with the other endings of an adjective at their head."""
        name = self.text(first, end)
        yield name
        yield from genitive_stems(name, self.language)
        adjectives = [t for t in self.tokens[first : end - 1] if self._bendable(t)]
        if adjectives and adjectives[0].i == first:
            for ending in dict.fromkeys(self.lexicon.normal_endings.values()):
                bent = self._bent(name, tuple(t.text for t in adjectives), ending)
                yield bent
                yield from genitive_stems(bent, self.language)
                yield from (bent.removesuffix(e) for e in self.lexicon.dative_endings if bent.endswith(e))

    def _bendable(self, token: Token) -> bool:
        ends = token.upos in ("ADJ", "PROPN") and token.text.endswith(self.lexicon.adjective_endings)
        return ends and token.text[0].isupper()

    def _bent_begins(self, token: Token) -> bool:
        """Whether a listed name may begin with the word in another form."""
        return self._bendable(token) and self.gazetteer.begins(self._stem(token.text))

    def _stem(self, adjective: str) -> str:
        return next(adjective.removesuffix(e) for e in self.lexicon.adjective_endings if adjective.endswith(e))

    def _bent(self, name: str, adjectives: tuple[str, ...], ending: str) -> str:
        """The name with another ending of its adjectives."""
        for adjective in adjectives:
            name = name.replace(adjective, self._stem(adjective) + ending, 1)
        return name

    def farthest(self, i: int, limit: int) -> int:
        """Where the longest listed name that may begin at a token ends; of most words none of several begins there."""
        end = limit if self._bent_begins(self.tokens[i]) else i + 1
        while end < limit and self.gazetteer.begins(self.text(i, end)):
            end += 1
        return end

    def listed(self, first: int, end: int) -> bool:
        return bool(self.match(first, end)[1])

    # -- kinds of words ----

    @cached_property
    def described_by(self) -> frozenset[int]:
        """Tokens that belong to a role or a body of several words ("Defence Minister"), which are no part of a name."""
        return frozenset(i for token in self.tokens for i in self._compound(token))

    def _compound(self, token: Token) -> range:
        if not self.open_compounds or token.upos != "NOUN":
            return range(0)
        found = role_noun(self.sentence, token.i, language=self.language) or self._plain_body(token)
        return range(token.i - found.before, token.i + found.after + 1) if found else range(0)

    def _plain_body(self, token: Token) -> BodyNoun | None:
        """A body that nothing but a country's name or adjective stands before."""
        found = body_noun(self.sentence, token.i, language=self.language)
        if found is None or token.i - found.before == 0:
            return found
        previous = self.tokens[token.i - found.before - 1]
        proper = previous.text[0].isupper() and previous.upos in ("PROPN", "NOUN", "ADJ")
        return None if proper and not self.demonyms.place(previous.text) and not self.country(previous.i) else found

    def road(self, first: int, end: int) -> bool:
        """Whether the words name a road by its number."""
        return _is_road(self.text(first, end), self.language)

    def country(self, i: int) -> bool:
        """Whether the token is the name of a country."""
        return any(place.type == Types.COUNTRY for place in self.match(i, i + 1)[1])

    def foreign(self, token: Token) -> bool:
        """Whether a common noun for a body has an adjective of another country than the body that is called so has
        ("das japanische Unterhaus")."""
        if token.upos != "NOUN" or body_noun(self.sentence, token.i, language=self.language) is None:
            return False
        before = self.tokens[token.i - 1] if token.i else None
        country = self.demonyms.country(before.text) if before is not None and before.upos == "ADJ" else ""
        return bool(country) and all(place.country != country for place in self.match(token.i, token.i + 1)[1])

    def title(self, token: Token) -> bool:
        return token.text in self.titles.courtesy or token.text in self.titles.academic

    def nominal(self, token: Token) -> bool:
        """Whether the word is a noun, or a name that stands before one like an adjective ("Kremlin spokesman")."""
        before_noun = self.open_compounds and token.upos == "ADJ" and token.text[0].isupper()
        attribute = before_noun and not self.demonyms.place(token.text)
        return token.upos in ("PROPN", "NOUN", "X") or attribute

    def role(self, token: Token) -> bool:
        return role_noun(self.sentence, token.i, language=self.language) is not None

    def alone(self, token: Token, tag: str) -> bool:
        """Whether one token may be a name by itself: no adjective, no common compound ("Ukraine-Konflikt")."""
        if token.text in self.lexicon.never or sum(c.isalpha() for c in token.text) < 2 or self._closed_class(token):
            return False
        if self.listed(token.i, token.i + 1):
            return not self.foreign(token)
        if self._inhabitant(token):
            return False
        if (
            token.text in (*self.lexicon.class_nouns, *self.lexicon.legal_forms)
            or token.upos not in ("PROPN", "NOUN", "X")
            or token.text[0].islower()
            or self._common_body(token)
        ):
            return False
        role = role_noun(self.sentence, token.i, language=self.language)
        if role and (
            token.upos == "NOUN" or not tag or role.lemma not in self.roles.also_names or self.described(token)
        ):
            return False
        head = token.text.rpartition("-")[2]
        return not (token.upos == "NOUN" and "-" in token.text and head not in self.lexicon.heads) and bool(tag)

    def _inhabitant(self, token: Token) -> bool:
        """Whether the word is for people of a country or region ("Palästinensern")."""
        stems = (token.text, *(token.text.removesuffix(e) for e in self.lexicon.dative_endings))
        return any(self.demonyms.place(stem) for stem in stems)

    def _common_body(self, token: Token) -> bool:
        """Whether the word is a common noun for a body ("Feuerwehr"), which is no name by itself."""
        body = body_noun(self.sentence, token.i, language=self.language)
        return body is not None and (token.upos == "NOUN" or not body.compound)

    def _closed_class(self, token: Token) -> bool:
        """Whether the word is a pronoun or article that stands at the head of a sentence."""
        small = token.text.lower()
        return not token.text.isupper() and small in (*self.pronouns.personal, *self.pronouns.definite)

    def described(self, token: Token) -> bool:
        """Whether an article stands before the word or a name right behind it, so that it is no surname."""
        before = self.tokens[token.i - 1] if token.i else None
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        return (before is not None and before.upos in ("DET", "ADJ")) or (after is not None and after.upos == "PROPN")


@cache
def _is_road(text: str, language: str) -> bool:
    return any(re.fullmatch(road, text) for road in load(Names, language).roads)
