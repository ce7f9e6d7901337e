"""``kg validate``: whether the graph keeps its promises."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
from kg.cli.output import Folder, note, say


def validate(
    folder: Folder = api.OUTPUTS,
    whole: Annotated[bool, typer.Option("--all", help="Check the shapes on every article, not on a sample.")] = False,
) -> None:
    """Check that the graph keeps its promises.

    The shapes (SHACL) and the invariants: no direct edge for what is negated or not asserted, every statement has
    evidence whose offsets give its quote, no IRI that leads nowhere. What is wrong is listed, one line each (exit
    code 1).

    \b
    Examples:
    kg validate
    kg validate -d other
    """
    problems = api.open(folder).validate(shapes=None if whole else api.SHAPED)
    for problem in problems:
        say(str(problem))
    note(f"the graph is not valid: {len(problems)} to mend" if problems else "the graph is valid")
    raise typer.Exit(1 if problems else 0)
