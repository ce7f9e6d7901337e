"""Tables on terminals of any width: nothing is cut, and the status is never out of sight."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console

from kg import api
from kg.cli import tables

HEADER = ("subject", "relation", "object", "source", "when", "where", "id")
LONG = (
    "die Zusammenarbeit zwischen den Streitkräften beider Länder zu fördern, auch in den Bereichen Militärtechnologie"
)
ROWS = [
    ("Li Shangfu", "has not met", "Lloyd Austin", "beispiel", "", "", "c1027ffd202a9364"),
    (
        "Li Shangfu",
        "is said to have visited",
        "Belarus",
        "South China Morning Post",
        "2023-08-14/..",
        "",
        "fb3c2f2dc9ad7a98",
    ),
    ("Li Shangfu", "promised", LONG, "beispiel", "", "Moscow; New Delhi", "35a2e0b506f682f2"),
]


def shown(width: int, header: Sequence[str] = HEADER, rows: Sequence[Sequence[str]] = ROWS) -> list[str]:
    out = io.StringIO()
    tables.show(header, rows, Console(file=out, width=width, force_terminal=False))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [40, 80, 100, 120, 160, 300])
def test_nothing_is_cut(width: int) -> None:
    lines = shown(width)
    assert max(map(len, lines)) <= max(width, 45)
    text = "\n".join(lines)
    assert all(row[-1] in text for row in ROWS)
    assert "…" not in text
    letters = [c for row in ROWS for cell in row for c in cell if not c.isspace()]
    assert all(text.count(c) >= letters.count(c) for c in set(letters))


@pytest.mark.parametrize("width", [80, 100, 120, 160])
def test_a_denied_meeting_is_denied_in_its_line(width: int) -> None:
    lines = shown(width)
    at = next(i for i, line in enumerate(lines) if "c1027ffd202a9364" in line)
    around = " ".join(lines[at : at + 3])
    assert "has not" in around
    assert "Lloyd" in around
    assert " met " not in lines[at].replace("has not met", "")


@pytest.mark.parametrize("width", [76, 80, 90])
def test_words_are_whole_where_there_is_room(width: int) -> None:
    source, when = "li_shangfu_russland_belarus", "2012/.. >=45×"
    row = ("China", "conducted exercises with", LONG, source, when, "Beijing", "04c5e127e34df8b1")
    text = "\n".join(shown(width, HEADER, [row] * 20))
    assert all(word in text for word in ("conducted ", "exercises ", "2012/.. ", "Beijing "))


def test_columns_without_a_word_are_left_out() -> None:
    lines = shown(80, ("subject", "where", "id"), [("Li", "", "x1"), ("Hui", "", "x2")])
    assert lines[0].split() == ["subject", "id"]


def test_ids_of_queries_stay_whole() -> None:
    rows = [(LONG, LONG, "st:c1027ffd202a9364")]
    assert any("st:c1027ffd202a9364" in line for line in shown(80, ("subject", "object", "statement"), rows))


def test_a_narrow_terminal_has_blocks() -> None:
    assert shown(40)[:3] == ["subject   Li Shangfu", "relation  has not met", "object    Lloyd Austin"]


@pytest.mark.parametrize(("width", "whole"), [(80, True), (100, True), (60, False)])
def test_words_stay_whole_where_there_is_room(width: int, whole: bool) -> None:
    rows = [("Timoschenko", "is not to experience", "effects", "beispiel-verlag", "", "Ukraine", "c1027ffd202a9364")]
    text = "\n".join(shown(width, rows=rows))
    assert all(word in text for word in ("Timoschenko", "experience")) == whole


@pytest.mark.parametrize("width", [1, 12, 20, 25])
def test_ids_stay_whole_in_blocks(width: int) -> None:
    assert sum(
        "st:c1027ffd202a9364" in line for line in shown(width, ("statement", "x"), [("st:c1027ffd202a9364", LONG)])
    )


def test_no_rows() -> None:
    assert shown(80, HEADER, []) == [" ".join(HEADER)]


@pytest.mark.parametrize("width", [80, 120, 160])
def test_statements_of_the_seed(graph: Path, width: int) -> None:
    records = list(api.open(graph).statement_records())
    header = ("subject", "relation", "object", "id")
    rows = [(r["subject"]["label"], r["words"], r["object"]["label"], r["id"]) for r in records]
    text = "\n".join(shown(width, header, rows))
    assert all(record["id"] in text for record in records)
    assert "has not met" in text
