"""Room for boxes, and pushing apart those that overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

ROUNDS = 80


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
    """The points moved until no two boxes overlap, or `ROUNDS` times at most; each pair gives way along its shorter way."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(ROUNDS):
        moved = False
        for i, j, over_x, over_y in _overlaps(xs, ys, boxes):
            moved = True
            if over_x < over_y:
                push = over_x / 2 if (xs[i], i) < (xs[j], j) else -over_x / 2
                xs[i], xs[j] = xs[i] - push, xs[j] + push
            else:
                push = over_y / 2 if (ys[i], i) < (ys[j], j) else -over_y / 2
                ys[i], ys[j] = ys[i] - push, ys[j] + push
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _overlaps(xs: list[float], ys: list[float], boxes: Sequence[Box]) -> Iterator[tuple[int, int, float, float]]:
    """Pairs of overlapping boxes and by how much, left to right; what the caller moves meanwhile is taken into account."""
    order = sorted(range(len(xs)), key=lambda i: (xs[i] - boxes[i].width / 2, i))
    for rank, i in enumerate(order):
        edge = xs[i] + boxes[i].width / 2
        for j in order[rank + 1 :]:
            if xs[j] - boxes[j].width / 2 >= edge:
                break
            over_y = (boxes[i].height + boxes[j].height) / 2 - abs(ys[i] - ys[j])
            over_x = (boxes[i].width + boxes[j].width) / 2 - abs(xs[i] - xs[j])
            if over_x > 0.5 and over_y > 0.5:
                yield i, j, over_x, over_y
