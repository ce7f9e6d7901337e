"""An article a line, plain or compressed; a bad line is a failure of its own."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.ingest import jsonl
from kg.ingest.items import Found
from kg.ingest.jsonl import count_lines
from kg.model import Article, Failure

TEXT = "Der Minister reiste am Montag nach Wien."


def read_lines(path: Path) -> Iterator[Article | Failure]:
    for item in jsonl.read_lines(path, name=jsonl.stem(path.name)):
        yield item.article if isinstance(item, Found) else item


def test_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": "x", "title": "T", "date": "01.08.2005", "text": TEXT, "place": "Wien"}),
        "",
        json.dumps({"text": TEXT, "date": "NA", "url": "https://zeitung.example/1"}),
    ]
    path.write_text("\n".join(lines), "utf-8")
    first, second = read_lines(path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.published, first.text) == ("x", "T", date(2005, 8, 1), TEXT)
    assert (second.id, second.published, second.url) == ("a-3", None, "https://zeitung.example/1")
    assert count_lines(path) == 2


def test_compressed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps({"text": TEXT}) + "\n").encode() * 3))
    assert [item.id for item in read_lines(path) if isinstance(item, Article)] == ["a-1", "a-2", "a-3"]
    assert count_lines(path) == 3


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not a JSON object"),
        (b"[1]", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b"{}", "has no text"),
        (b'{"text": 7}', "has no text"),
        (b'{"text": ""}', "no text in it"),
        (b'{"text": "a", "date": "bald"}', "not a date"),
        (b'{"text": "a", "language": "xx"}', "'xx'"),
        (b'{"text": "a", "x": ' + b"[" * 50_000, "nested too deep"),
        (b'{"text": "a", "published": "03/04/2024"}', "two dates"),
        (b"\x89PNG\x00\x00\x01\x02", "not text"),
    ],
)
def test_bad_line_is_a_failure_and_the_next_is_read(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line + b"\n" + json.dumps({"text": TEXT}).encode())
    bad, good = read_lines(path)
    assert isinstance(bad, Failure)
    assert bad.source == f"{path}:1"
    assert reason in bad.reason
    assert "\n" not in bad.reason
    assert isinstance(good, Article)


def test_broken_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps({"text": TEXT}) + "\n").encode() * 5_000)[:-20])
    *good, bad = read_lines(path)
    assert good
    assert isinstance(bad, Failure)
    assert "cannot be read" in bad.reason
    assert count_lines(path) == 0


def test_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + "\n{", "utf-8")
    stream = read_lines(path)
    assert isinstance(next(stream), Article)
    path.unlink()
    assert isinstance(next(stream), Failure)


def test_a_line_that_no_article_is_as_long_as(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST_OF_LINE", 100)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x" * 350}) + "\n" + json.dumps({"text": TEXT}) + "\n" + "y" * 500, "utf-8")
    bad, good, last = read_lines(path)
    assert isinstance(bad, Failure)
    assert "more than 100 bytes" in bad.reason
    assert isinstance(good, Article)
    assert good.id == "a-2"
    assert isinstance(last, Failure)


def test_markup_in_a_line_is_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = "<p>J&uuml;rgen Gr&ouml;&szlig;wang traf <b>Emil Sorin</b> in Wien.</p>"
    path.write_text(json.dumps({"text": text, "title": "T&auml;ter &amp; Opfer"}), "utf-8")
    (article,) = read_lines(path)
    assert isinstance(article, Article)
    assert (article.text, article.title) == ("Jürgen Größwang traf Emil Sorin in Wien.", "Täter & Opfer")


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 1 << 20])
def test_lines_are_counted_wherever_they_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(jsonl, "_CHUNK", chunk)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n  \n{a b}\n\n  {c}  \r\n \n{d\t}")
    assert count_lines(path) == 3
