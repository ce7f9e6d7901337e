"""The commands put together, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, NoReturn

import typer

from kg.cli.build import build
from kg.cli.entities import entities
from kg.cli.export import export
from kg.cli.openie import openie
from kg.cli.output import note
from kg.cli.query import query
from kg.cli.quotations import quotations
from kg.cli.show import show
from kg.cli.start import GOODBYE, INTERRUPTED
from kg.cli.statements import statements
from kg.cli.stats import stats
from kg.cli.validate import validate
from kg.cli.view import view
from kg.errors import KGError

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2

app = typer.Typer(
    name="kg",
    help="German and English news to a knowledge graph whose every edge can be trusted.",
    epilog="First: kg build seeds -o outputs. Then open outputs/graph.html, or ask: kg query --list",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, statements, entities, show, stats, query, export, view, validate, openie, quotations):
    app.command()(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {version('kg')}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """German and English news to a knowledge graph whose every edge can be trusted."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line, by default that of the process; its exit code."""
    try:
        code = app(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # Typer's own word for it, without a word to the user
            raise KeyboardInterrupt
    except BrokenPipeError:
        return _unread()
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # Typer makes this of one that a command meets
            return _unread()
        raise
    except (KeyboardInterrupt, typer.Abort):
        _complain(GOODBYE)
        return INTERRUPTED
    except (typer.TyperException, KGError, OSError) as error:
        _complain(_explained(error))
        if (excerpt := getattr(error, "excerpt", "")) and sys.stderr.isatty():
            note(excerpt)
        return WRONG_USE
    return code if isinstance(code, int) else DONE


def _unread() -> int:
    """The reader went away (kg statements | head): nothing is wrong, and nothing can be written any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())  # type: ignore[union-attr]
    return DONE


def _explained(error: typer.TyperException | KGError | OSError) -> str:
    if isinstance(error, typer.TyperException):
        context = getattr(error, "ctx", None)
        message = error.format_message().replace("Value error, ", "").rstrip(".")
        return (
            f"{message}{'' if message.endswith('?') else '.'} See: {context.command_path if context else 'kg'} --help"
        )
    if isinstance(error, OSError):
        return f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
    return str(error)


def _complain(message: str) -> None:
    print("kg:", " ".join(message.split()), file=sys.stderr)  # noqa: T201
