"""Names that are cut or run on, and whom words mean: sentences of our own, each with what is said of whom."""

from __future__ import annotations

import pytest

from tests.extract.statements import document_of, lines_of


def names(text: str, language: str = "de") -> set[str]:
    return {m.name for m in document_of(text, language=language).mentions if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Gewerkschaft Deutscher Lokomotivführer kritisierte die Bahn.", "Gewerkschaft Deutscher Lokomotivführer"),
        (
            "Das Deutsche Zentrum für Luft- und Raumfahrt (DLR) lobte die Mission.",
            "Deutsches Zentrum für Luft- und Raumfahrt",
        ),
        ("Anna Berg eröffnete die Ausstellung „Haribo - Mit Bären zur Kultmarke“.", "Haribo - Mit Bären zur Kultmarke"),
        ("Er lobte die Studie „Armut in Berlin“ sehr.", "Armut in Berlin"),
        ("Somit ist die Playstation 3 gut vorbereitet.", "Playstation 3"),
        ("Die Firma Benz & Co 69 Fahrzeuge lieferte aus.", "Benz & Co"),
        ("Am Montag starb Anna Bruns. Bruns war Redakteurin.", "Anna Bruns"),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sie sagte den Satz „Berlin lebt noch“ laut.", "Berlin"),
        ("Karl Weber kam. Webers Wagen brannte.", "Weber"),
        ("Die Deutsche Bank für Kunden geöffnet hat Karl Weber.", "Deutsche Bank"),
    ],
)
def test_a_name_does_not_run_on(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize("text", ["Um 10 Uhr MEZ meldete die Polizei den Unfall.", "Die Ärztin geht von Suizid aus."])
def test_time_zones_and_what_happens_are_no_names(text: str) -> None:
    assert names(text) == set()


MET = "Karl Weber | kg:met | Angela Merkel | affirmed asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Für Aufsehen sorgte Karl Weber, ein Sprecher der Firma Nordlicht, der Angela Merkel traf.",
        "Gestern kam Karl Weber, Sohn einer Richterin, der Angela Merkel traf.",
        "Gestern kam Karl Weber, der Angela Merkel traf.",
    ],
)
def test_a_relative_clause_is_that_of_the_noun_that_agrees(text: str) -> None:
    assert MET in lines_of(text)


def test_a_compound_means_the_body_that_it_names() -> None:
    text = "Porsche und Opel wachsen. Der Opel-Konzern kaufte Saab."
    assert not any(line.startswith("Porsche | kg:bought") for line in lines_of(text))
