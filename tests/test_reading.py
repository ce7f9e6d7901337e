"""Articles are read once, one at a time, and never held together."""

from __future__ import annotations

import json
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import ingest, reading
from kg.errors import ModelNotFound, StoreError
from kg.model import Document
from kg.reading import Reader
from kg.workspace import Workspace


class Seen:
    """A stage that remembers which articles came, in place of all others."""

    name = "seen"
    requires = ("article",)
    provides = ("sentences",)

    def __init__(self) -> None:
        self.ids: list[str] = []

    def __call__(self, document: Document) -> Document:
        if "Fehler" in document.article.text:
            raise ValueError("no")
        self.ids.append(document.article.id)
        return document


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Seen:
    seen = Seen()
    monkeypatch.setattr(reading, "default_stages", lambda **_: (seen,))
    return seen


@pytest.fixture
def lines(tmp_path: Path) -> Callable[[list[str]], tuple[ingest.Source, ...]]:
    def written(texts: list[str]) -> tuple[ingest.Source, ...]:
        path = tmp_path / "in.jsonl"
        records = ({"id": f"a{n}", "language": "de", "text": text} for n, text in enumerate(texts))
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
        return ingest.expand([path])

    return written


def read(sources: tuple[ingest.Source, ...], folder: Path, **options: object) -> tuple[Reader, reading.Reading]:
    told: list[tuple[int, int]] = []
    reader = Reader(Workspace(folder))
    with Workspace(folder).writing():
        found = reader.read(sources, language=None, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    return reader, found


def test_only_what_is_new_is_read(
    stage: Seen, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    _, first = read(lines(["Eins.", "Zwei.", "Fehler."]), tmp_path / "out")
    assert (stage.ids, first.fresh, len(first.failures)) == (["a0", "a1"], 3, 1)
    reader, second = read(lines(["Eins.", "Anders.", "Fehler.", "Drei."]), tmp_path / "out")
    assert (stage.ids[2:], second.fresh) == (["a1", "a3"], 2)
    assert second.failures == first.failures
    assert [document.article.text for document in reader.documents(second)] == ["Eins.", "Anders.", "Drei."]


def test_what_was_read_and_is_lost_is_an_error(
    stage: Seen, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    reader, found = read(lines(["Eins."]), tmp_path / "out")
    reader.cache.keep_only(())
    with pytest.raises(StoreError, match="build again"):
        list(reader.documents(found))


def test_memory_does_not_grow_with_the_number_of_articles(
    stage: Seen, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    """Two hundred articles of 100 kB each pass through in the memory of a few."""
    sources = lines([f"Artikel {n}. " + "Das ist ein Satz. " * 6_000 for n in range(200)])
    read(sources[:0], tmp_path / "warm")
    tracemalloc.start()
    try:
        reader, found = read(sources, tmp_path / "out")
        assert sum(1 for _ in reader.documents(found)) == 200
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def test_the_parser_is_ahead_and_the_order_stays(
    monkeypatch: pytest.MonkeyPatch, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    order: list[str] = []
    parsed = threading.Semaphore(0)

    class First(Seen):
        name = "first"

        def __call__(self, document: Document) -> Document:
            order.append(f"parsed {document.article.id}")
            parsed.release()
            return super().__call__(document)

    class Second(Seen):
        name = "second"

        def __call__(self, document: Document) -> Document:
            if document.article.id == "a0":
                assert all(parsed.acquire(timeout=10) for _ in range(3)), "the next articles are not parsed meanwhile"
            order.append(f"read {document.article.id}")
            return super().__call__(document)

    monkeypatch.setattr(reading, "default_stages", lambda **_: (First(), Second()))
    _, found = read(lines(["Eins.", "Zwei.", "Drei.", "Vier."]), tmp_path / "out")
    assert order[:3] == ["parsed a0", "parsed a1", "parsed a2"]
    assert [line for line in order if line.startswith("read")] == ["read a0", "read a1", "read a2", "read a3"]
    assert (list(found.keys), found.fresh) == (["a0", "a1", "a2", "a3"], 4)


def test_what_ends_the_run_ends_the_parser(
    monkeypatch: pytest.MonkeyPatch, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    class Missing(Seen):
        def __call__(self, document: Document) -> Document:
            raise ModelNotFound("no such model")

    monkeypatch.setattr(reading, "default_stages", lambda **_: (Missing(), Seen()))
    with pytest.raises(ModelNotFound):
        read(lines(["Eins.", "Zwei.", "Drei."]), tmp_path / "out")
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("kg-parse")]
