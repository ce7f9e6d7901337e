"""Whether a sentence by itself says that it is told after somebody else: by its mood."""

from __future__ import annotations

from enum import IntEnum

from kg.lang import load
from kg.lang.schema import Quotations
from kg.model import Sentence, Token


class Mood(IntEnum):
    """How a main clause tells that it is somebody else's: not at all, perhaps (the unreal; hearsay, which may as well
    be a plan), for certain."""

    PLAIN = 0
    UNREAL = 1
    HEARSAY = 2
    REPORTED = 3


def mood(sentence: Sentence, *, language: str) -> Mood:
    """The mood of the main clause."""
    root, words = sentence.tokens[sentence.root], load(Quotations, language)
    verbs = _verbs(sentence, root.i)
    if reported(sentence, root.i, language=language):
        return Mood.REPORTED
    if any(t.lemma in words.hearsay for t in verbs):
        return Mood.HEARSAY
    unreal = any(t.text.lower() in words.unreal or _subjunctive(t) for t in verbs)
    return Mood.UNREAL if unreal else Mood.PLAIN


def reported(sentence: Sentence, predicate: int, *, language: str) -> bool:
    """Whether the clause of a predicate is in the mood of reported speech."""
    words = load(Quotations, language)
    mine = any(t.text.lower() in words.first_person for t in sentence.dependents(predicate, "nsubj"))
    return not mine and any(_reported(t, words) for t in _verbs(sentence, predicate))


def _verbs(sentence: Sentence, predicate: int) -> tuple[Token, ...]:
    return (sentence.tokens[predicate], *sentence.dependents(predicate, "aux", "cop"))


def _reported(token: Token, words: Quotations) -> bool:
    """Whether the form is the present of the subjunctive, by the lexicon, by the infinitive, or else by the parser."""
    form = token.text.lower()
    if form in words.subjunctive or (_subjunctive(token) and token.feat("Tense") == "Pres"):
        return form not in words.unreal
    return any(
        form.endswith(ending) and token.lemma.lower().endswith(form + rest) and token.upos in ("VERB", "AUX")
        for ending, rest in words.subjunctive_of_infinitive.items()
    )


def _subjunctive(token: Token) -> bool:
    return token.feat("Mood") == "Sub" and token.feat("VerbForm") == "Fin"
