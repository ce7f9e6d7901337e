"""What the code, the words and the models are, as one hash: a change of any makes old results stale."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_LEFT_OUT = frozenset({".pyc", ".pyi"})


@cache
def fingerprint(rooms: tuple[str, ...], packages: tuple[str, ...] = ()) -> str:
    """SHA-256 over all files of these rooms of kg, the ontology, and the versions of other packages.

    A room is a folder or a module, by its path without the ending; ValueError for one that kg does not have.
    """
    digest = hashlib.sha256()
    for name, path in sorted(_files(rooms)):
        digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for package in sorted(packages):
        digest.update(f"{package}={_version(package)}\0".encode())
    return digest.hexdigest()


def _files(rooms: Iterable[str]) -> Iterator[tuple[str, Path]]:
    packaged = _PACKAGE / "_ontologies"
    ontologies = packaged if packaged.is_dir() else _PACKAGE.parent / "ontologies"
    for room, folder in (*((room, _PACKAGE / room) for room in rooms), ("ontologies", ontologies)):
        single = folder.with_suffix(".py")
        if not folder.is_dir() and not single.is_file():
            raise ValueError(f"kg has no room {room!r}; results would never be found stale")
        inside = folder.rglob("*") if folder.is_dir() else [single]
        for path in inside:
            if path.is_file() and path.suffix not in _LEFT_OUT:
                yield f"{room}/{path.relative_to(folder.parent).as_posix()}", path


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
