"""The verb complex of a clause, in the order in which a relation phrase has it."""

from __future__ import annotations

from kg.extract.clauses.clause import Clause, ClauseKind
from kg.extract.phrases.words import Words
from kg.lang.schema import Grammar
from kg.model import Sentence, Token


def is_reflexive(sentence: Sentence, token: Token) -> bool:
    """Whether it is the reflexive of the verb that it hangs on."""
    verbal = token.relation in ("obj", "iobj", "expl", "obl") and not sentence.dependents(token.i, "case")
    return verbal and token.feat("Reflex") == "Yes"


def is_negation(token: Token) -> bool:
    return token.relation == "advmod" and token.feat("Polarity") == "Neg"


def verb_words(sentence: Sentence, clause: Clause, grammar: Grammar) -> frozenset[int]:
    """Auxiliaries, verb, particle, reflexive, the particle of an infinitive, and negation where it stands with them.

    Where the finite verb comes second, negation is a part of the field.
    """
    below = sentence.dependents(clause.predicate)
    verb = () if clause.kind is ClauseKind.COPULA else (clause.predicate,)
    beside = (t.i for t in below if t.deprel == "compound:prt" or is_reflexive(sentence, t))
    negation = (t.i for t in below if is_negation(t) and not grammar.verb_second)
    to = (t.i for t in below if t.relation == "mark" and t.upos == "PART")
    return frozenset((*verb, *clause.auxiliaries, *beside, *negation, *to))


def ordered(sentence: Sentence, words: frozenset[int], grammar: Grammar, *, bracket: bool) -> Words:
    """The words of the complex as a relation has them.

    Where the finite verb comes second (German) it goes first whatever the clause: "verlassen hatte" is "hatte
    verlassen"; a separated particle that closes a `bracket` stays behind, in the field.
    """
    tokens = sentence.tokens
    if not grammar.verb_second:
        return tuple(sorted(words))
    kept = sorted(i for i in words if not bracket or tokens[i].deprel != "compound:prt")
    finite = [i for i in kept if tokens[i].feat("VerbForm") == "Fin"][:1]
    reflexive = [i for i in kept if tokens[i].feat("Reflex") == "Yes" and i not in finite]
    return (*finite, *reflexive, *(i for i in kept if i not in finite and i not in reflexive))
