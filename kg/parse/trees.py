"""The best tree over the scores of all arcs: Chu–Liu/Edmonds, with exactly one word under the root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def best_tree(scores: Scores) -> list[int]:
    """Heads of the words, 0 for the root, that form the tree with the highest sum of scores.

    `scores[d, h]` is the score of word d+1 hanging on h; shape (words, words + 1), column 0 is the root. Greedy heads
    are taken when they are a tree already, which they nearly always are.
    """
    count = scores.shape[0]
    table = np.full((count + 1, count + 1), -np.inf)
    table[1:] = scores
    np.fill_diagonal(table, -np.inf)
    greedy = table.argmax(axis=1)
    greedy[0] = 0
    if (greedy[1:] == 0).sum() == 1 and not _cycle(greedy):
        return [int(h) for h in greedy[1:]]
    # So dear that a second word under the root never pays: among trees with one root the order stays the same.
    finite = scores[np.isfinite(scores)]
    table[1:, 0] -= (np.ptp(finite) + 1.0) * (count + 1)
    return [int(h) for h in _edmonds(table)[1:]]


def _cycle(heads: NDArray[np.intp]) -> list[int]:
    """The nodes of one cycle, in order of following heads; empty where there is none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(table: Scores) -> NDArray[np.intp]:
    """Heads of the best arborescence rooted in node 0 of the square `table[dependent, head]`."""
    heads: NDArray[np.intp] = table.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(table), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    contracted, enter, leave = _contract(table, heads, np.array(cycle), rest)
    small = _edmonds(contracted)
    return _expand(small, heads, rest, enter, leave)


def _contract(
    table: Scores, heads: NDArray[np.intp], cycle: NDArray[np.intp], rest: NDArray[np.intp]
) -> tuple[Scores, NDArray[np.intp], NDArray[np.intp]]:
    """The table with the cycle as its last node; which node of the cycle each head enters and each dependent leaves."""
    size = len(rest)
    gain = table[np.ix_(cycle, rest)] - table[cycle, heads[cycle]][:, None]
    enter = cycle[gain.argmax(axis=0)]
    out = table[np.ix_(rest, cycle)]
    leave = cycle[out.argmax(axis=1)]
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = table[np.ix_(rest, rest)]
    small[size, :size] = gain.max(axis=0)
    small[:size, size] = out.max(axis=1)
    small[0] = -np.inf
    return small, enter, leave


def _expand(
    small: NDArray[np.intp],
    heads: NDArray[np.intp],
    rest: NDArray[np.intp],
    enter: NDArray[np.intp],
    leave: NDArray[np.intp],
) -> NDArray[np.intp]:
    """Heads of all nodes, from those of the contracted table and the cycle's own."""
    size = len(rest)
    found = heads.copy()
    for k in range(1, size):
        found[rest[k]] = leave[k] if small[k] == size else rest[small[k]]
    found[enter[small[size]]] = rest[small[size]]
    found[0] = 0
    return found
