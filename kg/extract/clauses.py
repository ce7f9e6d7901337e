"""The clause view: who does what to whom, read off Universal Dependencies.

A clause is a predicate and its arguments in logical slots. Auxiliaries are peeled off, passive is turned round,
coordination is distributed, and subjects that the grammar leaves out (conjuncts, infinitives, relative clauses) are
filled in. The idea of clauses as the unit of open extraction is Del Corro & Gemulla's (ClausIE, WWW 2013); the slots
here are those of `kg.lang.schema.Frame`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.extract.clause import (
    ATTRIBUTE,
    COMPLEMENT,
    DATIVE,
    GENITIVE,
    NATIONALITY,
    OBJECT,
    POSSESSOR,
    SUBJECT,
    Argument,
    Clause,
    ClauseKind,
)
from kg.extract.clause_sharing import Sharing
from kg.extract.core_arguments import CoreArguments
from kg.lang import load
from kg.lang.schema import Grammar
from kg.model import Sentence, Token

__all__ = [
    "ATTRIBUTE", "COMPLEMENT", "DATIVE", "GENITIVE", "NATIONALITY", "OBJECT", "POSSESSOR", "SUBJECT", "Argument",
    "Clause", "ClauseKind", "bracketed", "clauses", "compound_of", "conjuncts", "nominal_arguments", "one_name",
]  # fmt: skip

_SHORTEST_HEAD = 5  # shorter endings are chance more often than compounds


def clauses(sentence: Sentence, *, language: str, event_nouns: frozenset[str] = frozenset()) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order: verbs, copulas, and the nouns whose lemma is in `event_nouns`."""
    return _View(sentence, load(Grammar, language), event_nouns).clauses()


def nominal_arguments(sentence: Sentence, head: int, *, language: str) -> tuple[Argument, ...]:
    """Arguments of any noun: possessor, genitive, adjectives, prepositional attributes."""
    return tuple(_View(sentence, load(Grammar, language), frozenset()).noun_arguments(sentence.tokens[head]))


def conjuncts(sentence: Sentence, head: int) -> Iterator[Token]:
    """The token and all that are coordinated with it below; what stands in brackets explains and is not one of them,
    nor is a part of the same name ("Ministry of Labour and Health")."""
    yield sentence.tokens[head]
    for child in sentence.dependents(head, "conj"):
        if not bracketed(sentence, child.i) and not one_name(sentence, head, child.i):
            yield from conjuncts(sentence, child.i)


