"""Negation by the clause's own words, and which of them it reaches."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.clause import Clause
from kg.extract.status.commitment import Commitment
from kg.extract.status.cues import Cues
from kg.model import Sentence, Token


def negation(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Turned round by a negation that is the clause's own; one that counted above already does not count again."""
    cue = next((i for i in negators(cues, clause) if i not in commitment.cues), None)
    if cue is None:
        return commitment
    narrow = _narrow(cues, cues.tokens[cue], clause)
    return commitment.undecided(cue) if narrow else commitment.negate(cue)


def _narrow(cues: Cues, negation: Token, clause: Clause) -> bool:
    """Whether what is denied is how, how much or how often something is done ("not in time", "not all", "hardly")."""
    words = cues.words
    if {negation.text.lower(), negation.lemma.lower()} & set(words.near_negation):
        return True
    if negation.upos in ("DET", "PRON") or negation.lemma.lower() not in words.negation:
        return False
    after = next((t for t in cues.tokens[negation.i + 1 :] if t.text.lower() not in words.passing), None)
    if after is None or after.i == clause.predicate:
        return False
    manner = after.upos == "ADJ" and after.deprel == "advmod" and after.head == clause.predicate
    above = cues.tokens[after.head] if after.upos == "ADP" and after.head > after.i else after
    manner = manner or above.lemma in words.manner_nouns
    return manner or after.text.lower() in words.degrees or after.lemma.lower() in words.degrees


def negators(cues: Cues, clause: Clause) -> Iterator[int]:
    """The words that negate the clause."""
    return (token.i for token in cues.negating if cues.reaches(token, clause))


def granted(cues: Cues, above: Commitment) -> Commitment:
    """What is taken for granted under `above`: its negation, and the words that make it, are of no account."""
    kept = tuple(i for i in above.cues if not cues.negates(cues.tokens[i]))
    return Commitment(modality=above.modality, source=above.source, cues=kept)


def shared(cues: Cues, clause: Clause, parent: Clause) -> int | None:
    """The negation of a first conjunct that is a second one's too ("did not visit or call"), None for none."""
    joined = cues.sentence.dependents(clause.predicate, "cc")
    if not {token.lemma.lower() for token in joined} & set(cues.words.disjunctions) or any(map(cues.negates, joined)):
        return None
    return next((i for i in negators(cues, parent) if i < clause.predicate), None)


def negated_argument(sentence: Sentence, head: int, *, language: str) -> bool:
    """Whether the negation stands at this argument alone ("nicht mit Austin, sondern …")."""
    cues = Cues(sentence, (), language)
    if not cues.contrasted(head):
        return False
    first = sentence.subtree(head)[0]
    before = sentence.tokens[first - 1 : first] if first else ()
    return any(cues.negates(token) for token in (*sentence.dependents(head, "advmod", "det", "cc"), *before))


def negated_noun(cues: Cues, noun: Token, above: Commitment) -> Commitment:
    """What is claimed of a governing noun: only a negation at the noun itself denies it ("keine Absicht")."""
    denied = any(cues.negates(token) for token in cues.sentence.dependents(noun.i, "det", "advmod"))
    return above if denied else above.affirm()
