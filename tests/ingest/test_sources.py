"""What can be named: files, folders, lines; each once, sorted, failures beside the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.ingest import expand, read
from kg.model import Article, Failure

TEXT = "Der Minister reiste am Montag nach Wien."


def ids(*named: Path) -> list[str]:
    return [item.id if isinstance(item, Article) else f"! {item.reason}" for item in read(expand(named))]


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
    assert [s.location for s in expand([folder], skip=folder / "sub")] == [str(folder / "a.md"), str(folder / "b.txt")]


def test_any_named_file_is_read(folder: Path) -> None:
    assert ids(folder / "notes.csv") == ["notes"]


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
