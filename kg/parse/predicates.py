"""From the scores of the statement heads to predicates with their arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.model.predicates import Argument, Predicate, PredicateKind, Role
from kg.model.statement import Modality, Polarity

KINDS, ROLES = tuple(PredicateKind), tuple(Role)
STATUSES = tuple((polarity, modality) for polarity in Polarity for modality in Modality)
SURE = 0.5  # least probability of a predicate
JOINED = 0.5  # … and that a word is an argument of one, of whatever role
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

    def edges(self, words: Sequence[int]) -> Floats:
        """Probabilities (predicates, words, 1 + ROLES) of what each word is to the predicates at `words`."""
        own = self.predicates[words]
        # einsum, not matmul: the BLAS behind matmul starts threads of its own.
        logits = np.einsum("prn,wn->pwr", own[..., :-1], self.arguments) + own[:, None, :, -1]
        return _softmax(logits + self.distance[self._apart(words)])

    def ends(self, words: Sequence[int]) -> dict[int, tuple[int, int]]:
        """First and last word of the arguments whose heads are `words`."""
        own = self.heads[words]
        logits = np.einsum("hen,wn->hew", own[..., :-1], self.bounds) + own[..., -1:]
        logits += self.end_distance[:, self._apart(words)].transpose(1, 0, 2)
        found = zip(words, logits.argmax(-1).tolist(), strict=True)
        return {word: (min(first, word), max(last, word)) for word, (first, last) in found}

    def _apart(self, words: Sequence[int]) -> NDArray[np.int64]:
        apart: NDArray[np.int64] = np.arange(len(self.kinds)) - np.array(words)[:, None]
        return apart.clip(-FARTHEST, FARTHEST) + FARTHEST


def read_predicates(found: StatementScores, *, least: float = SURE, joined: float = JOINED) -> Iterator[Predicate]:
    """The predicates whose probability is `least` or more, by word, then kind, with the arguments that are theirs with
    a probability of `joined` or more."""
    kinds = 1 / (1 + np.exp(-found.kinds))
    words = np.flatnonzero((kinds >= least).any(1)).tolist()
    if not words:
        return
    edges = found.edges(words)
    roles = np.where(1 - edges[..., 0] >= joined, 1 + edges[..., 1:].argmax(-1), 0)
    heads = np.union1d(np.flatnonzero(roles.any(0)), np.flatnonzero((kinds[:, _NAMED] >= least).any(1))).tolist()
    ends = found.ends(heads) if heads else {}
    status = _softmax(found.status[words])
    for at, word in enumerate(words):
        arguments = tuple(
            Argument(ROLES[roles[at, other] - 1], other, *ends[other], float(edges[at, other, roles[at, other]]))
            for other in np.flatnonzero(roles[at]).tolist()
            if other != word
        )
        best = int(status[at].argmax())
        for k in np.flatnonzero(kinds[word] >= least).tolist():
            own = () if KINDS[k] is PredicateKind.EVENT else (Argument(Role.OBJECT, word, *ends[word]),)
            others = arguments if not own else tuple(a for a in arguments if a.role not in _OBJECTS)
            polarity, modality = STATUSES[best]
            yield Predicate(
                word, KINDS[k], polarity, modality, (*others, *own), float(kinds[word, k]), float(status[at, best])
            )


_OBJECTS = (Role.OBJECT, Role.PREPOSITIONAL)
_NAMED = [k for k, kind in enumerate(KINDS) if kind is not PredicateKind.EVENT]


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
