"""``kg stats``: the sizes agree with what the other commands list."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_sizes_agree_with_the_lists(command: Command, graph: Path) -> None:
    sizes = json.loads(command("stats", "-d", graph, "--format", "json").out)
    statements = [json.loads(line) for line in command("statements", "-d", graph, "-f", "jsonl").out.splitlines()]
    entities = command("entities", "-d", graph, "-f", "jsonl").out.splitlines()
    assert (sizes["articles"], sizes["entities"], sizes["statements"]) == (1, len(entities), len(statements))
    assert sum(sizes["counts"]["relation"].values()) == len(statements)
    assert sizes["counts"]["polarity"]["negated"] == sum(s["polarity"] == "negated" for s in statements)


def test_table_and_csv_tell_the_same(command: Command, graph: Path) -> None:
    rows = list(csv.reader(io.StringIO(command("stats", "-d", graph, "-f", "csv").out)))
    lines = command("stats", "-d", graph).out.splitlines()
    assert len(rows) == len(lines)
    assert lines[0].split() == rows[0] == ["what", "name", "count"]
    assert ["articles", "", "1"] in rows
    found = [json.loads(line) for line in command("stats", "-d", graph, "-f", "jsonl").out.splitlines()]
    assert [list(each.values()) for each in found] == rows[1:]


def test_unmapped(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Klaus Weber bewunderte Anna Berg. Anna Berg besuchte Wien.", "utf-8")
    command("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    (found,) = json.loads(command("stats", "-d", tmp_path / "out", "--unmapped", "-f", "json").out)
    assert (found["count"], found["subject"], found["object"]) == (1, "Klaus Weber", "Anna Berg")
    assert found["quote"] == "Klaus Weber bewunderte Anna Berg."
    table = command("stats", "-d", tmp_path / "out", "--unmapped")
    assert (table.code, table.err) == (0, "")
    assert found["quote"] in table.out
    assert command("stats", "-d", tmp_path / "out", "--unmapped", "-f", "csv").out.count("\n") == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Klaus Weber bewunderte Anna Berg.", "admired"),
        ("Klaus Weber bewunderte Anna Berg nicht.", "has not admired"),
        ("Klaus Weber soll Anna Berg bewundert haben.", "is said to have admired"),
    ],
)
def test_examples_of_what_is_unmapped_say_their_status(command: Command, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    command("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--min-confidence", "0")
    header, line = command("stats", "-d", tmp_path / "out", "--unmapped", "-f", "csv").out.splitlines()
    assert header == "count,relation,subject,words,object,example,article,id"
    assert line.startswith(f"1,admired,Klaus Weber,{words},Anna Berg,{text},")


def test_nothing_built_yet(command: Command, tmp_path: Path) -> None:
    ran = command("stats", "-d", tmp_path, "--unmapped")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"kg: there is no graph in {tmp_path}; build one with: kg build PATH -o {tmp_path}\n"
