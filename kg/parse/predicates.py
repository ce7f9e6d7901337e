"""From the scores of the statement heads to predicates with their arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.model.predicates import Argument, Predicate, PredicateKind, Role
from kg.model.statement import Modality, Polarity

KINDS, ROLES = tuple(PredicateKind), tuple(Role)
STATUSES = tuple((polarity, modality) for polarity in Polarity for modality in Modality)
SURE = 0.5
FARTHEST = 24  # words; what stands further apart is as far as this to the network

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class StatementScores:
    """What the graph says of one sentence's statements.

    `kinds` (words, KINDS) and `status` (words, STATUSES) are logits. Edges (words, 1 + ROLES), 0 for none, from a
    predicate come from `predicates` (words, 1 + ROLES, n + 1) times `arguments` (words, n) and `distance` (2 * FARTHEST
    + 1, 1 + ROLES); first and last words from `heads` (words, 2, m + 1) times `bounds` (words, m) and `end_distance`
    (2, 2 * FARTHEST + 1). The last column of the n + 1 and m + 1 is added.
    """

    kinds: Floats
    status: Floats
    predicates: Floats
    arguments: Floats
    heads: Floats
    bounds: Floats
    distance: Floats
    end_distance: Floats

    def edges(self, word: int) -> Floats:
        """Probabilities (words, 1 + ROLES) of what each word is to the predicate at `word`."""
        own = self.predicates[word]
        logits = np.einsum("rn,wn->wr", own[:, :-1], self.arguments) + own[:, -1] + self.distance[self._apart(word)]
        return _softmax(logits)

    def ends(self, word: int) -> tuple[int, int]:
        """First and last word of the argument whose head is `word`."""
        own, distance = self.heads[word], self.end_distance[:, self._apart(word)]
        logits = np.einsum("en,wn->ew", own[:, :-1], self.bounds) + own[:, -1:] + distance
        first, last = logits.argmax(1).tolist()
        return min(first, word), max(last, word)

    def _apart(self, word: int) -> NDArray[np.int64]:
        return np.clip(np.arange(len(self.kinds)) - word, -FARTHEST, FARTHEST) + FARTHEST


def read_predicates(found: StatementScores, *, least: float = SURE) -> Iterator[Predicate]:
    """The predicates whose probability is `least` or more, by word, then kind."""
    kinds, status = 1 / (1 + np.exp(-found.kinds)), _softmax(found.status)
    for word in np.flatnonzero((kinds >= least).any(1)).tolist():
        arguments = tuple(_arguments(found, word))
        best = int(status[word].argmax())
        polarity, modality = STATUSES[best]
        for k in np.flatnonzero(kinds[word] >= least).tolist():
            own = () if KINDS[k] is PredicateKind.EVENT else (Argument(Role.OBJECT, word, *found.ends(word)),)
            others = arguments if not own else tuple(a for a in arguments if a.role not in _OBJECTS)
            yield Predicate(
                word, KINDS[k], polarity, modality, (*others, *own), float(kinds[word, k]), float(status[word, best])
            )


_OBJECTS = (Role.OBJECT, Role.PREPOSITIONAL)


def _arguments(found: StatementScores, word: int) -> Iterator[Argument]:
    edges = found.edges(word)
    for other, role in enumerate(edges.argmax(1).tolist()):
        if role and other != word:
            yield Argument(ROLES[role - 1], other, *found.ends(other), float(edges[other, role]))


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
