"""``kg openie``: what each sentence says, in its own words."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import api
from kg.cli.output import Language, say


def openie(
    source: Annotated[str, typer.Argument(metavar="FILE|-", help="A text; - is standard input.")],
    lines: Annotated[bool, typer.Option("--lines", help="Every line is one sentence.")] = False,
    language: Annotated[Language, typer.Option("--lang", help="The language of the text.")] = Language.DE,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline to parse with.")
    ] = None,
) -> None:
    """Print open triples of a text.

    By surface form, one a line, tab-separated: sentence number, subject, relation, object.

    \b
    Examples:
    kg openie article.txt
    kg openie --lines sentences.txt
    echo 'Li besuchte Minsk.' | kg openie -
    """
    text = api.read_text(source)
    for number, triple in api.open_triples(text, lines=lines, language=language, model=model):
        say("\t".join((str(number), *(" ".join(part.split()) for part in triple))))
