"""What a build was made from and what it made, so that the next one knows whether there is anything to do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kg.errors import StoreError
from kg.model import Failure
from kg.workspace.folder import Workspace, write_whole

FORMAT = 1
"""Of the folder that a build writes; one more whenever an older kg would read it wrongly."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`articles` are pairs of article id and key of its finished document; `outputs` of file name and SHA-256.

    `made_by` stands for the code that resolves and writes, `options` for what it was told. `graph` is the digest of the
    store. `replacing` says that the files of one build are taking the place of another's.
    """

    articles: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]
    made_by: str
    options: tuple[tuple[str, str], ...] = ()
    outputs: tuple[tuple[str, str], ...] = ()
    entities: int = 0
    statements: int = 0
    graph: str = ""
    replacing: bool = False
    format: int = FORMAT

    @classmethod
    def read(cls, workspace: Workspace) -> Manifest | None:
        """The manifest of the last build; None where there is none, or it is damaged. StoreError for a newer one."""
        try:
            content = workspace.manifest.read_bytes()
            newer = msgspec.json.decode(content, type=_Format).format > FORMAT
            found = None if newer else msgspec.json.decode(content, type=cls)
        except (OSError, msgspec.DecodeError):
            return None
        if newer:
            raise StoreError(f"{workspace.root} was built by a newer kg; use that, or another folder with -d")
        return found

    @classmethod
    def opened(cls, workspace: Workspace) -> Manifest:
        """The manifest of a graph that is to be asked. GraphMissing, and StoreError where it is not whole."""
        found = cls.read(workspace.built())
        if found is None:
            raise StoreError(f"{workspace.manifest} is damaged; build the graph again")
        if found.replacing:
            raise StoreError(
                f"the files in {workspace.root} are being replaced, or a build was killed doing so; "
                "try again, and if it stays so build the graph again"
            )
        return found

    def encoded(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self)) + b"\n"

    def write(self, workspace: Workspace) -> None:
        """OutputUnwritable."""
        write_whole(workspace.manifest, self.encoded())

    def same_input(self, other: Manifest) -> bool:
        """Whether the other was made from the same articles by the same code with the same options."""
        ours, theirs = (
            (sorted(m.articles), sorted(f.reason for f in m.failures), m.made_by, m.options) for m in (self, other)
        )
        return ours == theirs

    def intact(self, workspace: Workspace) -> bool:
        """Whether every file that was made is still there, unchanged."""
        return all(sha256(workspace.root / name) == digest for name, digest in self.outputs)


@dataclass(frozen=True, slots=True)
class _Format:
    format: int = FORMAT


def sha256(path: Path) -> str:
    """SHA-256 of a file, hexadecimal; "" where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
