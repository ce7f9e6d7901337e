"""Everything that can be named on the command line, as one stream of articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.ingest import files, jsonl, web
from kg.model import Article, Failure

_READ = (*files.TEXT, *files.HTML, *jsonl.ENDINGS)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One file or address, or a folder in which no article was found; `articles` is how many are announced in it."""

    location: str
    kind: str
    articles: int = 1


def expand(named: Iterable[str | os.PathLike[str]], *, skip: Path | None = None) -> tuple[Source, ...]:
    """Files and addresses behind the names, each once, sorted; folders are read through, hidden files and `skip` aside.

    UsageError for a name that does not exist, and where there is nothing to read in any of them.
    """
    found: set[Source] = set()
    for name in [os.fspath(name) for name in named]:
        found.update([Source(name, "url")] if web.is_address(name) else _local(Path(name), skip))
    if all(source.kind == "empty" for source in found):
        places = ", ".join(source.location for source in sorted(found)) or "nothing"
        raise UsageError(f"no article in {places}; name text, Markdown, HTML or .jsonl files, or a folder of them")
    return tuple(sorted(found))


def read(sources: Iterable[Source], *, language: str | None = None) -> Iterator[Article | Failure]:
    """Articles and failures in the order of `sources`, one at a time.

    `language` is that of articles whose metadata give none; without it, it is detected. An article that comes twice
    is given once; another one by the same id is a failure.
    """
    seen: dict[str, int] = {}
    for source in sources:
        for item in _items(source, language):
            if isinstance(item, Failure):
                yield item
            elif item.id not in seen:
                seen[item.id] = hash(item)
                yield item
            elif seen[item.id] != hash(item):
                yield Failure(source.location, f"the id {item.id!r} is taken by another article; give each its own")


def _local(path: Path, skip: Path | None) -> Iterator[Source]:
    if path.is_dir():
        inside = sorted(_walk(path, skip and skip.resolve()))
        yield from map(_file, inside)
        if not inside:
            yield Source(str(path), "empty", 0)
    elif path.exists():
        yield _file(path)
    else:
        raise UsageError(f"{path} does not exist; name a file, a folder or an address")


def _walk(folder: Path, skip: Path | None) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and (Path(root) / name).resolve() != skip]
        for name in names:
            path = Path(root) / name
            if name.lower().endswith(_READ) and not name.startswith(".") and path.is_file():
                yield path


def _file(path: Path) -> Source:
    if path.name.lower().endswith(jsonl.ENDINGS):
        return Source(str(path), "jsonl", jsonl.count_lines(path))
    return Source(str(path), "file")


def _items(source: Source, language: str | None) -> Iterator[Article | Failure]:
    if source.kind == "jsonl":
        yield from jsonl.read_lines(Path(source.location), language=language)
    elif source.kind == "url":
        yield web.read_address(source.location, language=language)
    elif source.kind == "file":
        yield files.read_file(Path(source.location), language=language)
    else:
        yield Failure(source.location, "no article in this folder; put text, Markdown, HTML or .jsonl files into it")
