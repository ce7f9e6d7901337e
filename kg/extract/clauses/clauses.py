"""The clause view: who does what to whom, read off Universal Dependencies.

A clause is a predicate and its arguments in logical slots. Auxiliaries are peeled off, passive is turned round,
coordination is distributed, and subjects that the grammar leaves out (conjuncts, infinitives, relative clauses) are
filled in. The idea of clauses as the unit of open extraction is Del Corro & Gemulla's (ClausIE, WWW 2013); the slots
here are those of `kg.lang.schema.Frame`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from kg.extract.clauses.clause import (
    ATTRIBUTE,
    COMPLEMENT,
    GENITIVE,
    NATIONALITY,
    POSSESSOR,
    Argument,
    Clause,
    ClauseKind,
)
from kg.extract.clauses.coordination import conjuncts
from kg.extract.clauses.sharing import Sharing
from kg.extract.clauses.slots import Slots
from kg.lang import load
from kg.lang.schema import Frames, Grammar
from kg.model import Sentence, Token

_KEPT = 256  # sentences, those of most articles
_SHORTEST_HEAD = 5  # shorter endings are chance more often than compounds


def clauses(
    sentence: Sentence, *, language: str, event_nouns: frozenset[str] = frozenset(), nominal: bool = True
) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order: verbs, copulas, and the nouns whose lemma is in `event_nouns`, unless
    `nominal` is false."""
    made = (c for c in _made(sentence, language, event_nouns) if nominal or c.kind is not ClauseKind.NOUN)
    return _View(sentence, load(Grammar, language), event_nouns).joined(tuple(made))


def nominal_arguments(sentence: Sentence, head: int, *, language: str) -> tuple[Argument, ...]:
    """Arguments of any noun: possessor, genitive, adjectives, prepositional attributes."""
    return tuple(_View(sentence, load(Grammar, language), frozenset()).noun_arguments(sentence.tokens[head]))


@lru_cache(maxsize=50_000)
def compound_of(lemma: str, nouns: frozenset[str]) -> str:
    """The longest of `nouns` that the noun is or ends in ("Arbeitstreffen" of Treffen), "" for none."""
    if lemma in nouns:
        return lemma
    heads = (lemma[i:].capitalize() for i in range(2, len(lemma) - _SHORTEST_HEAD + 1))
    return next((head for head in heads if head in nouns), "")


@cache
def event_nouns(language: str) -> frozenset[str]:
    """Lemmas of nouns that stand for an event: those that have a frame."""
    return frozenset(noun for frame in load(Frames, language).frames for noun in frame.nouns)


