"""kg as a library: build, open, ask, write."""

from __future__ import annotations

import doctest
import json
import shutil
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kg
from kg.errors import GraphMissing, StoreError, UsageError

TEXT = "Li Shangfu traf am 3. Mai 2023 in Moskau den russischen Verteidigungsminister Sergei Schoigu."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[kg.BuildReport, Path]:
    folder = tmp_path_factory.mktemp("api")
    (folder / "artikel.txt").write_text(TEXT, "utf-8")
    steps: list[tuple[int, int]] = []
    report = kg.build([folder / "artikel.txt"], folder / "out", progress=lambda *step: steps.append(step))
    assert steps == [(1, 1)]
    return report, folder / "out"


def test_report(built: tuple[kg.BuildReport, Path]) -> None:
    report, folder = built
    assert (report.articles, report.failures, report.unchanged, report.folder) == (1, (), False, folder)
    graph = kg.open(folder)
    assert (len(graph.entities), len(graph.statements)) == (report.entities, report.statements)
    again = kg.build([folder.parent / "artikel.txt"], folder)
    assert (again.unchanged, again.entities, again.statements) == (True, report.entities, report.statements)


def test_statements_have_evidence(built: tuple[kg.BuildReport, Path]) -> None:
    graph = kg.open(built[1])
    assert graph.statements
    for statement in graph.statements:
        for evidence in statement.evidence:
            assert (evidence.article, evidence.span.of(TEXT)) == ("artikel", evidence.quote)


def test_query(built: tuple[kg.BuildReport, Path]) -> None:
    graph = kg.open(built[1])
    answer = graph.query("who-met-whom")
    assert sorted(next(iter(graph.cells(answer)))[:2]) == ["Li Shangfu", "Sergei Schoigu"]
    assert graph.query("ASK { ?s kg:met ?o }")
    with pytest.raises(UsageError, match="takes no entity"):
        graph.query("ASK {}", arguments={"entity": "x"})


@pytest.mark.parametrize(
    ("question", "options", "says"),
    [
        ("(" * 9000, {}, r"^'\({60}…' is neither SPARQL"),
        ("ASK {}", {"timeout": float("inf")}, "at most 1,000,000 s, not inf"),
        ("ASK {}", {"timeout": float("nan")}, "not nan"),
        ("ASK {}", {"timeout": 0}, "not 0"),
        ("ASK {}", {"rows": 0}, "at least one row, not 0"),
    ],
)
def test_questions_that_cannot_be_meant(
    built: tuple[kg.BuildReport, Path], question: str, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(kg.KGError, match=says):
        kg.open(built[1]).query(question, **options)


def test_one_status_and_formats_that_there_are(built: tuple[kg.BuildReport, Path]) -> None:
    graph = kg.open(built[1])
    assert graph.select(status="fact") == graph.select(status=["fact"])
    assert graph.select(status="fact").statements
    with pytest.raises(UsageError, match=r"no format 'xlsx'; there are turtle, .*, gexf, csv"):
        graph.export("xlsx")


@pytest.mark.parametrize("options", [[], [["edits", "{"]], [["edits", '{"same": 5}']]])
def test_why_where_the_edits_are_lost(
    built: tuple[kg.BuildReport, Path], tmp_path: Path, options: list[list[str]]
) -> None:
    shutil.copytree(built[1], tmp_path / "out")
    manifest = tmp_path / "out" / "store" / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "options": options}))
    with pytest.raises(StoreError, match="damaged; build the graph again"):
        kg.open(tmp_path / "out").why("Li Shangfu")


def test_base_is_kept(built: tuple[kg.BuildReport, Path], tmp_path: Path) -> None:
    kg.build([built[1].parent / "artikel.txt"], tmp_path / "out", base="https://news.example/graph/")
    graph = kg.open(tmp_path / "out")
    assert b"https://news.example/graph/" in graph.export("turtle")
    assert graph.export("turtle") == (tmp_path / "out" / "graph.ttl").read_bytes()
    assert graph.validate() == ()


def test_an_open_graph_stays_as_it_was(built: tuple[kg.BuildReport, Path], tmp_path: Path) -> None:
    kg.build([built[1].parent / "artikel.txt"], tmp_path / "out")
    graph = kg.open(tmp_path / "out")
    before = graph.statements
    (tmp_path / "b.txt").write_text("Anna Berg besuchte am Montag Paris.", "utf-8")
    kg.build([tmp_path / "b.txt"], tmp_path / "out")
    assert graph.statements == before
    assert kg.open(tmp_path / "out").statements != before


