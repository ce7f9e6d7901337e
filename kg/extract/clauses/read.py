"""Arguments that the model reads and the tree does not show: subjects that a clause shares or leaves out, objects that
stand elsewhere.

Only what a verb lacks is filled in, and what stands behind a preposition; words that hang on the predicate the rules
have judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.clauses.clause import ATTRIBUTE, COMPLEMENT, DATIVE, OBJECT, SUBJECT, Argument, Clause, ClauseKind
from kg.model import Sentence
from kg.model.predicates import Argument as Read
from kg.model.predicates import Predicate, PredicateKind, Role

SURE = 0.7  # least probability of a predicate, and of an argument, that is filled in


def completed(sentence: Sentence, clauses: Sequence[Clause], read: Sequence[Predicate]) -> tuple[Clause, ...]:
    """The clauses, with the subjects, objects and prepositional arguments that they lack."""
    known = {p.word: p for p in read if p.kind is PredicateKind.EVENT and p.probability >= SURE}
    return tuple(
        _completed(sentence, clause, known[clause.predicate])
        if clause.kind is not ClauseKind.COPULA and clause.predicate in known
        else clause
        for clause in clauses
    )


def _completed(sentence: Sentence, clause: Clause, read: Predicate) -> Clause:
    seen = {clause.predicate, *(t.i for t in sentence.dependents(clause.predicate))}
    seen |= {argument.head for argument in clause.arguments}
    added = [argument for argument in _missing(sentence, clause, read) if argument.head not in seen]
    return replace(clause, arguments=(*clause.arguments, *added)) if added else clause


def _missing(sentence: Sentence, clause: Clause, read: Predicate) -> Iterator[Argument]:
    verbal = clause.kind is ClauseKind.VERB
    purpose = clause.link.startswith("advcl") and sentence.tokens[clause.predicate].has("VerbForm", "Inf")
    if verbal and not clause.slot(SUBJECT) and not purpose:  # "entwickelt Geräte, um Wasser zu reinigen"
        yield from (_argument(sentence, SUBJECT, found) for found in _sure(read, Role.SUBJECT))
    if verbal and not any(clause.slot(slot) for slot in (OBJECT, DATIVE, ATTRIBUTE, COMPLEMENT)):
        yield from (_argument(sentence, OBJECT, found) for found in _sure(read, Role.OBJECT))
    for found in _sure(read, Role.PREPOSITIONAL):
        before = sentence.dependents(found.head, "case")
        if before:
            yield _argument(sentence, before[0].lemma.lower(), found)


def _sure(read: Predicate, role: Role) -> Iterator[Read]:
    return (argument for argument in read.having(role) if argument.probability >= SURE)


def _argument(sentence: Sentence, slot: str, found: Read) -> Argument:
    return Argument(slot, found.head, sentence.tokens[found.head].feat("Case"))
