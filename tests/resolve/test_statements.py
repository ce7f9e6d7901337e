from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from kg.model import Count, Literal, Modality, Polarity, Statement, Time
from kg.ontology.relation_terms import Relations
from kg.ontology.terms import Types
from kg.resolve.statements import SURE_AT_MOST, combined
from tests.resolve.stories import Story, graph_of, resolved

APRIL = Time("im April", "2023-04", date(2023, 4, 1), date(2023, 4, 30))


def cast(article: str) -> tuple[Story, int, int]:
    story = Story(article)
    return story, story.chain("Li Shangfu", "Li"), story.chain("Sergei Shoigu")


def said(*stories: Story) -> tuple[Statement, ...]:
    return graph_of(*stories).statements


def test_one_content_from_two_articles_is_one_statement() -> None:
    a, li, shoigu = cast("a")
    b, li_b, shoigu_b = cast("b")
    a.says(li, Relations.MET, shoigu, time=APRIL, confidence=0.8, surface="traf")
    b.says(li_b, Relations.MET, shoigu_b, time=APRIL, confidence=0.5, surface="begegnete")
    (statement,) = said(b, a)
    assert [(e.article, e.surface, e.quote) for e in statement.evidence] == [
        ("a", "traf", "Satz 0 von a."),
        ("b", "begegnete", "Satz 0 von b."),
    ]
    assert statement.confidence == 0.9
    assert (statement.subject, statement.object, statement.time) == ("Li_Shangfu", "Sergei_Shoigu", APRIL)


@pytest.mark.parametrize(
    "other",
    [
        {"polarity": Polarity.NEGATED},
        {"modality": Modality.PLANNED},
        {"time": APRIL},
        {"count": Count(2)},
        {"places": (2,)},
        {"attribution": 2},
    ],
)
def test_what_differs_in_content_stays_apart(other: dict[str, object]) -> None:
    story, li, shoigu = cast("a")
    story.chain("Neu-Delhi", type=Types.CITY, link="New_Delhi")
    story.says(li, Relations.MET, shoigu).says(li, Relations.MET, shoigu, **other)
    assert len(said(story)) == 2


@pytest.mark.parametrize("other", [{"time": APRIL}, {"count": Count(2)}, {"places": (2,)}, {"attribution": 2}])
def test_what_one_sentence_says_twice_counts_once_and_precisely(other: dict[str, object]) -> None:
    story, li, shoigu = cast("a")
    story.chain("Neu-Delhi", type=Types.CITY, link="New_Delhi")
    story.says(li, Relations.MET, shoigu).says(shoigu, Relations.MET, li, again=True, **other)
    found = resolved(story)
    (statement,) = found.graph.statements
    assert statement.time or statement.count or statement.places or statement.attribution
    assert found.dropped == (("said-more-precisely", 1),)


def test_of_one_sentence_the_reading_with_more_places_stays() -> None:
    story, li, shoigu = cast("a")
    delhi = story.chain("Neu-Delhi", type=Types.CITY, link="New_Delhi")
    moscow = story.chain("Moskau", type=Types.CITY, link="Moscow")
    story.says(li, Relations.MET, shoigu, places=(delhi,)).says(
        li, Relations.MET, shoigu, again=True, places=(moscow, delhi)
    )
    assert [statement.places for statement in said(story)] == [("Moscow", "New_Delhi")]


def test_what_one_sentence_denies_and_affirms_stays_apart() -> None:
    story, li, shoigu = cast("a")
    story.says(li, Relations.MET, shoigu, polarity=Polarity.NEGATED)
    story.says(li, Relations.MET, shoigu, again=True, time=APRIL)
    assert {statement.polarity for statement in said(story)} == set(Polarity)


def test_a_symmetric_relation_reads_as_most_sentences_have_it() -> None:
    stories = []
    for article, turned in (("a", True), ("b", False), ("c", False)):
        story, li, shoigu = cast(article)
        stories.append(story.says(*((shoigu, Relations.MET, li) if turned else (li, Relations.MET, shoigu))))
    for order in permutations(stories):
        (statement,) = said(*order)
        assert (statement.subject, statement.object) == ("Li_Shangfu", "Sergei_Shoigu")
    (statement,) = said(stories[1], stories[0])
    assert statement.subject == "Sergei_Shoigu", "as many: the first in the order of articles"


def test_a_relation_with_a_direction_keeps_it() -> None:
    story, li, shoigu = cast("a")
    story.says(li, Relations.CRITICIZED, shoigu).says(shoigu, Relations.CRITICIZED, li)
    story.says(li, "rel:begrüßen", shoigu).says(shoigu, "rel:begrüßen", li)
    assert len(said(story)) == 4


def test_nobody_meets_himself() -> None:
    story = Story("a")
    here, there = story.chain("Li Shangfu"), story.chain("Li Shangfu")
    found = resolved(story.says(here, Relations.MET, there))
    assert (found.graph.statements, found.dropped) == ((), (("self-loop", 1),))


def test_literals() -> None:
    story, li, _ = cast("a")
    story.says(li, Relations.DISCUSSED, Literal("Marinezusammenarbeit", language="de"))
    story.says(li, Relations.DISCUSSED, Literal("Marinezusammenarbeit", language="de"))
    story.says(li, Relations.DISCUSSED, Literal("Li_Shangfu"))
    assert {str(s.object.value) for s in said(story) if isinstance(s.object, Literal)} == {
        "Marinezusammenarbeit",
        "Li_Shangfu",
    }


def test_one_sentence_read_twice_is_one_evidence() -> None:
    story, li, shoigu = cast("a")
    story.says(li, Relations.MET, shoigu, confidence=0.6, surface="traf")
    story.says(shoigu, Relations.MET, li, again=True, confidence=0.7, surface="Treffen")
    (statement,) = said(story)
    assert [(e.surface) for e in statement.evidence] == ["Treffen"]
    assert (statement.confidence, statement.subject) == (0.7, "Sergei_Shoigu")


@pytest.mark.parametrize(
    ("told", "confidence"),
    [
        ([("a", 0.8)], 0.8),
        ([("a", 0.8), ("b", 0.5)], 0.9),
        ([("a", 0.8), ("a", 0.5)], 0.8),
        ([("a", 0.95), ("b", 0.95)], SURE_AT_MOST),
        ([("a", 1.0)], SURE_AT_MOST),
    ],
)
def test_combined(told: list[tuple[str, float]], confidence: float) -> None:
    assert combined(told) == confidence


def test_what_is_less_sure_is_left_out_and_counted() -> None:
    story, li, shoigu = cast("a")
    story.says(li, Relations.MET, shoigu, confidence=0.5).says(li, Relations.CRITICIZED, shoigu, confidence=0.9)
    made = resolved(story)
    assert [statement.relation.id for statement in made.graph.statements] == [Relations.CRITICIZED]
    assert ("doubtful", 1) in made.dropped
    assert {entity.id for entity in made.graph.entities} == {"Li_Shangfu", "Sergei_Shoigu"}


def test_two_doubtful_sentences_make_a_sure_statement() -> None:
    a, li, shoigu = cast("a")
    b, li_b, shoigu_b = cast("b")
    a.says(li, Relations.MET, shoigu, confidence=0.5)
    b.says(li_b, Relations.MET, shoigu_b, confidence=0.5)
    (statement,) = said(a, b)
    assert statement.confidence == pytest.approx(0.75)
