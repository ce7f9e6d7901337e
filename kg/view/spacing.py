"""Room for boxes, and pushing apart those that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

ASPECT = 1.15  # width to height of the sheet
ROUNDS = 80
SLACK = 0.5  # pixels that boxes may overlap


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height in pixels; a box stands around its centre, and its edges end `rise` above that."""

    width: float
    height: float
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two boxes, by their indices, and the room that its words need."""

    ends: tuple[int, int]
    words: Box


@dataclass(frozen=True, slots=True)
class Extent:
    """The rectangle around a group of boxes."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, points: Sequence[Point], boxes: Sequence[Box]) -> Extent:
        pairs = list(zip(points, boxes, strict=True))
        return cls(
            min(x - box.width / 2 for (x, _), box in pairs),
            min(y - box.height / 2 for (_, y), box in pairs),
            max(x + box.width / 2 for (x, _), box in pairs),
            max(y + box.height / 2 for (_, y), box in pairs),
        )

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def spread(points: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """The points moved until no two boxes overlap, or `ROUNDS` times at most; each pair parts the shorter way."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(ROUNDS):
        moved = False
        for i, j in _near(xs, ys, boxes):
            over_x = (boxes[i].width + boxes[j].width) / 2 - abs(xs[i] - xs[j])
            over_y = (boxes[i].height + boxes[j].height) / 2 - abs(ys[i] - ys[j])
            if over_x > SLACK and over_y > SLACK:
                moved = True
                _part(xs if over_x < over_y else ys, i, j, min(over_x, over_y) / 2)
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _part(values: list[float], i: int, j: int, push: float) -> None:
    """Moves two boxes apart along one way, by `push` each."""
    away = -push if (values[i], i) < (values[j], j) else push
    values[i], values[j] = values[i] + away, values[j] - away


def _near(xs: Sequence[float], ys: Sequence[float], boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Pairs of boxes that may overlap: those in the same or in neighbouring cells of a grid as wide as the widest."""
    wide, high = max(box.width for box in boxes), max(box.height for box in boxes)
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((floor(x / wide), floor(y / high)), []).append(i)
    pairs = []
    for (column, row), members in cells.items():
        pairs += [(i, j) for n, i in enumerate(members) for j in members[n + 1 :]]
        for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            beside = cells.get((column + step[0], row + step[1]), ())
            pairs += [(i, j) for i in members for j in beside]
    return pairs
