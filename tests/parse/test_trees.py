"""The best tree: against trying out all of them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.trees import best_tree

NEVER = -1e9


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen = set()
        node = start
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        if node:
            return False
    return True


def brute_force(scores: np.ndarray) -> float:
    count = scores.shape[0]
    trees = (heads for heads in product(range(count + 1), repeat=count) if is_tree(heads))
    return max(sum(float(scores[d, h]) for d, h in enumerate(heads)) for heads in trees)


def table(values: list[float], count: int) -> np.ndarray:
    scores = np.array(values).reshape(count, count + 1)
    scores[np.arange(count), np.arange(1, count + 1)] = NEVER
    return scores


@given(st.data())
def test_is_the_best_of_all_trees(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 5))
    values = st.lists(st.floats(-20, 0, width=16), min_size=count * (count + 1), max_size=count * (count + 1))
    scores = table(data.draw(values), count)
    heads = best_tree(scores)
    assert is_tree(tuple(heads))
    assert sum(scores[d, h] for d, h in enumerate(heads)) == pytest.approx(brute_force(scores))


@given(st.integers(1, 60), st.integers(0, 10_000))
def test_is_a_tree_with_one_root(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=5, size=(count, count + 1))
    assert is_tree(tuple(best_tree(scores)))


def test_greedy_heads_that_form_a_cycle_are_broken_where_it_costs_least() -> None:
    # Words 1 and 2 want each other; 2 likes the root better than 1 does.
    scores = table([-9, 0, -1, -3, -1, 0], 2)
    assert best_tree(scores) == [2, 0]


def test_two_words_that_both_want_the_root_get_one() -> None:
    scores = table([-0.1, 0, -1, -0.2, -5, 0], 2)
    assert best_tree(scores) in ([0, 1], [2, 0])
    assert best_tree(scores) == [2, 0]
