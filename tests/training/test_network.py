"""The network and its training on a toy scale; needs the extra `train`."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from kg.parse.pieces import WordPieces  # noqa: E402
from kg.training.dropout import dropout  # noqa: E402
from kg.training.examples import IGNORED, MAYBE_MISC, Encoder, collate, epoch, vary  # noqa: E402
from kg.training.inventory import Labels  # noqa: E402
from kg.training.network import Network  # noqa: E402
from kg.training.statement_heads import loss_of_statements  # noqa: E402
from kg.training.train import Plan, Run, Weights, loss_of  # noqa: E402
from tests.training.toy import GOLD, NAMED, SHAPE, SOURCES  # noqa: E402


def test_labels_are_counted(labels: Labels) -> None:
    assert labels.deprels == ("nsubj", "obj", "punct", "root")
    assert labels.feats == {"Case": ("", "Acc", "Nom"), "Mood": ("", "Ind")}


def test_labels_survive_a_file(labels: Labels, tmp_path: Path) -> None:
    labels.save(tmp_path / "labels.json")
    assert Labels.load(tmp_path / "labels.json") == labels


def test_what_is_not_annotated_is_ignored(labels: Labels, pieces: WordPieces) -> None:
    encoded = Encoder(labels, pieces).encode(NAMED)
    assert encoded is not None
    assert encoded.heads == [IGNORED] * 4
    assert encoded.names[0] == MAYBE_MISC
    assert encoded.names[2] == IGNORED
    assert {value for row in encoded.feats for value in row} == {IGNORED}


def test_padding_changes_nothing(network: Network, labels: Labels, pieces: WordPieces) -> None:
    encoder = Encoder(labels, pieces)
    short, long = (encoder.encode(e) for e in (GOLD, replace(GOLD, words=["Li", "trafa", "Austinaa", "."])))
    assert short
    assert long
    alone, padded = collate([short]), collate([short, long])
    network.eval()
    with torch.no_grad():
        one = network(alone.ids, alone.first, alone.last, alone.bank, None, None)
        two = network(padded.ids, padded.first, padded.last, padded.bank, padded.mask, padded.words)
    assert torch.allclose(one.arcs[0], two.arcs[0], atol=1e-4)
    assert torch.allclose(one.names[0], two.names[0], atol=1e-4)


def test_labels_everywhere_are_those_under_each_head(network: Network, labels: Labels, pieces: WordPieces) -> None:
    batch = collate([e for e in [Encoder(labels, pieces).encode(GOLD)] if e])
    network.eval()
    with torch.no_grad():
        scores = network(batch.ids, batch.first, batch.last, batch.bank, None, None)
        everywhere = network.labels_everywhere(scores)
        under = network.labels_under(scores, batch.heads)
    for word, head in enumerate(GOLD.heads):
        assert torch.allclose(everywhere[0, word, :, head], under[0, word], atol=1e-4)


def test_labels_under_unknown_heads_are_0(network: Network, labels: Labels, pieces: WordPieces) -> None:
    batch = collate([e for e in [Encoder(labels, pieces).encode(GOLD)] if e])
    heads = torch.tensor([[2, IGNORED, IGNORED, 2]])
    with torch.no_grad():
        under = network.labels_under(network(batch.ids, batch.first, batch.last, batch.bank, None, None), heads)
    assert under[0, 0].any()
    assert not under[0, 1:3].any()


def test_dropout_takes_its_share_and_keeps_the_mean() -> None:
    torch.manual_seed(1)
    x = torch.ones(400, 500)
    dropped = dropout(x, 0.25, training=True)
    assert dropped.unique().tolist() == pytest.approx([0, 1 / 0.75])
    assert (dropped == 0).float().mean().item() == pytest.approx(0.25, abs=0.01)
    assert not torch.equal(dropped, dropout(x, 0.25, training=True))
    assert dropout(x, 0.25, training=False) is x


def test_sentences_without_statements_do_not_count_among_those_with(
    network: Network, labels: Labels, pieces: WordPieces
) -> None:
    encoder = Encoder(labels, pieces)
    read = replace(GOLD, statements=())
    alone, beside = (collate([e for e in map(encoder.encode, those) if e]) for those in ([read], [read, GOLD]))
    heads = network.eval().statements

    def loss(batch: Any) -> float:
        h = network.vectors(batch.ids, batch.first, batch.last, batch.bank, batch.mask)
        return float(loss_of_statements(heads, h, batch.statements, batch.words).detach())

    assert loss(alone) == pytest.approx(loss(beside), rel=1e-4)
    assert loss(collate([e for e in [encoder.encode(GOLD)] if e])) == 0


def test_learns_a_sentence_by_heart_and_goes_on_from_a_checkpoint(
    network: Network, labels: Labels, pieces: WordPieces, tmp_path: Path
) -> None:
    encoder = Encoder(labels, pieces)
    batch = collate([e for e in [encoder.encode(GOLD)] if e])
    before = loss_of(network.eval(), batch, Weights()).item()
    plan = Plan(epochs=6, batch=4, encoder_rate=3e-3, head_rate=3e-2)
    lines: list[str] = []
    Run(network, SOURCES, encoder, folder=tmp_path, plan=plan).go(lines.append)
    assert loss_of(network.eval(), batch, Weights()).item() < before * 0.7
    assert lines[-1].startswith("epoch 6")
    other = Network(labels, 40, SHAPE)
    again = Run(other, SOURCES, encoder, folder=tmp_path, plan=plan)
    assert (again.done, again.step) == (6, 24)
    assert torch.equal(other.arc, network.arc)


def test_an_o_of_a_corpus_without_misc_may_be_misc(network: Network, labels: Labels, pieces: WordPieces) -> None:
    encoder = Encoder(labels, pieces)
    unsure = collate([e for e in [encoder.encode(replace(NAMED, names=["O"] * 4))] if e])
    sure = collate([e for e in [encoder.encode(replace(NAMED, names=["O"] * 4, has_misc=True))] if e])
    network.eval()
    assert loss_of(network, unsure, Weights()).item() < loss_of(network, sure, Weights()).item()


def test_an_epoch_is_the_same_for_the_same_seed(labels: Labels, pieces: WordPieces) -> None:
    encoder = Encoder(labels, pieces)
    one, two = (epoch(SOURCES, encoder, size=4, chance=random.Random(3)) for _ in range(2))
    assert [batch.ids.tolist() for batch in one] == [batch.ids.tolist() for batch in two]
    assert sum(len(batch.bank) for batch in one) == 16


def test_variation_keeps_the_tree_and_may_drop_the_full_stop() -> None:
    quoted = replace(GOLD, words=['"', "traf", '"', "."], heads=[2, 0, 2, 2])
    varied = [vary(quoted, random.Random(seed)) for seed in range(60)]
    assert {tuple(v.words[:3]) for v in varied} > {('"', "traf", '"'), ("„", "traf", "“")}
    assert {len(v.words) for v in varied} == {4}
    added = {"words": "a", "deprels": "x", "upos": "X", "feats": {}, "lemmas": "a", "names": "O"}
    lists: dict[str, Any] = {name: [value, *getattr(GOLD, name)] for name, value in added.items()}
    longer = replace(GOLD, heads=[3, 3, 0, 3, 3], **lists)
    lengths = {len(vary(longer, random.Random(seed)).words) for seed in range(200)}
    assert lengths == {4, 5}


def test_no_number_is_nan(network: Network, labels: Labels, pieces: WordPieces) -> None:
    batch = collate([e for e in [Encoder(labels, pieces).encode(NAMED)] if e])
    assert np.isfinite(loss_of(network, batch, Weights()).item())
