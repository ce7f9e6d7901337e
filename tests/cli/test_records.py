"""``kg statements`` and ``kg entities``: the records of the contract, in three forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS, Command

STATEMENT = [
    "id", "subject", "relation", "object", "polarity", "modality", "attribution", "time", "places", "count",
    "confidence", "surface", "evidence", "words",
]  # fmt: skip
ENTITY = ["id", "label", "labels", "type", "aliases", "links", "mentions"]


def test_statement_lines_are_the_file(command: Command, graph: Path) -> None:
    ran = command("statements", "-d", graph, "--format", "jsonl")
    assert ran.out == (graph / "statements.jsonl").read_text("utf-8")
    assert (ran.code, ran.err) == (0, "")


def test_statement_records(graph: Path) -> None:
    text = (SEEDS / "li_shangfu_russland_belarus.txt").read_text("utf-8")
    records = [json.loads(line) for line in (graph / "statements.jsonl").read_text("utf-8").splitlines()]
    assert len(records) > 10
    assert [record["id"] for record in records] == sorted(record["id"] for record in records)
    for record in records:
        assert list(record) == STATEMENT
        assert list(record["subject"]) == list(record["object"]) == ["id", "label", "type"]
        assert list(record["relation"]) == ["id", "label", "open"]
        assert record["polarity"] in ("affirmed", "negated")
        assert record["modality"] in ("asserted", "reported", "planned", "possible", "hypothetical")
        assert 0 < record["confidence"] <= 1
        for evidence in record["evidence"]:
            assert list(evidence) == ["article", "start", "end", "quote", "spans"]
            assert list(evidence["spans"]) == ["subject", "relation", "object", "cue"]
            assert all(0 <= start < end <= len(text) for own in evidence["spans"].values() for start, end in own)
            assert evidence["spans"]["cue"] or record["modality"] == "asserted" or record["attribution"]
            assert evidence["article"] == "li_shangfu_russland_belarus"
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_entity_records(command: Command, graph: Path) -> None:
    text = (SEEDS / "li_shangfu_russland_belarus.txt").read_text("utf-8")
    records = [json.loads(line) for line in command("entities", "-d", graph, "--format", "jsonl").out.splitlines()]
    assert {"Li Shangfu", "Russia", "Belarus"} <= {record["label"] for record in records}
    for record in records:
        assert list(record) == ENTITY
        assert {"en", "de"} <= set(record["labels"])
        for mention in record["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]
        assert set(record["aliases"]) <= {mention["text"] for mention in record["mentions"]}


@pytest.mark.parametrize("name", ["statements", "entities"])
def test_tables_are_complete_in_a_pipe(command: Command, graph: Path, name: str) -> None:
    records = [json.loads(line) for line in command(name, "-d", graph, "--format", "jsonl").out.splitlines()]
    table = command(name, "-d", graph).out
    rows = list(csv.DictReader(io.StringIO(command(name, "-d", graph, "--format", "csv").out)))
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert len(table.splitlines()) == len(records) + 1
    assert "…" not in table
    for record in records:
        assert (record.get("subject") or record)["label"] in table


@pytest.mark.parametrize(
    ("name", "more"),
    [("statements", []), ("entities", []), ("entities", ["--why", "Li Shangfu"]), ("stats", ["--unmapped"])],
)
def test_formats_tell_the_same(command: Command, graph: Path, name: str, more: list[str]) -> None:
    def printed(style: str) -> str:
        return command(name, *more, "-d", graph, "-f", style).out

    assert json.loads(printed("json")) == [json.loads(line) for line in printed("jsonl").splitlines()]
    assert list(csv.reader(io.StringIO(printed("tsv")), delimiter="\t")) == list(
        csv.reader(io.StringIO(printed("csv")))
    )
    assert printed("table") == command(name, *more, "-d", graph).out


@pytest.mark.parametrize("name", ["statements", "entities", "stats"])
def test_into_a_file(command: Command, graph: Path, tmp_path: Path, name: str) -> None:
    for ending in ("csv", "jsonl", "json", "txt"):
        path = tmp_path / f"x.{ending}"
        assert command(name, "-d", graph, "-o", path) == (0, "", f"wrote {path}\n")
        style = [] if ending == "txt" else ["-f", ending]
        assert path.read_bytes().decode() == command(name, "-d", graph, *style).out
    wrong = command(name, "-d", graph, "-o", tmp_path / "x.ttl")
    assert (wrong.code, wrong.out, (tmp_path / "x.ttl").exists()) == (2, "", False)
    assert "is called like turtle, which is not written here" in wrong.err
    for arguments in (["-d", graph, "-o", graph], ["-o", graph]):  # as -o was used before
        ran = command(name, *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert (
            ran.err == f"kg: {graph} is a folder, and -o names a file to write; the graph's folder is named with -d\n"
        )


def test_labels_in_german(command: Command, graph: Path) -> None:
    assert "Russland" in command("statements", "-d", graph, "--labels", "de").out
    assert "Russland" in command("entities", "-d", graph, "--labels", "de", "--format", "csv").out.split("\n", 1)[1]


@pytest.mark.parametrize("name", ["statements", "entities", "query", "export", "view", "validate"])
def test_nothing_built_yet(command: Command, tmp_path: Path, name: str) -> None:
    arguments = ["ASK {}"] if name == "query" else []
    ran = command(name, *arguments, "-d", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"kg: there is no graph in {tmp_path}; build one with: kg build PATH -o {tmp_path}\n"
    assert list(tmp_path.iterdir()) == []


def test_hostile_names_cannot_steer_a_terminal(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\u202eKlaus Weber traf am Montag in Wien Anna \u2066Berg. <script>", "utf-8")
    command("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    printed = command("statements", "-d", tmp_path / "out").out + command("entities", "-d", tmp_path / "out").out
    assert "Weber" in printed
    assert not {"\u202e", "\u2066"} & set(printed)


def test_why(command: Command, graph: Path) -> None:
    ran = command("entities", "-d", graph, "--why", "Li Shangfu", "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert {"mention", "apart"} <= {record["step"] for record in records}
    text = (SEEDS / "li_shangfu_russland_belarus.txt").read_text("utf-8")
    named = {text[r["start"] : r["end"]] for r in records if r["step"] == "mention"}
    assert "Li Shangfu" in named
    kept_apart = [r["other"]["label"] for r in records if r["step"] == "apart"]
    assert "Li Hui" in kept_apart
    table = command("entities", "-d", graph, "--why", "Li Shangfu").out
    assert table.startswith("step")
    assert "contradicting-names" in table


def test_why_of_nobody(command: Command, graph: Path) -> None:
    ran = command("entities", "-d", graph, "--why", "Li Shanfu")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean" in ran.err
    assert ran.err.count("\n") == 1
