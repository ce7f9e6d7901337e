"""Answers of CONSTRUCT and DESCRIBE as RDF: files of it, always the same bytes, and the object of rdflib."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import UsageError
from kg.rdf.blocks import Block, Property
from kg.rdf.exchange import jsonld, rdfxml
from kg.rdf.namespaces import XSD, Names
from kg.rdf.results import Form, Kind, Result, Term
from kg.rdf.turtle import turtle

if TYPE_CHECKING:
    import rdflib

_MADE = "made"
"""The folder under the base for what a query makes without a name: its blank nodes become IRIs, as all of kg's are."""


def triples(result: Result) -> Iterator[Triple]:
    """The triples of an answer, sorted, each once; blank nodes are IRIs, numbered as they come.

    Raises UsageError for an answer that has rows and no triples.
    """
    if result.form not in (Form.CONSTRUCT, Form.DESCRIBE):
        raise UsageError(f"{result.form} gives no triples; ask with CONSTRUCT or DESCRIBE, or take a format of rows")
    made: dict[str, NamedNode] = {}
    found = set()
    for row in result.rows:
        subject, predicate, value = (_node(term, made, result.base) for term in row if term is not None)
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
            found.add(Triple(subject, predicate, value))
    return iter(sorted(found, key=str))


def to_rdf(result: Result, style: str) -> str:
    """The triples of an answer as a file of this format, one of `TRIPLE_FORMATS`. Raises UsageError."""
    if style not in _WRITERS:
        raise UsageError(f"no format {style!r} for triples; there are: {', '.join(TRIPLE_FORMATS)}")
    return "".join(_WRITERS[style](triples(result), Names(result.base)))


def to_rdflib(found: Iterable[Triple], names: Names) -> rdflib.Graph:
    """The triples as a graph of rdflib that knows the prefixes of the house."""
    import rdflib  # noqa: PLC0415 (a third of a second to load, and only notebooks want it)

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in names.prefixes.items():
        graph.bind(prefix, namespace)

    def node(term: object) -> rdflib.URIRef | rdflib.Literal:
        if isinstance(term, Literal):
            datatype = None if term.language else rdflib.URIRef(term.datatype.value)
            plain = datatype is not None and str(datatype) == XSD + "string"
            return rdflib.Literal(term.value, term.language, None if plain else datatype, normalize=False)
        return rdflib.URIRef(getattr(term, "value", str(term)))

    for triple in found:
        graph.add((node(triple.subject), node(triple.predicate), node(triple.object)))
    return graph


def _node(term: Term, made: dict[str, NamedNode], base: str) -> NamedNode | Literal:
    if term.kind is Kind.IRI:
        return NamedNode(term.value)
    if term.kind is Kind.BLANK:
        return made.setdefault(term.value, NamedNode(f"{base}{_MADE}/{len(made) + 1}"))
    if term.language:
        return Literal(term.value, language=term.language)
    return Literal(term.value, datatype=NamedNode(term.datatype or XSD + "string"))


def _blocks(found: Iterable[Triple]) -> Iterator[Block]:
    subjects: dict[NamedNode, list[Property]] = defaultdict(list)
    for triple in found:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            subjects[triple.subject].append((triple.predicate, triple.object))
    return (Block.of(subject, subject, properties) for subject, properties in subjects.items())


def _turtle(found: Iterable[Triple], names: Names) -> Iterator[str]:
    """As the graph's own, with the prefixes that it uses and without headings."""
    pieces = list(turtle(_blocks(found), names, headings={}))
    said = "".join(piece for piece in pieces if not piece.startswith("@prefix"))
    for piece in pieces:
        declared = re.match(r"@prefix (\w+):", piece)
        if declared is None or re.search(rf"(?<!\w){declared[1]}:", said):
            yield piece


def _ntriples(found: Iterable[Triple], _: Names) -> Iterator[str]:
    return (f"{triple} .\n" for triple in found)


Writer: TypeAlias = Callable[[Iterable[Triple], Names], Iterator[str]]

_WRITERS: Mapping[str, Writer] = {
    "turtle": _turtle,
    "ntriples": _ntriples,
    "jsonld": lambda found, names: jsonld(_blocks(found), names),
    "rdfxml": lambda found, names: rdfxml(_blocks(found), names),
}

TRIPLE_FORMATS = tuple(_WRITERS)
"""The formats of triples that `to_rdf` knows."""