@lru_cache(maxsize=_KEPT)
def _made(sentence: Sentence, language: str, event_nouns: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses, each from its own words; kept until relations have been looked for in the article as speech was."""
    view = _View(sentence, load(Grammar, language), event_nouns)
    return tuple(filter(None, map(view.clause, sentence.tokens)))


class _View:
    """One sentence being read; built anew for each, never kept."""

    def __init__(self, sentence: Sentence, grammar: Grammar, event_nouns: frozenset[str]) -> None:
        self.sentence = sentence
        self.grammar = grammar
        self.event_nouns = event_nouns
        self.slots = Slots(sentence, grammar, self._is_event)

    def _is_event(self, noun: Token) -> bool:
        return noun.upos == "NOUN" and bool(compound_of(noun.lemma, self.event_nouns))

    def joined(self, made: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """The clauses with what joins them: the one above each, and what each takes from others."""
        number = {clause.predicate: n for n, clause in enumerate(made)}
        above = [self._parent(clause, number) for clause in made]
        below = (replace(c, parent=p) if p >= 0 else c for c, p in zip(made, above, strict=True))
        return Sharing(self.sentence, self.grammar, self.noun_arguments).completed(tuple(below))

    def _parent(self, clause: Clause, number: dict[int, int]) -> int:
        head = clause.head
        while head >= 0 and head not in number:
            head = self.sentence.tokens[head].head
        return number.get(head, -1)

    # -- which tokens are predicates ------------------------------------------------------------------------------

    def _kind(self, token: Token) -> ClauseKind | None:
        if self.sentence.dependents(token.i, "cop"):
            return ClauseKind.COPULA
        verbal = token.upos in ("VERB", "AUX") or bool(self.sentence.dependents(token.i, "aux"))
        if verbal and token.relation not in ("aux", "cop", "amod", "compound", "case", "fixed"):
            return ClauseKind.VERB
        return ClauseKind.NOUN if self._is_event(token) else None

    # -- one clause from its own words ----------------------------------------------------------------------------

    def clause(self, token: Token) -> Clause | None:
        """The clause of a predicate, None for any other token."""
        kind = self._kind(token)
        if kind is None:
            return None
        auxiliaries = self.sentence.dependents(token.i, "aux", "cop")
        passive = kind is not ClauseKind.COPULA and self._passive(token, auxiliaries)
        noun = self._noun_above(token)
        return Clause(
            predicate=token.i,
            lemma=self.grammar.copula if kind is ClauseKind.COPULA else self._lemma(token),
            kind=kind,
            arguments=tuple(self.noun_arguments(token) if kind is ClauseKind.NOUN else self._arguments(token, passive)),
            auxiliaries=tuple(a.i for a in auxiliaries),
            marks=tuple(self._marks(token)),
            passive=passive,
            reflexive=any(c.feat("Reflex") == "Yes" for c in self.sentence.dependents(token.i, "obj", "expl", "iobj")),
            head=token.head if noun is None else noun.i,
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
        for i, slot in self.slots.of(predicate, passive=passive).items():
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
        objects = () if self._passive_infinitive(auxiliaries) else objects
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
            if self.slots.preposition(c) in self.grammar.agent_prepositions
        ]
        return any(a.deprel == "aux:pass" for a in auxiliaries) and bool(agents)

    def _passive_infinitive(self, auxiliaries: tuple[Token, ...]) -> bool:
        """Whether the auxiliary of the passive is an infinitive itself ("konnte übergeben werden")."""
        passive = (a for a in auxiliaries if a.lemma in self.grammar.passive_auxiliaries)
        return any(a.has("VerbForm", "Inf") and a.has("Voice", "Pass") for a in passive)

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
            cases = self.sentence.dependents(child.i, "case")
            yield from (case.i for case in cases if self.slots.opens_infinitive(case))

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
                preposition = self.slots.preposition(child)
                if preposition in self.grammar.genitive_prepositions:
                    return GENITIVE
                return preposition or (POSSESSOR if child.i < noun.i else GENITIVE)
            case "acl" | "ccomp" | "xcomp":
                return COMPLEMENT
        return ""

    def _distributed(self, head: Token, slot: str) -> Iterator[Argument]:
        case = head.feat("Case")
        for member in conjuncts(self.sentence, head.i):
            own = self.slots.preposition(member) if member.i != head.i else ""
            yield Argument(own or slot, member.i, member.feat("Case") or case)

    def _beyond(self, argument: Argument, predicate: Token) -> bool:
        """Whether a name without a preposition stands behind the verb that ends a relative clause: it belongs outside
        ("Li, der von Beratern begleitet wird, Hui und …"); so does all behind a semicolon."""
        inside = range(*sorted((argument.head, predicate.i)))
        if any(self.sentence.tokens[i].text == ";" for i in inside):
            return True
        relative = any(child.has("PronType", "Rel") for child in self.sentence.dependents(predicate.i))
        ends = self.grammar.verb_final and predicate.relation == "acl" and relative
        bare = argument.slot != COMPLEMENT and not self.slots.preposition(self.sentence.tokens[argument.head])
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
        known = bool(compound_of(noun.lemma, frozenset(self.grammar.infinitive_nouns)))
        return closed and noun.upos == "NOUN" and (known or self._of_others(noun, infinitive))

    def _of_others(self, noun: Token, infinitive: Token) -> bool:
        """Whether a noun is the object of a verb and somebody's by a genitive, whose the infinitive is then too
        ("begrüßte den Schritt der Firma, … zu"); not where the verb asks its object to do something."""
        verb = self.sentence.tokens[infinitive.head]
        asks = verb.lemma in (*self.grammar.object_control, *self.grammar.open_control)
        owners = (t for t in self.sentence.dependents(noun.i, "nmod") if t.has("Case", "Gen"))
        return noun.relation == "obj" and noun.head == verb.i and not asks and any(owners)
