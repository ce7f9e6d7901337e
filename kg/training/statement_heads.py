"""Heads that read statements off the vectors of words: which are predicates, their status, edges to their arguments.

A word may be a predicate of several kinds. Edges from predicate to argument are biaffine (Dozat and Manning 2018), with
a bias for how far apart the two stand; an argument's first and last word are pointed to from its head word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 (torch's own custom)
from torch import Tensor, nn

from kg.parse.predicates import FARTHEST, KINDS, ROLES, STATUSES
from kg.training.alignment import Statement
from kg.training.dropout import Dropout

ROLE, BOUND = 192, 96
NO_EDGE = 0
IGNORED = -100
NEVER = -1e9
KIND_WEIGHT, STATUS_WEIGHT, EDGE_WEIGHT, BOUND_WEIGHT = 8.0, 0.7, 6.0, 0.5
FOUND_WEIGHT = 2.0  # of what is a predicate against what is none


@dataclass(frozen=True, slots=True)
class Targets:
    """What is annotated of a sentence: `kinds` (words × KINDS) 0 or 1; `status` by word, IGNORED where it is no
    predicate or the sentence does not tell it; `edges` (predicate, word, role from 1); `bounds` (head word, first,
    last) of arguments."""

    kinds: list[list[int]]
    status: list[int]
    edges: list[tuple[int, int, int]]
    bounds: list[tuple[int, int, int]]


def targets(count: int, statements: Sequence[Statement]) -> Targets:
    """The statements of a sentence of `count` words as numbers."""
    kinds, status = [[0] * len(KINDS) for _ in range(count)], [IGNORED] * count
    edges: dict[tuple[int, int], int] = {}
    bounds: dict[int, tuple[int, int]] = {}
    for statement in statements:
        kinds[statement.word][KINDS.index(statement.kind)] = 1
        if statement.tells_status:
            status[statement.word] = STATUSES.index(statement.status)
        for argument in filter(None, (statement.subject, statement.object, *statement.others)):
            widest = bounds.setdefault(argument.head, (argument.first, argument.last))
            if argument.last - argument.first > widest[1] - widest[0]:
                bounds[argument.head] = argument.first, argument.last
            if argument.head != statement.word:
                edges.setdefault((statement.word, argument.head), 1 + ROLES.index(argument.role))
    spans = [(head, first, last) for head, (first, last) in bounds.items()]
    return Targets(kinds, status, [(p, w, role) for (p, w), role in edges.items()], spans)


@dataclass(frozen=True, slots=True)
class StatementScores:
    """`kinds` and `status` (batch, words, choices); `edges` (batch, predicates, words, 1 + roles), 0 for none; `bounds`
    (batch, 2, heads, words), of the first and the last word."""

    kinds: Tensor
    status: Tensor
    edges: Tensor
    bounds: Tensor


def _two(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, width), nn.GELU(), Dropout(0.2), nn.Linear(width, out))


def _narrow(width: int, to: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, to), nn.GELU(), Dropout(0.25))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def _bilinear(left: Tensor, matrices: Tensor, right: Tensor) -> Tensor:
    """Every word of `left` (batch, words, rows) with every one of `right` by each of the matrices (count, rows,
    columns): (batch, words, count, words)."""
    count, rows, columns = matrices.shape
    batch, words, _ = left.shape
    half = left.flatten(0, 1) @ matrices.permute(1, 0, 2).reshape(rows, count * columns)
    return (half.view(batch, words * count, columns) @ right.transpose(1, 2)).view(batch, words, count, words)


class StatementHeads(nn.Module):
    """From word vectors (batch, words, width) to `StatementScores`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.kinds, self.status = _two(width, len(KINDS)), _two(width, len(STATUSES))
        self.predicate, self.argument = _narrow(width, ROLE), _narrow(width, ROLE)
        self.roles = nn.Parameter(torch.randn(1 + len(ROLES), ROLE + 1, ROLE + 1) * 0.01)
        self.distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1, 1 + len(ROLES)))
        self.head, self.bound = _narrow(width, BOUND), _narrow(width, BOUND)
        self.ends = nn.Parameter(torch.randn(2, BOUND + 1, BOUND + 1) * 0.01)
        self.end_distance = nn.Parameter(torch.zeros(2, 2 * FARTHEST + 1))

    def forward(self, h: Tensor, words: Tensor) -> StatementScores:
        """`words` (batch, words) is 1 where there is a word."""
        far = torch.arange(h.shape[1])
        apart = (far[None] - far[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        predicates, arguments = _with_one(self.predicate(h)), _with_one(self.argument(h))
        edges = _bilinear(predicates, self.roles, arguments).transpose(2, 3) + self.distance[apart]
        heads, ends = _with_one(self.head(h)), _with_one(self.bound(h))
        bounds = _bilinear(heads, self.ends, ends).transpose(1, 2) + self.end_distance[:, apart]
        bounds = bounds.float().masked_fill(~words[:, None, None].bool(), NEVER)
        return StatementScores(self.kinds(h).float(), self.status(h).float(), edges.float(), bounds)


def loss_of_statements(heads: StatementHeads, h: Tensor, batch: Sequence[Targets | None], words: Tensor) -> Tensor:
    """The weighted sum of the four tasks over the sentences that are annotated, of word vectors `h` (batch, words,
    width)."""
    annotated = [(i, found) for i, found in enumerate(batch) if found is not None]
    if not annotated:
        return h.sum() * 0.0
    rows = torch.tensor([i for i, _ in annotated])
    scores, real = heads(h[rows], words[rows]), words[rows].bool()
    kinds, status = torch.zeros_like(scores.kinds), torch.full(real.shape, IGNORED)
    edges = torch.zeros(len(rows), *real.shape[1:], *real.shape[1:], dtype=torch.long)
    bounds = torch.full((len(rows), 2, real.shape[1]), IGNORED)
    for i, (_, found) in enumerate(annotated):
        count = len(found.kinds)
        kinds[i, :count] = torch.tensor(found.kinds, dtype=kinds.dtype)
        status[i, :count] = torch.tensor(found.status)
        for predicate, word, role in found.edges:
            edges[i, predicate, word] = role
        for head, first, last in found.bounds:
            bounds[i, 0, head], bounds[i, 1, head] = first, last
    loss = KIND_WEIGHT * F.binary_cross_entropy_with_logits(
        scores.kinds[real], kinds[real], pos_weight=torch.full((len(KINDS),), FOUND_WEIGHT)
    )
    pairs = (kinds.sum(-1) > 0)[:, :, None] & real[:, None]
    if not pairs.any():
        return loss
    loss = loss + EDGE_WEIGHT * F.cross_entropy(scores.edges[pairs], edges[pairs])
    loss = loss + BOUND_WEIGHT * F.cross_entropy(scores.bounds.flatten(0, 2), bounds.flatten(), ignore_index=IGNORED)
    if (status == IGNORED).all():
        return loss
    return loss + STATUS_WEIGHT * F.cross_entropy(scores.status.flatten(0, 1), status.flatten(), ignore_index=IGNORED)
