"""Where a place lies, when the text says so: "Moskau (Russland)", "Dschidda in Saudi-Arabien"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import bracketed
from kg.extract.reading import Reading
from kg.lang import load
from kg.lang.schema import Grammar
from kg.model import Mention
from kg.ontology import Gazetteer, Ontology, Types


def located(reading: Reading, ontology: Ontology, gazetteer: Gazetteer) -> Iterator[tuple[int, int, int]]:
    """Pairs of mentions, a place and the one that it is said to lie in, and the token between them.

    The gazetteer never adds one, but it vetoes: a city that it knows elsewhere is not moved.
    """
    for mention in reading.cast.by_sentence.get(reading.number, ()):
        if mention not in reading.cast.chain_of or not _place(reading, mention, ontology):
            continue
        for outer, sign in _containers(reading, reading.cast.mentions[mention]):
            apart = _area(reading, outer, ontology) and not reading.cast.same(mention, outer)
            if apart and _possible(reading, mention, outer, gazetteer):
                yield mention, outer, sign


def _containers(reading: Reading, inner: Mention) -> Iterator[tuple[int, int]]:
    """The mention in brackets right behind the name, or behind it after a preposition that means inside."""
    grammar = load(Grammar, reading.language)
    tokens, end = reading.sentence.tokens, inner.tokens[1]
    if end + 1 >= len(tokens):
        return
    word = tokens[end].text.lower()
    if bracketed(reading.sentence, end + 1) or grammar.contractions.get(word, word) in grammar.inside:
        found = [m for m in reading.cast.by_sentence[reading.number] if reading.cast.mentions[m].tokens[0] == end + 1]
        yield from ((outer, end) for outer in found if outer in reading.cast.chain_of)


def _place(reading: Reading, mention: int, ontology: Ontology) -> bool:
    kind = reading.cast.types.get(mention) or Types.THING
    return ontology.is_a(kind, Types.PLACE) and not ontology.is_a(kind, Types.COUNTRY)


def _area(reading: Reading, mention: int, ontology: Ontology) -> bool:
    kind = reading.cast.types.get(mention) or Types.THING
    return any(ontology.is_a(kind, area) for area in (Types.COUNTRY, Types.REGION))


def _possible(reading: Reading, inner: int, outer: int, gazetteer: Gazetteer) -> bool:
    here = [p for link in reading.cast.mentions[inner].links if (p := gazetteer.get(link)) is not None]
    there = [p for link in reading.cast.mentions[outer].links if (p := gazetteer.get(link)) is not None]
    if not here or not there:
        return True
    return any(t.id in (h.country, h.id) or t.country == h.country for h in here for t in there)
