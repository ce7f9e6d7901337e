"""Names made of common words: "Moskauer Konferenz für Internationale Sicherheit", "Amtsgericht Kaiserslautern"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.mentions.forms import abbreviates, genitive_stems, head_type
from kg.extract.mentions.words import ROAD, NameSpan, NameWords
from kg.extract.roles.nouns import body_noun
from kg.extract.roles.surroundings import place_of_adjectives
from kg.lang import has, load
from kg.lang.schema import Quotations
from kg.model import Token
from kg.ontology import Types

_LONGEST_TITLE = 8  # words between quotation marks


class ComposedNames:
    """Finds the names of one sentence that a head noun, a seat or a bracket makes, given the spans found before."""

    def __init__(self, words: NameWords, spans: Sequence[NameSpan]) -> None:
        self.words = words
        self.tokens = words.tokens
        self.language = words.language
        self.spans = spans
        self.marks = load(Quotations, words.language).marks if has(Quotations, words.language) else {}

    def all(self) -> Iterator[NameSpan]:
        yield from self._headed()
        yield from self._abbreviated()
        yield from self._roads()
        yield from self._seated()
        yield from self._quoted()
        yield from self._families()
        yield from self._branches()

    def _headed(self) -> Iterator[NameSpan]:
        """ "Moskauer Konferenz für Internationale Sicherheit": capitalised adjectives, head noun, capitalised rest."""
        for token in self.tokens:
            if token.upos not in ("NOUN", "PROPN") or not self._heads(token):
                continue
            first = token.i
            while first > 0 and self._capital_adjective(self.tokens[first - 1]):
                first -= 1
            end = self._rest(token.i + 1)
            if end == token.i + 1:
                end = self._bracketed(end)
            end = max([end, *(s.end for s in self.spans if s.first == token.i and not s.places)])
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

    def _quoted(self) -> Iterator[NameSpan]:
        """What stands between quotation marks behind an article or a noun, where a name was found in a part of it
        ("die Studie „Armut in Berlin“")."""
        for opening in self.tokens:
            closing = self.marks.get(opening.text, "")
            near = self.tokens[opening.i + 1 : opening.i + 2 + _LONGEST_TITLE]
            end = next((t.i for t in near if closing and t.text in closing), -1)
            if end > opening.i + 2 and self._titled(opening.i, end):
                inside = [s for s in self.spans if opening.i < s.first and s.end <= end]
                tags = {s.tag for s in inside} - {"PER", "LOC", ""}
                if inside:
                    yield NameSpan(opening.i + 1, end, min(tags, default="MISC"))

    def _titled(self, opening: int, end: int) -> bool:
        """Whether the words between two quotation marks are a title or name: they begin with a capital and end with a
        word, and no noun before them says that somebody said them ("mit den Worten „…“")."""
        first, last = self.tokens[opening + 1], self.tokens[end - 1]
        written = (first.text[0].isupper() or first.text[0].isdigit()) and last.text[-1].isalnum()
        return written and (self._introduced(self.tokens[opening - 1]) if opening else self._goes_on(end + 1))

    def _introduced(self, before: Token) -> bool:
        """Whether an article, a noun or an adjective stands before a quotation, and none that says somebody said it."""
        noun = before.upos in ("DET", "NOUN") or (before.upos == "ADJ" and before.relation == "amod")
        return noun and before.lemma not in self.words.lexicon.sayings

    def _goes_on(self, i: int) -> bool:
        """Whether a verb stands at token `i`: the quotation that opens the sentence is its subject or object."""
        return i < len(self.tokens) and self.tokens[i].upos in ("VERB", "AUX")

    def _families(self) -> Iterator[NameSpan]:
        """ "die Familie Weber" is nobody of that name."""
        for span in self.spans:
            one = span.end - span.first == 1 and span.tag == "PER" and span.first > 0
            if one and self.tokens[span.first - 1].lemma in self.words.lexicon.families:
                yield NameSpan(span.first - 1, span.end, "MISC")

    def _roads(self) -> Iterator[NameSpan]:
        """A road by its class and number behind an article ("auf der A 7") or at the start of a bulletin."""
        for token in self.tokens:
            before = self.tokens[token.i - 1] if token.i else None
            article = before is None or (before.upos == "DET" and before.feat("Gender") in ("", "Fem"))
            preposition = before is not None and before.lemma.lower() in self.words.locative_prepositions
            ends = (end for end in (token.i + 2, token.i + 1) if end <= len(self.tokens))
            road = next((e for e in ends if self.words.road(token.i, e)), 0) if article or preposition else 0
            if road and not (before is None and road == len(self.tokens)):
                yield NameSpan(token.i, road, ROAD)

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
        if start < j < len(tokens) and tokens[j].upos == "NOUN":
            return j + 1
        return i

    def _bracketed(self, i: int) -> int:
        """Where a phrase of a joint and nouns ends that an abbreviation in brackets follows ("für Luft- und Raumfahrt
        (DLR)"), else where it begins."""
        j = i
        if j >= len(self.tokens) or self.tokens[j].text not in self.words.lexicon.joints:
            return i
        while j < len(self.tokens) and (self._in_capitals(self.tokens[j]) or self._joint(j)):
            j += 1
        short = self.tokens[j + 1].text if j + 2 < len(self.tokens) else ""
        closed = short.isupper() and (self.tokens[j].text, self.tokens[j + 2].text) == ("(", ")")
        return j if closed and j > i + 1 else i

    def _joint(self, i: int) -> bool:
        """Whether the token joins words of a name: a listed one, or the part of a compound that stands alone."""
        return self.tokens[i].text in self.words.lexicon.joints or self.tokens[i].text.endswith("-")

    def _capitals(self, i: int) -> int:
        """Where the words with capitals end that begin at token `i`."""
        j = i
        while j < len(self.tokens) and self._in_capitals(self.tokens[j]):
            j += 1
        return j

    def _in_capitals(self, token: Token) -> bool:
        noun = token.upos in ("ADJ", "NOUN", "PROPN") and token.text[0].isupper()
        return noun and token.text not in self.words.lexicon.never

    def _branches(self) -> Iterator[NameSpan]:
        """A party with the adjective of a region or city is its branch there ("die Berliner SPD")."""
        for span in self.spans:
            party = any(p.type == Types.POLITICAL_PARTY for p in span.places[:1]) and span.first > 0
            before = self.tokens[span.first - 1 : span.first] if party else ()
            seat = place_of_adjectives(before, self.words.gazetteer, self.language)
            if seat is not None and seat.type in (Types.REGION, Types.CITY):
                yield NameSpan(span.first - 1, span.end, "ORG")
