"""The graph on disk: N-Quads, one file an article, as the durable form, and a RocksDB made of them to be asked.

    FOLDER/current.json    which generation is the graph, the base of its IRIs, and the digest of its N-Quads
    FOLDER/<digest>/       a generation (`kg.rdf.generation`)

A generation is never changed once it is there: a build writes the next one beside it and then points to it. So the
graph is always whole, readers are never disturbed, and what goes wrong in between leaves the old graph as it was. The
generation before stays until the next build, for those who still read it. What was damaged or edited afterwards is told
to readers, and written again by the next build.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, count
from pathlib import Path

from filelock import FileLock, Timeout
from pyoxigraph import NamedNode, RdfFormat, Store

from kg.errors import GraphMissing, StoreError
from kg.model import KnowledgeGraph
from kg.rdf.blocks import Block
from kg.rdf.describe import describe
from kg.rdf.generation import Generation, reason
from kg.rdf.namespaces import BASE, Names, digest, local_name
from kg.rdf.read import read_graph

_BROKEN = (OSError, RuntimeError)
"""What pyoxigraph raises for a RocksDB that it cannot read."""
_BUFFERED = 16_000_000
"""Characters kept back before they are written to the files that they belong to."""
_LEFT = (".new", ".oxigraph", ".current.json")
"""What is written beside the graph, and left there where the process is killed."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A graph written beside that of the store, the digest of its N-Quads, and what makes it the graph.

    `put` returns False where it is the graph already, whole.
    """

    digest: str
    put: Callable[[], bool]


class GraphStore:
    """The graph kept in `folder`. One process writes at a time; any number read, also while it writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> Generation:
        """The graph as it is now. Raises GraphMissing where there is none, StoreError where it is broken."""
        pointer = self.folder / "current.json"
        try:
            found = json.loads(pointer.read_bytes())
            generation = Generation(self.folder / found["generation"], found["base"], found.get("digest", ""))
        except FileNotFoundError as error:
            raise GraphMissing(f"there is no graph in {self.folder}; build one with: kg build") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{pointer} cannot be read ({reason(error)}); build the graph again") from error
        if not generation.files():
            raise StoreError(f"the graph in {self.folder} has lost its files; build it again")
        return generation

    def write(self, graph: KnowledgeGraph, *, base: str = BASE) -> bool:
        """Makes `graph` the graph of this store; False if it is that already.

        Raises StoreError when another process is writing, the disk is full or cannot be written; the old graph stays.
        """
        with self.prepared(graph, base=base) as prepared:
            return prepared.put()

    @contextmanager
    def prepared(self, graph: KnowledgeGraph, *, base: str = BASE) -> Iterator[Prepared]:
        """Writes `graph` beside the graph of this store, to be put in its place before the block ends.

        Whoever does not put it leaves everything as it was. Raises as `write` does.
        """
        with self._writing(), self._scratch() as folder:
            names = Names(base)
            name = _write_nquads(describe(graph, names), folder / "nquads", names)
            made = Generation(folder, base)
            made = replace(made, digest=made.digest_now())
            if self._holds(made):
                yield Prepared(made.digest, lambda: False)
                return
            _load(made, made.oxigraph)
            made.mark_fresh()
            target = self._free(name)
            pointer = {"generation": target.name, "base": base, "digest": made.digest}
            (self.folder / ".current.json").write_text(json.dumps(pointer) + "\n")
            yield Prepared(made.digest, lambda: self._put(made, target))

    def open(self, *, edited: bool = False) -> Store:
        """The graph to be asked: a snapshot that later builds do not touch.

        The RocksDB is made anew where it is missing, stale or broken; in memory where that cannot be written. Raises
        GraphMissing, and StoreError, also where the N-Quads are not those that were written, unless `edited`.
        """
        generation = self.current()
        if generation.is_fresh():
            with suppress(*_BROKEN):
                return Store.read_only(str(generation.oxigraph))
        if not edited:
            generation.check()
        return self._restored(generation, edited=edited)

    def rebuild(self) -> None:
        """Makes the RocksDB anew from the N-Quads. Raises GraphMissing, StoreError."""
        generation = self.current()
        generation.check()
        with self._writing():
            _replace_oxigraph(generation, self.folder / ".oxigraph")

    def is_whole(self) -> bool:
        """Whether the graph is as it was written, to the byte. This takes as long as reading its files."""
        try:
            return self.current().is_whole()
        except (GraphMissing, StoreError):
            return False

    def tidy(self) -> None:
        """Removes what writers that were killed have left. StoreError."""
        with self._writing():
            pass

    def read(self) -> KnowledgeGraph:
        """The graph as a plain value. Raises GraphMissing, StoreError."""
        generation = self.current()
        if not generation.is_fresh():
            generation.check()
        return read_graph(generation.quads(), base=generation.base)

    def _restored(self, generation: Generation, *, edited: bool) -> Store:
        if not edited:
            with suppress(StoreError, *_BROKEN):
                self.rebuild()
                return Store.read_only(str(generation.oxigraph))
        store = Store()  # someone else writes, or nobody may: the graph itself is still there
        store.bulk_extend(generation.quads())
        return store

    def _holds(self, made: Generation) -> bool:
        """Whether the graph is this one already, and whole."""
        try:
            now = self.current()
        except (GraphMissing, StoreError):
            return False
        return (now.base, now.digest) == (made.base, made.digest) and now.is_whole()

    def _free(self, name: str) -> Path:
        """A folder for a generation; one of this name that is there stays for those who read it."""
        names = chain([name], (f"{name}-{number}" for number in count(2)))
        return next(folder for each in names if not (folder := self.folder / each).exists())

    def _put(self, made: Generation, target: Path) -> bool:
        """Makes the generation the graph, and removes all others but the one that was it until now."""
        try:
            before = self.current().folder.name
        except (GraphMissing, StoreError):
            before = target.name
        made.folder.rename(target)
        (self.folder / ".current.json").replace(self.folder / "current.json")
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder.name not in {target.name, before}:
                _remove(folder)
        return True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keeps other writers out, and tells what goes wrong in one line."""
        lock = FileLock(self.folder / "lock")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with lock.acquire(timeout=0):
                self._remove_left()
                yield
        except Timeout as error:
            raise StoreError(f"another process is writing to {self.folder}; try again when it is done") from error
        except OSError as error:
            raise _told(error, self.folder) from error

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """An empty folder to write to, gone afterwards unless it was renamed."""
        folder = self.folder / ".new"
        try:
            folder.mkdir()
            yield folder
        finally:
            self._remove_left()

    def _remove_left(self) -> None:
        for name in _LEFT:
            _remove(self.folder / name)


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
        generation.mark_fresh()
    finally:
        _remove(scratch)


def _remove(path: Path) -> None:
    """Takes away a folder or a file, if it is there and can be."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _told(error: OSError, folder: Path) -> StoreError:
    why = reason(error)
    if error.errno in {errno.ENOSPC, errno.EDQUOT} or os.strerror(errno.ENOSPC) in why:
        return StoreError(f"the disk of {folder} is full; make room and build again (the old graph is unchanged)")
    return StoreError(f"cannot write {folder}: {why}; name another folder with -d")
