"""Open triples by surface form: what each clause says, in the words of the sentence.

One triple for each argument of a clause, relation phrases contiguous with their preposition where there is one, as
the open-extraction benchmarks read them (Gashteovski et al. 2022, BenchIE). Nothing implicit is made explicit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.clauses import (
    ATTRIBUTE,
    COMPLEMENT,
    GENITIVE,
    NATIONALITY,
    POSSESSOR,
    SUBJECT,
    Argument,
    Clause,
    ClauseKind,
    clauses,
)
from kg.model import Sentence

_ASIDE = ("punct", "conj", "cc", "acl", "advcl", "parataxis", "appos")
_PARTICLES = ("compound:prt", "expl:pv", "expl")


class Triple(NamedTuple):
    """Subject, relation and object, each a phrase of the sentence."""

    subject: str
    relation: str
    object: str


def triples(sentence: Sentence, *, language: str) -> tuple[Triple, ...]:
    """The triples of a sentence, in text order, each once."""
    found = (t for clause in clauses(sentence, language=language) for t in _of_clause(sentence, clause))
    return tuple(dict.fromkeys(found))


def _of_clause(sentence: Sentence, clause: Clause) -> Iterator[Triple]:
    if clause.kind is ClauseKind.NOUN:
        return
    verbal = _verbal(sentence, clause)
    subject_slot = "obj" if clause.passive else SUBJECT
    for subject in clause.slot(subject_slot):
        for argument in clause.arguments:
            if argument.slot in (subject_slot, COMPLEMENT) or _attributive(sentence, clause, argument):
                continue
            yield Triple(
                _phrase(sentence, subject.head, case=False),
                _words(sentence, _relation(sentence, clause, argument, verbal)),
                _phrase(sentence, argument.head, case=True, without=verbal),
            )


def _attributive(sentence: Sentence, clause: Clause, argument: Argument) -> bool:
    """Whether the argument is a part of the predicate noun ("Minister für Bildung"), which is told as a whole."""
    beside = sentence.tokens[argument.head].relation == "nmod" and clause.kind is ClauseKind.COPULA
    return beside or argument.slot in (GENITIVE, POSSESSOR, NATIONALITY)


def _verbal(sentence: Sentence, clause: Clause) -> frozenset[int]:
    """Indices of the verb complex: auxiliaries, verb, particle, reflexive, negation."""
    beside = sentence.dependents(clause.predicate, *_PARTICLES)
    reflexive = [t for t in sentence.dependents(clause.predicate) if t.feat("Reflex") == "Yes"]
    negation = [t for t in sentence.dependents(clause.predicate, "advmod") if t.feat("Polarity") == "Neg"]
    verb = () if clause.kind is ClauseKind.COPULA else (clause.predicate,)
    return frozenset((*verb, *clause.auxiliaries, *(t.i for t in (*beside, *reflexive, *negation))))


def _relation(sentence: Sentence, clause: Clause, argument: Argument, verbal: frozenset[int]) -> frozenset[int]:
    """The verb complex, with the direct object inside when the argument is an adjunct to it."""
    direct = [a for a in clause.slot("obj") if not clause.passive]
    if argument in direct or argument.slot in (SUBJECT, ATTRIBUTE) or not direct:
        return verbal
    return verbal | frozenset(_tight(sentence, direct[0].head, case=True))


def _tight(sentence: Sentence, head: int, *, case: bool) -> Iterator[int]:
    yield head
    for child in sentence.dependents(head):
        if child.relation in _ASIDE or child.relation in ("nsubj", "cop", "aux", "mark"):
            continue
        if child.relation == "case" and not case:
            continue
        yield from _tight(sentence, child.i, case=True)


def _phrase(sentence: Sentence, head: int, *, case: bool, without: frozenset[int] = frozenset()) -> str:
    return _words(sentence, frozenset(_tight(sentence, head, case=case)) - without)


def _words(sentence: Sentence, indices: frozenset[int]) -> str:
    return " ".join(sentence.tokens[i].text for i in sorted(indices))
