"""A sentence for those who look for speech in it: its clauses, words of speech, phrases, and who is somebody."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from kg.extract.clauses.clause import Clause
from kg.extract.clauses.clauses import clauses, event_nouns
from kg.extract.roles.nouns import body_noun, role_noun
from kg.extract.status.speech_verbs import speech_verbs
from kg.lang import load
from kg.lang.schema import Factuality, Grammar, Quotations
from kg.model import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_SHORTEST_HEAD = 3  # of a compound: shorter endings are chance


class SpeechView:
    """One sentence; built anew for each, never kept. `people` are the heads of its mentions of persons and bodies."""

    def __init__(self, sentence: Sentence, language: str, people: frozenset[int]) -> None:
        self.people = people
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.language = language
        self.words = load(Quotations, language)
        self.facts = load(Factuality, language)
        self.grammar = load(Grammar, language)
        self.clauses = clauses(sentence, language=language, event_nouns=event_nouns(language), nominal=False)
        self.clause_at = {clause.predicate: clause for clause in self.clauses}
        self.verbs = speech_verbs(language)

    def first(self, clause: Clause, slot: str) -> int:
        return next((a.head for a in clause.slot(slot)), -1)

    def finite(self, clause: Clause) -> bool:
        return any(self.tokens[i].feat("VerbForm") == "Fin" for i in (clause.predicate, *clause.auxiliaries))

    def somebody(self, i: int) -> bool:
        """Whether the word is for a person or a body, or a pronoun for one."""
        token = self.tokens[i]
        if token.upos == "PRON":
            return not self.nothing(i)
        beside = self.sentence.dependents(i, "appos", "flat")
        if not self.people.isdisjoint((i, *(t.i for t in beside))):
            return True
        roles = (
            role_noun(self.sentence, i, language=self.language),
            body_noun(self.sentence, i, language=self.language),
        )
        return any(roles) or any(t.entity in ("PER", "ORG") for t in (token, *beside))

    def knows(self, i: int) -> bool:
        return i >= 0 and (self.somebody(i) or self.among(self.tokens[i], self.words.nouns))

    def nothing(self, i: int) -> bool:
        return self.tokens[i].upos == "PRON" and self.tokens[i].feat("Gender") == "Neut"

    def among(self, token: Token, nouns: tuple[str, ...]) -> bool:
        """Whether the token is one of the nouns, or a compound of one ("Polizeiangaben")."""
        return token.upos in _NOMINAL and _among(token.text.lower(), nouns, self.words.noun_endings)

    def belongs(self, noun: Token) -> int:
        """The genitive or possessive of a noun, or what stands behind "von" and the like; -1 for none."""
        for token in self.sentence.dependents(noun.i, "nmod", "det:poss", "det", "appos"):
            cases = {c.lemma.lower() for c in self.sentence.dependents(token.i, "case")}
            possessive = token.relation != "det" or token.feat("Poss") == "Yes"
            if possessive and cases <= set(self.words.agents):
                return token.i
        return -1

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a relative clause belongs to."""
        above = next((a for a in self.sentence.ancestors(pronoun.i) if a.relation == "acl"), None)
        return self.tokens[above.head] if above is not None else None

    def nominal_after(self, i: int) -> int:
        """The head of the noun phrase that begins at `i`, -1 for none."""
        start = i
        while i < len(self.tokens) and self.tokens[i].upos not in _NOMINAL:
            if self.tokens[i].upos not in ("DET", "ADJ", "NUM", "PUNCT", "PRON"):
                return -1
            i += 1
        if i >= len(self.tokens):
            return -1
        while self.tokens[i].relation in ("compound", "flat", "appos", "nmod") and self.tokens[i].head >= start:
            i = self.tokens[i].head
        return i

    def whole(self, i: int) -> set[int]:
        """The clause that a token belongs to, with all below it."""
        above = next((a.i for a in self.sentence.ancestors(i) if a.i in self.clause_at), None)
        return set(self.sentence.subtree(self.sentence.root if above is None else above))

    def phrase(self, head: int) -> tuple[int, ...]:
        """The noun phrase at `head` without its preposition and the clauses below it."""
        if head < 0:
            return ()
        kept = {head}
        for child in self.sentence.dependents(head):
            loose = child.relation in (
                "acl",
                "advcl",
                "parataxis",
                "ccomp",
                "case",
                "cop",
                "aux",
                "nsubj",
                "cc",
                "mark",
            )
            if not loose and child.relation not in ("punct", "advmod", "conj"):
                kept.update(self.sentence.subtree(child.i))
        first, last = min(kept), max(kept)
        return self.trimmed(range(first, last + 1))

    def trimmed(self, indices: Iterable[int]) -> tuple[int, ...]:
        found = sorted(indices)
        while found and self.tokens[found[0]].upos == "PUNCT":
            found.pop(0)
        while found and self.tokens[found[-1]].upos == "PUNCT":
            found.pop()
        return tuple(found)


@lru_cache(maxsize=50_000)
def _among(form: str, nouns: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    forms = _forms(nouns, endings)
    ends = (form[i:] for i in range(1, len(form) - _SHORTEST_HEAD))
    return form in forms or any(end in forms for end in ends)


@cache
def _forms(nouns: tuple[str, ...], endings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(noun.lower() + ending for noun in nouns for ending in endings)
