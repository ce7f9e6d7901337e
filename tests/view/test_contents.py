"""What the page is told: numbers that point at the right things, offsets as JavaScript counts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import ArticleRecord, Evidence, KnowledgeGraph, Labels, Literal, Relation, Span, Spans, Statement
from kg.ontology import load_ontology
from kg.view.contents import Contents, contents, phrase, utf16
from tests.view.graphs import seed_graph

GRAPH = seed_graph()


def read(graph: KnowledgeGraph = GRAPH, labels: str = "en") -> Contents:
    return contents(graph, load_ontology(), labels=labels)


def evidence(quote: str, *marks: Span, article: str = "a", start: int = 0, cues: tuple[Span, ...] = ()) -> Evidence:
    return Evidence(article, Span(start, start + len(quote)), quote, "tat", "de", Spans(relation=marks, cue=cues))


def one(*found: Evidence, target: str | Literal = "b") -> KnowledgeGraph:
    """A graph of one statement, with neither entities nor articles of its own."""
    return KnowledgeGraph(statements=(Statement("a", Relation("rel:x", Labels()), target, found, 0.5),))


def test_statements_point_at_their_things() -> None:
    data = read()
    by_id = {statement.id: statement for statement in GRAPH.statements}
    for item in data.statements:
        said = by_id[item.id]
        assert data.entities[item.subject].id == said.subject
        assert data.relations[item.relation].id == said.relation.id
        assert (item.object == -1) == isinstance(said.object, Literal)
        assert [data.entities[n].id for n in item.places] == list(said.places)
        assert [data.sentences[n][3] for n, *_ in item.evidence] == [e.quote for e in said.evidence]


def test_statements_are_in_the_order_of_the_text() -> None:
    data = read()
    starts = [data.sentences[item.evidence[0][0]][1] for item in data.statements]
    assert starts == sorted(starts)


def test_a_sentence_is_written_once() -> None:
    data = read()
    assert len(data.sentences) == len({e.span for s in GRAPH.statements for e in s.evidence}) < len(data.statements)


def test_labels_follow_the_language() -> None:
    names = {item.id: item.label for item in read(labels="de").entities}
    assert names["Russia"] == "Russland"
    assert {item.id: item.label for item in read().entities}["Russia"] == "Russia"
    assert read(labels="de").types["Person"].label == "Person"
    assert read(labels="de").types["Country"].label == "Land"


@pytest.mark.parametrize(("labels", "denied"), [("en", ("has not met", "")), ("de", ("hat", "nicht getroffen"))])
def test_words_say_the_status(labels: str, denied: tuple[str, str]) -> None:
    data = read(labels=labels)
    found = {data.words[item.words] for item in data.statements if item.polarity == "negated"}
    assert denied in found
    plain = {data.words[i.words] for i in data.statements if (i.polarity, i.modality) == ("affirmed", "asserted")}
    others = {data.words[i.words] for i in data.statements if (i.polarity, i.modality) != ("affirmed", "asserted")}
    assert not plain & others


def test_symmetry_comes_from_the_ontology() -> None:
    symmetric = {item.id for item in read().relations if item.symmetric}
    assert "kg:met" in symmetric
    assert "kg:visited" not in symmetric


def test_types_the_ontology_lacks_look_like_any_thing() -> None:
    unknown = replace(GRAPH.entities[0], type="Spaceship")
    types = read(replace(GRAPH, entities=(unknown, *GRAPH.entities[1:]))).types
    assert (types["Spaceship"].label, types["Spaceship"].family) == ("Spaceship", "thing")
    assert types["NewsMediaOrganization"].family == "organization"


def test_what_the_graph_does_not_define_stands_under_its_id() -> None:
    data = read(one(evidence("x", article="lost")))
    assert [item.label for item in data.entities] == ["a", "b"]
    assert data.articles[0].id == "lost"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https:nowhere", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, kept: bool) -> None:
    graph = replace(one(evidence("x")), articles=(ArticleRecord("a", url),))
    assert read(graph).articles[0].url == (url if kept else "")


def test_articles_go_by_day() -> None:
    days = {"x": None, "b": date(2024, 2, 1), "a": date(2024, 2, 1), "z": date(2023, 1, 1)}
    articles = tuple(ArticleRecord(key, published=day) for key, day in days.items())
    assert [a.id for a in read(KnowledgeGraph(articles)).articles] == ["z", "a", "b", "x"]


@pytest.mark.parametrize(
    ("quote", "marks", "expected"),
    [
        ("abcdef", [(0, 2), (3, 4)], [0, 2, 3, 4]),
        ("abcdef", [(3, 4), (0, 2)], [0, 2, 3, 4]),
        ("abcdef", [(0, 3), (2, 5)], [0, 5]),
        ("abcdef", [(0, 2), (2, 5)], [0, 5]),
        ("abcdef", [(0, 6), (2, 3)], [0, 6]),
        ("abcdef", [(2, 2)], []),
        ("abcdef", [(4, 90)], [4, 6]),
        ("a\U0001f600b", [(2, 3)], [3, 4]),
    ],
)
def test_marks(quote: str, marks: list[tuple[int, int]], expected: list[int]) -> None:
    spans = [Span(100 + a, 100 + b) for a, b in marks]
    assert read(one(evidence(quote, *spans, start=100))).statements[0].evidence[0][2] == expected


def test_marks_outside_of_the_quote_are_left_out() -> None:
    assert read(one(evidence("abc", Span(0, 5), start=10))).statements[0].evidence[0][2] == []


def test_a_cue_is_marked_as_such_and_once() -> None:
    found = read(one(evidence("hat nicht getan", Span(0, 3), Span(10, 15), Span(4, 9), cues=(Span(4, 9),))))
    assert found.statements[0].evidence[0][2:] == ([0, 3, 10, 15], [4, 9])


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_marks_are_ordered_ranges_within_the_quote(quote: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    marks = read(one(evidence(quote, *spans))).statements[0].evidence[0][2]
    assert len(marks) % 2 == 0
    assert marks == sorted(set(marks))
    assert all(0 <= at <= utf16(quote) for at in marks)


@given(st.text(st.characters(exclude_categories=())))
def test_utf16_counts_code_units(text: str) -> None:
    assert utf16(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("literal", "shown"),
    [
        (Literal("12.5", datatype="xsd:decimal", unit="EUR"), "12.5 EUR"),
        (Literal("Atomwaffen", "de", labels=Labels.of({"en": "nuclear weapons"})), "nuclear weapons"),
        (Literal("Atomwaffen", "de"), "Atomwaffen"),
    ],
)
def test_phrase(literal: Literal, shown: str) -> None:
    assert phrase(literal, "en") == shown
