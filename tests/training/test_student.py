"""From a shipped model back to a network, and what a teacher says."""

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

from kg.model.predicates import Argument, PredicateKind, Role  # noqa: E402
from kg.parse.pieces import WordPieces  # noqa: E402
from kg.parse.predicates import STATUSES  # noqa: E402
from kg.parse.reader import Reader  # noqa: E402
from kg.training.alignment import Statement  # noqa: E402
from kg.training.corpus import Example  # noqa: E402
from kg.training.examples import IGNORED, Encoder, collate  # noqa: E402
from kg.training.export import export  # noqa: E402
from kg.training.inventory import Labels  # noqa: E402
from kg.training.label import Labelled, label_sentences, read_shards, write_shards  # noqa: E402
from kg.training.network import Network  # noqa: E402
from kg.training.shipped import load_shipped  # noqa: E402
from kg.training.sources import Source  # noqa: E402
from kg.training.statement_heads import targets  # noqa: E402
from kg.training.student import with_taught_trees  # noqa: E402
from kg.training.train import Weights, loss_of  # noqa: E402
from tests.training.toy import GOLD  # noqa: E402


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


def labelled(labels: Labels, *, head: int) -> Labelled:
    """GOLD as a teacher reads it that is sure of all heads but the first word's, which it hangs on `head`."""
    arcs = np.full((4, 5), -20.0, np.float16)
    for word, at in enumerate([head, *GOLD.heads[1:]]):
        arcs[word, at] = 0.0
    zeros = [0] * 4
    feats = [[0] * len(labels.feats)] * 4
    return Labelled(GOLD.words, "GSD", [head, *GOLD.heads[1:]], zeros, zeros, feats, zeros, arcs)


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
        return [arcs, whole, whole[:, 0], whole[:, :3], whole[:, :5]]


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


def test_annotated_news_take_the_trees_a_teacher_is_sure_of(labels: Labels, pieces: WordPieces, tmp_path: Path) -> None:
    said = (Statement(1, PredicateKind.EVENT, STATUSES[0], Argument(Role.SUBJECT, 0, 0, 0)),)
    read = Example(GOLD.words, "GSD", names=["B-PER", "O", "O", "O"], scheme="news", statements=said)
    (tmp_path / "annotated-GSD-000.pickle.gz").write_bytes(gzip.compress(pickle.dumps([labelled(labels, head=2)])))
    others = [replace(read, words=["a"] * 4), replace(read, bank="EWT")]
    taught, *untaught = with_taught_trees(Source("news", [read, *others], share=1), tmp_path).examples
    assert untaught == others
    assert isinstance(taught, Labelled)
    encoded = Encoder(labels, pieces).encode_labelled(taught)
    assert encoded
    assert encoded.heads == [2, *GOLD.heads[1:]]
    assert encoded.names == [labels.names.index(name) for name in read.names]
    assert encoded.statements == targets(4, said)
    batch = collate([encoded])
    assert batch.taught.tolist() == [True]
