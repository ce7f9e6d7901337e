"""The network: a multilingual encoder, and on its words a biaffine parser, taggers, lemma rules and names.

Encoder as in BERT/XLM-R (post-norm). Parser after Dozat and Manning (2017): arcs of 300, labels of 128. A word's
vector is that of its first piece plus a projection, zero at the start, of its last piece plus that of the treebank
whose conventions hold (Stymne et al. 2018).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 (torch's own custom)
from torch import Tensor, nn

from kg.training.dropout import Dropout, dropout
from kg.training.inventory import Labels
from kg.training.sources import SCHEMES
from kg.training.statement_heads import StatementHeads
from kg.training.weights import EncoderShape

ARC, LABEL = 300, 128
NEVER = -1e9


class Layer(nn.Module):
    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)

    def forward(self, x: Tensor, mask: Tensor | None, share: float) -> Tensor:
        batch, length, width = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        # Written out: on a processor it is learnt a fifth faster than torch's own attention.
        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) * (width // self.heads) ** -0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, NEVER)
        mixed = scores.softmax(-1) @ split(self.value(x))
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.attention_norm(x + dropout(mixed, share, self.training))
        inner = self.narrow(F.gelu(self.widen(x)))
        normed: Tensor = self.norm(x + dropout(inner, share, self.training))
        return normed


class Encoder(nn.Module):
    def __init__(self, shape: EncoderShape, pieces: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, shape.width)
        self.pieces.weight.requires_grad_(False)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids: Tensor, mask: Tensor | None, share: float = 0.1) -> Tensor:
        """Vectors (batch, pieces, width). `mask` is (batch, pieces), 1 where there is a piece; None where all are."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]][None] + self.kind
        x = dropout(self.norm(x), share, self.training)
        if torch.is_autocast_enabled("cpu"):
            x = x.to(torch.get_autocast_dtype("cpu"))  # once, or every layer does it for each of its products
        seen = None if mask is None else mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, seen, share)
        return x

    def load(self, tensors: Mapping[str, Tensor], rows: list[int]) -> None:
        """Start from the tensors of `read_weights`; `rows` are the pieces kept, in order."""
        own = {
            "pieces.weight": self._rows(tensors, rows),
            "positions.weight": tensors["emb.pos"],
            "kind": tensors["emb.type"].view(2, -1)[0],
            "norm.weight": tensors["emb.ln.w"],
            "norm.bias": tensors["emb.ln.b"],
        }
        parts = {"q": "query", "k": "key", "v": "value", "ao": "out", "fi": "widen", "fo": "narrow"}
        parts |= {"aln": "attention_norm", "oln": "norm"}
        for i in range(len(self.layers)):
            for theirs, ours in parts.items():
                own[f"layers.{i}.{ours}.weight"] = tensors[f"l{i}.{theirs}.w"]
                own[f"layers.{i}.{ours}.bias"] = tensors[f"l{i}.{theirs}.b"]
        state = self.state_dict()
        self.load_state_dict({name: own[name].view_as(value) for name, value in state.items()})

    def load_pieces(self, tensors: Mapping[str, Tensor], rows: list[int]) -> None:
        """The word pieces alone from the tensors of `read_weights`; `rows` as in `load`."""
        self.pieces.weight.data[:] = self._rows(tensors, rows)

    def _rows(self, tensors: Mapping[str, Tensor], rows: list[int]) -> Tensor:
        return tensors["emb.word"].view(-1, self.kind.shape[0])[torch.tensor(rows)]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of a batch. `arcs` (batch, words, words + 1); the others (batch, words, choices)."""

    arcs: Tensor
    label_heads: Tensor
    label_dependents: Tensor
    pos: Tensor
    feats: Tensor
    lemmas: Tensor
    names: Tensor


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def _narrow(width: int, to: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, to), nn.GELU(), Dropout(0.25))


class Network(nn.Module):
    def __init__(self, labels: Labels, pieces: int, shape: EncoderShape) -> None:
        super().__init__()
        width = shape.width
        self.features = list(labels.feats)
        self.sizes = [len(values) for values in labels.feats.values()]
        self.encoder = Encoder(shape, pieces)
        self.last = nn.Linear(width, width)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)
        self.bank = nn.Embedding(len(labels.banks), width)
        nn.init.normal_(self.bank.weight, std=0.02)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc_head, self.arc_dependent = _narrow(width, ARC), _narrow(width, ARC)
        self.label_head, self.label_dependent = _narrow(width, LABEL), _narrow(width, LABEL)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC + 1) * 0.01)
        self.label = nn.Parameter(torch.randn(len(labels.deprels), LABEL + 1, LABEL + 1) * 0.01)
        self.pos = nn.Linear(width, len(labels.upos))
        self.feats = nn.Linear(width, sum(self.sizes))
        self.lemmas = nn.Linear(width, len(labels.lemma_rules))
        self.names_inner = nn.Sequential(nn.Linear(width, width), nn.GELU(), Dropout(0.2))
        self.names = nn.Linear(width, len(labels.names))
        self.scheme = nn.Embedding(len(SCHEMES), width)
        nn.init.zeros_(self.scheme.weight)
        self.statements = StatementHeads(width)

    def forward(  # noqa: PLR0917 (torch calls it by position when it exports)
        self, ids: Tensor, first: Tensor, last: Tensor, bank: Tensor, mask: Tensor | None, words: Tensor | None
    ) -> Scores:
        """Scores of a batch. `first` and `last` (batch, words) are piece positions; `mask` and `words` are 1 where
        there is a piece, a word; None where the batch has no padding."""
        return self.scores(self.vectors(ids, first, last, bank, mask), words)

    def vectors(self, ids: Tensor, first: Tensor, last: Tensor, bank: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors of the words (batch, words, width)."""
        pieces = self.encoder(ids, mask)

        def gather(at: Tensor) -> Tensor:
            return torch.gather(pieces, 1, at[..., None].expand(-1, -1, pieces.shape[-1]))

        return dropout(gather(first) + self.last(gather(last)) + self.bank(bank)[:, None], 0.2, self.training)

    def scores(self, h: Tensor, words: Tensor | None, scheme: Tensor | None = None) -> Scores:
        """What the heads of the parse say of word vectors; names by each sentence's `scheme` (batch)."""
        rooted = torch.cat([self.root[None, None].expand(h.shape[0], 1, -1).to(h.dtype), h], dim=1)
        arcs = (_with_one(self.arc_dependent(h)) @ self.arc @ _with_one(self.arc_head(rooted)).transpose(1, 2)).float()
        if words is not None:
            heads = torch.cat([torch.ones_like(words[:, :1]), words], dim=1)
            arcs = arcs.masked_fill(~heads[:, None, :].bool(), NEVER)
        return Scores(
            arcs,
            _with_one(self.label_head(rooted)),
            _with_one(self.label_dependent(h)),
            self.pos(h),
            self.feats(h),
            self.lemmas(h),
            self.names(self.names_inner(h if scheme is None else h + self.scheme(scheme)[:, None])),
        )

    def labels_under(self, scores: Scores, heads: Tensor) -> Tensor:
        """Label scores (batch, words, labels) under the given `heads` (batch, words), 0 the root; 0 where a head is
        negative, unknown."""
        known = heads >= 0
        dependents = scores.label_dependents[known]
        chosen = torch.gather(scores.label_heads, 1, heads.clamp(min=0)[..., None].expand_as(scores.label_dependents))
        found = (self._half_labels(dependents) * chosen[known][:, None]).sum(-1)
        return found.new_zeros(*heads.shape, found.shape[-1]).index_put((known,), found)

    def labels_everywhere(self, scores: Scores) -> Tensor:
        """Label scores (batch, words, labels, words + 1) of every word under every head."""
        batch, words, _ = scores.label_dependents.shape
        half = self._half_labels(scores.label_dependents.flatten(0, 1))
        return (half.view(batch, -1, half.shape[-1]) @ scores.label_heads.transpose(1, 2)).view(
            batch, words, -1, words + 1
        )

    def _half_labels(self, dependents: Tensor) -> Tensor:
        """The product of dependents (words, rows) with the matrix of each label (words, labels, columns)."""
        count, rows, columns = self.label.shape
        matrix = self.label.permute(1, 0, 2).reshape(rows, count * columns)
        return (dependents @ matrix).view(-1, count, columns)
