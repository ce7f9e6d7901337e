"""What is counted when a reading is compared with annotated news."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.evaluation.statements import FOLDER, Tally, spread, unlearnt
from kg.model.predicates import Argument, Predicate, PredicateKind, Role
from kg.model.statement import Modality, Polarity
from kg.training.alignment import Statement
from kg.training.news import NEWS_FOLDER, annotated_news

FACT = (Polarity.AFFIRMED, Modality.ASSERTED)
PLAN = (Polarity.AFFIRMED, Modality.PLANNED)


def argument(head: int, first: int | None = None) -> Argument:
    return Argument(Role.SUBJECT, head, head if first is None else first, head)


def said(word: int, subject: int | None, obj: int | None, status: tuple[Polarity, Modality] = FACT) -> Statement:
    first, second = (None if head is None else argument(head) for head in (subject, obj))
    return Statement(word, PredicateKind.EVENT, status, first, second)


def figures(gold: list[Statement], found: list[Statement]) -> dict[str, float]:
    tally = Tally()
    tally.add(gold, found)
    return {score.name.removesuffix(", German"): score.value for score in tally.scores("de", "German", 1)}


GOLD = [said(2, 1, 4), said(2, 1, 6), said(8, None, 9, PLAN)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (GOLD, {"pairs": 100, "predicates": 100, "whole statements": 100, "whole statements with status": 100}),
        ([], {"pairs": 0, "predicates": 0, "whole statements": 0}),
        ([said(2, 4, 1)], {"pairs": 200 / 3, "predicates": 200 / 3, "whole statements": 0}),
        ([said(3, 1, 4)], {"pairs": 200 / 3, "predicates": 0, "whole statements": 0}),
        (
            [said(2, 1, 4), said(2, 1, 6), said(8, None, 9)],
            {"whole statements": 100, "whole statements with status": 200 / 3, "not asserted, of predicates found": 0},
        ),
        ([said(8, 1, 9, PLAN)], {"pairs": 0, "not asserted, of predicates found": 100}),
        ([*GOLD, *GOLD], {"whole statements": 100}),
    ],
)
def test_a_reading_is_compared_by_words(found: list[Statement], expected: dict[str, float]) -> None:
    assert {name: value for name, value in figures(GOLD, found).items() if name in expected} == pytest.approx(expected)


@pytest.mark.parametrize(("first", "value"), [(0, 100), (1, 50)])
def test_spans_are_exact_or_not_where_the_head_is_right(first: int, value: float) -> None:
    gold = [Statement(2, PredicateKind.EVENT, FACT, argument(1, 0), argument(4))]
    found = [Statement(2, PredicateKind.EVENT, FACT, argument(1, first), argument(4))]
    assert figures(gold, found)["spans exact, of heads found"] == value


def test_every_subject_goes_with_every_object() -> None:
    arguments = [
        Argument(role, head, head, head) for role, head in ((Role.SUBJECT, 0), (Role.SUBJECT, 1), (Role.OBJECT, 3))
    ]
    predicate = Predicate(2, PredicateKind.EVENT, *PLAN, tuple(arguments))
    heads = [(s.subject and s.subject.head, s.object and s.object.head) for s in spread(predicate)]
    assert heads == [(0, 3), (1, 3)]
    assert [(s.subject, s.object) for s in spread(Predicate(2, PredicateKind.EVENT, *FACT))] == [(None, None)]


def test_only_articles_that_were_not_learnt_from_are_read(tmp_path: Path) -> None:
    own = annotated_news(NEWS_FOLDER)
    held_out = [article for article in own if article.held_out]
    assert unlearnt(tmp_path) == held_out
    (tmp_path / FOLDER).mkdir()
    record = {
        "id": own[0].id, "language": "de", "published": None, "source": "made up", "source_id": "1",
        "text": "Tilda traf Jakob.", "sentences": [[0, 17]], "lines": ["1 | +a | Tilda | traf | Jakob"],
    }  # fmt: skip
    lines = [json.dumps(record), json.dumps(record | {"id": "made_up"})]
    (tmp_path / FOLDER / "de.jsonl").write_text("\n".join(lines[:1]) + "\n")
    assert unlearnt(tmp_path) == held_out
    (tmp_path / FOLDER / "de.jsonl").write_text("\n".join(lines) + "\n")
    assert [article.id for article in unlearnt(tmp_path)] == ["made_up"]
