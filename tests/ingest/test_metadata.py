"""Metadata from sidecars, front matter and JSON lines."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kg.errors import BadMetadata
from kg.ingest.metadata import Metadata, metadata, metadata_from_yaml, split_front_matter


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-08-15", date(2023, 8, 15)),
        ("20230815", date(2023, 8, 15)),
        ("2023-08-15T10:30:00+02:00", date(2023, 8, 15)),
        ("2023-08-15T10:30:00Z", date(2023, 8, 15)),
        ("01.08.2005", date(2005, 8, 1)),
        ("1.8.2005", date(2005, 8, 1)),
        ("25/04/2023", date(2023, 4, 25)),
        ("04/25/2023", date(2023, 4, 25)),
        ("04/04/2023", date(2023, 4, 4)),
        ("2023/04/03", date(2023, 4, 3)),
        ("2023-4-3", date(2023, 4, 3)),
        ("2023.04.03 10:00", date(2023, 4, 3)),
        ("05.08.23", date(2023, 8, 5)),
        ("05.08.2023, 14:30 Uhr", date(2023, 8, 5)),
        ("05.08.2023 um 14.30 Uhr", date(2023, 8, 5)),
        ("Samstag, den 5. August 2023, 9 Uhr", date(2023, 8, 5)),
        ("5. Jänner 2023", date(2023, 1, 5)),
        ("August 15, 2023 at 4:30 pm", date(2023, 8, 15)),
        ("2023-08-15 10:30:00", date(2023, 8, 15)),
        ("2023-08-15T10:30:00+0200", date(2023, 8, 15)),
        ("2023-08-15T10:30:00.123Z", date(2023, 8, 15)),
        ("1. März 2023", date(2023, 3, 1)),
        ("Dienstag, 15. Dezember 2020", date(2020, 12, 15)),
        ("15 December 2020", date(2020, 12, 15)),
        ("Tue, 15 Aug 2023 10:00:00 +0200", date(2023, 8, 15)),
        (date(2023, 8, 15), date(2023, 8, 15)),
        (datetime(2023, 8, 15, 23, 59), date(2023, 8, 15)),
        ("NA", None),
        ("n/a", None),
        ("", None),
        (None, None),
    ],
)
def test_published(value: object, day: date | None) -> None:
    assert metadata({"published": value}).published == day
    assert metadata({"date": value}).published == day


@pytest.mark.parametrize("value", ["2005", "August 2005", "bald", "31.02.2023", 2005, ["2023-08-15"], "10:30"])
def test_published_must_be_a_whole_day(value: object) -> None:
    with pytest.raises(BadMetadata, match="2023-08-15"):
        metadata({"published": value})


@pytest.mark.parametrize("value", ["03/04/2024", "3/4/2024", "03-04-2024", "08/05/23", "25/04/24", "Mon, 03/04/2024"])
def test_a_day_that_could_be_two_is_refused(value: str) -> None:
    with pytest.raises(BadMetadata, match=r"two dates.*2023-08-15"):
        metadata({"published": value})


@pytest.mark.parametrize("value", ["2023-13-40", "2023-02-30", "2023/15/08", "10000-01-01", "-2020-01-01"])
def test_a_day_that_there_never_was(value: str) -> None:
    with pytest.raises(BadMetadata, match="not a date"):
        metadata({"published": value})


def test_published_goes_before_date() -> None:
    assert metadata({"date": "2001-01-01", "published": "2002-02-02"}).published == date(2002, 2, 2)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("de", "de"),
        ("de-DE", "de"),
        ("EN_us", "en"),
        ("deu", "de"),
        ("ger", "de"),
        ("eng", "en"),
        ("de_AT", "de"),
        ("Deutsch", "de"),
        ("English", "en"),
        ("fra", "fr"),
        ("", None),
        (None, None),
    ],
)
def test_language(value: object, code: str | None) -> None:
    assert metadata({"language": value}).language == code


@pytest.mark.parametrize("value", [["a"], {"a": 1}])
def test_fields_are_texts(value: object) -> None:
    with pytest.raises(BadMetadata, match="title must be a text"):
        metadata({"title": value})


def test_white_space_in_fields() -> None:
    assert metadata({"title": " Zwei\n  Zeilen ", "id": 7}) == Metadata(id="7", title="Zwei Zeilen")


def test_yaml() -> None:
    known = metadata_from_yaml("title: 'Li: eine Reise'\npublished: 2023-08-15\nauthor: jemand\n")
    assert known == Metadata(title="Li: eine Reise", published=date(2023, 8, 15), unread=("author",))
    assert metadata_from_yaml(b"") == Metadata()


@pytest.mark.parametrize("text", ["title: [", "- a\n- b", "nur Text", "a: b: c", b"\xff\xfe\xfa", "\x00"])
def test_yaml_that_is_none(text: str | bytes) -> None:
    with pytest.raises(BadMetadata) as caught:
        metadata_from_yaml(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("---\ntitle: A\n---\nText.", "A", "Text."),
        ("---\n---\nText.", None, "Text."),
        ("Text.\n---\ntitle: A\n---\n", None, "Text.\n---\ntitle: A\n---\n"),
        ("---\nText ohne Ende.", None, "---\nText ohne Ende."),
    ],
)
def test_front_matter(text: str, title: str | None, body: str) -> None:
    known, rest = split_front_matter(text)
    assert (known.title, rest) == (title, body)


def test_yaml_is_taken_as_it_is_written() -> None:
    assert metadata_from_yaml("id: 007\ntitle: No\nsource: ~\nlanguage:\n") == Metadata(id="007", title="No")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &a [x, x]\nb: [*a, *a]", "alias"),
        ("title: " + "[" * 2_000, "nested"),
        ("title: a\ntitle: b", "twice"),
        ("[a]: b", "key"),
        ("title: a\n---\ntitle: b", "single document"),
        ("a" * 1_000_001, "longer"),
    ],
)
def test_yaml_that_is_a_trap(text: str, reason: str) -> None:
    with pytest.raises(BadMetadata, match=reason):
        metadata_from_yaml(text)


def test_aliases_are_refused_before_they_unfold() -> None:
    levels = [f"a{n}: &a{n} [{', '.join(['*a' + str(n - 1)] * 9)}]" for n in range(1, 9)]
    with pytest.raises(BadMetadata, match="alias"):
        metadata_from_yaml("a0: &a0 [x]\n" + "\n".join(levels))


def test_titles_are_clean() -> None:
    assert metadata({"title": "Emil Wein\u00adgarten\u00a0siegt"}).title == "Emil Weingarten siegt"


def test_over() -> None:
    known = Metadata(title="A", language="de").over(Metadata(title="B", source="C"))
    assert known == Metadata(title="A", language="de", source="C")
