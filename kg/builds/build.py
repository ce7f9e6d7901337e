"""A build: read what is new, resolve everything, write it all; or see that there is nothing to do.

Reading and extraction see one article at a time and are kept by the hash of all that went in; resolution sees them
all. So adding, changing or removing an article gives what a build from nothing gives.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import msgspec

from kg import ingest, view
from kg.builds import forks
from kg.builds.articles import Progress, Reader, Reading
from kg.builds.stages import Stopwatch
from kg.errors import GraphMissing, StoreError, UsageError
from kg.model import Failure, KnowledgeGraph
from kg.model.records import statement_records
from kg.ontology import load_gazetteer, load_ontology
from kg.rdf.namespaces import BASE, Names
from kg.rdf.store import GraphStore
from kg.rdf.write import serialize
from kg.resolve import LEAST_CONFIDENCE, Edits, Resolution, resolution
from kg.workspace import Manifest, Workspace, fingerprint
from kg.workspace.manifest import sha256

_ROOMS = ("errors", "model", "ontology", "resolve", "rdf", "view", "builds/build", "workspace")
_PACKAGES = ("pyoxigraph", "igraph", "pyvis", "rapidfuzz")


# From so many new articles on, the graph needs the memory more than the next build needs a parser that is warm.
_MANY = 100


def silent(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`model`: an installed spaCy pipeline in place of the shipped one. `language`: of articles that do not say.

    `labels`: language of the labels in the HTML view. `base`: where the graph's IRIs begin. `edits`: what must and must
    not be joined. `min_confidence`: statements that are less sure are left out.
    """

    model: str | None = None
    language: str | None = None
    labels: str = "en"
    base: str = BASE
    edits: Edits = Edits()
    min_confidence: float = LEAST_CONFIDENCE

    def of_output(self) -> tuple[tuple[str, str], ...]:
        """The options that change what is made of the same documents."""
        edits = msgspec.json.encode(self.edits).decode()
        least = f"{self.min_confidence:g}"
        return (("base", self.base), ("edits", edits), ("labels", self.labels), ("min_confidence", least))


