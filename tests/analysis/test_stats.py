"""What is counted, and what counts as a statement between named entities."""

from __future__ import annotations

from dataclasses import replace

from kg.analysis import project, stats, unmapped
from kg.analysis.stats import LANGUAGE, MODALITY, POLARITY, RELATION
from kg.model import KnowledgeGraph, Labels, Relation, Statement
from kg.ontology.terms import Types
from tests.analysis.graphs import MET, entity, evidence, graph

GREETED = Relation("rel:begrüßen", Labels.of({"de": "begrüßen", "en": "greeted"}), open=True)
THANKED = Relation("rel:danken", Labels.of({"de": "danken"}), open=True)


def with_open() -> KnowledgeGraph:
    statements = (
        Statement("Li", GREETED, "Austin", (evidence("b", "Li begrüßte Austin."),), 0.5),
        Statement("Li", GREETED, "Shoigu", (evidence("a", "Li begrüßte Shoigu."),), 0.7),
        Statement("Li", GREETED, "Minister", (evidence("a", "Li begrüßte den Minister."),), 0.9),
        Statement("Austin", THANKED, "Li", (evidence(),), 0.9),
        Statement("Li", MET, "Austin", (evidence(),), 0.9),
    )
    names = (entity(name, Types.PERSON) for name in ("Austin", "Li", "Shoigu"))
    return KnowledgeGraph((), (*names, entity("Minister", Types.OFFICE)), statements)


def test_sizes() -> None:
    found = stats(graph())
    assert (found.articles, found.entities, found.statements) == (2, 4, 4)
    assert (found.between, found.mapped, found.share) == (3, 3, 100)
    assert found.counts[RELATION] == (("kg:met", 3), ("kg:discussed", 1))
    assert found.counts[POLARITY] == (("affirmed", 3), ("negated", 1))
    assert found.counts[MODALITY] == (("asserted", 3), ("reported", 1))
    assert found.counts[LANGUAGE] == (("de", 2),)


def test_copies_are_one_source_with_their_original() -> None:
    copied = graph()
    copied = replace(copied, articles=(copied.articles[0], replace(copied.articles[1], copy_of="a")))
    assert [stats(each).copies for each in (graph(), copied)] == [0, 1]
    told = [[edge["articles"] for *_, edge in project(each).edges(data=True)] for each in (graph(), copied)]
    assert [max(numbers) for numbers in told] == [2, 1]


def test_an_office_is_no_named_entity() -> None:
    found = stats(with_open())
    assert (found.statements, found.between, found.mapped, found.share) == (5, 4, 1, 25)


def test_nothing_is_counted_in_nothing() -> None:
    assert (stats(KnowledgeGraph()).share, unmapped(KnowledgeGraph())) == (0, ())


def test_the_most_frequent_first_with_its_surest_example() -> None:
    first, second = unmapped(with_open())
    assert (first.id, first.label, first.count, first.subject, first.object) == (
        "rel:begrüßen", "greeted", 2, "Li", "Shoigu",
    )  # fmt: skip
    assert (first.quote, first.article) == ("Li begrüßte Shoigu.", "a")
    assert (second.id, second.count) == ("rel:danken", 1)


def test_labels_follow_the_language() -> None:
    assert [found.label for found in unmapped(with_open(), labels="de")] == ["begrüßen", "danken"]
    assert [found.label for found in unmapped(with_open(), labels="en")] == ["greeted", "danken"]
