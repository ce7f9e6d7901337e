"""A build loses nothing: what leaves is told, what fails changes nothing, what is damaged is made whole."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

import kg
from kg import api
from kg.builds import articles, forks
from kg.errors import KGError, OutputUnwritable, StoreError, UsageError
from kg.model import Document

OUTPUTS = ("graph.html", "graph.ttl", "statements.jsonl")


def stage(document: Document) -> Document:
    """In place of all others."""
    if "Fehler" in document.article.text:
        raise ValueError("no")
    return document


stage.name, stage.requires, stage.provides = "stage", ("article",), ("sentences",)  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "default_stages", lambda **_: (stage,))
    monkeypatch.setattr(forks, "count", lambda: 1)


def lines(path: Path, texts: dict[str, str]) -> Path:
    records = ({"id": key, "language": "de", "text": text} for key, text in texts.items())
    path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    return path


def numbered(count: int, start: int = 0) -> dict[str, str]:
    return {f"a{n:03}": f"Das ist Artikel {n} von vielen." for n in range(start, start + count)}


def ids(folder: Path) -> list[str]:
    return [article.id for article in api.open(folder).content.articles]


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {"lock", "LOG", "LOCK"} and path.parent.name != "documents"
    }


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The folder of a graph of three articles."""
    kg.build(lines(tmp_path / "three.jsonl", numbered(3)), tmp_path / "out")
    return tmp_path / "out"


# ------------------------------------------------------------------------------------------------- nothing leaves silently


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (numbered(30), numbered(1), "29 articles that were in the graph are no longer in it: a001, a002, a003 and 26 more; "),
        (numbered(2), numbered(1), "1 article that was in the graph is no longer in it: a001; "),
        (numbered(2), {**numbered(1), "a001": "Fehler."}, "1 article that was in the graph is no longer in it: a001; "),
        (numbered(2), {**numbered(1), "a001": "Anders."}, None),
        (numbered(2), numbered(3), None),
    ],
)  # fmt: skip
def test_what_leaves_the_graph_is_told(
    before: dict[str, str], after: dict[str, str], says: str | None, tmp_path: Path
) -> None:
    assert kg.build(lines(tmp_path / "in.jsonl", before), tmp_path / "out").notes == ()
    notes = kg.build(lines(tmp_path / "in.jsonl", after), tmp_path / "out").notes
    assert [note.partition("to keep")[0] for note in notes] == ([says] if says else [])


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        ({"b": "Fehler."}, r"no article could be read \(b: .*no.*\); .* is as it was"),
        ({}, "there is no article in what was named; .* is as it was"),
        ({f"b{n}": "Fehler." for n in range(5)}, r"b2: .* and 2 more\)"),
    ],
)
@pytest.mark.parametrize("add", [False, True])
def test_where_nothing_can_be_read_the_graph_stays(
    texts: dict[str, str], says: str, add: bool, built: Path, tmp_path: Path
) -> None:
    before = everything(built)
    with pytest.raises(UsageError, match=says):
        kg.build(lines(tmp_path / "bad.jsonl", texts), built, add=add)
    assert everything(built) == before
    assert len(ids(built)) == 3


def test_where_nothing_can_be_read_no_graph_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no article could be read"):
        kg.build(lines(tmp_path / "bad.jsonl", {"b": "Fehler."}), tmp_path / "out")
    with pytest.raises(kg.errors.GraphMissing):
        api.open(tmp_path / "out")


def test_articles_are_added(built: Path, tmp_path: Path) -> None:
    more = lines(tmp_path / "more.jsonl", {"a001": "Anders als vorher.", **numbered(2, start=3)})
    report = kg.build(more, built, add=True)
    assert (report.articles, report.notes) == (5, ())
    assert ids(built) == [f"a{n:03}" for n in range(5)]
    assert kg.build(more, built, add=True).unchanged
    clean = lines(tmp_path / "clean.jsonl", {**numbered(5), "a001": "Anders als vorher."})
    kg.build(clean, tmp_path / "clean")
    assert all((built / name).read_bytes() == (tmp_path / "clean" / name).read_bytes() for name in OUTPUTS)


def test_an_article_that_comes_again_and_fails_stays_as_it_was(built: Path, tmp_path: Path) -> None:
    (tmp_path / "a001.txt").write_bytes(b"")
    report = kg.build([tmp_path / "a001.txt", lines(tmp_path / "b.jsonl", {"b": "Neu."})], built, add=True)
    assert (ids(built), len(report.failures)) == (["a000", "a001", "a002", "b"], 1)


def test_adding_to_nothing_is_a_build(tmp_path: Path) -> None:
    assert kg.build(lines(tmp_path / "in.jsonl", numbered(2)), tmp_path / "out", add=True).articles == 2


def test_what_was_read_and_is_lost_cannot_stay(built: Path, tmp_path: Path) -> None:
    shutil.rmtree(built / "store" / "documents")
    with pytest.raises(StoreError, match=r"'a000' is gone .*; name its source"):
        kg.build(lines(tmp_path / "more.jsonl", {"b": "Neu."}), built, add=True)
    assert len(ids(built)) == 3


