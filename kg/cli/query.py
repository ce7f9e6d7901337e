"""``kg query``: SPARQL, or a question that is ready to be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kg import api
from kg.cli.output import Folder, comma_separated, say, table
from kg.errors import UsageError


class AnswerFormat(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="[QUERY|FILE.rq|NAME]", help="SPARQL, a file of it, or a ready query.")
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
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Give up after this long.")] = 30.0,
) -> None:
    """Ask the graph: a ready query by its name, or any SPARQL.

    \b
    kg query --list
    kg query met --entity "Li Shangfu"
    kg query 'SELECT ?s ?o WHERE { ?s kg:met ?o }'
    kg query question.rq --format csv > answer.csv
    """
    if ready:
        table(("name", "parameters", "what it answers"), api.ready_queries())
        return
    if question is None:
        raise UsageError("what is the question? give SPARQL, a .rq file, or a name from: kg query --list")
    answer = api.open(folder).query(question, parameters=_parameters(entity, given or []), timeout=timeout)
    if style is AnswerFormat.JSON:
        say(answer.json())
    elif style is AnswerFormat.CSV:
        comma_separated(answer.variables, answer.rows)
    else:
        table(answer.variables, answer.rows)


def _parameters(entity: str | None, given: list[str]) -> dict[str, str]:
    found = {"entity": entity} if entity else {}
    for pair in given:
        key, sign, value = pair.partition("=")
        if not sign:
            raise UsageError(f"--with takes KEY=VALUE, not {pair!r}")
        found[key] = value
    return found
