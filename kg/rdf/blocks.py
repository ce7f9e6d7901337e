"""What is said of one thing, as RDF terms: the unit in which a graph is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.rdf.namespaces import RDF, XSD, whole

Term: TypeAlias = NamedNode | Literal
"""What a graph of kg is made of; it has no blank nodes."""

Property: TypeAlias = tuple[NamedNode, Term]


@dataclass(frozen=True, slots=True)
class Block:
    """Properties of `subject`, in the order in which a reader wants them, by the named graph that says them."""

    subject: NamedNode
    parts: tuple[tuple[NamedNode, tuple[Property, ...]], ...]

    @classmethod
    def of(cls, subject: NamedNode, graph: NamedNode, properties: Iterable[Property]) -> Block:
        """A block of one graph."""
        return cls(subject, ((graph, tuple(properties)),))


@lru_cache(maxsize=1024)
def iri(value: str) -> NamedNode:
    """A term of a vocabulary."""
    return NamedNode(value)


TYPE = iri(RDF + "type")


def text(value: str, language: str = "") -> Literal:
    """`value` in a language; a plain string where that is none. Tags are lower case, as RDF compares them."""
    if language:
        try:
            return Literal(whole(value), language=language)
        except ValueError:  # no language tag (BCP 47); the words matter more
            pass
    return Literal(whole(value))


def typed(value: str, datatype: str) -> Literal:
    """`value` as a literal of the type with this IRI."""
    return Literal(whole(value), datatype=iri(datatype))


def integer(value: int) -> Literal:
    return typed(str(value), XSD + "integer")


def decimal(value: float) -> Literal:
    """The shortest decimal that is read back as the same float."""
    return typed(format(Decimal(repr(float(value))), "f"), XSD + "decimal")


def day(value: date) -> Literal:
    return typed(value.isoformat(), XSD + "date")
