"""Time expressions: what is one, what it covers, what day it means, and what is none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clauses.tense import Tense, tense_at
from kg.extract.times.periods import duration
from kg.extract.times.times import TimeMention, times
from kg.lang import load
from kg.lang.schema import Times
from tests.extract.short_sentences import VERBS, said, text
from tests.trees import text_of, tree

PUBLISHED = date(2023, 8, 15)  # a Tuesday
EDTF = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|P(T)?[\d.]+[YMWDHS]|R/P(T)?[\d.]+[YMWDHS]"
    r"|(\.\.|[\dX]{4}(-\d{2}){0,2}~?)(/(\.\.|[\dX]{4}(-\d{2}){0,2}~?))?"
)


def found(
    phrase: str, tense: str = "past", *, published: date | None = PUBLISHED, noun: bool = False
) -> list[TimeMention]:
    sentence = said(phrase, tense=tense, noun=noun)
    return list(times(sentence, text(sentence), published=published, language="de"))


def only(phrase: str, tense: str = "past", *, published: date | None = PUBLISHED, noun: bool = False) -> TimeMention:
    mentions = found(phrase, tense, published=published, noun=noun)
    assert [mention.time.text for mention in mentions] == [phrase.replace(" ,", " ,")]
    return mentions[0]


@pytest.mark.parametrize(
    ("phrase", "value", "start", "end"),
    [
        ("am 14. August 2023", "2023-08-14", "2023-08-14", "2023-08-14"),
        ("am 14.08.2023", "2023-08-14", "2023-08-14", "2023-08-14"),
        ("am 14.8.23", "2023-08-14", "2023-08-14", "2023-08-14"),
        ("2023-08-14", "2023-08-14", "2023-08-14", "2023-08-14"),
        ("am 4. 5. 2023", "2023-05-04", "2023-05-04", "2023-05-04"),
        ("am Montag , dem 14. August 2023", "2023-08-14", "2023-08-14", "2023-08-14"),
        ("im August 2023", "2023-08", "2023-08-01", "2023-08-31"),
        ("im Jänner 2023", "2023-01", "2023-01-01", "2023-01-31"),
        ("2012", "2012", "2012-01-01", "2012-12-31"),
        ("im Jahr 2012", "2012", "2012-01-01", "2012-12-31"),
        ("im Jahre 1384", "1384", "1384-01-01", "1384-12-31"),
        ("2019/20", "2019/2020", "2019-01-01", "2020-12-31"),
        ("2019 / 20", "2019/2020", "2019-01-01", "2020-12-31"),
        ("1998/2003", "1998/2003", "1998-01-01", "2003-12-31"),
        ("1999/01", "1999/2001", "1999-01-01", "2001-12-31"),
        ("1998/99", "1998/1999", "1998-01-01", "1999-12-31"),
        ("1899/00", "1899/1900", "1899-01-01", "1900-12-31"),
        ("im Sommer 2022", "2022-22", "2022-06-01", "2022-08-31"),
        ("im Winter 2022", "2022-24", "2022-12-01", "2023-02-28"),
        ("im ersten Quartal 2023", "2023-01/2023-03", "2023-01-01", "2023-03-31"),
        ("im 3. Quartal 2022", "2022-07/2022-09", "2022-07-01", "2022-09-30"),
        ("im zweiten Halbjahr 2022", "2022-07/2022-12", "2022-07-01", "2022-12-31"),
        ("in den 1990er Jahren", "199X", "1990-01-01", "1999-12-31"),
        ("in den 90er-Jahren", "199X", "1990-01-01", "1999-12-31"),
        ("in den neunziger Jahren", "199X", "1990-01-01", "1999-12-31"),
        ("im 19. Jahrhundert", "18XX", "1800-01-01", "1899-12-31"),
        ("Anfang August 2023", "2023-08-01/2023-08-10", "2023-08-01", "2023-08-10"),
        ("Mitte Februar 2024", "2024-02-11/2024-02-20", "2024-02-11", "2024-02-20"),
        ("Ende Februar 2024", "2024-02-21/2024-02-29", "2024-02-21", "2024-02-29"),
        ("Ende 2022", "2022-09/2022-12", "2022-09-01", "2022-12-31"),
        ("Mitte der 1990er Jahre", "1994/1996", "1994-01-01", "1996-12-31"),
        ("Anfang des 20. Jahrhunderts", "1900/1933", "1900-01-01", "1933-12-31"),
        ("an Weihnachten 2022", "2022-12-25", "2022-12-25", "2022-12-25"),
        ("zu Ostern 2024", "2024-03-31", "2024-03-31", "2024-03-31"),
        ("von Januar 2020 bis März 2021", "2020-01/2021-03", "2020-01-01", "2021-03-31"),
        ("vom 3. bis zum 5. Mai 2023", "2023-05-03/2023-05-05", "2023-05-03", "2023-05-05"),
        ("am 12. und 13. August 2023", "2023-08-12/2023-08-13", "2023-08-12", "2023-08-13"),
        ("zwischen 1990 und 1995", "1990/1995", "1990-01-01", "1995-12-31"),
        ("1990 – 1995", "1990/1995", "1990-01-01", "1995-12-31"),
        ("1990–1995", "1990/1995", "1990-01-01", "1995-12-31"),
        ("seit 2012", "2012/..", "2012-01-01", None),
        ("seit Anfang 2022", "2022-01/..", "2022-01-01", None),
        ("ab dem 14. August 2023", "2023-08-14/..", "2023-08-14", None),
        ("nach dem 14. August 2023", "2023-08-14/..", "2023-08-14", None),
        ("bis 2030", "../2030", None, "2030-12-31"),
        ("vor 1992", "../1992", None, "1992-12-31"),
        ("bis zum 3. Mai 2024", "../2024-05-03", None, "2024-05-03"),
        ("am 14. August 2023 um 14.30 Uhr", "2023-08-14T14:30", "2023-08-14", "2023-08-14"),
        ("am 14. August 2023 gegen 9 Uhr", "2023-08-14T09:00", "2023-08-14", "2023-08-14"),
    ],
)
def test_complete_dates_need_no_publication_date(phrase: str, value: str, start: str | None, end: str | None) -> None:
    for published in (PUBLISHED, None):
        time = only(phrase, published=published).time
        assert (time.value, _iso(time.start), _iso(time.end)) == (value, start, end)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("heute", "2023-08-15"),
        ("gestern", "2023-08-14"),
        ("vorgestern", "2023-08-13"),
        ("übermorgen", "2023-08-17"),
        ("heute Abend", "2023-08-15"),
        ("am gestrigen Montag", "2023-08-14"),
        ("am vergangenen Montag", "2023-08-14"),
        ("am vergangenen Dienstag", "2023-08-08"),
        ("am kommenden Dienstag", "2023-08-22"),
        ("am Montag vergangener Woche", "2023-08-07"),
        ("im vergangenen Monat", "2023-07"),
        ("im vergangenen Februar", "2023-02"),
        ("im vergangenen August", "2022-08"),
        ("im kommenden Februar", "2024-02"),
        ("letzte Woche", "2023-08-07/2023-08-13"),
        ("in der vergangenen Woche", "2023-08-07/2023-08-13"),
        ("am vergangenen Wochenende", "2023-08-12/2023-08-13"),
        ("am kommenden Wochenende", "2023-08-19/2023-08-20"),
        ("in diesem Jahr", "2023"),
        ("im vorigen Jahr", "2022"),
        ("im Vorjahr", "2022"),
        ("heuer", "2023"),
        ("im April dieses Jahres", "2023-04"),
        ("im April des vergangenen Jahres", "2022-04"),
        ("am 3. April dieses Jahres", "2023-04-03"),
        ("im ersten Quartal des vergangenen Jahres", "2022-01/2022-03"),
        ("Ende des Jahres", "2023-09/2023-12"),
        ("Ende vergangener Woche", "2023-08-11/2023-08-13"),
        ("vor zwei Wochen", "2023-07-31/2023-08-06"),
        ("vor zehn Tagen", "2023-08-05"),
        ("vor drei Monaten", "2023-05"),
        ("vor einem Jahr", "2022"),
        ("vor mehr als zehn Jahren", "2013~"),
        ("seit fünf Jahren", "2018/.."),
        ("seit Montag", "2023-08-14/.."),
        ("in den vergangenen zwei Wochen", "2023-08-01/2023-08-15"),
        ("in den letzten fünf Jahren", "2018/2023"),
        ("bis Ende des Monats", "../2023-08-31"),
        ("bis Jahresende", "../2023-12"),
    ],
)
def test_relative_dates_need_one(phrase: str, value: str) -> None:
    assert only(phrase).time.value == value
    assert only(phrase, published=None).time.value is None


@pytest.mark.parametrize(
    ("phrase", "tense", "value"),
    [
        ("im März", "past", "2023-03"),
        ("im März", "perfect", "2023-03"),
        ("im März", "future", "2024-03"),
        ("im März", "present", "2023-03"),
        ("im Oktober", "past", "2022-10"),
        ("im Oktober", "present", "2023-10"),
        ("im Oktober", "modal", "2023-10"),
        ("im August", "past", "2023-08"),
        ("am 20. August", "past", "2022-08-20"),
        ("am 20. August", "present", "2023-08-20"),
        ("am 20. August", "future", "2023-08-20"),
        ("am 20. August", "modal", "2023-08-20"),
        ("ab dem 14. August", "future", "2023-08-14/.."),
        ("ab dem 20. August", "past", "2023-08-20/.."),
        ("am 29. Februar", "past", "2020-02-29"),
        ("am Montag", "past", "2023-08-14"),
        ("am Montag", "present", "2023-08-21"),
        ("am Dienstag", "past", "2023-08-15"),
        ("am Dienstag", "present", "2023-08-15"),
        ("am Wochenende", "past", "2023-08-12/2023-08-13"),
        ("am Wochenende", "future", "2023-08-19/2023-08-20"),
        ("im Winter", "past", "2022-24"),
        ("im Winter", "future", "2023-24"),
        ("an Weihnachten", "past", "2022-12-25"),
        ("seit Oktober", "present", "2022-10/.."),
        ("bis März", "present", "../2024-03"),
        ("bis März", "past", "../2023-03"),
        ("in drei Tagen", "future", "2023-08-18"),
        ("von Januar bis März", "past", "2023-01/2023-03"),
        ("von November bis März", "past", "2022-11/2023-03"),
        ("vom 28. Dezember bis zum 3. Januar", "past", "2022-12-28/2023-01-03"),
        ("von Montag bis Freitag", "past", "2023-08-07/2023-08-11"),
    ],
)
def test_the_tense_decides_which_of_several(phrase: str, tense: str, value: str) -> None:
    assert only(phrase, tense).time.value == value
    assert only(phrase, tense, published=None).time.value is None


@pytest.mark.parametrize(("phrase", "value"), [("am 20. August", "2023-08-20"), ("im September", "2023-09")])
def test_a_date_that_belongs_to_a_noun_is_the_nearest(phrase: str, value: str) -> None:
    assert only(phrase, "past", noun=True).time.value == value


@pytest.mark.parametrize(
    ("phrase", "kind", "value"),
    [
        ("fünf Jahre lang", "duration", "P5Y"),
        ("drei Stunden", "duration", "PT3H"),
        ("anderthalb Jahre", "duration", "P1.5Y"),
        ("zwei Jahrzehnte", "duration", "P20Y"),
        ("binnen zwei Wochen", "duration", "P2W"),
        ("mehrere Wochen", "duration", None),
        ("sechstägigen", "duration", "P6D"),
        ("90-minütigen", "duration", "PT90M"),
        ("in drei Tagen", "duration", "P3D"),
        ("jährlich", "set", "R/P1Y"),
        ("täglichen", "set", "R/P1D"),
        ("jeden Montag", "set", "R/P1W"),
        ("montags", "set", "R/P1W"),
        ("jedes Jahr", "set", "R/P1Y"),
        ("alle zwei Jahre", "set", "R/P2Y"),
        ("pro Monat", "set", "R/P1M"),
        ("seitdem", "vague", None),
        ("damals", "vague", None),
        ("am Abend", "vague", None),
        ("um 14 Uhr", "vague", None),
        ("von 8 bis 18 Uhr", "vague", None),
        ("seit Jahren", "vague", None),
        ("vor wenigen Tagen", "vague", None),
        ("in den letzten Jahren", "vague", None),
        ("zwei Wochen später", "vague", None),
        ("am Montagabend", "time", "2023-08-14"),
        ("am Montagabend um 20 Uhr", "time", "2023-08-14T20:00"),
        ("heute um 14:30 Uhr", "time", "2023-08-15T14:30"),
    ],
)
def test_durations_sets_and_the_unresolved(phrase: str, kind: str, value: str | None) -> None:
    mention = only(phrase)
    assert (mention.kind, mention.time.value) == (kind, value)
    if kind != "time":
        assert (mention.time.start, mention.time.end) == (None, None)


@pytest.mark.parametrize(
    "phrase",
    [
        "am 3. Platz",
        "Halle 4",
        "in der Hauptstraße 12",
        "in der Straße des 17. Juni",
        "zum dritten Mal",
        "am 30. Februar",
        "am 31. Juni 2023",
        "rund 2000",
        "Postfach 2012",
        "im Jahr",
        "an diesem Tag",
        "45 Jahre alt",
        "unter 14 Jahren",
        "( 60 Jahre )",
        "von der Mitte",
        "am Ende",
        "Artikel 1998",
        "12.300",
        "Schoigu",
    ],
)
def test_what_is_no_time(phrase: str) -> None:
    assert [mention.time.text for mention in found(phrase) if mention.kind != "vague"] == []


@pytest.mark.parametrize(
    ("word", "entity", "count"),
    [("August", "B-PER", 0), ("August", "_", 1), ("Freitag", "B-ORG", 0), ("Mai", "B-MISC", 1)],
)
def test_names_are_no_times(word: str, entity: str, count: int) -> None:
    table = f"""
    {word} {word} PROPN 2 nsubj _ {entity}
    sprach sprechen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"""
    assert len(times(tree(table), text_of(table), published=PUBLISHED, language="de")) == count


@pytest.mark.parametrize(("label", "count"), [("nsubj", 0), ("obl", 1)])
def test_an_article_alone_makes_no_duration(label: str, count: int) -> None:
    table = f"""
    Ein ein DET 2 det
    Tag Tag NOUN 3 {label}
    verging vergehen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"""
    assert len(times(tree(table), text_of(table), published=PUBLISHED, language="de")) == count


def test_a_year_that_counts_is_none() -> None:
    table = """
    2000 2000 NUM 2 nummod
    Menschen Mensch NOUN 5 nsubj
    2012 2012 NUM 5 obl
    Rom Rom PROPN 5 obj _ B-LOC
    verließen verlassen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"""
    assert [m.time.value for m in times(tree(table), text_of(table), published=None, language="de")] == ["2012"]


def test_an_article_before_a_bare_year_is_not_its_own() -> None:
    table = """
    Der der DET 4 det
    2012 2012 NUM 3 obl
    gewählte gewählt ADJ 4 amod VerbForm=Part
    Präsident Präsident NOUN 5 nsubj
    kam kommen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"""
    (mention,) = times(tree(table), text_of(table), published=None, language="de")
    assert (mention.time.text, mention.tokens, mention.head) == ("2012", (1, 2), 1)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("im April dieses Jahres", "April"),
        ("ab dem 14. August", "August"),
        ("gestern", "gestern"),
        ("seit 2012", "2012"),
        ("am Montag , dem 14. August 2023", "Montag"),
    ],
)
def test_the_head_is_what_hangs_on_the_clause(phrase: str, head: str) -> None:
    sentence = said(phrase)
    (mention,) = times(sentence, text(sentence), published=PUBLISHED, language="de")
    assert sentence.tokens[mention.head].text == head


AT_THE_TOP = """
Am        an        ADP  2 case
Montag    Montag    NOUN {head} obl
{rest}"""


@pytest.mark.parametrize(
    ("head", "rest", "tense"),
    [
        (4, "soll sollen AUX 4 aux Tense=Pres|VerbForm=Fin\neröffnet eröffnen VERB 0 root VerbForm=Part\n"
            "werden werden AUX 4 aux:pass VerbForm=Inf", Tense.PRESENT),
        (4, "soll sollen AUX 4 aux Tense=Pres|VerbForm=Fin\ngekommen kommen VERB 0 root VerbForm=Part\n"
            "sein sein AUX 4 aux VerbForm=Inf", Tense.PAST),
        (4, "wird werden AUX 4 aux:pass Tense=Pres|VerbForm=Fin\neröffnet eröffnen VERB 0 root VerbForm=Part",
            Tense.PRESENT),
        (4, "wurde werden AUX 4 aux:pass Tense=Past|VerbForm=Fin\neröffnet eröffnen VERB 0 root VerbForm=Part",
            Tense.PAST),
        (4, "war sein AUX 4 cop Tense=Past|VerbForm=Fin\nPräsident Präsident NOUN 0 root", Tense.PAST),
        (4, "plant planen VERB 0 root Tense=Pres|VerbForm=Fin\nzu reisen VERB 3 xcomp VerbForm=Inf", Tense.PRESENT),
        (3, "abgestürzte abgestürzt ADJ 4 amod VerbForm=Part\nPilot Pilot NOUN 5 nsubj\n"
            "lebt leben VERB 0 root Tense=Pres|VerbForm=Fin", Tense.PAST),
        (3, "Rom Rom PROPN 0 root", Tense.PAST),
    ],
)  # fmt: skip
def test_tense(head: int, rest: str, tense: Tense) -> None:
    assert tense_at(tree(AT_THE_TOP.format(head=head, rest=rest)), 1, language="de") is tense


def test_durations() -> None:
    assert [duration(2, unit) for unit in ("D", "W", "Q", "HY", "DEC", "TH", "?")] == [
        "P2D", "P2W", "P6M", "P12M", "P20Y", "PT2H", None,
    ]  # fmt: skip


WORDS = load(Times, "de")
VOCABULARY = sorted(
    {form for forms in WORDS.words.values() for form in forms if " " not in form}
    | {form for group in WORDS.values.values() for forms in group.values() for form in forms if " " not in form}
    | {stem + "en" for group in WORDS.inflected.values() for stems in group.values() for stem in stems}
    | {"August", "Februar", "Montag", "Freitagabend", "3.", "31.", "2012", "2024", "99", "14.30", "1.2.2003", "29.2.24"}
    | {"zwei", "1,5", "Haus", "1990er", "2019/20", "1990-1995", "0", "0000", "9999", "sechstägige", "10.000"}
)


@given(
    words=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12),
    tense=st.sampled_from(sorted(VERBS)),
    published=st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)),
)
def test_whatever_comes_stands_in_the_text_and_on_the_calendar(words: list[str], tense: str, published: date) -> None:
    sentence = said(" ".join(words), tense=tense)
    article = text(sentence)
    mentions = times(sentence, article, published=published, language="de")
    end = 0
    for mention in mentions:
        start, stop = mention.tokens
        assert end <= start < stop <= len(sentence.tokens)
        assert start <= mention.head < stop
        end = stop
        assert mention.time.text == article[sentence.tokens[start].start : sentence.tokens[stop - 1].end]
        assert mention.time.value is None or EDTF.fullmatch(mention.time.value), mention
        if mention.time.start and mention.time.end:
            assert mention.time.start <= mention.time.end
    blind = times(sentence, article, published=None, language="de")
    assert [m.tokens for m in blind] == [m.tokens for m in mentions]
    assert all(b.time == m.time for b, m in zip(blind, mentions, strict=True) if b.time.value is not None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
