"""kg as a library: build, open, ask, write."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import GraphMissing, UsageError

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
