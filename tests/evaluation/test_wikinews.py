"""The set of Wikinews articles: names taken apart, lines that kg reads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg import ingest
from kg.errors import DataError
from kg.evaluation import wikinews
from kg.evaluation.wikinews import Record
from kg.model import Article

TEXT = "Der Zug hielt in Kassel."


def written(folder: Path, *names: str) -> Path:
    path = folder / "set.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"name": name, "text": TEXT}) + "\n" for name in names)
    return path


@pytest.mark.parametrize(
    ("name", "record"),
    [
        (
            "123 - Zug (der lange) hielt (2005-08-06)",
            Record("123", "Zug (der lange) hielt", TEXT, published="2005-08-06"),
        ),
        ("Zug hielt", Record("Zug hielt", "Zug hielt", TEXT)),
    ],
)
def test_names(name: str, record: Record, tmp_path: Path) -> None:
    assert list(wikinews.read(written(tmp_path, name))) == [record]


def test_no_article(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"name": "a"}\n'))
    with pytest.raises(DataError, match=r"set\.jsonl\.gz:1 is no article"):
        list(wikinews.read(path))


def test_kg_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    wikinews.write([Record("1", "Zug", TEXT, published="2005-08-06")], path)
    (article,) = ingest.read(ingest.expand([path]))
    assert isinstance(article, Article)
    told = (article.id, article.title, str(article.published), article.language, article.source, article.text)
    assert told == ("1", "Zug", "2005-08-06", "de", "Wikinews", TEXT)
