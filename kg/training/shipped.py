"""A shipped model as a network again: where the next training begins, and what students are cut from.

The int8 weights of the ONNX graph are multiplied out; they lie within half a quantisation step of those trained. Word
embeddings, which training leaves as they are, come from the encoder's own file.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from kg.parse.predicates import ROLES
from kg.training.graph import Floats
from kg.training.inventory import Labels
from kg.training.network import ARC, LABEL, Network
from kg.training.statement_heads import BOUND, ROLE
from kg.training.weights import EncoderShape

WEIGHTS = "/weights"
NORMS = ("norm.weight", "norm.bias")
LATER = ("statements.", "scheme.")  # heads that older models do not have


def load_shipped(folder: Path) -> tuple[Network, Labels]:
    """The network of a model folder, in float32, and its labels.

    Raises ValueError where the graph does not hold every weight of the network.
    """
    labels = Labels.load(folder / "labels.json")
    found = read_graph(folder / "model.onnx", labels)
    network = Network(labels, len(found["encoder.pieces.weight"]), shape_of(found))
    missing, unknown = network.load_state_dict(found, strict=False)
    missing = [name for name in missing if not name.startswith(LATER)]
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


def read_graph(path: Path, labels: Labels) -> dict[str, Tensor]:
    """Weights by their names in `Network`, from a graph that `kg.training.export` wrote.

    The last column of the arc matrix, which says nothing about the choice of heads, is not in the graph; it is 0 here.
    """
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(str(path)).graph.initializer}
    found = {name: array for name, array in arrays.items() if name.endswith(NORMS)}
    found["encoder.positions.weight"] = arrays["encoder.positions"]
    found["encoder.kind"] = arrays["encoder.kind"]
    found["encoder.pieces.weight"] = arrays["encoder.pieces/rows"] * arrays["encoder.pieces/scale"]
    found["bank.weight"], found["root"] = arrays["banks"], arrays["root"][0]
    found |= {name: array for name, array in arrays.items() if name.endswith("distance")}
    if "schemes" in arrays:
        found["scheme.weight"] = arrays["schemes"]
    products = [name.removesuffix(WEIGHTS) for name in arrays if name.endswith(WEIGHTS)]
    for name in products:
        weights, bias = _multiplied_out(arrays, name), arrays[f"{name}/bias"]
        if name == "arc":
            found[name] = np.pad(np.vstack([weights, bias]), ((0, 0), (0, 1)))
        elif name in ("label", "statements.roles", "statements.ends"):
            both = np.vstack([weights, bias])
            found[name] = both.reshape(len(both), _matrices(name, labels), -1).transpose(1, 0, 2)
        else:
            found.update(_parts(name, weights, bias, labels))
    return {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in found.items()}


def _multiplied_out(arrays: Mapping[str, Floats], name: str) -> Floats:
    weights: Floats = arrays[name + WEIGHTS] * arrays[f"{name}/scale"]
    smooth = arrays.get(f"{name}/smooth")
    return weights if smooth is None else weights * smooth[:, None]


def _parts(name: str, weights: Floats, bias: Floats, labels: Labels) -> Iterator[tuple[str, Floats]]:
    """Weights and biases of the linear layers that stand side by side in a product."""
    names = name.split("+")
    sizes = _sizes(names, weights.shape[1], labels)
    column = 0
    for part, columns in zip(names, sizes, strict=True):
        yield f"{part}.weight", weights[:, [column + k for k in columns]].T
        yield f"{part}.bias", bias[[column + k for k in columns]]
        column += columns[-1] + 1 if part != "feats" else 0


def _sizes(names: Sequence[str], width: int, labels: Labels) -> list[list[int]]:
    """Which columns, from where it begins, each layer has; those that features were filled up with are left out."""
    if names[-1] == "feats":
        values = [len(v) for v in labels.feats.values()]
        feats = [i * max(values) + k for i, size in enumerate(values) for k in range(size)]
        return [list(range(len(labels.upos))), list(range(len(labels.lemma_rules))), feats]
    if len(names) == 1 or names[0].startswith("encoder."):
        return [list(range(width // len(names)))] * len(names)
    sizes = (ROLE, ROLE, BOUND, BOUND) if names[0].startswith("statements.") else (ARC, LABEL)
    return [list(range(size)) for size in sizes]


def _matrices(name: str, labels: Labels) -> int:
    """How many matrices a bilinear product has side by side."""
    return {"label": len(labels.deprels), "statements.roles": 1 + len(ROLES), "statements.ends": 2}[name]
