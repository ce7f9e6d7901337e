"""Interviews: paragraphs that begin with who speaks and a colon, turn by turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.model import Document, MentionKind, Quotation, QuotationKind, Span
from kg.ontology import Types

_LABEL = re.compile(r"^[ \t'*_„“\"]*(?P<name>[^\W\d_][^\n:'*_„“\"]{1,40}?)['*_“”\"]*:['*_]*[ \t]+(?=\S)", re.MULTILINE)
_WORDS = 4  # of a label at most
_TURNS = 3  # of one speaker at least, among two
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def interviews(document: Document) -> Iterator[Quotation]:
    """What is said in the turns of an interview, each by the one whose name opens it."""
    labels = [m for m in _LABEL.finditer(document.article.text) if len(m["name"].split()) <= _WORDS]
    turns = Counter(m["name"] for m in labels)
    speakers = {name for name, count in turns.items() if count > 1}
    if len(speakers) < 2 or max(turns.values()) < _TURNS:
        return
    told = [m for m in labels if m["name"] in speakers]
    for label, after in zip(told, [*told[1:], None], strict=True):
        end = after.start() if after is not None else _end(document.article.text, label.end())
        name = Span(label.start("name"), label.end("name"))
        spans = (Span(label.end(), end),)
        yield Quotation(QuotationKind.DIRECT, spans, (name,), None, _mention(document, name))


def _end(text: str, start: int) -> int:
    """Where the last turn ends: with its paragraph."""
    found = _PARAGRAPH.search(text, start)
    return found.start() if found else len(text)


def _mention(document: Document, label: Span) -> int:
    """The first mention of whom a label names, by the whole name or the last of its words; -1 for nobody."""
    name = label.of(document.article.text)
    people = [(k, m) for k, m in enumerate(document.mentions) if m.kind is MentionKind.NAME]
    called = (k for k, m in people if m.type == Types.PERSON and m.name.split()[-1:] == name.split()[-1:])
    return next(called, next((k for k, m in people if label.contains(m.span)), -1))