def test_nothing_to_open(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing):
        kg.open(tmp_path)


def test_lines_are_those_of_the_file() -> None:
    text = "Am Ende\u2028war Ruhe.\n\nAnna Berg lobte Paul Huber."
    assert {n for n, triple in kg.open_triples(text, lines=True) if triple.subject == "Anna Berg"} == {3}


def test_open_triples() -> None:
    found = list(kg.open_triples("Klaus Weber besuchte Wien.\nAnna Berg lobte Paul Huber.", lines=True))
    assert (2, ("Anna Berg", "lobte", "Paul Huber")) in found


def test_examples_in_the_documentation(built: tuple[kg.BuildReport, Path]) -> None:
    """Whatever looks like a session with Python in a docstring is one; `graph` is that of these tests."""
    root = Path(kg.__file__).parent
    tried = 0
    for path in sorted(root.rglob("*.py")):
        if ">>> " in path.read_text("utf-8"):
            module = import_module(".".join(path.relative_to(root.parent).with_suffix("").parts))
            found = doctest.testmod(module, extraglobs={"graph": kg.open(built[1])})
            assert found.failed == 0, path
            tried += found.attempted
    assert tried > 5


def test_as_a_graph_of_rdflib(built: tuple[kg.BuildReport, Path]) -> None:
    graph = kg.open(built[1])
    lines = {line for line in graph.to_rdflib().serialize(format="nt").splitlines() if line}
    assert len(lines) == len(graph.export("ntriples").splitlines())
    met = graph.to_rdflib(graph.query("CONSTRUCT { ?a kg:met ?b } WHERE { ?a kg:met ?b }"))
    assert len(met) == 2
    assert set(met) <= set(graph.to_rdflib())
    assert dict(met.namespaces())["ent"].endswith("/entity/")
    with pytest.raises(UsageError, match="CONSTRUCT"):
        graph.to_rdflib(graph.query("ASK { ?a kg:met ?b }"))


def test_as_a_network(built: tuple[kg.BuildReport, Path]) -> None:
    graph = kg.open(built[1])
    network = graph.to_networkx(labels="de")
    assert {key for *_, key in network.edges(keys=True)} == {statement.id for statement in graph.statements}
    assert graph.to_networkx(direct_only=True).number_of_edges() == sum(s.direct for s in graph.statements)


def test_as_tables_of_pandas(built: tuple[kg.BuildReport, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    graph = kg.open(built[1])
    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=lambda rows, columns: (columns, rows)))
    header, rows = graph.to_pandas()
    assert [dict(zip(header, row, strict=True))["id"] for row in rows] == [s.id for s in graph.statements]
    answer = graph.query("SELECT ?a ?b { ?a kg:met ?b }")
    assert graph.to_pandas(answer) == (["a", "b"], list(graph.cells(answer)))


def test_without_pandas_it_says_what_to_do(built: tuple[kg.BuildReport, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pip install pandas"):
        kg.open(built[1]).to_pandas()


def test_in_a_notebook(built: tuple[kg.BuildReport, Path]) -> None:
    graph = kg.open(built[1])
    shown = graph._repr_html_()
    assert repr(graph) == f"kg.open({str(built[1])!r})"
    assert "Sergei Schoigu" in shown
    assert f"{len(graph.statements)} statements" in shown
    assert all(statement.status in shown for statement in graph.statements)
    assert "ent:Li_Shangfu" in graph.query("SELECT ?a { ?a kg:met ?b }")._repr_html_()
    assert "did you mean kg:met?" in graph.query("SELECT ?a { ?a kg:meet ?b }")._repr_html_()
    assert "true" in graph.query("ASK { ?a kg:met ?b }")._repr_html_()
    (met,) = (statement for statement in graph.statements if statement.relation.id == "kg:met")
    assert "<mark>traf</mark>" in met._repr_html_()
    assert all(entity.label() in entity._repr_html_() for entity in graph.entities)


def test_a_notebook_shows_no_bare_past_for_what_is_denied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Berg traf Carl Dahl. Anna Berg hat Bodo Ernst nicht getroffen.", "utf-8")
    kg.build(tmp_path / "a.txt", tmp_path / "out")
    shown = kg.open(tmp_path / "out")._repr_html_()
    assert "<td>Anna Berg</td><td>met</td><td>Carl Dahl</td><td>asserted</td>" in shown
    assert "<td>Anna Berg</td><td>has not met</td><td>Bodo Ernst</td>" in shown
