"""``kg query``: ready queries, SPARQL and files of it, in three forms, and questions that go wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg import api
from tests.cli.conftest import Command

MET = "SELECT ?s ?o WHERE { ?s kg:met ?o }"
QUERIES = api.ready_queries()


def test_list_has_every_ready_query(command: Command) -> None:
    ran = command("query", "--list")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == ["name", *(query.name for query in QUERIES)]


@pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])
def test_every_ready_query_answers(command: Command, graph: Path, query: api.ReadyQuery) -> None:
    statement = json.loads((graph / "statements.jsonl").read_text("utf-8").splitlines()[0])["id"]
    values = {"entity": "Li Shangfu", "other": "Sergei Shoigu", "statement": statement}
    given = [f"--with={parameter.name}={values[parameter.name]}" for parameter in query.parameters]
    ran = command("query", query.name, *given, "-d", graph)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()


def test_three_forms(command: Command, graph: Path) -> None:
    rows = list(csv.reader(io.StringIO(command("query", MET, "-d", graph, "--format", "csv").out)))
    found = json.loads(command("query", MET, "-d", graph, "--format", "json").out)
    table = command("query", MET, "-d", graph).out.splitlines()
    assert rows[0] == found["head"]["vars"] == table[0].split() == ["s", "o"]
    assert len(rows) - 1 == len(found["results"]["bindings"]) == len(table) - 1 >= 1
    assert any("Li_Shangfu" in line and "Sergei_Shoigu" in line for line in table)


def test_entity_option(command: Command, graph: Path) -> None:
    ran = command("query", "what-did-x-do", "--entity", "Li Shangfu", "-d", graph)
    assert "Lloyd Austin" in ran.out
    assert "negated" in ran.out


def test_file(command: Command, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(MET, "utf-8")
    assert command("query", tmp_path / "q.rq", "-d", graph) == command("query", MET, "-d", graph)


def test_rows_left_off_are_told(command: Command, graph: Path) -> None:
    ran = command("query", "SELECT ?s { ?s ?p ?o }", "--rows", "3", "-d", graph)
    assert len(ran.out.splitlines()) == 4
    assert "only the first 3 rows" in ran.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["SELECT WHERE"], ""),
        (["who-met-who"], "who-met-whom"),
        (["nicht-da.rq"], "neither SPARQL"),
        (["SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], "SERVICE"),
        (["DELETE WHERE { ?s ?p ?o }"], ""),
        (["timeline"], "entity"),
        (["timeline", "--entity", "Niemand Nirgendwo"], "Niemand Nirgendwo"),
        (["who-met-whom", "--with", "unsinn"], "KEY=VALUE"),
        ([MET, "--entity", "Li Shangfu"], "no ready query"),
        ([], "--list"),
    ],
)
def test_questions_that_go_wrong(command: Command, graph: Path, arguments: list[str], says: str) -> None:
    ran = command("query", *arguments, "-d", graph)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1
    assert says in ran.err
