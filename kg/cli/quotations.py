"""``kg quotations``: who says what in a text."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
from kg.cli.output import Language, json_lines


def quotations(
    source: Annotated[str, typer.Argument(metavar="FILE|-", help="A text; - is standard input.")],
    language: Annotated[Language, typer.Option("--lang", help="The language of the text.")] = Language.DE,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline to parse with.")
    ] = None,
) -> None:
    """Print who says what in a text.

    Direct and indirect speech, one quotation a line of JSON: kind, what is quoted, its speaker with all mentions, cue.

    \b
    Examples:
    kg quotations article.txt
    echo 'Die Lage sei ernst, sagte Anna Kern.' | kg quotations -
    """
    json_lines(api.quotations(api.read_text(source), language=language, model=model))
