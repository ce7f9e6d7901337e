"""A clause as a line of words: its subjects, its verb complex, and the parts that stand around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kg.extract.clauses.clause import DATIVE, OBJECT, SUBJECT, Clause, ClauseKind
from kg.extract.openie.verb_complex import is_negation, is_reflexive, ordered, verb_words
from kg.extract.phrases.words import Phrases, Words
from kg.extract.status.cues import Cues
from kg.lang import load
from kg.lang.schema import Grammar
from kg.model import Sentence, Token

_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "SYM", "X", "DET")


class PartKind(StrEnum):
    CORE = "core"  # an object, or what a copula joins to the subject
    OBLIQUE = "oblique"
    ADVERB = "adverb"
    NEGATION = "negation"
    PARTICLE = "particle"
    COMPLEMENT = "complement"  # a clause that the verb asks for
    ADVERBIAL = "adverbial"  # a clause of time, cause, purpose …


_KINDS = {
    "obj": PartKind.CORE,
    "iobj": PartKind.CORE,
    "obl": PartKind.OBLIQUE,
    "ccomp": PartKind.COMPLEMENT,
    "advcl": PartKind.ADVERBIAL,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a clause: its wordings, one for each way through its coordinations.

    `short` are those without attributes. A `fronted` part stands before the finite verb.
    """

    kind: PartKind
    head: int
    wordings: tuple[Words, ...]
    short: tuple[Words, ...]
    fronted: bool = False

    @property
    def place(self) -> int:
        return min(self.wordings[0])


