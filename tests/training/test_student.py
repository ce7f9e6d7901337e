"""From a shipped model back to a network, its shallow cuts, and what a teacher says."""

from __future__ import annotations

import gzip
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from kg.parse.pieces import WordPieces  # noqa: E402
from kg.parse.reader import Reader  # noqa: E402
from kg.training.examples import IGNORED, Encoder, collate  # noqa: E402
from kg.training.export import export  # noqa: E402
from kg.training.inventory import Labels  # noqa: E402
from kg.training.label import Labelled, label_sentences, read_shards, write_shards  # noqa: E402
from kg.training.network import Network  # noqa: E402
from kg.training.shipped import load_shipped  # noqa: E402
from kg.training.sources import BANKS, Source  # noqa: E402
from kg.training.student import cut, kept_layers, with_banks, with_taught_names  # noqa: E402
from kg.training.train import Weights, loss_of  # noqa: E402
from tests.training.toy import GOLD  # noqa: E402


@pytest.mark.parametrize(
    ("count", "of", "kept"),
    [(12, 12, list(range(12))), (6, 12, [0, 2, 4, 7, 9, 11]), (2, 12, [0, 11]), (1, 12, [0])],
)
def test_kept_layers_are_spread_from_first_to_last(count: int, of: int, kept: list[int]) -> None:
    assert kept_layers(count, of) == kept


@pytest.mark.parametrize("count", [0, 13])
def test_a_student_is_no_deeper_than_its_teacher(count: int) -> None:
    with pytest.raises(ValueError, match="cannot be cut"):
        kept_layers(count, 12)


def test_a_shipped_graph_is_a_network_again(network: Network, labels: Labels, tmp_path: Path) -> None:
    with torch.no_grad():  # weights that are alike are written once
        for value in network.parameters():
            value.add_(0.1 * torch.randn_like(value))
    export(network, tmp_path / "model.onnx")
    labels.save(tmp_path / "labels.json")
    again, found = load_shipped(tmp_path)
    assert found == labels
    with torch.no_grad():
        network.arc[:, -1] = 0  # not written, for no choice depends on it
    step = 1 / 100  # int8: a two hundred and fifty-fifth of a weight's range, and that is a few units at most
    for name, value in network.state_dict().items():
        assert torch.allclose(again.state_dict()[name], value, atol=step * (1 + value.abs().max().item())), name


def test_a_cut_keeps_the_layers_it_says(network: Network) -> None:
    first, _, last = network.encoder.layers
    small = cut(network, 2)
    assert [layer is kept for layer, kept in zip(small.encoder.layers, (first, last), strict=True)] == [True, True]


def test_new_treebanks_come_behind_the_known_ones(network: Network, labels: Labels) -> None:
    old = network.bank.weight.detach().clone()
    more = with_banks(network, labels, (*BANKS, "XX"))
    assert more.banks == (*BANKS, "XX")
    assert torch.equal(network.bank.weight[: len(old)], old)
    assert torch.allclose(network.bank.weight[-1], old.mean(0))
    with pytest.raises(ValueError, match="behind the known"):
        with_banks(network, labels, BANKS[1:])


def labelled(labels: Labels, *, head: int) -> Labelled:
    """GOLD as a teacher reads it that is sure of all heads but the first word's, which it hangs on `head`."""
    arcs = np.full((4, 5), -20.0, np.float16)
    for word, at in enumerate([head, *GOLD.heads[1:]]):
        arcs[word, at] = 0.0
    names = np.full((4, len(labels.names)), -20.0, np.float16)
    names[:, 0] = 0.0
    zeros = [0] * 4
    feats = [[0] * len(labels.feats)] * 4
    return Labelled(GOLD.words, "GSD", [head, *GOLD.heads[1:]], zeros, zeros, feats, zeros, arcs, names)


def test_the_loss_follows_the_teacher(network: Network, labels: Labels, pieces: WordPieces) -> None:
    encoder = Encoder(labels, pieces)
    network.eval()
    losses = {}
    for head in (2, 3):
        batch = collate([e for e in [encoder.encode_labelled(labelled(labels, head=head))] if e])
        loss = loss_of(network, batch, Weights())
        network.zero_grad()
        loss.backward()
        losses[head] = network.arc.grad.clone()
    assert not torch.allclose(losses[2], losses[3])


