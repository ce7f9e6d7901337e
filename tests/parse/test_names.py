"""BIO decoding: the best sequence that is allowed."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.names import allowed_steps, best_labels

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def is_allowed(path: tuple[int, ...]) -> bool:
    before = "O"
    for number in path:
        label = LABELS[number]
        if label[0] == "I" and before[2:] != label[2:]:
            return False
        before = label
    return True


@given(st.lists(st.lists(st.floats(-9, 0, width=16), min_size=5, max_size=5), min_size=1, max_size=4))
def test_is_the_best_of_all_allowed_sequences(rows: list[list[float]]) -> None:
    scores = np.array(rows)
    found = best_labels(scores, allowed_steps(LABELS))
    assert is_allowed(tuple(found))
    best = max(
        sum(scores[i, n] for i, n in enumerate(path))
        for path in product(range(5), repeat=len(rows))
        if is_allowed(path)
    )
    assert sum(scores[i, n] for i, n in enumerate(found)) == pytest.approx(best)


def test_an_inside_of_another_type_is_not_taken_though_it_scores_higher() -> None:
    scores = np.array([[-9.0, 0, -9, -9, -9], [-9.0, -9, -2, -9, -1]])
    assert [LABELS[n] for n in best_labels(scores, allowed_steps(LABELS))] == ["B-PER", "I-PER"]
