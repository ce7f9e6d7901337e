from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import languages, load
from kg.lang.schema import Spelling
from kg.resolve.names import Orthography, initials, is_abbreviation, stands_for

ORTHOGRAPHY = Orthography.of(("de",))


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Gerhard  SCHRÖDER", "gerhard schroeder"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Lech Wałęsa", "lech walesa"),
        ("Große Straße", "grosse strasse"),
        ("Cohn‑Bendit", "cohn-bendit"),
        ("„Der Spiegel“", "der spiegel"),
        ("O’Brien", "obrien"),
        ("AT&T Inc.", "at&t inc"),
        ("ﬁnanz", "finanz"),
        ("…", ""),
    ],
)
def test_normal(name: str, normal: str) -> None:
    assert ORTHOGRAPHY.normal(name) == normal


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("Angela Merkel", ("angela", "merkel")),
        ("Ursula von der Leyen", ("ursula", "von der leyen")),
        ("Von der Leyen", ("von der leyen",)),
        ("Al Gore", ("al", "gore")),
        ("Karl-Theodor zu Guttenberg", ("karl-theodor", "zu guttenberg")),
        ("George H. W. Bush", ("george", "h", "w", "bush")),
    ],
)
def test_units(name: str, units: tuple[str, ...]) -> None:
    assert ORTHOGRAPHY.form(name).normal == units


@pytest.mark.parametrize(
    ("name", "complete"),
    [
        ("Angela Merkel", True),
        ("J. K. Rowling", True),
        ("Merkel", False),
        ("von der Leyen", False),
        ("A. Merkel", False),
        ("Thomas M.", False),
        ("", False),
    ],
)
def test_complete(name: str, complete: bool) -> None:
    assert ORTHOGRAPHY.form(name).complete is complete


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Schoigu", "Shoigu", True),
        ("Jewmenow", "Yevmenov", True),
        ("Lawrow", "Lavrov", True),
        ("Chruschtschow", "Chrushchov", True),
        ("Ly", "Lee", True),
        ("Schoigu", "Schojgar", False),
        ("Lawrow", "Lavrik", False),
    ],
)
def test_loose(a: str, b: str, same: bool) -> None:
    assert (ORTHOGRAPHY.form(a).loose == ORTHOGRAPHY.form(b).loose) is same


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Volkswagen AG", "volkswagen"), ("Apple Inc.", "apple"), ("Bosch GmbH", "bosch"), ("AG", "ag"), ("Agip", "agip")],
)
def test_without_legal_form(name: str, bare: str) -> None:
    assert ORTHOGRAPHY.without_legal_form(name) == bare


@pytest.mark.parametrize(
    ("name", "yes"), [("SCMP", True), ("BaFin", True), ("EU", True), ("Spiegel", False), ("Deutsche Bank", False)]
)
def test_is_abbreviation(name: str, yes: bool) -> None:
    assert is_abbreviation(name) is yes


@pytest.mark.parametrize(
    ("short", "full", "yes"),
    [
        ("SCMP", "South China Morning Post", True),
        ("CDU", "Christlich-Demokratische Union", True),
        ("FAA", "Front Altair", False),
        ("DB", "Deutsche Bank", False),
        ("SPD", "Freie Demokratische Partei", False),
        ("EZB", "Europäischer Rechnungshof", False),
        ("NATO", "North Atlantic Council", False),
    ],
)
def test_stands_for(short: str, full: str, yes: bool) -> None:
    assert stands_for(short, full) is yes


def test_initials() -> None:
    assert initials("Bundesamt für Verfassungsschutz") == "bv"


def test_languages_add_up() -> None:
    assert Orthography.of(()).normal("Müller") == "muller"
    assert Orthography.of(("de",)).normal("Müller") == "mueller"


@given(st.text())
def test_forms_of_any_text_are_stable(text: str) -> None:
    normal = ORTHOGRAPHY.normal(text)
    assert ORTHOGRAPHY.normal(normal) == normal
    form = ORTHOGRAPHY.form(text)
    assert len(form.normal) == len(form.plain) == len(form.loose) == len(form.romanised) == len(form.cores)


@pytest.mark.parametrize("language", languages())
def test_every_language_says_how_it_spells(language: str) -> None:
    spelling = load(Spelling, language)
    assert all(old != new for old, new in (*spelling.letters.items(), *spelling.romanisation))
