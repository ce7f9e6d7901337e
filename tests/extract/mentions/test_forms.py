"""Forms of names: surnames, genitives, spellings, abbreviations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.forms import (
    abbreviates,
    core,
    folded,
    genitive_stems,
    given_gender,
    head_type,
    is_initials,
    sound,
    spelled_alike,
    surnames,
    without_genitive,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Angela Merkel", ("merkel",)),
        ("Li Shangfu", ("li", "shangfu")),
        ("Xi Jinping", ("xi", "jinping")),
        ("Ursula von der Leyen", ("von der leyen", "leyen")),
        ("Annegret Kramp-Karrenbauer", ("krampkarrenbauer",)),
        ("Merkel", ("merkel",)),
        ("Baschar al-Assad", ("al assad", "assad")),
    ],
)
def test_surnames_stand_for_full_names(name: str, expected: tuple[str, ...]) -> None:
    assert surnames(name, "de")[: len(expected)] == expected


def test_given_name_is_no_surname() -> None:
    assert "angela" not in surnames("Angela Merkel", "de")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Shoigu", "Schoigu", True),
        ("Jewmenow", "Yevmenov", True),
        ("Lawrow", "Lavrov", True),
        ("Selenskyj", "Zelensky", True),
        ("Chodorkowski", "Khodorkovsky", True),
        ("Lukaschenko", "Lukashenko", True),
        ("Gasprom", "Gazprom", True),
        ("Li", "Lee", False),
        ("Müller", "Möller", False),
        ("Meyer", "Meier-Müller", False),
        ("Putin", "Pudong", False),
        ("Merz", "Herz", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, alike: bool) -> None:
    assert spelled_alike(one, other, "de") is alike


def test_short_names_of_one_sound_are_left_to_the_context() -> None:
    assert sound("Li", "de") == sound("Ly", "de") == sound("Lee", "de")
    assert not spelled_alike("Li", "Ly", "de")


def test_slips_are_allowed_in_long_names_only_on_request() -> None:
    assert not spelled_alike("Abderrahman", "Abdelrahman", "de")
    assert spelled_alike("Abderrahman", "Abdelrahman", "de", slips=1)
    assert not spelled_alike("Meyer", "Beyer", "de", slips=1)


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("Lis", "Li"),
        ("Chinas", "China"),
        ("Hans'", "Hans"),
        ("Max’", "Max"),
        ("Merkel", ""),
        ("Scholz", ""),
        ("USA", ""),
        ("CDUs", "CDU"),
        ("Voss", ""),
    ],
)
def test_endings_that_may_be_a_genitive(word: str, bare: str) -> None:
    assert without_genitive(word, "de") == bare


def test_long_genitive_is_a_second_guess() -> None:
    assert genitive_stems("Bundestages", "de") == ("Bundestage", "Bundestag")


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("SCMP", "South China Morning Post", True),
        ("EZB", "Europäische Zentralbank", True),
        ("CDU", "Christlich-Demokratische Union", True),
        ("KMK", "Kultusministerkonferenz", True),
        ("CDU", "Angela Merkel", False),
        ("Russland", "Moskau", False),
        ("SPD", "Christlich-Demokratische Union", False),
        ("BBC", "BBC", False),
    ],
)
def test_abbreviations(short: str, name: str, expected: bool) -> None:
    assert abbreviates(short, name) is expected


def test_initials_need_three_parts() -> None:
    assert is_initials("SCMP", "South China Morning Post")
    assert not is_initials("AM", "Angela Merkel")


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Sergei Shoigu", "Masc"), ("Karin Lindqvist", "Fem"), ("Li Shangfu", ""), ("Sergei", ""), ("Kim Yo-jong", "")],
)
def test_gender_of_given_names(name: str, gender: str) -> None:
    assert given_gender(name, "de") == gender


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Konferenz", "Event"), ("Landesgerichts", "GovernmentOrganization"), ("Fahrrad", ""), ("Zeitungen", "")],
)
def test_type_of_head_nouns(word: str, expected: str) -> None:
    assert head_type(word, "de") == expected


def test_legal_forms_are_no_part_of_the_core() -> None:
    assert core("Krohmann AG", "de") == core("Krohmann", "de") == ("krohmann",)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_likeness_is_symmetric(one: str, other: str) -> None:
    assert spelled_alike(one, other, "de", slips=1) == spelled_alike(other, one, "de", slips=1)