def test_copies_are_told(tmp_path: Path) -> None:
    same = "Die Beratungen dauerten mehrere Stunden, und am Ende stand ein Papier."
    texts = {"x": same, "y": f"Ein langer Tag\n\n{same}", "z": same.replace("mehrere", "vier")}
    report = kg.build(lines(tmp_path / "in.jsonl", texts), tmp_path / "out")
    assert report.notes == ("1 article is a copy of another and counts as one source with it: “y” of “x”",)
    assert [article.copy_of for article in api.open(tmp_path / "out").content.articles] == [None, "x", None]
    assert api.open(tmp_path / "out").stats().copies == 1
    assert "kg:copyOf art:x" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert api.open(tmp_path / "out").validate() == ()


# ------------------------------------------------------------------------------------------------- a build repairs


def damage_quads(out: Path) -> None:
    file = next((out / "store" / "graph").glob("*/nquads/a000*.nq"))
    file.write_text(file.read_text("utf-8").replace("Artikel", "Artickel")[:-40], "utf-8")


def damage_table(out: Path) -> None:
    file = next((out / "store" / "graph").glob("*/oxigraph/*.sst"))
    file.write_bytes(file.read_bytes()[:-20])


def damage_document(out: Path) -> None:
    file = min((out / "store" / "documents").glob("*.json"))
    file.write_text(file.read_text("utf-8").replace("Artikel", "Artikle"), "utf-8")


def write_into(name: str, content: str) -> Callable[[Path], object]:
    return lambda out: (out / name).write_text(content)


def remove(name: str) -> Callable[[Path], None]:
    return lambda out: shutil.rmtree(out / name) if (out / name).is_dir() else (out / name).unlink()


@pytest.mark.parametrize(
    "damage",
    [
        damage_quads,
        damage_table,
        damage_document,
        remove("store/graph"),
        remove("store/documents"),
        remove("store/manifest.json"),
        remove("graph.ttl"),
        write_into("store/graph/current.json", "{}"),
        write_into("store/manifest.json", "{"),
        write_into("graph.html", "x"),
        write_into("statements.jsonl", ""),
    ],
)
def test_the_next_build_repairs_what_was_damaged(damage: Callable[[Path], object], built: Path, tmp_path: Path) -> None:
    before = {name: (built / name).read_bytes() for name in OUTPUTS}
    damage(built)
    kg.build(tmp_path / "three.jsonl", built)
    assert {name: (built / name).read_bytes() for name in OUTPUTS} == before
    assert ids(built) == ["a000", "a001", "a002"]
    assert kg.build(tmp_path / "three.jsonl", built).unchanged


def test_what_killed_builds_leave_goes_and_nothing_else(built: Path, tmp_path: Path) -> None:
    left = [
        ".graph.ttl.123.new", ".graph.html.123-4.new", ".graph-Li.html.5.new", ".statements.jsonl.99999.new",
        "store/.manifest.json.1-2.new", "store/documents/.00.json.77-0.new", "store/graph/.current.json",
        "store/graph/.new", "store/graph/.oxigraph",
    ]  # fmt: skip
    others = [".profile.new", ".graphics.new", "graph.ttl.new", ".statements.jsonl.new"]
    for name in (*left, *others):
        (built / name).touch()
    assert kg.build(tmp_path / "three.jsonl", built).unchanged
    assert [name for name in (*left, *others) if (built / name).exists()] == others


# ------------------------------------------------------------------------------------------------- all or nothing


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """From the call on the disk is full when a file is written whose name has this word in it."""

    def fill(word: str) -> None:
        for method in (Path.write_bytes, Path.write_text):
            monkeypatch.setattr(Path, method.__name__, _full(method, word))

    return fill


def _full(write: Callable[..., int], word: str) -> Callable[..., int]:
    def written(path: Path, *arguments: object, **options: object) -> int:
        if word in path.name:
            path.touch()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(path, *arguments, **options)

    return written


@pytest.mark.parametrize("word", ["graph.ttl", "graph.html", "statements.jsonl", "manifest.json", "current.json"])
def test_a_full_disk_leaves_the_old_graph(
    word: str, full_disk: Callable[[str], None], built: Path, tmp_path: Path
) -> None:
    before, other = everything(built), lines(tmp_path / "other.jsonl", numbered(5))
    full_disk(word)
    with pytest.raises((OutputUnwritable, StoreError), match=r"the disk of .* is full; make room"):
        kg.build(other, built)
    assert everything(built) == before
    assert len(ids(built)) == 3


