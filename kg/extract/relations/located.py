"""Where a place lies, when the text says so: "Moskau (Russland)", "Dschidda in Saudi-Arabien", "Mariupol, Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.coordination import bracketed
from kg.extract.reading.reading import Reading
from kg.lang import load
from kg.lang.schema import Grammar
from kg.model import Mention
from kg.ontology import Gazetteer, Ontology, Types
from kg.ontology.gazetteer import Place

_COMMA = ","
_JOINING = frozenset({"CCONJ", "SYM"})


def located(reading: Reading, ontology: Ontology, gazetteer: Gazetteer) -> Iterator[tuple[int, int, int]]:
    """Pairs of mentions, a place and the one that it is said to lie in, and the token between them.

    The gazetteer never adds one, but it vetoes: a city that it knows elsewhere is not moved, and where only a comma is
    between the names, it must know the place to lie there.
    """
    for mention in reading.cast.by_sentence.get(reading.number, ()):
        if mention not in reading.cast.chain_of or not _place(reading, mention, ontology):
            continue
        for outer, sign in _containers(reading, reading.cast.mentions[mention]):
            apart = _area(reading, outer, ontology) and not reading.cast.same(mention, outer)
            known = _known(reading, mention, outer, gazetteer)
            sure = known or (reading.token(sign).text != _COMMA and _beside(reading, mention, outer, sign))
            if apart and sure and _possible(reading, mention, outer, gazetteer):
                yield mention, outer, sign


def _beside(reading: Reading, inner: int, outer: int, sign: int) -> bool:
    """Whether the tree has a place behind a preposition below the name before it; in brackets it needs no tree."""
    one, other = (reading.cast.mentions[m] for m in (inner, outer))
    return reading.token(sign).upos != "ADP" or reading.token(other.head).head in range(*one.tokens)


def _containers(reading: Reading, inner: Mention) -> Iterator[tuple[int, int]]:
    """The mention in brackets right behind the name, or behind it after a preposition that means inside or a comma."""
    grammar = load(Grammar, reading.language)
    tokens, end = reading.sentence.tokens, inner.tokens[1]
    if end + 1 >= len(tokens):
        return
    word = tokens[end].text.lower()
    inside = bracketed(reading.sentence, end + 1) or grammar.contractions.get(word, word) in grammar.inside
    if inside or word == _COMMA:
        found = [m for m in reading.cast.by_sentence[reading.number] if reading.cast.mentions[m].tokens[0] == end + 1]
        found = [m for m in found if inside or not _listed(reading, inner, reading.cast.mentions[m])]
        found = [m for m in found if word not in grammar.inside or _attached(reading, inner, reading.cast.mentions[m])]
        yield from ((outer, end) for outer in found if outer in reading.cast.chain_of)


def _attached(reading: Reading, inner: Mention, outer: Mention) -> bool:
    """Whether the place behind a preposition is the name's, and not the verb's ("dass Hui in Europa scheiterte")."""
    head = reading.token(outer.head)
    return head.relation != "obl" or bool(inner.links) or inner.tokens[0] <= head.head < inner.tokens[1]


def _listed(reading: Reading, inner: Mention, outer: Mention) -> bool:
    """Whether two names with a comma between them are two of a list, and not a place and its country."""
    tokens, end = reading.sentence.tokens, outer.tokens[1]
    joined = any(reading.sentence.dependents(m.head, "conj", "cc") for m in (inner, outer))
    follows = end < len(tokens) and (tokens[end].upos in _JOINING or tokens[end].text == "/")
    further = end + 1 < len(tokens) and tokens[end].text == _COMMA and tokens[end + 1].upos == "PROPN"
    return joined or follows or further or "conj" in (tokens[inner.head].relation, tokens[outer.head].relation)


def _place(reading: Reading, mention: int, ontology: Ontology) -> bool:
    kind = reading.cast.types.get(mention) or Types.THING
    return ontology.is_a(kind, Types.PLACE) and not ontology.is_a(kind, Types.COUNTRY)


def _area(reading: Reading, mention: int, ontology: Ontology) -> bool:
    kind = reading.cast.types.get(mention) or Types.THING
    return any(ontology.is_a(kind, area) for area in (Types.COUNTRY, Types.REGION))


def _possible(reading: Reading, inner: int, outer: int, gazetteer: Gazetteer) -> bool:
    here, there = (_places(reading, m, gazetteer) for m in (inner, outer))
    return not here or not there or _known(reading, inner, outer, gazetteer)


def _known(reading: Reading, inner: int, outer: int, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has the one place in the other, or both in the same country."""
    here, there = (_places(reading, m, gazetteer) for m in (inner, outer))
    return any(t.id in (h.country, h.id) or t.country == h.country for h in here for t in there)


def _places(reading: Reading, mention: int, gazetteer: Gazetteer) -> list[Place]:
    links = reading.cast.mentions[mention].links
    return [place for link in links if (place := gazetteer.get(link)) is not None]
