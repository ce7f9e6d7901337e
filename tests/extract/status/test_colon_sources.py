"""What stands before a colon: who says the rest, what kind of claim it is, or only a topic."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

SPOKEN = [
    # bodies and roles without a name
    ("de", "Polizei: Lena Voss hat den Richter Tobias Rehm ermordet.", "Lena Voss | kg:killed | Tobias Rehm", "Police"),
    (
        "de",
        "Staatsanwaltschaft: Lena Voss ermordete Tobias Rehm.",
        "Lena Voss | kg:killed | Tobias Rehm",
        "Public prosecutor's office",
    ),
    (
        "de",
        "Ein Sprecher der Polizei: Lena Voss hat Tobias Rehm verletzt.",
        "Lena Voss | kg:injured | Tobias Rehm",
        "Police",
    ),
    ("en", "Police: Lena Voss killed Tobias Rehm.", "Lena Voss | kg:killed | Tobias Rehm", "Police"),
    ("en", "Army spokesman: Russia attacked Poland on Monday.", "Russia | kg:attacked | Poland", "Army"),
    # names, with party, office, or neither
    (
        "de",
        "Nora Brandt (SPD): Die Polizei hat Tobias Rehm verhaftet.",
        "Police | kg:arrested | Tobias Rehm",
        "Nora Brandt",
    ),
    ("de", "Ministerin Nora Brandt: Russland hat Polen angegriffen.", "Russia | kg:attacked | Poland", "Nora Brandt"),
    ("de", "Reuters: Bosch kauft die Firma Solaris.", "Bosch | kg:bought | Solaris", "Reuters"),
    ("en", "Nora Brandt (Labour): Police arrested Tobias Rehm.", "Police | kg:arrested | Tobias Rehm", "Nora Brandt"),
    ("en", "Prime Minister Nora Brandt: Russia attacked Poland.", "Russia | kg:attacked | Poland", "Nora Brandt"),
    ("en", "Kremlin: Ukraine attacked Belarus.", "Ukraine | kg:attacked | Belarus", "Kremlin"),
    # within a text
    (
        "de",
        "Es gab Streit. Nora Brandt: Lena Voss hat Tobias Rehm verklagt.",
        "Lena Voss | kg:sued | Tobias Rehm",
        "Nora Brandt",
    ),
    (
        "en",
        "There was a row. Nora Brandt: Lena Voss sued Tobias Rehm.",
        "Lena Voss | kg:sued | Tobias Rehm",
        "Nora Brandt",
    ),
]


@pytest.mark.parametrize(("language", "text", "said", "source"), SPOKEN)
def test_the_rest_is_reported(language: str, text: str, said: str, source: str) -> None:
    by = f" by {source}" if source else ""
    assert {line for line in lines_of(text, language) if line.startswith(said)} == {f"{said} | affirmed reported{by}"}


@pytest.mark.parametrize(("language", "text", "said", "source"), SPOKEN)
def test_who_speaks_did_nothing(language: str, text: str, said: str, source: str) -> None:
    relation = said.split(" | ")[1]
    assert {
        line for line in lines_of(text, language) if f" | {relation} | " in line and not line.startswith(said)
    } == set()


CLAIMS = [
    ("de", "Der Vorwurf: Lena Voss hat Tobias Rehm bestochen.", "reported"),
    ("de", "Das Gerücht geht um: Bosch kauft die Firma Solaris.", "reported"),
    ("de", "Das Szenario: Russland greift Polen an.", "possible"),
    ("de", "Die Befürchtung: Russland greift Polen an.", "possible"),
    ("de", "Der Plan: Bosch kauft die Firma Solaris.", "planned"),
    ("en", "The accusation: Lena Voss killed Tobias Rehm.", "reported"),
    ("en", "The scenario: Russia attacks Poland.", "possible"),
    ("en", "The fear: Russia attacks Poland.", "possible"),
    ("en", "The plan: Bosch buys Solaris Ltd.", "planned"),
    ("en", "A rumour is going around: Bosch buys Solaris Ltd.", "reported"),
]


@pytest.mark.parametrize(("language", "text", "modality"), CLAIMS)
def test_a_claim_before_a_colon(language: str, text: str, modality: str) -> None:
    found = {line.rpartition(" | ")[2] for line in lines_of(text, language)}
    assert {status.split(" by ")[0] for status in found} == {f"affirmed {modality}"}


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Die Forderung: Bosch kauft die Firma Solaris."), ("en", "The demand: Bosch buys Solaris Ltd.")],
)
def test_what_is_demanded_is_not_said(language: str, text: str) -> None:
    assert lines_of(text, language) == set()


ASSERTED = [
    ("de", "Wirtschaft: Bosch kauft die Firma Solaris.", "Bosch | kg:bought | Solaris"),
    ("de", "Das Ergebnis: Die Polizei hat Tobias Rehm verhaftet.", "Police | kg:arrested | Tobias Rehm"),
    ("de", "Kein Zweifel: Russland hat Polen angegriffen.", "Russia | kg:attacked | Poland"),
    ("de", "Die Arbeitgeber (kurz: AG) loben Nora Brandt. Russland griff Polen an.", "Russia | kg:attacked | Poland"),
    ("en", "Business: Bosch bought Solaris Ltd.", "Bosch | kg:bought | Solaris Ltd."),
    ("en", "The result: Police arrested Tobias Rehm.", "Police | kg:arrested | Tobias Rehm"),
    ("en", "No doubt: Russia attacked Poland.", "Russia | kg:attacked | Poland"),
]


@pytest.mark.parametrize(("language", "text", "said"), ASSERTED)
def test_topics_lists_and_results_are_no_speakers(language: str, text: str, said: str) -> None:
    assert f"{said} | affirmed asserted" in lines_of(text, language)


LISTED = [
    ("de", "Die Polizei nahm zwei Verdächtige fest: Tobias Rehm und Simon Keller."),
    ("de", "Der Sieger: Nora Brandt, die Tobias Rehm besiegte."),
    ("de", "Nora Brandt, kurz: Brandt, traf Tobias Rehm."),
    ("en", "Lena Voss met two ministers: Tobias Rehm and Nora Brandt."),
    ("en", "The winner: Nora Brandt, who defeated Tobias Rehm."),
    ("en", "Police arrested two suspects: Tobias Rehm and Simon Keller."),
]


@pytest.mark.parametrize(("language", "text"), LISTED)
def test_a_list_or_an_explanation_is_not_reported(language: str, text: str) -> None:
    assert not any("reported" in line for line in lines_of(text, language))
