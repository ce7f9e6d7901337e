"""``kg build``: what it writes, what it says, and what it does about bad input."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.builds.articles import Reader, Reading
from tests.cli.conftest import SEEDS, Command

ROOT = Path(__file__).parents[2]
TEXT = "Der Außenminister Klaus Weber traf am Montag in Wien seinen Amtskollegen Paul Huber."
OUTPUTS = ("graph.html", "graph.ttl", "statements.jsonl")


def outputs(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OUTPUTS}


def put(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_files_are_there(graph: Path) -> None:
    assert {path.name for path in graph.iterdir()} == {*OUTPUTS, "store"}
    assert all(outputs(graph).values())


def test_summary_goes_to_standard_error(command: Command, tmp_path: Path) -> None:
    ran = command("build", put(tmp_path / "in", {"a": TEXT}), "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (0, "")
    assert [line.split()[0] for line in ran.err.splitlines()] == [
        "read", "parse", "mentions", "coreference", "relations", "resolve", "write",
    ]  # fmt: skip
    assert "1 article, 1 new, 0 failed" in ran.err


def test_building_again_does_nothing(command: Command, tmp_path: Path) -> None:
    source, out = put(tmp_path / "in", {"a": TEXT}), tmp_path / "out"
    command("build", source, "-o", out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.name != "lock"}
    ran = command("build", source, "-o", out)
    assert ran.code == 0
    assert "nothing to do" in ran.err
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.name != "lock"} == before


def test_a_lost_file_is_written_again(command: Command, tmp_path: Path) -> None:
    source, out = put(tmp_path / "in", {"a": TEXT}), tmp_path / "out"
    command("build", source, "-o", out)
    before = outputs(out)
    (out / "graph.ttl").unlink()
    (out / "graph.html").write_text("changed")
    ran = command("build", source, "-o", out)
    assert "0 new" in ran.err
    assert outputs(out) == before


def test_adding_changing_removing_is_a_clean_rebuild(command: Command, tmp_path: Path) -> None:
    source, out = put(tmp_path / "in", {"a": TEXT, "b": "Anna Berg reiste nach Rom."}), tmp_path / "out"
    command("build", source, "-o", out)
    put(source, {"b": "Anna Berg reiste nach Paris.", "c": "Paul Huber ist Außenminister von Österreich."})
    changed = command("build", source, "-o", out)
    (source / "a.txt").unlink()
    removed = command("build", source, "-o", out)
    assert "3 articles, 2 new" in changed.err
    assert "2 articles, 0 new" in removed.err
    command("build", source, "-o", tmp_path / "clean")
    assert outputs(out) == outputs(tmp_path / "clean")
    assert command("statements", "-d", out) == command("statements", "-d", tmp_path / "clean")


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_other_process_hash_seed_and_order_same_bytes(graph: Path, tmp_path: Path, seed: str) -> None:
    source = tmp_path / "elsewhere"
    source.mkdir()
    paths = sorted(SEEDS.iterdir(), reverse=seed == "0")
    for path in paths:
        (source / path.name).write_bytes(path.read_bytes())
    named = [str(path) for path in paths if path.suffix == ".txt"] if seed == "0" else [str(source)]
    subprocess.run(
        [sys.executable, "-m", "kg", "build", *named, "-o", str(tmp_path / "out")],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
    )  # fmt: skip
    assert outputs(tmp_path / "out") == outputs(graph)


def test_order_of_several_articles_does_not_matter(command: Command, tmp_path: Path) -> None:
    texts = {"a": TEXT, "b": "Klaus Weber reiste nach Rom.", "c": "Weber besuchte am Dienstag Paris."}
    first, second = put(tmp_path / "in", texts), tmp_path / "lines.jsonl"
    lines = [json.dumps({"id": name, "text": text}) for name, text in reversed(texts.items())]
    second.write_text("\n".join(lines), "utf-8")
    command("build", first, "-o", tmp_path / "one")
    command("build", second, "-o", tmp_path / "two")
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")


def test_bad_articles_are_listed_and_the_others_built(command: Command, tmp_path: Path) -> None:
    source = put(tmp_path / "in", {"gut": TEXT, "leer": "", "zeilen": "\n" * 3_000, "lang": "wort " * 1_000_000})
    (source / "bild.txt").write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256)) * 9)
    (source / "alt.txt").write_bytes("Der Präsident grüßte Österreich.".encode("latin-1"))
    (source / "meta.txt").write_text(TEXT, "utf-8")
    (source / "meta.yml").write_text("title: [", "utf-8")
    (tmp_path / "nichts").mkdir()
    ran = command("build", source, tmp_path / "nichts", "-o", tmp_path / "out")
    failed = [line for line in ran.err.splitlines() if line.startswith("failed: ")]
    assert ran.code == 1
    assert len(failed) == 6
    assert "2 articles" in ran.err
    for name in ("leer.txt", "zeilen.txt", "lang.txt", "bild.txt", "meta.txt", "nichts"):
        assert sum(name in line for line in failed) == 1
    again = command("build", source, tmp_path / "nichts", "-o", tmp_path / "out")
    assert again.code == 1
    assert "nothing to do" in again.err
    assert [line for line in again.err.splitlines() if line.startswith("failed: ")] == failed


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nicht-da.txt"], "nicht-da.txt does not exist"),
        (["leer"], "no article in leer"),
        (["in", "--model", "kein_modell"], "kein_modell"),
        (["in", "--base", "kein iri"], "kein iri"),
        (["in", "--labels", "fr"], "--help"),
        (["in", "--language", "fr"], "does not read the language 'fr'; it reads de and en"),
        (["in", "--edits", "in/a.txt"], "write: same: [[Id, Id]]"),
        (["in", "--edits", "in/a.txt", "--no-edits"], "not both"),
        (["leer.txt"], "no article could be read (leer.txt: there is no text in it); outputs is as it was"),
        (["in", "--min-confidence", "2"], "--help"),
        (["in", "--edits", "nicht-da.yml"], "nicht-da.yml"),
        (["in", "-o", "in/a.txt/out"], "name another"),
        (["in", "--kein-schalter"], "--help"),
    ],
)
def test_wrong_use(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    put(tmp_path / "in", {"a": TEXT})
    (tmp_path / "leer").mkdir()
    (tmp_path / "leer.txt").touch()
    monkeypatch.chdir(tmp_path)
    ran = command("build", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1
    assert says in ran.err


def test_default_is_seeds_to_outputs(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "seeds", {"a": TEXT})
    assert command("build").code == 0
    assert (tmp_path / "outputs" / "graph.html").is_file()
    assert command("statements").code == 0


def test_outputs_inside_the_sources_are_not_read(command: Command, tmp_path: Path) -> None:
    source = put(tmp_path / "in", {"a": TEXT})
    for _ in range(2):
        assert "1 article," in command("build", source, "-o", source / "out").err


def test_edits_join_and_part(command: Command, tmp_path: Path) -> None:
    source = put(tmp_path / "in", {"a": "Klaus Weber reiste nach Rom.", "b": "Karl Weber reiste nach Paris."})
    edits = tmp_path / "edits.yml"
    edits.write_text("same:\n  - [Klaus_Weber, Karl_Weber]\n", "utf-8")
    command("build", source, "-o", tmp_path / "out")
    apart = command("entities", "-d", tmp_path / "out", "--format", "jsonl").out
    command("build", source, "-o", tmp_path / "out", "--edits", edits)
    joined = command("entities", "-d", tmp_path / "out", "--format", "jsonl").out
    assert [sum('"type":"Person"' in line for line in text.splitlines()) for text in (apart, joined)] == [2, 1]


def test_what_is_not_sure_enough_is_left_out_and_comes_back(command: Command, tmp_path: Path) -> None:
    source, out = put(tmp_path / "in", {"a": TEXT}), tmp_path / "out"

    def confidences(*options: str) -> list[float]:
        command("build", source, "-o", out, *options)
        lines = command("statements", "-d", out, "--format", "jsonl").out.splitlines()
        return sorted(json.loads(line)["confidence"] for line in lines)

    every = confidences("--min-confidence", "0")
    least = every[-1]
    assert confidences("--min-confidence", str(least)) == [value for value in every if value >= least] != every
    assert confidences("--min-confidence", "0") == every
    assert "more left out as not sure enough" in command("build", source, "-o", out, "--min-confidence", "1").err


def test_notes_are_told_and_are_no_failures(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Reader.read

    def noted(self: Reader, *arguments: Any, **options: Any) -> Reading:
        return replace(read(self, *arguments, **options), notes=("something to know",))

    monkeypatch.setattr(Reader, "read", noted)
    for _ in range(2):
        ran = command("build", put(tmp_path / "in", {"a": TEXT}), "-o", tmp_path / "out")
        assert ran.code == 0
        assert "note: something to know" in ran.err.splitlines()


def test_what_leaves_is_told_and_add_keeps_it(command: Command, tmp_path: Path) -> None:
    source, out = put(tmp_path / "in", {"a": TEXT, "b": "Anna Berg reiste nach Rom."}), tmp_path / "out"
    command("build", source / "a.txt", "-o", out)
    added = command("build", source / "b.txt", "--add", "-o", out)
    assert (added.code, "note: " in added.err, "2 articles, 1 new" in added.err) == (0, False, True)
    left = command("build", source / "b.txt", "-o", out)
    assert left.code == 0
    assert "note: 1 article that was in the graph is no longer in it: a; " in left.err


def test_edits_are_replayed_and_dropped(command: Command, tmp_path: Path) -> None:
    source, out = (
        put(tmp_path / "in", {"a": "Klaus Weber reiste nach Rom.", "b": "Karl Weber reiste nach Paris."}),
        tmp_path / "out",
    )
    edits = tmp_path / "edits.yml"
    edits.write_text("same:\n  - [Klaus_Weber, Karl_Weber]\n", "utf-8")

    def people(*options: str | Path) -> tuple[int, bool]:
        ran = command("build", source, "-o", out, *options)
        told = command("entities", "-d", out, "--format", "jsonl").out
        return told.count('"type":"Person"'), "note: the edits kept with the graph are replayed" in ran.err

    assert [people("--edits", edits), people(), people("--no-edits"), people()] == [
        (1, False),
        (1, True),
        (2, False),
        (2, False),
    ]


def test_an_odd_article_leaves_the_others_and_what_is_not_read_is_told(command: Command, tmp_path: Path) -> None:
    folder = put(tmp_path / "in", {"a": TEXT, "deep": "---\ntitle: " + "[" * 2_000 + "\n---\n" + TEXT})
    (folder / "b.pdf").write_bytes(b"%PDF-1.7")
    (folder / "c.jsonl").write_text(
        '{"text": "a", "x": ' + "[" * 50_000 + "\n" + json.dumps({"text": TEXT, "lang": "de"})
    )
    ran = command("build", folder, "-o", tmp_path / "out")
    assert ran.code == 1
    assert ran.out == ""
    assert "note: 1 file not read: 1 pdf" in ran.err
    assert "lang (did you mean language?)" in ran.err
    assert ran.err.count("failed: ") == 2
    assert "Traceback" not in ran.err


def test_articles_come_from_standard_input(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert command("build", "-", "-o", tmp_path / "out").code == 0
    lines = (tmp_path / "out" / "statements.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["evidence"][0]["article"] for line in lines} == {"stdin"}
