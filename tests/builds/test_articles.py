"""Articles are read once, one at a time, and never held together."""

from __future__ import annotations

import json
import multiprocessing
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import ingest
from kg.builds import articles, forks
from kg.builds.articles import Reader
from kg.errors import BadMetadata, ModelNotFound, StoreError
from kg.model import Document
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
    monkeypatch.setattr(articles, "default_stages", lambda **_: (seen,))
    return seen


@pytest.fixture
def lines(tmp_path: Path) -> Callable[[list[str]], tuple[ingest.Source, ...]]:
    def written(texts: list[str]) -> tuple[ingest.Source, ...]:
        path = tmp_path / "in.jsonl"
        records = ({"id": f"a{n}", "language": "de", "text": text} for n, text in enumerate(texts))
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
        return ingest.expand([path])

    return written


def read(sources: tuple[ingest.Source, ...], folder: Path, **options: object) -> tuple[Reader, articles.Reading]:
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


@pytest.mark.parametrize("processes", [1, 4])
def test_memory_does_not_grow_with_the_number_of_articles(
    stage: Seen,
    lines: Callable[[list[str]], tuple[ingest.Source, ...]],
    tmp_path: Path,
    processes: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two hundred articles of 100 kB each, 20 MB together, pass through in the memory of a few."""
    monkeypatch.setattr(forks, "count", lambda: processes)
    sources = lines([f"Artikel {n}. " + "Das ist ein Satz. " * 6_000 for n in range(200)])
    read(sources[:0], tmp_path / "warm")
    tracemalloc.start()
    try:
        reader, found = read(sources, tmp_path / "out")
        assert sum(1 for _ in reader.documents(found)) == 200
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000


class Told(Seen):
    """A stage that says in a failure which process it was in."""

    def __call__(self, document: Document) -> Document:
        raise BadMetadata(str(os.getpid()))


LONG = "Das ist ein Satz. " * 1_000


def test_many_articles_are_read_by_workers_and_told_in_order(
    monkeypatch: pytest.MonkeyPatch, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    monkeypatch.setattr(articles, "default_stages", lambda **_: (Told(),))
    monkeypatch.setattr(forks, "count", lambda: 2)
    _, found = read(lines([f"{n}. {LONG}" for n in range(6)]), tmp_path / "out")
    assert [failure.source for failure in found.failures] == [f"a{n}" for n in range(6)]
    assert str(os.getpid()) not in {failure.reason for failure in found.failures}
    assert not multiprocessing.active_children()


def test_workers_keep_what_they_finish_and_count_it(
    stage: Seen,
    monkeypatch: pytest.MonkeyPatch,
    lines: Callable[[list[str]], tuple[ingest.Source, ...]],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(forks, "count", lambda: 2)
    texts = [f"{n}. {LONG}" for n in range(4)]
    reader, found = read(lines(texts), tmp_path / "out")
    assert (stage.ids, found.fresh) == ([], 4)
    assert len(list(reader.documents(found))) == 4
    _, again = read(lines([*texts, "Neu."]), tmp_path / "out")
    assert (stage.ids, again.fresh) == (["a4"], 1)


def test_workers_that_die_leave_the_rest_to_this_process(
    monkeypatch: pytest.MonkeyPatch, lines: Callable[[list[str]], tuple[ingest.Source, ...]], tmp_path: Path
) -> None:
    here = os.getpid()

    class Deadly(Seen):
        def __call__(self, document: Document) -> Document:
            if os.getpid() != here:
                os._exit(1)
            return super().__call__(document)

    stage = Deadly()
    monkeypatch.setattr(articles, "default_stages", lambda **_: (stage,))
    monkeypatch.setattr(forks, "count", lambda: 2)
    _, found = read(lines([f"{n}. {LONG}" for n in range(6)]), tmp_path / "out")
    assert (stage.ids, found.fresh) == ([f"a{n}" for n in range(6)], 6)


@pytest.mark.parametrize("text", ["Eins.", LONG])
def test_what_ends_the_run_ends_the_workers(
    monkeypatch: pytest.MonkeyPatch,
    lines: Callable[[list[str]], tuple[ingest.Source, ...]],
    tmp_path: Path,
    text: str,
) -> None:
    class Missing(Seen):
        def __call__(self, document: Document) -> Document:
            raise ModelNotFound("no such model")

    monkeypatch.setattr(articles, "default_stages", lambda **_: (Missing(), Seen()))
    monkeypatch.setattr(forks, "count", lambda: 2)
    with pytest.raises(ModelNotFound):
        read(lines([text] * 3), tmp_path / "out")
    assert not multiprocessing.active_children()
