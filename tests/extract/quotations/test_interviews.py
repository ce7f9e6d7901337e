"""Interviews: an answer is said by whoever gives it, a question asserts nothing."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

ANSWERED = [
    pytest.param(
        "de",
        "Herr Rehm, hat Bosch die Firma Solaris gekauft?\n\nNein. Aber Russland hat Polen angegriffen.",
        "Rehm",
        id="no labels, one question",
    ),
    pytest.param(
        "de",
        "Frau Brandt, was ist geschehen?\n\nRussland hat Polen angegriffen.\n\nUnd was noch?\n\nDas weiß ich nicht.",
        "Brandt",
        id="no labels, two questions",
    ),
    pytest.param(
        "de",
        "Frage: Frau Brandt, was ist geschehen?\n\nAntwort: Das war so. Russland hat Polen angegriffen.",
        "Brandt",
        id="Frage and Antwort",
    ),
    pytest.param(
        "de",
        "SPIEGEL: Frau Brandt, was ist geschehen?\n\nBrandt: Das war so. Russland hat Polen angegriffen.",
        "Brandt",
        id="one turn each",
    ),
    pytest.param(
        "de",
        "**Reuters:** Was ist geschehen?\n\n**Nora Brandt:** Das war so. Russland hat Polen angegriffen.",
        "Nora Brandt",
        id="bold names",
    ),
    pytest.param(
        "de",
        "Mit Nora Brandt sprach Simon Keller.\n\nSK: Was ist geschehen?\n\nNB: Das war so. Russland hat Polen angegriffen.",
        "Nora Brandt",
        id="initials",
    ),
    pytest.param(
        "en",
        "Mr Rehm, what has happened?\n\nRussia has attacked Poland.\n\nAnything else?\n\nNo.",
        "Rehm",
        id="no labels in English",
    ),
    pytest.param(
        "en",
        "Q: Ms Brandt, what has happened?\n\nA: Let me see. Russia has attacked Poland.",
        "Brandt",
        id="Q and A",
    ),
    pytest.param(
        "en",
        "BBC: Ms Brandt, what has happened?\n\nBrandt: Let me see. Russia has attacked Poland.",
        "Brandt",
        id="one turn each in English",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), ANSWERED)
def test_an_answer_is_said_by_the_one_who_gives_it(language: str, text: str, speaker: str) -> None:
    found = {line for line in lines_of(text, language) if line.startswith("Russia | ")}
    assert found == {f"Russia | kg:attacked | Poland | affirmed reported by {speaker}"}


ASKED = [
    ("de", "Herr Rehm, hat Bosch die Firma Solaris gekauft?"),
    ("de", "Frau Brandt, warum hat Bosch die Firma Solaris gekauft?"),
    ("de", "Hat Bosch die Firma Solaris gekauft, Herr Rehm?"),
    ("en", "Mr Rehm, has Bosch bought Solaris Ltd?"),
    ("en", "Ms Brandt, why did Bosch buy Solaris Ltd?"),
    ("en", "Did Bosch buy Solaris Ltd, Mr Rehm?"),
]


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_a_question_asserts_nothing_of_whom_it_addresses(language: str, text: str) -> None:
    found = lines_of(text, language)
    assert {line.rpartition(" | ")[2] for line in found} <= {"affirmed hypothetical"}
    assert not any(line.startswith(("Rehm", "Brandt")) or " | Rehm | " in line for line in found)


def test_what_a_question_states_before_it_asks_is_the_interviewers() -> None:
    found = lines_of("SPIEGEL: Frau Brandt, Nordwerk hat Siemens verklagt. Warum?\n\nBrandt: Das weiß ich nicht.")
    assert "Nordwerk | kg:sued | Siemens | affirmed reported by Der Spiegel" in found


NONE = [
    pytest.param("de", "Wer hat Recht?\n\nRussland hat Polen angegriffen.", id="a question that addresses nobody"),
    pytest.param("de", "Verkehr: Nichts Neues.\n\nRussland hat Polen angegriffen.", id="topics"),
    pytest.param("de", "Hat Nora Brandt gelogen?\n\nRussland hat Polen angegriffen.", id="a question about somebody"),
    pytest.param("en", "Who is right?\n\nRussia has attacked Poland.", id="a question in English"),
    pytest.param(
        "en", "Did Nora Brandt lie?\n\nRussia has attacked Poland.", id="a question about somebody in English"
    ),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_interview(language: str, text: str) -> None:
    assert "Russia | kg:attacked | Poland | affirmed asserted" in lines_of(text, language)
