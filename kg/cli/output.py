"""How commands print: data on standard output, everything for the eye on standard error."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
import typer
from rich.cells import cell_len
from rich.console import Console

from kg import api
from kg.cli import tables
from kg.errors import UsageError
from kg.rdf.results import printable


def named(path: str | Path) -> Path:
    """The path of an option; an empty name is a variable that was not set, and not the folder one is in."""
    if path == "":
        raise UsageError("an option names no file or folder: what it was given is empty")
    return Path(path)


Folder = Annotated[Path, typer.Option("--dir", "-d", metavar="DIR", parser=named, help="The folder of the graph.")]


def _no_folder(output: Path | None) -> Path | None:
    if output and output.is_dir():
        raise UsageError(f"{output} is a folder, and -o names a file to write; the graph's folder is named with -d")
    return output


Target = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=named,
        callback=_no_folder,
        help="The file to write; - is standard output.",
    ),
]


class RecordFormat(StrEnum):
    """How lists are printed."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"


Style = Annotated[
    RecordFormat | None,
    typer.Option("--format", "-f", help="How to print them. [default: what FILE ends in, else table]"),
]


class AnswerFormat(StrEnum):
    """How answers are printed: rows as lists are, triples as RDF, too."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


Kind = TypeVar("Kind", bound=StrEnum)

_ENDINGS = {
    ".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "jsonl", ".ttl": "turtle", ".nt": "ntriples",
    ".nq": "nquads", ".trig": "trig", ".jsonld": "jsonld", ".rdf": "rdfxml", ".graphml": "graphml", ".gexf": "gexf",
}  # fmt: skip


_OF_OTHERS = frozenset({
    ".bz2", ".db", ".docx", ".gz", ".htm", ".html", ".n3", ".ods", ".parquet", ".pdf", ".png", ".sqlite", ".svg",
    ".xls", ".xlsx", ".xml", ".xz", ".yaml", ".yml", ".zip", ".zst",
})  # fmt: skip
"""Endings of what no command lists or exports."""


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


def json_document(content: Any) -> None:
    say(msgspec.json.format(msgspec.json.encode(content)).decode())


def json_lines(records: Iterable[dict[str, Any]]) -> None:
    for record in records:
        say(msgspec.json.encode(record).decode())


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n", delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(rows)


def show(
    style: RecordFormat,
    header: Sequence[str],
    records: Iterable[dict[str, Any]],
    row: Callable[[dict[str, Any]], Sequence[str]],
) -> None:
    """Records as they are in JSON, or a row of each under `header`."""
    if style is RecordFormat.JSONL:
        json_lines(records)
    elif style is RecordFormat.JSON:
        json_document(list(records))
    else:
        show_rows(style, header, map(row, records))


def show_rows(style: RecordFormat, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under `header`; in JSON objects of them."""
    if style is RecordFormat.CSV:
        comma_separated(header, rows)
    elif style is RecordFormat.TSV:
        comma_separated(header, rows, delimiter="\t")
    elif style is RecordFormat.TABLE:
        table(header, rows)
    else:
        objects = (dict(zip(header, row, strict=True)) for row in rows)
        json_lines(objects) if style is RecordFormat.JSONL else json_document(list(objects))


@contextmanager
def printed(style: RecordFormat | None, output: Path | None) -> Iterator[RecordFormat]:
    """The format to print a list in; what is printed meanwhile goes into the file, if there is one."""
    with written_to(output):
        yield style or fitting(RecordFormat, output, RecordFormat.TABLE)


@contextmanager
def written_to(output: Path | None) -> Iterator[None]:
    """What is printed meanwhile goes into the file, when all of it is there; on standard output without one."""
    if output is None or output == Path("-"):
        yield
        return
    with redirect_stdout(StringIO()) as printed:
        yield
    deliver(output, printed.getvalue().encode())


def deliver(output: Path | None, content: bytes) -> None:
    """Writes bytes into the file, and says so; on standard output without one."""
    if output is None or output == Path("-"):
        sys.stdout.buffer.write(content)
    else:
        api.write(output, content)
        note(f"wrote {output}")


def fitting(formats: type[Kind], output: Path | None, otherwise: Kind) -> Kind:
    """The format that the file's name asks for, `otherwise` where it asks for none.

    UsageError for one that is none of these: a table in a file that is called a graph misleads whoever opens it.
    """
    ending = output.suffix.lower() if output else ""
    found = _ENDINGS.get(ending) or (ending if ending in _OF_OTHERS else None)
    if found is None:
        return otherwise
    if found not in set(formats):
        known = ", ".join(formats)
        raise UsageError(f"{output} is called like {found}, which is not written here; say with --format: {known}")
    return formats(found)


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