@pytest.mark.parametrize("word", ["graph.html", "manifest.json"])
def test_a_full_disk_leaves_no_half_of_a_first_graph(
    word: str, full_disk: Callable[[str], None], tmp_path: Path
) -> None:
    source = lines(tmp_path / "in.jsonl", numbered(2))
    full_disk(word)
    with pytest.raises(OutputUnwritable):
        kg.build(source, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["store"]
    with pytest.raises(kg.errors.GraphMissing):
        api.open(tmp_path / "out")


def test_whoever_is_stopped_while_files_are_replaced_tells_readers_and_the_next_build_mends_it(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = lines(tmp_path / "other.jsonl", numbered(5))
    replace = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if Path(target).name == "graph.html":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        kg.build(other, built)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(StoreError, match=r"are being replaced, or a build was killed .* build the graph again"):
        api.open(built)
    assert not kg.build(other, built).unchanged
    assert len(ids(built)) == 5
    assert not list(built.rglob("*.new"))


def test_a_store_of_another_build_is_told(built: Path, tmp_path: Path) -> None:
    kg.build(lines(tmp_path / "other.jsonl", numbered(5)), tmp_path / "other")
    shutil.rmtree(built / "store" / "graph")
    shutil.copytree(tmp_path / "other" / "store" / "graph", built / "store" / "graph")
    with pytest.raises(StoreError, match="of different builds; build the graph again"):
        api.open(built)
    assert not kg.build(tmp_path / "three.jsonl", built).unchanged
    assert len(ids(built)) == 3


# ------------------------------------------------------------------------------------------------- folders and options


def newer(out: Path) -> None:
    manifest = out / "store" / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99, "articles": {"new": "form"}}))


def broken_manifest(out: Path) -> None:
    (out / "store" / "manifest.json").write_text("{")


def lost_store(out: Path) -> None:
    (out / "store" / "graph" / "current.json").unlink()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (newer, "built by a newer kg"),
        (broken_manifest, "damaged; build the graph again"),
        (lost_store, "the graph in .* has lost its files; build it again"),
    ],
)
def test_a_graph_that_cannot_be_read_is_told(change: Callable[[Path], None], says: str, built: Path) -> None:
    change(built)
    with pytest.raises(StoreError, match=says):
        api.open(built)


def test_a_graph_of_a_newer_kg_is_not_built_over(built: Path, tmp_path: Path) -> None:
    newer(built)
    before = everything(built)
    with pytest.raises(StoreError, match="built by a newer kg; use that, or another folder with -d"):
        kg.build(tmp_path / "three.jsonl", built)
    assert everything(built) == before


@pytest.mark.parametrize("lock", ["store/lock", "store/graph/lock"])
def test_two_builds_at_once(lock: str, built: Path, tmp_path: Path) -> None:
    with FileLock(built / lock), pytest.raises(StoreError, match=r"another .* is writing to .*\w"):
        kg.build(lines(tmp_path / "other.jsonl", numbered(5)), built)
    assert len(ids(built)) == 3


@pytest.mark.parametrize("place", ["", "store", "store/documents", "graph.html"])
def test_a_file_where_a_folder_should_be_and_a_folder_where_a_file_should_be(place: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if place == "graph.html":
        (out / place).mkdir(parents=True)
    else:
        (out / place).parent.mkdir(parents=True, exist_ok=True)
        (out / place).write_text("mine")
    with pytest.raises(KGError, match=r"cannot write .*; name another (place with -o|folder with -d)"):
        kg.build(lines(tmp_path / "in.jsonl", numbered(1)), out)
    assert (out / place).is_dir() == (place == "graph.html")


@pytest.mark.parametrize(
    "sources", ["folder", Path("folder"), ["folder"], (Path("folder"),), {"folder"}, iter(["folder"])]
)
def test_one_source_or_several(sources: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    lines(tmp_path / "folder" / "in.jsonl", numbered(2))
    monkeypatch.chdir(tmp_path)
    assert kg.build(sources, "out").articles == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"sources": 5}, "5 is no file, folder or address"),
        ({"sources": b"in.jsonl"}, "is no file, folder or address"),
        ({"sources": [None]}, "None is no file, folder or address"),
        ({"sources": []}, "no article in nothing"),
        ({"sources": ""}, "a name is empty"),
        ({"sources": ["three.jsonl", ""]}, "a name is empty"),
        ({"language": "fr"}, "does not read the language 'fr'; it reads de and en"),
        ({"language": ""}, "does not read the language ''"),
        ({"labels": "fr"}, "no labels in 'fr'; there are de and en"),
        ({"min_confidence": 1.01}, "a share from 0 to 1, not 1.01"),
        ({"min_confidence": float("nan")}, "a share from 0 to 1, not nan"),
        ({"min_confidence": "0.5"}, "a share from 0 to 1, not '0.5'"),
        ({"base": "kein iri"}, "kein iri"),
        ({"base": None}, "not with None"),
        ({"edits": "e.yml", "forget_edits": True}, "not both"),
    ],
)
def test_options_are_checked_before_anything_is_touched(
    options: dict[str, object], says: str, built: Path, tmp_path: Path
) -> None:
    before = everything(built)
    with pytest.raises(UsageError, match=says):
        kg.build(**{"sources": tmp_path / "three.jsonl", "folder": built, **options})  # type: ignore[arg-type]
    assert everything(built) == before
