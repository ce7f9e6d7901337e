"""How a run ends: interrupted, the reader gone, the disk full; never with a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]


HANG = 600  # seconds after which a child that waits for something is given up; nothing else depends on the clock

INTERRUPTING = """
import os, runpy, signal, sys

class Finder:
    sent = False

    def find_spec(self, name, path=None, target=None):
        if name == "{module}" and not self.sent:
            self.sent = True
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except BaseException:
                if {swallowed}:
                    return None
                raise

sys.meta_path.insert(0, Finder())
sys.argv = ["kg", *sys.argv[1:]]
{start}
"""
AS_MODULE = 'runpy.run_module("kg", run_name="__main__")'
AS_SCRIPT = "from kg.cli import main; main()"


def hearing() -> None:
    """In the child: SIGINT interrupts, also where whoever runs the tests has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def deaf() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def start(
    *arguments: str | Path, given: tuple[str, ...] = ("-m", "kg"), ears: Callable[[], None] = hearing
) -> subprocess.Popen[bytes]:
    command = [sys.executable, *given, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=ears)  # noqa: PLW1509


def is_clean_interruption(code: int, err: bytes) -> bool:
    """One line, and 130 to the shell: by the process itself, or by Python where the exception crossed an ``exec``."""
    return code in (130, -signal.SIGINT) and err.startswith(b"kg: interrupted; what was") and err.count(b"\n") == 1


def interrupted_at(
    module: str,
    *arguments: str | Path,
    launch: str = AS_MODULE,
    swallowed: bool = False,
    ears: Callable[[], None] = hearing,
) -> tuple[int, bytes]:
    """Exit code and standard error of a command that Ctrl-C meets as it begins to import a module."""
    code = INTERRUPTING.format(module=module, start=launch, swallowed=swallowed)
    with start(*arguments, given=("-c", code), ears=ears) as process:
        _, err = process.communicate(timeout=HANG)
    return process.returncode, err


@pytest.mark.parametrize("launch", [AS_MODULE, AS_SCRIPT])
@pytest.mark.parametrize("swallowed", [False, True])
@pytest.mark.parametrize("module", ["kg.cli.app", "typer", "kg.api", "pyoxigraph", "kg.cli.view"])
def test_interrupted_while_it_is_imported(module: str, swallowed: bool, launch: str) -> None:
    code, err = interrupted_at(module, "--version", launch=launch, swallowed=swallowed)
    assert code == 130
    assert is_clean_interruption(code, err), err.decode()


@pytest.mark.parametrize("module", ["spacy", "onnxruntime"])
def test_interrupted_while_a_command_imports(module: str, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Klaus Weber reiste nach Rom.", "utf-8")
    code, err = interrupted_at(module, "build", tmp_path / "in.txt", "-o", tmp_path / "out")
    assert is_clean_interruption(code, err), err.decode()


def test_an_ignored_interruption_stays_ignored() -> None:
    assert interrupted_at("typer", "--version", ears=deaf) == (0, b"")


def test_reader_goes_away(graph: Path) -> None:
    with start("export", "-d", graph) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_interrupted_build_goes_on_where_it_was(command: Command, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": f"Klaus Weber reiste {n}-mal nach Rom. " * 40}) for n in range(400)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    finished = tmp_path / "out" / "store" / "documents"
    with start("build", tmp_path / "in.jsonl", "-o", tmp_path / "out") as process:
        given_up = time.monotonic() + HANG
        while len(list(finished.glob("*.json"))) <= 2 and process.poll() is None and time.monotonic() < given_up:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=HANG)
    assert is_clean_interruption(process.returncode, err), err.decode()
    kept = len(list(finished.glob("*.json")))
    assert 2 < kept < 400
    assert command("statements", "-d", tmp_path / "out").code == 2
    (tmp_path / "in.jsonl").write_text("\n".join(lines[:kept]), "utf-8")
    assert f"{kept} articles, 0 new" in command("build", tmp_path / "in.jsonl", "-o", tmp_path / "out").err


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["stats -d {graph}", "export -d {graph} -o {out}/x.nt", "validate -d {graph}"])
def test_streams_that_are_closed(graph: Path, tmp_path: Path, closed: str, arguments: str) -> None:
    line = f"exec {sys.executable} -m kg {arguments.format(graph=graph, out=tmp_path)} {closed}"
    ran = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False), ran.stderr.decode()
    assert all(b"Li_Shangfu" in path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.parametrize("arguments", ["query - -d {graph}", "build - -o {out}", "openie -"])
def test_nothing_can_be_read_from_standard_input(graph: Path, tmp_path: Path, arguments: str) -> None:
    line = f"exec {sys.executable} -m kg {arguments.format(graph=graph, out=tmp_path)} <&-"
    ran = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (2, 1), ran.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_disk_full(graph: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "kg", "statements", "-d", str(graph)],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.decode() == "kg: No space left on device\n"


def test_output_in_another_encoding_is_utf_8(graph: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "kg", "statements", "-d", str(graph), "--format", "jsonl"],
        cwd=ROOT, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )  # fmt: skip
    assert ran.stdout == (graph / "statements.jsonl").read_bytes()
