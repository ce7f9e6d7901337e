"""``kg statements``: what the graph says."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kg import api
from kg.cli.output import Folder, Language, RecordFormat, Style, Target, printed, show

_HEADER = (
    "subject", "relation", "object", "polarity", "modality", "attribution", "time", "places", "count", "confidence",
    "quote", "article", "id",
)  # fmt: skip
_SHOWN = 9


def statements(
    folder: Folder = api.OUTPUTS,
    style: Style = None,
    output: Target = None,
    labels: Annotated[Language, typer.Option(help="The language of the labels.")] = Language.EN,
) -> None:
    """List what the graph says.

    Subject, relation and object of every statement, and how far the articles commit themselves.

    \b
    Examples:
    kg statements
    kg statements --format csv > statements.csv
    kg statements -d other --format jsonl | head
    """
    records = api.open(folder).statement_records(labels=labels)
    with printed(style, output) as chosen:
        shown = _SHOWN if chosen is RecordFormat.TABLE else len(_HEADER)
        show(chosen, _HEADER[:shown], records, lambda record: _row(record)[:shown])


def _row(record: dict[str, Any]) -> list[str]:
    time, count, first = record["time"], record["count"], record["evidence"][0]
    return [
        record["subject"]["label"],
        record["relation"]["label"],
        record["object"]["label"],
        record["polarity"],
        record["modality"],
        record["attribution"]["label"] if record["attribution"] else "",
        (time["value"] or time["text"]) if time else "",
        "; ".join(place["label"] for place in record["places"]),
        f"{count['comparator'].removeprefix('=')}{count['value']}" if count else "",
        str(record["confidence"]),
        first["quote"],
        first["article"],
        record["id"],
    ]
