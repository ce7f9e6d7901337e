"""The file of what people have decided about who is who: read, checked, kept with the graph and replayed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kg.errors import NotYaml, UsageError
from kg.model import Entity
from kg.nearest import suggestion
from kg.plain_yaml import Plain, plain_yaml
from kg.resolve import Edits, Resolution
from kg.resolve.edits import Pair
from kg.workspace import Manifest, Workspace

_KEYS = ("same", "different")
_FORM = "write: same: [[Id, Id]], different: [[Id, Id]]"


@dataclass(frozen=True, slots=True)
class Decided:
    """Edits and the file that they are from, as people wrote it; `given` for this build, or kept from earlier."""

    edits: Edits = Edits()
    content: bytes = b""
    given: bool = True

    def notes(self) -> Iterator[str]:
        if self.content and not self.given:
            same, different = len(self.edits.same), len(self.edits.different)
            yield (
                f"the edits kept with the graph are replayed ({same:,} the same, {different:,} different); "
                "--edits FILE replaces them, --no-edits drops them"
            )


def decided(workspace: Workspace, last: Manifest | None, *, path: Path | None, forget: bool) -> Decided:
    """The edits of the file at `path`; else those that were kept at the last build, unless they are to be forgotten.

    Raises UsageError for a file that does not say what it should.
    """
    if path or forget:
        content = _content(path) if path else b""
        return Decided(read_edits(content, str(path)), content)
    kept = workspace.edits
    if kept.exists():
        content = _content(kept)
        return Decided(read_edits(content, str(kept)), content, given=False)
    remembered = dict(last.options).get("edits", "") if last else ""
    edits = read_edits(remembered.encode(), str(workspace.manifest))
    return Decided(edits, msgspec.yaml.encode(edits), given=False) if edits.ids() else Decided()


def read_edits(content: bytes, name: str) -> Edits:
    """What a file of this name decides: YAML with pairs of entity ids. UsageError, which names the place."""
    try:
        found = plain_yaml(content) or {}
    except NotYaml as error:
        raise UsageError(f"{name}: {error}; {_FORM}") from error
    if not isinstance(found, Mapping):
        raise UsageError(f"{name}: it is no list of keys; {_FORM}")
    for key in found:
        if key not in _KEYS:
            raise UsageError(f"{name}: unknown key {key!r}{suggestion(key, _KEYS, most=1)}; {_FORM}")
    pairs = {key: _pairs(f"{name}: {key}", [] if value == "" else value) for key, value in found.items()}
    both = {frozenset(pair) for pair in pairs.get("same", ())} & {frozenset(p) for p in pairs.get("different", ())}
    if both:
        raise UsageError(f"{name}: {' and '.join(sorted(min(both, key=sorted)))} are said to be the same and different")
    return Edits(**pairs)


def unknown(edits: Edits, made: Resolution) -> tuple[str, ...]:
    """A line for each id that names nothing in the graph, with the nearest that does."""
    handles = frozenset(handle for group in made.groups for handle in group.handles)
    strangers = sorted(edits.ids() - handles)
    return tuple(f"no entity has the id {key!r}{_meant(key, handles, made)}" for key in strangers)


def _meant(key: str, handles: Collection[str], made: Resolution) -> str:
    entities = made.graph.entities
    called = sorted(entity.id for entity in entities if _is_called(entity, key) and entity.id in handles)
    shown = [entity.id for entity in entities if entity.id in handles]
    return f"; did you mean {called[0]!r}?" if called else suggestion(key, shown, most=1)


def _is_called(entity: Entity, name: str) -> bool:
    """Whether it is a label or another name of the entity, where an id should be."""
    names = (*(label for _, label in entity.labels.entries), *entity.aliases)
    return name.casefold() in {each.casefold() for each in names}


def _pairs(where: str, found: Plain) -> tuple[Pair, ...]:
    if not isinstance(found, list):
        raise UsageError(f"{where}: {found!r} is no list of pairs; {_FORM}")
    return tuple(_pair(where, each) for each in found)


def _pair(where: str, found: Plain) -> Pair:
    ids = [key for key in found if isinstance(key, str) and key] if isinstance(found, list) else []
    if len(found) != 2 or len(ids) != 2:
        raise UsageError(f"{where}: {found!r} is no pair of ids; {_FORM}")
    if ids[0] == ids[1]:
        raise UsageError(f"{where}: {ids[0]!r} is named twice in one pair")
    return ids[0], ids[1]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}; {_FORM}") from error
