"""The graph on disk: N-Quads, one file an article, as the durable form, and a RocksDB made of them to be asked.

    FOLDER/current.json            which generation is the graph, and the base of its IRIs
    FOLDER/<digest>/nquads/        the durable form: resolved.nq and a file an article
    FOLDER/<digest>/oxigraph/      made from it whenever it is missing, stale or broken

A generation is never changed once it is there: a build writes the next one beside it and then points to it. So the
graph is always whole, readers are never disturbed, and what goes wrong in between leaves the old graph as it was. The
generation before stays until the next build, for those who still read it.
"""

from __future__ import annotations

import errno
import filecmp
import hashlib
import json
import os
import shutil
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph
from filelock import FileLock, Timeout
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg.errors import GraphMissing, StoreError
from kg.model import KnowledgeGraph
from kg.rdf.blocks import Block
from kg.rdf.describe import describe
from kg.rdf.namespaces import BASE, Names, digest, local_name
from kg.rdf.read import read_graph

_BROKEN = (OSError, RuntimeError)
"""What pyoxigraph raises for a RocksDB that it cannot read."""
_BUFFERED = 16_000_000
"""Characters kept back before they are written to the files that they belong to."""
_LOADED = 4_000_000
"""Bytes of quads loaded at once: as fast as all of them, and in a third of the memory."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the graph: its folder and the base of its IRIs."""

    folder: Path
    base: str

    @property
    def nquads(self) -> Path:
        return self.folder / "nquads"

    @property
    def oxigraph(self) -> Path:
        return self.folder / "oxigraph"

    @property
    def stamp(self) -> Path:
        """What the RocksDB was made from; it is stale when the files are others."""
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
                raise StoreError(f"{file} cannot be read ({_reason(error)}); build the graph again") from error

    def batches(self) -> Iterator[bytes]:
        """The files' contents, as many together as are loaded at once. Raises StoreError."""
        batch: list[bytes] = []
        for file in self.files():
            try:
                batch.append(file.read_bytes())
            except OSError as error:
                raise StoreError(f"{file} cannot be read ({_reason(error)}); build the graph again") from error
            if sum(map(len, batch)) > _LOADED:
                yield b"".join(batch)
                batch.clear()
        yield b"".join(batch)

    def listing(self) -> str:
        """Names, sizes and times of the files: what must be the same for the RocksDB to be theirs."""
        states = ((file.name, file.stat()) for file in self.files())
        return json.dumps([[name, state.st_size, state.st_mtime_ns] for name, state in states])

    def is_fresh(self) -> bool:
        try:
            return self.oxigraph.is_dir() and self.stamp.read_text() == self.listing()
        except OSError:
            return False


class GraphStore:
    """The graph kept in `folder`. One process writes at a time; any number read, also while it writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> Generation:
        """The graph as it is now. Raises GraphMissing where there is none, StoreError where it is broken."""
        pointer = self.folder / "current.json"
        try:
            found = json.loads(pointer.read_bytes())
            generation = Generation(self.folder / found["generation"], found["base"])
        except FileNotFoundError as error:
            raise GraphMissing(f"there is no graph in {self.folder}; build one with: kg build") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{pointer} cannot be read ({_reason(error)}); build the graph again") from error
        if not generation.files():
            raise StoreError(f"the graph in {self.folder} has lost its files; build it again")
        return generation

    def write(self, graph: KnowledgeGraph, *, base: str = BASE) -> bool:
        """Makes `graph` the graph of this store; False if it is that already.

        Raises StoreError when another process is writing, the disk is full or cannot be written; the old graph stays.
        """
        with self._writing(), self._scratch() as folder:
            made = Generation(folder, base)
            names = Names(base)
            name = _write_nquads(describe(graph, names), made.nquads, names)
            if self._holds(made):
                return False
            _load(made, made.oxigraph)
            made.stamp.write_text(made.listing())
            target = self.folder / name
            _remove(target)
            folder.rename(target)
            self._point(name, base)
            return True

    def open(self) -> Store:
        """The graph to be asked: a snapshot that later builds do not touch.

        The RocksDB is made anew where it is missing, stale or broken; in memory where that cannot be written. Raises
        GraphMissing, StoreError.
        """
        generation = self.current()
        if not generation.is_fresh():
            return self._restored(generation)
        try:
            return Store.read_only(str(generation.oxigraph))
        except _BROKEN:
            return self._restored(generation)

    def rebuild(self) -> None:
        """Makes the RocksDB anew from the N-Quads. Raises GraphMissing, StoreError."""
        with self._writing():
            _replace_oxigraph(self.current(), self.folder / ".oxigraph")

    def read(self) -> KnowledgeGraph:
        """The graph as a plain value. Raises GraphMissing, StoreError."""
        generation = self.current()
        return read_graph(generation.quads(), base=generation.base)

    def _restored(self, generation: Generation) -> Store:
        try:
            self.rebuild()
            return Store.read_only(str(generation.oxigraph))
        except (StoreError, *_BROKEN):  # someone else writes, or nobody may: the graph itself is still there
            store = Store()
            store.bulk_extend(generation.quads())
            return store

    def _holds(self, made: Generation) -> bool:
        """Whether the graph is this one already, file by file, and whole."""
        try:
            now = self.current()
        except (GraphMissing, StoreError):
            return False
        names = [file.name for file in made.files()]
        if now.base != made.base or not now.is_fresh() or names != [file.name for file in now.files()]:
            return False
        return filecmp.cmpfiles(made.nquads, now.nquads, names, shallow=False)[0] == names

    def _point(self, name: str, base: str) -> None:
        """Makes the generation `name` the graph, and removes all others but the one that was it until now."""
        pointer, beside = self.folder / "current.json", self.folder / ".current.json"
        try:
            before = self.current().folder.name
        except (GraphMissing, StoreError):
            before = name
        beside.write_text(json.dumps({"generation": name, "base": base}) + "\n")
        beside.replace(pointer)
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder.name not in {name, before}:
                _remove(folder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keeps other writers out, and tells what goes wrong in one line."""
        lock = FileLock(self.folder / "lock")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with lock.acquire(timeout=0):
                yield
        except Timeout as error:
            raise StoreError(f"another process is writing to {self.folder}; try again when it is done") from error
        except OSError as error:
            raise _told(error, self.folder) from error

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """An empty folder to write to, gone afterwards unless it was renamed; what a crash left in it is removed."""
        folder = self.folder / ".new"
        _remove(folder)
        try:
            folder.mkdir()
            yield folder
        finally:
            _remove(folder)


