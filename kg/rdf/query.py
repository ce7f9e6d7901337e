"""SPARQL on the store: checked, in a process that is killed when it takes too long, with a cap on rows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
from pyoxigraph import Literal, NamedNode

from kg import errors
from kg.errors import QueryError, QueryTimeout, StoreError
from kg.rdf.namespaces import Names
from kg.rdf.results import Form, Result
from kg.rdf.safety import bound, check, tokens
from kg.rdf.store import GraphStore
from kg.rdf.unknown import unknown_names
from kg.rdf.worker import Outcome, Task

TIMEOUT = 30.0
"""Seconds that a query may take."""
ROWS = 10_000
"""Rows that an answer may have."""
LONGEST = 1_000_000
"""Seconds that a query may be given."""
MEMORY = 4 << 30
"""Bytes that a query may take."""


def run(
    store: GraphStore,
    query: str,
    *,
    bindings: Mapping[str, NamedNode | Literal] | None = None,
    timeout: float = TIMEOUT,
    rows: int = ROWS,
    memory: int = MEMORY,
) -> Result:
    """The answer to a query over all named graphs together; the prefixes of the house need not be declared.

    Names in it that are not in the graph are among the answer's notes.
    `bindings` are values for variables that the query does not select. Raises QueryError for a query that is wrong or
    needs too much memory, QueryRefused for one that would reach the network, files or change something, QueryTimeout;
    GraphMissing, StoreError.
    """
    if not 0 < timeout <= LONGEST:
        raise QueryError(f"a query is given up after more than 0 and at most {LONGEST:,} s, not {timeout:g}")
    if rows < 1:
        raise QueryError(f"an answer has at least one row, not {rows}")
    names = Names(store.current().base)
    query = bound(query, bindings or {})
    check(query, names)
    opened = store.open()  # makes the RocksDB if need be, before the clock starts
    task = Task(
        folder=str(store.folder.absolute()),
        query=query,
        form=form(query),
        prefixes=dict(names.prefixes),
        rows=rows,
        memory=memory,
        union=not any(token.kind == "word" and token.text.upper() == "FROM" for token in tokens(query)),
    )
    try:
        result = _outcome(_in_a_process(task, timeout))
    except StoreError:  # a damage that opening did not meet
        store.rebuild()
        result = _outcome(_in_a_process(task, timeout))
    return replace(result, base=names.base, notes=tuple(unknown_names(query, opened, names)))


def form(query: str) -> Form:
    """Which of the four forms a query has. Raises QueryError where it has none."""
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    found = next((word for word in words if word in Form.__members__), None)
    if found is None:
        raise QueryError("the query is no SPARQL: there is no SELECT, ASK, CONSTRUCT or DESCRIBE in it")
    return Form(found)


def _in_a_process(task: Task, timeout: float) -> bytes:
    root = str(Path(__file__).parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kg.rdf.worker"],
            input=msgspec.json.encode(task),
            capture_output=True,
            timeout=timeout,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )
    except subprocess.TimeoutExpired as error:
        raise QueryTimeout(f"the query ran past {timeout:g} s; ask for less, or give it more time") from error
    if done.returncode:
        raise _died(done.returncode, done.stderr.decode(errors="replace"))
    return done.stdout


def _died(code: int, told: str) -> QueryError:
    """Why a process ended without an answer; Rust aborts where it gets no memory, the kernel kills."""
    if code < 0 or "memory" in told.lower():
        return QueryError("the query needed too much memory; ask for less, or leave out ORDER BY and DISTINCT")
    return QueryError(f"the query failed: {(told.strip() or str(code)).splitlines()[-1]}")


def _outcome(answer: bytes) -> Result:
    outcome: Outcome = msgspec.json.decode(answer, type=Outcome)
    result, failed = outcome
    if failed is not None:
        error = getattr(errors, failed.error)(failed.message)
        error.excerpt = failed.excerpt
        raise error
    if result is None:
        raise QueryError("the query has no answer")
    return result