@dataclass(frozen=True, slots=True)
class StageReport:
    """What a stage did, in a few words, and how long it took in seconds; None for what was not measured."""

    name: str
    result: str
    seconds: float | None = None

    def line(self) -> str:
        return f"{self.name:<12} {self.result}" + (f"  ({self.seconds:.1f} s)" if self.seconds else "")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `unchanged` says that there was nothing to do, and nothing was touched.

    `notes` are for the person: what is no failure, and should be known all the same, in a line each.
    """

    folder: Path
    articles: int
    entities: int
    statements: int
    failures: tuple[Failure, ...]
    stages: tuple[StageReport, ...]
    unchanged: bool = False
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """A line a stage, for people."""
        return [stage.line() for stage in self.stages]


def build(
    sources: Iterable[ingest.Source], folder: Path, *, options: Options, progress: Progress = silent
) -> BuildReport:
    """Builds the graph of `sources` in `folder`. UsageError, OutputUnwritable, StoreError, ModelNotFound, DataError."""
    Names(options.base)  # a base that is none is told before an hour of reading
    workspace = Workspace(folder)
    with workspace.writing():
        reader = Reader(workspace, model=options.model)
        reading = reader.read(sources, language=options.language, progress=progress)
        wanted = Manifest(
            articles=tuple(sorted(reading.keys.items())),
            failures=reading.failures,
            made_by=fingerprint(_ROOMS, _PACKAGES),
            options=options.of_output(),
        )
        last = Manifest.read(workspace)
        if last and last.same_input(wanted) and last.intact(workspace) and _is_kept(workspace):
            return _unchanged(folder, last, reading)
        with _uncollected():
            return _make(workspace, reader, reading, wanted, options)


def read_edits(path: Path | None) -> Edits:
    """What people have decided about who is who: YAML with pairs of entity ids under ``same`` and ``different``."""
    if path is None:
        return Edits()
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=Edits)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{path}: {reason}; write: same: [[Id, Id]], different: [[Id, Id]]") from error


def _is_kept(workspace: Workspace) -> bool:
    try:
        GraphStore(workspace.triples).current()
    except (GraphMissing, StoreError):
        return False
    return True


def _make(workspace: Workspace, reader: Reader, reading: Reading, wanted: Manifest, options: Options) -> BuildReport:
    last = Manifest.read(workspace)
    if last:  # Whoever is interrupted from here on must not be told that there is nothing to do.
        replace(last, made_by="").write(workspace)
    if reading.fresh > _MANY:
        reader.release()
    started = perf_counter()
    made = resolution(
        reader.documents(reading),
        gazetteer=load_gazetteer(),
        ontology=load_ontology(),
        edits=options.edits,
        least=options.min_confidence,
    )
    graph = made.graph
    resolved = perf_counter()
    outputs = _write(workspace, graph, options)
    done = replace(wanted, outputs=outputs, entities=len(graph.entities), statements=len(graph.statements))
    done.write(workspace)
    reader.cache.keep_only({*reading.keys.values(), *reading.failed_keys})
    stages = (
        *_reading_lines(reading, reader.watch),
        StageReport(
            "resolve",
            f"{done.entities:,} entities, {_counted(done.statements, 'statement')}{_left_out(made)}",
            resolved - started,
        ),
        StageReport("write", ", ".join(str(workspace.root / name) for name, _ in outputs), perf_counter() - resolved),
    )
    return BuildReport(
        workspace.root, len(reading.keys), done.entities, done.statements, reading.failures, stages, notes=reading.notes
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a search for garbage: a graph is large, has no cycles, and all of it is needed to the end."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _write(workspace: Workspace, graph: KnowledgeGraph, options: Options) -> tuple[tuple[str, str], ...]:
    """Writes the store, then the files beside it; their names and digests."""
    with forks.beside(lambda: view.render(graph, labels=options.labels).encode()) as page:
        GraphStore(workspace.triples).write(graph, base=options.base)
        lines = b"".join(msgspec.json.encode(record) + b"\n" for record in statement_records(graph))
        files = {
            "graph.ttl": serialize(graph, "turtle", base=options.base),
            "graph.html": page(),
            "statements.jsonl": lines,
        }
    for name, content in files.items():
        workspace.write(name, content)
    return tuple((name, sha256(workspace.root / name)) for name in files)


def _unchanged(folder: Path, last: Manifest, reading: Reading) -> BuildReport:
    stages = (
        _read_line(reading),
        StageReport("unchanged", f"nothing to do: {folder} holds the graph of these articles already"),
    )
    return BuildReport(
        folder, len(reading.keys), last.entities, last.statements, reading.failures, stages,
        unchanged=True, notes=reading.notes,
    )  # fmt: skip


def _read_line(reading: Reading) -> StageReport:
    articles = _counted(len(reading.keys), "article")
    return StageReport("read", f"{articles}, {reading.fresh:,} new, {len(reading.failures):,} failed")


def _reading_lines(reading: Reading, watch: Stopwatch) -> Iterator[StageReport]:
    count = reading.counts
    yield _read_line(reading)
    results = {
        "parse": f"{_counted(count['sentences'], 'sentence')}, {_counted(count['words'], 'word')}",
        "mentions": _counted(count["mentions"], "mention"),
        "coreference": _counted(count["chains"], "chain"),
        "relations": _counted(count["relation_mentions"], "relation mention"),
    }
    for name, result in results.items():
        yield StageReport(name, result, watch.seconds.get(name))


def _left_out(made: Resolution) -> str:
    doubtful = dict(made.dropped).get("doubtful", 0)
    return f", {doubtful:,} more left out as not sure enough" if doubtful else ""


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
