"""What stands left of a noun for a role or a body: article, possessive, adjectives, and the places that they name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.lang import load
from kg.lang.schema import Demonyms, Pronouns
from kg.model import Sentence, Token
from kg.ontology import Gazetteer, Place, Types


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands left of a noun: `first` is the first token of the phrase, `core` the first behind its article."""

    first: int
    core: int
    determiner: Token | None = None
    adjectives: tuple[Token, ...] = ()
    elliptic: tuple[str, ...] = ()
    definite: bool = False
    indefinite: bool = False
    possessive: bool = False


def frame_of(sentence: Sentence, head: int, *, language: str, start: int = -1, names: Collection[int] = ()) -> Frame:
    """What stands left of the noun at `head`, whose first word is at `start` if it has several; the tokens of `names`
    are no adjectives."""
    tokens, words = sentence.tokens, load(Pronouns, language)
    first, adjectives, elliptic = start if start >= 0 else head, [], []
    if first > 1 and tokens[first - 1].upos == "CCONJ" and tokens[first - 2].text.endswith("-"):
        first -= 2
        elliptic.append(tokens[first].text.rstrip("-"))
    while first > 0 and first - 1 not in names and _modifies(tokens[first - 1], tokens[first], head):
        first -= 1
        if tokens[first].upos != "ADV":
            adjectives.append(tokens[first])
    core = first
    if first > 0 and _determines(tokens[first - 1], language):
        first -= 1
    determiner = tokens[first] if first < core else None
    written = determiner.text.lower() if determiner else ""
    return Frame(
        first=first,
        core=core,
        determiner=determiner,
        adjectives=tuple(reversed(adjectives)),
        elliptic=tuple(elliptic),
        definite=written in words.definite,
        indefinite=written in words.indefinite,
        possessive=is_possessive(written, language),
    )


def _determines(token: Token, language: str) -> bool:
    possessive = token.deprel == "nmod:poss" and is_possessive(token.text, language)
    return token.upos == "DET" or token.relation == "det" or possessive


def _modifies(token: Token, following: Token, head: int) -> bool:
    """Whether the token is an adjective or number before the noun at `head`, or an adverb before such an adjective."""
    if token.upos == "ADV":
        return following.upos == "ADJ" and token.head == following.i
    if token.upos == "NUM":
        return token.head == head
    participle = token.upos == "VERB" and token.relation == "amod"
    return (token.upos == "ADJ" or participle) and token.text[0].isalnum()


def is_possessive(word: str, language: str) -> bool:
    """Whether a determiner says whose something is ("seinen", "ihrer")."""
    return bool(possessor_readings(word, language))


def possessor_readings(word: str, language: str) -> tuple[str, ...]:
    """Gender and number of the owner that a possessive determiner tells, () for any other word."""
    words: Pronouns = load(Pronouns, language)
    for stem, readings in words.possessive.items():
        if word.lower().startswith(stem) and word.lower()[len(stem) :] in words.possessive_endings:
            return readings
    return ()


def place_of_adjectives(tokens: tuple[Token, ...], gazetteer: Gazetteer, language: str) -> Place | None:
    """The one country, region or city that adjectives name ("russisch", "bayerisch", "Münchner"), None for several."""
    demonyms: Demonyms = load(Demonyms, language)
    found: dict[str, Place] = {}
    for token in tokens:
        place = gazetteer.get(demonyms.place(token.text)) or next(_cities(token, demonyms, gazetteer), None)
        if place is not None:
            found[place.id] = place
    return next(iter(found.values())) if len(found) == 1 else None


def _cities(token: Token, demonyms: Demonyms, gazetteer: Gazetteer) -> Iterator[Place]:
    for name in demonyms.city_names(token.text):
        yield from (place for place in gazetteer.find(name)[:1] if place.type == Types.CITY)


def prefix_country(owners: tuple[str, ...], gazetteer: Gazetteer, language: str) -> str:
    """Gazetteer id of the country that the first part of a compound names ("US-")."""
    demonyms: Demonyms = load(Demonyms, language)
    for owner in owners:
        known = demonyms.prefix(owner + "-")
        if known:
            return known
        places = gazetteer.find(owner)
        if places and places[0].type == Types.COUNTRY:
            return places[0].id
    return ""
