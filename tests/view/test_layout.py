"""Positions: nothing on top of anything, the same every time, components apart."""

from __future__ import annotations

import random
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.geometry import crosses, overlap, passes
from kg.view.layout import positions
from kg.view.packing import pack
from kg.view.spacing import Box, Extent, Link, Point, spread
from kg.view.tidy import faults, tidied

WORDS = Box(50, 16)
boxes_strategy = st.lists(st.builds(Box, st.floats(10, 200), st.floats(10, 80)), min_size=1, max_size=14)


def overlapping(
    points: list[Point] | list[tuple[int, int]], boxes: list[Box], slack: float = 2.5
) -> list[tuple[int, int]]:
    def clash(i: int, j: int) -> bool:
        wide = (boxes[i].width + boxes[j].width) / 2 - abs(points[i][0] - points[j][0])
        high = (boxes[i].height + boxes[j].height) / 2 - abs(points[i][1] - points[j][1])
        return wide > slack and high > slack

    return [(i, j) for i, j in combinations(range(len(points)), 2) if clash(i, j)]


def links(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(pair, WORDS) for pair in pairs]


def wheel(count: int) -> list[Link]:
    return links(*((0, i) for i in range(1, count)), *((i, i + 1) for i in range(1, count - 1)))


@given(boxes_strategy, st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=20), st.booleans())
@settings(max_examples=40, deadline=None)
def test_small_graphs_do_not_overlap(boxes: list[Box], pairs: list[tuple[int, int]], worded: bool) -> None:
    inside = [(a % len(boxes), b % len(boxes)) for a, b in pairs]
    points = positions(boxes, links(*inside), worded=worded)
    assert len(points) == len(boxes)
    assert overlapping(points, boxes) == []


@pytest.mark.parametrize("count", [30, 600])
def test_the_same_graph_stands_the_same(count: int) -> None:
    boxes = [Box(80 + i % 7, 40) for i in range(count)]
    first = positions(boxes, wheel(count), worded=count < 100)
    random.random()
    assert positions(boxes, wheel(count), worded=count < 100) == first


def test_chance_is_handed_back() -> None:
    random.seed(5)
    expected = random.random()
    random.seed(5)
    positions([Box(40, 20)] * 30, wheel(30))
    assert random.random() == expected


def test_large_graphs_hardly_overlap() -> None:
    boxes = [Box(90, 40)] * 700
    points = positions(boxes, wheel(700))
    assert len(overlapping(points, boxes)) < 35


def test_nothing_and_one() -> None:
    assert positions([], []) == []
    assert positions([Box(10, 10)], links((0, 0))) == [(0, 0)]


# -- the parts ---------------------------------------------------------------------------------------------------------


@given(boxes_strategy)
@settings(deadline=None)
def test_spread_parts_boxes_on_one_point(boxes: list[Box]) -> None:
    assert overlapping(spread([(0.0, 0.0)] * len(boxes), boxes), boxes) == []


def test_spread_leaves_alone_what_is_apart() -> None:
    points = [(0.0, 0.0), (100.0, 0.0), (0.0, 100.0)]
    assert spread(points, [Box(90, 90)] * 3) == points


def test_packed_groups_are_apart_and_close() -> None:
    group = [((0.0, 0.0), Box(100, 40)), ((150.0, 0.0), Box(100, 40))]
    groups = [group] * 6
    moves = pack(groups, aspect=1.0)
    placed = [(x + dx, y + dy) for members, (dx, dy) in zip(groups, moves, strict=True) for (x, y), _ in members]
    boxes = [box for members in groups for _, box in members]
    assert overlapping(placed, boxes, slack=0) == []
    sheet = Extent.of(placed, boxes)
    assert max(sheet.width, sheet.height) < 800


def test_small_groups_go_into_gaps() -> None:
    ring = [
        ((x, y), Box(40, 40)) for x in range(0, 801, 40) for y in range(0, 801, 40) if x in {0, 800} or y in {0, 800}
    ]
    inner = [((0.0, 0.0), Box(60, 30))]
    (_, _), (dx, dy) = pack([[((float(x), float(y)), box) for (x, y), box in ring], inner], aspect=1.0)
    offset = pack([[((float(x), float(y)), box) for (x, y), box in ring]], aspect=1.0)[0]
    assert abs(dx - (400 + offset[0])) < 300
    assert abs(dy - (400 + offset[1])) < 300


def test_tidying_takes_an_edge_off_a_box() -> None:
    boxes = [Box(60, 30)] * 4
    across = [(0.0, 0.0), (200.0, 0.0), (400.0, 0.0), (200.0, 300.0)]  # the edge 0-2 goes through box 1
    pairs = links((0, 2), (0, 3), (1, 3))
    better = tidied(across, boxes, pairs, pull=0.0)
    assert faults(better, boxes, pairs) < faults(across, boxes, pairs)
    assert not passes((better[0], better[2]), better[1], boxes[1])


def lengths(points: list[Point], pairs: list[Link]) -> float:
    return sum(
        hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]) for a, b in (link.ends for link in pairs)
    )


@pytest.mark.parametrize("turn", range(12))
@pytest.mark.parametrize(
    "pairs",
    [links((0, 1)), links((0, 1), (1, 2)), links((0, 1), (0, 2), (0, 3)), wheel(7), links((0, 1), (1, 2), (2, 3))],
)
def test_tidying_never_makes_it_worse(pairs: list[Link], turn: int) -> None:
    count = 1 + max(max(link.ends) for link in pairs)
    places = random.Random(turn)
    before = [(places.uniform(0, 900), places.uniform(0, 600)) for _ in range(count)]
    boxes = [Box(60, 30)] * count
    after = tidied(before, boxes, pairs, pull=0.0)
    assert faults(after, boxes, pairs) + lengths(after, pairs) <= faults(before, boxes, pairs) + lengths(before, pairs)


@pytest.mark.parametrize(
    ("centre", "through"), [((50.0, 0.0), True), ((50.0, 30.0), False), ((-30.0, 0.0), False), ((104.0, 0.0), True)]
)
def test_passes(centre: Point, through: bool) -> None:
    assert passes(((0.0, 0.0), (100.0, 0.0)), centre, Box(20, 20)) is through
    assert passes(((0.0, 0.0), (0.0, 100.0)), (centre[1], centre[0]), Box(20, 20)) is through


@pytest.mark.parametrize(
    ("segment", "expected"),
    [(((5.0, -5.0), (5.0, 5.0)), True), (((5.0, 1.0), (5.0, 5.0)), False), (((0.0, 0.0), (5.0, 5.0)), False)],
)
def test_crosses(segment: tuple[Point, Point], expected: bool) -> None:
    assert crosses(((0.0, 0.0), (10.0, 0.0)), segment) is expected


@pytest.mark.parametrize(("at", "low", "high"), [(0.0, 1.0, 1.0), (9.0, 0.3, 0.6), (11.0, 0.0, 0.0)])
def test_overlap(at: float, low: float, high: float) -> None:
    assert low <= overlap((0.0, 0.0), Box(10, 10), (at, 0.0), Box(10, 10)) <= high
