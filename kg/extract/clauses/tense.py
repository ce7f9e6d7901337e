"""Whether a clause speaks of what was, is or will be: that decides which May "in May" is."""

from __future__ import annotations

from enum import IntEnum

from kg.extract.clauses.clause import Clause
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

    The perfect is past, and so is a past participle before a noun. An infinitive under a modal verb or with a mark is
    present: what one wanted may still lie ahead.
    """
    for token in (sentence.tokens[i], *sentence.ancestors(i)):
        if token.upos in _VERBAL or sentence.dependents(token.i, "cop"):
            tense = _of(sentence, token, load(Factuality, language))
            if tense is not None:
                return tense
        elif token.relation == "amod" and token.feat("VerbForm") == "Part" and token.feat("Tense") != "Pres":
            return Tense.PAST
    return Tense.PAST


def is_past(token: Token, words: Factuality) -> bool:
    """Whether a finite form of the indicative is past: by the parser, or because no present form ends so."""
    if token.feat("VerbForm") != "Fin" or token.feat("Mood") == "Sub":
        return False
    single = token.upos == "VERB" and token.feat("Person") == "3" and token.feat("Number") == "Sing"
    form = token.text.lower()
    odd = bool(words.present_endings) and not form.endswith(words.present_endings)
    return token.feat("Tense") == "Past" or (single and odd and form not in words.indicative_forms)


def tells_past(sentence: Sentence, clause: Clause, *, language: str) -> bool:
    """Whether a clause tells what has been: by a past form or a perfect."""
    words = load(Factuality, language)
    own = [sentence.tokens[i] for i in (clause.predicate, *clause.auxiliaries)]
    participle = any(t.feat("VerbForm") == "Part" and t.feat("Tense") != "Pres" for t in own)
    return any(is_past(t, words) for t in own) or bool(clause.auxiliaries and participle and not clause.passive)


def _of(sentence: Sentence, verb: Token, words: Factuality) -> Tense | None:
    """The tense of a verb, or of a predicate by its copula; None where nothing about it is finite."""
    becoming = words.future_auxiliaries
    auxiliaries = sentence.dependents(verb.i, "aux", "cop")
    finite = next((token for token in (verb, *auxiliaries) if token.feat("VerbForm") == "Fin"), None)
    future = finite is not None and finite.i != verb.i and finite.lemma in becoming
    bare = next((token for token in (verb, *auxiliaries) if token.feat("VerbForm") == "Inf"), None)
    if bare is not None:
        perfect = bare.i != verb.i and bare.lemma not in becoming
        return Tense.PAST if perfect else Tense.FUTURE if future else Tense.PRESENT
    if finite is None:
        return None
    if verb.feat("VerbForm") == "Part" and finite.i != verb.i and not future:
        return Tense.PAST
    return Tense.PAST if is_past(finite, words) else Tense.PRESENT
