"""To hit is to crash into something only where something drives; what pleases is not felled."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

BLOWS = [
    "Tobias Rehm hit Simon Keller in the face.",
    "The EU hit Russia with sanctions.",
    "Lena Voss hit Tobias Rehm.",
    "Washington hit Iran with tariffs.",
    "Nora Brandt hit Simon Keller on the head.",
    "The United States hit China with new tariffs.",
]


@pytest.mark.parametrize("text", BLOWS)
def test_no_crash(text: str) -> None:
    assert not any("kg:crashedInto" in line for line in lines_of(text, "en"))


CRASHES = ["Tobias Rehm crashed into a tree.", "Tobias Rehm hit a pedestrian in Vienna."]


@pytest.mark.parametrize("text", CRASHES)
def test_crash(text: str) -> None:
    assert any("kg:crashedInto" in line for line in lines_of(text, "en"))


PLEASED = [
    ("Lena Voss gefällt Tobias Rehm.", "Lena Voss | rel:gefallen | Tobias Rehm | affirmed asserted"),
    ("Die Firma Nordwerk gehört Siemens.", "Siemens | kg:owns | Nordwerk | affirmed asserted"),
    ("Das Gericht hat ein Urteil gefällt.", "Court | rel:fällen | Urteil | affirmed asserted"),
]


@pytest.mark.parametrize(("text", "line"), PLEASED)
def test_a_finite_form_is_no_participle(text: str, line: str) -> None:
    assert line in lines_of(text)
