"""``kg build``: articles in, the graph out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg import api
from kg.cli.output import Language, named, note


def build(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|URL", help="Files, folders, addresses, - for standard input. [default: seeds]"),
    ] = None,
    folder: Annotated[
        Path,
        typer.Option("--output", "-o", "--dir", "-d", metavar="DIR", parser=named, help="The folder of the graph."),
    ] = api.OUTPUTS,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline to parse with, not the shipped one.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Language of articles that do not say, de or en; else it is detected."),
    ] = None,
    labels: Annotated[Language, typer.Option(help="Language of the labels in the HTML view.")] = Language.EN,
    base: Annotated[str, typer.Option(metavar="IRI", help="Where the IRIs of the graph begin.")] = api.BASE,
    edits: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            parser=named,
            help="What must and must not be joined; kept with the graph for later builds.",
        ),
    ] = None,
    no_edits: Annotated[bool, typer.Option("--no-edits", help="Drop the edits kept with the graph.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Keep the articles that are in the graph.")] = False,
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, metavar="SHARE", help="Leave out statements that are right with a lower chance."),
    ] = api.MIN_CONFIDENCE,
) -> None:
    """Build the graph of articles.

    Reads text, Markdown, HTML and .jsonl files, folders of them, addresses, and standard input (-); German and English
    articles side by side. Writes graph.ttl, graph.html, statements.jsonl and store/ into DIR. Articles that were built
    before are not read again. An article that fails is listed, and the others are built (exit code 1); if all fail, DIR
    stays as it is. The graph holds the articles that are named, and with --add those that are in it too.

    \b
    Examples:
    kg build
    kg build news/ more.jsonl.gz -o graph
    kg build article.txt --language de --labels de
    kg build today.jsonl --add -o graph
    curl https://paper.example/news | kg build -
    kg build news/ --min-confidence 0.8
    """
    with _Bar() as bar:
        report = api.build(
            sources or [api.SEEDS], folder, model=model, language=language, labels=labels, base=base, edits=edits,
            forget_edits=no_edits, min_confidence=min_confidence, add=add, progress=bar.show,
        )  # fmt: skip
    for line in report.lines():
        note(line)
    for line in report.notes:
        note(f"note: {line}")
    for failure in report.failures:
        note(f"failed: {failure.source}: {failure.reason}")
    raise typer.Exit(1 if report.failures else 0)


class _Bar:
    """A progress bar on standard error, where that is a terminal."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        # Refreshed as articles are done: a thread that did it would keep the build from forking workers.
        self.bar = Progress(
            *columns, console=console, transient=True, disable=not console.is_terminal, auto_refresh=False
        )
        self.task = self.bar.add_task("articles", total=None)

    def __enter__(self) -> _Bar:
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.stop()

    def show(self, done: int, total: int) -> None:
        self.bar.update(self.task, completed=done, total=total, refresh=True)
