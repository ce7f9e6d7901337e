"""The shipped model: words of a sentence in, its analysis out. An ONNX graph run by onnxruntime."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from kg.errors import ModelNotFound
from kg.parse.lemma_table import LemmaTable
from kg.parse.names import allowed_steps, best_labels
from kg.parse.pieces import WordPieces
from kg.parse.trees import best_tree
from kg.parse.words import known_verbs, strong_forms, verb_infixes

OUTPUTS = ("arcs", "labels", "pos", "feats", "lemmas", "names")


@dataclass(frozen=True, slots=True)
class Reading:
    """The analysis of one sentence, one entry a word; `heads` count from 1, 0 is the root; `names` are BIO labels."""

    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """What the model's output numbers stand for."""

    deprels: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[tuple[str, tuple[str, ...]], ...]
    lemma_rules: tuple[str, ...]
    names: tuple[str, ...]
    banks: tuple[str, ...]

    @classmethod
    def from_file(cls, path: Path) -> Inventory:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        feats = tuple((name, tuple(values)) for name, values in data["feats"])
        lists = {key: tuple(data[key]) for key in ("deprels", "upos", "lemma_rules", "names", "banks")}
        return cls(feats=feats, **lists)


class Reader:
    """Reads sentences one at a time, so that an analysis never depends on what else is in the text.

    (Dynamic int8 quantisation scales by the whole batch, so batching would make it depend on the neighbours.)
    """

    def __init__(self, folder: Path, *, bank: str, threads: int = 0, language: str = "") -> None:
        """`bank` is the treebank whose conventions to follow; words of `language` help with lemmas.

        `threads` 0 uses every core. Raises ModelNotFound.
        """
        if not (folder / "model.onnx").is_file():
            raise ModelNotFound(f"no model in {folder}; reinstall kg")
        self.inventory = Inventory.from_file(folder / "labels.json")
        self._pieces = WordPieces.from_file(folder / "tokenizer.json.gz")
        self._session = _session(folder / "model.onnx")
        self._lemmas = LemmaTable.from_file(
            folder / "lemmas.tsv.gz",
            bank,
            forms=strong_forms(language),
            words=known_verbs(language),
            rules=self.inventory.lemma_rules,
            infixes=verb_infixes(language),
        )
        self._bank = np.array([self.inventory.banks.index(bank)], dtype=np.int64)
        self._steps = allowed_steps(self.inventory.names)
        self._threads = threads or len(os.sched_getaffinity(0))

    def read_all(self, sentences: Sequence[Sequence[str]]) -> Iterable[Reading]:
        """One reading for each sentence, in order."""
        if self._threads == 1 or len(sentences) < 2:
            return map(self.read, sentences)
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self.read, sentences))

    def read(self, words: Sequence[str]) -> Reading:
        """The analysis of one sentence of at least one word and at most some 250 (position embeddings end at 512)."""
        arcs, labels, pos, feats, lemmas, names = self.scores(words)
        heads = best_tree(arcs.astype(np.float64))
        known = self.inventory
        tags = [known.upos[p] for p in pos]
        rules = [[known.lemma_rules[r] for r in row] for row in lemmas]
        return Reading(
            heads=tuple(heads),
            deprels=tuple(known.deprels[labels[i, head]] for i, head in enumerate(heads)),
            upos=tuple(tags),
            feats=tuple(self._feats(row) for row in feats),
            lemmas=tuple(map(self._lemmas.lemma, words, tags, rules)),
            names=tuple(known.names[n] for n in best_labels(names.astype(np.float64), self._steps)),
        )

    def scores(self, words: Sequence[str]) -> list[NDArray[Any]]:
        """What the model says of one sentence, in the order of OUTPUTS; shapes in `kg.training.export.Graph`."""
        pieces = self._pieces.cut(words)
        feed = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "first": np.array([pieces.first], dtype=np.int64),
            "last": np.array([pieces.last], dtype=np.int64),
            "bank": self._bank,
        }
        return [output[0] for output in self._session.run(OUTPUTS, feed)]

    def _feats(self, row: NDArray[np.int64]) -> str:
        values = ((name, values[v]) for (name, values), v in zip(self.inventory.feats, row, strict=True))
        return "|".join(f"{name}={value}" for name, value in values if value)


def model_version(folder: Path) -> str:
    """The version of the model in `folder`: its number and the first twelve digits of the weights' SHA-256."""
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text("utf-8"))
    return f"{meta['version']}-{meta['sha256'][:12]}"


def weights_digest(folder: Path) -> str:
    """SHA-256 over the files that decide what the model says, hexadecimal."""
    digest = hashlib.sha256()
    for name in ("labels.json", "lemmas.tsv.gz", "model.onnx", "tokenizer.json.gz"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1  # sentences run side by side instead
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
