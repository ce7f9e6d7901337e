"""TIMEX3: what is marked, as what, and with which value."""

from __future__ import annotations

from datetime import date

import pytest

import kg
from kg.extract.times.timex import timexes
from kg.model.syntax import Sentence
from tests.extract.short_sentences import said, text
from tests.trees import text_of, tree

PUBLISHED = date(2023, 8, 15)  # a Tuesday


def marked(phrase: str, tense: str = "past", *, published: date | None = PUBLISHED) -> list[str]:
    """Each expression as ``words TYPE value``."""
    sentence = said(phrase, tense=tense)
    article = text(sentence)
    return [
        f"{found.span.of(article)} {found.type} {found.value}"
        for found in timexes([sentence], published=published, language="de")
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("am 14. August 2023", ["14. August 2023 DATE 2023-08-14"]),
        ("in der vergangenen Woche", ["der vergangenen Woche DATE 2023-W32"]),
        ("am vergangenen Wochenende", ["vergangenen Wochenende DATE 2023-W32-WE"]),
        ("im ersten Quartal 2023", ["ersten Quartal 2023 DATE 2023-Q1"]),
        ("im zweiten Halbjahr 2022", ["zweiten Halbjahr 2022 DATE 2022-H2"]),
        ("im Herbst 2021", ["Herbst 2021 DATE 2021-FA"]),
        ("in den 1990er Jahren", ["den 1990er Jahren DATE 199"]),
        ("im 19. Jahrhundert", ["19. Jahrhundert DATE 18"]),
        ("Anfang Mai 2023", ["Anfang Mai 2023 DATE 2023-05"]),
        ("seit 2012", ["2012 DATE 2012"]),
        ("bis Ende des Monats", ["Ende des Monats DATE 2023-08"]),
        ("von 1983 bis 1990", ["1983 DATE 1983", "1990 DATE 1990"]),
        ("vom 3. bis zum 5. Mai 2023", ["3. DATE 2023-05-03", "5. Mai 2023 DATE 2023-05-05"]),
        ("am 12. und 13. Juli 2023", ["12. DATE 2023-07-12", "13. Juli 2023 DATE 2023-07-13"]),
        ("1170 – 1230", ["1170 DATE 1170", "1230 DATE 1230"]),
        ("2019 / 20", ["2019 / 20 DATE 2019"]),
        ("am Donnerstag , 17. August", ["Donnerstag , 17. August DATE 2023-08-17"]),
        ("AM DONNERSTAG", ["DONNERSTAG DATE 2023-08-10"]),
        ("gestern Abend", ["gestern Abend TIME 2023-08-14TEV"]),
        ("gestern morgen", ["gestern morgen TIME 2023-08-14TMO"]),
        ("am Montagabend", ["Montagabend TIME 2023-08-14TEV"]),
        ("am frühen Nachmittag", ["frühen Nachmittag TIME 2023-08-15TAF"]),
        ("am Montag um 20.15 Uhr", ["Montag DATE 2023-08-14", "20.15 Uhr TIME 2023-08-14T20:15"]),
        ("um neun Uhr", ["neun Uhr TIME 2023-08-15T09:00"]),
        ("um halb neun", ["halb neun TIME 2023-08-15T08:30"]),
        ("um 8 Uhr abends", ["8 Uhr abends TIME 2023-08-15T20:00"]),
        ("von 9.30 bis 12 Uhr", ["9.30 TIME 2023-08-15T09:30", "12 Uhr TIME 2023-08-15T12:00"]),
        ("vor fünf Jahren", ["fünf Jahren DURATION P5Y"]),
        ("seit mehr als zehn Tagen", ["mehr als zehn Tagen DURATION P10D"]),
        ("drei Jahre und vier Monate", ["drei Jahre und vier Monate DURATION P3Y4M"]),
        ("17 lange Jahre", ["17 lange Jahre DURATION P17Y"]),
        ("in den vergangenen zwei Jahrzehnten", ["den vergangenen zwei Jahrzehnten DURATION P2DE"]),
        ("in den vergangenen Jahren", ["den vergangenen Jahren DURATION PXY"]),
        ("vor einigen Tagen", ["einigen Tagen DURATION PXD"]),
        ("wochenlang", ["wochenlang DURATION PXW"]),
        ("drei Stunden", ["drei Stunden DURATION PT3H"]),
        ("jedes Jahr", ["jedes Jahr SET P1Y"]),
        ("täglich", ["täglich SET P1D"]),
        ("alle paar Jahre", ["alle paar Jahre SET PXY"]),
        ("jeden Montag", ["jeden Montag SET XXXX-WXX-1"]),
        ("sonntags", ["sonntags SET XXXX-WXX-7"]),
        ("nachts", ["nachts SET XXXX-XX-XXTNI"]),
        ("jetzt", ["jetzt DATE PRESENT_REF"]),
        ("damals", ["damals DATE PAST_REF"]),
        ("demnächst", ["demnächst DATE FUTURE_REF"]),
        ("in der Vergangenheit", ["der Vergangenheit DATE PAST_REF"]),
        ("bisher", []),
        ("45 Jahre alt", []),
        ("am 30. Februar", []),
    ],
)
def test_extent_type_and_value(phrase: str, expected: list[str]) -> None:
    assert marked(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "tense", "value"),
    [("am Montag", "past", "2023-08-14"), ("am Montag", "future", "2023-08-21"), ("im Mai", "future", "2024-05")],
)
def test_the_tense_helps(phrase: str, tense: str, value: str) -> None:
    assert marked(phrase, tense)[0].endswith(f" DATE {value}")


@pytest.mark.parametrize("phrase", ["gestern", "im Mai", "am Montag", "um 20 Uhr", "im Vorjahr"])
def test_without_a_date_of_publication_no_year_is_guessed(phrase: str) -> None:
    assert "XXXX-XX-XX" in marked(phrase, published=None)[0]


FIRST = "Gestern gestern ADV 2 advmod\nkam kommen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"
LATER = "Am an ADP 2 case\nAbend Abend NOUN 3 obl\nging gehen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"
PLAIN = "Er er PRON 2 nsubj\nblieb bleiben VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("tables", "value"),
    [([FIRST, LATER], "2023-08-14TEV"), ([FIRST, PLAIN, LATER], "2023-08-15TEV"), ([LATER], "2023-08-15TEV")],
)
def test_a_part_of_a_day_belongs_to_the_day_named_right_before(tables: list[str], value: str) -> None:
    sentences: list[Sentence] = []
    for table in tables:
        sentences.append(tree(table, start=sentences[-1].span.end + 1 if sentences else 0))
    found = list(timexes(sentences, published=PUBLISHED, language="de"))
    article = " ".join(map(text_of, tables))
    assert (found[-1].span.of(article), found[-1].value) == ("Abend", value)


def test_the_day_after_one_named_before() -> None:
    after = "Am an ADP 3 case\nfolgenden folgend ADJ 3 amod\nTag Tag NOUN 4 obl\nging gehen VERB 0 root Tense=Past|VerbForm=Fin"
    sentences = [tree(FIRST), tree(after, start=len(text_of(FIRST)) + 1)]
    values = [found.value for found in timexes(sentences, published=PUBLISHED, language="de")]
    assert values == ["2023-08-14", "2023-08-15"]


def test_a_text_is_read_in_one_call() -> None:
    found = kg.timexes("Die Brücke wurde am 3. Mai 2021 eröffnet.", published=PUBLISHED)
    assert [(t.span.start, t.span.end, str(t.type), t.value) for t in found] == [(20, 31, "DATE", "2021-05-03")]
