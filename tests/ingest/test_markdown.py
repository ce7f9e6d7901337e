"""Markdown to plain text."""

from __future__ import annotations

import pytest

from kg.ingest.markdown import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Kopf\n\nEin **fetter** Satz mit [Verweis](https://a.example).", "Kopf\n\nEin fetter Satz mit Verweis."),
        ("Eine Zeile\nund noch eine.", "Eine Zeile und noch eine."),
        ("- eins\n- zwei", "eins\n\nzwei"),
        ("![Bild](a.png)\n\nText.", "Text."),
        ("Text.\n\n```\nprint()\n```", "Text."),
        ("<script>x()</script>\n\nA &amp; B", "A & B"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("", ""),
    ],
)
def test_plain_text(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text
