"""What articles are called that have no id of their own: by their file's name, or its path where the name is taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.ingest import jsonl


def names(files: Iterable[Path]) -> Mapping[Path, str]:
    """A name for each of the files, which are different ones; the order in which they come does not matter.

    Files of one name are called by so many of the folders that they lie in as tell them apart, and with their endings
    where even that does not: none of them keeps the bare name, so that it never goes from one to another.
    """
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        groups[stem(path)].append(path)
    found: dict[Path, str] = {}
    for name, paths in groups.items():
        found.update({paths[0]: name} if len(paths) == 1 else _told_apart(paths))
    return found


def stem(path: Path) -> str:
    """The name without the ending."""
    return jsonl.stem(path.name) if path.name.lower().endswith(jsonl.ENDINGS) else path.stem


def _told_apart(paths: list[Path]) -> dict[Path, str]:
    whole = {path: path.resolve().parts for path in paths}
    bare = {path: (*parts[:-1], stem(path)) for path, parts in whole.items()}
    parts = bare if len(set(bare.values())) == len(paths) else whole
    depths = range(1, 1 + max(map(len, parts.values())))
    depth = next(n for n in depths if len({path[-n:] for path in parts.values()}) == len(paths))
    return {path: "/".join(parts[path][-depth:]) for path in paths}
