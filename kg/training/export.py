"""The trained network as one int8 ONNX graph, and the model folder around it."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.parse.reader import OUTPUTS, weights_digest
from kg.training.inventory import Labels
from kg.training.network import NEVER, Network

OPSET = 17
LEMMAS = 5


class Graph(nn.Module):
    """The network as run time wants it: no padding, choices already made except for arcs and names.

    Outputs: arcs (b, w, w+1) log-probabilities; labels (b, w, w+1) the best label of each word under each head
    (``root`` under the root and nowhere else); pos (b, w); feats (b, w, features); lemmas (b, w, 5) the best rules;
    names (b, w, labels).
    """

    def __init__(self, network: Network, labels: Labels) -> None:
        super().__init__()
        self.network = network
        root = labels.deprels.index("root")
        self.root = root
        barred = torch.zeros(len(labels.deprels))
        barred[root] = NEVER
        self.register_buffer("barred", barred)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor, bank: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(ids, first, last, bank, None, None)
        everywhere = self.network.labels_everywhere(scores) + self.barred[None, None, :, None]
        below = everywhere[..., 1:].argmax(2)
        labels = torch.cat([torch.full_like(below[..., :1], self.root), below], dim=-1)
        feats = [part.argmax(-1) for part in scores.feats.split(self.network.sizes, dim=-1)]
        return (
            torch.log_softmax(scores.arcs, -1),
            labels,
            scores.pos.argmax(-1),
            torch.stack(feats, -1),
            scores.lemmas.topk(min(LEMMAS, scores.lemmas.shape[-1]), -1).indices,
            torch.log_softmax(scores.names, -1),
        )


def export(network: Network, labels: Labels, path: Path) -> None:
    """Write the int8 graph of `network` to `path`."""
    graph = Graph(network.eval(), labels).eval()
    ids = torch.randint(5, network.encoder.pieces.num_embeddings, (2, 24))
    at = torch.arange(1, 17)[None].repeat(2, 1)
    bank = torch.zeros(2, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        axes = {"ids": {0: "b", 1: "p"}, "first": {0: "b", 1: "w"}, "last": {0: "b", 1: "w"}, "bank": {0: "b"}}
        torch.onnx.export(
            graph,
            (ids, at, at + 1, bank),
            str(plain),
            input_names=["ids", "first", "last", "bank"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            dynamo=False,
            opset_version=OPSET,
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)
    onnx.checker.check_model(str(path))


def write_folder(folder: Path, *, network: Network, labels: Labels, tokenizer: Path, version: str) -> None:
    """The model folder that `kg.parse` reads: graph, labels, tokenizer and meta.json."""
    folder.mkdir(parents=True, exist_ok=True)
    export(network, labels, folder / "model.onnx")
    labels.save(folder / "labels.json")
    (folder / "tokenizer.json.gz").write_bytes(gzip.compress(tokenizer.read_bytes(), mtime=0))
    meta = {"name": folder.name, "version": version, "sha256": weights_digest(folder)}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")
