"""Everything that can be named on the command line, as one stream of articles."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import UsageError
from kg.ingest import files, folders, jsonl, naming, standard_input, web
from kg.ingest.formats import NOT_TEXT, READ
from kg.ingest.items import Found, Note, unread_note
from kg.model import Article, Failure

STANDARD_INPUT = "-"
_THINGS, _PLURAL = re.compile(r"\b(link|file)\b"), r"\1s"  # what is not read for what it is, and not for its ending


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One file or address, or what was named or found and is not read; `articles` is how many are announced in it.

    `name` is what its article is called where nothing else gives it an id; `told` is why it is not read, or for a
    source of kind "unread" which kind of file it is.
    """

    location: str
    kind: str
    articles: int = 1
    name: str = ""
    told: str = ""


def expand(named: Iterable[str | os.PathLike[str]], *, skip: Path | None = None) -> tuple[Source, ...]:
    """Files and addresses behind the names, each once, sorted; folders are read through, hidden files and `skip` aside.

    ``-`` is standard input. UsageError for a name that does not exist, and where there is nothing to read in any.
    """
    found: set[Source] = set()
    for name in [os.fspath(name) for name in named]:
        if name == STANDARD_INPUT:
            found.add(Source(name, "stdin", name="stdin"))
        else:
            found.update([Source(name, "url")] if web.is_address(name) else _local(Path(name), skip))
    sources = _named(sorted(found))
    if not any(source.kind in ("url", "stdin", "file", "jsonl") for source in sources):
        raise UsageError(_nothing(sources))
    return sources


def read(sources: Iterable[Source], *, language: str | None = None) -> Iterator[Article | Failure | Note]:
    """Articles and failures in the order of `sources`, one at a time, then notes on what was not read.

    `language` is that of articles whose metadata give none; without it, it is detected. An article that comes twice
    is given once; another one by the same id is a failure.
    """
    sources = tuple(sources)
    seen: dict[str, int] = {}
    unread: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        for item in _items(source, language):
            if isinstance(item, Failure):
                yield item
                continue
            article = item.article
            for key in item.unread:
                unread[key] = {min({source.location, *unread[key]})}
            if article.id not in seen:
                seen[article.id] = hash(article)
                yield article
            elif seen[article.id] != hash(article):
                yield Failure(source.location, f"the id {article.id!r} is taken by another article; give each its own")
    yield from _notes(sources)
    if unread:
        yield unread_note(unread)


def _local(path: Path, skip: Path | None) -> Iterator[Source]:
    if path.is_dir() and skip and path.resolve() == skip.resolve():
        yield Source(str(path), "graph", 0)
    elif path.is_dir():
        inside = folders.look_into(path, skip=skip and skip.resolve())
        yield from map(_file, inside.files)
        yield from (Source(str(other), "unread", 0, told=kind) for other, kind in inside.unread.items())
        yield from (Source(str(e.filename), "refused", told=f"cannot be read: {e.strerror}") for e in inside.closed)
        if not inside.files and not inside.closed:
            yield Source(str(path), "empty", 0)
    elif path.is_file():
        if not folders.is_sidecar(path):
            yield _refused(path) if folders.ending(path) in NOT_TEXT and not _is_lines(path) else _file(path)
    elif path.exists():
        yield Source(str(path), "refused", told="this is no file; hand what comes out of it to: kg build -")
    else:
        raise UsageError(f"{path} does not exist; name a file, a folder or an address")


def _refused(path: Path) -> Source:
    return Source(str(path), "refused", told=f"a .{folders.ending(path)} file is not read; {READ}")


def _is_lines(path: Path) -> bool:
    return path.name.lower().endswith(jsonl.ENDINGS)


def _file(path: Path) -> Source:
    if _is_lines(path):
        return Source(str(path), "jsonl", jsonl.count_lines(path))
    return Source(str(path), "file")


def _named(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources with a name for each file; a file that is there under two names is one."""
    once: dict[Path, Source] = {}
    others: list[Source] = []
    for source in sources:
        if source.kind in ("file", "jsonl"):
            once.setdefault(Path(source.location).resolve(), source)
        else:
            others.append(source)
    names = naming.names(Path(source.location) for source in once.values())
    files = (replace(source, name=names[Path(source.location)]) for source in once.values())
    return tuple(sorted((*files, *others)))


def _items(source: Source, language: str | None) -> Iterator[Found | Failure]:
    path = Path(source.location)
    if source.kind == "jsonl":
        yield from jsonl.read_lines(path, name=source.name, language=language)
    elif source.kind == "file":
        yield files.read_file(path, name=source.name, language=language)
    elif source.kind == "url":
        yield web.read_address(source.location, language=language)
    elif source.kind == "stdin":
        yield from standard_input.read(sys.stdin.buffer, name=source.name, language=language)
    elif source.kind == "refused":
        yield Failure(source.location, source.told)
    elif source.kind == "empty":
        yield Failure(source.location, f"no article in this folder; {READ}")


def _notes(sources: Iterable[Source]) -> Iterator[Note]:
    unread = _unread(sources)
    if unread:
        yield Note(unread)
    files = [source for source in sources if source.kind in ("file", "jsonl")]
    paths = sorted(source.name for source in files if source.name != naming.stem(Path(source.location)))
    if paths:
        yield Note(f"{len(paths)} files share their names: without an id they are called by their paths: {paths[0]}, …")


def _unread(sources: Iterable[Source]) -> str:
    """ "4 files not read: 3 csv, 1 pdf"; "" where all are."""
    kinds = Counter(source.told for source in sources if source.kind == "unread")
    if not kinds:
        return ""
    most_first = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    told = ", ".join(f"{n} {kind if n == 1 else _THINGS.sub(_PLURAL, kind)}" for kind, n in most_first)
    number = kinds.total()
    return f"{number} file{'' if number == 1 else 's'} not read: {told}"


def _nothing(sources: Iterable[Source]) -> str:
    """Why there is nothing to read, in one line."""
    refused = [f"{source.location}: {source.told}" for source in sources if source.kind == "refused"]
    if refused:
        return "; ".join(refused[:3])
    graph = next((source.location for source in sources if source.kind == "graph"), None)
    if graph is not None:
        return f"{graph} is where the graph is written, and is not read; name what to read, or another folder with -o"
    places = ", ".join(source.location for source in sources if source.kind == "empty") or "nothing"
    unread = _unread(sources)
    return f"no article in {places}{f' ({unread})' if unread else ''}; {READ}; name such files, or a folder of them"
