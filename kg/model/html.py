"""How notebooks show the values: small tables of HTML, in which everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

SHOWN = 100
"""Rows of a table at most; a notebook is no place for ten thousand."""


def html_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "") -> str:
    """A table under `header`, of plain text; rows beyond `SHOWN` are only counted."""
    rest = iter(rows)
    shown = [_row("td", row) for row in islice(rest, SHOWN)]
    more = sum(1 for _ in rest)
    title = ", ".join(filter(None, (caption, f"{more} more rows" if more else "")))
    top = f"<caption>{escape(title)}</caption>" if title else ""
    return f"<table>{top}<thead>{_row('th', header)}</thead><tbody>{''.join(shown)}</tbody></table>"


def html_fields(title: str, fields: Iterable[tuple[str, str]]) -> str:
    """One thing: its title, and what is known of it by name, as HTML; what is empty is left out."""
    rows = (f"<tr><th>{escape(name)}</th><td>{content}</td></tr>" for name, content in fields if content)
    return f"<table><caption>{escape(title)}</caption><tbody>{''.join(rows)}</tbody></table>"


def _row(tag: str, cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"
