"""``kg show`` and the filters of lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def denied(graph: Path) -> dict[str, str]:
    records = map(json.loads, (graph / "statements.jsonl").read_text("utf-8").splitlines())
    return next(record for record in records if record["polarity"] == "negated")


def test_a_statement_with_what_says_so(command: Command, graph: Path) -> None:
    key = denied(graph)["id"]
    ran = command("show", key, "--dir", graph)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Li Shangfu has not met Lloyd Austin\n")
    assert "“nicht”" in ran.out
    assert command("show", f"st:{key}", "--dir", graph).out == ran.out


@pytest.mark.parametrize("name", ["Li Shangfu", "Li_Shangfu", "herr ly"])
def test_an_entity_by_any_of_its_names(command: Command, graph: Path, name: str) -> None:
    ran = command("show", name, "--labels", "de", "--dir", graph)
    assert ran.code == 0
    assert "Li Shangfu hat Lloyd Austin nicht getroffen" in ran.out


def test_a_name_that_is_none(command: Command, graph: Path) -> None:
    ran = command("show", "Li Shangfoo", "--dir", graph)
    assert (ran.code, ran.out) == (2, "")
    assert "Li Shangfu" in ran.err


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--entity", "Li Shangfoo", "Li Shangfu"),
        ("--relation", "vissited", "visited"),
        ("--status", "denied", "negated"),
        ("--since", "soon", "2023-04"),
        ("--source", "South China Post", "South China Morning Post"),
    ],
)
def test_values_are_checked(command: Command, graph: Path, option: str, value: str, hint: str) -> None:
    for name in ("statements", "entities"):
        ran = command(name, option, value, "--dir", graph)
        assert (ran.code, ran.out) == (2, "")
        assert hint in ran.err


def test_filters(command: Command, graph: Path) -> None:
    ran = command("statements", "--status", "negated", "--entity", "Lloyd Austin", "--format", "jsonl", "--dir", graph)
    assert [json.loads(line)["words"] for line in ran.out.splitlines()] == ["has not met"]
    named = command("entities", "--status", "negated", "--format", "jsonl", "--dir", graph).out.splitlines()
    assert sorted(json.loads(line)["label"] for line in named) == ["Li Shangfu", "Lloyd Austin"]


def test_the_table_says_the_status_and_is_in_order(command: Command, graph: Path) -> None:
    lines = command("statements", "--dir", graph).out.splitlines()
    assert lines[0].split() == ["subject", "relation", "object", "times", "source", "when", "where", "id"]
    subjects = [line.split("  ")[0] for line in lines[1:]]
    assert subjects == sorted(subjects)
    (line,) = (line for line in lines if denied(graph)["id"] in line)
    assert "has not met" in line
