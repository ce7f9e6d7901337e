"""The scorecard as a table: for the terminal, and as a section of a Markdown document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from kg.errors import UsageError
from kg.evaluation.measure import Measured
from kg.evaluation.score import Score

HEADER = ("benchmark", "figure", "value", "must", "aim", "reached", "others", "detail")
BEGIN, END = "<!-- scorecard: written by make eval -->", "<!-- end of the scorecard -->"
_DOCUMENT_HEADER = (*HEADER, "measured")


def reached(score: Score) -> str:
    """Which of its bars a score reaches; "" where it has none."""
    if score.aim is not None and score.value >= score.aim:
        return "aim"
    if score.must is not None:
        return "must" if score.value >= score.must else "no"
    return "" if score.aim is None else "no"


def rows(measured: Iterable[Measured]) -> list[tuple[str, ...]]:
    """The cells below `HEADER`, a row a score."""
    return [_cells(result.benchmark.name, score) for result in measured for score in result.scores]


def plain(cells: Iterable[Sequence[str]]) -> list[str]:
    """Aligned lines, two blanks or more between columns."""
    table = [HEADER, *cells]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]


def update(text: str, measured: Sequence[Measured], *, order: Sequence[str], today: date) -> str:
    """The document with the rows of what was measured in place of their old ones; all else stays as it is.

    `order` are the names of all benchmarks; rows of one that there is no more go. Without the two marks the section is
    put at the end. Raises UsageError where only one of them is there.
    """
    before, section, after = _parts(text)
    fresh = {result.benchmark.name: _markdown(result, today) for result in measured if result.scores}
    kept = {name: [line for line in section if _named(line) == name] for name in order}
    lines = [line for name in order for line in fresh.get(name, kept[name])]
    head = [_line(_DOCUMENT_HEADER), "|---" * len(_DOCUMENT_HEADER) + "|"]
    return "\n".join([before + BEGIN, "", *head, *lines, "", END + after])


def _cells(name: str, score: Score) -> tuple[str, ...]:
    bars = (_number(score.value), _number(score.must), _number(score.aim))
    return (name, score.name, *bars, reached(score), score.others, score.detail)


def _number(value: float | None) -> str:
    """Percents and speeds with up to two digits behind the point, none for what has none."""
    return "" if value is None else f"{value:,.2f}".rstrip("0").rstrip(".")


def _parts(text: str) -> tuple[str, list[str], str]:
    if BEGIN not in text and END not in text:
        return text.rstrip("\n") + "\n\n" if text else "", [], "\n"
    before, began, rest = text.partition(BEGIN)
    section, ended, after = rest.partition(END)
    if not (began and ended):
        raise UsageError(f"the document has one of these lines but not the other, or not in this order: {BEGIN} {END}")
    return before, section.splitlines(), after


def _markdown(result: Measured, today: date) -> list[str]:
    name = result.benchmark.name
    data = f"`{result.benchmark.folder}`" if result.benchmark.folder else "comes with kg"
    measured = f"{today.isoformat()}, {data}, `python -m kg.evaluation {name}`"
    return [_line((*_cells(name, score), measured)) for score in result.scores]


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def _named(line: str) -> str:
    """Whose row a line of the table is."""
    found = re.match(r"\| (\S+) \|", line)
    return found[1] if found else ""
