"""One state of the graph on disk: N-Quads, one file an article, and a RocksDB made of them.

FOLDER/nquads/         the durable form: resolved.nq and a file an article
FOLDER/oxigraph/       made from it whenever it is missing, stale or broken
FOLDER/oxigraph.json   what it was made from, and its own digest
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from kg.errors import StoreError

_LOADED = 4_000_000
"""Bytes of quads loaded at once: as fast as all of them, and in a third of the memory."""
_SCRIBBLED = frozenset({"LOCK", "LOG"})
"""Files of a RocksDB that hold nothing."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the graph: its folder, the base of its IRIs, and the digest of its N-Quads ("" where unknown)."""

    folder: Path
    base: str
    digest: str = ""

    @property
    def nquads(self) -> Path:
        return self.folder / "nquads"

    @property
    def oxigraph(self) -> Path:
        return self.folder / "oxigraph"

    @property
    def stamp(self) -> Path:
        return self.folder / "oxigraph.json"

    def files(self) -> list[Path]:
        """The N-Quads files, sorted."""
        return sorted(self.nquads.glob("*.nq"))

    def quads(self) -> Iterator[Quad]:
        """All quads of the durable form. Raises StoreError where a file is broken."""
        for file in self.files():
            try:
                yield from pyoxigraph.parse(path=str(file), format=RdfFormat.N_QUADS)
            except (SyntaxError, OSError) as error:
                raise StoreError(f"{file} cannot be read ({reason(error)}); build the graph again") from error

    def batches(self) -> Iterator[bytes]:
        """The files' contents, as many together as are loaded at once. Raises StoreError."""
        batch: list[bytes] = []
        for file in self.files():
            try:
                batch.append(file.read_bytes())
            except OSError as error:
                raise StoreError(f"{file} cannot be read ({reason(error)}); build the graph again") from error
            if sum(map(len, batch)) > _LOADED:
                yield b"".join(batch)
                batch.clear()
        yield b"".join(batch)

    def digest_now(self) -> str:
        """SHA-256 of the N-Quads as they are. Raises OSError."""
        return _digest(self.files())

    def check(self) -> None:
        """Raises StoreError where the N-Quads are not those that were written."""
        try:
            whole = not self.digest or self.digest_now() == self.digest
        except OSError as error:
            raise StoreError(f"{self.nquads} cannot be read ({reason(error)}); build the graph again") from error
        if not whole:
            raise StoreError(f"{self.nquads} was damaged or edited after it was built; build the graph again")

    def mark_fresh(self) -> None:
        """Notes what the RocksDB was made from, and what it is."""
        self.stamp.write_text(json.dumps({"files": self._listing(), "oxigraph": self._oxigraph_now()}))

    def is_fresh(self) -> bool:
        """Whether there is a RocksDB, of the N-Quads as they are by name, size and time."""
        try:
            return self.oxigraph.is_dir() and self._stamped()["files"] == self._listing()
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def is_whole(self) -> bool:
        """Whether everything is as it was written, to the byte."""
        try:
            unchanged = self.digest_now() == self.digest and self._stamped()["oxigraph"] == self._oxigraph_now()
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return unchanged and self.is_fresh()

    def _stamped(self) -> Any:
        return json.loads(self.stamp.read_bytes())

    def _listing(self) -> list[list[str | int]]:
        states = ((file.name, file.stat()) for file in self.files())
        return [[name, state.st_size, state.st_mtime_ns] for name, state in states]

    def _oxigraph_now(self) -> str:
        return _digest(sorted(file for file in self.oxigraph.iterdir() if file.name not in _SCRIBBLED))


def reason(error: Exception) -> str:
    """The first line of what went wrong."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return text.splitlines()[0]


def _digest(files: Iterable[Path]) -> str:
    content = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            content.update(f"{path.name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return content.hexdigest()
