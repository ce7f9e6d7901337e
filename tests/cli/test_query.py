"""``kg query``: ready queries, SPARQL and files of it, in three forms, and questions that go wrong."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pyoxigraph
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


def test_other_forms(command: Command, graph: Path) -> None:
    lines = command("query", MET, "-d", graph, "-f", "jsonl").out.splitlines()
    tabbed = command("query", MET, "-d", graph, "-f", "tsv").out.splitlines()
    assert {tuple(json.loads(line)) for line in lines} == {("s", "o")}
    assert tabbed[0] == "?s\t?o"
    assert len(lines) == len(tabbed) - 1 >= 1
    assert all(cell.startswith("<https://") for line in tabbed[1:] for cell in line.split("\t"))


@pytest.mark.parametrize(
    "question", ["CONSTRUCT { ?a schema:knows ?b } WHERE { ?a kg:met ?b }", "DESCRIBE ent:Li_Shangfu"]
)
@pytest.mark.parametrize(
    ("style", "ending"), [("turtle", "ttl"), ("ntriples", "nt"), ("jsonld", "jsonld"), ("rdfxml", "rdf")]
)
def test_triples_are_rdf(
    command: Command, graph: Path, tmp_path: Path, *, question: str, style: str, ending: str
) -> None:
    ran = command("query", question, "-d", graph, "--format", style)
    found = {quad.triple for quad in pyoxigraph.parse(ran.out, format=pyoxigraph.RdfFormat.from_extension(ending))}
    rows = json.loads(command("query", question, "-d", graph, "--format", "json").out)["results"]["bindings"]
    assert len(found) == len(rows) > 1
    path = tmp_path / f"x.{ending}"
    saved = command("query", question, "-d", graph, "-o", path)
    assert (saved.code, saved.out, saved.err) == (0, "", f"wrote {path}\n")
    assert path.read_text("utf-8") == ran.out
    if style == "turtle":
        assert command("query", question, "-d", graph) == ran


@pytest.mark.parametrize(
    ("subject", "met", "answer"),
    [
        ("Li_Shangfu", "Sergei_Shoigu", "true"),
        ("Sergei_Shoigu", "Li_Shangfu", "true"),
        ("Li_Shangfu", "Lloyd_Austin", "false"),
    ],
)
def test_yes_or_no(command: Command, graph: Path, subject: str, met: str, answer: str) -> None:
    ran = command("query", f"ASK {{ ent:{subject} kg:met ent:{met} }}", "-d", graph)
    assert ran == (0, f"{answer}\n", "")


def test_from_standard_input(command: Command, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, code in ((MET, 0), ("", 2), ("\xff", 2)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("latin-1"))))
        ran = command("query", "-", "-d", graph)
        assert ran.code == code
        assert code or ran == command("query", MET, "-d", graph)
        assert code == 0 or ran.err.count("\n") == 1


def test_into_a_file(command: Command, graph: Path, tmp_path: Path) -> None:
    for name, style in (
        ("x.csv", "csv"),
        ("x.json", "json"),
        ("x.tsv", "tsv"),
        ("x.jsonl", "jsonl"),
        ("x.txt", "table"),
    ):
        assert command("query", MET, "-d", graph, "-o", tmp_path / name).out == ""
        expected = command("query", MET, "-d", graph, "-f", style).out
        assert (tmp_path / name).read_bytes().decode() == expected
    assert command("query", MET, "-d", graph, "-o", "-").out == command("query", MET, "-d", graph).out
    wrong = command("query", MET, "-d", graph, "-o", tmp_path)
    assert (wrong.code, wrong.out) == (2, "")
    assert "the graph's folder is named with -d" in wrong.err


def test_a_name_that_the_graph_does_not_know_is_told(command: Command, graph: Path) -> None:
    ran = command("query", "SELECT ?x { ?x kg:meet ?y }", "-d", graph)
    assert (ran.code, ran.out) == (0, "x\n")
    assert ran.err == "nothing in the graph is called kg:meet; did you mean kg:met?\n"


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
        (["SELECT WHERE"], "WHERE"),
        (
            ["SELECT ?x WHERE { ?x kg:met ?y . FILTR(?x) }"],
            '"FILTR" cannot stand at line 1, column 34; did you mean FILTER?',
        ),
        (["SELECT ?x { ?x kgg:met ?y }"], "did you mean kg:?"),
        ([MET, "--format", "turtle"], "CONSTRUCT"),
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


def test_on_a_terminal_the_place_is_shown(command: Command, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ran = command("query", "SELECT ?x\nWHERE { ?x met ?y }", "-d", graph)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[1:] == ["WHERE { ?x met ?y }", "           ^"]
