"""Labelling sentences without trees with a model, for students to learn from (self-training, Yarowsky 1995; soft
targets after Hinton et al. 2015).

A sentence is kept where the teacher is sure of it: its tree agrees with the best head of nearly every word, and the
mean probability of its heads is high. Kept with it is the teacher's distribution over heads.
"""

from __future__ import annotations

import gzip
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.parse.reader import Reader
from kg.parse.trees import best_tree
from kg.training.alignment import Statement
from kg.training.corpus import Example, read_conllu

Report = Callable[[str], None]

GSD_TAGS = "pos/de_gsd-train.upos.conllu.gz"
GSD, ANNOTATED = "gsd", "annotated"
SHARD = 4_000
SURE = 0.85
WORDS = range(4, 61)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence as the teacher reads it; numbers are those of its labels.

    `arcs` (words, words + 1) are log-probabilities of heads, float16. `names`, by the idea of `scheme`, and
    `statements` are people's, where they have read the sentence, too.
    """

    words: list[str]
    bank: str
    heads: list[int]
    deprels: list[int]
    upos: list[int]
    feats: list[list[int]]
    lemmas: list[int]
    arcs: NDArray[np.float16]
    names: list[str] = field(default_factory=list)
    statements: tuple[Statement, ...] | None = None
    scheme: str = ""


def label_sentences(reader: Reader, sentences: Iterable[Sequence[str]], *, bank: str) -> Iterator[Labelled]:
    """The sentences of which `reader` is sure, as it reads them."""
    for words in sentences:
        if len(words) in WORDS:
            found = _label(reader, list(words), bank)
            if found:
                yield found


def _label(reader: Reader, words: list[str], bank: str) -> Labelled | None:
    arcs, labels, pos, feats, lemmas = reader.scores(words)
    heads = best_tree(arcs.astype(np.float64))
    rows = np.arange(len(words))
    if np.exp(arcs[rows, heads]).mean() < SURE:
        return None
    return Labelled(
        words=words,
        bank=bank,
        heads=[int(h) for h in heads],
        deprels=labels[rows, heads].tolist(),
        upos=pos.tolist(),
        feats=feats.tolist(),
        lemmas=lemmas[:, 0].tolist(),
        arcs=np.maximum(arcs, -30.0).astype(np.float16),
    )


def write_shards(
    reader: Reader, sentences: Iterable[Sequence[str]], folder: Path, *, name: str, bank: str, report: Report = print
) -> None:
    """Files ``NAME-000.pickle.gz`` …, each of what is kept of so many sentences. Those that are there already stay as
    they are, so that a run that was cut off goes on where it stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    source = iter(sentences)
    for number in count():
        shard = list(islice(source, SHARD))
        if not shard:
            return
        path = folder / f"{name}-{number:03}.pickle.gz"
        if not path.exists():
            kept = list(label_sentences(reader, shard, bank=bank))
            unfinished = path.with_suffix(".tmp")
            unfinished.write_bytes(gzip.compress(pickle.dumps(kept), 1, mtime=0))
            unfinished.replace(path)
            report(f"{path.name}: {len(kept)} of {len(shard)} sentences")


def read_shards(folder: Path, name: str) -> list[Labelled]:
    """Everything labelled so far under `name`, in order."""
    found: list[Labelled] = []
    for path in sorted(folder.glob(f"{name}-*.pickle.gz")):
        found.extend(pickle.loads(gzip.decompress(path.read_bytes())))
    return found


def label_corpora(model: Path, data: Path, folder: Path, *, annotated: Sequence[Example], report: Report) -> None:
    """Have the model folder `model` label the sentences of the annotated news and of GSD's training part."""
    english = Reader(model, bank="EWT", threads=1, language="en")
    german = Reader(model, bank="GSD", threads=1, language="de")
    for reader, bank in ((english, "EWT"), (german, "GSD")):
        read = (example.words for example in annotated if example.bank == bank)
        write_shards(reader, read, folder, name=f"{ANNOTATED}-{bank}", bank=bank, report=report)
    gsd = (example.words for example in read_conllu(data / GSD_TAGS, "GSD"))
    write_shards(german, gsd, folder, name=GSD, bank="GSD", report=report)
