"""What a build was made from and what it made, so that the next one knows whether there is anything to do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kg.model import Failure
from kg.workspace.folder import Workspace, write_whole


@dataclass(frozen=True, slots=True)
class Manifest:
    """`articles` are pairs of article id and key of its finished document; `outputs` of file name and SHA-256.

    `made_by` stands for the code that resolves and writes, `options` for what it was told.
    """

    articles: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]
    made_by: str
    options: tuple[tuple[str, str], ...] = ()
    outputs: tuple[tuple[str, str], ...] = ()
    entities: int = 0
    statements: int = 0

    @classmethod
    def read(cls, workspace: Workspace) -> Manifest | None:
        """The manifest of the last build; None where there is none that this version of kg can read."""
        try:
            return msgspec.json.decode(workspace.manifest.read_bytes(), type=cls)
        except (OSError, msgspec.DecodeError):
            return None

    def write(self, workspace: Workspace) -> None:
        write_whole(workspace.manifest, msgspec.json.format(msgspec.json.encode(self)) + b"\n")

    def same_input(self, other: Manifest) -> bool:
        """Whether the other was made from the same articles by the same code with the same options."""
        ours, theirs = (
            (sorted(m.articles), sorted(f.reason for f in m.failures), m.made_by, m.options) for m in (self, other)
        )
        return ours == theirs

    def intact(self, workspace: Workspace) -> bool:
        """Whether every file that was made is still there, unchanged."""
        return all(sha256(workspace.root / name) == digest for name, digest in self.outputs)


def sha256(path: Path) -> str:
    """SHA-256 of a file, hexadecimal; "" where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
