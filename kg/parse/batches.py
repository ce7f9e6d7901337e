"""Sentences of about the same length side by side, as the model's graph takes them, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.parse.pieces import Pieces
from kg.parse.predicates import StatementScores

PADDING = 1
STEP = 4  # sentences are padded to a multiple of this whatever stands beside them, so that their numbers stay the same
MOST_PIECES = 256  # in a batch; more do not make it faster, for activations no longer fit the processor's cache
PARSE = ("arcs", "label_dependents", "label_heads", "pos", "feats", "lemmas", "names")
STATEMENTS = ("kinds", "status", "predicates", "arguments", "heads", "bounds", "distance", "end_distance")
OUTPUTS = PARSE + STATEMENTS  # a graph of before version 3 has the first ones only

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the graph says of one sentence.

    arcs (words, words + 1), head 0 the root; pos (words,); feats (words, features); lemmas (words, best rules); names
    (words, labels). Labels come from `label_dependents` (words, labels, n + 1) times `label_heads` (words + 1, n), the
    last column added, row 0 the root. Arcs may be shifted by a number for each word, which no tree depends on.
    """

    arcs: Floats
    label_dependents: Floats
    label_heads: Floats
    pos: Numbers
    feats: Numbers
    lemmas: Numbers
    names: Floats
    statements: StatementScores | None = None

    def labels(self, heads: Sequence[int]) -> Floats:
        """Scores (words, labels) under the given heads."""
        chosen = self.label_heads[list(heads)]
        # einsum, not matmul: the BLAS behind matmul starts threads of its own.
        found: Floats = np.einsum("wln,wn->wl", self.label_dependents[..., :-1], chosen)
        return found + self.label_dependents[..., -1]


def grouped(sentences: Sequence[Pieces]) -> Iterator[list[int]]:
    """Numbers of the sentences that make a batch together: of one padded length, and few enough pieces."""
    batch: list[int] = []
    for i in sorted(range(len(sentences)), key=lambda i: (_padded(sentences[i]), i)):
        length = _padded(sentences[i])
        if batch and (length != _padded(sentences[batch[0]]) or (len(batch) + 1) * length > MOST_PIECES):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _padded(sentence: Pieces) -> int:
    return -(-len(sentence.ids) // STEP) * STEP


def feed(batch: Sequence[Pieces], bank: int) -> dict[str, NDArray[np.int32] | Numbers]:
    """The graph's inputs for sentences of one padded length.

    ids (sentences, pieces); lengths (sentences,) in pieces; first and last (words,), where each word's first and last
    piece is when all pieces stand in one row; grid (sentences, longest), which words each sentence has; rooted, the
    same with the root, number `words`, before them.
    """
    width, words = _padded(batch[0]), sum(len(sentence.first) for sentence in batch)
    longest = max(len(sentence.first) for sentence in batch)
    ids = np.full((len(batch), width), PADDING, dtype=np.int64)
    grid = np.zeros((len(batch), longest), dtype=np.int64)
    rooted = np.full((len(batch), longest + 1), words, dtype=np.int64)
    at = 0
    for i, sentence in enumerate(batch):
        ids[i, : len(sentence.ids)] = sentence.ids
        size = len(sentence.first)
        grid[i, :size] = rooted[i, 1 : size + 1] = np.arange(at, at + size)
        at += size
    return {
        "ids": ids,
        "lengths": np.array([len(sentence.ids) for sentence in batch], dtype=np.int32),
        "first": np.array([i * width + k for i, sentence in enumerate(batch) for k in sentence.first]),
        "last": np.array([i * width + k for i, sentence in enumerate(batch) for k in sentence.last]),
        "bank": np.array([bank]),
        "grid": grid,
        "rooted": rooted,
    }


def scores(outputs: Sequence[NDArray[np.generic]], batch: Sequence[Pieces]) -> Iterator[Scores]:
    """The `OUTPUTS` of a batch, or only those of the `PARSE`, sentence by sentence."""
    arcs, dependents, heads, *others = outputs
    tags, said = others[: len(PARSE) - 3], others[len(PARSE) - 3 :]
    at = 0
    for i, sentence in enumerate(batch):
        size = len(sentence.first)
        own = slice(at, at + size)
        at += size
        rooted = np.concatenate([heads[-1:], heads[own]])
        statements = _statements(said, own) if said else None
        parsed = (tag[own] for tag in tags)
        yield Scores(arcs[i, :size, : size + 1], dependents[own], rooted, *parsed, statements)  # type: ignore[arg-type,call-arg]


def _statements(outputs: Sequence[NDArray[np.generic]], own: slice) -> StatementScores:
    *by_word, distance, end_distance = outputs
    return StatementScores(*(found[own] for found in by_word), distance, end_distance)  # type: ignore[arg-type, call-arg]
