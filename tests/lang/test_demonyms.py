"""Which country, region or city an adjective, an inhabitant's name or the beginning of a compound belongs to."""

from __future__ import annotations

import pytest

from kg.lang import load
from kg.lang.schema import Demonyms
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.terms import Types

DEMONYMS = load(Demonyms, "de")
GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("chinesisch", "China"),
        ("russischen", "Russia"),
        ("Russin", "Russia"),
        ("US-amerikanisch", "United_States"),
        ("Amerikanische", "United_States"),
        ("belarussisch", "Belarus"),
        ("weißrussisch", "Belarus"),
        ("Deutscher", "Germany"),
        ("kongolesisch", "Democratic_Republic_of_the_Congo"),
        ("europäisch", ""),
        ("Berliner", ""),
        ("russlandfreundlich", ""),
        ("Russland", ""),
        ("politisch", ""),
        ("", ""),
    ],
)
def test_country(word: str, country: str) -> None:
    assert DEMONYMS.country(word) == country


def test_regions_are_places_but_no_countries() -> None:
    assert [DEMONYMS.place(word) for word in ("europäisch", "Asiatin", "schottische")] == ["Europe", "Asia", "Scotland"]


@pytest.mark.parametrize(
    ("compound", "place"),
    [("US-Präsident", "United_States"), ("EU-Kommission", "European_Union"), ("US", ""), ("Us-Wahl", ""), ("-", "")],
)
def test_prefix(compound: str, place: str) -> None:
    assert DEMONYMS.prefix(compound) == place


@pytest.mark.parametrize(
    ("word", "city"),
    [
        ("Berliner", "Berlin"),
        ("Moskauer", "Moscow"),
        ("Münchner", "Munich"),
        ("Bremer", "Bremen"),
        ("Göttinger", "Göttingen"),
        ("Karlsruher", "Karlsruhe"),
        ("Basler", "Basel"),
        ("Zürcher", "Zurich"),
        ("römisch", "Rome"),
        ("Minister", None),
        ("berliner", None),
        ("Er", None),
        ("Haus", None),
    ],
)
def test_city_names(word: str, city: str | None) -> None:
    found = [place.id for name in DEMONYMS.city_names(word) for place in GAZETTEER.find(name)]
    assert (found[0] if found else None) == city


def test_every_country_of_the_gazetteer_has_its_words_and_no_other() -> None:
    assert set(DEMONYMS.countries) == {place.id for place in GAZETTEER if place.type == Types.COUNTRY}
    assert all(GAZETTEER.get(key) for key in DEMONYMS.regions)
    assert all(demonym.adjectives for demonym in DEMONYMS.countries.values())
    assert all(GAZETTEER.find(name) for name in (*DEMONYMS.cities.values(), *DEMONYMS.city_adjectives.values()))
