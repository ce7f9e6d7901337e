"""The command: what it runs, what it says of data that are not there, and its exit codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.errors import DataError
from kg.evaluation.__main__ import main
from kg.evaluation.benchmarks import BENCHMARKS
from kg.evaluation.score import Benchmark, Score


class Ran(NamedTuple):
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def counted(folder: Path) -> Iterator[Score]:
    yield Score("files", len(list(folder.iterdir())), must=2)


def own(_folder: Path) -> Iterator[Score]:
    yield Score("own", 7.0)


def broken(_folder: Path) -> Iterator[Score]:
    yield Score("half", 1.0)
    raise DataError("line 3 of\nthe set is cut off")


def divided(_folder: Path) -> Iterator[Score]:
    yield Score("share", 1 / 0)


def stopped(_folder: Path) -> Iterator[Score]:
    yield from ()
    raise KeyboardInterrupt


FILES = Benchmark("files", "sets/files", "the files of https://example.org/", counted)
GONE = Benchmark("gone", "sets/gone", "the set of https://example.org/gone", counted)
OWN = Benchmark("own", "", "", own)
BROKEN, DIVIDED, STOPPED = (Benchmark(run.__name__, "", "", run) for run in (broken, divided, stopped))


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    monkeypatch.delenv("KG_EVAL_DATA", raising=False)

    def ran(*arguments: str | Path, benchmarks: tuple[Benchmark, ...] = (FILES, GONE, OWN)) -> Ran:
        code = main([str(argument) for argument in arguments], benchmarks)
        return Ran(code, *capsys.readouterr())

    return ran


Command = Callable[..., Ran]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "sets" / "files").mkdir(parents=True)
    (tmp_path / "sets" / "files" / "one.txt").touch()
    return tmp_path


def values(out: str) -> list[list[str]]:
    return [line.split()[:3] for line in out.splitlines()[1:]]


def test_all(command: Command, data: Path) -> None:
    ran = command("--data", data)
    assert (ran.code, values(ran.out)) == (0, [["files", "files", "1"], ["own", "own", "7"]])
    assert f"gone: no data; get the set of https://example.org/gone and put it into {data}/sets/gone\n" in ran.err
    assert "[3/3] own" in ran.err


def test_variable(command: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_EVAL_DATA", str(data))
    assert values(command("files").out) == [["files", "files", "1"]]


def test_without_a_folder(command: Command) -> None:
    ran = command()
    assert (ran.code, values(ran.out)) == (0, [["own", "own", "7"]])
    assert "KG_EVAL_DATA is not set" in ran.err
    assert "put it into $KG_EVAL_DATA/sets/files\n" in ran.err


def test_a_named_one_without_data_is_a_failure(command: Command, data: Path) -> None:
    ran = command("gone", "own", "--data", data)
    assert (ran.code, values(ran.out)) == (1, [["own", "own", "7"]])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nosuch",), "there is no benchmark 'nosuch'; there are: files, gone, own"),
        (("--data", "no/such/folder"), "there is no folder no/such/folder"),
        (("--write", "."), "directory"),
    ],
)
def test_wrong_use(command: Command, arguments: tuple[str, ...], said: str) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_unknown_option(command: Command) -> None:
    with pytest.raises(SystemExit) as ended:
        command("--nosuch")
    assert ended.value.code == 2


def test_help_has_examples(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command("--help")
    assert ended.value.code == 0
    assert "\n  python -m kg.evaluation --list\n" in capsys.readouterr().out


def test_list(command: Command, data: Path) -> None:
    assert command("--list", "--data", data).out.splitlines() == [
        "files\tthere\tsets/files\tthe files of https://example.org/",
        "gone\tmissing\tsets/gone\tthe set of https://example.org/gone",
        "own\tthere\t-\t",
    ]


@pytest.mark.parametrize(
    ("benchmark", "reason"),
    [(BROKEN, "line 3 of the set is cut off"), (DIVIDED, "ZeroDivisionError: division by zero")],
)
def test_one_that_fails_does_not_end_the_others(command: Command, benchmark: Benchmark, reason: str) -> None:
    ran = command(benchmarks=(benchmark, OWN))
    assert (ran.code, values(ran.out)) == (1, [["own", "own", "7"]])
    assert f"{benchmark.name}: failed: {reason}\n" in ran.err


def test_document(command: Command, tmp_path: Path) -> None:
    document = tmp_path / "docs" / "benchmarks.md"
    assert command("--write", document).code == 0
    assert "| own | own | 7 |" in document.read_text("utf-8")


def test_interrupted_keeps_what_is_done(command: Command, tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    ran = command("--write", document, benchmarks=(OWN, STOPPED, FILES))
    assert (ran.code, values(ran.out)) == (130, [["own", "own", "7"]])
    assert "interrupted; what was measured is kept\n" in ran.err
    assert "| own | own | 7 |" in document.read_text("utf-8")


def test_names_can_be_typed_and_are_told_apart() -> None:
    names = [benchmark.name for benchmark in BENCHMARKS]
    assert len(set(names)) == len(names)
    assert all(name and not name.startswith("-") and len(name.split()) == 1 for name in names)
