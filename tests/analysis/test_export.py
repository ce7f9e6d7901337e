from __future__ import annotations

import csv as tables
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.analysis import csv, gexf, graphml, project
from kg.model import KnowledgeGraph
from tests.analysis.graphs import HOSTILE, graph

READ_BACK = HOSTILE.replace("\u0007", "\ufffd")


@pytest.mark.parametrize(("write", "read"), [(graphml, nx.read_graphml), (gexf, nx.read_gexf)])
def test_network_programs_get_the_whole_graph(write: Callable[..., bytes], read: Callable[..., Any]) -> None:
    network = project(graph())
    again = read(BytesIO(write(graph())))
    assert {n: data["label"] for n, data in again.nodes(data=True)} == {
        n: data["label"] for n, data in network.nodes(data=True)
    }
    fields = ("statement", "polarity", "modality", "direct", "count", "time_value", "articles")
    told = {tuple(data.get(field) for field in fields) for _, _, data in again.edges(data=True)}
    assert told == {
        (key, *(data.get(field) for field in fields[1:])) for _, _, key, data in network.edges(keys=True, data=True)
    }
    assert READ_BACK in {data["quote"] for _, _, data in again.edges(data=True)}


@pytest.mark.parametrize("write", [graphml, gexf])
def test_facts_alone(write: Callable[..., bytes]) -> None:
    edges = [e for e in ElementTree.fromstring(write(graph(), direct_only=True)).iter() if e.tag.endswith("}edge")]
    assert len(edges) == 2


@pytest.mark.parametrize("write", [graphml, gexf, csv])
def test_the_same_graph_gives_the_same_bytes_on_any_day_and_of_any_version(
    write: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write(graph())
    monkeypatch.setattr("time.strftime", lambda *_: "1903-12-31")
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr(nx, "__version__", "0.0.1903")
    assert write(graph()) == before
    assert b"1903" not in before


@pytest.mark.parametrize("write", [graphml, gexf, csv])
def test_an_empty_graph_can_be_written(write: Callable[..., bytes]) -> None:
    assert write(KnowledgeGraph())


def test_table() -> None:
    rows = list(tables.DictReader(StringIO(csv(graph(), labels="de").decode())))
    assert [row["id"] for row in rows] == [statement.id for statement in graph().statements]
    row = next(row for row in rows if row["count"])
    assert row["places"] == "Moskau"
    assert (row["relation_id"], row["relation"], row["object"]) == ("kg:met", "traf", "Shoigu")
    assert (row["time_start"], row["count"], row["articles"]) == ("2023-04-01", "=2", "a; b")
    assert HOSTILE in {row["quote"] for row in rows}
    denied = next(row for row in rows if row["polarity"] == "negated")
    assert (denied["relation"], denied["words"]) == ("traf", "hat … nicht getroffen")
    assert {row["object_id"] for row in rows} == {"Austin", "Shoigu", ""}
