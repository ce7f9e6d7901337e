"""Where the names of a sentence are: the tagger's spans mended at their edges, and what the gazetteer knows besides.

The tagger (GermEval classes, F1 about 72) cuts names short, runs on over brackets and takes titles in; the gazetteer
and the tree know better in places. Nothing here decides what a name names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.names import abbreviates, genitive_stems, head_type, is_given_name
from kg.extract.role_nouns import body_noun, role_noun
from kg.lang import load
from kg.lang.schema import Demonyms, Layout, Names, Pronouns, Roles, Titles
from kg.model import Sentence, Token
from kg.ontology import Gazetteer, Place, Types

_LONGEST = 7
_INNER = frozenset("-–&/+.'’")
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "root")


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
        self.sentence = sentence
        self.gazetteer = gazetteer
        self.language = language
        self.words = load(Names, language)
        self.titles = load(Titles, language)
        self.roles = load(Roles, language)
        self.pronouns = load(Pronouns, language)
        self.demonyms = load(Demonyms, language)
        self.credited = _credited(sentence, language)

    def spans(self) -> tuple[NameSpan, ...]:
        tagged = [self._extended(self._owned(s)) for s in map(self._trimmed, self._tagged()) if s is not None]
        known = list(self._known(tagged))
        found = tagged + known
        composed = [*self._composed(found), *self._abbreviated(found), *self._seated(found)]
        loose = list(self._loose(tagged + known + composed))
        chosen = _longest(known + composed + tagged + loose)
        return tuple(self._titled(s) for s in chosen if not self._credit(s))

    def surnames(self, known: tuple[NameSpan, ...], surnames: frozenset[str]) -> tuple[NameSpan, ...]:
        taken = {i for span in known for i in range(span.first, span.end)}
        found = []
        for token in self.tokens:
            forms = (token.text, *genitive_stems(token.text, self.language))
            if token.i not in taken and token.relation in _NOMINAL and not surnames.isdisjoint(forms):
                described = (self._role(token) or token.upos == "NOUN") and self._described(token)
                if (
                    token.upos not in ("DET", "ADP", "VERB", "AUX")
                    and not described
                    and token.text not in self.words.never
                ):
                    found.append(self._titled(NameSpan(token.i, token.i + 1, "PER")))
        return tuple(span for span in found if not self._credit(span))

    # -- the tagger's spans ---------------------------------------------------------------------------------------

    def _tagged(self) -> Iterator[NameSpan]:
        run: list[Token] = []
        for token in self.tokens:
            goes_on = bool(run) and token.entity == run[-1].entity and not token.begins and token.i == run[-1].i + 1
            if run and (not goes_on or not _wordlike(token)):
                yield NameSpan(run[0].i, run[-1].i + 1, run[0].entity)
                run = []
            if token.entity and _wordlike(token):
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
        if first == end or (end - first == 1 and not self._alone(self.tokens[first], span.tag)):
            return None
        return replace(span, first=first, end=end)

    def _owned(self, span: NameSpan) -> NameSpan:
        """Without the noun before a place in the genitive ("Gewahrsam Litauens")."""
        last = span.end - 1
        if span.end - span.first < 2 or self._listed(span.first, span.end):
            return span
        genitive = self._listed(last, span.end) and not self.gazetteer.find(self.tokens[last].text)
        return replace(span, first=last) if genitive else span

    def _leads(self, token: Token, end: int) -> bool:
        if self._title(token) or not any(c.isalnum() for c in token.text):
            return True
        if token.text[0].islower() and token.text not in self.words.particles:
            return not self._listed(token.i, end)
        if token.upos in ("DET", "ADP", "CCONJ", "PRON", "PART") and token.text not in self.words.particles:
            return True
        if end - token.i == 1:
            return False
        if token.upos in ("NOUN", "PROPN") and token.text in self.words.class_nouns and not self._listed(token.i, end):
            return token.text not in self.words.heads
        return self._role(token) and (token.upos == "NOUN" or self.tokens[end - 1].entity in ("PER", ""))

    def _role(self, token: Token) -> bool:
        return role_noun(token, language=self.language) is not None

    def _trails(self, token: Token) -> bool:
        if not any(c.isalnum() for c in token.text):
            return True
        small = token.text[0].islower()
        return small and token.upos != "PROPN" and not self._listed(token.i, token.i + 1)

    def _alone(self, token: Token, tag: str) -> bool:
        """Whether one token may be a name by itself: no adjective, no common compound ("Ukraine-Konflikt")."""
        if token.text in self.words.never or sum(c.isalpha() for c in token.text) < 2 or self._closed_class(token):
            return False
        if self._listed(token.i, token.i + 1):
            return True
        if (
            token.text in self.words.class_nouns
            or token.upos not in ("PROPN", "NOUN", "X")
            or token.text[0].islower()
            or self._common_body(token)
        ):
            return False
        role = role_noun(token, language=self.language)
        if role and (
            token.upos == "NOUN" or not tag or role.lemma not in self.roles.also_names or self._described(token)
        ):
            return False
        head = token.text.rpartition("-")[2]
        return not (token.upos == "NOUN" and "-" in token.text and head not in self.words.heads) and bool(tag)

    def _common_body(self, token: Token) -> bool:
        """Whether the word is a common noun for a body ("Feuerwehr"), which is no name by itself."""
        body = body_noun(token, language=self.language)
        return body is not None and (token.upos == "NOUN" or not body.compound)

    def _closed_class(self, token: Token) -> bool:
        """Whether the word is a pronoun or article that stands at the head of a sentence."""
        small = token.text.lower()
        return not token.text.isupper() and small in (*self.pronouns.personal, *self.pronouns.definite)

    def _described(self, token: Token) -> bool:
        """Whether an article stands before the word or a name right behind it, so that it is no surname."""
        before = self.tokens[token.i - 1] if token.i else None
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        return (before is not None and before.upos in ("DET", "ADJ")) or (after is not None and after.upos == "PROPN")

    def _extended(self, span: NameSpan, taken: frozenset[int] = frozenset()) -> NameSpan:
        """With the parts of the name that the tagger left out: flat dependents, particles, suffixes, legal forms."""
        first, end = span.first, span.end
        while end < len(self.tokens) and end not in taken and self._belongs(self.tokens[end], first, end):
            end += 1
        while first > 0 and first - 1 not in taken and self._precedes(self.tokens[first - 1], first, end, span.tag):
            first -= 1
        return replace(span, first=first, end=end)

    def _belongs(self, token: Token, first: int, end: int) -> bool:
        if token.text in self.titles.suffixes or token.text in self.words.legal_forms:
            return True
        flat = token.relation == "flat" and first <= token.head < end
        return flat and token.upos == "PROPN" and token.text[0].isupper() and not token.begins

    def _precedes(self, token: Token, first: int, end: int, tag: str) -> bool:
        if token.upos != "PROPN" or not token.text[0].isupper() or token.entity or self._title(token):
            return False
        if self._role(token):
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
        for end in range(min(i + _LONGEST, len(self.tokens)), i, -1):
            form, places = self._match(i, end)
            if places and self._believed(places, i, end):
                inside = [t for t in tagged if t.first < end and i < t.end]
                if any(t.end - t.first > end - i for t in inside):
                    return None
                return NameSpan(i, end, inside[0].tag if inside else "", places, form)
        return None

    def _match(self, first: int, end: int) -> tuple[str, tuple[Place, ...]]:
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
        adjectives = [t for t in self.tokens[first : end - 1] if t.upos in ("ADJ", "PROPN") and self._bendable(t.text)]
        if adjectives and adjectives[0].i == first:
            for ending in dict.fromkeys(self.words.normal_endings.values()):
                bent = self._bent(name, tuple(t.text for t in adjectives), ending)
                yield bent
                yield from genitive_stems(bent, self.language)
                yield from (bent.removesuffix(e) for e in self.words.dative_endings if bent.endswith(e))

    def _bendable(self, word: str) -> bool:
        return word[0].isupper() and word.endswith(self.words.adjective_endings)

    def _bent(self, name: str, adjectives: tuple[str, ...], ending: str) -> str:
        """The name with another ending of its adjectives."""
        for adjective in adjectives:
            stem = next(adjective.removesuffix(e) for e in self.words.adjective_endings if adjective.endswith(e))
            name = name.replace(adjective, stem + ending, 1)
        return name

    def _listed(self, first: int, end: int) -> bool:
        return bool(self._match(first, end)[1])

    def _may_begin(self, token: Token) -> bool:
        return token.text[0].isalnum() and not (token.text[0].islower() and token.entity == "")

    def _believed(self, places: tuple[Place, ...], first: int, end: int) -> bool:
        tokens = self.tokens[first:end]
        if first > 0 and self.tokens[first - 1].text in self.titles.courtesy:
            return False
        if len(tokens) > 1:
            return any(t.upos in ("PROPN", "NOUN", "ADJ") for t in tokens) and tokens[-1].text[0].isalnum()
        token = tokens[0]
        if token.text in self.words.never or token.upos not in ("PROPN", "NOUN", "X"):
            return False
        if token.entity == "PER" and not (places[0].type == Types.COUNTRY or places[0].capital_of):
            return False
        if places[0].common_word and not token.entity:
            return token.upos == "PROPN" and token.text == token.text.upper()
        return bool(token.entity) or token.upos == "PROPN" or not places[0].common_word

    # -- names that a head noun makes -----------------------------------------------------------------------------

    def _composed(self, spans: list[NameSpan]) -> Iterator[NameSpan]:
        """ "Moskauer Konferenz für Internationale Sicherheit": capitalised adjectives, head noun, capitalised rest."""
        for token in self.tokens:
            if token.upos not in ("NOUN", "PROPN") or not self._heads(token):
                continue
            first = token.i
            while first > 0 and self._capital_adjective(self.tokens[first - 1]):
                first -= 1
            end = self._rest(token.i + 1)
            if any(s.places and token.i < s.first and s.end == end for s in spans):
                end = token.i + 1
            inside = [s for s in spans if s.first < end and first < s.end]
            if first == token.i and not (end > token.i + 1 and inside):
                continue
            whole = [s for s in inside if s.first < first or s.end > end]
            if not whole:
                tag = next((s.tag for s in inside if s.tag), "")
                yield NameSpan(first, end, tag)

    def _heads(self, token: Token) -> bool:
        """Whether the word, or the last part of a compound, is the head of names ("Landesgerichts")."""
        return bool(head_type(token.text, self.language))

    def _capital_adjective(self, token: Token) -> bool:
        adjective = token.upos == "ADJ" or (token.upos == "PROPN" and bool(self.demonyms.place(token.text)))
        return adjective and token.text[0].isupper() and token.i > 0

    def _seated(self, spans: list[NameSpan]) -> Iterator[NameSpan]:
        """A body with the place of its seat behind it: "Amtsgericht Kaiserslautern"."""
        for span in spans:
            before = self.tokens[span.first - 1] if span.first else None
            body = body_noun(before, language=self.language) if before is not None and span.tag != "PER" else None
            if body is not None and not body.vague and self._seat(span):
                yield NameSpan(span.first - 1, span.end, "ORG")

    def _seat(self, span: NameSpan) -> bool:
        """Whether the span is a town or region and not in the genitive."""
        if not span.places:
            return span.tag == "LOC" and self.tokens[span.end - 1].feat("Case") != "Gen"
        whole = bool(self.gazetteer.find(self.text(span.first, span.end)))
        return whole and any(p.type in (Types.CITY, Types.REGION) for p in span.places)

    def _abbreviated(self, spans: list[NameSpan]) -> Iterator[NameSpan]:
        """A noun that a bracket behind it abbreviates: "Kultusministerkonferenz (KMK)"."""
        taken = {i for s in spans for i in range(s.first, s.end)}
        for token in self.tokens[:-3]:
            opening, short, closing = self.tokens[token.i + 1 : token.i + 4]
            if (opening.text, closing.text) == ("(", ")") and token.i not in taken and token.text[0].isupper():
                stems = (token.text, *genitive_stems(token.text, self.language))
                if any(abbreviates(short.text, stem) for stem in stems):
                    yield NameSpan(token.i, token.i + 1, "ORG")

    def _rest(self, i: int) -> int:
        """Where the phrase behind the head ends: a joint, capitalised adjectives and a noun, with one of the former."""
        tokens, j = self.tokens, i
        while j < len(tokens) and tokens[j].text in self.words.joints:
            j += 1
        start = j
        while j < len(tokens) and tokens[j].upos == "ADJ" and tokens[j].text[0].isupper():
            j += 1
        if i < start < j < len(tokens) and tokens[j].upos == "NOUN":
            return j + 1
        return i

    # -- proper nouns that nobody claimed -------------------------------------------------------------------------

    def _loose(self, spans: list[NameSpan]) -> Iterator[NameSpan]:
        taken = frozenset(i for s in spans for i in range(s.first, s.end))
        run: list[Token] = []
        for token in (*self.tokens, None):
            fits = token is not None and token.i not in taken and self._proper(token)
            if fits and token is not None and (not run or self._joined(run, token)):
                run.append(token)
                continue
            if run and (len(run) > 1 or ("-" not in run[0].text and self._alone(run[0], "PROPN"))):
                yield self._extended(NameSpan(run[0].i, run[-1].i + 1), taken)
            run = [token] if fits and token is not None else []

    def _proper(self, token: Token) -> bool:
        if token.upos != "PROPN" or not token.text[0].isupper() or self._title(token):
            return False
        return token.text not in (*self.words.never, *self.words.class_nouns) and not token.text.endswith("-")

    def _joined(self, run: list[Token], token: Token) -> bool:
        return (
            token.relation == "flat"
            or token.head == run[-1].i
            or run[-1].head == token.i
            or is_given_name(run[0].text, self.language)
        )

    # -- titles and credits ---------------------------------------------------------------------------------------

    def _title(self, token: Token) -> bool:
        return token.text in self.titles.courtesy or token.text in self.titles.academic

    def _titled(self, span: NameSpan) -> NameSpan:
        opening = span.first
        while opening > 0 and self._title(self.tokens[opening - 1]):
            opening -= 1
        titles = [t.text for t in self.tokens[opening : span.first]]
        gender = next((self.titles.courtesy[t] for t in titles if t in self.titles.courtesy), "")
        return replace(span, opening=opening, title=" ".join(titles), gender=gender)

    def _credit(self, span: NameSpan) -> bool:
        return any(i in self.credited for i in range(span.first, span.end))

    def text(self, first: int, end: int) -> str:
        """The words of tokens as written, joined by single blanks where any white space stands between them."""
        parts: list[str] = []
        for token in self.tokens[first:end]:
            if parts and token.start > self.tokens[token.i - 1].end:
                parts.append(" ")
            parts.append(token.text)
        return "".join(parts)


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
