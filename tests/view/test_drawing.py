"""Nodes and edges of the drawing: what becomes one edge, what a large graph opens with."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import KnowledgeGraph
from kg.ontology import load_ontology
from kg.view.contents import contents
from kg.view.drawing import network, shortened
from tests.view.graphs import seed_graph
from tests.view.made_up import large_graph


def drawn(graph: KnowledgeGraph) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Nodes, edges, and how many entities there are."""
    data = contents(graph, load_ontology(), labels="en")
    drawing = network(data)
    return drawing.nodes, drawing.edges, len(data.entities)


def test_every_statement_is_on_one_edge() -> None:
    graph = seed_graph()
    _, edges, _ = drawn(graph)
    numbers = [number for edge in edges for number in edge["statements"]]
    assert sorted(numbers) == list(range(len(graph.statements)))


def test_statements_of_one_kind_share_an_edge_and_others_do_not() -> None:
    graph = large_graph(entities=60, articles=60)
    data = contents(graph, load_ontology(), labels="en")
    edges = network(data).edges
    kinds = [
        {
            (s.subject, s.object, s.relation, s.polarity, s.modality)
            for s in map(data.statements.__getitem__, edge["statements"])
        }
        for edge in edges
    ]
    assert all(len(kind) == 1 for kind in kinds)
    assert len({kind.pop() for kind in kinds}) == len(edges) < len(data.statements)


def test_phrases_are_nodes_after_all_entities() -> None:
    nodes, _, entities = drawn(seed_graph())
    assert {node["label"].replace("\n", " ") for node in nodes if node["id"] >= entities} >= {"nuclear weapons"}
    assert not any("core" in node for node in nodes)


def test_a_large_graph_has_a_core() -> None:
    nodes, edges, _ = drawn(large_graph())
    core = {node["id"] for node in nodes if "core" in node}
    assert 20 < len(core) <= 60
    assert all(any(edge["from"] == key or edge["to"] == key for edge in edges) for key in core)
    assert [node["x"] for node in nodes] == [int(node["x"]) for node in nodes]


@pytest.mark.parametrize(
    ("text", "length", "lines"),
    [
        ("Li Shangfu", 40, "Li Shangfu"),
        ("Special Envoy of China for Eurasian Affairs", 60, "Special Envoy of China\nfor Eurasian Affairs"),
        ("a  b\n c", 40, "a b c"),
        ("abcdefghij", 6, "abcde…"),
        ("x" * 30, 40, "x" * 30),
        ("", 40, ""),
    ],
)
def test_shortened(text: str, length: int, lines: str) -> None:
    assert shortened(text, length) == lines
