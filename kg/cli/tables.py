"""Tables on a terminal: as wide as it is at most, and nothing in them is cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import ceil

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WHOLE = frozenset({"id", "statement"})  # columns that people copy from
_WORDS = range(16, 7, -1)  # cells: words up to so many stay whole where there is room, at least up to the last
_MOST = 0.9  # of the cells of a column, how many have room; the longest few may fold further
_GAP = 1


def show(header: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> None:
    """Prints rows of text: long cells fold, ids stay whole, columns without a word are left out.

    Where the console has no room even so, every row is a block of lines.
    """
    kept = [i for i in range(len(header)) if not rows or any(row[i] for row in rows)]
    names = [header[i] for i in kept]
    texts = [[row[i] for i in kept] for row in rows]
    columns = [(name, *(row[i] for row in texts)) for i, name in enumerate(names)]
    widths = _widths(columns, console.width - _GAP * (len(names) - 1))
    if widths is None:
        _blocks(names, texts, console)
        return
    shown = Table(box=None, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0))
    for name, width in zip(names, widths, strict=True):
        shown.add_column(Text(name), overflow="fold", width=width)
    for row in texts:
        shown.add_row(*map(Text, row))
    console.print(shown)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The widths with which most rows have the fewest lines; None where there is not even room for a word in each."""
    wanted = [_wanted(column) for column in columns]
    leasts = ([_least(column, word) for column in columns] for word in _WORDS)
    least = next((found for found in leasts if sum(found) <= room), None)
    if least is None:
        return None
    widths = next(
        found
        for lines in count(1)
        if sum(found := [max(few, ceil(much / lines)) for few, much in zip(least, wanted, strict=True)]) <= room
    )
    longest = [max(map(cell_len, column)) for column in columns]
    for _ in range(room - sum(widths)):
        need, i = max((longest[i] / width, -i) for i, width in enumerate(widths))
        if need <= 1:
            break
        widths[-i] += 1
    return widths


def _wanted(column: Sequence[str]) -> int:
    """The room that most cells of a column need for one line; an id needs all of it."""
    lengths = sorted(map(cell_len, column))
    return lengths[-1] if column[0] in _WHOLE else lengths[int(_MOST * (len(lengths) - 1))]


def _least(column: Sequence[str], word: int) -> int:
    """The room without which a column cannot be read: that of an id, or of its words up to so many cells."""
    if column[0] in _WHOLE:
        return max(map(cell_len, column))
    return min(word, max(cell_len(part) for cell in column for part in cell.split() or [""]))


def _blocks(names: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> None:
    width = max(map(cell_len, names))
    for row in rows:
        for name, text in zip(names, row, strict=True):
            if text:
                line = Text(f"{name:<{width}}  {text}")
                if name in _WHOLE:  # what the terminal wraps itself is copied whole
                    console.print(line, soft_wrap=True)
                else:
                    console.print(line, overflow="fold")
        console.print()
