"""Where things lie in the output folder, and the one way to write them: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import GraphMissing, OutputUnwritable, StoreError


@dataclass(frozen=True, slots=True)
class Workspace:
    """The output folder `root`. Only `store` is kg's own; the files beside it are for people."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / "store"

    @property
    def triples(self) -> Path:
        return self.store / "graph"

    @property
    def documents(self) -> Path:
        return self.store / "documents"

    @property
    def manifest(self) -> Path:
        return self.store / "manifest.json"

    def built(self) -> Workspace:
        """This folder; GraphMissing where nothing has been built in it."""
        if not self.manifest.is_file():
            raise GraphMissing(f"there is no graph in {self.root}; build one with: kg build PATH -o {self.root}")
        return self

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Makes the folder and keeps other builds out of it. OutputUnwritable, StoreError."""
        lock = FileLock(self.store / "lock")
        try:
            self.documents.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(f"another build is writing to {self.root}; wait for it or use another folder") from error
        except OSError as error:
            raise unwritable(self.root, error) from error
        try:
            yield
        finally:
            lock.release()

    def write(self, name: str, content: bytes) -> None:
        """Writes the file `name` so that a reader sees the old one or the new one. OutputUnwritable."""
        write_whole(self.root / name, content)


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` beside `path` and puts it in its place. OutputUnwritable."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> OutputUnwritable:
    """The error to raise for `error`, in one line."""
    return OutputUnwritable(f"cannot write {path}: {error.strerror or error}; name another folder with -o")
