"""Boxes and segments in the plane: whether they meet."""

from __future__ import annotations

from typing import TypeAlias

from kg.view.spacing import Box, Point

Segment: TypeAlias = tuple[Point, Point]


def overlap(a: Point, box: Box, b: Point, other: Box) -> float:
    """How far two boxes reach into each other: 0 apart, 0.3 where they touch, up to 1 where one is within the other."""
    across = (box.width + other.width) / 2 - abs(a[0] - b[0])
    down = (box.height + other.height) / 2 - abs(a[1] - b[1])
    if across <= 0 or down <= 0:
        return 0.0
    across, down = min(across, box.width, other.width), min(down, box.height, other.height)
    return 0.3 + 0.7 * across * down / min(box.width * box.height, other.width * other.height)


def passes(segment: Segment, centre: Point, box: Box) -> bool:
    """Whether a segment goes through a box (Liang and Barsky 1984)."""
    (x, y), (to_x, to_y) = segment
    across, down = box.width / 2, box.height / 2
    if min(x, to_x) > centre[0] + across or max(x, to_x) < centre[0] - across:
        return False
    if min(y, to_y) > centre[1] + down or max(y, to_y) < centre[1] - down:
        return False
    enter, leave = 0.0, 1.0
    for start, way, low, high in (
        (x, to_x - x, centre[0] - across, centre[0] + across),
        (y, to_y - y, centre[1] - down, centre[1] + down),
    ):
        if abs(way) < 1e-9:
            if not low < start < high:
                return False
            continue
        first, last = (low - start) / way, (high - start) / way
        enter, leave = max(enter, min(first, last)), min(leave, max(first, last))
    return enter < leave


def crosses(a: Segment, b: Segment) -> bool:
    """Whether two segments cross."""
    return _side(a, b[0]) * _side(a, b[1]) < 0 and _side(b, a[0]) * _side(b, a[1]) < 0


def _side(line: Segment, point: Point) -> float:
    (x, y), (to_x, to_y) = line
    return (to_x - x) * (point[1] - y) - (to_y - y) * (point[0] - x)


def middle(segment: Segment) -> Point:
    return (segment[0][0] + segment[1][0]) / 2, (segment[0][1] + segment[1][1]) / 2
