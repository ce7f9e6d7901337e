"""What the command line and notebooks call: build a graph, open one, ask it, write it out.

Nothing here loads a parser until something is to be read: an open graph is answered from its store alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kg import analysis, resolve
from kg.analysis import Selection, Stats, Unmapped
from kg.errors import GraphMissing, StoreError, UsageError
from kg.model import Entity, KnowledgeGraph, Statement
from kg.model.html import html_table
from kg.model.records import entity_records
from kg.ontology import load_gazetteer, load_ontology
from kg.rdf.namespaces import BASE, Names
from kg.rdf.query import ROWS, TIMEOUT, run
from kg.rdf.ready import ReadyQuery, run_ready
from kg.rdf.ready import ready_queries as _ready
from kg.rdf.results import Result, cell
from kg.rdf.store import GraphStore
from kg.rdf.triples import to_rdflib, triples
from kg.rdf.validate import SHAPED, Violation, validate
from kg.rdf.write import quads, serialize
from kg.resolve.records import why_record
from kg.texts import open_triples, quotations, read_question, read_text, timexes
from kg.view import render
from kg.view.account import entity_account, statement_account
from kg.view.ego import find
from kg.wording.records import worded_records
from kg.workspace import DocumentCache, Manifest, Workspace
from kg.workspace.folder import write_through

if TYPE_CHECKING:
    import pandas
    import rdflib

    from kg.analysis.projection import Network
    from kg.builds.articles import Progress
    from kg.builds.report import BuildReport

__all__ = [
    "BASE", "OUTPUTS", "ROWS", "SEEDS", "SHAPED", "TIMEOUT", "Format", "Graph", "ReadyQuery", "Result", "Stats",
    "Unmapped", "Violation", "build", "open", "open_triples", "quotations", "read_question", "read_text",
    "ready_queries", "timexes", "write",
]  # fmt: skip

SEEDS = Path("seeds")
OUTPUTS = Path("outputs")
MIN_CONFIDENCE = resolve.LEAST_CONFIDENCE

_SHOWN = 60  # characters of what cannot be a query, in the message that says so

Name = str | os.PathLike[str]


class Format(StrEnum):
    """The formats that a graph can be written in."""

    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    NQUADS = "nquads"
    TRIG = "trig"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


def build(
    sources: Name | Iterable[Name] = SEEDS,
    folder: Name = OUTPUTS,
    *,
    model: str | None = None,
    language: str | None = None,
    labels: str = "en",
    base: str = BASE,
    edits: Name | None = None,
    forget_edits: bool = False,
    min_confidence: float = MIN_CONFIDENCE,
    add: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Builds the graph of files, folders and addresses in `folder`; what was read before is not read again.

    `model` is an installed spaCy pipeline in place of the shipped one, `language` that of articles that do not say,
    `labels` the language of the HTML view, `base` where the graph's IRIs begin, `edits` a file of what must and must
    not be joined; without one that of an earlier build counts, unless `forget_edits`. Statements whose confidence is
    below `min_confidence` are left out. With `add` the articles that are in the graph stay. `progress` is told how many
    articles are done, of how many.

    Articles that fail are in the report, and so are notes, about articles that are not in the graph any more and the
    like. Raises UsageError, also where no article at all can be read (what is in the folder stays as it was),
    StoreError, DataError.
    """
    from kg import ingest  # noqa: PLC0415 (a parser takes a second to load, and only a build needs one)
    from kg.builds import build as building  # noqa: PLC0415
    from kg.builds.options import Options  # noqa: PLC0415

    options = Options(
        model=model, language=language, labels=labels, base=base, edits=Path(edits) if edits else None,
        forget_edits=forget_edits, min_confidence=min_confidence, add=add,
    )  # fmt: skip
    options.check()
    root = Path(folder)
    found = ingest.expand(_names(sources), skip=root)
    return building.build(found, root, options=options, progress=progress or building.silent)


def _names(sources: object) -> list[Name]:
    """What to read, as a list; a single name is one, not its letters. UsageError for what is no name."""
    several = isinstance(sources, Iterable) and not isinstance(sources, str | bytes | os.PathLike)
    given: Iterable[object] = sources if several else [sources]  # type: ignore[assignment]
    named: list[Name] = []
    for name in given:
        if not isinstance(name, str | os.PathLike):
            raise UsageError(f"{name!r} is no file, folder or address; give its name or its path")
        if name == "":
            raise UsageError("a name is empty, and names no file, folder or address")
        named.append(name)
    return named


