"""``kg query``: SPARQL, or a question that is ready to be asked."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
from kg.cli.output import AnswerFormat, Folder, Target, fitting, note, put, say, table, written_to
from kg.errors import UsageError
from kg.rdf.results import Form, Result, to_csv, to_json, to_json_lines, to_tsv
from kg.rdf.triples import to_rdf

_WRITERS = {
    AnswerFormat.CSV: to_csv, AnswerFormat.TSV: to_tsv, AnswerFormat.JSON: to_json, AnswerFormat.JSONL: to_json_lines,
}  # fmt: skip


def query(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY|FILE.rq|NAME|-", help="SPARQL, a file of it, a ready query; - is standard input."
        ),
    ] = None,
    folder: Folder = api.OUTPUTS,
    style: Annotated[
        AnswerFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to print the answer. [default: what FILE ends in, else table, turtle of triples]",
        ),
    ] = None,
    output: Target = None,
    ready: Annotated[bool, typer.Option("--list", help="List the ready queries.")] = False,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Whom a ready query is about.")] = None,
    given: Annotated[
        list[str] | None, typer.Option("--with", metavar="KEY=VALUE", help="Another parameter of a ready query.")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Give up after this long.")] = api.TIMEOUT,
    rows: Annotated[int, typer.Option(metavar="N", min=1, help="The most rows to print.")] = api.ROWS,
) -> None:
    """Ask the graph in SPARQL, or a ready question.

    SELECT gives rows, ASK true or false, CONSTRUCT and DESCRIBE triples. These prefixes need not be declared: kg: for
    relations and the rest of the ontology, ent: entities, st: statements, art: articles, ev: evidence, men: mentions,
    span:, rel: open relations, graph:; schema:, skos:, prov:, oa:, rdf:, rdfs:, xsd:.

    \b
    Examples:
    kg query --list
    kg query timeline --entity "Li Shangfu"
    kg query 'SELECT ?s ?o WHERE { ?s kg:met ?o }'
    kg query 'ASK { ent:Li_Shangfu kg:met ent:Lloyd_Austin }'
    kg query 'DESCRIBE ent:Li_Shangfu' -o li.ttl
    kg query question.rq --format csv > answer.csv
    echo 'SELECT * { ?s kg:met ?o }' | kg query -
    """
    if ready:
        table(("name", "parameters", "what it answers"), map(_listed, api.ready_queries()))
        return
    if question is None:
        raise UsageError("what is the question? give SPARQL, a .rq file, or a name from: kg query --list")
    graph = api.open(folder)
    asked = api.read_question() if question == "-" else question
    answer = graph.query(asked, arguments=_arguments(entity, given or []), timeout=timeout, rows=rows)
    rdf = answer.form in (Form.CONSTRUCT, Form.DESCRIBE)
    style = style or fitting(AnswerFormat, output, AnswerFormat.TURTLE if rdf else AnswerFormat.TABLE)
    with written_to(output):
        _print(answer, style, graph)
    for line in answer.notes:
        note(line)
    if not answer.complete:
        note(f"only the first {len(answer.rows)} rows; ask for more with --rows")


def _print(answer: Result, style: AnswerFormat, graph: api.Graph) -> None:
    if style in _WRITERS:
        put(_WRITERS[style](answer))
    elif style is not AnswerFormat.TABLE:
        put(to_rdf(answer, style))
    elif answer.form is Form.ASK:
        say("true" if answer else "false")
    else:
        table(answer.header, graph.cells(answer))


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
