"""Sentences and the offices that they tell, or do not tell, of people. None of them is from an evaluation set."""

from __future__ import annotations

import pytest

from kg.ontology import Relations
from tests.extract.statements import lines_of
from tests.marks import misread


def held(text: str, language: str = "de") -> set[str]:
    """Who holds which office: name and office."""
    lines = (line.split(" | ") for line in lines_of(text, language))
    return {f"{who}: {what}" for who, relation, what, _ in lines if relation == Relations.HOLDS_OFFICE}


HOLDERS = [
    ("Die Opposition wirft dem Ministerpräsidenten Wortbruch vor.", set()),
    ("Das sagte Ministerpräsident Weber.", {"Weber: Prime Minister"}),
    ("Der Vater des Bundeskanzlers, Karl Weber, starb.", set()),
    ("Karl Weber, der Ministerpräsident Italiens, kam.", {"Karl Weber: Prime Minister of Italy"}),
    (
        "Es gratulierten der italienische Ministerpräsident Rossi, der Leiter der Atomenergiebehörde IAEA, "
        "Ahmed Salah, und der norwegische Ministerpräsident Jens Berg.",
        {
            "Rossi: Prime Minister of Italy",
            "Ahmed Salah: Head of the International Atomic Energy Agency",
            "Jens Berg: Prime Minister of Norway",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_an_office_is_that_of_the_name_in_apposition(text: str, expected: set[str]) -> None:
    assert held(text) == expected


BODIES = [
    ("Die hessische SPD-Chefin Anna Berg kam.", {"Anna Berg: Head of SPD of Hesse"}),
    ("Bayerns CSU-Vorsitzender Karl Weber kam.", {"Karl Weber: Chair of CSU of Bavaria"}),
    ("Bayerns CSU-Innenminister Karl Weber kam.", {"Karl Weber: Interior Minister of Bavaria"}),
    ("Der italienische EZB-Chef Mario Rossi kam.", {"Mario Rossi: Head of the European Central Bank"}),
    (
        "Der deutsche Präsident des Europäischen Parlaments, Martin Kunz, kam.",
        {"Martin Kunz: President of the European Parliament"},
    ),
    ("Der UN-Botschafter von Osttimor, Jose Gama, kam.", {"Jose Gama: United Nations Ambassador of East Timor"}),
    ("Der IG Metall-Vorsitzende Klaus Weber kam.", {"Klaus Weber: Chair of IG Metall"}),
    pytest.param("Air Berlin-Chef Karl Weber kam.", {"Karl Weber: Head of Air Berlin"}, marks=misread),
    ("Russlands NATO-Botschafter Dmitri Petrow kam.", {"Dmitri Petrow: NATO Ambassador of Russia"}),
    ("Team-Manager Karl Weber kam.", {"Karl Weber: Team manager"}),
    (
        "Karl Weber, Sprecher der Volksallianz für Freiheit, kam.",
        {"Karl Weber: Spokesperson of Volksallianz für Freiheit"},
    ),
    ("Kölns Präsident Karl Weber kam.", set()),
    (
        "Karl Weber, Präsident des Deutschen Hockey Verbands, kam.",
        {"Karl Weber: President of Deutscher Hockey Verband"},
    ),
    ("Kölns Bürgermeister Karl Weber kam.", {"Karl Weber: Mayor of Cologne"}),
    ("Der italienische Müllkommissar Karl Weber kam.", {"Karl Weber: Müllkommissar of Italy"}),
    ("Der EU-Kommissar für Energie Karl Weber kam.", {"Karl Weber: Commissioner of the European Union for energy"}),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_an_office_is_that_of_its_state_or_body(text: str, expected: set[str]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der ehemalige IG Metall-Vorsitzende Klaus Weber kam.",
        "Der bisherige Umweltminister Michael Kunz ging.",
        "Der vom Militär entmachtete Ministerpräsident Karl Weber floh.",
        "Nach dem Sturz des Präsidenten Boliviens, Jorge Cuesta, feierten viele.",
        "Bildungsminister Karl Weber trat am Montag zurück.",
        "Der Präsident Boliviens, Jorge Cuesta, wurde gestürzt.",
        "Viele haben Bedenken gegen eine Bundeskanzlerin Anna Berg.",
        "Gehen mussten Bildungsminister Karl Weber und Umweltminister Michael Kunz.",
        "Vorher waren Bildungsminister Karl Weber und Umweltminister Michael Kunz zurückgetreten.",
        "Die Regierung schickte Bildungsminister Karl Weber in den Ruhestand.",
        "Bildungsminister Karl Weber ist am Montag gestorben.",
        "Im Jahr 1987 besuchte Bildungsminister Karl Weber die Stadt.",
        "In dieser Zeit arbeitete sie für Bildungsminister Karl Weber.",
    ],
)
def test_an_office_that_is_over_or_only_imagined_is_not_held(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bildungsminister Karl Weber will zurücktreten.",
        "Bildungsminister Karl Weber ist nicht zurückgetreten.",
        "Bildungsminister Karl Weber entließ Anna Berg.",
        "Bildungsminister Karl Weber musste nach Hause gehen.",
        "Bildungsminister Karl Weber ging.",
        "Bildungsminister Karl Weber steckt Geld in die Rente.",
        "Der jetzige Bildungsminister Karl Weber lebte damals in Köln.",
        "Bildungsminister Karl Weber besuchte am Montag die Stadt.",
    ],
)
def test_an_office_that_is_not_left_is_held(text: str) -> None:
    assert held(text) == {"Karl Weber: Education Minister"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bavarian CSU leader Karl Weber spoke.", {"Karl Weber: Leader of Bavarian CSU"}),
        ("The Italian ECB president Mario Rossi spoke.", {"Mario Rossi: President of the European Central Bank"}),
        ("After the overthrow of President Jorge Cuesta, many celebrated.", set()),
    ],
)
def test_the_same_in_english(text: str, expected: set[str]) -> None:
    assert held(text, "en") == expected


def test_a_role_of_many_without_a_country_is_not_that_of_another() -> None:
    text = "Das freute Milovan Kurz. Der Trainer Ghanas war zufrieden. Trainer Bert Smit ließ das Team spielen."
    assert held(text) == set()


def test_a_member_of_parliament_has_no_post_at_the_party() -> None:
    told = lines_of("Der Abgeordnete der CDU Karl Weber kam. Der Vorsitzende der SPD, Hans Kunz, kam.")
    assert {line.split(" | ")[0] for line in told if Relations.HAS_POST_AT in line} == {"Hans Kunz"}


def test_a_word_that_goes_on_is_no_name() -> None:
    assert not any("Ober- |" in line for line in lines_of("Karl Weber sprach vor dem Britischen Ober- und Unterhaus."))
