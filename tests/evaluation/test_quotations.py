"""The scorer of quotations, on made-up ones in the set's format."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kg.evaluation.quotations import Annotated, Found, Tally, annotated, read, run, score, tally
from kg.model import Span

QUOTE, SPEAKER, ELSEWHERE = (Span(10, 20),), (Span(0, 5),), (Span(30, 35),)


def part(*spans: tuple[int, int]) -> dict[str, Any]:
    return {"spans": [{"charBegin": start, "charEnd": end, "begin": 0, "end": 1} for start, end in spans]}


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        pytest.param([], [], (0, 0, 0, 0, 0), id="nothing"),
        pytest.param([Annotated(QUOTE, SPEAKER)], [], (1, 0, 0, 0, 0), id="missed"),
        pytest.param([Annotated(QUOTE, SPEAKER)], [Found(QUOTE, SPEAKER)], (1, 1, 1, 1, 1), id="right"),
        pytest.param([Annotated(QUOTE, SPEAKER)], [Found(QUOTE, ELSEWHERE)], (1, 1, 0, 1, 1), id="another speaker"),
        pytest.param([Annotated(QUOTE, ())], [Found(QUOTE, SPEAKER)], (0, 0, 0, 1, 1), id="no speaker annotated"),
        pytest.param([Annotated(QUOTE, SPEAKER)], [Found(ELSEWHERE, SPEAKER)], (1, 0, 0, 1, 0), id="another place"),
        pytest.param(
            [Annotated(QUOTE, SPEAKER)],
            [Found((Span(11, 20),), ELSEWHERE), Found((Span(18, 40),), SPEAKER)],
            (1, 1, 0, 2, 2),
            id="the one that shares most counts",
        ),
        pytest.param(
            [Annotated(QUOTE, SPEAKER)],
            [Found(QUOTE, ELSEWHERE), Found(QUOTE, SPEAKER)],
            (1, 1, 1, 2, 2),
            id="the best of equals",
        ),
        pytest.param(
            [Annotated(QUOTE, SPEAKER)], [Found(QUOTE, (*ELSEWHERE, *SPEAKER))], (1, 1, 1, 1, 1), id="a mention of him"
        ),
    ],
)
def test_tally(gold: list[Annotated], ours: list[Found], expected: tuple[int, ...]) -> None:
    assert tally(gold, ours) == Tally(*expected)


def test_tallies_add_up() -> None:
    assert Tally(4, 3, 2, 5, 1) + Tally(1, 1, 1, 1, 1) == Tally(5, 4, 3, 6, 2)


def test_score() -> None:
    found = score(Tally(4, 3, 2, 5, 1))
    assert (found.value, found.must, found.aim) == (50.0, 70.0, 85.0)
    assert "2 of 4" in found.detail
    assert score(Tally()).value == 0.0


def test_annotated() -> None:
    record = {"annotations": [{"quote": part((10, 15), (17, 20)), "speaker": part((0, 5))}]}
    assert annotated(record) == (Annotated((Span(10, 15), Span(17, 20)), (Span(0, 5),)),)


def test_run(tmp_path: Path) -> None:
    text = "Anna Kern sagte, dass die Brücke gesperrt ist."
    record = {
        "documentName": "1",
        "originalText": text,
        "annotations": [{"quote": part((17, 45)), "speaker": part((0, 9))}],
    }
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(record).encode() + b"\n"))
    assert list(read(path)) == [record]
    assert [found.value for found in run(tmp_path)] == [100.0]