class Field:
    """One clause of a sentence."""

    def __init__(self, sentence: Sentence, clause: Clause, found: tuple[Clause, ...], *, language: str) -> None:
        self.sentence = sentence
        self.clause = clause
        self.found = found
        self.language = language
        self.grammar = load(Grammar, language)
        self.phrases = Phrases(sentence)
        self._verbal = verb_words(sentence, clause, self.grammar)
        if self._adjectival:
            self._verbal |= {clause.predicate}

    # -- verb -----------------------------------------------------------------------------------------------------

    @cached_property
    def verb(self) -> Words:
        """The verb complex; an open complement ("expected to begin") has that of the clause above it before."""
        own = ordered(self.sentence, self._verbal, self.grammar, bracket=self._bracket)
        if self.governor is None:
            return own
        above = Field(self.sentence, self.governor, self.found, language=self.language)
        between = (p.short[0] for p in above.parts if p.kind is PartKind.CORE and p.place < own[0])
        return above.verb + tuple(i for words in between for i in words) + own

    @cached_property
    def governor(self) -> Clause | None:
        """The clause that this one is an open complement of."""
        token = self.sentence.tokens[self.clause.predicate]
        while token.relation == "conj" and self.sentence.tokens[token.head].relation in ("conj", "xcomp"):
            token = self.sentence.tokens[token.head]
        return next((c for c in self.found if token.relation == "xcomp" and c.predicate == token.head), None)

    @cached_property
    def _adjectival(self) -> bool:
        """Whether an adjective closes the field as a participle would: "ist in Wien bekannt"."""
        predicate = self.sentence.tokens[self.clause.predicate]
        asked = self.sentence.dependents(predicate.i, "obl")
        copula = self.clause.kind is ClauseKind.COPULA and predicate.upos == "ADJ"
        return copula and self.grammar.verb_second and any(t.i < predicate.i for t in asked)

    @property
    def _bracket(self) -> bool:
        """Whether a separated particle closes a bracket around an object, and stays behind it."""
        return any(a.slot in (OBJECT, DATIVE) and a.head not in self._subject_heads for a in self.clause.arguments)

    @property
    def infinitive(self) -> bool:
        """Whether no word of the verb is finite, and the verb no participle."""
        forms = [self.sentence.tokens[i] for i in self._verbal]
        return not any(t.feat("VerbForm") in ("Fin", "Part", "Ger") for t in forms)

    @property
    def told(self) -> bool:
        """Whether the clause says something by itself; open infinitives and suppositions do not."""
        marks = {self.sentence.tokens[i].lemma.lower() for i in self._marks()}
        finite = [i for i in self._verbal if self.sentence.tokens[i].feat("VerbForm") == "Fin"]
        if len(finite) > 1:
            return False  # no clause has two, so this is two clauses taken for one
        return not marks & set(self.grammar.untold_marks) and not (
            self.infinitive and (self.governor is None or self.grammar.verb_second)
        )

    def _marks(self) -> tuple[int, ...]:
        """The subordinating words of the clause, those of the first one for a conjunct."""
        first = self.clause
        while first.link == "conj" and not first.marks and first.parent >= 0:
            first = self.found[first.parent]
        return first.marks

    # -- subjects -------------------------------------------------------------------------------------------------

    def subjects(self) -> Iterator[Words]:
        """The subject phrases: of each conjunct, and of each noun that is said to be the same."""
        for token in map(self._noun_of, self._subject_heads):
            if token.relation in ("ccomp", "csubj", "xcomp") or {"Rel", "Int"} & set(token.feat("PronType").split(",")):
                continue
            for named in (*self._same_as(token), token):
                yield from self._named(named)

    @cached_property
    def _expletive(self) -> Token | None:
        """The word that holds the subject's place ("there are …"), whose subject follows like an object."""
        found = self.sentence.dependents(self.clause.predicate, "expl")
        return next((t for t in found if t.upos == "PRON" and not is_reflexive(self.sentence, t)), None)

    @cached_property
    def _subject_heads(self) -> tuple[int, ...]:
        if self._expletive is not None:
            return (self._expletive.i,)
        if not self.clause.passive:
            return tuple(a.head for a in self.clause.slot(SUBJECT))
        return tuple(a.head for a in self.clause.slot(OBJECT) if not self._second_object(a.head))

    def _second_object(self, i: int) -> bool:
        """Whether an object of the passive is one by form too ("was renamed Jones")."""
        token = self.sentence.tokens[i]
        while token.relation == "conj" and token.head >= 0:
            token = self.sentence.tokens[token.head]
        return token.head == self.clause.predicate and token.relation != "nsubj"

    def _noun_of(self, i: int) -> Token:
        """The noun that an adjective stands for as a subject ("only" of "the only ship to leave")."""
        token = self.sentence.tokens[i]
        while token.relation in ("amod", "det", "nummod") and token.upos not in ("NOUN", "PROPN", "PRON"):
            token = self.sentence.tokens[token.head]
        return token

    @property
    def _relative(self) -> bool:
        return self.phrases.is_relative(self.sentence.tokens[self.clause.predicate])

    def _named(self, token: Token) -> Iterator[Words]:
        """The phrase of a subject; without the article of a case that a subject does not have. "Keine Firma, die zahlt"
        says that none does."""
        cues = Cues(self.sentence, (), self.language)
        if self._relative and any(map(cues.negates, self.sentence.dependents(token.i, "det"))):
            return
        for words in self._cut(self.phrases.noun(token.i, case=False)):
            first = self.sentence.tokens[words[0]]
            oblique = self._relative and first.upos == "DET" and first.feat("Case") not in ("", "Nom")
            yield words[1:] if oblique and first.has("Definite", "Def") and len(words) > 1 else words

    def _same_as(self, token: Token) -> Iterator[Token]:
        """What else names the subject: loose appositions; of a relative clause, what its noun is an apposition to, or
        the subject of the copula above."""
        for child in self.sentence.dependents(token.i, "appos"):
            if not self.phrases.is_close(child) and child.upos in _NOMINAL:
                yield from self.phrases.members(child)
        if token.i == self.sentence.tokens[self.clause.predicate].head:
            if token.relation == "appos" and not self.phrases.is_close(token):
                yield self.sentence.tokens[token.head]
            if self.sentence.dependents(token.i, "cop"):
                yield from self.sentence.dependents(token.i, "nsubj")

    # -- parts ----------------------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts in text order; where the verb comes second, all before it first, else those behind it first."""
        found = [part for part in self._parts() if part.wordings and part.wordings[0]]
        return tuple(sorted(found, key=lambda p: (p.fronted and not self.grammar.verb_second, p.place)))

    def of_kind(self, *kinds: PartKind) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind in kinds)

    def _parts(self) -> Iterator[Part]:
        predicate = self.sentence.tokens[self.clause.predicate]
        if self.clause.kind is ClauseKind.COPULA and not self._adjectival:
            yield self._nominal(PartKind.CORE, predicate, (predicate, *self._predicate_conjuncts(predicate)))
        for child in self.sentence.dependents(predicate.i):
            taken = child.i in self._verbal or child.i in self._subject_heads
            if not taken and child.upos != "PUNCT" and not child.has("PronType", "Rel"):
                yield from self._part(child)
        yield from self._shared_parts()
        if self.grammar.verb_second and self._bracket:
            for particle in self.sentence.dependents(predicate.i, "compound:prt"):
                yield Part(PartKind.PARTICLE, particle.i, ((particle.i,),), ((particle.i,),))

    def _shared_parts(self) -> Iterator[Part]:
        """What the clause shares with another, and the noun that a relative pronoun stands for."""
        for argument in self.clause.arguments:
            token = self.sentence.tokens[argument.head]
            away = token.head != self.clause.predicate and token.relation != "conj"
            if away and token.i not in (*self._subject_heads, self.clause.predicate):
                if argument.slot in (OBJECT, DATIVE):
                    yield self._nominal(PartKind.CORE, token, self.phrases.members(token))
                elif token.relation == "obl":
                    yield self._nominal(PartKind.OBLIQUE, token, self.phrases.members(token))

    def _part(self, child: Token) -> Iterator[Part]:
        kind = self._kind(child)
        if kind in (PartKind.CORE, PartKind.OBLIQUE):
            yield self._nominal(kind, child, self.phrases.members(child))
        elif kind in (PartKind.COMPLEMENT, PartKind.ADVERBIAL):
            whole, short = self.phrases.clause(child.i), self.phrases.bare_clause(child.i)
            yield Part(kind, child.i, tuple(dict.fromkeys((short, whole))), (short,), self._fronted(whole))
        elif kind is not None:
            words = self.phrases.adverb(child.i)
            yield Part(kind, child.i, (words,), (words,), self._fronted(words))

    def _kind(self, child: Token) -> PartKind | None:
        match child.relation:
            case "advmod":
                return self._adverb_kind(child)
            case "xcomp":
                bare = child.upos in _NOMINAL and not self.sentence.dependents(child.i, "cop", "mark")
                return PartKind.CORE if bare else PartKind.COMPLEMENT
            case "nsubj":  # a second subject, which the clause view takes for an object
                taken = not self.clause.passive and child.i in {a.head for a in self.clause.slot(OBJECT)}
                return PartKind.CORE if taken or self._expletive is not None else None
            case "nmod":  # beside a noun with a copula it belongs to the noun
                return PartKind.OBLIQUE if self.clause.kind is not ClauseKind.COPULA else None
        return _KINDS.get(child.relation)

    def _adverb_kind(self, child: Token) -> PartKind | None:
        if is_negation(child):
            return PartKind.NEGATION if self.grammar.verb_second else None
        if self._relative and child.i == self.phrases.clause(self.clause.predicate)[0]:
            return None  # "wo", "wobei": what a relative clause is joined by
        loose = self.clause.kind is not ClauseKind.COPULA or self.phrases.is_sentence_adverb(child)
        return PartKind.ADVERB if loose else None

    def _predicate_conjuncts(self, predicate: Token) -> Iterator[Token]:
        """What is coordinated with the noun or adjective of a copula and no clause of its own."""
        for other in self.sentence.dependents(predicate.i, "conj"):
            clausal = other.feat("VerbForm") == "Fin" or self.sentence.dependents(other.i, "cop", "nsubj", "aux")
            if other.upos in _NOMINAL and not clausal:
                yield other

    def _nominal(self, kind: PartKind, root: Token, members: tuple[Token, ...]) -> Part:
        whole = self._cut(words for m in members for words in self.phrases.member(root, m))
        short = self._cut(words for m in members for words in self.phrases.member(root, m, attributes=False))
        return Part(kind, root.i, whole, short, bool(whole) and self._fronted(whole[0]))

    def _cut(self, phrases: Iterable[Words]) -> tuple[Words, ...]:
        """Phrases without words of the verb, each once."""
        cut = (tuple(i for i in words if i not in self._verbal) for words in phrases)
        return tuple(dict.fromkeys(words for words in cut if words))

    def _fronted(self, words: Words) -> bool:
        """Whether it stands before the subject, and where the verb comes second before both; in a clause with the verb
        at its end nothing does."""
        own = [t.i for t in self.sentence.dependents(self.clause.predicate, "nsubj", "expl")]
        own = [i for i in own if i not in words and not is_reflexive(self.sentence, self.sentence.tokens[i])]
        finite = [i for i in self._verbal if self.sentence.tokens[i].feat("VerbForm") == "Fin"]
        if not own or not finite:
            return False
        return words[0] < min(finite) < min(own) if self.grammar.verb_second else words[0] < min(own)
