"""Where the names of a sentence are: the tagger's spans mended at their edges, and what the gazetteer knows besides.

The tagger (GermEval classes, F1 about 72) cuts names short, runs on over brackets and takes titles in; the gazetteer
and the tree know better in places. Nothing here decides what a name names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.extract.mentions.composed import ComposedNames
from kg.extract.mentions.forms import genitive_stems, is_given_name
from kg.extract.mentions.words import NameSpan, NameWords
from kg.lang import load
from kg.lang.schema import Layout
from kg.model import Sentence, Token
from kg.ontology import Gazetteer, Place, Types

_LONGEST = 7
_YEAR = 4  # digits
_INNER = frozenset("-–&/+.'’")
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "root")


def name_spans(sentence: Sentence, *, gazetteer: Gazetteer, language: str) -> tuple[NameSpan, ...]:
    """All names of a sentence, in order, none within another."""
    return _Search(sentence, gazetteer, language).spans()


def surname_spans(
    sentence: Sentence, known: tuple[NameSpan, ...], surnames: frozenset[str], *, gazetteer: Gazetteer, language: str
) -> tuple[NameSpan, ...]:
    """Words outside the `known` names that stand like a noun and are the surname of somebody named elsewhere."""
    return _Search(sentence, gazetteer, language).surnames(known, surnames)


class _Search:
    """One sentence being searched; built anew for each."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, language: str) -> None:
        self.tokens = sentence.tokens
        self.gazetteer = gazetteer
        self.language = language
        self.words = NameWords(sentence, gazetteer, language)
        self.lexicon = self.words.lexicon
        self.titles = self.words.titles
        self.credited = _credited(sentence, language)

    def spans(self) -> tuple[NameSpan, ...]:
        trimmed = [s for s in map(self._trimmed, self._tagged()) if s is not None]
        tagged = [part for s in trimmed for part in self._whole_parts(s)]
        known = list(self._known(tagged))
        composed = list(ComposedNames(self.words, tagged + known).all())
        loose = list(self._loose(tagged + known + composed))
        chosen = _longest(known + composed + tagged + loose)
        return tuple(self._titled(s) for s in chosen if not self._credit(s) and not self._cut(s))

    def surnames(self, known: tuple[NameSpan, ...], surnames: frozenset[str]) -> tuple[NameSpan, ...]:
        taken = {i for span in known for i in range(span.first, span.end)}
        found = []
        for token in self.tokens:
            forms = (token.text, *genitive_stems(token.text, self.language))
            if token.i not in taken and token.relation in _NOMINAL and not surnames.isdisjoint(forms):
                described = (self.words.role(token) or token.upos == "NOUN") and self.words.described(token)
                if (
                    token.upos not in ("DET", "ADP", "VERB", "AUX")
                    and not described
                    and token.text not in self.lexicon.never
                ):
                    found.append(self._titled(NameSpan(token.i, token.i + 1, "PER")))
        return tuple(span for span in found if not self._credit(span))

    # -- the tagger's spans ---------------------------------------------------------------------------------------

    def _tagged(self) -> Iterator[NameSpan]:
        run: list[Token] = []
        for token in self.tokens:
            goes_on = bool(run) and token.entity == run[-1].entity and not token.begins and token.i == run[-1].i + 1
            named = bool(token.entity) and _wordlike(token) and token.i not in self.words.described_by
            if run and (not goes_on or not named):
                yield NameSpan(run[0].i, run[-1].i + 1, run[0].entity)
                run = []
            if named:
                run.append(token)
        if run:
            yield NameSpan(run[0].i, run[-1].i + 1, run[0].entity)

    def _trimmed(self, span: NameSpan) -> NameSpan | None:
        """Without articles, titles and role nouns at the left and stray words at the right; None if nothing is left."""
        first, end = span.first, span.end
        while first < end and self._leads(self.tokens[first], end):
            first += 1
        while first < end and self._trails(self.tokens[end - 1]):
            end -= 1
        if first >= end or (end - first == 1 and not self.words.alone(self.tokens[first], span.tag)):
            return None
        return replace(span, first=first, end=end)

    def _whole_parts(self, span: NameSpan) -> Iterator[NameSpan]:
        """Its parts, each with what the tagger left out, but for the other where both are countries."""
        parts = tuple(self._owned(part) for part in self._parts(span))
        countries = all(part.end - part.first == 1 and self.words.country(part.first) for part in parts)
        for part in parts:
            yield self._extended(part, frozenset(p.first for p in parts if countries and p != part))

    def _parts(self, span: NameSpan) -> tuple[NameSpan, ...]:
        """Two names of the gazetteer that the tagger ran together ("WHO Israel"), and a person without the country
        behind ("Abbas von Israel")."""
        last = span.end - 1
        if (
            span.end - span.first < 2
            or self.words.listed(span.first, span.end)
            or not self.words.listed(last, span.end)
        ):
            return (span,)
        if last - span.first == 1 and self.words.listed(span.first, last):
            return replace(span, end=last), replace(span, first=last)
        if self.tokens[last - 1].text.lower() in self.words.genitive_prepositions and self.words.country(last):
            before, country = replace(span, end=last - 1), replace(span, first=last, tag="")
            return (before, country) if before.end > before.first else (country,)
        return (span,)

    def _owned(self, span: NameSpan) -> NameSpan:
        """Without the noun before a place in the genitive ("Gewahrsam Litauens")."""
        last = span.end - 1
        if span.end - span.first < 2 or self.words.listed(span.first, span.end):
            return span
        genitive = self.words.listed(last, span.end) and not self.gazetteer.find(self.tokens[last].text)
        return replace(span, first=last) if genitive else span

    def _leads(self, token: Token, end: int) -> bool:
        if self.words.title(token) or not any(c.isalnum() for c in token.text):
            return True
        if token.text[0].islower() and token.text not in self.lexicon.particles:
            return not self.words.listed(token.i, end)
        if token.upos in ("DET", "ADP", "CCONJ", "PRON", "PART") and token.text not in self.lexicon.particles:
            return True
        if end - token.i == 1:
            return False
        if (
            token.upos in ("NOUN", "PROPN")
            and token.text in self.lexicon.class_nouns
            and not self.words.listed(token.i, end)
        ):
            return token.text not in self.lexicon.heads
        return self.words.role(token) and (token.upos == "NOUN" or self.tokens[end - 1].entity in ("PER", ""))

    def _trails(self, token: Token) -> bool:
        if not any(c.isalnum() for c in token.text):
            return True
        if self._counts(token):
            return True
        small = token.text[0].islower()
        if token.upos == "PART" and token.text in self.words.possessive_marks:
            return True
        return small and token.upos != "PROPN" and not self.words.listed(token.i, token.i + 1)

    def _counts(self, token: Token) -> bool:
        """Whether a number counts the noun behind it ("lieferte Benz & Co 69 Wagen aus")."""
        behind = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        return token.upos == "NUM" and behind is not None and behind.upos == "NOUN" and behind.has("Number", "Plur")

    def _extended(self, span: NameSpan, taken: frozenset[int] = frozenset()) -> NameSpan:
        """With the parts of the name that the tagger left out: flat dependents, particles, suffixes, legal forms."""
        first, end = span.first, span.end
        while end < len(self.tokens) and end not in taken and self._belongs(self.tokens[end], first, end):
            end += 1
        while first > 0 and first - 1 not in taken and self._precedes(self.tokens[first - 1], first, end, span.tag):
            first -= 1
        return replace(span, first=first, end=end)

    def _belongs(self, token: Token, first: int, end: int) -> bool:
        if token.text in self.titles.suffixes or token.text in self.lexicon.legal_forms:
            return True
        below = first <= token.head < end
        if token.upos == "NUM" and token.text.isdigit():
            product = len(token.text) < _YEAR and end - first == 1 and self.tokens[first].entity in ("ORG", "MISC")
            return below and product and not self._counts(token)
        flat = token.relation == "flat" and below
        return flat and token.upos == "PROPN" and token.text[0].isupper() and not token.begins

    def _precedes(self, token: Token, first: int, end: int, tag: str) -> bool:
        given = tag == "PER" and token.upos == "NOUN" and is_given_name(token.text, self.language)
        if not (token.upos == "PROPN" or given) or not token.text[0].isupper() or token.entity:
            return False
        hyphened = token.i > 0 and self.tokens[token.i - 1].text == "-" and self.tokens[token.i - 1].end == token.start
        if hyphened or self.words.role(token) or self.words.title(token):
            return False
        linked = token.head in range(first, end) or self.tokens[first].head == token.i
        return linked and (token.relation == "flat" or self.tokens[first].relation == "flat" or tag == "PER")

    # -- the gazetteer --------------------------------------------------------------------------------------------

    def _known(self, tagged: list[NameSpan]) -> Iterator[NameSpan]:
        i = 0
        while i < len(self.tokens):
            found = self._known_at(i, tagged) if self._may_begin(self.tokens[i]) else None
            if found:
                yield found
            i = found.end if found else i + 1

    def _known_at(self, i: int, tagged: list[NameSpan]) -> NameSpan | None:
        """The longest name of the gazetteer that begins at token `i`, unless the tagger has a longer one around it."""
        longest = self.words.farthest(i, min(i + _LONGEST, len(self.tokens)))
        for end in range(longest, i, -1):
            form, places = self.words.match(i, end)
            if places and self._believed(places, i, end):
                inside = [t for t in tagged if t.first < end and i < t.end]
                if any(t.end - t.first > end - i for t in inside):
                    return None
                return NameSpan(i, end, inside[0].tag if inside else "", places, form)
        return None

    def _may_begin(self, token: Token) -> bool:
        return token.text[0].isalnum() and not (token.text[0].islower() and token.entity == "")

    def _believed(self, places: tuple[Place, ...], first: int, end: int) -> bool:
        tokens = self.tokens[first:end]
        if first > 0 and self.tokens[first - 1].text in self.titles.courtesy:
            return False
        if len(tokens) > 1:
            return any(t.upos in ("PROPN", "NOUN", "ADJ") for t in tokens) and tokens[-1].text[0].isalnum()
        token = tokens[0]
        if token.text in self.lexicon.never or not self.words.nominal(token) or self.words.foreign(token):
            return False
        if token.entity == "PER" and not (places[0].type == Types.COUNTRY or places[0].capital_of):
            return False
        if places[0].common_word and not token.entity:
            return token.upos == "PROPN" and token.text == token.text.upper()
        return bool(token.entity) or token.upos == "PROPN" or not places[0].common_word

    # -- proper nouns that nobody claimed -------------------------------------------------------------------------

    def _loose(self, spans: list[NameSpan]) -> Iterator[NameSpan]:
        taken = frozenset(i for s in spans for i in range(s.first, s.end))
        run: list[Token] = []
        for token in (*self.tokens, None):
            fits = token is not None and token.i not in taken and self._proper(token)
            if fits and token is not None and (not run or self._joined(run, token)):
                run.append(token)
                continue
            if run and (len(run) > 1 or ("-" not in run[0].text and self.words.alone(run[0], "PROPN"))):
                yield self._extended(NameSpan(run[0].i, run[-1].i + 1), taken)
            run = [token] if fits and token is not None else []

    def _proper(self, token: Token) -> bool:
        proper = token.upos == "PROPN" or self._behind_kind(token)
        if not proper or not token.text[0].isupper() or self.words.title(token):
            return False
        return token.text not in (*self.lexicon.never, *self.lexicon.class_nouns) and not token.text.endswith("-")

    def _behind_kind(self, token: Token) -> bool:
        """Whether a noun with a capital follows the noun that says what it is ("the trade union Unite"), in a language
        that writes common nouns small."""
        before = self.tokens[token.i - 1] if token.i else None
        if before is None or token.upos != "NOUN" or before.text[0].isupper():
            return False
        return before.i in self.words.described_by and not self.words.role(before)

    def _joined(self, run: list[Token], token: Token) -> bool:
        return (
            token.relation == "flat"
            or token.head == run[-1].i
            or run[-1].head == token.i
            or is_given_name(run[0].text, self.language)
        )

    # -- titles and credits ---------------------------------------------------------------------------------------

    def _titled(self, span: NameSpan) -> NameSpan:
        opening = span.first
        while opening > 0 and self.words.title(self.tokens[opening - 1]):
            opening -= 1
        titles = [t.text for t in self.tokens[opening : span.first]]
        gender = next((self.titles.courtesy[t] for t in titles if t in self.titles.courtesy), "")
        return replace(span, opening=opening, title=" ".join(titles), gender=gender)

    def _cut(self, span: NameSpan) -> bool:
        """Whether the last word goes on behind an "and" ("das Britische Ober- und Unterhaus")."""
        return self.tokens[span.end - 1].text.endswith("-")

    def _credit(self, span: NameSpan) -> bool:
        return any(i in self.credited for i in range(span.first, span.end))


def _wordlike(token: Token) -> bool:
    return any(c.isalnum() for c in token.text) or token.text in _INNER


def _longest(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Spans that do not overlap, the longer before the shorter, the earlier in the list before the later."""
    chosen: list[NameSpan] = []
    for span in sorted(spans, key=lambda s: s.first - s.end):
        if not any(span.overlaps(other) for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda s: s.first)


@cache
def _credit_words(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load(Layout, language).credits)


def _credited(sentence: Sentence, language: str) -> frozenset[int]:
    """Tokens behind "Foto:": who took a picture is no part of the news."""
    tokens = sentence.tokens
    for token in tokens[:-1]:
        if token.text.casefold() in _credit_words(language) and tokens[token.i + 1].text == ":":
            end = next((t.i for t in tokens[token.i :] if t.text in ")]"), len(tokens))
            return frozenset(range(token.i, end))
    return frozenset()
