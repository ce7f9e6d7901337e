"""Finished articles on disk, one file each, so that a build only reads what is new.

The key is a hash of the article, its metadata and of everything that read it; a key never means two things.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from kg.model import Article, Document, Failure
from kg.workspace.folder import write_whole


@dataclass(frozen=True, slots=True)
class Finished:
    """A document without its syntax, or the failure it ended in; how many sentences and words were read."""

    document: Document | None = None
    failure: Failure | None = None
    sentences: int = 0
    words: int = 0

    @classmethod
    def of(cls, document: Document) -> Finished:
        words = sum(len(sentence.tokens) for sentence in document.sentences)
        return cls(document.without_syntax(), None, len(document.sentences), words)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file: what was finished, as JSON, and the digest of that, since a damaged file may be JSON all the same."""

    digest: str
    finished: msgspec.Raw


class DocumentCache:
    """The folder of finished articles of one `version` of everything that reads them."""

    def __init__(self, folder: Path, *, version: str = "") -> None:
        self.folder = folder
        self.version = version

    def key(self, article: Article) -> str:
        """Sixty-four hexadecimal digits: the article with all that is known of it, and the version."""
        about = msgspec.json.encode(replace(article, text=""))
        return hashlib.sha256(b"\0".join((about, article.digest.encode(), self.version.encode()))).hexdigest()

    def get(self, key: str) -> Finished | None:
        """What was finished under `key`; None where nothing was, or where the file is damaged."""
        try:
            kept = msgspec.json.decode(self._path(key).read_bytes(), type=_Kept)
            return msgspec.json.decode(kept.finished, type=Finished) if _digest(kept.finished) == kept.digest else None
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, finished: Finished) -> None:
        """Keeps `finished`. OutputUnwritable."""
        content = msgspec.json.encode(finished)
        write_whole(self._path(key), msgspec.json.encode(_Kept(_digest(content), msgspec.Raw(content))))

    def keep_only(self, keys: Container[str]) -> None:
        """Forgets every article but these."""
        for path in self.folder.glob("*.json"):
            if path.stem not in keys and not path.is_dir():
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _digest(content: bytes | msgspec.Raw) -> str:
    return hashlib.sha256(bytes(content)).hexdigest()
