"""Whether a clause speaks of what was, is or will be: that decides which May "in May" is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from kg.lang import load
from kg.lang.schema import Factuality
from kg.model import Sentence, Token

_VERBAL = frozenset({"VERB", "AUX"})


class Tense(IntEnum):
    PAST = -1
    PRESENT = 0
    FUTURE = 1


def tense_at(sentence: Sentence, i: int, *, language: str) -> Tense:
    """The tense of the clause that token `i` belongs to; past where there is no finite verb above it.

    The perfect is past, an infinitive under a modal verb or "zu" present: what one wanted may still lie ahead.
    """
    for verb in _verbs(sentence, i):
        finite = _finite(sentence, verb)
        if verb.feat("VerbForm") == "Inf":
            future = finite is not None and finite.lemma in load(Factuality, language).future_auxiliaries
            return Tense.FUTURE if future else Tense.PRESENT
        if finite is not None:
            return _of(verb, finite, language)
    return Tense.PAST


def _verbs(sentence: Sentence, i: int) -> Iterator[Token]:
    """The verb itself or those above, nearest first; a predicate noun or adjective counts by its copula."""
    for token in (sentence.tokens[i], *sentence.ancestors(i)):
        if token.upos in _VERBAL or sentence.dependents(token.i, "cop"):
            yield token


def _finite(sentence: Sentence, verb: Token) -> Token | None:
    auxiliaries = sentence.dependents(verb.i, "aux", "cop")
    return next((token for token in (verb, *auxiliaries) if token.feat("VerbForm") == "Fin"), None)


def _of(verb: Token, finite: Token, language: str) -> Tense:
    becoming = finite.lemma in load(Factuality, language).future_auxiliaries
    if verb.feat("VerbForm") == "Part" and not becoming and finite.i != verb.i:
        return Tense.PAST
    return Tense.PAST if finite.feat("Tense") == "Past" and finite.feat("Mood") != "Sub" else Tense.PRESENT
