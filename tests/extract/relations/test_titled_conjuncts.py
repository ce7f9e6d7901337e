"""Two persons with titles before their names are both meant, as they are without."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

BOTH = [
    ("de", "Kanzler Tobias Rehm und Präsidentin Lena Voss trafen sich in Wien.", {"Tobias Rehm | kg:met | Lena Voss"}),
    (
        "de",
        "VW-Chef Tobias Rehm und EU-Kommissarin Lena Voss haben sich in Wien getroffen.",
        {"Tobias Rehm | kg:met | Lena Voss"},
    ),
    (
        "de",
        "Minister Tobias Rehm und Lena Voss besuchten Kiew.",
        {"Tobias Rehm | kg:visited | Kyiv", "Lena Voss | kg:visited | Kyiv"},
    ),
    (
        "de",
        "Anna Brandt traf Minister Ralf Rehm und Richterin Lena Voss.",
        {"Anna Brandt | kg:met | Ralf Rehm", "Anna Brandt | kg:met | Lena Voss"},
    ),
    ("en", "Chancellor Tobias Rehm and President Lena Voss met in Vienna.", {"Tobias Rehm | kg:met | Lena Voss"}),
    (
        "en",
        "Nora Brandt met Minister Tobias Rehm and Judge Lena Voss.",
        {"Nora Brandt | kg:met | Tobias Rehm", "Nora Brandt | kg:met | Lena Voss"},
    ),
    # neighbours: no titles, one title for both, two bodies
    ("de", "Tobias Rehm und Lena Voss trafen sich in Wien.", {"Tobias Rehm | kg:met | Lena Voss"}),
    (
        "de",
        "Die Minister Tobias Rehm und Lena Voss besuchten Kiew.",
        {"Tobias Rehm | kg:visited | Kyiv", "Lena Voss | kg:visited | Kyiv"},
    ),
    ("de", "Kanzler Tobias Rehm traf in Wien Lena Voss.", {"Tobias Rehm | kg:met | Lena Voss"}),
]


@pytest.mark.parametrize(("language", "text", "said"), BOTH)
def test_both_are_meant(language: str, text: str, said: set[str]) -> None:
    relations = ("kg:met", "kg:visited")
    found = {line.rpartition(" | ")[0] for line in lines_of(text, language) if line.split(" | ")[1] in relations}
    assert found == said
