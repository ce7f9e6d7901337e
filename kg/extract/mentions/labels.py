"""The English of names that are made of common words: "Moskauer Konferenz für Internationale Sicherheit"."""

from __future__ import annotations

from kg.extract.phrases.glosses import gloss
from kg.lang import load
from kg.lang.schema import Demonyms, Names
from kg.model import Token
from kg.ontology import Gazetteer

_ENGLISH = "en"


def english_name(tokens: tuple[Token, ...], kind: str, gazetteer: Gazetteer, *, language: str) -> str:
    """The name of a thing of type `kind` in English, every word in capitals but the joints; "" where a word of it is
    not known or names of that type are not translated."""
    joints = {word: by_type.get(kind, "") for word, by_type in load(Names, language).joints_english.items()}
    if language == _ENGLISH or not any(joints.values()) or len(tokens) < 2:
        return ""
    words = [joints.get(t.text) or _word(t, gazetteer, language) for t in tokens]
    return " ".join(words) if all(words) else ""


def _word(token: Token, gazetteer: Gazetteer, language: str) -> str:
    """One word in English with a capital: the name of a city for its adjective, else its gloss."""
    demonyms: Demonyms = load(Demonyms, language)
    if token.upos == "ADJ":
        for name in demonyms.city_names(token.text):
            places = gazetteer.find(name)
            if places:
                return places[0].labels.get(_ENGLISH)
    english = gloss([(token.lemma, token.upos)], language) or ""
    return " ".join(word[:1].upper() + word[1:] for word in english.split())
