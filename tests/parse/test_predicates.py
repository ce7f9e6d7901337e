"""Predicates read off scores: kinds, status, arguments and their ends."""

from __future__ import annotations

import numpy as np
import pytest

from kg.model.predicates import Argument, PredicateKind, Role
from kg.model.statement import Modality, Polarity
from kg.parse.predicates import FARTHEST, KINDS, ROLES, STATUSES, StatementScores, read_predicates

COUNT = 5  # die Ministerin traf den Kollegen


def scores(
    kinds: dict[int, list[PredicateKind]],
    edges: dict[tuple[int, int], Role],
    ends: dict[int, tuple[int, int]],
    status: tuple[Polarity, Modality] = (Polarity.AFFIRMED, Modality.ASSERTED),
) -> StatementScores:
    """Scores of five words in which exactly this is likely; arguments and bounds are told apart by one-hot vectors."""
    said = np.full((COUNT, len(KINDS)), -5, np.float32)
    for word, own in kinds.items():
        said[word, [KINDS.index(kind) for kind in own]] = 5
    found = np.zeros((COUNT, 1 + len(ROLES), COUNT + 1), np.float32)
    for (word, other), role in edges.items():
        found[word, 1 + ROLES.index(role), other] = 14
    bounds = np.zeros((COUNT, 2, COUNT + 1), np.float32)
    for head, (first, last) in ends.items():
        bounds[head, 0, first] = bounds[head, 1, last] = 9
    statuses = np.zeros((COUNT, len(STATUSES)), np.float32)
    statuses[:, STATUSES.index(status)] = 3
    distance = np.zeros((2 * FARTHEST + 1, 1 + len(ROLES)), np.float32)
    distance[:, 0] = 5  # no edge, unless something speaks for one
    return StatementScores(
        said, statuses, found, np.eye(COUNT, dtype=np.float32), bounds, np.eye(COUNT, dtype=np.float32), distance,
        np.zeros((2, 2 * FARTHEST + 1), np.float32),
    )  # fmt: skip


def test_an_event_has_its_arguments_with_their_ends() -> None:
    edges = {(2, 1): Role.SUBJECT, (2, 4): Role.OBJECT}
    [met] = read_predicates(scores({2: [PredicateKind.EVENT]}, edges, {1: (0, 1), 4: (3, 4)}))
    assert [(a.role, a.first, a.head, a.last) for a in met.arguments] == [
        (Role.SUBJECT, 0, 1, 1),
        (Role.OBJECT, 3, 4, 4),
    ]
    assert met.probability == pytest.approx(0.993, abs=0.001)
    assert all(a.probability > 0.99 for a in met.arguments)
    assert met.is_fact
    assert met.having(Role.OBJECT) == met.arguments[1:]


def test_what_has_no_verb_holds_itself() -> None:
    edges = {(4, 1): Role.SUBJECT, (4, 2): Role.OBJECT}
    [office] = read_predicates(scores({4: [PredicateKind.OFFICE]}, edges, {1: (0, 1), 4: (3, 4)}))
    assert [(a.role, a.head) for a in office.arguments] == [(Role.SUBJECT, 1), (Role.OBJECT, 4)]
    assert (office.arguments[1].first, office.arguments[1].last) == (3, 4)


def test_a_word_can_be_a_predicate_of_two_kinds() -> None:
    found = list(read_predicates(scores({4: [PredicateKind.EVENT, PredicateKind.IS]}, {(4, 1): Role.SUBJECT}, {})))
    assert [p.kind for p in found] == [PredicateKind.EVENT, PredicateKind.IS]


def test_the_status_is_of_the_predicate() -> None:
    status = (Polarity.NEGATED, Modality.PLANNED)
    [met] = read_predicates(scores({2: [PredicateKind.EVENT]}, {}, {}, status))
    assert (met.polarity, met.modality) == status
    assert not met.is_fact
    assert 0.5 < met.certainty < 1


def test_what_is_not_likely_is_no_predicate() -> None:
    assert list(read_predicates(scores({}, {(2, 1): Role.SUBJECT}, {}))) == []


def test_no_word_is_its_own_argument_and_ends_hold_the_head() -> None:
    edges = {(2, 2): Role.SUBJECT, (2, 1): Role.OBJECT}
    [met] = read_predicates(scores({2: [PredicateKind.EVENT]}, edges, {1: (3, 0)}))
    [argument] = met.arguments
    assert argument == Argument(Role.OBJECT, 1, 1, 1, argument.probability)
