"""The trained network as one int8 ONNX graph, and the model folder around it.

The graph takes several sentences at once: pieces padded, words one after another. What it gives of a sentence does not
depend on the others (see `kg.training.graph`); `kg.parse.batches` makes its inputs.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx

from kg.parse.batches import OUTPUTS
from kg.parse.reader import weights_digest
from kg.training.graph import FLOAT, INT32, INT64, MICROSOFT, Floats, GraphWriter, Quantised, Range, Shaped
from kg.training.inventory import Labels
from kg.training.network import NEVER, Network
from kg.training.ranges import ranges_of
from kg.training.sources import BANKS, SCHEMES

LEMMAS = 5
SMOOTHING = 0.7
ASKED = {"GSD": "GermEval", "EWT": "UNER"}  # whose idea of a name is asked for, by treebank
INPUTS: dict[str, Shaped] = {
    "ids": (INT64, ("sentences", "pieces")),
    "lengths": (INT32, ("sentences",)),
    "first": (INT64, ("words",)),
    "last": (INT64, ("words",)),
    "bank": (INT64, ("one",)),
    "grid": (INT64, ("sentences", "longest")),
    "rooted": (INT64, ("sentences", "longest_and_root")),
}
MADE: dict[str, Shaped] = {
    "arcs": (FLOAT, ("sentences", "longest", "longest_and_root")),
    "label_dependents": (FLOAT, ("words", "labels", "label_width_and_bias")),
    "label_heads": (FLOAT, ("words_and_root", "label_width")),
    "pos": (INT64, ("words",)),
    "feats": (INT64, ("words", "features")),
    "lemmas": (INT64, ("words", "rules")),
    "names": (FLOAT, ("words", "name_labels")),
    "kinds": (FLOAT, ("words", "predicate_kinds")),
    "status": (FLOAT, ("words", "statuses")),
    "predicates": (FLOAT, ("words", "roles", "role_width_and_bias")),
    "arguments": (FLOAT, ("words", "role_width")),
    "distance": (FLOAT, ("distances", "roles")),
    "heads": (FLOAT, ("words", "ends", "end_width_and_bias")),
    "bounds": (FLOAT, ("words", "end_width")),
    "end_distance": (FLOAT, ("ends", "distances")),
}


class NetworkGraph:
    """Writes the graph of a network; what its inputs and outputs are, `kg.parse.batches` says."""

    def __init__(self, network: Network) -> None:
        self._write = GraphWriter()
        self._network = network
        self._state = {name: value.detach().float().cpu().numpy() for name, value in network.state_dict().items()}
        self._ranges = ranges_of(network.encoder)

    def model(self) -> onnx.ModelProto:
        words = self._words(self._pieces())
        taken = self._write.quantised_by_word(words)
        self._tags(taken, self._named(words))
        self._tree(words, taken)
        self._statements(taken)
        return self._write.model(INPUTS, {name: MADE[name] for name in OUTPUTS})

    def _linear(self, *names: str) -> tuple[Floats, Floats]:
        """Weights (in, out) and biases of linear layers side by side."""
        weights = [self._state[f"{name}.weight"].T for name in names]
        return np.concatenate(weights, 1), np.concatenate([self._state[f"{name}.bias"] for name in names])

    def _pieces(self) -> str:
        """Vectors of the pieces, one after another."""
        value = self._normed(self._embedded(), "norm")
        source = "norm"
        for i in range(len(self._network.encoder.layers)):
            value = self._attended(value, f"layers.{i}", self._ranges[source])
            value = self._widened(value, f"layers.{i}")
            source = f"layers.{i}.norm"
        return self._write.node("Reshape", value, self._write.numbers(-1, len(self._state["root"])))

    def _embedded(self) -> str:
        write = self._write
        values, steps = write.int8_rows("encoder.pieces", self._state["encoder.pieces.weight"])
        pieces = write.node("Cast", write.node("Gather", values, "ids"), to=FLOAT)
        pieces = write.node("Mul", pieces, write.node("Gather", steps, "ids"))
        places = write.floats("encoder.positions", self._state["encoder.positions.weight"])
        kind = write.floats("encoder.kind", self._state["encoder.kind"])
        zero, one, two = (write.numbers(i) for i in range(3))
        length = write.node("Slice", write.node("Shape", "ids"), one, two)
        there = write.node("Add", write.node("Slice", places, zero, length, zero), kind)
        return write.node("Add", pieces, there)

    def _normed(self, value: str, name: str) -> str:
        """Addition and LayerNormalization are much faster than onnxruntime's SkipLayerNormalization."""
        parts = [f"encoder.{name}.{part}" for part in ("weight", "bias")]
        scale, bias = (self._write.floats(part, self._state[part]) for part in parts)
        epsilon = self._network.encoder.norm.eps
        return self._write.node("LayerNormalization", value, scale, bias, epsilon=epsilon, axis=-1)

    def _attended(self, value: str, layer: str, known: Range) -> str:
        write, names = self._write, [f"encoder.{layer}.{part}" for part in ("query", "key", "value")]
        name = "+".join(names)
        weights, bias = self._linear(*names)
        smooth = known.smoothing(weights, SMOOTHING)
        given = write.quantised(value, name, known, smooth)
        matrix, steps, nothing = write.int8(name, weights * smooth[:, None])
        offset = write.floats(f"{name}/bias", bias)
        mixed = write.node(
            "QAttention",
            *(given.values, matrix, offset, given.scale, steps, "lengths", given.zero, nothing),
            domain=MICROSOFT,
            num_heads=self._network.encoder.layers[0].heads,
        )
        out = self._product(mixed, f"encoder.{layer}.out", self._ranges[f"{layer}.out"])
        return self._normed(write.node("Add", value, out), f"{layer}.attention_norm")

    def _widened(self, value: str, layer: str) -> str:
        stem, known = f"encoder.{layer}", self._ranges[f"{layer}.attention_norm"]
        smooth = known.smoothing(self._linear(f"{stem}.widen")[0], SMOOTHING)
        wide = self._gelu(self._product(value, f"{stem}.widen", known, smooth))
        narrow = self._product(wide, f"{stem}.narrow", self._ranges[f"{layer}.narrow"])
        return self._normed(self._write.node("Add", value, narrow), f"{layer}.norm")

    def _product(self, value: str, name: str, known: Range, smooth: Floats | None = None) -> str:
        return self._write.product(self._write.quantised(value, name, known, smooth), name, *self._linear(name))

    def _gelu(self, value: str) -> str:
        return self._write.node("Gelu", value, domain=MICROSOFT)

    def _words(self, pieces: str) -> str:
        """Vectors of the words, one after another."""
        write = self._write
        first, last = (write.node("Gather", pieces, at) for at in ("first", "last"))
        last = write.product(write.quantised_by_word(last), "last", *self._linear("last"))
        bank = write.node("Gather", write.floats("banks", self._state["bank.weight"]), "bank")
        return write.node("Add", write.node("Add", first, last), bank)

    def _tags(self, words: Quantised, named: Quantised) -> None:
        """Tags, features and lemma rules in one product, then names."""
        write, sizes = self._write, self._network.sizes
        features, widest = len(sizes), max(sizes)
        weights, bias = self._linear("pos", "lemmas")
        spread, spread_bias = _spread(*self._linear("feats"), sizes)
        every = np.concatenate([weights, spread], 1), np.concatenate([bias, spread_bias])
        tags, rules = (len(self._state[f"{name}.bias"]) for name in ("pos", "lemmas"))
        found = write.product(words, "pos+lemmas+feats", *every)
        pos, lemmas, feats = write.split(found, tags, rules, features * widest)
        write.node("ArgMax", pos, name="pos", axis=-1, keepdims=0)
        feats = write.node("Reshape", feats, write.numbers(-1, features, widest))
        write.node("ArgMax", feats, name="feats", axis=-1, keepdims=0)
        write.node("Identity", write.best(lemmas, min(LEMMAS, rules)), name="lemmas")
        inner = self._gelu(write.product(named, "names_inner.0", *self._linear("names_inner.0")))
        names = write.product(write.quantised_by_word(inner), "names", *self._linear("names"))
        write.node("Identity", names, name="names")

    def _named(self, words: str) -> Quantised:
        """The words with the scheme of names that is asked for in the language of the treebank."""
        write = self._write
        asked = write.node("Gather", write.constant("asked", np.array([_asked(bank) for bank in BANKS])), "bank")
        scheme = write.node("Gather", write.floats("schemes", self._state["scheme.weight"]), asked)
        return write.quantised_by_word(write.node("Add", words, scheme))

    def _statements(self, words: Quantised) -> None:
        """Kinds and status of predicates; of edges and ends only the side of the predicates and heads."""
        write, stem = self._write, "statements"
        for name in ("kinds", "status"):
            inner = self._gelu(write.product(words, f"{stem}.{name}.0", *self._linear(f"{stem}.{name}.0")))
            last = write.product(write.quantised_by_word(inner), f"{stem}.{name}.3", *self._linear(f"{stem}.{name}.3"))
            write.node("Identity", last, name=name)
        sides = ("predicate", "argument", "head", "bound")
        predicates, arguments, heads, bounds = self._hidden(words, *(f"{stem}.{side}" for side in sides))
        self._bilinear(predicates, f"{stem}.roles", "predicates")
        self._bilinear(heads, f"{stem}.ends", "heads")
        write.node("Identity", arguments, name="arguments")
        write.node("Identity", bounds, name="bounds")
        for name in ("distance", "end_distance"):
            write.node("Identity", write.floats(f"{stem}.{name}", self._state[f"{stem}.{name}"]), name=name)

    def _bilinear(self, words: str, matrices: str, name: str) -> None:
        """(words, choices, n + 1): one side of a product with a matrix for each choice."""
        write, every = self._write, self._state[matrices]
        count, size, both = len(every), every.shape[1] - 1, every.shape[2]
        matrix, offset = every[:, :size].transpose(1, 0, 2).reshape(size, -1), every[:, size].reshape(-1)
        asked = write.product(write.quantised_by_word(words), matrices, matrix, offset)
        write.node("Reshape", asked, write.numbers(-1, count, both), name=name)

    def _tree(self, words: str, taken: Quantised) -> None:
        """Both bilinear products: of arcs within sentences, of labels only the side of the dependents."""
        write, arc = self._write, self._state["arc"]
        root = write.floats("root", self._state["root"][None])
        heads = write.quantised_by_word(write.node("Concat", words, root, axis=0))
        arc_heads, label_heads = self._hidden(heads, "arc_head", "label_head")
        arc_dependents, label_dependents = self._hidden(taken, "arc_dependent", "label_dependent")
        size = len(arc) - 1
        asked = write.product(write.quantised_by_word(arc_dependents), "arc", arc[:size, :size], arc[size, :size])
        rows, columns = write.node("Gather", asked, "grid"), write.node("Gather", arc_heads, "rooted")
        write.node("FusedMatMul", rows, columns, name="arcs", domain=MICROSOFT, transB=1)
        self._bilinear(label_dependents, "label", "label_dependents")
        write.node("Identity", label_heads, name="label_heads")

    def _hidden(self, words: Quantised, *names: str) -> list[str]:
        names = tuple(f"{name}.0" for name in names)
        wide = self._gelu(self._write.product(words, "+".join(names), *self._linear(*names)))
        return self._write.split(wide, *(len(self._state[f"{name}.bias"]) for name in names))


