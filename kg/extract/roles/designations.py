"""From a role or body phrase of a sentence to its designation in two languages."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.phrases.glosses import gloss, noun_gloss
from kg.extract.roles.labels import Designation
from kg.extract.roles.nouns import BodyNoun, RoleNoun
from kg.extract.roles.phrases import Phrase
from kg.lang import load
from kg.lang.schema import Institutions, OfficeLabels, Roles
from kg.model import Labels, Mention, Sentence
from kg.ontology import Gazetteer

_ENGLISH = "en"


def designation(
    noun: RoleNoun | BodyNoun,
    phrase: Phrase,
    sentence: Sentence,
    names: Sequence[Mention],
    *,
    gazetteer: Gazetteer,
    language: str,
    country: str = "",
) -> Designation:
    """The parts of what the phrase calls its thing. `country` (a gazetteer id) stands in where the phrase has none."""
    ranks = load(Roles, language).ranks
    plural = phrase.plural and noun.gender != "Plur"
    own = noun.lemma if not plural else _plural(noun, sentence.tokens[phrase.head].text, language)
    english = noun.english or _gloss(noun, language) or noun.lemma
    for first in phrase.frame.elliptic:
        own, english = _with_ellipsis(first, own, english, language)
    place = phrase.country or country or phrase.region
    body = _body(phrase, names, gazetteer, language)
    if place and body is not None and isinstance(noun, RoleNoun):
        if phrase.owner and noun.base in load(Roles, language).envoys:
            own, english = f"{phrase.owner}-{own}", f"{body.get(_ENGLISH)} {english}"
            body = None
        elif noun.base in load(Roles, language).public:
            body = None
        elif not phrase.region:
            place = ""
    if isinstance(noun, BodyNoun) and phrase.owner.isupper() and noun.lemma in load(Institutions, language).bare:
        own = english = phrase.owner  # "die PSOE-Partei" is the PSOE
        body = None
    return Designation(
        role=Labels.of({language: own, _ENGLISH: english}),
        gender=_gender(noun),
        plural=plural,
        ranks=tuple((rank, ranks[rank]) for rank in phrase.ranks),
        country=place,
        body=body,
        scope=_scope(phrase, sentence, language),
    )


def _gloss(noun: RoleNoun | BodyNoun, language: str) -> str | None:
    """The English of a noun that the lexicon of roles has not: of an office only where it is sure."""
    if isinstance(noun, RoleNoun):
        return noun_gloss(noun.lemma, language)
    return gloss([(noun.lemma, "NOUN")], language)


def _gender(noun: RoleNoun | BodyNoun) -> str:
    """Offices are called by their masculine form whoever holds them, but for those that have a word of their own
    ("queen")."""
    if isinstance(noun, RoleNoun) and noun.gender == "Fem" and noun.lemma.lower().endswith(noun.base.lower()):
        return "Masc"
    return noun.gender


def _plural(noun: RoleNoun | BodyNoun, written: str, language: str) -> str:
    return noun.lemma if noun.lemma.endswith(load(Roles, language).unchanged_plural) else written


def _with_ellipsis(first: str, own: str, english: str, language: str) -> tuple[str, str]:
    """ "Staats- und Militärführer": state and military leaders."""
    modifier = load(Roles, language).modifiers.get(first, first)
    both = load(OfficeLabels, language).conjunction, load(OfficeLabels, _ENGLISH).conjunction
    return f"{first}- {both[0]} {own}", f"{modifier} {both[1]} {english}"


def _body(phrase: Phrase, names: Sequence[Mention], gazetteer: Gazetteer, language: str) -> Labels | None:
    if phrase.body >= 0:
        mention = names[phrase.body]
        return mention.labels if mention.labels.entries else Labels.of({language: mention.name, _ENGLISH: mention.name})
    if phrase.owner:
        places = gazetteer.find(phrase.owner)
        return places[0].labels if places else Labels.of({language: phrase.owner, _ENGLISH: phrase.owner})
    return None


def _scope(phrase: Phrase, sentence: Sentence, language: str) -> Labels | None:
    if phrase.scope is None:
        return None
    tokens = sentence.tokens[slice(*phrase.scope)]
    own = " ".join(t.text for t in tokens)
    content = [t for t in tokens if t.upos in ("ADJ", "NOUN", "PROPN", "CCONJ")]
    plural = content[-1].feat("Number") == "Plur"
    english = gloss([(t.lemma, t.upos) for t in content], language, plural=plural)
    return Labels.of({language: own, _ENGLISH: english or own})
