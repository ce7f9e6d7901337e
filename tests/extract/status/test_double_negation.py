"""Words of negation that deny nothing, and what is not prevented."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

CERTAIN = [
    ("No sooner had Lena Voss left Vienna than it rained.", "Lena Voss | kg:departedFrom | Vienna"),
    ("No sooner had Siemens bought Nordwerk AG than prices fell.", "Siemens | kg:bought | Nordwerk AG"),
    ("Nothing stopped Lena Voss from suing Tobias Rehm.", "Lena Voss | kg:sued | Tobias Rehm"),
    ("Nobody stopped Siemens from suing Bosch.", "Siemens | kg:sued | Bosch"),
    ("Nothing prevented Lena Voss from meeting Tobias Rehm.", "Lena Voss | kg:met | Tobias Rehm"),
    ("None deterred Lena Voss from visiting Kyiv.", "Lena Voss | kg:visited | Kyiv"),
]


@pytest.mark.parametrize(("text", "said"), CERTAIN)
def test_certain(text: str, said: str) -> None:
    assert {line for line in lines_of(text, "en") if line.startswith(said)} == {f"{said} | affirmed asserted"}


OTHERWISE = [
    ("Nora Brandt stopped Lena Voss from suing Tobias Rehm.", {"negated asserted"}),
    ("Nora Brandt prevented Lena Voss from suing Tobias Rehm.", {"negated asserted"}),
    ("Nora Brandt did not stop Lena Voss from suing Tobias Rehm.", {"affirmed hypothetical"}),
    ("Nora Brandt could not prevent Lena Voss from suing Tobias Rehm.", {"affirmed hypothetical"}),
    ("Lena Voss did not sue Tobias Rehm.", {"negated asserted"}),
    ("No court heard that Lena Voss sued Tobias Rehm sooner.", None),
]


@pytest.mark.parametrize(("text", "status"), OTHERWISE)
def test_neighbours(text: str, status: set[str] | None) -> None:
    said = "Lena Voss | kg:sued | Tobias Rehm | "
    found = {line.removeprefix(said) for line in lines_of(text, "en") if line.startswith(said)}
    assert found == status if status is not None else "affirmed asserted" not in found
