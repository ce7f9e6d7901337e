"""The rules of relations but that of clauses: what they find, in the one shape; each looks at a whole sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses.clause import SUBJECT
from kg.extract.reading.fillers import Filler
from kg.extract.reading.reading import Reading
from kg.extract.relations.ages import ages
from kg.extract.relations.attributes import attributes
from kg.extract.relations.bulletins import bulletins
from kg.extract.relations.said import Passage, Said, of_match
from kg.extract.status.commitment import Commitment
from kg.model import Derivation, Literal, Modality, Span
from kg.ontology import Relations

INTEGER = "xsd:integer"


def of_roads(passage: Passage) -> Iterator[Said]:
    """What a bulletin says of the road that it begins with."""
    reading = passage.reading
    for noun, match in bulletins(reading, passage.ontology):
        yield of_match(reading, reading.clauses[noun], match, Derivation.NOUN, commitment=reading.commitments[noun])


def beside_names(passage: Passage) -> Iterator[Said]:
    """What words beside a name say is taken for granted, though by another where the clause around is hearsay."""
    reading = passage.reading
    for clause, match in attributes(reading, passage.ontology):
        around = reading.owner(clause.predicate)
        commitment = replace(reading.commitments[around].affirm(), moot=False) if around >= 0 else Commitment()
        commitment = commitment if commitment.modality is Modality.REPORTED else Commitment()
        yield of_match(reading, clause, match, Derivation.NOUN, commitment=commitment)


def of_places(passage: Passage) -> Iterator[Said]:
    """Where a place lies."""
    relation = passage.ontology.relation(Relations.LOCATED_IN).relation
    for inner, outer, sign in passage.located:
        between = passage.reading.token(sign)
        one, other = (_mentioned(passage.reading, mention) for mention in (inner, outer))
        yield Said(Derivation.PLACE, relation, one, other, between.span, between.text)


def of_ages(passage: Passage) -> Iterator[Said]:
    """How old somebody is."""
    reading, relation = passage.reading, passage.ontology.relation(Relations.AGE).relation
    for age in ages(reading, passage.ontology):
        words = Span(reading.token(age.tokens[0]).start, reading.token(age.tokens[-1]).end)
        yield Said(
            Derivation.AGE,
            relation,
            _mentioned(reading, age.person),
            Literal(str(age.years), datatype=INTEGER),
            place=words,
            surface=words.of(reading.document.article.text),
            words=(words,),
            commitment=age.commitment,
        )


def _mentioned(reading: Reading, mention: int) -> Filler:
    return Filler(mention, reading.cast.mentions[mention].head, SUBJECT)
