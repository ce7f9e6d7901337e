"""Every command has help with examples, and the README tells of it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import typer

from kg.cli.app import app
from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]
COMMANDS = [
    "build",
    "entities",
    "export",
    "openie",
    "query",
    "quotations",
    "show",
    "statements",
    "stats",
    "validate",
    "view",
]


def commands() -> dict[str, Any]:
    found: dict[str, Any] = getattr(typer.main.get_command(app), "commands", {})
    return found


def test_commands() -> None:
    assert sorted(commands()) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_help(command: Command, name: str) -> None:
    ran = command(name, "--help")
    assert ran.code == 0
    assert f"\n  kg {name}" in ran.out or f"| kg {name}" in ran.out
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"kg {name}" in readme or f"`{name}`" in readme


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    for parameter in commands()[name].params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_version(command: Command) -> None:
    assert command("--version").out == f"kg {version('kg')}\n"


def test_bare_command_shows_help(command: Command) -> None:
    assert "build" in command().out + command().err


def test_unknown_command(command: Command) -> None:
    ran = command("biuld")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1


def test_as_a_module() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "kg", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("kg ")
