"""Labelling raw text with a shipped model, for students to learn from (self-training, Yarowsky 1995; soft targets
after Hinton et al. 2015).

A sentence is kept where the teacher is sure of it: its tree agrees with the best head of nearly every word, and the
mean probability of its heads is high. Kept with it are the teacher's distributions over heads and over names.
"""

from __future__ import annotations

import gzip
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.parse.pipeline import load_pipeline
from kg.parse.reader import Reader
from kg.parse.trees import best_tree
from kg.training.corpus import read_conllu

Report = Callable[[str], None]

EWT, EWT_TREES = "ewt", "ud/English-EWT/en_ewt-ud-train.conllu.gz"
GSD_TAGS = "pos/de_gsd-train.upos.conllu.gz"
NEWS = "wikinews"
SHARD = 4_000
SURE = 0.85
WORDS = range(4, 61)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence as the teacher reads it; numbers are those of its labels.

    `arcs` (words, words + 1) are log-probabilities of heads, `names` (words, labels) of name labels, float16.
    """

    words: list[str]
    bank: str
    heads: list[int]
    deprels: list[int]
    upos: list[int]
    feats: list[list[int]]
    lemmas: list[int]
    arcs: NDArray[np.float16]
    names: NDArray[np.float16]


def label_sentences(reader: Reader, sentences: Iterable[Sequence[str]], *, bank: str) -> Iterator[Labelled]:
    """The sentences of which `reader` is sure, as it reads them."""
    for words in sentences:
        if len(words) in WORDS:
            found = _label(reader, list(words), bank)
            if found:
                yield found


def _label(reader: Reader, words: list[str], bank: str) -> Labelled | None:
    arcs, labels, pos, feats, lemmas, names = reader.scores(words)
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
        names=np.maximum(names, -30.0).astype(np.float16),
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


def raw_sentences(path: Path, *, is_wanted: Callable[[str], bool]) -> Iterator[list[str]]:
    """Words of the sentences in a gzipped table of source and text, of the sources wanted."""
    nlp = load_pipeline("de", threads=1)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, _, text = line.rstrip("\n").partition("\t")
            if is_wanted(source):
                yield [token.text for token in nlp.make_doc(text) if not token.is_space]


def label_corpora(model: Path, data: Path, folder: Path, *, report: Report = print) -> None:
    """Have the model folder `model` label the sentences of the training parts of English-EWT and of GSD, of Wikinews,
    and of all else in ``raw_de`` below `data`."""
    english = Reader(model, bank="EWT", threads=1, language="en")
    web = (example.words for example in read_conllu(data / EWT_TREES, "EWT"))
    write_shards(english, web, folder, name=EWT, bank="EWT", report=report)
    reader = Reader(model, bank="GSD", threads=1, language="de")
    mix = data / "raw_de" / "mix_clean.tsv.gz"
    gsd = (example.words for example in read_conllu(data / GSD_TAGS, "GSD"))
    news = raw_sentences(mix, is_wanted=lambda source: source == NEWS)
    rest = raw_sentences(mix, is_wanted=lambda source: source != NEWS)
    for name, sentences in (("gsd", gsd), (NEWS, news), ("mix", rest)):
        write_shards(reader, sentences, folder, name=name, bank="GSD", report=report)
