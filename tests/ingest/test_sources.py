"""What can be named: files, folders, lines; each once, sorted, failures beside the rest."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.ingest import Note, expand, read
from kg.model import Article, Failure

TEXT = "Der Minister reiste am Montag nach Wien."


def ids(*named: Path) -> list[str]:
    items = [item for item in read(expand(named)) if not isinstance(item, Note)]
    return [item.id if isinstance(item, Article) else f"! {item.reason}" for item in items]


def notes(*named: Path) -> list[str]:
    return [item.text for item in read(expand(named)) if isinstance(item, Note)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", ".hidden.txt", ".git/d.txt", "notes.csv", "b.yml"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("id: aus-b\npublished: 2023-08-15\n" if name == "b.yml" else TEXT, "utf-8")
    return tmp_path / "in"


def test_folder_is_read_through(folder: Path) -> None:
    assert ids(folder) == ["a", "aus-b", "c"]


def test_order_and_repetition_do_not_matter(folder: Path) -> None:
    assert ids(folder / "sub", folder / "b.txt", folder) == ids(folder)


def test_skipped_folder(folder: Path) -> None:
    found = expand([folder], skip=folder / "sub")
    assert [s.location for s in found if s.kind == "file"] == [str(folder / "a.md"), str(folder / "b.txt")]


def test_the_folder_of_the_graph_is_no_source(folder: Path) -> None:
    with pytest.raises(UsageError, match="sub is where the graph is written, and is not read; name what to read"):
        expand([folder / "sub"], skip=folder / "." / "sub")
    assert expand([folder, folder / "sub"], skip=folder / "sub")
    found = list(read(expand([folder / "a.md", folder / "sub"], skip=folder / "sub")))
    assert not [item for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("name", ["notiz", "notiz.2023", "notiz.note", "notiz.TXT"])
def test_any_text_that_is_named_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT)
    assert ids(tmp_path / name) == ["notiz"]


@pytest.mark.parametrize(
    "ending",
    [
        "pdf",
        "eml",
        "mhtml",
        "rtf",
        "csv",
        "tsv",
        "json",
        "xml",
        "docx",
        "doc",
        "odt",
        "epub",
        "xlsx",
        "zip",
        "yml",
        "png",
        "PDF",
    ],
)
def test_what_is_not_text_is_refused_by_name(folder: Path, ending: str) -> None:
    odd = folder / f"odd.{ending}"
    odd.write_text(TEXT)
    with pytest.raises(UsageError, match=rf"odd.{ending}: a .{ending.lower()} file is not read; kg reads text"):
        expand([odd])
    assert ids(odd, folder / "a.md") == [
        "a",
        f"! a .{ending.lower()} file is not read; kg reads text (.txt), Markdown (.md), HTML (.html) and articles a line (.jsonl)",
    ]


def test_what_is_not_read_in_a_folder_is_told(folder: Path) -> None:
    assert notes(folder) == ["1 file not read: 1 csv"]
    for name in ("sub/x.PDF", "y.csv", "README", ".z.pdf", "alone.yml", "sub/c.yml"):
        (folder / name).write_text(TEXT)
    assert notes(folder, folder / "sub") == ["5 files not read: 2 csv, 1 pdf, 1 without ending, 1 yml"]


def test_links_and_special_files(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "again.txt").symlink_to(folder / "b.txt")
    os.mkfifo(folder / "pipe.txt")
    assert len(ids(folder)) == 3
    assert notes(folder) == ["4 files not read: 1 broken link, 1 csv, 1 link to a folder, 1 special file"]
    (folder / "up.txt").symlink_to(folder)
    (folder / "lost.txt").symlink_to(folder / "nowhere.txt")
    assert notes(folder) == ["6 files not read: 2 broken links, 2 links to a folder, 1 csv, 1 special file"]
    with pytest.raises(UsageError, match=r"no file.*kg build -"):
        expand([folder / "pipe.txt"])


def test_a_sidecar_that_is_named_with_its_article(folder: Path) -> None:
    assert ids(folder / "b.txt", folder / "b.yml") == ["aus-b"]


def test_graphs_in_a_folder_are_not_read(folder: Path) -> None:
    (folder / "graph" / "store").mkdir(parents=True)
    (folder / "graph" / "store" / "manifest.json").write_text("{}")
    (folder / "graph" / "graph.html").write_text(TEXT)
    assert ids(folder) == ["a", "aus-b", "c"]


def test_files_of_one_name_are_called_by_their_paths(tmp_path: Path) -> None:
    for place in (
        "x/index.txt",
        "y/index.txt",
        "y/z/index.md",
        "one.txt",
        "x/two.txt",
        "x/two.md",
        "x/l.jsonl",
        "y/l.jsonl",
    ):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"text": place}) if place.endswith("jsonl") else f"Der Text von {place}.")
    expected = ["one", "l-1", "x/index", "two.md", "two.txt", "l-1", "y/index", "z/index"]
    expected[1], expected[5] = "x/l-1", "y/l-1"
    assert sorted(ids(tmp_path)) == sorted(expected)
    assert sorted(ids(tmp_path / "y", tmp_path / "x", tmp_path / "one.txt")) == sorted(expected)
    assert notes(tmp_path)[0].startswith("7 files share their names")


def test_unknown_metadata_is_told(folder: Path) -> None:
    (folder / "a.md").write_text(f"---\npublishd: 2023-08-15\nauthor: A\n---\n{TEXT}")
    (folder / "c.jsonl").write_text(json.dumps({"text": TEXT, "lang": "de"}))
    told = notes(folder)[-1]
    assert told.startswith(
        "metadata that kg does not know: lang (did you mean language?), publishd (did you mean published?), author;"
    )
    assert told.endswith(f"first in {folder / 'a.md'}")


def test_lines_are_announced(folder: Path) -> None:
    (folder / "e.jsonl").write_text("\n".join(json.dumps({"id": f"e{i}", "text": TEXT}) for i in range(3)), "utf-8")
    assert sum(source.articles for source in expand([folder])) == 6
    assert ids(folder) == ["a", "aus-b", "e0", "e1", "e2", "c"]


def test_same_article_twice(folder: Path) -> None:
    (folder / "z.md").write_text(f"---\nid: a\n---\n{TEXT}", "utf-8")
    assert ids(folder) == ["a", "aus-b", "c"]


def test_another_article_by_the_same_id(folder: Path) -> None:
    (folder / "z.md").write_text("---\nid: a\n---\nEtwas anderes.", "utf-8")
    assert ids(folder)[-1].startswith("! the id 'a' is taken")


@pytest.mark.parametrize("named", ["nicht-da", "nicht-da.txt"])
def test_what_does_not_exist_is_wrong_use(tmp_path: Path, named: str) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        expand([tmp_path / named])


def test_folder_without_articles(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no article"):
        expand([tmp_path / "empty"])
    assert [item for item in ids(tmp_path / "empty", folder) if item.startswith("!")]


def test_bad_files_beside_good_ones(folder: Path) -> None:
    (folder / "leer.txt").touch()
    (folder / "bild.txt").write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256)) * 9)
    (folder / "alt.txt").write_bytes("Der Präsident grüßt Österreich.".encode("latin-1"))
    (folder / "zeilen.txt").write_text("\n" * 3_000)
    (folder / "lang.txt").write_text("wort " * 1_000_000)
    (folder / "c.txt").write_text(TEXT)
    (folder / "c.yml").write_text("title: [")
    items = list(read(expand([folder])))
    failures = {Path(item.source).name: item.reason for item in items if isinstance(item, Failure)}
    assert sorted(failures) == ["bild.txt", "c.txt", "lang.txt", "leer.txt", "zeilen.txt"]
    assert "c.yml" in failures["c.txt"]
    assert {item.text for item in items if isinstance(item, Article)} == {TEXT, "Der Präsident grüßt Österreich."}
    assert all("\n" not in reason for reason in failures.values())


def test_markdown_sidecar_goes_before_front_matter(folder: Path) -> None:
    (folder / "a.md").write_text(f"---\ntitle: vorn\nsource: Blatt\n---\n# Kopf\n\n{TEXT}", "utf-8")
    (folder / "a.yml").write_text("title: daneben", "utf-8")
    article = next(iter(read(expand([folder / "a.md"]))))
    assert isinstance(article, Article)
    assert (article.title, article.source, article.text) == ("daneben", "Blatt", f"Kopf\n\n{TEXT}")
