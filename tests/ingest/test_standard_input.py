"""What is piped in."""

from __future__ import annotations

import io
import json

import pytest

from kg.ingest.items import Found
from kg.ingest.standard_input import read

TEXT = "Der Minister reiste am Montag nach Wien."


def found(data: bytes) -> list[tuple[str, str]]:
    items = read(io.BytesIO(data), name="stdin")
    return [(i.article.id, i.article.text) if isinstance(i, Found) else (i.source, i.reason) for i in items]


LINE = json.dumps({"text": TEXT}).encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), [("stdin", TEXT)]),
        (f"---\nid: x\n---\n{TEXT}".encode(), [("x", TEXT)]),
        (b"\n\n" + TEXT.encode(), [("stdin", "\n\n" + TEXT)]),
        (LINE, [("stdin-1", TEXT)]),
        (LINE + b"\n\n" + LINE + b"\n", [("stdin-1", TEXT), ("stdin-3", TEXT)]),
        (b"\n" + LINE, [("stdin-1", TEXT)]),
        (b"{" + TEXT.encode() + b"}", [("stdin", "{" + TEXT + "}")]),
    ],
)
def test_articles(data: bytes, expected: list[tuple[str, str]]) -> None:
    assert found(data) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no text"),
        (b"\n\n", "no text"),
        (b"%PDF-1.7\n", "a PDF"),
        (b'{"title": "a"}', "this is data"),
        (LINE[:-1] + b', "x": ' + b"[" * 50_000, "nested"),
    ],
)
def test_what_is_no_article(data: bytes, reason: str) -> None:
    ((source, told),) = found(data)
    assert source.startswith("standard input")
    assert reason in told


def test_a_bad_line_does_not_end_it() -> None:
    assert [source for source, _ in found(LINE + b"\n{\n" + LINE)] == ["stdin-1", "standard input:2", "stdin-3"]
