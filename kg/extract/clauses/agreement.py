"""Whether a noun can be the subject of a verb, or what a relative pronoun stands for: number, and gender of places."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.clauses.coordination import conjuncts
from kg.lang.schema import Grammar
from kg.model import Sentence, Token

_PLACE, _PERSON = "LOC", "PER"


def clashes(sentence: Sentence, subject: Token, verb: Iterable[Token], grammar: Grammar) -> bool:
    """Whether the number of a subject and of the finite word among those of its verb exclude each other.

    A plural noun has no singular verb; a place or a person by name has no plural one. All else is too often mistaken.
    """
    finite = next((t for t in verb if t.has("VerbForm", "Fin")), None)
    alone = len(tuple(conjuncts(sentence, subject.i))) == 1
    if not grammar.verb_second or finite is None or not alone or sentence.dependents(subject.i, "cop"):
        return False
    if finite.has("Number", "Sing"):
        return subject.upos == "NOUN" and subject.has("Number", "Plur") and not subject.entity
    return finite.has("Number", "Plur") and subject.has("Number", "Sing") and _single(sentence, subject)


def stands_for(sentence: Sentence, pronoun: Token, noun: Token, grammar: Grammar) -> bool:
    """Whether a relative pronoun may stand for a noun: places without an article are neuter ("Suva, das …")."""
    place = noun.entity == _PLACE and _single(sentence, noun)
    return not place or not grammar.neuter_relatives or pronoun.text.lower() in grammar.neuter_relatives


def agree(sentence: Sentence, noun: Token, pronoun: Token) -> bool:
    """Whether number and gender of a noun and a relative pronoun go together, as far as they are told; the gender of
    a noun in the singular its article tells better."""
    number, other = noun.feat("Number"), pronoun.feat("Number")
    if "Plur" in (number, other):
        return number == other or not (number and other)
    articles = (t for t in sentence.dependents(noun.i, "det") if t.feat("Number") == number and t.feat("Gender"))
    gender = next((t.feat("Gender") for t in (*articles, noun)), "")
    return gender == pronoun.feat("Gender") or not (gender and pronoun.feat("Gender"))


def _single(sentence: Sentence, name: Token) -> bool:
    bare = name.upos == "PROPN" and not sentence.dependents(name.i, "det")
    return bare and (name.entity == _PERSON or (name.entity == _PLACE and not sentence.dependents(name.i, "flat")))
