"""The README shows what comes out: each line of its tour is run, in the shell and in Python."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TOUR = re.findall(
    r"^    \$ (kg [^\n]*)\n((?:    (?!\$)[^\n]*\n|\n(?=    (?!\$)))*)",
    README.partition("\nIn Python:\n")[0],
    re.MULTILINE,
)
PYTHON = re.search(r"\nIn Python:\n\n((?:    [^\n]*\n|\n)+)", README)
SECONDS = re.compile(r"[0-9.]+ s\b")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and the graph of them, as after the tour's first line."""
    folder = tmp_path_factory.mktemp("tour")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    assert TOUR[0][0].split("#")[0].split() == ["kg", "build"]
    run("kg build", folder)
    return folder


def run(command: str, folder: Path, *, fresh: bool = False) -> str:
    """What a line of the tour prints, with `kg` that of this checkout."""
    if fresh:
        shutil.rmtree(folder / "outputs")
    script = f'set -eo pipefail; kg() {{ {shlex.quote(sys.executable)} -m kg "$@"; }}; {command}'
    ran = subprocess.run(
        ["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout + ran.stderr


@pytest.mark.parametrize(("command", "shown"), TOUR, ids=[command for command, _ in TOUR])
def test_tour(command: str, shown: str, place: Path) -> None:
    printed = run(command, place, fresh=command.startswith("kg build"))
    if shown.strip():
        lines = [SECONDS.sub("0 s", line.rstrip()) for line in printed.rstrip().splitlines()]
        assert lines == [SECONDS.sub("0 s", line[4:]) for line in shown.rstrip().splitlines()]
    if output := re.search(r" -o (\S+)", command):
        assert (place / output[1]).stat().st_size > 0


def test_the_tour_is_there() -> None:
    assert len(TOUR) >= 8


def test_python(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line that is an expression gives something."""
    assert PYTHON
    monkeypatch.chdir(place)
    names: dict[str, object] = {}
    for node in ast.parse(textwrap.dedent(PYTHON[1])).body:
        if isinstance(node, ast.Expr):
            assert eval(ast.unparse(node), names), ast.unparse(node)
        else:
            exec(ast.unparse(node), names)


@pytest.mark.parametrize("path", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