def one_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether two tokens and all between them are one name."""
    inside = sentence.tokens[first + 1 : last + 1]
    kind = sentence.tokens[first].entity
    return bool(kind) and all(t.entity == kind and not t.begins for t in inside)


def bracketed(sentence: Sentence, i: int) -> bool:
    """Whether a bracket opens right before the token."""
    return i > 0 and sentence.tokens[i - 1].text == "("


@lru_cache(maxsize=50_000)
def compound_of(lemma: str, nouns: frozenset[str]) -> str:
    """The longest of `nouns` that the noun is or ends in ("Arbeitstreffen" of Treffen), "" for none."""
    if lemma in nouns:
        return lemma
    heads = (lemma[i:].capitalize() for i in range(2, len(lemma) - _SHORTEST_HEAD + 1))
    return next((head for head in heads if head in nouns), "")


class _View:
    """One sentence being read; built anew for each, never kept."""

    def __init__(self, sentence: Sentence, grammar: Grammar, event_nouns: frozenset[str]) -> None:
        self.sentence = sentence
        self.grammar = grammar
        self.event_nouns = event_nouns
        self.core = CoreArguments(sentence, grammar)

    def clauses(self) -> tuple[Clause, ...]:
        heads = [token for token in self.sentence.tokens if self._kind(token)]
        number = {token.i: n for n, token in enumerate(heads)}
        made = tuple(self._clause(token, number) for token in heads)
        return Sharing(self.sentence, self.grammar, self.noun_arguments).completed(made)

    # -- which tokens are predicates ------------------------------------------------------------------------------

    def _kind(self, token: Token) -> ClauseKind | None:
        if self.sentence.dependents(token.i, "cop"):
            return ClauseKind.COPULA
        verbal = token.upos in ("VERB", "AUX") or bool(self.sentence.dependents(token.i, "aux"))
        if verbal and token.relation not in ("aux", "cop", "amod", "compound", "case", "fixed"):
            return ClauseKind.VERB
        if token.upos == "NOUN" and compound_of(token.lemma, self.event_nouns):
            return ClauseKind.NOUN
        return None

    # -- one clause from its own words ----------------------------------------------------------------------------

    def _clause(self, token: Token, number: dict[int, int]) -> Clause:
        kind = self._kind(token) or ClauseKind.VERB
        auxiliaries = self.sentence.dependents(token.i, "aux", "cop")
        passive = kind is not ClauseKind.COPULA and self._passive(token, auxiliaries)
        noun = self._noun_above(token)
        head = token.head if noun is None else noun.i
        upwards = () if head < 0 else (head, *(a.i for a in self.sentence.ancestors(head)))
        above = next((i for i in upwards if i in number), None)
        return Clause(
            predicate=token.i,
            lemma=self.grammar.copula if kind is ClauseKind.COPULA else self._lemma(token),
            kind=kind,
            arguments=tuple(self.noun_arguments(token) if kind is ClauseKind.NOUN else self._arguments(token, passive)),
            auxiliaries=tuple(a.i for a in auxiliaries),
            marks=tuple(self._marks(token)),
            passive=passive,
            reflexive=any(c.feat("Reflex") == "Yes" for c in self.sentence.dependents(token.i, "obj", "expl", "iobj")),
            parent=-1 if above is None else number[above],
            head=head,
            link=token.deprel if noun is None else "acl",
        )

    def _lemma(self, predicate: Token) -> str:
        """The lemma of a verb with its particle, where that is a word of its own ("shoot down")."""
        particles = self.sentence.dependents(predicate.i, "compound:prt") if self.grammar.open_compounds else ()
        return " ".join((predicate.lemma, *(p.lemma.lower() for p in particles)))

    def _arguments(self, predicate: Token, passive: bool) -> Iterator[Argument]:
        if self.sentence.dependents(predicate.i, "cop"):
            yield Argument(ATTRIBUTE, predicate.i)
            yield from self.noun_arguments(predicate)
        slots = {c.i: self._verbal_slot(c, passive) for c in self.sentence.dependents(predicate.i)}
        for i, slot in self.core.settled(slots, predicate).items():
            if slot and self.sentence.tokens[i].feat("Reflex") != "Yes":
                for argument in self._distributed(self.sentence.tokens[i], slot):
                    if not self._beyond(argument, predicate):
                        yield argument

    def _passive(self, predicate: Token, auxiliaries: tuple[Token, ...]) -> bool:
        """By form first: a participle with the auxiliary of the passive; else the parser's word where an agent stands.

        Perfects ("ist eingetroffen") and futures ("wird reisen") are often labelled passive and are not.
        """
        if predicate.has("VerbForm", "Ger") or predicate.has("Tense", "Pres"):
            return False  # "is visiting", "the man visiting"
        if not auxiliaries:
            elliptic = bool(self.sentence.dependents(predicate.i, "nsubj:pass"))  # "Drei Männer festgenommen"
            return predicate.has("VerbForm", "Part") and (predicate.relation == "acl" or elliptic)
        lemmas = {a.lemma for a in auxiliaries}
        # Many infinitives look like participles ("verlassen"); one with an object of its own is no passive.
        objects = self.sentence.dependents(predicate.i, "obj", "ccomp")
        infinitive = predicate.text.lower() == predicate.lemma.lower() and any(
            o.feat("Reflex") != "Yes" for o in objects
        )
        if infinitive or lemmas & set(self.grammar.perfect_auxiliaries):
            return False
        if predicate.has("VerbForm", "Inf"):
            return self._past_passive(auxiliaries)
        if lemmas & set(self.grammar.passive_auxiliaries):
            return True
        agents = [
            c
            for c in self.sentence.dependents(predicate.i, "obl")
            if self.preposition(c) in self.grammar.agent_prepositions
        ]
        return any(a.deprel == "aux:pass" for a in auxiliaries) and bool(agents)

    def _past_passive(self, auxiliaries: tuple[Token, ...]) -> bool:
        """Whether what looks like an infinitive is a participle: the auxiliary's past makes no future ("wurde
        empfangen")."""
        return any(
            a.deprel == "aux:pass"
            and a.lemma in self.grammar.passive_auxiliaries
            and a.has("Tense", "Past")
            and a.has("Mood", "Ind")
            for a in auxiliaries
        )

    def _marks(self, predicate: Token) -> Iterator[int]:
        """Subordinating words; those of infinitives ("ohne … zu") also where they were taken for a preposition."""
        yield from (m.i for m in self.sentence.dependents(predicate.i, "mark"))
        for child in self.sentence.dependents(predicate.i, "obj", "obl", "nsubj"):
            yield from (case.i for case in self.sentence.dependents(child.i, "case") if self._opens_infinitive(case))

    def _opens_infinitive(self, case: Token) -> bool:
        verb = self.sentence.tokens[self.sentence.tokens[case.head].head]
        to = self.sentence.dependents(verb.i, "mark")
        return case.lemma.lower() in self.grammar.infinitive_marks and any(mark.upos == "PART" for mark in to)

    def _verbal_slot(self, child: Token, passive: bool) -> str:
        label = child.relation
        if label in ("nsubj", "obj") and self._circumstance(child):
            return self._circumstance(child)
        if label == "nsubj":
            return OBJECT if passive else SUBJECT
        if label in ("obj", "iobj"):
            return DATIVE if label == "iobj" or child.feat("Case") == "Dat" else OBJECT
        if label in ("ccomp", "xcomp", "csubj"):
            return COMPLEMENT
        oblique = label == "obl" or (label == "nmod" and self.sentence.tokens[child.head].upos == "VERB")
        return self._oblique_slot(child, passive) if oblique else ""

    def _circumstance(self, child: Token) -> str:
        """The preposition right before what a parser took for an object; "" if there is none. Before numbers some
        count ("unter 100 Menschen")."""
        first = self.sentence.tokens[self.sentence.subtree(child.i)[0]]
        opens = first.upos in ("ADP", "SCONJ") or (first.upos == "CCONJ" and first.relation == "case")
        preposition = opens and first.i < child.i and first.lemma.lower()
        if preposition in self.grammar.instrumental_prepositions:
            return preposition
        counts = bool(self.sentence.dependents(child.i, "nummod"))
        return preposition if preposition in self.grammar.adjunct_prepositions and not counts else ""

    def _oblique_slot(self, child: Token, passive: bool) -> str:
        preposition = self.preposition(child)
        if not preposition:
            object_like = child.deprel == "obl:arg" or self.sentence.dependents(child.i, "case") or self._bare(child)
            bare = OBJECT if object_like else ""
            return DATIVE if child.feat("Case") == "Dat" else bare
        if passive and preposition in self.grammar.agent_prepositions and not self._of_event(child, preposition):
            return SUBJECT
        return preposition

    def _of_event(self, agent: Token, preposition: str) -> bool:
        """Whether an agent stands right behind an event noun and does what that says, not what the verb says ("nach
        der Übernahme durch Bosch gezahlt")."""
        start = self.sentence.subtree(agent.i)[0]
        if start == 0 or preposition in self.grammar.genitive_prepositions:
            return False
        before = (self.sentence.tokens[start - 1], *self.sentence.ancestors(start - 1))
        ending = (noun for noun in before if all(i < start for i in self.sentence.subtree(noun.i)))
        return any(noun.upos == "NOUN" and compound_of(noun.lemma, self.event_nouns) for noun in ending)

    def _bare(self, child: Token) -> bool:
        """Whether an oblique is a name right behind its verb and its particle, without preposition: an object."""
        between = self.sentence.tokens[child.head + 1 : self.sentence.subtree(child.i)[0]]
        particles = all(t.deprel == "compound:prt" and t.head == child.head for t in between)
        alone = not self.sentence.dependents(child.head, "obj")
        return bool(child.entity) and child.i > child.head and particles and alone

    def preposition(self, token: Token) -> str:
        """The lemma of the token's preposition, "" without one."""
        cases = self.sentence.dependents(token.i, "case") or self._astray(token)
        for case in cases:
            if case.upos == "VERB":
                return case.text.lower()  # according, including
            if case.upos in ("ADP", "SCONJ", "CCONJ", "ADV") and not self._opens_infinitive(case):
                return self.grammar.contractions.get(case.text.lower(), case.lemma.lower())
        return ""

    def _astray(self, token: Token) -> tuple[Token, ...]:
        """A preposition that stands before this noun but hangs on one behind it ("nach Minsk in Belarus")."""
        behind = [i for i in self.sentence.subtree(token.i) if i > token.i]
        return tuple(c for i in behind for c in self.sentence.dependents(i, "case") if c.i < token.i)

    def noun_arguments(self, noun: Token) -> Iterator[Argument]:
        for child in self.sentence.dependents(
            noun.i, "det", "nmod", "amod", "compound", "appos", "acl", "ccomp", "xcomp"
        ):
            slot = self._nominal_slot(child, noun)
            if slot:
                yield from self._distributed(child, slot)

    def _nominal_slot(self, child: Token, noun: Token) -> str:
        match child.relation:
            case "det":
                return POSSESSOR if child.feat("Poss") == "Yes" else ""
            case "amod" | "compound":
                return NATIONALITY if child.relation == "amod" or child.upos == "PROPN" else ""
            case "nmod":
                preposition = self.preposition(child)
                if preposition in self.grammar.genitive_prepositions:
                    return GENITIVE
                return preposition or (POSSESSOR if child.i < noun.i else GENITIVE)
            case "acl" | "ccomp" | "xcomp":
                return COMPLEMENT
        return ""

    def _distributed(self, head: Token, slot: str) -> Iterator[Argument]:
        case = head.feat("Case")
        for member in conjuncts(self.sentence, head.i):
            own = self.preposition(member) if member.i != head.i else ""
            yield Argument(own or slot, member.i, member.feat("Case") or case)

    def _beyond(self, argument: Argument, predicate: Token) -> bool:
        """Whether a name without a preposition stands behind the verb that ends a relative clause: it belongs outside
        ("Li, der von Beratern begleitet wird, Hui und …")."""
        relative = any(child.has("PronType", "Rel") for child in self.sentence.dependents(predicate.i))
        ends = self.grammar.verb_final and predicate.relation == "acl" and relative
        bare = argument.slot != COMPLEMENT and not self.preposition(self.sentence.tokens[argument.head])
        return ends and bare and argument.head > predicate.i

    def _noun_above(self, token: Token) -> Token | None:
        """The noun that an infinitive right behind it belongs to ("Versuche, … einzunehmen"), where a parser hung it
        on the verb; None where it stands as it should."""
        bare = token.has("VerbForm", "Inf") and not self.sentence.dependents(token.i, "aux", "cop")
        infinitive = token.relation in ("xcomp", "ccomp", "advcl") and bare
        start = next((i for i in self.sentence.subtree(token.i) if self.sentence.tokens[i].upos != "PUNCT"), 0)
        if not infinitive or start < 2 or self.sentence.tokens[start].upos == "SCONJ":
            return None
        comma, last = self.sentence.tokens[start - 1], self.sentence.tokens[start - 2]
        ending = (last, *self.sentence.ancestors(last.i)) if comma.text == "," else ()
        return next((noun for noun in ending if self._takes(noun, token, start)), None)

    def _takes(self, noun: Token, infinitive: Token, start: int) -> bool:
        """Whether the noun takes an infinitive and its phrase ends where this one begins, at token `start`."""
        closed = noun.i == infinitive.head or all(i < start for i in self.sentence.subtree(noun.i))
        return (
            closed and noun.upos == "NOUN" and bool(compound_of(noun.lemma, frozenset(self.grammar.infinitive_nouns)))
        )
