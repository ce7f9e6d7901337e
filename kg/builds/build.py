"""A build: read what is new, resolve everything, write it all; or see that there is nothing to do.

Reading and extraction see one article at a time and are kept by the hash of all that went in; resolution sees them
all. So adding, changing or removing an article gives what a build from nothing gives.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import msgspec

from kg import ingest, view
from kg.builds import forks, report
from kg.builds.articles import Progress, Reader, Reading
from kg.builds.edits import Decided, decided, unknown
from kg.builds.options import Options
from kg.builds.report import BuildReport, StageReport
from kg.errors import UsageError
from kg.model import KnowledgeGraph
from kg.ontology import load_gazetteer, load_ontology
from kg.rdf.store import GraphStore
from kg.rdf.write import serialize
from kg.resolve import resolution
from kg.wording.records import worded_records
from kg.workspace import Manifest, Replacement, Workspace, fingerprint

_ITSELF = ("builds/build", "builds/edits", "builds/options", "builds/report")
_ROOMS = (
    "errors", "nearest", "model", "ontology", "lang", "wording", "resolve", "rdf", "view", "workspace", *_ITSELF,
)  # fmt: skip
_PACKAGES = ("pyoxigraph", "igraph", "pyvis", "rapidfuzz")

# From so many new articles on, the graph needs the memory more than the next build needs a parser that is warm.
_MANY = 100


def silent(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class _Order:
    """Where to, how, and what people have decided."""

    workspace: Workspace
    options: Options
    edits: Decided


def build(
    sources: Iterable[ingest.Source], folder: Path, *, options: Options, progress: Progress = silent
) -> BuildReport:
    """Builds the graph of `sources` in `folder`; where none of them can be read, what is there stays.

    UsageError, OutputUnwritable, StoreError, ModelNotFound, DataError.
    """
    options.check()
    workspace = Workspace(folder)
    with workspace.writing():
        workspace.tidy()
        GraphStore(workspace.triples).tidy()
        last = Manifest.read(workspace)
        edits = decided(workspace, last, path=options.edits, forget=options.forget_edits)
        reader = Reader(workspace, model=options.model)
        before = dict(last.articles) if last and options.add else {}
        reading = reader.read(sources, language=options.language, progress=progress, before=before)
        if len(reading.keys) <= reading.stayed:
            raise UsageError(report.nothing_read(folder, reading.failures))
        wanted = Manifest(
            articles=tuple(sorted(reading.keys.items())),
            failures=reading.failures,
            made_by=fingerprint(_ROOMS, _PACKAGES),
            options=options.of_output(edits.edits),
        )
        gone = {article for article, _ in last.articles} - reading.keys.keys() if last else set()
        reading = replace(reading, notes=(*reading.notes, *report.leaving(gone), *edits.notes()))
        if last and last.same_input(wanted) and _is_whole(workspace, last):
            return _unchanged(folder, last, reading)
        with _uncollected():
            return _make(_Order(workspace, options, edits), reader, reading, wanted)


def _is_whole(workspace: Workspace, last: Manifest) -> bool:
    """Whether all that the last build made is there, to the byte."""
    store = GraphStore(workspace.triples)
    return not last.replacing and last.intact(workspace) and store.is_whole() and store.current().digest == last.graph


def _make(order: _Order, reader: Reader, reading: Reading, wanted: Manifest) -> BuildReport:
    workspace, options, edits = order.workspace, order.options, order.edits
    if reading.fresh > _MANY:
        reader.release()
    started = perf_counter()
    made = resolution(
        reader.documents(reading),
        gazetteer=load_gazetteer(),
        ontology=load_ontology(),
        edits=edits.edits,
        least=options.min_confidence,
    )
    strangers = unknown(edits.edits, made)
    if strangers and edits.given:
        raise UsageError(f"{options.edits}: {report.some(list(strangers), '; ')}")
    resolved = perf_counter()
    graph = made.graph
    wanted = replace(wanted, entities=len(graph.entities), statements=len(graph.statements))
    done = _write(order, graph, wanted)
    reader.cache.keep_only({*reading.keys.values(), *reading.failed_keys})
    places = ", ".join(str(workspace.root / name) for name, _ in done.outputs)
    stages = (
        *report.reading_lines(reading, reader.watch),
        report.resolve_line(made, resolved - started),
        StageReport("write", places, perf_counter() - resolved),
    )
    notes = (*reading.notes, *report.copied(graph.articles), *(f"edits: {line}" for line in strangers))
    return BuildReport(
        workspace.root, len(reading.keys), done.entities, done.statements, reading.failures, stages, notes=notes
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


def _write(order: _Order, graph: KnowledgeGraph, wanted: Manifest) -> Manifest:
    """Writes store, files and manifest beside the old ones, then puts all of them in their places; the manifest.

    Up to there the old graph is as it was, whatever goes wrong. Between the first and the last of them the manifest
    says that they are being replaced, so that nobody reads half of one graph and half of another.
    """
    workspace, options, edits = order.workspace, order.options, order.edits
    store, last = GraphStore(workspace.triples), Manifest.read(workspace)
    with (
        forks.beside(lambda: view.render(graph, labels=options.labels).encode()) as page,
        store.prepared(graph, base=options.base) as stored,
        Replacement() as mark,
        Replacement() as files,
    ):
        contents = {
            "graph.ttl": serialize(graph, "turtle", base=options.base),
            "graph.html": page(),
            "statements.jsonl": b"".join(msgspec.json.encode(record) + b"\n" for record in worded_records(graph)),
        }
        for name, content in contents.items():
            files.stage(workspace.root / name, content)
        if edits.content or workspace.edits.exists():
            files.stage(workspace.edits, edits.content)
        outputs = tuple((name, sha256(content).hexdigest()) for name, content in contents.items())
        done = replace(wanted, outputs=outputs, graph=stored.digest)
        files.stage(workspace.manifest, done.encoded())
        if last:
            mark.stage(workspace.manifest, replace(last, replacing=True).encoded())
        mark.put()
        stored.put()
        files.put()
    return done


def _unchanged(folder: Path, last: Manifest, reading: Reading) -> BuildReport:
    stages = (
        report.read_line(reading),
        StageReport("unchanged", f"nothing to do: {folder} holds the graph of these articles already"),
    )
    return BuildReport(
        folder, len(reading.keys), last.entities, last.statements, reading.failures, stages,
        unchanged=True, notes=reading.notes,
    )  # fmt: skip
