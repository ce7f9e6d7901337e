"""Packing components on one sheet, small ones into the gaps of large ones.

Each is a set of cells of a grid, as polyominoes (Freivalds, Dogrusoz and Kikusts 2002); the largest lies in the middle,
every other as near to it as it fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil, floor, sqrt

from kg.view.spacing import Box, Extent, Point

CELL = 36.0  # pixels of a cell, in a small sheet
CELLS = 6000  # cells of a sheet, about

_ROW = 1 << 20  # cells of a row, more than a sheet ever has, so that a cell is one number and so is a move
Cells = frozenset[int]
Piece = tuple[Point, Box]


def pack(groups: Sequence[Sequence[Piece]], *, aspect: float) -> list[Point]:
    """By how much each group (centres and boxes, the largest group first) has to move.

    `aspect` is the width of the sheet to its height.
    """
    extents = [Extent.of([point for point, _ in group], [box for _, box in group]) for group in groups]
    cell = max(CELL, sqrt(sum(extent.width * extent.height for extent in extents) / CELLS))
    taken: set[int] = set()
    reached: dict[Cells, int] = {}
    moves = []
    for group, extent in zip(groups, extents, strict=True):
        centre = (extent.left + extent.right) / 2, (extent.top + extent.bottom) / 2
        cells = _cells(group, centre, cell)
        ring, (across, down) = _place(cells, taken, reached.get(cells, 0), aspect)
        reached[cells] = ring
        taken.update(map((across + down * _ROW).__add__, cells))
        moves.append((across * cell - centre[0], down * cell - centre[1]))
    return moves


def _cells(group: Sequence[Piece], centre: Point, cell: float) -> Cells:
    """The cells that boxes lie on, and those around them, when `centre` is the middle of cell (0, 0).

    Each as its column and as many times `_ROW` as its row.
    """
    found: set[int] = set()
    for (x, y), box in group:
        left, right = (x - centre[0] - box.width / 2) / cell, (x - centre[0] + box.width / 2) / cell
        top, bottom = (y - centre[1] - box.height / 2) / cell, (y - centre[1] + box.height / 2) / cell
        for column in range(floor(left), ceil(right) + 1):
            found.update(column + row * _ROW for row in range(floor(top), ceil(bottom) + 1))
    return frozenset(found)


def _place(cells: Cells, taken: set[int], ring: int, aspect: float) -> tuple[int, tuple[int, int]]:
    """The first free place from `ring` on, and its ring."""
    inmost = min(cells, key=lambda cell: (abs(cell), cell))  # where most is taken, so one look mostly tells
    while True:
        for across, down in _ring(ring, aspect):
            move = across + down * _ROW
            if inmost + move not in taken and taken.isdisjoint(map(move.__add__, cells)):
                return ring, (across, down)
        ring += 1


@lru_cache(maxsize=256)
def _ring(number: int, aspect: float) -> tuple[tuple[int, int], ...]:
    """Cells around the middle, `number` away from it up and down, and as many times `aspect` left and right."""
    return tuple(_around(number, aspect))


def _around(number: int, aspect: float) -> Iterator[tuple[int, int]]:
    wide, inner = round(number * aspect), round((number - 1) * aspect)
    for x in sorted(range(-wide, wide + 1), key=lambda x: (abs(x), x)):
        if abs(x) > inner:
            yield from ((x, y) for y in sorted(range(-number, number + 1), key=lambda y: (abs(y), y)))
        else:
            yield from {(x, number): None, (x, -number): None}
