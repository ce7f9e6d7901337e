"""``kg view``: the graph to look at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg import api
from kg.cli.output import Folder, Language, Target, say


def view(
    folder: Folder = api.OUTPUTS,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Only this entity and what it is tied to.")] = None,
    labels: Annotated[
        Language | None, typer.Option(help="The language of the labels. [default: that of the build]")
    ] = None,
    output: Target = None,
    show: Annotated[bool | None, typer.Option("--open/--no-open", help="Open it in a browser.")] = None,
) -> None:
    """Write the graph as one HTML file.

    It needs no network. On a terminal it is opened in the browser.

    \b
    Examples:
    kg view
    kg view --entity "Li Shangfu" --labels de
    kg view -o graph.html --no-open
    """
    graph = api.open(folder)
    page = graph.view(entity=entity, labels=labels)
    if output == Path("-"):
        sys.stdout.write(page)
        return
    path = output or graph.page_path(entity=entity, labels=labels)
    api.write(path, page.encode())
    say(str(path))
    if show or (show is None and sys.stdout.isatty()):
        typer.launch(str(path))
