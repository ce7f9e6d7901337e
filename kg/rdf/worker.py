"""One query in a process of its own, which can be killed: ``python -m kg.rdf.worker``, task in, answer out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import msgspec
import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Store

from kg.errors import KGError, QueryError, StoreError
from kg.rdf.diagnosis import diagnose
from kg.rdf.namespaces import XSD
from kg.rdf.results import Form, Kind, Result, Row, Term, yes_or_no
from kg.rdf.store import GraphStore

Known: TypeAlias = NamedNode | BlankNode | Literal | pyoxigraph.Triple


@dataclass(frozen=True, slots=True)
class Task:
    """A query and what it may cost: rows, and bytes of memory (0: no limit).

    `union` says that it asks all graphs together.
    """

    folder: str
    query: str
    form: Form
    prefixes: dict[str, str]
    rows: int
    memory: int
    union: bool = True


@dataclass(frozen=True, slots=True)
class Failed:
    """An error that the query ran into, in one line, and the line of the query with a mark where it has one."""

    error: str
    message: str
    excerpt: str = ""


Outcome: TypeAlias = tuple[Result | None, Failed | None]


def answer(store: Store, task: Task) -> Result:
    """Runs the query. Raises QueryError where it is wrong, StoreError where the store is broken."""
    try:
        found = store.query(
            task.query,
            prefixes=task.prefixes,
            use_default_graph_as_union=task.union,
        )
        if isinstance(found, QueryBoolean):
            return yes_or_no(bool(found))
        if isinstance(found, QuerySolutions):
            header = tuple(variable.value for variable in found.variables)
            rows = (tuple(to_term(solution[name]) for name in header) for solution in found)
            return _capped(header, rows, task)
        triples = ((to_term(t.subject), to_term(t.predicate), to_term(t.object)) for t in found)
        return _capped(("subject", "predicate", "object"), triples, task)
    except (SyntaxError, ValueError) as error:
        raise _no_sparql(task, str(error)) from error
    except (RuntimeError, OSError) as error:
        if isinstance(error, OSError) or "Corruption" in str(error):
            raise StoreError(f"the store in {task.folder} is broken; build the graph again") from error
        raise QueryError(f"the query cannot be answered: {error}") from error


def _no_sparql(task: Task, message: str) -> QueryError:
    sentence, place = diagnose(task.query, task.prefixes, message)
    error = QueryError(f"the query is no SPARQL: {sentence}")
    error.excerpt = place.excerpt if place else ""
    return error


def _capped(header: tuple[str, ...], rows: Iterable[Row], task: Task) -> Result:
    kept = tuple(islice(rows, task.rows + 1))
    return Result(header, kept[: task.rows], task.form, complete=len(kept) <= task.rows)


def to_term(node: Known | None) -> Term | None:
    """A term of pyoxigraph as one of ours."""
    if node is None:
        return None
    if isinstance(node, NamedNode):
        return Term(node.value, Kind.IRI)
    if isinstance(node, BlankNode):
        return Term(node.value, Kind.BLANK)
    if isinstance(node, Literal):
        plain = node.language or node.datatype.value == XSD + "string"
        return Term(node.value, Kind.LITERAL, node.language or "", "" if plain else node.datatype.value)
    return Term(str(node))


def limit_memory(size: int) -> None:
    """Keeps this process under `size` bytes, where the system can."""
    try:
        import resource  # noqa: PLC0415 (Unix only)
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if most < 0 else min(size, most), most))


def main() -> Iterator[bytes]:
    """Task on standard input, outcome on standard output, both JSON."""
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    if task.memory:
        limit_memory(task.memory)
    try:
        outcome: Outcome = (answer(GraphStore(Path(task.folder)).open(), task), None)
    except KGError as error:
        outcome = (None, Failed(type(error).__name__, str(error), getattr(error, "excerpt", "")))
    yield msgspec.json.encode(outcome)


if __name__ == "__main__":
    sys.stdout.buffer.writelines(main())
