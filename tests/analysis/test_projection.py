from __future__ import annotations

from kg.analysis import project
from kg.model import KnowledgeGraph
from tests.analysis.graphs import graph


def test_nodes_are_entities_and_literals() -> None:
    network = project(graph(), labels="de")
    assert {node: data["label"] for node, data in network.nodes(data=True)} == {
        "Austin": "Austin",
        "Li": "Li",
        "Moscow": "Moskau",
        "Shoigu": "Shoigu",
        "literal:de::Öl": "Öl",
    }
    assert network.nodes["Li"] == {"label": "Li", "type": "Person", "kind": "entity", "mentions": 1}
    assert network.nodes["literal:de::Öl"]["kind"] == "literal"


def test_edges_say_how_far_they_are_claimed() -> None:
    network = project(graph())
    status = {(b, data["polarity"], data["modality"], data["direct"]) for _, b, data in network.edges(data=True)}
    assert status == {
        ("Shoigu", "affirmed", "asserted", True),
        ("Shoigu", "affirmed", "reported", False),
        ("Austin", "negated", "asserted", False),
        ("literal:de::Öl", "affirmed", "asserted", True),
    }
    assert {key for _, _, key in network.edges(keys=True)} == {statement.id for statement in graph().statements}
    edge = next(data for _, _, data in network.edges(data=True) if "count" in data)
    assert edge == {
        "label": "met", "relation": "kg:met", "relation_label": "met", "polarity": "affirmed", "modality": "asserted", "direct": True,
        "time": "im April", "time_value": "2023-04", "time_start": "2023-04-01", "time_end": "2023-04-30",
        "places": "Moscow", "count": "=2", "confidence": 0.9, "surface": "traf", "articles": 2,
        "quote": "Li traf Shoigu.",
    }  # fmt: skip


def test_edges_are_labelled_with_their_status() -> None:
    network = project(graph())
    labels = {(target, data["modality"]): data["label"] for _, target, data in network.edges(data=True)}
    assert labels["Austin", "asserted"] == "has not met"
    assert labels["Shoigu", "reported"] == "is said to have met"


def test_facts_alone() -> None:
    network = project(graph(), direct_only=True)
    assert sorted(network.successors("Li")) == ["Shoigu", "literal:de::Öl"]
    assert network.number_of_edges() == 2
    assert project(KnowledgeGraph()).number_of_nodes() == 0
