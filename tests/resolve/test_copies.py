"""The same text twice is one source; texts that say different things are never copies."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from kg.ingest import make_article
from kg.ingest.metadata import Metadata
from kg.model import ArticleRecord
from kg.resolve.copies import copies, wording
from kg.resolve.statements import combined
from tests.resolve.stories import Story, graph_of

BODY = (
    "Verteidigungsminister Paul Huber traf am Montag in Wien 12 Diplomaten. „Wir sind uns einig“, sagte er.\n\n"
    "Die Gespräche dauerten drei Stunden. Ein Vertrag wurde unterzeichnet. Am Dienstag reist er nach Rom - zum "
    "ersten Mal.\n"
)


def words(text: str, *, title: str | None = None) -> str:
    return wording(make_article(text, Metadata(title=title, language="de"), name="a"))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "\ufeff" + BODY.replace("\n", "\r\n"),
        BODY.replace("\n\n", "\n \n\n\t"),
        BODY.replace(" ", "  "),
        BODY.replace(" ", "\xa0"),
        BODY.replace("Gespräche", "Ge\xadsprä\xadche"),
        BODY.replace("ä", "a\u0308"),
        BODY.replace("„", "»").replace("“", "«"),
        BODY.replace("„", '"').replace("“", '"'),
        BODY.replace(" - ", " – "),
        "Huber trifft Diplomaten\n\n" + BODY,
        "Huber in Wien: Vertrag unterzeichnet\n\nVon Anna Berg\n\n" + BODY,
        "Von Anna Berg und Karl Weber, Wien\n\n" + BODY,
        "Wien (dpa) - " + BODY,
        "Wien (AFP) – " + BODY,
        BODY + "\nAnna Berg\n",
        BODY + "\n© dpa-infocom, dpa:230815-99-123456/2\n",
        BODY + "\nQuelle: APA\n",
        "Anzeige\n\n" + BODY + "\nTeilen\n",
    ],
)
def test_the_same_text_in_another_dress(text: str) -> None:
    assert words(text) == words(BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY.replace("12", "13"),
        BODY.replace("Montag", "Dienstag"),
        BODY.replace("Huber", "Weber"),
        BODY.replace("wurde unterzeichnet", "wurde nicht unterzeichnet"),
        BODY.replace("unterzeichnet.", "unterzeichnet?"),
        BODY.replace("„Wir sind uns einig“, sagte er", "Wir sind uns einig, sagte er"),
        BODY.replace("sagte er", "sagte sie"),
        BODY.replace("traf am Montag in Wien", "traf in Wien am Montag"),
        BODY.replace(" Ein Vertrag wurde unterzeichnet.", ""),
        BODY.replace("12", "1 2"),
        BODY.replace("drei", "3"),
        BODY + "\nInzwischen wurde der Vertrag widerrufen.\n",
        "Drei Menschen wurden verletzt.\n\n" + BODY,
        BODY.partition("\n")[0],
        BODY.replace("\n\n", "\n\nKein Vertrag\n\n"),
        "Der Minister (ÖVP) - " + BODY[0].lower() + BODY[1:],
    ],
)
def test_what_says_something_else_is_no_copy(text: str) -> None:
    assert words(text) != words(BODY)


def test_a_text_without_words_is_like_none() -> None:
    article = make_article("Anzeige\n\nTeilen\n", Metadata(language="de"), name="a")
    assert wording(replace(article, blocks=())) != wording(article)
    assert copies([(ArticleRecord("a"), ""), (ArticleRecord("b"), "")]) == {}


def day(key: str, published: int | None) -> tuple[ArticleRecord, str]:
    return ArticleRecord(key, published=None if published is None else date(2023, 8, published)), "w"


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([day("a", 15), day("b", 15)], {"b": "a"}),
        ([day("a", 16), day("b", 15)], {"a": "b"}),
        ([day("a", None), day("b", 15)], {"a": "b"}),
        ([day("a", None), day("b", None), day("c", None)], {"b": "a", "c": "a"}),
        ([day("a", 1), day("b", 8)], {"b": "a"}),
        ([day("a", 1), day("b", 9)], {}),
        ([day("a", 1), day("b", 7), day("c", 9), day("d", 10)], {"b": "a", "d": "c"}),
        ([day("a", 1), (ArticleRecord("b", published=date(2023, 8, 1)), "other")], {}),
        ([day("a", 1)], {}),
    ],
)
def test_the_original_came_first_whatever_the_order(
    articles: list[tuple[ArticleRecord, str]], expected: dict[str, str]
) -> None:
    for order in permutations(articles):
        assert copies(order) == expected


def test_ten_thousand_articles_with_copies_among_them() -> None:
    articles = [(ArticleRecord(f"a{n:05}"), f"w{n % 9_000}") for n in range(10_000)]
    random.Random(1).shuffle(articles)
    found = copies(articles)
    assert found == {f"a{n:05}": f"a{n - 9_000:05}" for n in range(9_000, 10_000)}


def test_a_quote_counts_once_however_it_is_set() -> None:
    once = combined([("Er sagte: „Ja.“ ", 0.8)])
    assert combined([("Er sagte: „Ja.“ ", 0.8), ('Er  sagte: "Ja."', 0.8)]) == once
    assert combined([("Er sagte: „Ja.“ ", 0.8), ('Er sagte: "Nein."', 0.8)]) > once


def test_a_graph_keeps_which_article_is_a_copy() -> None:
    stories = [Story(key) for key in ("b", "a", "c")]
    for story in stories:
        story.chain("Anna Berg")
    stories[2].chain("Karl Weber")
    graph = graph_of(*stories)
    assert [(article.id, article.copy_of) for article in graph.articles] == [("a", None), ("b", "a"), ("c", None)]
    assert graph.originals() == {"a": "a", "b": "a", "c": "c"}
