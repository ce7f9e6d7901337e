"""Whether a sentence by itself says that it is told after somebody else: by its mood."""

from __future__ import annotations

from enum import IntEnum

from kg.lang import load
from kg.lang.schema import Quotations
from kg.model import Sentence, Token


class Mood(IntEnum):
    """How a main clause tells that it is somebody else's: not at all, perhaps (the unreal), for certain."""

    PLAIN = 0
    UNREAL = 1
    REPORTED = 2


def mood(sentence: Sentence, *, language: str) -> Mood:
    """The mood of the main clause; hearsay counts as reported."""
    root, words = sentence.tokens[sentence.root], load(Quotations, language)
    verbs = (root, *sentence.dependents(root.i, "aux", "cop"))
    mine = any(t.text.lower() in words.first_person for t in sentence.dependents(root.i, "nsubj"))
    if any(t.lemma in words.hearsay for t in verbs) or (not mine and any(_reported(t, words) for t in verbs)):
        return Mood.REPORTED
    unreal = any(t.text.lower() in words.unreal or _subjunctive(t) for t in verbs)
    return Mood.UNREAL if unreal else Mood.PLAIN


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
