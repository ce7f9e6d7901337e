"""Leaves to better places: a node with one neighbour moves around it to where it and its edge cover least.

A greedy search over a fixed set of places, so it always ends and always ends the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from kg.view.spacing import Box, Link, Point

SWEEPS = 3
ANGLES = 36
STRETCH = (0.0, 0.35, 0.8)  # how much longer than needed an edge may get
BOX_ON_BOX = 400.0  # what each fault costs, in pixels that an edge is longer
EDGE_ON_BOX = 150.0
CROSSING = 60.0
WORDS_ON_BOX = 80.0

Segment = tuple[Point, Point]


def tidied(points: Sequence[Point], boxes: Sequence[Box], links: Sequence[Link]) -> list[Point]:
    """The points with leaves moved; `links` are edges by the indices of `boxes`."""
    sheet = _Sheet(list(points), boxes, links)
    for _ in range(SWEEPS):
        moves = [sheet.move(leaf, parent) for leaf, parent in sheet.leaves()]
        if not any(moves):
            break
    return sheet.points


class _Sheet:
    """Boxes and links while leaves are moved on it."""

    def __init__(self, points: list[Point], boxes: Sequence[Box], links: Sequence[Link]) -> None:
        self.points, self.boxes = points, boxes
        self.words: dict[tuple[int, int], Box] = {}
        self.near: dict[int, set[int]] = defaultdict(set)
        for link in links:
            a, b = sorted(link.ends)
            if a != b:
                before = self.words.get((a, b), Box(0, 0))
                self.words[a, b] = Box(max(before.width, link.words.width), before.height + link.words.height)
                self.near[a].add(b)
                self.near[b].add(a)

    def leaves(self) -> list[tuple[int, int]]:
        """Nodes with one neighbour that has more, and that neighbour; the largest first."""
        found = [(i, min(near)) for i, near in self.near.items() if len(near) == 1 and len(self.near[min(near)]) > 1]
        return sorted(found, key=lambda pair: (-self.boxes[pair[0]].width, pair))

    def move(self, leaf: int, parent: int) -> bool:
        """Whether there was a better place for `leaf`."""
        others = [i for i in range(len(self.points)) if i != leaf]
        segments = [
            (pair, (self._end(pair[0]), self._end(pair[1]))) for pair in self.words if leaf not in pair
        ]
        now = self.points[leaf]
        best, cost = now, self._cost(leaf, parent, now, others, segments)
        for place in self._places(leaf, parent):
            found = self._cost(leaf, parent, place, others, segments)
            if found < cost - 0.5:
                best, cost = place, found
        self.points[leaf] = best
        return best != now

    def _places(self, leaf: int, parent: int) -> Iterator[Point]:
        (x, y), words = self.points[parent], self.words[min(leaf, parent), max(leaf, parent)]
        for step in range(ANGLES):
            angle = 2 * pi * step / ANGLES
            across, down = abs(cos(angle)), abs(sin(angle))
            inner, outer = self.boxes[parent], self.boxes[leaf]
            room = across * (inner.width + outer.width) / 2 + down * (inner.height + outer.height) / 2
            need = room + across * words.width + down * words.height
            for stretch in STRETCH:
                radius = need * (1 + stretch)
                yield x + radius * cos(angle), y + radius * sin(angle)

    def _end(self, i: int) -> Point:
        """Where the edges of a box end."""
        return self.points[i][0], self.points[i][1] - self.boxes[i].rise

    def _cost(
        self, leaf: int, parent: int, place: Point, others: list[int], segments: list[tuple[tuple[int, int], Segment]]
    ) -> float:
        start, end = self._end(parent), (place[0], place[1] - self.boxes[leaf].rise)
        edge = (start, end)
        words = self.words[min(leaf, parent), max(leaf, parent)]
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        cost = hypot(end[0] - start[0], end[1] - start[1])
        for i in others:
            cost += BOX_ON_BOX * overlap(place, self.boxes[leaf], self.points[i], self.boxes[i])
            if i != parent:
                cost += EDGE_ON_BOX * passes(edge, self.points[i], self.boxes[i])
                cost += WORDS_ON_BOX * (overlap(middle, words, self.points[i], self.boxes[i]) > 0)
        for pair, segment in segments:
            cost += EDGE_ON_BOX * passes(segment, place, self.boxes[leaf])
            if parent not in pair:
                cost += CROSSING * crosses(edge, segment)
            cost += WORDS_ON_BOX * passes(segment, middle, words)
        return cost


def overlap(a: Point, box: Box, b: Point, other: Box) -> float:
    """How far two boxes reach into each other, as a share of the smaller: 0 apart, 1 one within the other."""
    across = min((box.width + other.width) / 2 - abs(a[0] - b[0]), box.width, other.width)
    down = min((box.height + other.height) / 2 - abs(a[1] - b[1]), box.height, other.height)
    if across <= 0 or down <= 0:
        return 0.0
    return 0.3 + 0.7 * across * down / max(min(box.width * box.height, other.width * other.height), 1.0)


def passes(segment: Segment, centre: Point, box: Box) -> bool:
    """Whether a segment goes through a box (Liang and Barsky 1984)."""
    (x, y), (to_x, to_y) = segment
    enter, leave = 0.0, 1.0
    for start, way, low, high in (
        (x, to_x - x, centre[0] - box.width / 2, centre[0] + box.width / 2),
        (y, to_y - y, centre[1] - box.height / 2, centre[1] + box.height / 2),
    ):
        if abs(way) < 1e-9:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def crosses(a: Segment, b: Segment) -> bool:
    """Whether two segments cross."""
    return _side(a, b[0]) * _side(a, b[1]) < 0 and _side(b, a[0]) * _side(b, a[1]) < 0


def _side(line: Segment, point: Point) -> float:
    (x, y), (to_x, to_y) = line
    return (to_x - x) * (point[1] - y) - (to_y - y) * (point[0] - x)