def _write_nquads(blocks: Iterable[Block], folder: Path, names: Names) -> str:
    """Writes a file an article and ``resolved.nq``; returns the digest of it all."""
    folder.mkdir()
    content = hashlib.sha256(names.base.encode())
    waiting: dict[str, list[str]] = defaultdict(list)
    size = 0
    for block in blocks:
        subject = str(block.subject)
        for graph, properties in block.parts:
            lines = "".join([f"{subject} {predicate} {value} {graph} .\n" for predicate, value in properties])
            content.update(lines.encode())
            waiting[_file_name(graph, names)].append(lines)
            size += len(lines)
        if size > _BUFFERED:
            _append(waiting, folder)
            size = 0
    _append(waiting, folder)
    (folder / "resolved.nq").touch()
    return content.hexdigest()[:16]


def _append(waiting: dict[str, list[str]], folder: Path) -> None:
    for name, lines in waiting.items():
        with (folder / name).open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
    waiting.clear()


@lru_cache(maxsize=1024)
def _file_name(graph: NamedNode, names: Names) -> str:
    """A file for a named graph, whatever the article's id: short, and another one where only the case differs."""
    article = names.local(graph.value, "art")
    return "resolved.nq" if article is None else f"{local_name(article)[:40]}-{digest(article)[:12]}.nq"


def _load(generation: Generation, folder: Path) -> None:
    """Makes a RocksDB of the generation's quads in `folder`, where there is none."""
    store = Store(str(folder))
    try:
        for some in generation.batches():
            store.bulk_load(input=some, format=RdfFormat.N_QUADS)
    except (SyntaxError, OSError):
        deque(generation.quads(), maxlen=0)  # says which file is broken
        raise
    store.flush()  # and it is closed when nothing refers to it any more


def _replace_oxigraph(generation: Generation, scratch: Path) -> None:
    _remove(scratch)
    try:
        _load(generation, scratch)
        generation.stamp.unlink(missing_ok=True)
        _remove(generation.oxigraph)
        scratch.rename(generation.oxigraph)
        generation.stamp.write_text(generation.listing())
    finally:
        _remove(scratch)


def _remove(path: Path) -> None:
    """Takes away a folder or a file, if it is there and can be."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _told(error: OSError, folder: Path) -> StoreError:
    reason = _reason(error)
    if error.errno in {errno.ENOSPC, errno.EDQUOT} or os.strerror(errno.ENOSPC) in reason:
        return StoreError(f"the disk of {folder} is full; make room and build again (the old graph is unchanged)")
    return StoreError(f"cannot write {folder}: {reason}; name another folder with -o")


def _reason(error: Exception) -> str:
    """The first line of what went wrong."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return text.splitlines()[0]
