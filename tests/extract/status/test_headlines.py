"""Headlines and what they must, or must not, say. A body follows each, or it would be no title."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

BODY = {"de": "Das ist ein Satz, der zu Ende ist.", "en": "This is a sentence that ends."}

SAID = [
    ("de", "Streik bei Lufthansa", "Lufthansa | kg:hitBy | Streik | affirmed asserted"),
    ("de", "Schweres Erdbeben in Chile", "Chile | kg:sceneOf | Schweres Erdbeben | affirmed asserted"),
    ("de", "Siemens streicht 500 Stellen", "Siemens | kg:cutJobs | 500 Stellen | affirmed asserted"),
    ("de", "Siemens will 500 Stellen streichen", "Siemens | kg:cutJobs | 500 Stellen | affirmed planned"),
    ("de", "Siemens streicht keine Stellen", "Siemens | kg:cutJobs | Stellen | negated asserted"),
    ("de", "Siemens von Streik getroffen", "Siemens | kg:hitBy | Streik | affirmed asserted"),
    ("de", "Umbau: Siemens streicht 500 Stellen", "Siemens | kg:cutJobs | 500 Stellen | affirmed asserted"),
    ("de", "Ministerin: Kein Streik bei Lufthansa", "Lufthansa | kg:hitBy | Streik | negated reported"),
    ("de", "Bericht: Siemens kauft Bayer", "Siemens | kg:bought | Bayer | affirmed reported"),
    ("de", "Merkel: Siemens kauft Bayer", "Siemens | kg:bought | Bayer | affirmed reported by Merkel"),
    ("de", "Siemens kauft angeblich Bayer", "Siemens | kg:bought | Bayer | affirmed reported"),
    ("de", "Streik bei Lufthansa?", "Lufthansa | kg:hitBy | Streik | affirmed hypothetical"),
    ("en", "Strike at Boeing", "Boeing | kg:hitBy | Strike | affirmed asserted"),
    ("en", "Boeing hit by strike", "Boeing | kg:hitBy | strike | affirmed asserted"),
    ("en", "Boeing to cut 500 jobs", "Boeing | kg:cutJobs | 500 jobs | affirmed planned"),
    ("en", "Report: Google buys Twitter", "Google | kg:bought | Twitter | affirmed reported"),
    ("en", "Google buys Twitter: report", "Google | kg:bought | Twitter | affirmed reported"),
    ("en", "Strike at Boeing?", "Boeing | kg:hitBy | Strike | affirmed hypothetical"),
]


@pytest.mark.parametrize(("language", "title", "line"), SAID)
def test_said(language: str, title: str, line: str) -> None:
    assert line in lines_of(f"{title}\n\n{BODY[language]}", language)


UNSAID = [
    pytest.param("de", "Wien - 28-Jährige bei Unfall verletzt", id="the place before a dash is no subject"),
    pytest.param("de", "Luxusmode: Zukunft der Branche ungewiss", id="a topic and no event"),
    pytest.param("de", "Siemens zuversichtlich", id="no relation that the ontology knows"),
    pytest.param("de", "Streik bei Lufthansa (3. Mai 2015)", id="another article"),
    pytest.param("en", "Vienna - woman injured in crash", id="in English"),
    pytest.param("en", "Boeing upbeat", id="no relation in English"),
]


@pytest.mark.parametrize(("language", "title"), UNSAID)
def test_unsaid(language: str, title: str) -> None:
    assert not lines_of(f"{title}\n\n{BODY[language]}", language)


def test_a_country_before_a_colon_may_be_the_speaker_or_the_topic() -> None:
    found = lines_of(f"Türkei: Polizei nimmt Peter Müller fest\n\n{BODY['de']}")
    assert {line.rpartition(" | ")[2] for line in found} == {"affirmed reported"}


def test_an_adjective_without_copula() -> None:
    found = lines_of(f"Autozulieferer Nordwerk AG in Lyon insolvent\n\n{BODY['de']}")
    assert "Nordwerk AG | kg:insolvencyStatus | insolvent | affirmed asserted" in found
