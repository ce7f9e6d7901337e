"""``kg entities``: who and what the graph knows."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kg import api
from kg.cli.output import Folder, Language, RecordFormat, comma_separated, json_lines, table

_HEADER = ("label", "type", "mentions", "also called", "links", "id")


def entities(
    folder: Folder = api.OUTPUTS,
    style: Annotated[RecordFormat, typer.Option("--format", "-f", help="How to print them.")] = RecordFormat.TABLE,
    labels: Annotated[Language, typer.Option(help="The language of the labels.")] = Language.EN,
) -> None:
    """List who and what the graph knows.

    Names, type and links of every entity, and every form in which the articles name it.

    \b
    Examples:
    kg entities
    kg entities --labels de
    kg entities --format jsonl | head
    """
    records = api.open(folder).entity_records(labels=labels)
    if style is RecordFormat.JSONL:
        json_lines(records)
    elif style is RecordFormat.CSV:
        comma_separated(_HEADER, map(_row, records))
    else:
        table(_HEADER, map(_row, records))


def _row(record: dict[str, Any]) -> list[str]:
    return [
        record["label"],
        record["type"],
        str(len(record["mentions"])),
        "; ".join(alias for alias in record["aliases"] if alias != record["label"]),
        "; ".join(f"{scheme}:{link}" for scheme, link in record["links"].items()),
        record["id"],
    ]
