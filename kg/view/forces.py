"""Force-directed layouts of one connected graph, by igraph, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import cos, hypot, pi, sin, sqrt
from statistics import pvariance

import igraph  # type: ignore[import-untyped]

from kg.view.spacing import Box, Point

GOLDEN_ANGLE = pi * (3 - sqrt(5))
SMALL = 450  # nodes up to which the better, cubic method is quick
SPARSE = 100  # boxes up to which long edges make room enough
DENSITY = 0.3  # of the sheet is boxes, in a large graph


def laid(
    boxes: Sequence[Box], pairs: Sequence[tuple[int, int]], *, edge: float, lengths: Sequence[float] | None = None
) -> list[Point]:
    """Points of a connected graph of two nodes or more.

    Small graphs are laid out after Kamada and Kawai (1989) with neighbours at least `edge` pixels apart in the mean,
    and in proportion to `lengths` where those are given, large ones after Fruchterman and Reingold (1991). Boxes fill
    no more than a fixed share of the sheet.
    """
    graph = igraph.Graph(n=len(boxes), edges=pairs)
    start = _spiral(graph)
    with _fixed_seed():
        if len(boxes) <= SMALL:
            layout = graph.layout_kamada_kawai(seed=start, maxiter=20 * len(boxes), weights=lengths)
        else:
            layout = graph.layout_fruchterman_reingold(seed=start, niter=500, grid=True)
    points = [(float(x), float(y)) for x, y in layout.coords]
    by_edge = edge / _mean_length(points, pairs) if len(boxes) <= SMALL else 0.0
    factor = max(by_edge, _for_density(points, boxes) if len(boxes) > SPARSE else 0.0)
    return [(x * factor, y * factor) for x, y in points]


def _spiral(graph: igraph.Graph) -> list[Point]:
    """A start: on a sunflower's spiral, breadth first from the node with most neighbours."""
    hub = max(range(graph.vcount()), key=lambda i: (graph.degree(i), -i))
    points = [(0.0, 0.0)] * graph.vcount()
    for rank, node in enumerate(graph.bfs(hub)[0]):
        points[node] = (sqrt(rank) * cos(rank * GOLDEN_ANGLE), sqrt(rank) * sin(rank * GOLDEN_ANGLE))
    return points


@contextmanager
def _fixed_seed() -> Iterator[None]:
    igraph.set_random_number_generator(random.Random(1))  # noqa: S311 (no secret is made with it)
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _mean_length(points: Sequence[Point], pairs: Sequence[tuple[int, int]]) -> float:
    lengths = [hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]) for a, b in pairs]
    return sum(lengths) / len(lengths) or 1.0


def _for_density(points: Sequence[Point], boxes: Sequence[Box]) -> float:
    """The factor that leaves as much room among the boxes as there should be, those far out not counted as room."""
    spreads = [sqrt(12 * pvariance(values)) for values in zip(*points, strict=True)]
    area = spreads[0] * spreads[1]
    return sqrt(sum(box.width * box.height for box in boxes) / DENSITY / area) if area else 0.0
