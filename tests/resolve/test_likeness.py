from __future__ import annotations

import pytest

from kg.resolve.likeness import Likeness, likeness
from kg.resolve.names import Orthography

FORM = Orthography.of(("de",)).form


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Li Shangfu", "LI SHANGFU", Likeness.SAME),
        ("Thomas Mueller", "Thomas Müller", Likeness.SAME),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", Likeness.SAME),
        ("Thomas Muller", "Thomas Müller", Likeness.LETTERS),
        ("Kim Jong Un", "Kim Jong-un", Likeness.LETTERS),
        ("Baschar al-Assad", "Baschar Assad", Likeness.LETTERS),
        ("Sergei Shoigu", "Sergei Schoigu", Likeness.ROMANISATION),
        ("Sergej Schoigu", "Sergei Shoigu", Likeness.ROMANISATION),
        ("Nikolai Jewmenow", "Nikolai Yevmenov", Likeness.ROMANISATION),
        ("Sergei Lawrow", "Sergey Lavrov", Likeness.ROMANISATION),
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky", Likeness.ROMANISATION),
        ("George Bush", "George W. Bush", Likeness.MIDDLE),
        ("George Walker Bush", "George W. Bush", Likeness.MIDDLE),
        ("Recep Erdogan", "Recep Tayyip Erdoğan", Likeness.MIDDLE),
        ("A. Merkel", "Angela Merkel", Likeness.INITIAL),
        ("Thomas Schmidt", "Thomas Schmitt", Likeness.SIMILAR),
        ("Merkel", "Angela Merkel", Likeness.PART),
        ("Li", "Li Shangfu", Likeness.PART),
        ("Leyen", "Ursula von der Leyen", Likeness.PART),
        ("Assad", "Baschar al-Assad", Likeness.PART),
        ("Schoigu", "Sergei Shoigu", Likeness.PART),
        ("Li Hui", "Li Shangfu", Likeness.NONE),
        ("Angela Merkel", "Anke Merkel", Likeness.NONE),
        ("Peter Weber", "Petra Weber", Likeness.NONE),
        ("Hans Müller", "Hans Möller", Likeness.NONE),
        ("Thomas Maier", "Thomas Mayer", Likeness.NONE),
        ("George W. Bush", "George H. W. Bush", Likeness.NONE),
        ("B. Merkel", "Angela Merkel", Likeness.NONE),
        ("Thomas M.", "Thomas Müller", Likeness.NONE),
        ("Merkel", "Li Shangfu", Likeness.NONE),
        ("Theodor", "Karl Theodor Guttenberg", Likeness.NONE),
    ],
)
def test_likeness(a: str, b: str, expected: Likeness) -> None:
    assert likeness(FORM(a), FORM(b)) is expected
    assert likeness(FORM(b), FORM(a)) is expected
