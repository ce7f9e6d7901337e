"""The steps from corpora to a shipped model. Each finds in the work folder what those before it left there.

``vocabulary/`` pieces kept · ``teacher/`` and ``student/`` checkpoints · ``teacher-model/`` the teacher as a model
folder · ``silver/`` labelled text · ``finished/`` the last training.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
from kg.training.score import score_model
from kg.training.shipped import embedding_rows, load_shipped, shape_of
from kg.training.sources import GERMAN_NAMES, GERMAN_TREES, Source, held_out_sources, training_sources
from kg.training.student import cut, silver_sources, with_banks, with_taught_names
from kg.training.train import CHECKPOINT, Plan, Run
from kg.training.vocabulary import cut_vocabulary
from kg.training.weights import read_weights

LABELS, ROWS, TOKENIZER = "labels.json", "rows.json", "tokenizer.json"
FINISH = Plan(encoder_rate=1.2e-4, head_rate=6e-4, minutes=12, seed=7)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how much to train; `start` is the model folder that students begin from and that labels."""

    data: Path
    work: Path
    weights: Path | None
    tokenizer: Path | None
    model: Path
    start: Path
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
    rows = json.loads((pieces / ROWS).read_text("utf-8"))
    shape, tensors = read_weights(settings.needed("weights"))
    network = Network(labels, len(rows), shape)
    network.encoder.load(tensors, rows)
    _run(network, labels, sources, folder, settings.plan)
    _write(settings, settings.work / "teacher-model", network, labels, folder / TOKENIZER)


def label(settings: Settings) -> None:
    """Have the model in `start` read raw text; keep what it is sure of."""
    label_corpora(settings.start, settings.data, settings.work / "silver", report=say)


def student(settings: Settings) -> None:
    """Cut some layers out of the model in `start` and train them on gold and labelled text and annotated news."""
    folder = settings.work / "student"
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = folder / TOKENIZER
    tokenizer.write_bytes(gzip.decompress((settings.start / f"{TOKENIZER}.gz").read_bytes()))
    network, labels = load_shipped(settings.start)
    rows = embedding_rows(settings.start, settings.needed("tokenizer"))
    network.encoder.load_pieces(read_weights(settings.needed("weights"))[1], rows)
    network = cut(network, settings.layers)
    labels = with_banks(network, labels)
    encoder = Encoder(labels, WordPieces.from_file(tokenizer))
    _run(network, labels, [*_gold(settings, labels), *_silver(settings, encoder)], folder, settings.plan)


def finish(settings: Settings) -> None:
    """Train the student a little more, now on the held-out German sentences too; its scores were taken before."""
    before, folder = settings.work / "student", settings.work / "finished"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(before / TOKENIZER, folder / TOKENIZER)
    network, labels = restore(before)
    encoder = Encoder(labels, WordPieces.from_file(folder / TOKENIZER))
    sources = [*_gold(settings, labels), *held_out_sources(settings.data), *_silver(settings, encoder)]
    _run(network, labels, sources, folder, FINISH)


def package(settings: Settings) -> None:
    """Write the finished student, or the student where it was not finished, as the model folder to ship."""
    student, finished = settings.work / "student", settings.work / "finished"
    is_finished = (finished / CHECKPOINT).exists()
    network, labels = restore(finished if is_finished else student)
    seen = (GERMAN_TREES, GERMAN_NAMES) if is_finished else ()
    _write(settings, settings.model, network, labels, student / TOKENIZER, seen=seen)


def evaluate(settings: Settings) -> None:
    """Print the scores of the shipped pipelines on held-out sentences."""
    for line in score_model(settings.data, threads=settings.threads):
        say(line)


STEPS: Mapping[str, Callable[[Settings], None]] = {
    step.__name__: step for step in (vocabulary, teacher, label, student, finish, package, evaluate)
}


def restore(folder: Path) -> tuple[Network, Labels]:
    """The network and its labels as a run left them in `folder`."""
    labels = Labels.load(folder / LABELS)
    state: dict[str, Tensor] = torch.load(folder / CHECKPOINT)["network"]
    network = Network(labels, len(state["encoder.pieces.weight"]), shape_of(state))
    network.load_state_dict(state)
    return network, labels


def _gold(settings: Settings, labels: Labels) -> list[Source]:
    """Trees and names that people annotated, and the news with their statements."""
    return [*with_taught_names(training_sources(settings.data), settings.work / "silver", labels), news_source()]


def _silver(settings: Settings, encoder: Encoder) -> list[Source]:
    return silver_sources(settings.work / "silver", settings.data, encoder)


def _run(network: Network, labels: Labels, sources: Sequence[Source], folder: Path, plan: Plan) -> None:
    labels.save(folder / LABELS)
    encoder = Encoder(labels, WordPieces.from_file(folder / TOKENIZER))
    Run(network, sources, encoder, folder=folder, plan=plan).go(say)


def _write(
    settings: Settings, folder: Path, network: Network, labels: Labels, tokenizer: Path, *, seen: Sequence[str] = ()
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_lemma_table(folder / "lemmas.tsv.gz", training_sources(settings.data))
    write_folder(folder, network=network, labels=labels, tokenizer=tokenizer, version=settings.version, seen=seen)
