"""Forms of verbs: what follows "has" and "to", behind whatever a label begins with."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from kg.lang import has, load
from kg.lang.schema import Grammar, StrongVerbs, VerbForms, Verbs

_LEAST = 4  # letters of what is left of a verb without its prefix
_VOWEL = re.compile("[aeiouy].*e?n$")


@cache
def base_and_participle(past: str, language: str, lemmas: tuple[str, ...] = ()) -> tuple[str, str] | None:
    """Infinitive and participle by a form of the past; None where they are not known.

    `lemmas` are words of which one may be the infinitive: it is, if its regular past is `past`.
    """
    forms: VerbForms = load(VerbForms, language)
    if past in forms.past_forms:
        return forms.past_forms[past], forms.irregular.get(past, past)
    if past in forms.present_forms:
        return forms.present_forms[past], past
    rules: Verbs = load(Verbs, language)
    base = next((lemma for lemma in lemmas if rules.regular and rules.english(lemma) == past), None)
    return (base, past) if base else None


@cache
def split(verb: str, language: str) -> tuple[str, str] | None:
    """Particle, "" for none, and verb of an infinitive written as one word; None where that is not sure."""
    forms: VerbForms = load(VerbForms, language)
    whole = ("", verb)
    if verb in _strong(language) or verb in forms.participles or verb in forms.unparted:
        return whole
    prefixes = [
        p for p in load(Grammar, language).verb_prefixes if verb.startswith(p) and _is_verb(verb.removeprefix(p))
    ]
    prefix = max(prefixes, key=len, default="")
    rest = verb.removeprefix(prefix)
    if prefix in forms.doubtful:
        return None
    if prefix in forms.inseparable:
        return whole
    known = _known(language)
    if prefix:
        return (prefix, rest) if rest in known else None
    return None if any(verb[i:] in known for i in range(1, len(verb) - _LEAST)) else whole


@cache
def participle(verb: str, language: str) -> str:
    """The participle of a verb without particle."""
    forms: VerbForms = load(VerbForms, language)
    strong = _strong(language)
    if verb in forms.participles:
        return forms.participles[verb]
    if verb in strong:
        return strong[verb]
    for prefix in sorted((*forms.inseparable, *forms.doubtful), key=len, reverse=True):
        rest = verb.removeprefix(prefix)
        if rest != verb and (rest in strong or _is_verb(rest)):
            return prefix + participle(rest, language).removeprefix(forms.participle_prefix)
    made = (re.sub(pattern, form, verb) for pattern, form in forms.regular if re.search(pattern, verb))
    return next(made, "")


def auxiliary(verb: str, language: str) -> str | None:
    """The infinitive of the auxiliary of a verb's perfect; None if it may be one or the other."""
    forms: VerbForms = load(VerbForms, language)
    if verb in forms.either:
        return None
    other = next(name for name in forms.auxiliaries if name != forms.perfect)
    return other if verb in forms.going else forms.perfect


@cache
def _strong(language: str) -> dict[str, str]:
    """Participles of strong verbs."""
    if not has(StrongVerbs, language):
        return {}
    return {verb: forms[1] for verb, forms in load(StrongVerbs, language).verbs.items()}


@cache
def _known(language: str) -> frozenset[str]:
    """Verbs that the language has by themselves."""
    words: Verbs = load(Verbs, language)
    forms: VerbForms = load(VerbForms, language)
    return frozenset([*words.glosses, *_strong(language), *forms.participles])


def _is_verb(rest: str) -> bool:
    """Whether what is left of a verb without its prefix can be one."""
    return len(rest) >= _LEAST and bool(_VOWEL.search(normalize("NFD", rest[:-2]) + "n"))
