"""The table: bars, alignment, and a document that keeps what was not measured again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluation.measure import Measured
from kg.evaluation.score import Benchmark, Score
from kg.evaluation.table import BEGIN, END, plain, reached, rows, update

DAY, LATER = date(2026, 1, 2), date(2026, 3, 4)
ORDER = ["times", "names"]


def nothing(_folder: Path) -> Iterator[Score]:
    yield from ()


def measured(name: str, *scores: Score, folder: str = "sets/here") -> Measured:
    return Measured(Benchmark(name, folder, "somewhere", nothing), scores)


TIMES = measured("times", Score("F1", 70.0, must=60, aim=80, detail="P 70 | R 70", others="A 65"))
NAMES = measured("names", Score("P", 50.126), Score("R", 1200.0, must=1300), folder="")


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Score("a", 79.99, must=60, aim=80), "must"),
        (Score("a", 80, must=60, aim=80), "aim"),
        (Score("a", 59.99, must=60, aim=80), "no"),
        (Score("a", 60, must=60), "must"),
        (Score("a", 1, aim=2), "no"),
        (Score("a", 1), ""),
    ],
)
def test_reached(score: Score, expected: str) -> None:
    assert reached(score) == expected


def test_plain() -> None:
    assert plain(rows([TIMES, NAMES])) == [
        "benchmark  figure  value  must   aim  reached  others  detail",
        "times      F1      70     60     80   must     A 65    P 70 | R 70",
        "names      P       50.13",
        "names      R       1,200  1,300       no",
    ]


def test_new_document() -> None:
    text = update("", [NAMES], order=ORDER, today=DAY)
    assert text.startswith(BEGIN)
    assert text.endswith(END + "\n")
    assert "| names | P | 50.13 |  |  |  |  |  | 2026-01-02, comes with kg, `python -m kg.evaluation names` |" in text


def test_section_is_put_behind_what_is_written_by_hand() -> None:
    text = update("# Title\n\nWords.\n", [TIMES], order=ORDER, today=DAY)
    assert text.startswith(f"# Title\n\nWords.\n\n{BEGIN}\n")
    assert "P 70 \\| R 70" in text


def test_rows_of_what_was_not_measured_stay() -> None:
    first = update("Before.\n\n", [TIMES, NAMES], order=ORDER, today=DAY) + "\nAfter.\n"
    better = measured("names", Score("P", 99.0))
    second = update(first, [better], order=ORDER, today=LATER)
    assert [line.split(" | ")[:3] for line in second.splitlines() if line.startswith(("| t", "| n"))] == [
        ["| times", "F1", "70"],
        ["| names", "P", "99"],
    ]
    assert "2026-01-02, `sets/here`" in second
    assert "2026-03-04, `sets/here`, `python -m kg.evaluation names`" in second
    assert second.startswith("Before.")
    assert second.endswith(f"{END}\n\nAfter.\n")


def test_a_benchmark_without_figures_keeps_its_rows() -> None:
    first = update("", [TIMES], order=ORDER, today=DAY)
    assert update(first, [measured("times")], order=ORDER, today=LATER) == first


def test_rows_of_benchmarks_that_are_gone_go() -> None:
    text = update("", [TIMES, NAMES], order=ORDER, today=DAY)
    assert "| times |" not in update(text, [], order=["names"], today=DAY)


def test_order_of_the_benchmarks_not_of_the_runs() -> None:
    text = update("", [NAMES], order=ORDER, today=DAY)
    text = update(text, [TIMES], order=ORDER, today=DAY)
    assert text.index("| times |") < text.index("| names |")


@pytest.mark.parametrize("text", [BEGIN, END, f"{END} {BEGIN}"])
def test_half_a_section(text: str) -> None:
    with pytest.raises(UsageError, match="but not the other"):
        update(text, [], order=ORDER, today=DAY)
