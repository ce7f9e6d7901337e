"""Students: shallow cuts of a trained network, to be trained on with its own labels beside the gold ones.

Keeping every second layer of a trained encoder loses little once it is trained on (Sanh et al. 2019, DistilBERT;
Sajjad et al. 2023, on which layers to drop).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import nn

from kg.training.corpus import Example, read_conllu
from kg.training.examples import Encoder
from kg.training.inventory import Labels
from kg.training.label import EWT, GSD_TAGS, Labelled, read_shards
from kg.training.network import Network
from kg.training.sources import BANKS, Source

SURE_NAME = 0.8
# Sentences an epoch from each kind of labelled text.
SILVER = {"gsd": 4500, "wikinews": 3500, "mix": 4000}


def kept_layers(count: int, of: int) -> list[int]:
    """Which `count` of `of` layers to keep: evenly spread, the first and the last among them."""
    if not 1 <= count <= of:
        raise ValueError(f"a student of {count} layers cannot be cut from {of}")
    return [round(i * (of - 1) / max(count - 1, 1)) for i in range(count)]


def cut(network: Network, layers: int) -> Network:
    """The network with so many layers only; the others' weights are shared with the given one."""
    kept = kept_layers(layers, len(network.encoder.layers))
    network.encoder.layers = nn.ModuleList(network.encoder.layers[i] for i in kept)
    return network


def with_banks(network: Network, labels: Labels, banks: Sequence[str] = BANKS) -> Labels:
    """Give `network` a vector for each of `banks`, a new one the mean of those it has; returns the labels with them.

    Raises ValueError where the banks do not begin with those of `labels`.
    """
    if tuple(banks[: len(labels.banks)]) != labels.banks:
        raise ValueError("treebanks may be added behind the known ones only")
    old = network.bank.weight.data
    wide = nn.Embedding(len(banks), old.shape[1])
    wide.weight.data[:] = old.mean(0, keepdim=True)
    wide.weight.data[: len(old)] = old
    network.bank = wide
    return replace(labels, banks=tuple(banks))


def with_taught_names(sources: Sequence[Source], folder: Path, labels: Labels) -> list[Source]:
    """The sources, with the teacher's names where it is sure of a word and people have marked none.

    There are few English names to learn from, and many English trees: their sentences take the teacher's names.
    """
    taught = {tuple(e.words): _sure_names(e.names, labels) for e in read_shards(folder, EWT)}
    return [
        replace(source, examples=[_named(example, taught) for example in source.examples])
        if source.name == "EWT"
        else source
        for source in sources
    ]


def _named(example: Example | Labelled, taught: Mapping[tuple[str, ...], list[str]]) -> Example | Labelled:
    names = taught.get(tuple(example.words))
    return replace(example, names=names) if names and isinstance(example, Example) and not example.names else example


def _sure_names(scores: NDArray[np.float16], labels: Labels) -> list[str]:
    """The best name label of each word, "?" where its probability is below `SURE_NAME`."""
    sure = np.exp(scores.max(1)) >= SURE_NAME
    return [labels.names[best] if certain else "?" for best, certain in zip(scores.argmax(1), sure, strict=True)]


def silver_sources(folder: Path, data: Path, encoder: Encoder) -> list[Source]:
    """What a teacher labelled, in `folder`; the sentences of GSD's training part with the gold tags they have."""
    tags = {tuple(e.words): e.upos for e in read_conllu(data / GSD_TAGS, "GSD")}
    sources = []
    for name, count in SILVER.items():
        found = [
            encoder.with_gold_tags(e, tags[tuple(e.words)]) if tuple(e.words) in tags else e
            for e in read_shards(folder, name)
        ]
        if found:
            sources.append(Source(name, found, count=min(count, len(found))))
    return sources
