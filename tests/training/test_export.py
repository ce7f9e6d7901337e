"""The int8 graph says what the network says, and the same of a sentence whatever stands beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
import onnxruntime as ort  # noqa: E402

from kg.parse.batches import OUTPUTS, Scores, feed, scores  # noqa: E402
from kg.parse.pieces import Pieces  # noqa: E402
from kg.training.export import export  # noqa: E402
from kg.training.network import Network  # noqa: E402

SHORT, LONG = Pieces([0, 7, 9, 8, 2], [1, 3], [2, 3]), Pieces([0, 30, 31, 32, 6, 17, 2], [1, 2, 4, 5], [1, 3, 4, 5])


@pytest.fixture
def session(network: Network, tmp_path: Path) -> ort.InferenceSession:
    with torch.no_grad():
        for value in network.parameters():
            value.add_(0.1 * torch.randn_like(value))
    export(network, tmp_path / "model.onnx")
    return ort.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])


def run(session: ort.InferenceSession, *batch: Pieces) -> list[Scores]:
    return list(scores(session.run(OUTPUTS, feed(batch, 1)), batch))


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """Correlation of two tables, each row less its mean."""
    rows = [(table - table.mean(-1, keepdims=True)).ravel() for table in (one, other)]
    return float(np.corrcoef(*rows)[0, 1])


def test_the_graph_agrees_with_the_network(network: Network, session: ort.InferenceSession) -> None:
    [found] = run(session, LONG)
    given = (torch.tensor([part]) for part in (LONG.ids, LONG.first, LONG.last))
    with torch.no_grad():
        expected = network.eval()(*given, torch.tensor([1]), None, None)
        labels = network.labels_under(expected, torch.tensor([[2, 0, 2, 3]]))
    assert likeness(found.arcs, expected.arcs[0].numpy()) > 0.98
    assert likeness(found.names, expected.names[0].numpy()) > 0.98
    assert likeness(found.labels([2, 0, 2, 3]), labels[0].numpy()) > 0.98
    assert found.feats.shape == (4, 2)
    assert (found.feats < [3, 2]).all()


def test_neighbours_change_nothing(session: ort.InferenceSession) -> None:
    alone, [_, beside] = run(session, SHORT), run(session, LONG, SHORT)
    for name in OUTPUTS:
        one, other = (getattr(s if hasattr(s, name) else s.statements, name) for s in (alone[0], beside))
        assert np.array_equal(one, other), name
