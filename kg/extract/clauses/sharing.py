"""What a clause takes from others: the subject of a conjunct or an infinitive, shared auxiliaries and objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extract.clauses.agreement import agree, clashes, stands_for
from kg.extract.clauses.clause import (
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
from kg.lang.schema import Grammar
from kg.model import Sentence, Token


class Sharing:
    """One sentence whose clauses are completed. `noun_arguments` gives the arguments of any noun."""

    def __init__(
        self, sentence: Sentence, grammar: Grammar, noun_arguments: Callable[[Token], Iterable[Argument]]
    ) -> None:
        self.sentence = sentence
        self.grammar = grammar
        self.noun_arguments = noun_arguments

    def completed(self, made: Sequence[Clause]) -> tuple[Clause, ...]:
        """The clauses with all that they share, parents first, so that what is inherited is there."""
        done = list(made)
        for clause in made:
            if clause.parent >= 0 and self._coordinated(clause, done[clause.parent]):
                done[clause.parent] = self._from_last(done[clause.parent], clause)
        for n in _top_down(done):
            done[n] = self._complete(done[n], done)
        return tuple(done)

    def _coordinated(self, clause: Clause, parent: Clause) -> bool:
        token = self.sentence.tokens[clause.predicate]
        verbs = ClauseKind.NOUN not in (clause.kind, parent.kind)
        return verbs and token.relation == "conj" and token.head == parent.predicate

    # -- what the first of two verbs takes from the last ----------------------------------------------------------

    def _from_last(self, clause: Clause, last: Clause) -> Clause:
        return self._auxiliaries_behind(self._arguments_behind(clause, last), last)

    def _auxiliaries_behind(self, clause: Clause, last: Clause) -> Clause:
        """Auxiliaries behind the last of several participles belong to all ("kann gesehen und gehört werden")."""
        behind = tuple(i for i in last.auxiliaries if i > last.predicate)
        participle = self.sentence.tokens[clause.predicate].has("VerbForm", "Part")
        if not participle or not behind or any(i > clause.predicate for i in clause.auxiliaries):
            return clause
        auxiliaries = tuple(sorted({*clause.auxiliaries, *behind}))
        if not last.passive or clause.passive:
            return replace(clause, auxiliaries=auxiliaries)
        arguments = tuple(replace(a, slot=OBJECT) if a.slot == SUBJECT else a for a in clause.arguments)
        return replace(clause, auxiliaries=auxiliaries, passive=True, arguments=arguments)

    def _arguments_behind(self, clause: Clause, last: Clause) -> Clause:
        """A subject behind two verbs is the subject of both, and what follows belongs to both ("kaufen und verkaufen
        Händler Aktien")."""
        inverted = all(a.head > last.predicate for a in last.slot(SUBJECT)) and last.slot(SUBJECT)
        bare = not any(a.head > clause.predicate for a in clause.arguments) and not clause.slot(SUBJECT)
        if not (inverted and bare and self._adjacent(clause, last)):
            return clause
        return replace(clause, arguments=clause.arguments + last.arguments)

    def _adjacent(self, clause: Clause, last: Clause) -> bool:
        between = self.sentence.tokens[clause.predicate + 1 : last.predicate]
        return all(t.upos in ("CCONJ", "PUNCT") for t in between) and clause.predicate < last.predicate

    # -- what a clause takes from the one above -------------------------------------------------------------------

    def _complete(self, clause: Clause, made: Sequence[Clause]) -> Clause:
        parent = made[clause.parent] if clause.parent >= 0 else None
        clause = self._joined_to_subject(self._relative(clause))
        if parent is None or clause.kind is ClauseKind.NOUN:
            return clause
        token = self.sentence.tokens[clause.predicate]
        if token.relation == "conj" and token.head == parent.predicate:
            if self._field_of_its_own(clause, made):
                return self._with_own_subject(clause)
            clause = self._share(clause, parent)
        bearer = OBJECT if clause.passive else SUBJECT
        if not clause.slot(bearer) and (not clause.passive or self._coordinated(clause, parent)):
            found = (replace(a, slot=bearer) for a in self._controlled(clause, parent, token))
            clause = replace(clause, arguments=(*found, *clause.arguments))
        return clause

    def _joined_to_subject(self, clause: Clause) -> Clause:
        """Names that a finite verb without a subject is coordinated with are its subject: a name and a verb are never
        coordinated ("Nicht nur Li, sondern auch Hui hat gelacht")."""
        token = self.sentence.tokens[clause.predicate]
        if token.relation != "conj" or clause.kind is not ClauseKind.VERB or not self._finite(clause):
            return clause
        bearer, first = OBJECT if clause.passive else SUBJECT, self.sentence.tokens[token.head]
        named = first.upos == "PROPN" and first.relation == "root" and not self.sentence.dependents(first.i, "case")
        if clause.slot(bearer) or not named or self.sentence.dependents(token.i, "cc"):
            return clause
        others = (t for t in self.sentence.dependents(first.i, "conj") if t.i < clause.predicate)
        names = (first, *(t for t in others if t.upos == "PROPN"))
        return replace(clause, arguments=(*(Argument(bearer, t.i) for t in names), *clause.arguments))

    def _relative(self, clause: Clause) -> Clause:
        """Relative pronouns give way to the noun that they stand for."""
        token = self.sentence.tokens[clause.predicate]
        if token.relation != "acl" or token.head < 0:
            return clause
        antecedent = token.head
        if clause.passive and not clause.auxiliaries and not clause.slot(OBJECT):
            return replace(clause, arguments=(Argument(OBJECT, antecedent), *clause.arguments))
        arguments = tuple(
            replace(a, head=self._antecedent(clause, a, antecedent)) if self._relative_pronoun(a.head, clause) else a
            for a in clause.arguments
        )
        return replace(clause, arguments=arguments)

    def _antecedent(self, clause: Clause, argument: Argument, noun: int) -> int:
        """The noun that a relative pronoun stands for, one above where number or gender exclude it ("die Zahl der
        Opfer, die stieg"); the pronoun itself where none fits."""
        tokens = self.sentence.tokens
        verb = [tokens[i] for i in (clause.predicate, *clause.auxiliaries)]
        bearer = argument.slot == (OBJECT if clause.passive else SUBJECT)
        noun = self._described(self._agreeing(noun, argument.head), argument.head)
        while True:
            fits = stands_for(self.sentence, tokens[argument.head], tokens[noun], self.grammar)
            if fits and not (bearer and clashes(self.sentence, tokens[noun], verb, self.grammar)):
                return noun
            if tokens[noun].relation not in ("nmod", "appos") or tokens[tokens[noun].head].upos not in (
                "NOUN",
                "PROPN",
            ):
                return argument.head
            noun = tokens[noun].head

    def _described(self, i: int, pronoun: int) -> int:
        """The noun that a name is an attribute of, where a relative pronoun may stand for either: clauses describe
        nouns more often than names ("eine Meldung der dpa, die …")."""
        name = self.sentence.tokens[i]
        above = self.sentence.tokens[name.head]
        named = any(c.lemma in self.grammar.naming_prepositions for c in self.sentence.dependents(i, "case"))
        either = name.relation == "nmod" and name.upos == "PROPN" and above.upos == "NOUN" and not named
        return above.i if either and agree(self.sentence, above, self.sentence.tokens[pronoun]) else i

    def _agreeing(self, i: int, pronoun: int) -> int:
        """The next noun above that agrees with a relative pronoun, where the one at token `i` does not and there is one
        ("Karl Weber, Sohn einer Richterin, der …"); else that one. The gender of a person's name is a guess."""
        name = self.sentence.tokens[i]
        if agree(self.sentence, name, self.sentence.tokens[pronoun]) or (
            name.entity == "PER" and name.relation != "appos"
        ):
            return i
        above = (t for t in self.sentence.ancestors(i) if t.i < pronoun)
        nouns = takewhile(lambda t: t.upos in ("NOUN", "PROPN"), above)
        return next((t.i for t in nouns if agree(self.sentence, t, self.sentence.tokens[pronoun])), i)

    def _relative_pronoun(self, i: int, clause: Clause) -> bool:
        """A pronoun that says so, or one that opens a finite clause below a noun and is no personal pronoun."""
        token = self.sentence.tokens[i]
        opening = next(j for j in self.sentence.subtree(clause.predicate) if self.sentence.tokens[j].upos != "PUNCT")
        opens = i == opening and token.upos == "PRON" and not token.has("PronType", "Prs") and self._finite(clause)
        return token.has("PronType", "Rel") or opens

    def _share(self, clause: Clause, parent: Clause) -> Clause:
        """A coordinated predicate shares the auxiliaries of the first unless it is finite itself, and what follows two
        verbs in a row ("wrote and directed the film")."""
        clause = self._share_objects(clause, parent)
        if clause.kind is not ClauseKind.VERB or self._own_finite(clause, parent):
            return clause
        auxiliaries = tuple(
            dict.fromkeys((*(i for i in parent.auxiliaries if i < clause.predicate), *clause.auxiliaries))
        )
        passive = parent.passive and self.sentence.tokens[clause.predicate].feat("VerbForm") == "Part"
        arguments = clause.arguments
        if passive and not clause.passive:
            arguments = tuple(replace(a, slot=OBJECT) if a.slot == SUBJECT else a for a in arguments)
            arguments = arguments or parent.slot(OBJECT)
        return replace(clause, auxiliaries=auxiliaries, passive=clause.passive or passive, arguments=arguments)

    def _own_finite(self, clause: Clause, parent: Clause) -> bool:
        """Whether a coordinated predicate has a finite word of its own. A plural present looks like an infinitive;
        without a subject of its own, below an auxiliary, it is one ("wird kommen und bleiben müssen")."""
        words = [self.sentence.tokens[i] for i in (clause.predicate, *clause.auxiliaries)]
        if clause.slot(SUBJECT) or not parent.auxiliaries:
            return any(t.has("VerbForm", "Fin") for t in words)
        return any(t.has("VerbForm", "Fin") and t.text.lower() != t.lemma.lower() for t in words)

    def _share_objects(self, clause: Clause, parent: Clause) -> Clause:
        if parent.passive or clause.passive or not self._adjacent(parent, clause):
            return clause
        behind = (a for a in parent.arguments if a.head > clause.predicate and not clause.slot(a.slot))
        return replace(clause, arguments=clause.arguments + tuple(behind))

    def _controlled(self, clause: Clause, parent: Clause, token: Token) -> tuple[Argument, ...]:
        """The understood subject: of conjuncts and infinitives (control), and of infinitives under a noun."""
        if token.relation == "conj" and token.head == parent.predicate:
            return parent.slot(SUBJECT) if not parent.passive else self._as_subject(parent.slot(OBJECT))
        marks = {self.sentence.tokens[i].lemma.lower() for i in clause.marks}
        infinitive = not self._finite(clause) and not marks & set(self.grammar.untold_marks)
        if not infinitive or token.relation not in ("xcomp", "ccomp", "advcl", "acl", "csubj"):
            return ()
        noun = self.sentence.tokens[clause.head]
        owner = self._as_subject(self._bearer(noun)) if noun.upos == "NOUN" else ()
        if noun.upos == "NOUN" and (clause.link.startswith("acl") or (owner and clause.link == "xcomp")):
            return owner or (parent.slot(SUBJECT) if self._held(noun, parent) else ())
        if self._others(clause, parent, purpose=bool(marks & set(self.grammar.infinitive_marks))):
            return ()
        if parent.lemma in (*self.grammar.object_control, *self.grammar.open_control):
            prepositional = (a for slot in self.grammar.control_prepositions for a in parent.slot(slot))
            asked = parent.slot(OBJECT) or parent.slot(DATIVE) or tuple(prepositional)
            if parent.lemma in self.grammar.causatives:  # "ließ ihn reden", but "ließ ihm ein Haus bauen"
                asked = () if clause.slot(OBJECT) else parent.slot(OBJECT)
            nobody = parent.lemma in self.grammar.open_control
            return self._as_subject(asked) or (() if nobody else parent.slot(SUBJECT))
        return parent.slot(SUBJECT)

    def _others(self, clause: Clause, above: Clause, *, purpose: bool) -> bool:
        """Whether somebody else does what is told below a verb, who is not told: a participle whose verb says to whom
        it was done ("bekam das Haus geschenkt"), a `purpose` that others may have ("wandte sich an ihn, um … zu"), what
        an object says ("lehnte den Vorschlag ab, … zu")."""
        done = self.sentence.tokens[clause.predicate].has("VerbForm", "Part") and not clause.auxiliaries
        suffered = done and above.lemma in self.grammar.suffering_verbs
        objects = {self.sentence.tokens[a.head].lemma for a in above.slot(OBJECT)}
        enabled = purpose and above.lemma in self.grammar.enabling_verbs
        return suffered or enabled or bool(objects & set(self.grammar.open_nouns))

    def _field_of_its_own(self, clause: Clause, made: Sequence[Clause]) -> bool:
        """Whether something stands before the finite verb of a coordinated main clause: where the verb comes second, a
        clause that leaves its subject out begins with its verb ("Er kam und ging", but "danach kam Hui")."""
        first = clause
        while first.parent >= 0 and first.link == "conj":
            first = made[first.parent]
        finite = min((i for i in (clause.predicate, *clause.auxiliaries) if self._is_finite(i)), default=-1)
        main = not first.marks and not first.link.startswith(("acl", "advcl"))
        if not (self.grammar.verb_second and main and finite > self.sentence.tokens[clause.predicate].head):
            return False
        before = [self.sentence.tokens[i] for i in self.sentence.subtree(clause.predicate) if i < finite]
        before = [t for t in before if t.upos not in ("ADV", "PART") and t.relation != "cc"]
        return bool(before) and before[-1].upos != "PUNCT"

    def _with_own_subject(self, clause: Clause) -> Clause:
        """The only object of such a clause without a subject is its subject ("und seine Ehe zerbrach")."""
        found = clause.slot(OBJECT)
        if clause.passive or clause.slot(SUBJECT) or len(found) != 1:
            return clause
        arguments = (replace(a, slot=SUBJECT) if a in found else a for a in clause.arguments)
        return replace(clause, arguments=tuple(arguments))

    def _bearer(self, noun: Token) -> tuple[Argument, ...]:
        """Whose attempt, plan, right … it is: the possessor or genitive of a noun above an infinitive."""
        found = tuple(self.noun_arguments(noun))
        owners = tuple(a for a in found if a.slot in (POSSESSOR, GENITIVE))
        return owners or tuple(a for a in found if a.slot == NATIONALITY)

    def _held(self, noun: Token, above: Clause) -> bool:
        """Whether the subject above has the aim or the chance itself ("verfolgt das Ziel", "mit der Absicht")."""
        has = any(a.head == noun.i for a in above.slot(OBJECT)) and above.lemma in self.grammar.holding_verbs
        return has or any(a.head == noun.i for slot in self.grammar.instrumental_prepositions for a in above.slot(slot))

    @staticmethod
    def _as_subject(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(replace(a, slot=SUBJECT) for a in arguments)

    def _finite(self, clause: Clause) -> bool:
        return any(map(self._is_finite, (clause.predicate, *clause.auxiliaries)))

    def _is_finite(self, i: int) -> bool:
        return self.sentence.tokens[i].has("VerbForm", "Fin")


def _top_down(made: Sequence[Clause]) -> Iterator[int]:
    """Clause numbers, parents before children."""
    done: set[int] = set()
    for start in range(len(made)):
        path, n = [], start
        while n >= 0 and n not in done and n not in path:
            path.append(n)
            n = made[n].parent
        done.update(path)
        yield from reversed(path)
