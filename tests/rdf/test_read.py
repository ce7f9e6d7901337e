"""A graph read back from quads, also from some that were damaged after they were written."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.model import KnowledgeGraph
from kg.rdf.read import read_graph
from kg.rdf.write import quads
from tests.rdf.graphs import SMALL

QUADS = tuple(quads(SMALL))


def read(changed: list[Quad]) -> KnowledgeGraph | None:
    try:
        return read_graph(changed)
    except StoreError:
        return None


def test_a_graph_comes_back() -> None:
    assert read_graph(QUADS) == read_graph(reversed(QUADS))


def test_whatever_is_lost_is_told_in_a_line() -> None:
    assert sum(read([*QUADS[:i], *QUADS[i + 1 :]]) is None for i in range(len(QUADS))) > 0


@pytest.mark.parametrize(
    "other", [NamedNode("https://other.example/x"), Literal("x"), Literal("", language="de"), BlankNode("b")]
)
def test_whatever_is_changed_is_told_in_a_line(other: NamedNode | Literal | BlankNode) -> None:
    told = 0
    for i, quad in enumerate(QUADS):
        changed = Quad(quad.subject, quad.predicate, other, quad.graph_name)
        told += read([*QUADS[:i], changed, *QUADS[i + 1 :]]) is None
        if isinstance(other, NamedNode):
            told += read([*QUADS[:i], Quad(quad.subject, other, quad.object, quad.graph_name), *QUADS[i + 1 :]]) is None
            told += (
                read([*QUADS[:i], Quad(other, quad.predicate, quad.object, quad.graph_name), *QUADS[i + 1 :]]) is None
            )
    assert told > 0