def open(folder: Name = OUTPUTS) -> Graph:  # noqa: A001 (kg.open is what it is)
    """The graph that was built in `folder`. Raises GraphMissing, and StoreError where it is not whole."""
    workspace = Workspace(Path(folder))
    manifest = Manifest.opened(workspace)
    try:
        digest = GraphStore(workspace.triples).current().digest
    except GraphMissing as error:
        raise StoreError(f"the graph in {folder} has lost its files; build it again") from error
    if manifest.graph and manifest.graph != digest:
        raise StoreError(f"the files in {folder} are of different builds; build the graph again")
    return Graph(workspace)


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, into a device or pipe what it takes. Raises OutputUnwritable."""
    write_through(path, content)


def ready_queries() -> tuple[ReadyQuery, ...]:
    """The questions that are ready to be asked, by name."""
    return tuple(_ready().values())


def _sparql(question: str) -> str:
    """The text of a query that may be in a file; one word that is neither a file nor a ready query is a mistake."""
    path = Path(question) if len(question.split()) == 1 or question.endswith(".rq") else None
    if path is None:
        return question
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        shown = question if len(question) <= _SHOWN else question[:_SHOWN] + "…"
        raise UsageError(f"{shown!r} is neither SPARQL, a file of it, nor one of: {', '.join(_ready())}") from error


class Graph:
    """A graph that was built: its entities and statements, and all ways of asking it and writing it out.

    What it holds is as it was when it was opened, whatever is built meanwhile.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._store = GraphStore(workspace.triples)

    @cached_property
    def content(self) -> KnowledgeGraph:
        """Articles, entities and statements as plain values. Raises StoreError."""
        return self._store.read()

    def __repr__(self) -> str:
        return f"kg.open({str(self._workspace.root)!r})"

    def _repr_html_(self) -> str:
        """How a notebook shows it: how much it holds, and its first statements with their status."""
        sizes = self.stats()
        counted = f"{sizes.articles} articles, {sizes.entities} entities, {sizes.statements} statements"
        rows = (
            [record["subject"]["label"], record["words"], record["object"]["label"], statement.status]
            for record, statement in zip(self.statement_records(), self.statements, strict=True)
        )
        return html_table(("subject", "relation", "object", "status"), rows, caption=counted)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, sorted by id."""
        return self.content.statements

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, sorted by id."""
        return self.content.entities

    def select(
        self,
        *,
        entity: str | None = None,
        relation: str | None = None,
        status: Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
    ) -> KnowledgeGraph:
        """The statements of an entity, a relation, a status, a time, a source, with what they name.

        `entity` and `source` are names or ids, `relation` is an id or a label, `status` any of "fact", a polarity or a
        modality, `since` and `until` a year, a month or a day. Raises EntityNotFound, UsageError.
        """
        found = None if entity is None else find(self.content, entity).id
        statuses = (status,) if isinstance(status, str) else tuple(status)
        wanted = Selection(found, relation, statuses, since, until, source)
        return analysis.select(self.content, wanted)

    def statement_records(self, *, labels: str = "en", only: KnowledgeGraph | None = None) -> Iterator[dict[str, Any]]:
        """The statements, or those of a part of the graph alone, as the records of ``statements.jsonl``."""
        return worded_records(self.content if only is None else only, labels=labels)

    def entity_records(self, *, labels: str = "en", only: KnowledgeGraph | None = None) -> Iterator[dict[str, Any]]:
        """The entities, or those of a part of the graph alone, as records, with every place where each is named."""
        return entity_records(self.content if only is None else only, labels=labels)

    def show(self, name: str, *, labels: str = "en") -> str:
        """All that is known of a statement, by its id, or of an entity, by id, label or alias, as a page of text.

        Raises EntityNotFound, which names similar ones.
        """
        key = name.strip("<>").rpartition("/")[2].removeprefix("st:")
        statement = next((found for found in self.statements if found.id == key), None)
        if statement is None:
            return entity_account(self.content, find(self.content, name), labels=labels)
        return statement_account(self.content, statement, labels=labels)

    def why(self, name: str, *, labels: str = "en") -> Iterator[dict[str, Any]]:
        """Why the entity of this name is what it is, as records: every mention and merge with its reason, and near
        misses kept apart with the veto or what was missing.

        Raises EntityNotFound, which names similar ones, and StoreError where what was read is gone.
        """
        entity = find(self.content, name)
        known = {found.id: found.label(labels) for found in self.entities}
        return (why_record(reason, known) for reason in resolve.why(self._resolution(), entity.id))

    def _resolution(self) -> resolve.Resolution:
        """The last build's resolution, with its edits, made again from the finished documents."""
        manifest, cache = Manifest.read(self._workspace), DocumentCache(self._workspace.documents)
        kept = [cache.get(key) for _, key in manifest.articles] if manifest else []
        documents = [finished.document for finished in kept if finished and finished.document]
        if manifest is None or len(documents) < len(manifest.articles):
            raise StoreError(f"what was read is gone from {self._workspace.documents}; build the graph again")
        try:
            edits = msgspec.json.decode(dict(manifest.options)["edits"], type=resolve.Edits)
        except (KeyError, msgspec.MsgspecError) as error:
            raise StoreError(f"{self._workspace.manifest} is damaged; build the graph again") from error
        gazetteer, ontology = load_gazetteer(), load_ontology()
        return resolve.resolution(documents, gazetteer=gazetteer, ontology=ontology, edits=edits)

    def stats(self) -> Stats:
        """How much the graph holds, and of what."""
        return analysis.stats(self.content)

    def unmapped(self, *, labels: str = "en") -> tuple[Unmapped, ...]:
        """The open relations between named entities, the most frequent first, each with an example."""
        return analysis.unmapped(self.content, labels=labels)

    def query(
        self, question: str, *, arguments: Mapping[str, str] | None = None, timeout: float = TIMEOUT, rows: int = ROWS
    ) -> Result:
        """The answer to SPARQL, to the query in a file ``NAME.rq``, or to a ready query, by its name.

        >>> bool(graph.query("ASK { ?person kg:met ent:Sergei_Schoigu }"))
        True
        >>> list(graph.cells(graph.query("SELECT ?who { ?who kg:met ent:Sergei_Schoigu }")))
        [['ent:Li_Shangfu']]

        `arguments` are for the parameters of a ready query, `timeout` is in seconds, `rows` the most that an answer
        has. Raises QueryError, UsageError, EntityNotFound, StoreError.
        """
        if question in _ready():
            return run_ready(self._store, question, arguments or {}, timeout=timeout, rows=rows)
        if arguments:
            raise UsageError(
                f"{question!r} is no ready query, so it takes no {next(iter(arguments))}; see: kg query --list"
            )
        return run(self._store, _sparql(question), timeout=timeout, rows=rows)

    def cells(self, answer: Result) -> Iterator[list[str]]:
        """The rows of an answer as a person reads them, IRIs shortened."""
        names = Names(self._store.current().base)
        return ([cell(term, names) for term in row] for row in answer.rows)

    def to_networkx(self, *, labels: str = "en", direct_only: bool = False) -> Network:
        """The graph as a MultiDiGraph: entities are nodes, statements edges, each with `direct` to tell facts by.

        With `direct_only` only what is affirmed and asserted.

        >>> network = graph.to_networkx()
        >>> network.number_of_edges() == len(graph.statements)
        True
        """
        return analysis.project(self.content, labels=labels, direct_only=direct_only)

    def to_rdflib(self, answer: Result | None = None) -> rdflib.Graph:
        """The graph, or the answer to CONSTRUCT or DESCRIBE, as a graph of rdflib; the named graphs are merged.

        >>> len(graph.to_rdflib(graph.query("CONSTRUCT { ?b schema:knows ?a } WHERE { ?a kg:met ?b }")))
        2
        """
        names = Names(self._store.current().base)
        if answer is not None:
            return to_rdflib(triples(answer), names)
        return to_rdflib((quad.triple for quad in quads(self.content, base=names.base)), names)

    def to_pandas(self, answer: Result | None = None, *, labels: str = "en") -> pandas.DataFrame:
        """The statements, or an answer, as a table of pandas: a row each; UsageError where pandas is not installed."""
        try:
            import pandas  # noqa: PLC0415 (kg does not need it)
        except ImportError as error:
            raise UsageError("to_pandas needs pandas; install it with: pip install pandas") from error
        header, rows = (
            analysis.table(self.content, labels=labels) if answer is None else (answer.header, self.cells(answer))
        )
        return pandas.DataFrame(list(rows), columns=list(header))

    def export(self, style: Format | str, *, labels: str = "en", only: KnowledgeGraph | None = None) -> bytes:
        """The graph, or a part of it alone, as a file of this format; the same graph gives the same bytes.

        Raises UsageError.
        """
        content = self.content if only is None else only
        networks = {Format.GRAPHML: analysis.graphml, Format.GEXF: analysis.gexf, Format.CSV: analysis.csv}
        if style not in list(Format):
            raise UsageError(f"there is no format {style!r}; there are {', '.join(Format)}")
        if style in networks:
            return networks[Format(style)](content, labels=labels)
        return serialize(content, str(style), base=self._store.current().base)

    def validate(self, *, shapes: int | None = SHAPED) -> tuple[Violation, ...]:
        """What is wrong with the graph; nothing, if all is well. Raises StoreError.

        The SHACL shapes are checked on so many articles, None for all; everything else on the whole graph.
        """
        return validate(self._store, texts=self._texts(), shapes=shapes)

    def _texts(self) -> dict[str, str]:
        """The articles' texts, by id, as they were when they were read."""
        manifest = Manifest.read(self._workspace)
        cache = DocumentCache(self._workspace.documents)
        kept = ((article, cache.get(key)) for article, key in (manifest.articles if manifest else ()))
        return {article: found.document.article.text for article, found in kept if found and found.document}

    @cached_property
    def labels(self) -> str:
        """The language of the labels in the page that the build wrote."""
        manifest = Manifest.read(self._workspace)
        return dict(manifest.options).get("labels", "en") if manifest else "en"

    def view(self, *, entity: str | None = None, labels: str | None = None) -> str:
        """The graph, or what surrounds one entity, as one HTML page; its labels are those of the build unless told.

        Raises EntityNotFound, UsageError.
        """
        return render(self.content, labels=labels or self.labels, entity=entity)

    def page_path(self, *, entity: str | None = None, labels: str | None = None) -> Path:
        """Where `kg view` puts a page: beside the others, named after what it shows."""
        about = "" if entity is None else "-" + "_".join(re.findall(r"\w+", entity))
        return self._workspace.root / f"graph{about}{'' if labels in (None, self.labels) else f'.{labels}'}.html"
