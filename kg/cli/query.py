"""``kg query``: SPARQL, or a question that is ready to be asked."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
from kg.cli.output import AnswerFormat, Folder, note, put, table
from kg.errors import UsageError
from kg.rdf.results import to_csv, to_json


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="QUERY|FILE.rq|NAME", help="SPARQL, a file of it, or a ready query.")
    ] = None,
    folder: Folder = api.OUTPUTS,
    style: Annotated[
        AnswerFormat, typer.Option("--format", "-f", help="How to print the answer.")
    ] = AnswerFormat.TABLE,
    ready: Annotated[bool, typer.Option("--list", help="List the ready queries.")] = False,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Whom a ready query is about.")] = None,
    given: Annotated[
        list[str] | None, typer.Option("--with", metavar="KEY=VALUE", help="Another parameter of a ready query.")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Give up after this long.")] = api.TIMEOUT,
    rows: Annotated[int, typer.Option(metavar="N", min=1, help="The most rows to print.")] = api.ROWS,
) -> None:
    """Ask the graph in SPARQL, or a ready question.

    \b
    Examples:
    kg query --list
    kg query timeline --entity "Li Shangfu"
    kg query 'SELECT ?s ?o WHERE { ?s kg:met ?o }'
    kg query question.rq --format csv > answer.csv
    """
    if ready:
        table(("name", "parameters", "what it answers"), map(_listed, api.ready_queries()))
        return
    if question is None:
        raise UsageError("what is the question? give SPARQL, a .rq file, or a name from: kg query --list")
    graph = api.open(folder)
    answer = graph.query(question, arguments=_arguments(entity, given or []), timeout=timeout, rows=rows)
    if style is AnswerFormat.JSON:
        put(to_json(answer))
    elif style is AnswerFormat.CSV:
        put(to_csv(answer))
    else:
        table(answer.header, graph.cells(answer))
    if not answer.complete:
        note(f"only the first {len(answer.rows)} rows; ask for more with --rows")


def _listed(query: api.ReadyQuery) -> tuple[str, str, str]:
    return query.name, " ".join(f"{parameter.name}=…" for parameter in query.parameters), query.description


def _arguments(entity: str | None, given: list[str]) -> dict[str, str]:
    found = {"entity": entity} if entity else {}
    for pair in given:
        key, sign, value = pair.partition("=")
        if not sign:
            raise UsageError(f"--with takes KEY=VALUE, not {pair!r}")
        found[key] = value
    return found
