"""Days counted from today ("heute vor 20 Jahren"), and dates in digits beside a verb of several senses."""

from __future__ import annotations

from datetime import date

import pytest

import kg
from tests.extract.statements import graph_of

PUBLISHED = date(2023, 8, 15)  # a Tuesday

DAYS = [
    ("de", "Heute vor 20 Jahren traf Lena Voss Tobias Rehm.", "2003-08-15"),
    ("de", "Lena Voss traf heute vor einem Jahr Tobias Rehm.", "2022-08-15"),
    ("de", "Gestern vor zwei Wochen traf Lena Voss Tobias Rehm.", "2023-07-31"),
    ("de", "Morgen vor zehn Jahren traf Lena Voss Tobias Rehm.", "2013-08-16"),
    ("en", "Lena Voss met Tobias Rehm 20 years ago today.", "2003-08-15"),
    ("en", "Ten years ago yesterday, Lena Voss met Tobias Rehm.", "2013-08-14"),
    # the same without a day it counts from
    ("de", "Vor 20 Jahren traf Lena Voss Tobias Rehm.", "2003"),
    ("de", "Heute traf Lena Voss Tobias Rehm.", "2023-08-15"),
    ("de", "Heute traf Lena Voss vor dem Rathaus Tobias Rehm.", "2023-08-15"),
    ("en", "Lena Voss met Tobias Rehm 20 years ago.", "2003"),
    ("en", "Lena Voss met Tobias Rehm today.", "2023-08-15"),
    # dates in digits
    ("de", "Am 13.8.2023 traf Lena Voss Tobias Rehm.", "2023-08-13"),
    ("de", "Lena Voss traf am 13.08.2023 den Richter Tobias Rehm.", "2023-08-13"),
    ("de", "Am 13.8.2023 um 14.30 Uhr traf Lena Voss den Richter Tobias Rehm.", "2023-08-13T14:30"),
]


@pytest.mark.parametrize(("language", "text", "value"), DAYS)
def test_when(language: str, text: str, value: str) -> None:
    found = [s for s in graph_of(text, PUBLISHED, language).statements if s.relation.id == "kg:met"]
    assert [s.time.value for s in found if s.time] == [value]


UNDATED = [(language, text) for language, text, _ in DAYS if "2023" not in text]


@pytest.mark.parametrize(("language", "text"), UNDATED)
def test_without_a_day_of_publication_nothing_is_invented(language: str, text: str) -> None:
    times = [s.time for s in graph_of(text, None, language).statements]
    assert all(time is None or time.value is None for time in times)


def test_the_words_are_marked_one_by_one() -> None:
    german = kg.timexes("Heute vor 20 Jahren war es so.", language="de", published=PUBLISHED)
    assert [(t.type, t.value) for t in german] == [("DATE", "2023-08-15"), ("DURATION", "P20Y")]
    english = kg.timexes("It was so 20 years ago today.", language="en", published=PUBLISHED)
    assert [(t.type, t.value) for t in english] == [("DATE", "2003"), ("DATE", "2023-08-15")]
