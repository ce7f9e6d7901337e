"""``kg show``: one statement or one entity, on a page."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from typing import Annotated

import typer

from kg import api
from kg.cli.output import Folder, Language, say
from kg.rdf.results import printable

_INDENT = 4
_WORDS = re.compile(r"[ ]+|[^ ]+")


def show(
    name: Annotated[str, typer.Argument(metavar="STATEMENT|ENTITY", help="The id of a statement; an id or a name.")],
    folder: Folder = api.OUTPUTS,
    labels: Annotated[Language, typer.Option(help="The language of the page.")] = Language.EN,
) -> None:
    """Print all that is known of a statement or an entity.

    Of a statement: what it says, how far the text commits itself and by which words, and every sentence it is from. Of
    an entity: its names, links and offices, and all that is said of it.

    \b
    Examples:
    kg show "Li Shangfu"
    kg show 00ffd4554737dca6 --labels de
    """
    page = api.open(folder).show(name, labels=labels)
    for line in page.splitlines():
        say(_folded(line))


def _folded(line: str) -> str:
    """A line of the page, safe to print and on a terminal as wide as it is; what goes on stands further in."""
    indent = line[: len(line) - len(line.lstrip())]
    text = indent + "".join(part if part.isspace() else printable(part) for part in _WORDS.findall(line.lstrip()))
    if not sys.stdout.isatty():
        return text
    return textwrap.fill(
        text,
        shutil.get_terminal_size().columns,
        subsequent_indent=indent + " " * _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
