"""``kg export``: the graph in a format of other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
from kg.cli.filters import Entity, Relation, Since, Source, Status, Until
from kg.cli.output import Folder, Language, Target, deliver, fitting


def export(
    folder: Folder = api.OUTPUTS,
    style: Annotated[
        api.Format | None,
        typer.Option("--format", "-f", help="The format to write. [default: what FILE ends in, else turtle]"),
    ] = None,
    output: Target = None,
    labels: Annotated[
        Language, typer.Option(help="The language of the labels, where the format has one.")
    ] = Language.EN,
    entity: Entity = None,
    relation: Relation = None,
    status: Status = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
) -> None:
    """Write the graph, or a part of it, in another format.

    RDF in six forms, GraphML and GEXF for network programs, CSV for tables. Of the statements those that the options
    leave, with the entities and articles that they name.

    \b
    Examples:
    kg export > graph.ttl
    kg export -o graph.graphml
    kg export --format csv | head
    kg export -d other --format nquads -o other.nq
    kg export --status fact --since 2023-04 -o facts.gexf
    """
    style = style or fitting(api.Format, output, api.Format.TURTLE)
    graph = api.open(folder)
    only = graph.select(
        entity=entity, relation=relation, status=status or (), since=since, until=until, source=source
    )  # fmt: skip
    deliver(output, graph.export(style, labels=labels, only=only))
