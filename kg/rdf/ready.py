"""The library of ready queries: ``kg/rdf/queries/*.rq``, plain SPARQL that any other store answers too.

The comment at the head of a file gives its title, its description, and its parameters, a line each::

    # parameter entity: entity: the name or id of the one who acts

that is the variable, the kind of thing it stands for, and what to give for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UsageError
from kg.rdf.lookup import entity_node, statement_node
from kg.rdf.query import ROWS, TIMEOUT, run
from kg.rdf.results import Result
from kg.rdf.store import GraphStore

_FINDERS = {"entity": entity_node, "statement": statement_node}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that must be given: `kind` is "entity" or "statement"."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A query that ships with kg; its name is the file's."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    @classmethod
    def of(cls, name: str, text: str) -> ReadyQuery:
        """The query of a file."""
        fields = dict(re.findall(r"^# (title|description): (.*)$", text, re.MULTILINE))
        found = re.findall(r"^# parameter (\w+): (\w+): (.*)$", text, re.MULTILINE)
        return cls(name, fields["title"], fields["description"], tuple(Parameter(*each) for each in found), text)


@cache
def ready_queries() -> Mapping[str, ReadyQuery]:
    """All ready queries by name, sorted."""
    folder = files("kg.rdf") / "queries"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    return {
        name.removesuffix(".rq"): ReadyQuery.of(name.removesuffix(".rq"), (folder / name).read_text(encoding="utf-8"))
        for name in names
    }


def run_ready(
    store: GraphStore, name: str, arguments: Mapping[str, str], *, timeout: float = TIMEOUT, rows: int = ROWS
) -> Result:
    """The answer to a ready query. An argument is bound to its variable as a term; it never becomes part of the text.

    Raises QueryError for an unknown query, UsageError for a missing or unknown argument or a name that several entities
    have, EntityNotFound, and what `kg.rdf.query.run` raises.
    """
    query = ready_queries().get(name)
    if query is None:
        raise QueryError(f"no ready query {name!r}; there are: {', '.join(ready_queries())}")
    return run(store, query.text, bindings=bindings(store, query, arguments), timeout=timeout, rows=rows)


def bindings(store: GraphStore, query: ReadyQuery, arguments: Mapping[str, str]) -> dict[str, NamedNode | Literal]:
    """The things of the graph that the arguments name, by variable. Raises UsageError, EntityNotFound."""
    wanted = {parameter.name: parameter for parameter in query.parameters}
    if unknown := [given for given in arguments if given not in wanted]:
        has = f"it has: {', '.join(wanted)}" if wanted else "it takes none"
        raise UsageError(f"the query {query.name} has no parameter {unknown[0]!r}; {has}")
    if missing := [parameter for parameter in query.parameters if not arguments.get(parameter.name)]:
        raise UsageError(f"the query {query.name} needs {missing[0].name}: {missing[0].description}")
    graph, base = store.open(), store.current().base
    return {name: _FINDERS[wanted[name].kind](graph, text, base=base) for name, text in arguments.items()}
