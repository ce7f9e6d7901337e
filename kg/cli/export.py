"""``kg export``: the graph in a format of other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg import api
from kg.cli.output import Folder, Language, Target, note


def export(
    folder: Folder = api.OUTPUTS,
    style: Annotated[api.Format, typer.Option("--format", "-f", help="The format to write.")] = api.Format.TURTLE,
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
    kg export --format graphml -o graph.graphml
    kg export -d other --format nquads -o other.nq
    """
    content = api.open(folder).export(style, labels=labels)
    if output is None or output == Path("-"):
        sys.stdout.buffer.write(content)
    else:
        api.write(output, content)
        note(f"wrote {output}")
