"""The training run: AdamW, warm-up and linear decay, bfloat16; a checkpoint after each epoch, from which it goes on."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (torch's own custom)
from torch import Tensor

from kg.training.examples import IGNORED, MAYBE_MISC, Batch, Encoder, epoch
from kg.training.network import Network, Scores
from kg.training.sources import Source
from kg.training.statement_heads import loss_of_statements

WARM_UP = 200
LEAST_RATE = 0.01
CLIP = 2.0
SAVE_EVERY = 500
CHECKPOINT = "last.pt"


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn. The rate falls to nothing at `epochs`, or after `minutes` where given."""

    epochs: int = 11
    minutes: float | None = None
    batch: int = 64
    encoder_rate: float = 3e-4
    head_rate: float = 2e-3
    decay: float = 0.01
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Weights:
    """What each task counts for in the loss."""

    upos: float = 0.4
    feats: float = 0.25
    mood: float = 0.75  # rare, and the mark of reported speech
    lemmas: float = 0.4
    names: float = 2.0
    statements: float = 1.0


class Run:
    """One training run of `network` on `sources`; `folder` holds the checkpoint."""

    def __init__(
        self, network: Network, sources: Sequence[Source], encoder: Encoder, *, folder: Path, plan: Plan
    ) -> None:
        self.network, self.sources, self.encoder = network, sources, encoder
        self.plan, self.path = plan, folder / CHECKPOINT
        self.done, self.step, self.used = 0, 0, 0.0
        self.steps = plan.epochs * math.ceil(sum(source.per_epoch for source in sources) / plan.batch)
        self.optimizer = torch.optim.AdamW(_groups(network, plan), weight_decay=plan.decay, fused=True)
        if self.path.exists():
            self._resume()

    def go(self, report: Callable[[str], None]) -> None:
        """Train to the end of the plan; `report` gets a line every hundred steps and after each epoch."""
        started = time.monotonic() - self.used
        while self.done < self.plan.epochs and self._progress() < 1:
            losses = []
            for batch in self._batches():
                losses.append(self._learn(batch))
                self.used = time.monotonic() - started
                if self.step % SAVE_EVERY == 0:
                    self._save()
                if self.step % 100 == 0:
                    report(f"step {self.step} loss {sum(losses[-100:]) / len(losses[-100:]):.3f} {self.used:.0f}s")
                if self._progress() >= 1:
                    break
            self.done += 1
            self._save()
            report(f"epoch {self.done} loss {sum(losses) / len(losses):.3f} {self.used:.0f}s")

    def _batches(self) -> list[Batch]:
        torch.manual_seed(self.plan.seed + self.done)
        chance = random.Random(self.plan.seed + self.done)
        return epoch(self.sources, self.encoder, size=self.plan.batch, chance=chance)

    def _progress(self) -> float:
        return self.step / self.steps if self.plan.minutes is None else self.used / (60 * self.plan.minutes)

    def _learn(self, batch: Batch) -> float:
        factor = min(1.0, (self.step + 1) / WARM_UP) * max(LEAST_RATE, 1 - self._progress())
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * factor
        self.network.train()
        loss = loss_of(self.network, batch, Weights())
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimizer.step()
        self.step += 1
        return loss.item()

    def _save(self) -> None:
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        state |= {"done": self.done, "step": self.step, "used": self.used}
        unfinished = self.path.with_suffix(".tmp")
        torch.save(state, unfinished)
        unfinished.replace(self.path)

    def _resume(self) -> None:
        state: dict[str, Any] = torch.load(self.path)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.done, self.step, self.used = state["done"], state["step"], state["used"]


def _groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return [{"params": encoder, "rate": plan.encoder_rate}, {"params": heads, "rate": plan.head_rate}]


def loss_of(network: Network, batch: Batch, weights: Weights) -> Tensor:
    """The joint loss: each task's mean over the words for which it has a target, weighted."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        h = network.vectors(batch.ids, batch.first, batch.last, batch.bank, batch.mask)
        scores = network.scores(h, batch.words, batch.scheme)
        labels = network.labels_under(scores, batch.heads)
        statements = loss_of_statements(network.statements, h, batch.statements, batch.words)
    loss = _arcs_loss(scores.arcs, batch) + _entropy(labels, batch.deprels)
    loss = loss + weights.upos * _entropy(scores.pos, batch.upos)
    loss = loss + weights.lemmas * _entropy(scores.lemmas, batch.lemmas)
    for k, part in enumerate(scores.feats.split(network.sizes, dim=-1)):
        weight = weights.mood if network.features[k] == "Mood" else weights.feats
        loss = loss + weight * _entropy(part, batch.feats[..., k])
    return loss + weights.names * _names_loss(scores, batch) + weights.statements * statements


def _entropy(scores: Tensor, target: Tensor) -> Tensor:
    if not (target >= 0).any():
        return scores.sum() * 0.0
    return F.cross_entropy(scores.float().flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def _arcs_loss(arcs: Tensor, batch: Batch) -> Tensor:
    """Cross entropy with the gold head, or with the teacher's distribution over heads."""
    logs = F.log_softmax(arcs.float(), -1)
    known = batch.heads != IGNORED
    if not known.any():
        return arcs.sum() * 0.0
    hard = logs.gather(-1, batch.heads.clamp(min=0)[..., None])[..., 0]
    soft = (batch.teacher_arcs * logs).sum(-1)
    return -torch.where(batch.taught[:, None], soft, hard)[known].mean()


def _names_loss(scores: Scores, batch: Batch) -> Tensor:
    """Cross entropy; where a corpus without MISC says O, either O or MISC is right (a partial label)."""
    target = batch.names
    known = target != IGNORED
    if not known.any():
        return scores.names.sum() * 0.0
    logs = F.log_softmax(scores.names.float(), -1)
    count = logs.shape[-1]
    # NAMES begins with O and ends with the two labels of MISC.
    either = torch.logsumexp(logs[..., [0, count - 2, count - 1]], -1)
    exact = logs.gather(-1, target.clamp(min=0)[..., None])[..., 0]
    return -torch.where(target == MAYBE_MISC, either, exact)[known].mean()
