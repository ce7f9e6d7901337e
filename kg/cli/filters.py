"""The options that say which statements are wanted, the same in every command that has them."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.analysis import STATUSES

Entity = Annotated[
    str | None, typer.Option("--entity", metavar="NAME", help="Only what names this entity, by name or id.")
]
Relation = Annotated[str | None, typer.Option("--relation", metavar="NAME", help="Only this relation, by label or id.")]
Status = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help=f"Only this status, or these: {', '.join(STATUSES)}."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only what has a date from here: 2023, 2023-04, 2023-04-30."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only what has a date up to here.")]
Source = Annotated[
    str | None,
    typer.Option(
        "--source", metavar="NAME", help="Only what this source says: who is quoted, a publisher, an article."
    ),
]
