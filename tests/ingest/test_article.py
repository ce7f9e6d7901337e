"""One article from raw text and metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleTooLong, BadMetadata, EmptyArticle
from kg.ingest.article import make_article
from kg.ingest.metadata import Metadata

GERMAN = "Der Minister reiste am Montag nach Wien, wo er nach Angaben seines Hauses die Kanzlerin treffen wollte."
ENGLISH = "The minister travelled to Vienna on Monday, where she wanted to meet the chancellor, her ministry said."
FRENCH = "Le ministre s'est rendu lundi à Vienne, où il voulait rencontrer la chancelière, selon son ministère."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("\ufeffa", "a"),
        ("a\0b\x07c\x1bd", "a b c d"),
        ("a\ud800b\uffff", "a b "),
        ("a\tb\u00a0c\u202ed\u2009e", "a\tb cd e"),
        (
            "Emil Wein\u00adgarten, Wein\u00ad\n  garten, Wein\u200bgarten\ufeff",
            "Emil Weingarten, Weingarten, Weingarten",
        ),
        ("Mu\u0308ller", "Müller"),
        ("a\u200db \U0001f468\u200d\U0001f469", "ab \U0001f468\u200d\U0001f469"),
        (
            "Jana Holm[1] kritisierte Ralf Brandau.[2][13] Er schwieg.\u00b9",
            "Jana Holm kritisierte Ralf Brandau. Er schwieg.",
        ),
        (
            "Holm\u00b2, 25 km\u00b2, 10\u2076, [1] Ebd., [ad], x[1], Holm [1], Holm[1999]",
            "Holm, 25 km\u00b2, 10\u2076, [1] Ebd., [ad], x[1], Holm [1], Holm[1999]",
        ),
    ],
)
def test_text_is_made_clean(raw: str, text: str) -> None:
    assert make_article(raw, Metadata(), name="n").text == text


@pytest.mark.parametrize("raw", ["", " \n\t", "\n" * 3_000, "\0", "\ufeff"])
def test_no_text(raw: str) -> None:
    with pytest.raises(EmptyArticle):
        make_article(raw, Metadata(), name="n")


def test_a_million_characters_are_an_article_and_one_more_is_none() -> None:
    line = "x" * 99 + "\n"
    assert len(make_article(line * 10_000, Metadata(), name="n", language="de").text) == 1_000_000
    with pytest.raises(ArticleTooLong, match="1,000,001 characters are more than 1,000,000; split it"):
        make_article(line * 10_000 + "x", Metadata(), name="n", language="de")


@pytest.mark.parametrize(
    ("raw", "known", "told", "code"),
    [
        (GERMAN, None, None, "de"),
        ("Li in Wien", None, None, "de"),
        (ENGLISH, None, None, "en"),
        (ENGLISH, "de", "en", "de"),
        (f"{GERMAN} „{ENGLISH} {ENGLISH}“", None, None, "de"),
        (f"{ENGLISH} “{GERMAN} {GERMAN}”", None, None, "en"),
        ("Der Minister sagte: „It is what it is, and we shall see what comes of it.“", None, None, "de"),
        ("Macron will die Steuern senken", None, None, "de"),
        ("Macron wants to cut taxes", None, None, "en"),
        ("Putin", None, None, "de"),
        (FRENCH, "de", None, "de"),
        (FRENCH, None, "de", "de"),
    ],
)
def test_language(raw: str, known: str | None, told: str | None, code: str) -> None:
    assert make_article(raw, Metadata(language=known), name="n", language=told).language == code


def test_a_title_tells_the_language_of_a_short_text() -> None:
    assert (
        make_article("Berlin (dpa)", Metadata(title="Storm kills twelve people in Manila"), name="n").language == "en"
    )


@pytest.mark.parametrize(
    ("known", "says"),
    [(None, "looks like 'fr', and kg reads de and en; if it is one"), ("fr", "is given as 'fr', and kg")],
)
def test_language_that_is_not_read(known: str | None, says: str) -> None:
    with pytest.raises(BadMetadata, match=says):
        make_article(FRENCH, Metadata(language=known), name="n")


def test_id() -> None:
    assert make_article("a", Metadata(), name="n").id == "n"
    assert make_article("a", Metadata(id="x"), name="n").id == "x"
    assert make_article("a", Metadata(), name="zwei\nZeilen \udcff").id == "zwei Zeilen \ufffd"


@given(st.text(min_size=1))
def test_any_text_has_spans_within(raw: str) -> None:
    try:
        article = make_article(raw, Metadata(language="de"), name="n")
    except EmptyArticle:
        return
    assert article.blocks
    assert all(block.span.of(article.text).strip() for block in article.blocks)
    article.text.encode("utf-8")
