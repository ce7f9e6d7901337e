"""How commands print: data on standard output, everything for the eye on standard error."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.cells import cell_len
from rich.console import Console

from kg.cli import tables
from kg.rdf.results import printable

Folder = Annotated[Path, typer.Option("--dir", "-o", metavar="DIR", help="The folder of the graph.")]
Target = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="The file to write; - is standard output.")
]


class RecordFormat(StrEnum):
    """How lists are printed."""

    JSONL = "jsonl"
    CSV = "csv"
    TABLE = "table"


class AnswerFormat(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Language(StrEnum):
    """In which language things are called."""

    EN = "en"
    DE = "de"


def note(line: str) -> None:
    """A line for the person, on standard error."""
    print(line, file=sys.stderr)  # noqa: T201


def say(text: str) -> None:
    """A line of data, on standard output."""
    sys.stdout.write(text + "\n")


def put(text: str) -> None:
    """Text as it is, on standard output."""
    sys.stdout.write(text)


def json_lines(records: Iterable[dict[str, Any]]) -> None:
    for record in records:
        say(msgspec.json.encode(record).decode())


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns: on a terminal as wide as it is, folded where needed; in a pipe a line each."""
    texts = [list(map(printable, row)) for row in rows]
    if sys.stdout.isatty():
        tables.show(header, texts, Console())
    else:
        _in_pipe([list(header), *texts])


def _in_pipe(rows: list[list[str]]) -> None:
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        say("  ".join(padded).rstrip())
