"""Quotations as plain records: what ``kg quotations`` prints, in this key order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.model.document import Document
from kg.model.mention import Mention, MentionKind
from kg.model.quotation import Quotation
from kg.model.text import Span


def quotation_records(document: Document) -> Iterator[dict[str, Any]]:
    """A record of each quotation of a document, in text order, with every place where its speaker is named.

    Spans are offsets into the article's text.
    """
    return (_record(document, quotation) for quotation in document.quotations)


def _record(document: Document, quotation: Quotation) -> dict[str, Any]:
    text = document.article.text
    return {
        "kind": quotation.kind.value,
        "text": " … ".join(span.of(text) for span in quotation.spans),
        "spans": _spans(quotation.spans, text),
        "speaker": _speaker(document, quotation) if quotation.speaker else None,
        "cue": _spans([quotation.cue], text)[0] if quotation.cue else None,
    }


def _speaker(document: Document, quotation: Quotation) -> dict[str, Any]:
    """`name` is the fullest that the article has for the speaker, null where no mention of the graph is meant."""
    text = document.article.text
    same = _same(document, quotation.mention)
    names = [m.name for m in same if m.kind is MentionKind.NAME] or [m.name for m in same if m.name]
    return {
        "text": quotation.speaker[0].of(text),
        "spans": _spans(quotation.speaker, text),
        "name": max(names, key=len, default=None),
        "mentions": _spans((m.span for m in same), text),
    }


def _same(document: Document, mention: int) -> tuple[Mention, ...]:
    """All mentions of the chain of a mention."""
    chains = (chain for chain in document.chains if any(link.mention == mention for link in chain.links))
    return tuple(document.mentions[link.mention] for chain in chains for link in chain.links)


def _spans(spans: Iterable[Span], text: str) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.of(text)} for span in spans]
