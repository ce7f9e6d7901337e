"""Where things lie in the output folder, and how files are written: whole or not at all, or through to an open end."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import GraphMissing, OutputUnwritable, StoreError

_OURS = re.compile(r"\.(graph.*|statements\.jsonl)\.\d+(-\d+)?\.new")
"""Half-written files of kg among those of people."""
_numbers = count()


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
    def edits(self) -> Path:
        return self.store / "edits.yml"

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

    def tidy(self) -> None:
        """Removes what builds that were killed have left: half-written files beside those of a build."""
        for folder in (self.root, self.store, self.documents):
            for path in folder.glob(".*.new"):
                if folder != self.root or _OURS.fullmatch(path.name):
                    path.unlink(missing_ok=True)


class Replacement:
    """Files that take the place of others together: all are written beside them first, then put there one by one.

    What was not put is removed when the block ends; the old files are as they were.
    """

    def __init__(self) -> None:
        self._staged: list[tuple[Path, Path]] = []
        self._number = next(_numbers)

    def __enter__(self) -> Replacement:
        return self

    def __exit__(self, *_: object) -> None:
        for beside, _path in self._staged:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def stage(self, path: Path, content: bytes) -> None:
        """Writes `content` beside `path`, or beside its target if it is a link. OutputUnwritable."""
        target = Path(os.path.realpath(path))
        beside = target.with_name(f".{target.name}.{os.getpid()}-{self._number}.new")
        self._staged.append((beside, target))
        try:
            if target.exists() and not target.is_file():
                raise OSError(errno.EEXIST, "there is something that is no file")
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
            with suppress(FileNotFoundError):
                shutil.copymode(target, beside)
        except OSError as error:
            raise unwritable(path, error) from error

    def put(self) -> None:
        """Puts the files in their places, in the order in which they came. OutputUnwritable."""
        for beside, path in self._staged:
            try:
                beside.replace(path)
            except OSError as error:
                raise unwritable(path, error) from error
        self._staged.clear()


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` beside `path` and puts it in its place, or its target's if it is a link. OutputUnwritable."""
    with Replacement() as files:
        files.stage(path, content)
        files.put()


def write_through(path: Path, content: bytes) -> None:
    """Writes where a person wants it: a plain file is replaced whole or not at all, all else is written into.

    Into a device, a pipe and what stands for an open file, such as ``/dev/stdout``, the bytes are poured. Raises
    OutputUnwritable; BrokenPipeError where a pipe's reader is gone.
    """
    if not _is_open_end(path):
        write_whole(path, content)
        return
    try:
        with path.open("ab") as end:  # nothing is cut off from what a shell's ">>" has there already
            end.write(content)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from error


def _is_open_end(path: Path) -> bool:
    """Whether this is no plain file, or a name for a file that is open already."""
    folder = os.path.realpath(path.parent)
    if folder == "/dev" or re.fullmatch(r"/proc/\d+/fd", folder):
        return path.exists()
    return path.exists() and not path.is_file() and not path.is_dir()


def unwritable(path: Path, error: OSError) -> OutputUnwritable:
    """The error to raise for `error`, in one line."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return OutputUnwritable(f"the disk of {path} is full; make room and do it again (what was there is unchanged)")
    return OutputUnwritable(f"cannot write {path}: {error.strerror or error}; name another place with -o")