def test_gold_beside_labelled_sentences_learns_as_alone(network: Network, labels: Labels, pieces: WordPieces) -> None:
    encoder = Encoder(labels, pieces)
    gold, silver = encoder.encode(GOLD), encoder.encode_labelled(labelled(labels, head=2))
    assert gold
    assert silver
    batch = collate([gold, silver])
    assert batch.taught.tolist() == [False, True]
    assert batch.teacher_arcs[0].sum() == 0
    assert batch.teacher_arcs[1].sum(-1).tolist() == pytest.approx([1.0] * 4, abs=1e-3)
    assert (batch.names[1] == IGNORED).all()


def test_gold_tags_replace_the_sure_ones_only(labels: Labels, pieces: WordPieces) -> None:
    own = labelled(replace(labels, upos=("ADP", "NOUN", "PUNCT", "VERB")), head=2)
    encoder = Encoder(replace(labels, upos=("ADP", "NOUN", "PUNCT", "VERB")), pieces)
    assert encoder.with_gold_tags(own, ["NOUN", "VERB", "NOUN", "PUNCT"]).upos == [1, 0, 1, 0]


class Sure(Reader):
    """A reader that is sure of everything, or of nothing."""

    def __init__(self, *, sure: bool) -> None:
        self.sure, self.read = sure, 0

    def scores(self, words: Sequence[str]) -> list[np.ndarray]:
        self.read += 1
        count = len(words)
        arcs = np.full((count, count + 1), -9.0 if self.sure else -np.log(count + 1), np.float32)
        arcs[:, 1] = 0.0 if self.sure else arcs[:, 1]
        arcs[0] = np.roll(arcs[0], -1)
        whole = np.zeros((count, count + 1), np.int64)
        return [arcs, whole, whole[:, 0], whole[:, :3], whole[:, :5], np.zeros((count, 9), np.float32)]


def test_only_what_the_teacher_is_sure_of_is_kept() -> None:
    words = ["Li", "traf", "Austin", "nicht", "."]
    (kept,) = label_sentences(Sure(sure=True), [words], bank="GSD")
    assert kept.heads == [0, 1, 1, 1, 1]
    assert list(label_sentences(Sure(sure=False), [words], bank="GSD")) == []
    assert list(label_sentences(Sure(sure=True), [words[:2]], bank="GSD")) == []


def test_labelling_goes_on_where_it_stopped(tmp_path: Path) -> None:
    words = ["Li", "traf", "Austin", "nicht", "."]
    first = Sure(sure=True)
    write_shards(first, [words] * 3, tmp_path, name="mix", bank="GSD", report=lambda line: None)
    again = Sure(sure=True)
    write_shards(again, [words] * 3, tmp_path, name="mix", bank="GSD", report=lambda line: None)
    assert (first.read, again.read) == (3, 0)
    assert [kept.words for kept in read_shards(tmp_path, "mix")] == [words] * 3


def test_english_trees_take_the_names_a_teacher_is_sure_of(labels: Labels, tmp_path: Path) -> None:
    unnamed = replace(GOLD, bank="EWT", names=[])
    own = labelled(labels, head=2)
    scores = np.log(np.full((4, len(labels.names)), 0.1 / len(labels.names)))
    best = [labels.names.index("B-PER"), 0, labels.names.index("B-PER"), 0]
    scores[range(4), best] = np.log([0.9, 0.9, 0.6, 0.9])
    (tmp_path / "ewt-000.pickle.gz").write_bytes(
        gzip.compress(pickle.dumps([replace(own, names=scores.astype(np.float16))]))
    )
    sources = [Source("EWT", [unnamed, replace(unnamed, names=["O"] * 4)], share=1), Source("GUM", [unnamed], share=1)]
    ewt, gum = with_taught_names(sources, tmp_path, labels)
    assert [example.names for example in ewt.gold] == [["B-PER", "O", "?", "O"], ["O"] * 4]
    assert gum.gold[0].names == []
