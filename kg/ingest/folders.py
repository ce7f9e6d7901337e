"""What lies in a folder: the files that are read, and what is not, by kind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.ingest import jsonl
from kg.ingest.formats import FORMATS, SIDECARS

READ = (*FORMATS, *jsonl.ENDINGS)
_GRAPH = "store/manifest.json"  # a folder with it is a graph that kg has built


@dataclass(slots=True)
class Inside:
    """The files that are read, sorted; of those that are not, the kind; folders that cannot be looked into."""

    files: list[Path] = field(default_factory=list)
    unread: dict[Path, str] = field(default_factory=dict)
    closed: list[OSError] = field(default_factory=list)


def look_into(folder: Path, *, skip: Path | None) -> Inside:
    """Looks through the folder and those in it; hidden ones, `skip` and graphs aside, and not through links."""
    found = Inside()
    for root, folders, names in os.walk(folder, onerror=found.closed.append):
        at = Path(root)
        if (skip and at.resolve() == skip) or (at != folder and (at / _GRAPH).is_file()):
            folders[:] = []
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.unread.update({at / name: "link to a folder" for name in folders if (at / name).is_symlink()})
        for path in _shown(at, names):
            if not path.is_file():
                found.unread[path] = "special file" if path.exists() else "broken link"
            elif path.name.lower().endswith(READ):
                found.files.append(path)
            elif not is_sidecar(path):
                found.unread[path] = ending(path) or "without ending"
    found.files.sort()
    return found


def is_sidecar(path: Path) -> bool:
    """Whether the file is the metadata of an article beside it."""
    return path.suffix.lower() in SIDECARS and any(path.with_suffix(article).is_file() for article in _endings(path))


def ending(path: Path) -> str:
    """The ending without its dot, in lower case."""
    return path.suffix[1:].lower()


def _endings(path: Path) -> set[str]:
    """Endings of articles in small letters, and as the files beside `path` have them."""
    beside = {other.suffix for other in path.parent.glob(f"{_literal(path.stem)}.*")}
    return {suffix for suffix in beside if suffix.lower() in FORMATS}


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _shown(folder: Path, names: list[str]) -> Iterator[Path]:
    return (folder / name for name in sorted(names) if not name.startswith("."))
