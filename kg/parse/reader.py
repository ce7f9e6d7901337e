"""The shipped model: words of a sentence in, its analysis out. An ONNX graph run by onnxruntime."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from kg.errors import ModelNotFound
from kg.model.predicates import Predicate
from kg.parse.agreement import Agreement
from kg.parse.batches import OUTPUTS, PARSE, Scores, feed, grouped, scores
from kg.parse.boundaries import cuts
from kg.parse.lemma_table import LemmaTable
from kg.parse.names import allowed_steps, best_labels
from kg.parse.noun_forms import NounForms
from kg.parse.pieces import READABLE, Pieces, WordPieces
from kg.parse.predicates import read_predicates
from kg.parse.trees import best_tree
from kg.parse.words import article_forms, known_verbs, regular_forms, strong_forms, verb_infixes, verb_prefixes

ROOT, PUNCT = "root", "punct"
SIGNS = frozenset({"PUNCT", "SYM", "X"})  # tags of what may be punctuation
CACHED = 50_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The analysis of one sentence, one entry a word; `heads` count from 1, 0 is the root; `names` are BIO labels.

    `predicates` are what the sentence says, its words numbered from 0.
    """

    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    names: tuple[str, ...]
    predicates: tuple[Predicate, ...] = ()


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
    """Reads sentences side by side; what it says of one does not depend on the others."""

    def __init__(self, folder: Path, *, bank: str, threads: int = 0, language: str = "") -> None:
        """`bank` is the treebank whose conventions to follow; words of `language` help with lemmas.

        `threads` 0 uses every core. Raises ModelNotFound.
        """
        if not (folder / "model.onnx").is_file():
            raise ModelNotFound(f"no model in {folder}; reinstall kg")
        self.inventory = Inventory.from_file(folder / "labels.json")
        self._pieces = WordPieces.from_file(folder / "tokenizer.json.gz")
        self._model = folder / "model.onnx"
        self._lemmas = LemmaTable.from_file(
            folder / "lemmas.tsv.gz",
            bank,
            forms=chain(strong_forms(language), regular_forms(language)),
            words=known_verbs(language),
            rules=self.inventory.lemma_rules,
            infixes=verb_infixes(language),
            prefixes=verb_prefixes(language),
        )
        nouns = NounForms.from_file(folder / "nouns.tsv.gz", bank, article_forms(language))
        self._agreement = Agreement(nouns, dict(self.inventory.feats))
        self._bank = self.inventory.banks.index(bank)
        self._root, self._punct = map(self.inventory.deprels.index, (ROOT, PUNCT))
        self._steps = allowed_steps(self.inventory.names)
        self._feats = lru_cache(CACHED)(self._written_feats)
        self._lemma = lru_cache(CACHED)(self._made_lemma)
        self._threads = threads or len(os.sched_getaffinity(0))

    @cached_property
    def _session(self) -> ort.InferenceSession:
        """Made on first use: words and tables go with a fork, a session does not."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1  # batches run side by side instead
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return ort.InferenceSession(self._model, options, providers=["CPUExecutionProvider"])

    @cached_property
    def _outputs(self) -> list[str]:
        """What the graph gives: a model of before version 3 reads no statements."""
        there = {output.name for output in self._session.get_outputs()}
        return [name for name in OUTPUTS if name in there]

    def parts(self, words: Sequence[str]) -> list[int]:
        """Where the parts begin, each no longer than can be read at once, that a sentence is cut into."""
        return list(cuts(words, self._pieces.sizes(words), READABLE))

    def read_all(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """One reading for each sentence, in order.

        A sentence has at least one word, and at most as many as `parts` leaves together.
        """
        pieces = [self._pieces.cut(words) for words in sentences]
        batches = list(grouped(pieces))
        found: dict[int, Reading] = {}
        for batch, readings in zip(batches, self._each(batches, sentences, pieces), strict=True):
            found.update(zip(batch, readings, strict=True))
        return [found[i] for i in range(len(sentences))]

    def _each(
        self, batches: Sequence[list[int]], sentences: Sequence[Sequence[str]], pieces: Sequence[Pieces]
    ) -> Iterable[list[Reading]]:
        def read(batch: list[int]) -> list[Reading]:
            return self._read([sentences[i] for i in batch], [pieces[i] for i in batch])

        if self._threads == 1 or len(batches) < 2:
            return map(read, batches)
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(read, batches))

    def _read(self, sentences: Sequence[Sequence[str]], pieces: Sequence[Pieces]) -> list[Reading]:
        outputs = self._session.run(self._outputs, feed(pieces, self._bank))
        return list(map(self._reading, sentences, scores(outputs, pieces)))

    def scores(self, words: Sequence[str]) -> list[NDArray[Any]]:
        """What the model says of one sentence: arcs (words, words + 1) log-probabilities; labels, the number of the
        best one under each head; numbers of tags, features (words, features) and lemma rules (words, the best few)."""
        pieces = [self._pieces.cut(words)]
        [found] = scores(self._session.run(PARSE, feed(pieces, self._bank)), pieces)
        count = len(words)
        labels = np.full((count, count + 1), self._root)
        for head in range(1, count + 1):
            table = found.labels([head] * count)
            table[:, self._root] = -np.inf
            labels[:, head] = table.argmax(1)
        return [_log_softmax(found.arcs), labels, found.pos, found.feats, found.lemmas]

    def _reading(self, words: Sequence[str], found: Scores) -> Reading:
        known = self.inventory
        heads = best_tree(found.arcs.astype(np.float64))
        tags = [known.upos[p] for p in found.pos.tolist()]
        labels = tuple(self._labels(found, heads, tags))
        tags = list(_verbal(tags, heads, labels))
        feats = tuple(map(self._feats, self._agreement.of(words, heads, labels, tags, found.feats.tolist())))
        lemmas = map(self._lemma, words, tags, map(tuple, found.lemmas.tolist()), ["VerbForm=Fin" in f for f in feats])
        return Reading(
            heads=tuple(heads),
            deprels=labels,
            upos=tuple(tags),
            feats=feats,
            lemmas=tuple(lemmas),
            names=tuple(known.names[n] for n in best_labels(found.names.astype(np.float64), self._steps)),
            predicates=tuple(read_predicates(found.statements)) if found.statements else (),
        )

    def _labels(self, found: Scores, heads: Sequence[int], tags: Sequence[str]) -> Iterator[str]:
        """The best label of each word; ``root`` stands under the root and nowhere else, ``punct`` with no word."""
        table = found.labels(heads)
        table[:, self._root] = -np.inf
        table[[tag not in SIGNS for tag in tags], self._punct] = -np.inf
        for head, label in zip(heads, table.argmax(1).tolist(), strict=True):
            yield self.inventory.deprels[label] if head else ROOT

    def _made_lemma(self, word: str, tag: str, rules: tuple[int, ...], finite: bool) -> str:
        named = [self.inventory.lemma_rules[rule] for rule in rules]
        return self._lemmas.lemma(word, tag, named, finite=finite)

    def _written_feats(self, row: tuple[int, ...]) -> str:
        values = ((name, values[v]) for (name, values), v in zip(self.inventory.feats, row, strict=True))
        return "|".join(f"{name}={value}" for name, value in values if value)


def _verbal(tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]) -> Iterator[str]:
    """The tags, with verbs for adjectives that have an auxiliary and no copula ("sind zurückgetreten"): in Universal
    Dependencies these stand with verbs."""
    below: dict[int, set[str]] = {}
    for head, label in zip(heads, labels, strict=True):
        below.setdefault(head, set()).add(label)
    for i, tag in enumerate(tags, 1):
        own = below.get(i, set())
        yield "VERB" if tag == "ADJ" and own & {"aux", "aux:pass"} and "cop" not in own else tag


def _log_softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = values - values.max(-1, keepdims=True)
    found: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found


def model_version(folder: Path) -> str:
    """The version of the model in `folder`: its number and the first twelve digits of the weights' SHA-256."""
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text("utf-8"))
    return f"{meta['version']}-{meta['sha256'][:12]}"


def weights_digest(folder: Path) -> str:
    """SHA-256 over the files that decide what the model says, hexadecimal."""
    digest = hashlib.sha256()
    for name in ("labels.json", "lemmas.tsv.gz", "model.onnx", "nouns.tsv.gz", "tokenizer.json.gz"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
