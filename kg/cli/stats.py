"""``kg stats``: how large the graph is, and what it says that the ontology has no relation for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from kg import api
from kg.cli.output import (
    Folder,
    Language,
    RecordFormat,
    Style,
    Target,
    json_document,
    printed,
    show,
    show_rows,
)

_SIZES = ("what", "name", "count")
_UNMAPPED = ("count", "relation", "subject", "words", "object", "example", "article", "id")


def stats(
    folder: Folder = api.OUTPUTS,
    unmapped: Annotated[
        bool, typer.Option("--unmapped", help="The open relations between entities, the most frequent first.")
    ] = False,
    style: Style = None,
    output: Target = None,
    labels: Annotated[Language, typer.Option(help="The language of the labels.")] = Language.EN,
) -> None:
    """Count what the graph holds.

    Articles by language, entities by type, statements by relation, polarity and modality; and how many of the
    statements between named entities have a relation of the ontology. With --unmapped the others: the relations that
    the ontology could learn next, each with a sentence.

    \b
    Examples:
    kg stats
    kg stats --format json
    kg stats --unmapped | head -20
    kg stats --unmapped --format csv > unmapped.csv
    """
    graph = api.open(folder)
    with printed(style, output) as chosen:
        if unmapped:
            show(chosen, _UNMAPPED, map(asdict, graph.unmapped(labels=labels)), _unmapped_row)
        elif chosen is RecordFormat.JSON:
            json_document(_record(graph.stats()))
        else:
            show_rows(chosen, _SIZES, _sizes(graph.stats()))


def _record(sizes: api.Stats) -> dict[str, Any]:
    counts = {what: dict(pairs) for what, pairs in sizes.counts.items()}
    return asdict(sizes) | {"counts": counts, "share": round(sizes.share, 1)}


def _sizes(sizes: api.Stats) -> Iterator[tuple[str, str, str]]:
    yield "articles", "", str(sizes.articles)
    if sizes.copies:
        yield "articles", "of these copies of others", str(sizes.copies)
    yield "entities", "", str(sizes.entities)
    yield "statements", "", str(sizes.statements)
    yield "statements", "between named entities", str(sizes.between)
    yield "statements", f"of these in the ontology ({sizes.share:.1f} %)", str(sizes.mapped)
    for what, pairs in sizes.counts.items():
        yield from ((what, name, str(count)) for name, count in pairs)


def _unmapped_row(record: dict[str, Any]) -> tuple[str, ...]:
    names = ("count", "label", "subject", "words", "object", "quote", "article", "id")
    return tuple(str(record[name]) for name in names)
