"""Every command has help with examples, and the README tells of it."""

from __future__ import annotations

import os
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
    assert command() == command("--help") == command("-h")
    assert (command().code, command().err) == (0, "")
    assert all(f"\n  {name} " in command().out for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["biuld"], "Did you mean 'build'?"),
        (["query", "--fromat", "csv"], "--format"),
        (["query", "-f", "cvs", "ASK {}"], "'csv'"),
        (["--versoin"], "--version"),
        (["view", "extra"], "extra"),
    ],
)
def test_what_does_not_exist(command: Command, arguments: list[str], says: str) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1
    assert says in ran.err
    assert "Value error" not in ran.err
    assert "See: kg" in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    """What a shell asks when the tab key is pressed: the commands, and the values of an option."""
    typed = {
        "COMP_WORDS": "kg sta",
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": "kg sta",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "kg"], cwd=ROOT, capture_output=True, text=True, check=False,
        env=os.environ | typed | {"_KG_COMPLETE": f"complete_{shell}"},
    )  # fmt: skip
    assert "statements" in ran.stdout
    assert "stats" in ran.stdout
    assert ran.stderr == ""


def test_as_a_module() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "kg", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("kg ")


@pytest.mark.parametrize("name", COMMANDS)
def test_options_mean_the_same_everywhere(name: str) -> None:
    """-d is the graph's folder, -o where something is written, -f the format."""
    options = {option for parameter in commands()[name].params for option in parameter.opts if option.startswith("-")}
    for short, long in (("-d", "--dir"), ("-o", "--output"), ("-f", "--format")):
        assert (short in options) == (long in options)
    assert ("-d" in options) == (name not in ("openie", "quotations"))


def test_a_build_takes_its_folder_either_way(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Berg besuchte Wien.", "utf-8")
    for option in ("-o", "-d", "--output", "--dir"):
        assert command("build", tmp_path / "a.txt", option, tmp_path / option[1:]).code == 0
        assert command("validate", "-d", tmp_path / option[1:]).code == 0
