"""What is counted when the statements of a graph are compared with annotated news."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluation.reading import Tally, Told, build, by_article, on_words
from kg.evaluation.statements import NONE
from kg.model import Sentence, Token
from kg.model.predicates import Argument, PredicateKind, Role
from kg.model.statement import Modality, Polarity
from kg.training.alignment import Statement
from kg.training.annotation import Annotated, Status

FACT = (Polarity.AFFIRMED, Modality.ASSERTED)
PLAN = (Polarity.AFFIRMED, Modality.PLANNED)


def wanted(
    word: int,
    subject: int | None,
    obj: int | None,
    status: Status = FACT,
    kind: PredicateKind = PredicateKind.EVENT,
) -> Statement:
    first, second = (None if head is None else Argument(Role.SUBJECT, head, head, head) for head in (subject, obj))
    return Statement(word, kind, status, first, second)


def told(subject: int, relation: set[int], obj: int, status: Status = FACT) -> Told:
    return Told(subject, frozenset(relation), obj, status)


def figures(gold: list[Statement], found: list[Told]) -> dict[str, float]:
    tally = Tally(articles=1)
    tally.add(gold, found)
    return {score.name.partition(" in the graph")[0]: score.value for score in tally.scores("German")}


GOLD = [wanted(2, 1, 4), wanted(6, 1, 6, kind=PredicateKind.OFFICE), wanted(8, None, 9, PLAN)]
ALL = [told(1, {2, 3}, 4), told(1, set(), 6), told(NONE, {8}, 9, PLAN)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (ALL, {"pairs": 100, "whole statements": 100, "whole statements with status": 100}),
        ([*ALL, ALL[0]], {"whole statements": 100}),
        ([], {"pairs": 0, "whole statements": 0, "whole statements with status": 0}),
        ([told(4, {2}, 1)], {"pairs": 200 / 3, "whole statements": 0}),
        ([told(1, {5}, 4)], {"pairs": 200 / 3, "whole statements": 0}),
        ([told(1, {5}, 6)], {"pairs": 200 / 3, "whole statements": 50}),
        ([told(1, {2}, NONE)], {"pairs": 0, "whole statements": 0}),
        (
            [told(NONE, {8}, 9)],
            {"whole statements": 50, "whole statements with status": 0, "not asserted, of statements found": 0},
        ),
        ([told(NONE, {8}, 9, PLAN)], {"not asserted, of statements found": 100}),
        ([told(1, {2}, 4, PLAN), told(1, {2}, 4)], {"whole statements with status": 40}),
    ],
)  # fmt: skip
def test_statements_are_compared_by_words(found: list[Told], expected: dict[str, float]) -> None:
    assert {name: value for name, value in figures(GOLD, found).items() if name in expected} == pytest.approx(expected)


def sentence() -> Sentence:
    words = ["Ministerin", "Berg", "traf", "den", "alten", "Kanzler", "."]
    heads, tags = [2, 0, -1, 5, 5, 2, 2], ["NOUN", "PROPN", "VERB", "DET", "ADJ", "NOUN", "PUNCT"]
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    rows = zip(words, starts, heads, tags, strict=True)
    tokens = (Token(i, w, s, s + len(w), w, tag, head, "dep") for i, (w, s, head, tag) in enumerate(rows))
    return Sentence.of(tuple(tokens))


def record(**spans: list[list[int]]) -> dict[str, Any]:
    parts: dict[str, list[list[int]]] = {"subject": [], "relation": [], "object": [], "cue": []}
    evidence = {"article": "a", "start": 0, "end": 46, "spans": parts | spans}
    return {"polarity": "affirmed", "modality": "asserted", "evidence": [evidence]}


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ({"subject": [[11, 15]], "relation": [[16, 20]], "object": [[21, 38]]}, told(1, {2}, 5)),
        ({"subject": [[0, 15]], "relation": [[16, 20], [25, 30]], "object": []}, told(0, {2, 4}, NONE)),
    ],
)
def test_spans_are_laid_on_words(spans: dict[str, list[list[int]]], found: Told) -> None:
    whole = record(**spans)
    assert on_words(sentence(), whole, whole["evidence"][0]) == found


def test_evidence_is_sorted_by_article() -> None:
    one = record(subject=[[0, 15]])
    assert by_article([one, one]) == {"a": [(one, one["evidence"][0])] * 2}


def test_articles_are_built_as_users_build_theirs() -> None:
    text = "Bundeskanzler Olaf Scholz traf in Berlin Emmanuel Macron. Niemand kam."
    article = Annotated("made-up", "de", "made up", text, ((0, 57), (58, 70)), (), frozenset({0, 1}))
    found = build([article])["made-up"]
    met = [(r["subject"]["label"], r["object"]["label"]) for r, _ in found if r["relation"]["id"] == "kg:met"]
    assert met in ([("Olaf Scholz", "Emmanuel Macron")], [("Emmanuel Macron", "Olaf Scholz")])


def test_articles_of_which_nothing_is_told_are_counted() -> None:
    article = Annotated("made-up", "de", "made up", "Nichts.", ((0, 7),), (), frozenset({0}))
    tally = Tally()
    tally.add_article(article, [], [])
    tally.add_article(article, [], by_article([record()])["a"])
    tally.add([], [])
    silent = next(score for score in tally.scores("German") if score.name.startswith("articles"))
    assert (silent.value, silent.detail) == (50, "1 of 2")
