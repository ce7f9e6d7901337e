"""The steps from corpora to a shipped model. Each finds in the work folder what those before it left there.

``vocabulary/`` pieces kept · ``teacher/`` and ``student/`` checkpoints · ``teacher-model/`` the teacher as a model
folder · ``silver/`` labelled text.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from kg.parse.pieces import WordPieces
from kg.training.examples import Encoder, count_labels
from kg.training.export import write_folder
from kg.training.inventory import Labels
from kg.training.label import label_corpora
from kg.training.lemma_table import write_lemma_table
from kg.training.network import Network
from kg.training.news import news_source
from kg.training.noun_forms import write_noun_forms
from kg.training.score import score_model
from kg.training.shipped import embedding_rows, load_shipped, shape_of
from kg.training.sources import BANKS, Source, training_sources
from kg.training.student import silver_source, with_taught_trees
from kg.training.train import CHECKPOINT, Plan, Run
from kg.training.vocabulary import cut_vocabulary
from kg.training.weights import read_weights

LABELS, ROWS, TOKENIZER = "labels.json", "rows.json", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how much to train; `teacher` is the model folder that labels, `start` the one, if any, that
    is trained on."""

    data: Path
    work: Path
    weights: Path | None
    tokenizer: Path | None
    model: Path
    teacher: Path
    start: Path | None
    version: str
    layers: int
    threads: int
    plan: Plan

    def needed(self, name: str) -> Path:
        """The file that an option names. Raises SystemExit where it was not given."""
        path: Path | None = getattr(self, name)
        if path is None or not path.is_file():
            raise SystemExit(f"--{name}: {path or 'a file'} is needed for this step; see --help")
        return path


def say(line: str) -> None:
    print(line, flush=True)


def vocabulary(settings: Settings) -> None:
    """Cut the encoder's pieces down to those of the languages' news text."""
    cut_vocabulary(settings.needed("tokenizer"), settings.data, settings.work / "vocabulary")


def teacher(settings: Settings) -> None:
    """Train the whole encoder on all treebanks and names together, and write it as a model folder."""
    folder, pieces = settings.work / "teacher", settings.work / "vocabulary"
    folder.mkdir(parents=True, exist_ok=True)
    sources = training_sources(settings.data)
    labels = count_labels(sources)
    shutil.copy(pieces / TOKENIZER, folder / TOKENIZER)
    network = _untrained(settings, labels, json.loads((pieces / ROWS).read_text("utf-8")))
    learn(network, labels, sources, folder, settings.plan)
    _write(settings, settings.teacher, network, labels, folder / TOKENIZER)


def label(settings: Settings) -> None:
    """Have the teacher read sentences without trees; keep what it is sure of."""
    annotated = news_source().gold
    label_corpora(settings.teacher, settings.data, settings.work / "silver", annotated=annotated, report=say)


def student(settings: Settings) -> None:
    """Train the lowest layers of the encoder, or the model in `start`, on gold and labelled trees, names and annotated
    news."""
    folder, begin = settings.work / "student", settings.start or settings.teacher
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = folder / TOKENIZER
    tokenizer.write_bytes(gzip.decompress((begin / f"{TOKENIZER}.gz").read_bytes()))
    rows = embedding_rows(begin, settings.needed("tokenizer"))
    if settings.start:
        network, labels = load_shipped(begin)
        network.encoder.load_pieces(read_weights(settings.needed("weights"))[1], rows)
    else:
        labels = replace(Labels.load(begin / LABELS), banks=BANKS)
        network = _untrained(settings, labels, rows, layers=settings.layers)
    encoder = Encoder(labels, WordPieces.from_file(tokenizer))
    silver = settings.work / "silver"
    sources = [
        *training_sources(settings.data),
        with_taught_trees(news_source(), silver),
        silver_source(silver, settings.data, encoder),
    ]
    learn(network, labels, sources, folder, settings.plan)


def package(settings: Settings) -> None:
    """Write the student as the model folder to ship."""
    folder = settings.work / "student"
    network, labels = restore(folder)
    _write(settings, settings.model, network, labels, folder / TOKENIZER)


def evaluate(settings: Settings) -> None:
    """Print the scores of the shipped pipelines on held-out sentences."""
    for line in score_model(settings.data, threads=settings.threads):
        say(line)


STEPS: Mapping[str, Callable[[Settings], None]] = {
    step.__name__: step for step in (vocabulary, teacher, label, student, package, evaluate)
}


def restore(folder: Path) -> tuple[Network, Labels]:
    """The network and its labels as a run left them in `folder`."""
    labels = Labels.load(folder / LABELS)
    state: dict[str, Tensor] = torch.load(folder / CHECKPOINT)["network"]
    network = Network(labels, len(state["encoder.pieces.weight"]), shape_of(state))
    network.load_state_dict(state)
    return network, labels


def _untrained(settings: Settings, labels: Labels, rows: list[int], *, layers: int | None = None) -> Network:
    """A network of the encoder's lowest layers, all of them without `layers`; `rows` are the pieces kept, in order."""
    shape, tensors = read_weights(settings.needed("weights"))
    network = Network(labels, len(rows), replace(shape, layers=layers or shape.layers))
    network.encoder.load(tensors, rows)
    return network


def learn(network: Network, labels: Labels, sources: Sequence[Source], folder: Path, plan: Plan) -> None:
    """Train a network, or go on with it, by the checkpoint in `folder`, where its tokenizer is, too."""
    labels.save(folder / LABELS)
    encoder = Encoder(labels, WordPieces.from_file(folder / TOKENIZER))
    Run(network, sources, encoder, folder=folder, plan=plan).go(say)


def _write(settings: Settings, folder: Path, network: Network, labels: Labels, tokenizer: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_lemma_table(folder / "lemmas.tsv.gz", training_sources(settings.data))
    write_noun_forms(folder / "nouns.tsv.gz", settings.data)
    write_folder(folder, network=network, labels=labels, tokenizer=tokenizer, version=settings.version)
