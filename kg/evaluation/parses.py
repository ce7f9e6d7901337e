"""Trees, tags, lemmas and names of the shipped model, on sentences that it was not trained on.

Scores after the CoNLL 2018 shared task (`kg.training.evaluate`): punctuation counts, LAS without subtypes. Words are
given, those of running text (contractions in one piece). A name is right where its ends and its type are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from kg.evaluation import wikinews
from kg.evaluation.score import Score
from kg.evaluation.speed import count_words, timed
from kg.parse import load_pipeline
from kg.training.corpus import Example
from kg.training.evaluate import F1, score_feature, score_labels, score_names, score_parses
from kg.training.score import FEATS, annotate_all
from kg.training.sources import held_out_names, held_out_parses

FOLDER = "."
SET = "wikinews_dev.jsonl.gz"
SOURCE = "Universal Dependencies, GermEval 2014 and Universal NER, laid out as kg/training/sources.py says"
LABELS = (
    ("nsubj",), ("nsubj:pass",), ("obj",), ("iobj", "obl:arg"), ("obl",), ("nmod",), ("appos",), ("ccomp",), ("xcomp",),
    ("advcl",), ("acl:relcl",), ("compound:prt",),
)  # fmt: skip
GENDER = "gender of nouns"
BARS = {  # must, aim
    "German GSD": {"las": (82.6, 84.4), "upos": (95.5, 97.0), "lemmas": (95.0, 97.0), GENDER: (94.0, 97.0)},
    "English EWT test": {"las": (86.6, 88.0)},
    "GermEval": {"names": (78.0, 85.0), "names of organizations": (65.0, 75.0)},
    "UNER English": {"names": (80.0, 85.0), "names of organizations": (65.0, 75.0)},
}
LANGUAGES = {"GSD": "de", "EWT": "en"}
SPEED_BARS = {1: (3500.0, 8000.0), 2: (6000.0, 15000.0)}
ARTICLES, ROUNDS = 40, 3


def run(folder: Path) -> Iterator[Score]:
    """Figures of trees and tags, then names."""
    for name, gold in held_out_parses(folder).items():
        yield from parse_scores(name, list(zip(_read(gold), gold, strict=True)))
    for name, gold in held_out_names(folder).items():
        types = () if gold[0].has_misc else ("PER", "ORG", "LOC")
        pairs = [(ours.names, theirs.names) for ours, theirs in zip(_read(gold), gold, strict=True)]
        for measure, kinds in (("names", types), ("names of organizations", ("ORG",))):
            yield _score(name, measure, score_names(pairs, types=kinds), len(gold))


def run_speed(folder: Path) -> Iterator[Score]:
    """Words a second of the bare pipeline, on one thread and on two; by processor time too, which other work on the
    machine disturbs less."""
    texts = [record.text for record in islice(wikinews.read(folder / SET), ARTICLES)]
    for threads, (must, aim) in SPEED_BARS.items():
        nlp = load_pipeline("de", threads=threads)
        words = count_words(nlp, texts)
        rounds = [timed(lambda: [len(doc) for doc in nlp.pipe(texts)]) for _ in range(ROUNDS)]  # noqa: B023
        wall, processor = min(each.wall for each in rounds), min(each.processor for each in rounds)
        detail = f"{words:,} words; {words / processor:,.0f} a second of processor time"
        yield Score(f"words/s, {threads} thread{'s' * (threads > 1)}", words / wall, must=must, aim=aim, detail=detail)


def parse_scores(name: str, pairs: Sequence[tuple[Example, Example]]) -> Iterator[Score]:
    """The figures of a treebank from pairs of (system, gold) sentences."""
    found = score_parses(pairs, feats=FEATS)
    for measure in ("las", "uas", "upos", "feats", "lemmas"):
        yield _score(name, measure, getattr(found, measure), len(pairs))
    gender = score_feature(pairs, "Gender", upos="NOUN")
    if gender.gold:
        yield _score(name, GENDER, gender, len(pairs))
    for labels in LABELS:
        yield _score(name, "/".join(labels), score_labels(pairs, labels), len(pairs))


def _score(name: str, measure: str, f1: F1, sentences: int) -> Score:
    must, aim = BARS.get(name, {}).get(measure, (None, None))
    detail = f"{f1.gold:,} in {sentences:,} sentences; P {f1.precision:.1f} R {f1.recall:.1f}"
    return Score(f"{measure}, {name}", f1.f1, must=must, aim=aim, detail=detail)


def _read(gold: Sequence[Example]) -> Iterator[Example]:
    return annotate_all(load_pipeline(LANGUAGES[gold[0].bank]), [example.words for example in gold])
