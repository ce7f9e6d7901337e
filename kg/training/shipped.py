"""A shipped model as a network again: where the next training begins, and what students are cut from.

The int8 weights of the ONNX graph are multiplied out; they lie within half a quantisation step of those trained. Word
embeddings, which training leaves as they are, come from the encoder's own file.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from kg.training.inventory import Labels
from kg.training.network import LABEL, Network
from kg.training.weights import EncoderShape

QUANTISED, SCALE = "_quantized", "_scale"
PREFIX = "network."


def load_shipped(folder: Path) -> tuple[Network, Labels]:
    """The network of a model folder, in float32, and its labels.

    Raises ValueError where the graph does not hold every weight of the network.
    """
    labels = Labels.load(folder / "labels.json")
    found = read_graph(folder / "model.onnx")
    network = Network(labels, len(found["encoder.pieces.weight"]), shape_of(found))
    missing, unknown = network.load_state_dict(found, strict=False)
    if missing or unknown:
        raise ValueError(f"{folder}: no weights for {missing}, no place for {unknown}")
    return network, labels


def shape_of(state: Mapping[str, Tensor]) -> EncoderShape:
    """Sizes of the encoder whose weights are in `state`; the number of attention heads is not seen in them."""
    return EncoderShape(
        width=len(state["encoder.kind"]),
        layers=len({name.split(".")[2] for name in state if name.startswith("encoder.layers.")}),
        inner=len(state["encoder.layers.0.widen.bias"]),
        positions=len(state["encoder.positions.weight"]),
    )


def embedding_rows(folder: Path, tokenizer: Path) -> list[int]:
    """Rows of the encoder's own embedding table that the pieces of a model folder stand for, in order."""
    own = json.loads(gzip.decompress((folder / "tokenizer.json.gz").read_bytes()))
    full = json.loads(tokenizer.read_text("utf-8"))
    row = {piece: i for i, (piece, _) in enumerate(full["model"]["vocab"])}
    return [row[piece] for piece, _ in own["model"]["vocab"]]


def read_graph(path: Path) -> dict[str, Tensor]:
    """Weights by their names in `Network`, from a graph that `kg.training.export` wrote."""
    graph = onnx.load(str(path)).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = {}
    for name, array in arrays.items():
        if name.startswith(PREFIX) and not name.endswith((QUANTISED, SCALE, "_zero_point")):
            state[name.removeprefix(PREFIX)] = torch.from_numpy(array.copy())
        elif name.startswith(PREFIX) and name.endswith(QUANTISED):
            stem = name.removesuffix(QUANTISED)
            state[stem.removeprefix(PREFIX)] = _multiplied_out(arrays, stem)
    for bias, stem in _matrices(graph, arrays):
        state[bias.removeprefix(PREFIX).removesuffix("bias") + "weight"] = _multiplied_out(arrays, stem).T.contiguous()
    return state | _renamed(graph, arrays)


def _multiplied_out(arrays: Mapping[str, np.ndarray], stem: str) -> Tensor:
    zero = arrays[stem + "_zero_point"].astype(np.float32)
    return torch.from_numpy((arrays[stem + QUANTISED].astype(np.float32) - zero) * arrays[stem + SCALE])


def _matrices(graph: onnx.GraphProto, arrays: Mapping[str, np.ndarray]) -> Sequence[tuple[str, str]]:
    """(name of the bias, stem of the matrix) of every linear layer: the bias is what is added to the product."""
    readers: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    pairs = []
    for node in graph.node:
        quantised = next((name for name in node.input if name.endswith(QUANTISED) and name in arrays), "")
        if node.op_type == "MatMulInteger" and quantised and not quantised.startswith(PREFIX):
            bias = _bias_behind(node.output[0], readers, arrays)
            if bias:
                pairs.append((bias, quantised.removesuffix(QUANTISED)))
    return pairs


def _bias_behind(output: str, readers: Mapping[str, list[onnx.NodeProto]], arrays: Mapping[str, np.ndarray]) -> str:
    """The bias added to a product once it is cast and scaled, "" for a product without one."""
    for node in readers.get(output, []):
        if node.op_type in ("Cast", "Mul"):
            return _bias_behind(node.output[0], readers, arrays)
        if node.op_type == "Add":
            return next((name for name in node.input if name in arrays), "")
    return ""


def _renamed(graph: onnx.GraphProto, arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
    """The root's vector and the label matrices, which the exporter folds into constants of other shapes."""
    roots = [array for name, array in arrays.items() if name.startswith("onnx::Expand") and array.ndim == 3]
    wide = [name for name, array in arrays.items() if name.endswith(QUANTISED) and array.shape[0] == LABEL + 1]
    labels = _multiplied_out(arrays, wide[0].removesuffix(QUANTISED))
    count = labels.shape[1] // (LABEL + 1)
    return {
        "root": torch.from_numpy(roots[0].reshape(-1).copy()),
        "label": labels.view(LABEL + 1, count, LABEL + 1).permute(1, 0, 2).contiguous(),
    }
