"""``kg statements``: what the graph says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kg import api
from kg.cli.filters import Entity, Relation, Since, Source, Status, Until
from kg.cli.output import Folder, Language, RecordFormat, Style, Target, printed, show, table
from kg.wording.records import reading_order

_HEADER = (
    "subject", "relation", "words", "object", "polarity", "modality", "attribution", "time", "places", "count",
    "confidence", "quote", "article", "id",
)  # fmt: skip
_SHOWN = ("subject", "relation", "object", "times", "source", "when", "where", "id")


def statements(
    folder: Folder = api.OUTPUTS,
    style: Style = None,
    output: Target = None,
    labels: Annotated[Language, typer.Option(help="The language of the labels.")] = Language.EN,
    entity: Entity = None,
    relation: Relation = None,
    status: Status = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
) -> None:
    """List what the graph says.

    Subject, relation and object of every statement, the relation in words that say how far the articles commit
    themselves: "has not met", "is said to have met". The whole of one is printed by: kg show ID

    \b
    Examples:
    kg statements
    kg statements --entity "Li Shangfu" --status negated --status reported
    kg statements --since 2023-04 --until 2023-08 --source "South China Morning Post"
    kg statements --format csv > statements.csv
    kg statements -d other --format jsonl | head
    """
    graph = api.open(folder)
    only = graph.select(
        entity=entity, relation=relation, status=status or (), since=since, until=until, source=source
    )  # fmt: skip
    records = graph.statement_records(labels=labels, only=only)
    with printed(style, output) as chosen:
        if chosen is RecordFormat.TABLE:
            publishers = {article.id: article.source or article.id for article in only.articles}
            table(_SHOWN, (_shown(record, publishers) for record in sorted(records, key=reading_order)))
        else:
            show(chosen, _HEADER, records, _row)


def _row(record: dict[str, Any]) -> list[str]:
    first = record["evidence"][0]
    return [
        record["subject"]["label"],
        record["relation"]["label"],
        record["words"],
        record["object"]["label"],
        record["polarity"],
        record["modality"],
        record["attribution"]["label"] if record["attribution"] else "",
        _time(record),
        _places(record),
        _count(record),
        str(record["confidence"]),
        first["quote"],
        first["article"],
        record["id"],
    ]


def _shown(record: dict[str, Any], publishers: Mapping[str, str]) -> list[str]:
    """A row of the table; its source is who is quoted, else who published it."""
    published = dict.fromkeys(publishers.get(e["article"], e["article"]) for e in record["evidence"])
    source = record["attribution"]["label"] if record["attribution"] else "; ".join(published)
    ends = (record["subject"]["label"], record["words"], record["object"]["label"])
    return [*ends, _count(record), source, _time(record), _places(record), record["id"]]


def _time(record: dict[str, Any]) -> str:
    time = record["time"]
    return (time["value"] or time["text"]) if time else ""


def _places(record: dict[str, Any]) -> str:
    return "; ".join(place["label"] for place in record["places"])


def _count(record: dict[str, Any]) -> str:
    count = record["count"]
    return f"{count['comparator'].removeprefix('=')}{count['value']}" if count else ""
