"""A relation taken apart: its verb and what goes with it, ready for a template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.errors import LexiconError
from kg.lang import load
from kg.lang.schema import Grammar, VerbForms, Verbs, Wording
from kg.model import Relation
from kg.wording.verbs import auxiliary, base_and_participle, participle, split

SLOT = "\0"  # where the object goes
_NEGATED = re.compile(r"\[([^|\]]*)\|?([^\]]*)\]")
_SHAPE = re.compile(r"(?P<around>.*[@\]]) (?P<predicate>[^@:()]+)(?P<tail>: @)?(?: \((?P<auxiliary>\w+)\))?")

Parts = Mapping[str, str]


@cache
def parts(relation: Relation, language: str) -> tuple[str, Parts]:
    """The group of templates ("past", "present", "quoted") for the relation, and what its templates are filled with."""
    label = dict(relation.labels.entries).get(language)
    found = None
    if label is not None:
        last = load(Wording, language).verb_last
        found = _verb_last(relation, label, language) if last else _verb_first(relation, label, language)
    return found or ("quoted", {"label": label or relation.labels.get(language) or relation.id})


def _verb_first(relation: Relation, label: str, language: str) -> tuple[str, Parts] | None:
    """Of a label that begins with its finite verb, behind which all else stays as it is."""
    words, forms = load(Wording, language), load(VerbForms, language)
    finite, _, field = label.partition(" ")
    if finite in words.copulas and words.copula is not None:
        tense, (base, made) = words.copulas[finite], words.copula
    else:
        lemmas = tuple(relation.id.partition(":")[2].split("_")) if relation.open else ()
        known = base_and_participle(finite, language, lemmas)
        if known is None:
            return None
        tense, (base, made) = "present" if finite in forms.present_forms else "past", known
    return tense, {"label": label, "finite": finite, "base": base, "participle": made, "field": field, "denied": field}


def _verb_last(relation: Relation, label: str, language: str) -> tuple[str, Parts] | None:
    """Of a relation of the ontology by its phrase in the infinitive, of an open one by its label, which is one."""
    words, forms = load(Wording, language), load(VerbForms, language)
    for tense, phrases in (("past", words.event_phrases), ("present", words.state_phrases)):
        if relation.id in phrases:
            return tense, _of_phrase(phrases[relation.id], label, label.partition(" ")[0], language)
    if label in forms.finite:
        finite, verb = forms.finite[label], label.rpartition(" ")[2]
        phrase = words.open_phrases["being"].format(verb=verb)
        return words.copulas[finite], _of_phrase(phrase, label, finite, language)
    opened = _open_phrase(label, language) if relation.open else None
    return None if opened is None else ("open", _of_phrase(opened, label, "", language))


def _of_phrase(phrase: str, label: str, finite: str, language: str) -> Parts:
    """What `Wording` says of the shape of phrases, read."""
    shape = _SHAPE.fullmatch(phrase)
    if shape is None:
        raise LexiconError(f"kg/lang/{language}/wording.yml: no phrase of a relation: {phrase!r}")
    around, complement, tail = shape["around"], shape["predicate"], shape["tail"] or ""
    *before, verb = complement.split(" ")
    particle, _, bare = verb.rpartition("/")
    forms: VerbForms = load(VerbForms, language)
    have = next((a for a, f in forms.auxiliaries.items() if f == shape["auxiliary"]), forms.perfect)
    made = forms.participles.get(complement) or " ".join((*before, particle + participle(bare, language)))
    around = around.replace("@", SLOT)
    return {
        "label": label,
        "finite": finite,
        "field": _NEGATED.sub(r"\2", around),
        "denied": _NEGATED.sub(r"\1", around),
        "has": forms.auxiliaries[have],
        "have": have,
        "base": " ".join((*before, particle + bare)),
        "participle": made,
        "particle": " ".join(filter(None, (*before, particle))),
        "tail": tail.replace("@", SLOT),
    }


def _open_phrase(label: str, language: str) -> str | None:
    """The phrase of an open relation: a verb with its particle told apart, alone or with a reflexive pronoun, words
    that belong to it, and a preposition. None where its perfect is not sure, or a noun stands with it as an object."""
    words, forms = load(Wording, language), load(VerbForms, language)
    known = load(Verbs, language).glosses
    *before, verb = label.split(" ")
    preposition = ""
    if before and verb not in known and before[-1] in known:
        *before, verb, preposition = label.split(" ")
    reflexive = load(Grammar, language).reflexive
    pronoun = before.pop(0) if before[:1] == [reflexive] else ""
    parted = split(verb, language) if verb in known else None
    have = parted and auxiliary(parted[1], language)
    if not parted or not have or (before and not before[0].islower()):
        return None
    shape = words.open_phrases["governing" if preposition else "plain"]
    whole = " ".join((*before, "/".join(filter(None, parted))))
    phrase = " ".join(filter(None, (pronoun, shape.format(preposition=preposition, verb=whole))))
    return phrase if have == forms.perfect or pronoun else f"{phrase} ({forms.auxiliaries[have]})"
