"""The output folder: whole-or-nothing writes, one writer, finished articles found again, changes noticed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.errors import GraphMissing, OutputUnwritable, StoreError
from kg.model import Article, Block, BlockKind, Document, Failure, Literal, Mention, MentionKind, Span
from kg.model.statement import Derivation, Relation, RelationMention, Time
from kg.model.text import Labels
from kg.workspace import DocumentCache, Finished, Manifest, Replacement, Workspace, fingerprint
from kg.workspace.folder import write_through, write_whole
from kg.workspace.manifest import sha256

ARTICLE = Article("a", "Li besucht Wien.", blocks=(Block(Span(0, 16), BlockKind.BODY),), published=date(2023, 8, 15))


def document() -> Document:
    mention = Mention(Span(0, 2), "Li", MentionKind.NAME, "Person", 0, 0, (0, 1), "Li", links=("x",))
    said = RelationMention(
        0, Relation("kg:visited", Labels.of({"en": "visited"})), Literal("Wien", "de"), 0, Span(0, 16), "besucht",
        Derivation.CLAUSE, time=Time("heute", "2023-08-15", date(2023, 8, 15), None), places=(0,),
    )  # fmt: skip
    return Document(ARTICLE, mentions=(mention,), relation_mentions=(said,))


def test_cache_gives_back_what_was_put(tmp_path: Path) -> None:
    cache = DocumentCache(tmp_path, version="1")
    finished = Finished.of(document())
    cache.put(cache.key(ARTICLE), finished)
    assert cache.get(cache.key(ARTICLE)) == finished
    failed = Finished(failure=Failure("a", "why"))
    cache.put("0" * 64, failed)
    assert cache.get("0" * 64) == failed


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text="Li besucht Graz."),
        replace(ARTICLE, id="b"),
        replace(ARTICLE, published=date(2023, 8, 16)),
        replace(ARTICLE, title="T"),
        replace(ARTICLE, language="en"),
        replace(ARTICLE, blocks=()),
    ],
)
def test_key_depends_on_all_of_the_article(tmp_path: Path, other: Article) -> None:
    cache = DocumentCache(tmp_path, version="1")
    assert cache.key(ARTICLE) == DocumentCache(tmp_path, version="1").key(replace(ARTICLE))
    assert cache.key(ARTICLE) != cache.key(other)
    assert cache.key(ARTICLE) != DocumentCache(tmp_path, version="2").key(ARTICLE)


def test_a_document_that_was_changed_counts_as_none(tmp_path: Path) -> None:
    cache = DocumentCache(tmp_path)
    cache.put("k", Finished.of(document()))
    file = tmp_path / "k.json"
    file.write_bytes(file.read_bytes().replace(b"Wien", b"Graz"))
    assert cache.get("k") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"document": 7}', b'{"digest": "", "finished": {}}'])
def test_damaged_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    cache = DocumentCache(tmp_path, version="1")
    (tmp_path / "k.json").write_bytes(content)
    assert cache.get("k") is None


def test_cache_forgets(tmp_path: Path) -> None:
    cache = DocumentCache(tmp_path, version="1")
    for key in ("a", "b"):
        cache.put(key, Finished(failure=Failure(key, "why")))
    (tmp_path / "c.json").mkdir()
    cache.keep_only({"b"})
    assert (cache.get("a"), cache.get("b")) == (None, Finished(failure=Failure("b", "why")))


def test_writing_leaves_nothing_beside(tmp_path: Path) -> None:
    write_whole(tmp_path / "sub" / "x.txt", b"1")
    write_whole(tmp_path / "sub" / "x.txt", b"2")
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["x.txt"]
    assert (tmp_path / "sub" / "x.txt").read_bytes() == b"2"


def test_a_link_stays_one_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"1")
    (tmp_path / "there").chmod(0o640)
    (tmp_path / "link").symlink_to("there")
    write_whole(tmp_path / "link", b"2")
    assert (tmp_path / "link").is_symlink()
    assert ((tmp_path / "there").read_bytes(), (tmp_path / "there").stat().st_mode & 0o777) == (b"2", 0o640)


def test_files_take_their_places_together(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"1")
    with Replacement() as files:
        files.stage(tmp_path / "a", b"2")
        with pytest.raises(OutputUnwritable):
            files.stage(tmp_path / "a" / "x", b"2")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"1", "b": b"1"}
    with Replacement() as files:
        for name in ("a", "b"):
            files.stage(tmp_path / name, b"2")
        files.put()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"2", "b": b"2"}


def test_a_manifest_says_what_cannot_be_read(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for made, says in ((manifest(replacing=True), "are being replaced"), (manifest(format=9), "by a newer kg")):
        made.write(workspace)
        with pytest.raises(StoreError, match=says):
            Manifest.opened(workspace)
    manifest().write(workspace)
    assert Manifest.opened(workspace) == manifest()


def test_unwritable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "file" / "x", tmp_path / "folder", tmp_path / "pipe"):
        with pytest.raises(OutputUnwritable, match="name another"):
            write_whole(path, b"1")
    with pytest.raises(OutputUnwritable), Workspace(tmp_path / "file").writing():
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "pipe"]


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    first, second = Workspace(tmp_path).writing(), Workspace(tmp_path).writing()
    with first, pytest.raises(StoreError, match="another build"), second:
        pass
    with Workspace(tmp_path).writing():
        pass


def test_nothing_built_yet(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing, match="kg build"):
        Workspace(tmp_path).built()


def manifest(**changes: object) -> Manifest:
    base = Manifest(articles=(("a", "1"),), failures=(Failure("x", "why"),), made_by="m", options=(("base", "b"),))
    return replace(base, **changes)  # type: ignore[arg-type]


def test_manifest_round_trip(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert Manifest.read(workspace) is None
    manifest(outputs=(("graph.ttl", "0"),), statements=7).write(workspace)
    assert Manifest.read(workspace) == manifest(outputs=(("graph.ttl", "0"),), statements=7)
    workspace.manifest.write_text("{")
    assert Manifest.read(workspace) is None


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (manifest(outputs=(("x", "y"),), entities=3), True),
        (manifest(failures=(Failure("moved", "why"),)), True),
        (manifest(articles=(("a", "2"),)), False),
        (manifest(articles=()), False),
        (manifest(failures=()), False),
        (manifest(made_by="n"), False),
        (manifest(options=(("base", "c"),)), False),
    ],
)
def test_same_input(other: Manifest, same: bool) -> None:
    assert manifest().same_input(other) is same


def test_intact(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.triples.mkdir(parents=True)
    write_whole(tmp_path / "graph.ttl", b"1")
    made = manifest(outputs=(("graph.ttl", sha256(tmp_path / "graph.ttl")),))
    assert made.intact(workspace)
    write_whole(tmp_path / "graph.ttl", b"2")
    assert not made.intact(workspace)
    (tmp_path / "graph.ttl").unlink()
    assert not made.intact(workspace)


def test_fingerprint() -> None:
    assert fingerprint(("model", "errors")) == fingerprint(("model", "errors"))
    assert len({fingerprint(("model",)), fingerprint(("errors",)), fingerprint(("model",), ("spacy",))}) == 3


@pytest.mark.parametrize("room", ["no_such_room", "builds/no_such_module", "model.py"])
def test_fingerprint_of_a_room_that_is_none(room: str) -> None:
    with pytest.raises(ValueError, match="no room"):
        fingerprint(("model", room))


@pytest.mark.parametrize("write", [write_whole, write_through])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_its_target_is_written(
    tmp_path: Path, write: Callable[[Path, bytes], None], there: bool
) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "x.ttl", tmp_path / "x.ttl"
    if there:
        target.write_bytes(b"old")
        target.chmod(0o640)
    link.symlink_to(target)
    write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["x.ttl"]
    assert not there or target.stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_through(pipe, b"1")
    assert os.read(reader, 10) == b"1"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="names of open files are the system's")
def test_an_open_file_keeps_what_is_in_it(tmp_path: Path) -> None:
    with (tmp_path / "log").open("ab") as log:
        log.write(b"before ")
        log.flush()
        write_through(Path(f"/dev/fd/{log.fileno()}"), b"after")
    assert (tmp_path / "log").read_bytes() == b"before after"


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.ttl"
    path.write_bytes(b"old")

    def full(_: Path, __: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputUnwritable, match=r"^the disk of .* is full"):
        write_through(path, b"new")
    assert path.read_bytes() == b"old"
