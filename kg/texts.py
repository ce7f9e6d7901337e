"""A text for itself, without a graph: its open triples, times and quotations, and where it is read from.

Nothing here loads a parser until it is called.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.model import Article, Document
from kg.model.quotation_records import quotation_records

if TYPE_CHECKING:
    from kg.extract.openie.openie import Triple
    from kg.extract.times.timex import Timex

_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")  # line breaks of a page, which end no line of a file


def open_triples(
    text: str, *, lines: bool = False, language: str = "de", model: str | None = None
) -> Iterator[tuple[int, Triple]]:
    """Open triples of a text by surface form, each with the number of its sentence, from 1.

    With `lines` every line is one sentence, and its number the line's. Raises UsageError, EmptyArticle.
    """
    from kg import ingest  # noqa: PLC0415 (a parser takes a second to load)
    from kg.extract.openie.openie import triples  # noqa: PLC0415
    from kg.parse.stage import Parse  # noqa: PLC0415

    text = ingest.clean(_OTHER_BREAKS.sub(" ", text) if lines else text)
    blocks = ingest.line_blocks(text) if lines else ingest.blocks(text, language=language)
    document = Parse(model=model, whole=lines)(Document(Article("", text, language=language, blocks=blocks)))
    breaks = [offset for offset, character in enumerate(text) if character == "\n"]
    for count, sentence in enumerate(document.sentences, 1):
        number = bisect_right(breaks, sentence.span.start) + 1 if lines else count
        for triple in triples(sentence, language=language):
            yield number, triple


def timexes(
    text: str, *, published: date | None = None, language: str = "de", model: str | None = None
) -> tuple[Timex, ...]:
    """The time expressions of a text as TIMEX3 has them, in order: span, type and value.

    Relative ones are resolved against `published`, the day the text was made. Raises UsageError, ModelNotFound.
    """
    from kg.extract.times import timex  # noqa: PLC0415 (as above)
    from kg.parse.stage import Parse  # noqa: PLC0415

    document = Parse(model=model)(Document(Article("", text, language=language)))
    return tuple(timex.timexes(document.sentences, published=published, language=language))


def quotations(text: str, *, language: str = "de", model: str | None = None) -> Iterator[dict[str, Any]]:
    """Who says what in a text: its quotations in order, as records (kind, text, spans, speaker, cue).

    Direct and indirect speech, and sentences that go on with it; every place where the text names the speaker is among
    his mentions. Offsets are into the text as given. Raises UsageError, EmptyArticle, ModelNotFound.
    """
    from kg import ingest  # noqa: PLC0415 (as above)
    from kg.builds.stages import quoting_stages  # noqa: PLC0415

    text = ingest.clean(text)
    document = Document(Article("", text, language=language, blocks=ingest.blocks(text, language=language)))
    for stage in quoting_stages(model=model):
        document = stage(document)
    return quotation_records(document)


def read_text(source: str) -> str:
    """All of a file, ``-`` for standard input, as text, whatever its encoding. Raises NotText, UsageError."""
    from kg.ingest import read_text as read  # noqa: PLC0415 (as above)

    return read(source)


def read_question() -> str:
    """A query on standard input. Raises UsageError where it is none of text, or empty."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("standard input is no text in UTF-8") from error
    if not text.strip():
        raise UsageError("there is no query on standard input")
    return text
