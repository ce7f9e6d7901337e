"""Names made of common words: "Moskauer Konferenz für Internationale Sicherheit", "Amtsgericht Kaiserslautern"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.name_words import NameSpan, NameWords
from kg.extract.names import abbreviates, genitive_stems, head_type
from kg.extract.role_nouns import body_noun
from kg.model import Token
from kg.ontology import Types


class ComposedNames:
    """Finds the names of one sentence that a head noun, a seat or a bracket makes, given the spans found before."""

    def __init__(self, words: NameWords, spans: Sequence[NameSpan]) -> None:
        self.words = words
        self.tokens = words.tokens
        self.language = words.language
        self.spans = spans

    def all(self) -> Iterator[NameSpan]:
        yield from self._headed()
        yield from self._abbreviated()
        yield from self._seated()

    def _headed(self) -> Iterator[NameSpan]:
        """ "Moskauer Konferenz für Internationale Sicherheit": capitalised adjectives, head noun, capitalised rest."""
        for token in self.tokens:
            if token.upos not in ("NOUN", "PROPN") or not self._heads(token):
                continue
            first = token.i
            while first > 0 and self._capital_adjective(self.tokens[first - 1]):
                first -= 1
            end = self._rest(token.i + 1)
            if any(s.places and token.i < s.first and s.end == end for s in self.spans):
                end = token.i + 1
            inside = [s for s in self.spans if s.first < end and first < s.end]
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
        adjective = token.upos == "ADJ" or (token.upos == "PROPN" and bool(self.words.demonyms.place(token.text)))
        joined = self.words.open_compounds and token.upos in ("PROPN", "NOUN") and token.relation == "compound"
        return (adjective or joined) and token.text[0].isupper() and token.i > 0

    def _seated(self) -> Iterator[NameSpan]:
        """A body with the place of its seat behind it: "Amtsgericht Kaiserslautern"."""
        for span in self.spans if not self.words.open_compounds else ():
            before = self.tokens[span.first - 1] if span.first else None
            beside = before is not None and span.tag != "PER"
            body = body_noun(self.words.sentence, span.first - 1, language=self.language) if beside else None
            if body is not None and not body.vague and self._seat(span):
                yield NameSpan(span.first - 1, span.end, "ORG")

    def _seat(self, span: NameSpan) -> bool:
        """Whether the span is a town or region and not in the genitive."""
        if not span.places:
            return span.tag == "LOC" and self.tokens[span.end - 1].feat("Case") != "Gen"
        whole = bool(self.words.gazetteer.find(self.words.text(span.first, span.end)))
        return whole and any(p.type in (Types.CITY, Types.REGION) for p in span.places)

    def _abbreviated(self) -> Iterator[NameSpan]:
        """A noun that a bracket behind it abbreviates: "Kultusministerkonferenz (KMK)"."""
        taken = {i for s in self.spans for i in range(s.first, s.end)}
        for token in self.tokens[:-3]:
            opening, short, closing = self.tokens[token.i + 1 : token.i + 4]
            if (opening.text, closing.text) == ("(", ")") and token.i not in taken and token.text[0].isupper():
                stems = (token.text, *genitive_stems(token.text, self.language))
                if any(abbreviates(short.text, stem) for stem in stems):
                    yield NameSpan(token.i, token.i + 1, "ORG")

    def _rest(self, i: int) -> int:
        """Where the phrase behind the head ends: a joint, capitalised adjectives and a noun, with one of the former."""
        tokens, j = self.tokens, i
        while j < len(tokens) and tokens[j].text in self.words.lexicon.joints:
            j += 1
        start = j
        if self.words.open_compounds:
            end = self._capitals(j)
            return end if end > j > i else i
        while j < len(tokens) and tokens[j].upos == "ADJ" and tokens[j].text[0].isupper():
            j += 1
        if i < start < j < len(tokens) and tokens[j].upos == "NOUN":
            return j + 1
        return i

    def _capitals(self, i: int) -> int:
        """Where the words with capitals end that begin at token `i`."""
        j = i
        while j < len(self.tokens) and self._in_capitals(self.tokens[j]):
            j += 1
        return j

    def _in_capitals(self, token: Token) -> bool:
        noun = token.upos in ("ADJ", "NOUN", "PROPN") and token.text[0].isupper()
        return noun and token.text not in self.words.lexicon.never
