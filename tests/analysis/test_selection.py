"""Which statements are wanted, and names that are no names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.analysis import Selection, select
from kg.errors import UsageError
from kg.model import ArticleRecord, KnowledgeGraph, Time
from tests.analysis.graphs import graph

GRAPH = replace(graph(), articles=(ArticleRecord("a", source="Tagblatt"), ArticleRecord("b", url="https://x.org/b")))


def left(**wanted: Any) -> set[tuple[str, str, str]]:
    found = select(GRAPH, Selection(**wanted)).statements
    return {(str(s.object) if isinstance(s.object, str) else s.object.value, s.polarity, s.modality) for s in found}


DENIED = ("Austin", "negated", "asserted")
MET = ("Shoigu", "affirmed", "asserted")
REPORTED = ("Shoigu", "affirmed", "reported")
DISCUSSED = ("Öl", "affirmed", "asserted")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, {DENIED, MET, REPORTED, DISCUSSED}),
        ({"entity": "Austin"}, {DENIED, REPORTED}),
        ({"entity": "Moscow"}, {MET}),
        ({"relation": "met"}, {DENIED, MET, REPORTED}),
        ({"relation": "kg:met"}, {DENIED, MET, REPORTED}),
        ({"relation": "TRAF"}, {DENIED, MET, REPORTED}),
        ({"relation": "discussed"}, {DISCUSSED}),
        ({"statuses": ("negated",)}, {DENIED}),
        ({"statuses": ("fact",)}, {MET, DISCUSSED}),
        ({"statuses": ("asserted",)}, {DENIED, MET, DISCUSSED}),
        ({"statuses": ("negated", "reported")}, {DENIED, REPORTED}),
        ({"statuses": ("planned",)}, set()),
        ({"since": "2023"}, {MET}),
        ({"since": "2023-04-30"}, {MET}),
        ({"since": "2023-05"}, set()),
        ({"until": "2023-04"}, {MET}),
        ({"until": "2023-03-31"}, set()),
        ({"since": "2022-02", "until": "2024"}, {MET}),
        ({"source": "Austin"}, {REPORTED}),
        ({"source": "tagblatt"}, {DENIED, MET, REPORTED, DISCUSSED}),
        ({"source": "b"}, {MET}),
        ({"relation": "met", "statuses": ("negated",), "entity": "Shoigu"}, set()),
    ],
)
def test_selection(wanted: dict[str, Any], expected: set[tuple[str, str, str]]) -> None:
    assert left(**wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"relation": "mett"}, "no statement has the relation 'mett'; did you mean 'met'"),
        ({"relation": "zzz"}, "no statement has the relation 'zzz'$"),
        ({"statuses": ("denied",)}, "no status 'denied'; choose of: fact, affirmed, negated, asserted, reported"),
        ({"since": "yesterday"}, "no time 'yesterday'; give a year, a month or a day"),
        ({"until": "2023-02-30"}, "no time '2023-02-30'"),
        ({"since": "2023-13"}, "no time '2023-13'"),
        ({"since": "0000"}, "no time '0000'"),
        ({"since": "2024", "until": "2023"}, "nothing is since 2024 and until 2023"),
        ({"source": "Tageblatt"}, "nothing is said by 'Tageblatt'; did you mean 'Tagblatt'"),
        ({"source": "Shoigu"}, "nothing is said by 'Shoigu'"),
    ],
)
def test_names_that_are_none(wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        left(**wanted)


def test_what_is_left_is_a_graph_of_its_own() -> None:
    found = select(GRAPH, Selection(source="b"))
    assert [entity.id for entity in found.entities] == ["Li", "Moscow", "Shoigu"]
    assert [article.id for article in found.articles] == ["a", "b"]
    assert select(GRAPH, Selection()) is GRAPH
    assert select(KnowledgeGraph(), Selection(entity="x")).statements == ()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2012, 1, 1), None, True),
        (None, date(2012, 1, 1), False),
        (None, date(2023, 6, 1), True),
        (None, None, False),
    ],
)
def test_open_times(start: date | None, end: date | None, *, expected: bool) -> None:
    first = replace(GRAPH.statements[0], time=Time("x", "x", start, end))
    found = select(replace(GRAPH, statements=(first,)), Selection(since="2023"))
    assert bool(found.statements) is expected
