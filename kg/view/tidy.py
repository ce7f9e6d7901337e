"""Tidying a small drawing: each node moves to where it and its edges cover least, as long as that is any better.

A greedy search over fixed places (after Davidson and Harel 1996, without chance), so it always ends and always ends the
same. It costs nodes times edges times a few hundred; meant for a hundred of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, hypot, inf, pi, sin
from typing import TypeAlias

from kg.view.geometry import Segment, crosses, middle, overlap, passes
from kg.view.spacing import ASPECT, Box, Extent, Link, Point

Pair: TypeAlias = tuple[int, int]

SWEEPS = 4
ASIDE = 50.0  # pixels that the words of a further parallel edge reach aside
ANGLES = 24
STRETCH = (1.0, 1.35, 1.8)  # lengths of a leaf's edge, for the shortest that is long enough
STEPS = (40.0, 110.0)  # pixels that other nodes move by
SHORT = 1.5  # what a pixel costs that an edge is too short for its words
BOX_ON_BOX = 500.0  # what each fault costs, in pixels that an edge is longer
EDGE_ON_BOX = 170.0
WORDS_ON_BOX = 170.0
WORDS_ON_EDGE = 40.0
CROSSING = 80.0


def tidied(points: Sequence[Point], boxes: Sequence[Box], links: Sequence[Link], *, pull: float) -> list[Point]:
    """The points after moving; `links` are edges by the indices of `boxes`.

    `pull` is what a pixel away from the middle of the sheet costs: more of it makes a smaller, fuller sheet.
    """
    sheet = _Sheet(list(points), boxes, links, pull=pull)
    branches = sheet.branches()
    order = sorted(sheet.near, key=lambda i: (len(sheet.near[i]), i))
    for _ in range(SWEEPS):
        moved = [sheet.move(i) for i in order] + [sheet.move_branch(*branch) for branch in branches]
        if not any(moved):
            break
    return sheet.points


def faults(points: Sequence[Point], boxes: Sequence[Box], links: Sequence[Link]) -> float:
    """What covers or crosses what, each as much as it is worth in pixels of longer edges."""
    sheet = _Sheet(list(points), boxes, links, pull=0.0)
    return sum(sheet.cost(i, points[i]) - sheet.reach(i, points[i]) for i in sorted(sheet.near))


class _Sheet:
    """Boxes and the edges between them; the words of parallel ones need room beside and below each other."""

    def __init__(self, points: list[Point], boxes: Sequence[Box], links: Sequence[Link], *, pull: float) -> None:
        self.points, self.boxes, self.pull = points, boxes, pull
        sheet = Extent.of(points, boxes)
        self.centre = (sheet.left + sheet.right) / 2, (sheet.top + sheet.bottom) / 2
        self.words: dict[Pair, Box] = {}
        self.near: dict[int, list[int]] = defaultdict(list)
        for link in links:
            pair = min(link.ends), max(link.ends)
            if pair not in self.words:
                self.near[pair[0]].append(pair[1])
                self.near[pair[1]].append(pair[0])
            self.words[pair] = _stacked(self.words.get(pair), link.words)

    def move(self, node: int) -> bool:
        """Moves a node to the best place; whether that is another."""
        now = self.points[node]
        best, cost = now, self.cost(node, now)
        for place in self._places(node):
            found = self.cost(node, place, limit=cost)
            if found < cost - 1:
                best, cost = place, found
        self.points[node] = best
        return best != now

    def branches(self) -> list[tuple[int, Sequence[int]]]:
        """What hangs on one edge, two nodes or more: the node that it hangs on, and the smaller side."""
        found = []
        for a, b in sorted(self.words):
            side = self._without_edge(a, b)
            if a not in side:
                other = sorted(set(self.near) - side)
                found.append((a, sorted(side)) if len(side) <= len(other) else (b, other))
        return [(anchor, side) for anchor, side in found if len(side) > 1]

    def _without_edge(self, a: int, b: int) -> set[int]:
        """What can be reached from `b` but for the edge to `a`."""
        reached, waiting = {b}, [b]
        while waiting:
            node = waiting.pop()
            beyond = [i for i in self.near[node] if i not in reached and (node, i) != (b, a)]
            reached.update(beyond)
            waiting += beyond
        return reached

    def move_branch(self, anchor: int, side: Sequence[int]) -> bool:
        """Moves all of a branch to the best place; whether that is another."""
        before = list(self.points)
        best, cost = before, sum(self.cost(i, self.points[i]) for i in side)
        for dx, dy in self._steps(anchor, side):
            for i in side:
                self.points[i] = before[i][0] + dx, before[i][1] + dy
            found = 0.0
            for i in side:
                found += self.cost(i, self.points[i], limit=cost - found)
                if found > cost:
                    break
            if found < cost - 1:
                best, cost = list(self.points), found
        self.points = list(best)
        return best is not before

    def _steps(self, anchor: int, side: Sequence[int]) -> Iterator[Point]:
        """By how much a branch may move: a little to all sides, and nearer or farther."""
        for step in STEPS:
            yield from ((step * cos(n * pi / 4), step * sin(n * pi / 4)) for n in range(8))
        root = next(i for i in side if anchor in self.near[i])
        (x, y), (to_x, to_y) = self.points[anchor], self.points[root]
        yield from (((to_x - x) * share, (to_y - y) * share) for share in (-0.4, -0.2, 0.3, 0.6, 1.0))

    def _places(self, node: int) -> Iterator[Point]:
        if len(self.near[node]) == 1 and len(self.near[self.near[node][0]]) > 1:
            yield from self._around(node, self.near[node][0])
        x, y = self.points[node]
        for step in STEPS:
            for n in range(8):
                yield x + step * cos(n * pi / 4), y + step * sin(n * pi / 4)

    def _around(self, leaf: int, parent: int) -> Iterator[Point]:
        """Places around the parent, near and farther, far enough for the words of the edge."""
        (x, y), words = self._end(parent, self.points[parent]), self.words[min(leaf, parent), max(leaf, parent)]
        for n in range(ANGLES):
            across, down = cos(2 * pi * n / ANGLES), sin(2 * pi * n / ANGLES)
            need = _need(self.boxes[leaf], self.boxes[parent], words, across, down)
            for stretch in STRETCH:
                yield x + need * stretch * across, y + need * stretch * down + self.boxes[leaf].rise

    def reach(self, node: int, place: Point) -> float:
        """How far the node is from its neighbours, and what it costs to be far from the middle."""
        x, y = self._end(node, place)
        ends = (self._end(other, self.points[other]) for other in self.near[node])
        away = max(abs(place[0] - self.centre[0]) / ASPECT, abs(place[1] - self.centre[1]))
        return self.pull * away + sum(hypot(to_x - x, to_y - y) for to_x, to_y in ends)

    def cost(self, node: int, place: Point, *, limit: float = inf) -> float:
        """What the node costs at a place, or something above `limit`."""
        cost = self.reach(node, place)
        ends = [(other, (self._end(node, place), self._end(other, self.points[other]))) for other in self.near[node]]
        for other, ((x, y), (to_x, to_y)) in ends:
            length = hypot(to_x - x, to_y - y) or 1.0
            words = self.words[min(node, other), max(node, other)]
            need = _need(self.boxes[node], self.boxes[other], words, (to_x - x) / length, (to_y - y) / length)
            cost += SHORT * max(need - length, 0.0)
        for i, point in enumerate(self.points):
            if i == node:
                continue
            if cost > limit:
                return cost
            cost += BOX_ON_BOX * overlap(place, self.boxes[node], point, self.boxes[i])
            for other, edge in ends:
                cost += self._on_box(node, other, edge, i)
        for pair in self.words:
            if node not in pair:
                if cost > limit:
                    return cost
                cost += self._beside(node, place, ends, pair)
        return cost

    def _on_box(self, node: int, other: int, edge: Segment, i: int) -> float:
        """What an edge of the node and its words cost on box `i`."""
        words = self.words[min(node, other), max(node, other)]
        cost = WORDS_ON_BOX * (overlap(middle(edge), words, self.points[i], self.boxes[i]) > 0)
        return cost + EDGE_ON_BOX * (i != other and passes(edge, self.points[i], self.boxes[i]))

    def _beside(self, node: int, place: Point, ends: list[tuple[int, Segment]], pair: Pair) -> float:
        """What another edge costs: through the node's box, across its edges, through their words."""
        edge = self._end(pair[0], self.points[pair[0]]), self._end(pair[1], self.points[pair[1]])
        cost = EDGE_ON_BOX * passes(edge, place, self.boxes[node])
        cost += WORDS_ON_BOX * (overlap(middle(edge), self.words[pair], place, self.boxes[node]) > 0)
        for other, own in ends:
            words = self.words[min(node, other), max(node, other)]
            cost += WORDS_ON_EDGE * passes(edge, middle(own), words)
            cost += CROSSING * (other not in pair and crosses(own, edge))
        return cost

    def _end(self, i: int, point: Point) -> Point:
        """Where the edges of a box end when it stands at a point."""
        return point[0], point[1] - self.boxes[i].rise


def _stacked(above: Box | None, words: Box) -> Box:
    """Room for the words of parallel edges."""
    return Box(max(above.width, words.width) + ASIDE, above.height + words.height) if above else words


def _need(box: Box, other: Box, words: Box, across: float, down: float) -> float:
    """How long an edge in this direction has to be, so that its words fit between its boxes."""
    room_across = (box.width + other.width) / 2 + words.width
    room_down = (box.height + other.height) / 2 + words.height
    return min(room_across / max(abs(across), 1e-6), room_down / max(abs(down), 1e-6))
