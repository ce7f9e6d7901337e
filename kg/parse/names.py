"""From scores of BIO labels to a sequence of labels in which no I stands without its B."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def allowed_steps(labels: Sequence[str]) -> NDArray[np.float64]:
    """Square table [from, to] of 0 where `to` may follow `from`, -inf where not; the last row is the start."""
    steps = np.zeros((len(labels) + 1, len(labels)))
    for to, label in enumerate(labels):
        if not label.startswith("I-"):
            continue
        for before in range(len(labels) + 1):
            if before == len(labels) or labels[before] == "O" or labels[before][2:] != label[2:]:
                steps[before, to] = -np.inf
    return steps


def best_labels(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> list[int]:
    """The best sequence of label numbers (Viterbi). `scores` is (words, labels), `steps` from `allowed_steps`."""
    trellis = scores[0] + steps[-1]
    back = []
    for row in scores[1:]:
        options = trellis[:, None] + steps[:-1]
        back.append(options.argmax(axis=0))
        trellis = options.max(axis=0) + row
    path = [int(trellis.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
