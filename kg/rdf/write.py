"""A knowledge graph as quads and as the bytes of a file; the same graph always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from pyoxigraph import Quad, Triple

from kg.errors import UsageError
from kg.model import KnowledgeGraph
from kg.rdf.blocks import Block
from kg.rdf.describe import describe
from kg.rdf.exchange import jsonld, rdfxml
from kg.rdf.namespaces import BASE, Names
from kg.rdf.turtle import trig, turtle


def quads(graph: KnowledgeGraph, *, base: str = BASE) -> Iterator[Quad]:
    """All quads, each once: a named graph an article, one for entities and statements, one for direct edges.

    Raises UsageError for a base that IRIs cannot be built on, OntologyError for an unknown type or relation.
    """
    return _quads(describe(graph, Names(base)))


def serialize(graph: KnowledgeGraph, format: str, *, base: str = BASE) -> bytes:  # noqa: A002
    """The graph as a file of this format, one of `FORMATS`; only N-Quads and TriG keep the named graphs apart.

    Raises UsageError for an unknown format or base, OntologyError for an unknown type or relation.
    """
    if format not in _WRITERS:
        raise UsageError(f"no format {format!r}; there are: {', '.join(FORMATS)}")
    names = Names(base)
    return "".join(_WRITERS[format](describe(graph, names), names)).encode()


def lines(found: Iterable[Quad] | Iterable[Triple]) -> Iterator[str]:
    """Quads or triples a line each, sorted: N-Quads or N-Triples that can be compared as text."""
    return (f"{line} .\n" for line in sorted({str(item) for item in found}))


def _quads(blocks: Iterable[Block]) -> Iterator[Quad]:
    for block in blocks:
        for graph, properties in block.parts:
            yield from (Quad(block.subject, predicate, value, graph) for predicate, value in properties)


def _nquads(blocks: Iterable[Block], _: Names) -> Iterator[str]:
    return lines(_quads(blocks))


def _ntriples(blocks: Iterable[Block], _: Names) -> Iterator[str]:
    return lines(quad.triple for quad in _quads(blocks))


Writer: TypeAlias = Callable[[Iterable[Block], Names], Iterator[str]]

_WRITERS: Mapping[str, Writer] = {
    "turtle": turtle, "ntriples": _ntriples, "nquads": _nquads, "trig": trig, "jsonld": jsonld, "rdfxml": rdfxml,
}  # fmt: skip

FORMATS = tuple(_WRITERS)
"""The formats that `serialize` knows."""
