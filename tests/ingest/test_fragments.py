"""Markup in a text that should have none."""

from __future__ import annotations

import pytest

from kg.ingest.fragments import without_markup


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>J&uuml;rgen traf <b>Emil Sorin</b>.</p>", "Jürgen traf Emil Sorin."),
        ("<p>Eins.</p><p>Zwei <a href='x'>drei</a>.</p>", "Eins.\n\nZwei drei."),
        ("Eins,<br>zwei.", "Eins, zwei."),
        ("Eins.<br /><br />Zwei.", "Eins.\n\nZwei."),
        ("<div>A<script>x()</script><style>p{}</style><p hidden>B</p></div>", "A"),
        ("<p>Holm<sup>1</sup> kam.</p>", "Holm kam."),
        ("Gr&ouml;&szlig;e &amp; Ma&#223;", "Größe & Maß"),
        ("<h2>Kopf</h2>Text", "Kopf\n\nText"),
        ("a < b und c > d", "a < b und c > d"),
        ("R&D und AT&T; x <3", "R&D und AT&T; x <3"),
        ("Zeile eins\nZeile zwei", "Zeile eins\nZeile zwei"),
        ("Er schrieb an <anna@b.example>.", "Er schrieb an <anna@b.example>."),
    ],
)
def test_without_markup(raw: str, text: str) -> None:
    assert without_markup(raw) == text