def _asked(bank: str) -> int:
    return SCHEMES.index(ASKED.get(bank, ""))


def _spread(weights: Floats, bias: Floats, sizes: Sequence[int]) -> tuple[Floats, Floats]:
    """Weights and biases with as many columns for each feature as the largest has; those added are never best."""
    widest = max(sizes)
    wide = np.zeros((len(weights), len(sizes) * widest), dtype=np.float32)
    offset = np.full(len(sizes) * widest, NEVER, dtype=np.float32)
    column = 0
    for i, size in enumerate(sizes):
        wide[:, i * widest : i * widest + size] = weights[:, column : column + size]
        offset[i * widest : i * widest + size] = bias[column : column + size]
        column += size
    return wide, offset


def export(network: Network, path: Path) -> None:
    """Write the int8 graph of `network` to `path`."""
    model = NetworkGraph(network.eval()).model()
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def write_folder(folder: Path, *, network: Network, labels: Labels, tokenizer: Path, version: str) -> None:
    """The model folder that `kg.parse` reads: graph, labels, tokenizer and meta.json."""
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder / "model.onnx")
    labels.save(folder / "labels.json")
    (folder / "tokenizer.json.gz").write_bytes(gzip.compress(tokenizer.read_bytes(), mtime=0))
    meta = {"name": folder.name, "version": version, "sha256": weights_digest(folder)}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")
