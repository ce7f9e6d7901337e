"""English time expressions: for the graph (EDTF) and as TIMEX3."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times.times import times
from kg.extract.times.timex import timexes
from kg.lang import load
from kg.lang.schema import Times
from tests.extract.short_sentences import ENGLISH_VERBS, said_in_english, text
from tests.trees import text_of, tree

PUBLISHED = date(2023, 8, 15)  # a Tuesday


def found(phrase: str, tense: str = "past", *, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """Text and EDTF value of each expression."""
    sentence = said_in_english(phrase, tense=tense)
    mentions = times(sentence, text(sentence), published=published, language="en")
    return [(mention.time.text, mention.time.value) for mention in mentions]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on March 3 , 2023", "2023-03-03"),
        ("on 3 March 2023", "2023-03-03"),
        ("on the 3rd of March 2023", "2023-03-03"),
        ("on Jan. 5 , 2020", "2020-01-05"),
        ("on Friday , March 3 , 2023", "2023-03-03"),
        ("2023-03-03", "2023-03-03"),
        ("in March 2023", "2023-03"),
        ("in 1998", "1998"),
        ("in the summer of 2022", "2022-22"),
        ("in the fall of 2022", "2022-23"),
        ("in the first quarter of 2023", "2023-01/2023-03"),
        ("in the second half of 2022", "2022-07/2022-12"),
        ("in the 1990s", "199X"),
        ("in the late 1990s", "1997/1999"),
        ("in the 19th century", "18XX"),
        ("in the nineteenth century", "18XX"),
        ("in early March 2023", "2023-03-01/2023-03-10"),
        ("in mid-2020", "2020"),
        ("from January 2020 to March 2021", "2020-01/2021-03"),
        ("from 5 to 10 June 2023", "2023-06-05/2023-06-10"),
        ("between 1990 and 1995", "1990/1995"),
        ("since 2012", "2012/.."),
        ("from 2025", "2025/.."),
        ("after 2012", "2012/.."),
        ("by 2030", "../2030"),
        ("before 2012", "../2012"),
        ("until March 2024", "../2024-03"),
        ("on Christmas Day 2021", "2021-12-25"),
        ("at 3:30 p.m. on March 3 , 2023", "2023-03-03T15:30"),
        ("at 12:15 am on March 3 , 2023", "2023-03-03T00:15"),
        ("at 5pm on March 3 , 2023", "2023-03-03T17:00"),
    ],
)
def test_complete_dates(phrase: str, value: str) -> None:
    for published in (PUBLISHED, None):
        assert found(phrase, published=published) == [(phrase, value)]


@pytest.mark.parametrize(
    ("phrase", "tense", "value"),
    [
        ("yesterday", "past", "2023-08-14"),
        ("tomorrow", "future", "2023-08-16"),
        ("last night", "past", "2023-08-14"),
        ("tonight", "present", "2023-08-15"),
        ("on Monday", "past", "2023-08-14"),
        ("on Monday", "future", "2023-08-21"),
        ("on Monday evening", "past", "2023-08-14"),
        ("last Tuesday", "past", "2023-08-08"),
        ("next Tuesday", "future", "2023-08-22"),
        ("last week", "past", "2023-08-07/2023-08-13"),
        ("last month", "past", "2023-07"),
        ("next month", "future", "2023-09"),
        ("this year", "past", "2023"),
        ("late last year", "past", "2022-09/2022-12"),
        ("by the end of the year", "future", "../2023-12"),
        ("in March", "past", "2023-03"),
        ("in March", "future", "2024-03"),
        ("last March", "past", "2023-03"),
        ("over the weekend", "past", "2023-08-12/2023-08-13"),
        ("two weeks ago", "past", "2023-07-31/2023-08-06"),
        ("a year ago", "past", "2022"),
        ("about ten years ago", "past", "2013~"),
        ("over the past three years", "past", "2020/2023"),
        ("in two weeks", "future", "2023-08-28/2023-09-03"),
        ("since Monday", "past", "2023-08-14/.."),
        ("from Monday to Friday", "past", "2023-08-07/2023-08-11"),
    ],
)
def test_relative_dates_need_the_day_of_publication(phrase: str, tense: str, value: str) -> None:
    assert found(phrase, tense) == [(phrase, value)]
    assert found(phrase, tense, published=None) == [(phrase, None)]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("for five years", "P5Y"),
        ("for twenty - five years", "P25Y"),
        ("six - day", "P6D"),
        ("three-year", "P3Y"),
        ("for three years and four months", "P3Y4M"),
        ("for several decades", None),
        ("every year", "R/P1Y"),
        ("twice a year", "R/P1Y"),
        ("every Monday", "R/P1W"),
        ("daily", "R/P1D"),
        ("recently", None),
        ("in recent years", None),
        ("the following day", None),
        ("at 10am", None),
    ],
)
def test_what_is_no_stretch_of_the_calendar(phrase: str, value: str | None) -> None:
    assert found(phrase) == [(phrase, value)]


@pytest.mark.parametrize(
    "phrase",
    ["57 years old", "57 - year - old", "under 14 years", "Room 1998", "about 2000", "the fall", "for the second time",
     "12,300", "on March Street", "on February 30"],
)  # fmt: skip
def test_what_is_no_time(phrase: str) -> None:
    assert [value for _, value in found(phrase) if value] in ([], ["2023-03"]), phrase
    if "Street" not in phrase:
        assert found(phrase) == []


def test_a_verb_is_no_month() -> None:
    table = "They they PRON 3 nsubj\nmay may AUX 3 aux VerbForm=Fin\nmarch march VERB 0 root VerbForm=Inf"
    assert times(tree(table), text_of(table), published=PUBLISHED, language="en") == ()


def test_a_number_behind_a_month_that_counts_is_no_day() -> None:
    table = """
    In in ADP 2 case
    May May PROPN 5 obl
    5 5 NUM 4 nummod
    people people NOUN 5 nsubj
    died die VERB 0 root Tense=Past|VerbForm=Fin"""
    (mention,) = times(tree(table), text_of(table), published=PUBLISHED, language="en")
    assert (mention.time.text, mention.time.value) == ("In May", "2023-05")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("on March 3 , 2023", ["March 3 , 2023 DATE 2023-03-03"]),
        ("last week", ["last week DATE 2023-W32"]),
        ("over the weekend", ["the weekend DATE 2023-W32-WE"]),
        ("in the first quarter of 2023", ["the first quarter of 2023 DATE 2023-Q1"]),
        ("from 1983 to 1990", ["1983 DATE 1983", "1990 DATE 1990"]),
        ("two weeks ago", ["two weeks ago DATE 2023-W31"]),
        ("for five years", ["five years DURATION P5Y"]),
        ("over the past three years", ["the past three years DURATION P3Y"]),
        ("in recent years", ["recent years DURATION PXY"]),
        ("every year", ["every year SET P1Y"]),
        ("last night", ["last night TIME 2023-08-14TNI"]),
        ("at 3:30 p.m.", ["3:30 p.m. TIME 2023-08-15T15:30"]),
        ("on Monday at 14:30", ["Monday DATE 2023-08-14", "14:30 TIME 2023-08-14T14:30"]),
        ("now", ["now DATE PRESENT_REF"]),
        ("recently", ["recently DATE PAST_REF"]),
        ("in the future", ["the future DATE FUTURE_REF"]),
        ("the next day", ["the next day DATE 2023-08-16"]),
        ("57 years old", []),
    ],
)
def test_timex(phrase: str, expected: list[str]) -> None:
    sentence = said_in_english(phrase)
    article = text(sentence)
    marked = timexes([sentence], published=PUBLISHED, language="en")
    assert [f"{t.span.of(article)} {t.type} {t.value}" for t in marked] == expected


WORDS = load(Times, "en")
VOCABULARY = sorted(
    {form for forms in WORDS.words.values() for form in forms if " " not in form}
    | {form for group in WORDS.values.values() for forms in group.values() for form in forms if " " not in form}
    | {"August", "May", "Monday", "3rd", "31", "2012", "99", "14:30", "5pm", "two", "1990s", "mid-2020", "2019/20"}
)


@given(
    words=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=10), tense=st.sampled_from(sorted(ENGLISH_VERBS))
)
def test_whatever_comes_stands_in_the_text(words: list[str], tense: str) -> None:
    sentence = said_in_english(" ".join(words), tense=tense)
    article = text(sentence)
    for mention in times(sentence, article, published=PUBLISHED, language="en"):
        first, end = mention.tokens
        assert mention.time.text == article[sentence.tokens[first].start : sentence.tokens[end - 1].end]
        assert not (mention.time.start and mention.time.end) or mention.time.start <= mention.time.end
    marked = list(timexes([sentence], published=PUBLISHED, language="en"))
    assert all(one.span.end <= other.span.start for one, other in pairwise(marked))
    assert all(found.value for found in marked)
