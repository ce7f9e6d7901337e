"""Messages about a name that is none: what they suggest."""

from __future__ import annotations

import pytest

from kg.nearest import folded, suggestion

KNOWN = ("Anna Berg", "Anna Burg", "Sergei Shoigu", "O'Brien", "zwei\nZeilen")


@pytest.mark.parametrize(
    ("text", "plain"), [("Élysée_Palast", "elysee palast"), ("  A  B ", "a b"), ("STRASSE", "strasse")]
)
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("name", "most", "says"),
    [
        ("Sergej Schoigo", 3, "; did you mean 'Sergei Shoigu'?"),
        ("anna_bérg", 3, "; did you mean 'Anna Berg', 'Anna Burg'?"),
        ("anna_bérg", 1, "; did you mean 'Anna Berg'?"),
        ("Anna Borg Berg", 3, "; did you mean 'Anna Berg', 'Anna Burg'?"),
        ("Berg", 3, "; did you mean 'Anna Berg'?"),
        ("OBrien", 3, '; did you mean "O\'Brien"?'),
        ("zwei Zeilen", 3, r"; did you mean 'zwei\nZeilen'?"),
        ("xyzzy", 3, ""),
        ("", 3, ""),
    ],
)
def test_suggestion(name: str, most: int, says: str) -> None:
    assert suggestion(name, (*KNOWN, *KNOWN), most=most) == says


def test_nothing_is_known() -> None:
    assert suggestion("Anna Berg", ()) == ""
