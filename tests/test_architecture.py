"""The house holds: imports point one way, rooms are small, the public names are the ones agreed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "docs" / "architecture.md"
MODULES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
# Where one article's fault, of whatever kind, becomes its failure; nobody else catches all.
CATCH_ALL = {"kg/builds/stages.py", "kg/ingest/items.py"}

PUBLIC = {
    "Article", "BuildReport", "Entity", "Evidence", "Failure", "Graph", "KGError", "KnowledgeGraph", "Modality",
    "Polarity", "Result", "Statement", "__version__", "build", "open", "open_triples", "quotations", "ready_queries",
    "timexes",
}  # fmt: skip


def names(modules: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in modules]


def words(text: str, tree: ast.Module) -> list[str]:
    """The texts in the code that are not documentation, as they are written there."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [ast.get_source_segment(text, node) or "" for node in texts if id(node) not in documentation]


def test_imports_point_one_way() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_public_names() -> None:
    assert set(kg.__all__) == PUBLIC
    assert list(kg.__all__) == sorted(kg.__all__)
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    with pytest.raises(AttributeError):
        _ = kg.nothing_of_the_kind


def test_importing_kg_is_quick_and_quiet() -> None:
    heavy = ("spacy", "onnxruntime", "rdflib", "trafilatura")
    code = f"import sys, kg, kg.model, kg.errors; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("[]", "")


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_module(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert text.count("\n") <= LONGEST_MODULE
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno > LONGEST_FUNCTION] == []
    assert ast.get_docstring(tree), "every module says what it is for"
    german = [word for word in words(text, tree) if re.search(r"[äöüÄÖÜß]", word)]
    assert not german or "training" in path.parts, "words of a language are data, in kg/lang"
    catches = [node.type for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    if path.relative_to(ROOT).as_posix() not in CATCH_ALL:
        assert not [c for c in catches if c is None or getattr(c, "id", "") in ("Exception", "BaseException")]


def test_tests_are_where_their_rooms_are() -> None:
    rooms = {path.name for path in (ROOT / "kg").iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} - {"golden", "__pycache__"}
    assert folders <= rooms


def rooms() -> set[str]:
    """Folders of the house that can be imported, as paths."""
    return {path.parent.relative_to(ROOT).as_posix() for path in MODULES if path.name == "__init__.py"} - {"kg"}


def test_the_page_of_the_house_has_every_room() -> None:
    told = re.findall(r"^\| `(kg/[\w/]+)` \|", HOUSE.read_text("utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(rooms())
    alone = {path.name for path in (ROOT / "kg").glob("[!_]*.py")}
    assert not {name for name in alone if f"`kg/{name}`" not in HOUSE.read_text("utf-8")}


def named(page: Path) -> list[str]:
    """Paths that a page names, some with a name in them: "kg/api.py:build"."""
    text = page.read_text("utf-8")
    return sorted(set(re.findall(r"(?:kg|tests|docs|ontologies)/[\w./-]*\w(?::\w+)?", text)))


@pytest.mark.parametrize("page", [HOUSE, ROOT / "CONTRIBUTING.md"], ids=["house", "contributing"])
def test_what_a_page_names_is_there(page: Path) -> None:
    assert len(named(page)) > 5
    for place in named(page):
        path, _, name = place.partition(":")
        assert (ROOT / path).exists(), path
        if name:
            defined = rf"^\s*(?:class|def) {name}\b|^{name}\b.*="
            assert re.search(defined, (ROOT / path).read_text("utf-8"), re.MULTILINE), place
