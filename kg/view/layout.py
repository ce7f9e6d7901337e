"""Where the nodes stand: each component laid out by forces and tidied, all of them packed on one sheet.

The same graph gives the same positions: nothing is left to chance, every tie is broken by the order of the nodes, and
coordinates are whole pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, pi, sin

import igraph  # type: ignore[import-untyped]

from kg.view.forces import laid
from kg.view.packing import Piece, pack
from kg.view.spacing import ASPECT, Box, Extent, Link, Point, spread
from kg.view.tidy import faults, tidied

EDGE = 180  # pixels between neighbours in a small component
TRIALS = ((180, 0.5), (110, 0.5), (240, 1.5), (180, 0.0))  # lengths of edges and pull to the middle; the best is taken
FAULTS = 12_000  # worth of faults that a sheet of twice the height would be taken for
STEP = 30  # pixels between the points of an edge that keep other components away
TIDY = 140  # nodes and links of all components up to which every node is moved to a better place
TURNS = 24  # directions tried
FLAT = 4.0  # the same for the small components beside the largest


def positions(boxes: Sequence[Box], links: Sequence[Link], *, worded: bool = False) -> list[tuple[int, int]]:
    """The centre of every box, in whole pixels.

    Boxes (width and height of a node with its label) do not overlap, but for a few in very large graphs. With `worded`
    the words of links are laid out like nodes between their ends, so that there is room for them.
    """
    components = _components(boxes, links)
    how = _How(worded=worded, tidy=len(boxes) + len(links) <= TIDY)
    placed = [part.placed(how, aspect=FLAT if n else ASPECT) for n, part in enumerate(components)]
    moves = pack([part.pieces(points) for part, points in zip(components, placed, strict=True)], aspect=ASPECT)
    result = [(0, 0)] * len(boxes)
    for part, points, (dx, dy) in zip(components, placed, moves, strict=True):
        for i, (x, y) in zip(part.members, points, strict=True):
            result[i] = (round(x + dx), round(y + dy))
    return result


@dataclass(frozen=True, slots=True)
class _How:
    """Whether words of links are laid out, and whether every node is moved to a better place."""

    worded: bool
    tidy: bool


@dataclass(frozen=True, slots=True)
class _Component:
    """Connected boxes: which of all they are, and the links among them by their indices here; no loops."""

    members: tuple[int, ...]
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]

    def placed(self, how: _How, *, aspect: float) -> list[Point]:
        """Points for all boxes, on a sheet of this shape."""
        if len(self.boxes) == 1:
            return [(0.0, 0.0)]
        if not how.tidy:
            return self._laid(EDGE, worded=how.worded, aspect=aspect)
        tried = [self._tidied(edge, pull, how, aspect) for edge, pull in TRIALS]
        return min(tried, key=lambda points: self._badness(points, aspect))

    def _tidied(self, edge: float, pull: float, how: _How, aspect: float) -> list[Point]:
        points = self._laid(edge, worded=how.worded, aspect=aspect)
        return spread(tidied(points, self.boxes, self.links, pull=pull), self.boxes)

    def _badness(self, points: Sequence[Point], aspect: float) -> float:
        """The height of the sheet, the more so the more faults there are on it."""
        found = faults(points, self.boxes, self.links)
        return round(_side(points, self.boxes, aspect) * (1 + found / FAULTS), 3)

    def _laid(self, edge: float, *, worded: bool, aspect: float) -> list[Point]:
        points = self._worded(edge) if worded else laid(self.boxes, self._pairs(), edge=edge)
        return spread(_turned(points, self.boxes, aspect), self.boxes)

    def pieces(self, points: Sequence[Point]) -> list[Piece]:
        """Boxes with their centres, and points along the links."""
        pieces = list(zip(points, self.boxes, strict=True))
        for a, b in self._pairs():
            (x, y), (to_x, to_y) = points[a], points[b]
            steps = ceil(hypot(to_x - x, to_y - y) / STEP)
            along = (n / steps for n in range(1, steps))
            pieces += [((x + (to_x - x) * at, y + (to_y - y) * at), Box(0, 0)) for at in along]
        return pieces

    def _pairs(self) -> list[tuple[int, int]]:
        return sorted({(min(link.ends), max(link.ends)) for link in self.links})

    def _worded(self, edge: float) -> list[Point]:
        """Laid out with the words of every link in its middle."""
        count = len(self.boxes)
        boxes = (*self.boxes, *(link.words for link in self.links))
        halves = [(end, count + n) for n, link in enumerate(self.links) for end in link.ends]
        lengths = [1 + link.words.width / edge for link in self.links for _ in link.ends]
        return spread(laid(boxes, halves, edge=edge / 2, lengths=lengths), boxes)[:count]


def _components(boxes: Sequence[Box], links: Sequence[Link]) -> list[_Component]:
    """The largest first."""
    graph = igraph.Graph(n=len(boxes), edges=[link.ends for link in links])
    parts = sorted((tuple(sorted(part)) for part in graph.connected_components()), key=lambda part: (-len(part), part))
    where = {i: (number, n) for number, part in enumerate(parts) for n, i in enumerate(part)}
    inner: list[list[Link]] = [[] for _ in parts]
    for link in links:
        (number, a), (_, b) = where[link.ends[0]], where[link.ends[1]]
        if a != b:
            inner[number].append(Link((a, b), link.words))
    groups = (tuple(boxes[i] for i in part) for part in parts)
    return [_Component(*fields) for fields in zip(parts, groups, map(tuple, inner), strict=True)]


def _turned(points: Sequence[Point], boxes: Sequence[Box], aspect: float) -> list[Point]:
    """Turned so that they fill a sheet of this shape best."""
    turns = (_rotated(points, pi * step / TURNS) for step in range(TURNS))
    return min(turns, key=lambda turned: _side(turned, boxes, aspect))


def _side(points: Sequence[Point], boxes: Sequence[Box], aspect: float) -> float:
    """The height of the sheet that they need."""
    extent = Extent.of(points, boxes)
    return round(max(extent.width / aspect, extent.height), 3)


def _rotated(points: Sequence[Point], angle: float) -> list[Point]:
    return [(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in points]
