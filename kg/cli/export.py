"""``kg export``: the graph in a format of other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
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
) -> None:
    """Write the graph in another format.

    RDF in six forms, GraphML and GEXF for network programs, CSV for tables.

    \b
    Examples:
    kg export > graph.ttl
    kg export -o graph.graphml
    kg export --format csv | head
    kg export -d other --format nquads -o other.nq
    """
    style = style or fitting(api.Format, output, api.Format.TURTLE)
    deliver(output, api.open(folder).export(style, labels=labels))
