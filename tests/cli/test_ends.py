"""How a run ends: interrupted, the reader gone, the disk full; never with a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


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
        deadline = time.monotonic() + 60
        while not (finished.is_dir() and len(list(finished.glob("*.json"))) > 2) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err.decode().startswith("kg: interrupted; what was finished is kept")
    assert err.count(b"\n") == 1
    kept = len(list(finished.glob("*.json")))
    assert 2 < kept < 400
    assert command("statements", "-d", tmp_path / "out").code == 2
    (tmp_path / "in.jsonl").write_text("\n".join(lines[:kept]), "utf-8")
    assert f"{kept} articles, 0 new" in command("build", tmp_path / "in.jsonl", "-o", tmp_path / "out").err


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
