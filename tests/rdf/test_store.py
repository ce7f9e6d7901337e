"""The graph on disk: durable, rebuilt, never half."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from kg.errors import GraphMissing, StoreError
from kg.model import KnowledgeGraph
from kg.rdf import store as module
from kg.rdf.query import run
from kg.rdf.store import GraphStore
from kg.rdf.write import quads
from tests.rdf.graphs import SMALL

FEWER = replace(SMALL, statements=SMALL.statements[:3])


@pytest.fixture
def kept(tmp_path: Path) -> GraphStore:
    made = GraphStore(tmp_path / "graph")
    made.write(SMALL)
    return made


def bytes_of(store: GraphStore) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in store.current().files()}


def test_what_was_written_is_there(kept: GraphStore) -> None:
    assert kept.read() == SMALL
    assert set(kept.open()) == set(quads(SMALL))


def test_there_is_a_file_an_article_and_one_for_the_rest(kept: GraphStore) -> None:
    names = [file.name for file in kept.current().files()]
    assert [name.rsplit("-", 1)[0] for name in names] == ["havn", "resolved.nq", "tag%2Fblatt%202"]
    (article,) = (file for file in kept.current().files() if file.name.startswith("havn"))
    lines = article.read_text(encoding="utf-8").splitlines()
    assert all(line.endswith("<https://kg.example/article/havn> .") for line in lines)


def test_articles_whose_ids_differ_in_case_or_at_the_end_have_files_of_their_own(tmp_path: Path) -> None:
    ids = ("a", "A", "ü" * 300, "ü" * 300 + "x", "..", "con", "a/b\\c:d*e?", "")
    articles = tuple(replace(SMALL.articles[0], id=key) for key in sorted(ids))
    store = GraphStore(tmp_path)
    store.write(KnowledgeGraph(articles))
    names = [file.name for file in store.current().files()]
    assert len({name.casefold() for name in names}) == len(ids) + 1
    assert store.read().articles == articles


def test_writing_the_same_again_does_nothing(kept: GraphStore) -> None:
    before = {path: path.stat().st_mtime_ns for path in kept.folder.rglob("*")}
    assert kept.write(SMALL) is False
    assert before.items() <= {path: path.stat().st_mtime_ns for path in kept.folder.rglob("*")}.items() | {
        (kept.folder, before.get(kept.folder, 0))
    }


def test_the_same_graph_gives_the_same_files(kept: GraphStore, tmp_path: Path) -> None:
    other = GraphStore(tmp_path / "other")
    assert other.write(FEWER)
    assert other.write(SMALL)
    assert bytes_of(other) == bytes_of(kept)
    assert other.current().folder.name == kept.current().folder.name


def test_a_reader_keeps_what_it_opened(kept: GraphStore) -> None:
    reader = kept.open()
    assert kept.write(FEWER)
    assert set(reader) == set(quads(SMALL))
    assert set(kept.open()) == set(quads(FEWER))


def test_old_generations_go(kept: GraphStore) -> None:
    for number in (1, 2, 3, 4):
        kept.write(replace(SMALL, statements=SMALL.statements[:number]))
    assert len([path for path in kept.folder.iterdir() if path.is_dir()]) == 2


def test_another_base_is_another_graph(kept: GraphStore) -> None:
    assert kept.write(SMALL, base="https://news.example.org/")
    assert kept.current().base == "https://news.example.org/"
    assert kept.read() == SMALL
    assert run(kept, "ASK { ent:Anna_Berg kg:met <https://news.example.org/entity/Carl_Dahl> }")


# ------------------------------------------------------------------------------------------------- what goes wrong


def test_an_empty_folder_has_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing, match="build one with: kg build"):
        GraphStore(tmp_path).open()


@pytest.mark.parametrize("damage", ["gone", "stamp gone", "manifest", "emptied", "a file instead"])
def test_the_rocksdb_is_made_anew_when_it_is_missing_or_broken(damage: str, kept: GraphStore) -> None:
    folder = kept.current().oxigraph
    if damage == "stamp gone":
        kept.current().stamp.unlink()
    elif damage == "manifest":
        for file in folder.glob("MANIFEST*"):
            file.write_bytes(b"nonsense")
    else:
        shutil.rmtree(folder)
    if damage == "emptied":
        folder.mkdir()
    if damage == "a file instead":
        folder.write_text("nonsense")
    assert set(kept.open()) == set(quads(SMALL))
    assert kept.current().is_fresh()


@pytest.mark.parametrize("damage", ["edited", "cut", "nonsense", "one gone", "one more"])
def test_n_quads_that_were_changed_are_told_and_written_again(damage: str, kept: GraphStore) -> None:
    resolved = kept.current().nquads / "resolved.nq"
    text = resolved.read_text(encoding="utf-8")
    if damage == "edited":
        resolved.write_text(text.replace("Carl Dahl", "Karl Dahl"), encoding="utf-8")
    elif damage == "cut":
        resolved.write_text(text[:300], encoding="utf-8")
    elif damage == "nonsense":
        resolved.write_text("<a> <b> nonsense")
    elif damage == "one gone":
        resolved.unlink()
    else:
        (kept.current().nquads / "zzz.nq").write_text(text.splitlines()[0])
    assert not kept.is_whole()
    for read in (kept.open, kept.read, kept.rebuild):
        with pytest.raises(StoreError, match="damaged or edited after it was built; build the graph again"):
            read()
    assert kept.write(SMALL)
    assert (kept.is_whole(), kept.read()) == (True, SMALL)


def test_a_rocksdb_that_was_changed_is_no_whole_graph(kept: GraphStore) -> None:
    table = max(kept.current().oxigraph.glob("*.sst"), key=lambda path: path.stat().st_size)
    table.write_bytes(table.read_bytes()[:-100] + bytes(100))
    assert not kept.is_whole()
    assert kept.write(SMALL)
    assert kept.is_whole()


def test_asking_changes_nothing(kept: GraphStore) -> None:
    assert run(kept, "ASK { ?s ?p ?o }")
    assert kept.is_whole()


def test_what_killed_writers_leave_goes(kept: GraphStore) -> None:
    for name in (".new", ".oxigraph"):
        (kept.folder / name).mkdir()
        (kept.folder / name / "x").touch()
    (kept.folder / ".current.json").touch()
    kept.tidy()
    assert not [path for path in kept.folder.iterdir() if path.name.startswith(".")]
    assert kept.read() == SMALL


def test_what_is_prepared_and_not_put_leaves_everything_as_it_was(kept: GraphStore) -> None:
    before = sorted(path.name for path in kept.folder.iterdir())
    with pytest.raises(ValueError, match="stop"), kept.prepared(FEWER):
        raise ValueError("stop")
    assert kept.read() == SMALL
    assert sorted(path.name for path in kept.folder.iterdir()) == before


def test_the_graph_can_be_moved(kept: GraphStore, tmp_path: Path) -> None:
    copy = GraphStore(Path(shutil.copytree(kept.folder, tmp_path / "copy", copy_function=shutil.copyfile)))
    assert set(copy.open()) == set(quads(SMALL))


@pytest.mark.parametrize("text", ["", "nonsense", "{}", "[]", '{"generation": 3, "base": "https://kg.example/"}'])
def test_a_broken_pointer_is_told(text: str, kept: GraphStore) -> None:
    (kept.folder / "current.json").write_text(text)
    with pytest.raises(StoreError, match="build the graph again"):
        kept.open()
    assert kept.write(SMALL)
    assert kept.read() == SMALL


def test_lost_nquads_are_told(kept: GraphStore) -> None:
    shutil.rmtree(kept.current().nquads)
    with pytest.raises(StoreError, match="build it again"):
        kept.open()


def test_a_second_writer_waits_its_turn(kept: GraphStore) -> None:
    with FileLock(kept.folder / "lock"), pytest.raises(StoreError, match="another process is writing"):
        GraphStore(kept.folder).write(FEWER)
    assert kept.read() == SMALL


def test_readers_are_served_while_another_writes(kept: GraphStore) -> None:
    shutil.rmtree(kept.current().oxigraph)
    with FileLock(kept.folder / "lock"):
        assert set(GraphStore(kept.folder).open()) == set(quads(SMALL))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "is full; make room"),
        (OSError("IO error: No space left on device: x.sst"), "is full; make room"),
        (OSError(errno.EIO, "Input/output error"), "cannot write .*: Input/output error"),
        (KeyboardInterrupt("stop"), "stop"),
    ],
)
@pytest.mark.parametrize("step", ["_write_nquads", "_load"])
def test_the_old_graph_stays_when_writing_fails(
    step: str, error: BaseException, message: str, kept: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(module, step, fail)
    with pytest.raises((StoreError, KeyboardInterrupt), match=message):
        kept.write(FEWER)
    monkeypatch.undo()
    assert kept.read() == SMALL
    assert set(kept.open()) == set(quads(SMALL))
    assert not (kept.folder / ".new").exists()
    assert kept.write(FEWER)


def test_a_process_killed_in_the_middle_leaves_the_old_graph(kept: GraphStore) -> None:
    code = (
        "import os, sys; from pathlib import Path; from kg.rdf import store; from tests.rdf.test_store import FEWER;"
        "store._load = lambda *_: os.kill(os.getpid(), 9); store.GraphStore(Path(sys.argv[1])).write(FEWER)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(kept.folder)], check=False)
    assert done.returncode == -9
    assert (kept.folder / ".new").exists()
    assert kept.read() == SMALL
    assert kept.write(FEWER)
    assert kept.read() == FEWER
    assert not (kept.folder / ".new").exists()


def test_large_graphs_are_written_piece_by_piece(
    kept: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BUFFERED", 100)
    other = GraphStore(tmp_path / "pieces")
    other.write(SMALL)
    assert bytes_of(other) == bytes_of(kept)


def test_the_pointer_is_json(kept: GraphStore) -> None:
    found = json.loads((kept.folder / "current.json").read_text())
    now = kept.current()
    assert found == {"generation": now.folder.name, "base": "https://kg.example/", "digest": now.digest_now()}
