"""Sources named in phrases: "laut X", "nach Angaben von X", "…, so X", "demnach"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.quotations.announcement import Cue
from kg.extract.quotations.speech import SpeechView
from kg.model import QuotationKind, Token

_NOMINAL = ("NOUN", "PROPN")


class Sources:
    """The sources of one sentence."""

    def __init__(self, view: SpeechView) -> None:
        self.view = view

    def all(self) -> Iterator[Cue]:
        for token in self.view.tokens:
            yield from self._source(token)
            yield from self._aside(token)
            yield from self._anaphoric(token)

    def _source(self, case: Token) -> Iterator[Cue]:
        """ "laut X", "X zufolge", "nach Angaben von X"."""
        noun = self._noun_of(case)
        if noun is None or not self._names_source(case, noun):
            return
        named = (self.view.antecedent(noun) or noun) if noun.upos == "PRON" else noun
        whole = self.view.whole(noun.i) - {*self.view.sentence.subtree(case.i), *self.view.phrase(noun.i)}
        owner = self.view.belongs(named) if self.view.among(named, self.view.words.nouns) else -1
        head = named.i if owner < 0 else owner
        names = self.view.phrase(named.i) if named is not noun else ()
        yield Cue(
            QuotationKind.INDIRECT, (case.i,), self.view.trimmed(whole), head, (*names, *self.view.phrase(noun.i))
        )

    def _noun_of(self, case: Token) -> Token | None:
        """What a preposition stands before or behind, by the tree or else by its place."""
        if case.text.lower() in self.view.facts.source_prepositions and case.upos in _NOMINAL:  # taken for a noun
            return next(
                (t for t in self.view.sentence.dependents(case.i, "nmod", "appos", "flat") if t.i > case.i), None
            )
        listed = case.text.lower() in self.view.facts.source_prepositions and case.relation == "case"
        if not (listed or case.upos in ("ADP", "SCONJ", "ADV")) or case.head < 0:
            return None
        above, before = self.view.tokens[case.head], self.view.tokens[case.i - 1] if case.i else None
        if above.upos in ("PRON", "DET", *_NOMINAL):
            return above
        return before if before is not None and before.upos in _NOMINAL else None

    def _names_source(self, case: Token, token: Token) -> bool:
        preposition = case.text.lower()
        if (
            preposition in self.view.facts.source_prepositions
            or case.lemma.lower() in self.view.facts.source_prepositions
        ):
            return True
        nouns = self.view.words.noun_prepositions.get(preposition, ())
        named = self.view.antecedent(token) if token.upos == "PRON" else None
        return self.view.among(named or token, nouns)

    def _aside(self, token: Token) -> Iterator[Cue]:
        """ "…, so X." """
        if token.text.lower() not in self.view.words.like or not 0 < token.i < len(self.view.tokens) - 1:
            return
        before, after = self.view.tokens[token.i - 1], self.view.tokens[token.i + 1]
        head = self.view.nominal_after(token.i + 1)
        if before.upos != "PUNCT" or after.upos not in ("DET", "ADJ", "PRON", *_NOMINAL) or head < 0:
            return
        named = self.view.phrase(head)
        end = named[-1] + 1 if named else head + 1
        closed = end >= len(self.view.tokens) or self.view.tokens[end].upos in ("PUNCT", "ADP", "ADV")
        if closed and named and named[0] == token.i + 1:
            whole = self.view.whole(head) - {token.i, *self.view.sentence.subtree(head)}
            yield Cue(QuotationKind.INDIRECT, (token.i,), self.view.trimmed(whole), head, named)

    def _anaphoric(self, token: Token) -> Iterator[Cue]:
        """ "Demnach …"; "ein Bericht, wonach …"."""
        if token.text.lower() not in self.view.words.anaphoric:
            return
        predicate = next((a for a in self.view.sentence.ancestors(token.i) if a.i in self.view.clause_at), None)
        if predicate is None:
            return
        content = self.view.trimmed(set(self.view.sentence.subtree(predicate.i)) - {token.i})
        noun = self.view.antecedent(token) or self._before_comma(token)
        if noun is None:
            yield Cue(QuotationKind.INDIRECT, (token.i,), content, back=True)
            return
        owner = self.view.belongs(noun)
        named = (*self.view.phrase(noun.i), token.i)
        yield Cue(QuotationKind.INDIRECT, (token.i,), content, noun.i if owner < 0 else owner, named)

    def _before_comma(self, token: Token) -> Token | None:
        """The last noun in front of the comma that a relative adverb stands behind."""
        if token.i < 2 or self.view.tokens[token.i - 1].text != ",":
            return None
        return next(
            (t for t in reversed(self.view.tokens[: token.i - 1]) if self.view.among(t, self.view.words.nouns)), None
        )
