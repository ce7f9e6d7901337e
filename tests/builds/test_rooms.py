"""What results depend on: a change in any module that takes part in a build makes its old results stale."""

from __future__ import annotations

import grimp
import pytest

from kg.builds import articles, build
from kg.workspace import fingerprint

READ, MADE = articles._ROOMS, build._ROOMS


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("kg", cache_dir=None)


def left_out(imports: grimp.ImportGraph, module: str, rooms: tuple[str, ...]) -> set[str]:
    """The modules of kg that `module` imports, itself or through others, and that are in none of the rooms."""
    inside = tuple(f"kg.{room.replace('/', '.')}." for room in rooms)
    return {name for name in imports.find_upstream_modules(module) | {module} if not f"{name}.".startswith(inside)}


@pytest.mark.parametrize(
    ("module", "rooms"),
    [
        ("kg.builds.articles", READ),
        ("kg.builds.build", READ + MADE),  # what is read goes into a manifest by the keys of its articles
    ],
)
def test_rooms_cover_all_that_is_imported(imports: grimp.ImportGraph, module: str, rooms: tuple[str, ...]) -> None:
    assert left_out(imports, module, rooms) == set()


@pytest.mark.parametrize(
    ("room", "missed"), [("extract", "kg.extract.mentions.mentions"), ("builds/stages", "kg.builds.stages")]
)
def test_a_room_that_is_missing_is_seen(imports: grimp.ImportGraph, room: str, missed: str) -> None:
    assert missed in left_out(imports, "kg.builds.articles", tuple(name for name in READ if name != room))


@pytest.mark.parametrize("rooms", [READ, MADE])
def test_rooms_are_there_and_named_once(rooms: tuple[str, ...]) -> None:
    assert len(set(rooms)) == len(rooms)
    assert fingerprint(rooms)
