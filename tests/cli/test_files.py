"""``kg export``, ``kg view``, ``kg validate`` and ``kg openie``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import chdir
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from kg.analysis import STATUSES
from kg.api import Format
from kg.rdf.namespaces import BASE
from tests.cli.conftest import Command


@pytest.mark.parametrize("style", list(Format))
def test_export(command: Command, graph: Path, tmp_path: Path, style: Format) -> None:
    path = tmp_path / "graph.out"
    assert command("export", "-d", graph, "--format", style, "-o", path).code == 0
    content = path.read_bytes()
    assert b"Li Shangfu" in content or b"Li_Shangfu" in content
    assert command("export", "-d", graph, "--format", style, "-o", path).code == 0
    assert path.read_bytes() == content


def test_export_is_the_file_of_the_build(command: Command, graph: Path, tmp_path: Path) -> None:
    command("export", "-d", graph, "-o", tmp_path / "x.ttl")
    assert (tmp_path / "x.ttl").read_bytes() == (graph / "graph.ttl").read_bytes()


@pytest.mark.parametrize(
    ("name", "style"),
    [("x.gexf", "gexf"), ("x.GraphML", "graphml"), ("x.nt", "ntriples"), ("x.rdf", "rdfxml"), ("x.out", "turtle"), ("x", "turtle")],
)  # fmt: skip
def test_export_as_the_file_is_called(command: Command, graph: Path, tmp_path: Path, name: str, style: str) -> None:
    command("export", "-d", graph, "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8") == command("export", "-d", graph, "--format", style).out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "-o", "x.json"], "x.json is called like json, which is not written here"),
        (["export", "-o", "x.ttl.gz"], "called like .gz"),
        (["export", "-o", "x.xlsx"], "--format"),
        (["statements", "-o", "x.ttl"], "called like turtle"),
        (["query", "denied", "-o", "x.gexf"], "called like gexf"),
        (["stats", "-o", ""], "is empty"),
        (["stats", "--dir", ""], "is empty"),
        (["build", "-o", ""], "is empty"),
        (["build", ""], "a name is empty"),
    ],
)
def test_a_name_that_says_something_else(
    command: Command, graph: Path, tmp_path: Path, arguments: list[str], says: str
) -> None:
    folder = [] if {"--dir", "build"} & {*arguments} else ["-d", str(graph)]
    with chdir(tmp_path):
        ran = command(*arguments, *folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert says in ran.err
    assert not list(tmp_path.iterdir())


def test_export_through_a_link_and_into_a_pipe(command: Command, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "link.ttl").symlink_to("target.ttl")
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE)
    for name in ("link.ttl", "pipe"):
        assert command("export", "-d", graph, "-o", tmp_path / name).code == 0
    written = (graph / "graph.ttl").read_bytes()
    assert reader.communicate()[0] == (tmp_path / "target.ttl").read_bytes() == written
    assert (tmp_path / "link.ttl").is_symlink()
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "pdf"], "'gexf'"),
        (["-o", "{file}/x"], "name another place with -o"),
        (["-o", "{folder}"], "is a folder, and -o names a file"),
        (["-o", "{folder}/x.json"], "which is not written here; say with --format: turtle, "),
        (["--entity", "Li Shangfoo"], "Li Shangfu"),
        (["--relation", "vissited"], "visited"),
        (["--status", "denied"], "negated"),
        (["--since", "soon"], "2023-04"),
        (["--source", "South China Post"], "South China Morning Post"),
    ],
)
def test_export_wrong_use(command: Command, graph: Path, tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "file").touch()
    filled = (part.format(file=tmp_path / "file", folder=tmp_path) for part in arguments)
    ran = command("export", "-d", graph, *filled)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert says in ran.err
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


@pytest.mark.parametrize("style", list(Format))
def test_export_of_a_part(command: Command, graph: Path, style: Format) -> None:
    """The same options and the same statements as in the list; who and what these do not name is not there."""
    wanted = ("-d", graph, "--status", "negated", "--entity", "Lloyd Austin")
    (only,) = (json.loads(line) for line in command("statements", *wanted, "--format", "jsonl").out.splitlines())
    whole, part = (command("export", *some, "--format", style).out for some in (("-d", graph), wanted))
    assert only["id"] in whole
    assert only["id"] in part
    assert [name in text for text in (whole, part) for name in ("Austin", "Jewmenow")] == [True, True, True, False]


def test_export_of_a_part_is_a_graph_of_its_own(command: Command, graph: Path) -> None:
    for status in STATUSES:
        nquads = command("export", "-d", graph, "--status", status, "--format", "nquads").out
        store = Store()
        store.load(nquads.encode(), format=RdfFormat.N_QUADS)
        named = {quad.object for quad in store if isinstance(quad.object, NamedNode)}
        mine = {node for node in named if node.value.startswith(BASE) and "#" not in node.value}
        assert mine <= {quad.subject for quad in store} | {quad.graph_name for quad in store}


def test_export_of_nothing(command: Command, graph: Path) -> None:
    ran = command("export", "-d", graph, "--status", "negated", "--relation", "visited", "--format", "csv")
    assert (ran.code, ran.out.count("\n")) == (0, 1)


def test_view(command: Command, graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy)
    assert command("view", "-d", copy).out == f"{copy / 'graph.html'}\n"
    assert (copy / "graph.html").read_bytes() == (graph / "graph.html").read_bytes()
    assert command("view", "-d", copy, "--labels", "de").out == f"{copy / 'graph.de.html'}\n"
    one = command("view", "-d", copy, "--entity", "Lloyd Austin")
    assert one.out == f"{copy / 'graph-Lloyd_Austin.html'}\n"
    assert 0 < len((copy / "graph-Lloyd_Austin.html").read_bytes()) < len((copy / "graph.html").read_bytes())
    assert command("view", "-d", graph, "-o", "-").out.startswith("<!DOCTYPE html>")


def test_view_speaks_as_the_build_does(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Angela Merkel besuchte Kassel.", "utf-8")
    command("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--labels", "de")
    built = (tmp_path / "out" / "graph.html").read_bytes()
    assert command("view", "-d", tmp_path / "out").out == f"{tmp_path / 'out' / 'graph.html'}\n"
    assert (tmp_path / "out" / "graph.html").read_bytes() == built
    assert command("view", "-d", tmp_path / "out", "--labels", "en").out.endswith("graph.en.html\n")
    assert (tmp_path / "out" / "graph.en.html").read_bytes() != built


def test_view_of_nobody(command: Command, graph: Path) -> None:
    ran = command("view", "-d", graph, "--entity", "Niemand Nirgendwo")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "Niemand Nirgendwo" in ran.err


def test_validate(command: Command, graph: Path) -> None:
    assert command("validate", "-d", graph) == (0, "", "the graph is valid\n")
    assert command("validate", "-d", graph, "--all").code == 0


def test_validate_finds_what_is_wrong(command: Command, graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy)
    (broken,) = (copy / "store" / "graph").glob("*/nquads/resolved.nq")
    lines = broken.read_text("utf-8").splitlines(keepends=True)
    affirmed = next(i for i, line in enumerate(lines) if "#Affirmed>" in line)
    lines[affirmed] = lines[affirmed].replace("#Affirmed>", "#Negated>")
    broken.write_text("".join(lines), "utf-8")
    ran = command("validate", "-d", copy)
    assert ran.code == 1
    assert ran.out.strip()
    assert ran.err.startswith("the graph is not valid: ")


def test_openie_of_a_text(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Klaus Weber besuchte Wien. Anna Berg lobte Paul Huber.", "utf-8")
    ran = command("openie", path)
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert all(len(row) == 4 for row in rows)
    assert ["1", "Klaus Weber", "besuchte", "Wien"] in rows
    assert ["2", "Anna Berg", "lobte", "Paul Huber"] in rows


def test_openie_of_lines(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Klaus Weber besuchte Wien.\n\nFoto: dpa\nAnna Berg lobte Paul Huber.\n", "utf-8")
    numbers = {line.split("\t")[0] for line in command("openie", "--lines", path).out.splitlines()}
    assert {"1", "4"} <= numbers <= {"1", "3", "4"}


def test_openie_of_nothing(command: Command, tmp_path: Path) -> None:
    ran = command("openie", tmp_path / "nicht-da.txt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["openie", "quotations"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"id": "a", "text": "Anna Berg lobte Paul Huber."}\n{"id": "b", "text": "x"}\n', "this is data"),
        (b'[{"text": "Anna Berg lobte Paul Huber."}]', "this is data"),
        (b"<!doctype html><html><body><p>Anna Berg lobte Paul Huber.</p></body></html>", "this is a web page"),
        (b"%PDF-1.7 Anna Berg lobte Paul Huber.", "this is a PDF"),
    ],
)
def test_what_is_not_plain_text(command: Command, tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    ran = command(name, path)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"kg: {path}: {says}")


@pytest.mark.parametrize("text", ["[dpa] Anna Berg lobte Paul Huber.", "{Anna} Berg lobte Paul Huber."])
def test_a_text_may_begin_with_a_bracket(command: Command, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert "lobte" in command("openie", tmp_path / "a.txt").out
