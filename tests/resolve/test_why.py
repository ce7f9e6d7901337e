"""Why an entity is what it is: its mentions, its merges, and who was kept apart."""

from __future__ import annotations

import pytest

from kg.model import MentionKind
from kg.ontology.terms import Types
from kg.resolve import Edits, Step, why
from kg.resolve.records import why_record
from tests.resolve.stories import Story, resolved


def minister(article: str, name: str = "Sergei Schoigu") -> Story:
    story = Story(article)
    chain = story.chain(name, gender="Masc")
    story.office(chain, "Verteidigungsminister von Russland", en="Minister of Defence of Russia", country="Russia")
    return story


def steps(stories: list[Story], entity: str) -> set[tuple[str, str, str]]:
    """Step, reason and name or other of everything that is told of the entity."""
    found = why(resolved(*stories), entity)
    return {(r.step.value, r.reason, r.other if r.step is Step.APART else r.name) for r in found}


def test_mentions_with_the_reason_within_the_article() -> None:
    story = Story("a")
    story.also(story.chain("Anna Kern", reason="name"), "sie", kind=MentionKind.PRONOUN)
    assert steps([story], "Anna_Kern") == {("mention", "name", "Anna Kern"), ("mention", "added", "sie")}


def test_where_a_mention_stands() -> None:
    story = Story("a")
    story.chain("Anna Kern")
    (reason,) = why(resolved(story), "Anna_Kern")
    assert reason.span is not None
    assert (reason.article, reason.span.of(story.text), reason.other) == ("a", "Anna Kern", "Anna Kern")


def test_one_name_in_two_articles() -> None:
    one, two = Story("a"), Story("b")
    one.chain("Anna Kern")
    two.chain("Anna Kern")
    assert ("merge", "same-name", "Anna Kern") in steps([one, two], "Anna_Kern")


def test_a_surname_joined_by_its_office() -> None:
    found = steps([minister("a"), minister("b", "Schoigu")], "Sergei_Schoigu")
    assert any(step == "merge" and "same-office" in reason for step, reason, _ in found)


def test_an_edit_is_a_reason() -> None:
    one, two = Story("a"), Story("b")
    one.chain("Anna Kern")
    two.chain("Nina Berg")
    made = resolved(one, two, edits=Edits(same=(("Anna_Kern", "Nina_Berg"),)))
    assert "edit" in {found.reason for found in why(made, made.ids["a", 0]) if found.step is Step.MERGE}


@pytest.mark.parametrize(
    ("other", "fields", "reason"),
    [
        ("Anna Weber", {}, "contradicting-names"),
        ("Kern", {}, "too-little: part-of-name+same-type"),
        ("Anna Kern", {"gender": "Masc"}, "other-gender"),
        ("Anna Kern", {"type": Types.COMPANY}, "other-type"),
    ],
)
def test_kept_apart(other: str, fields: dict[str, str], reason: str) -> None:
    one, two = Story("a"), Story("b")
    one.chain("Anna Kern", gender="Fem")
    two.chain(other, **fields)  # type: ignore[arg-type]
    made = resolved(one, two)
    entity = made.ids["a", 0]
    apart = [found for found in why(made, entity) if found.step is Step.APART]
    assert [(found.reason, found.other, found.entity) for found in apart] == [(reason, other, made.ids["b", 0])]


def test_nobody_near() -> None:
    one, two = Story("a"), Story("b")
    one.chain("Anna Kern")
    two.chain("Peter Huber")
    assert all(found.step is not Step.APART for found in why(resolved(one, two), "Anna_Kern"))


def test_no_such_entity() -> None:
    assert why(resolved(minister("a")), "Nobody") == ()


def test_record() -> None:
    story = Story("a")
    story.chain("Anna Kern", reason="name")
    (reason,) = why(resolved(story), "Anna_Kern")
    assert why_record(reason, {}) == {
        "step": "mention",
        "reason": "name",
        "name": "Anna Kern",
        "articles": ["a"],
        "start": 0,
        "end": 9,
        "other": {"id": None, "label": "Anna Kern"},
        "points": None,
    }
