"""The README shows what comes out: its queries are asked of the seed's graph, and its commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TOUR = re.findall(r"^    \$ kg (query [^\n]*)\n((?:    (?!\$)[^\n]*\n)+)", README, re.MULTILINE)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seed")
    kg.build([ROOT / "seeds"], folder)
    return folder


@pytest.mark.parametrize(("command", "shown"), TOUR, ids=[command for command, _ in TOUR])
def test_tour(command: str, shown: str, seed: Path) -> None:
    arguments = [sys.executable, "-m", "kg", *shlex.split(command), "-d", str(seed)]
    printed = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [line.rstrip() for line in printed.rstrip().splitlines()] == [
        line[4:] for line in shown.rstrip().splitlines()
    ]


def test_the_tour_is_there() -> None:
    assert len(TOUR) >= 4


@pytest.mark.parametrize("path", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
