"""``kg entities``: who and what the graph knows, and why it takes one for one."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kg import api
from kg.cli.filters import Entity, Relation, Since, Source, Status, Until
from kg.cli.output import Folder, Language, Style, Target, printed, show

_HEADER = ("label", "type", "mentions", "also called", "links", "id")
_WHY = ("step", "reason", "name", "other", "points", "articles", "place")


def entities(
    folder: Folder = api.OUTPUTS,
    style: Style = None,
    output: Target = None,
    labels: Annotated[Language, typer.Option(help="The language of the labels.")] = Language.EN,
    why: Annotated[
        str | None, typer.Option("--why", metavar="NAME", help="Tell why this entity is what it is.")
    ] = None,
    entity: Entity = None,
    relation: Relation = None,
    status: Status = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
) -> None:
    """List who and what the graph knows.

    Names, type and links of every entity, and every form in which the articles name it. With --why, of one entity: why
    each mention was taken for it, what joined it across articles, and near misses with what kept them apart. The other
    options leave those that a statement of this kind names.

    \b
    Examples:
    kg entities
    kg entities --labels de
    kg entities --relation met --status fact
    kg entities --format jsonl | head
    kg entities -o entities.csv
    kg entities --why 'Li Shangfu'
    """
    graph = api.open(folder)
    with printed(style, output) as chosen:
        if why is None:
            only = graph.select(
                entity=entity, relation=relation, status=status or (), since=since, until=until, source=source
            )  # fmt: skip
            show(chosen, _HEADER, graph.entity_records(labels=labels, only=only), _row)
        else:
            show(chosen, _WHY, graph.why(why, labels=labels), _why_row)


def _row(record: dict[str, Any]) -> list[str]:
    return [
        record["label"],
        record["type"],
        str(len(record["mentions"])),
        "; ".join(alias for alias in record["aliases"] if alias != record["label"]),
        "; ".join(f"{scheme}:{link}" for scheme, link in record["links"].items()),
        record["id"],
    ]


def _why_row(record: dict[str, Any]) -> list[str]:
    place = "" if record["start"] is None else f"{record['start']}-{record['end']}"
    points = "" if record["points"] is None else str(record["points"])
    articles = " ".join(record["articles"])
    return [record["step"], record["reason"], record["name"], record["other"]["label"], points, articles, place]
