"""One small graph that all commands are asked about, and a command line that runs in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.app import run

SEEDS = Path(__file__).parents[2] / "seeds"


class Ran(NamedTuple):
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def ran(*arguments: str | Path) -> Ran:
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the seed's graph."""
    folder = tmp_path_factory.mktemp("graph")
    assert run(["build", str(SEEDS), "-o", str(folder)]) == 0
    return folder
