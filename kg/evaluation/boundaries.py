"""Sentence boundaries in running text: sentences of treebanks put together to paragraphs, and cut again.

A sentence counts as found where both its ends are right, as in the CoNLL 2018 shared task. One without a closing mark,
a headline mostly, stands on a line of its own, as it does in print.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from kg.evaluation.score import Score
from kg.parse import load_pipeline
from kg.training.evaluate import F1

FOLDER = "ud"
SOURCE = (
    "Universal Dependencies (https://universaldependencies.org; CC BY-SA): German-GSD, English-EWT, PUD, English-GUM"
)
SETS = (
    ("German-GSD dev", "de", "German-GSD/de_gsd-ud-dev.conllu.gz"),
    ("German-GSD test, half", "de", "German-GSD/de_gsd-ud-test-even.conllu.gz"),
    ("German-PUD", "de", "German-PUD/de_pud-ud-test.conllu.gz"),
    ("English-PUD", "en", "English-PUD/en_pud-ud-test.conllu.gz"),
    ("English-GUM news", "en", "English-GUM_freegenres/gum_news.conllu.gz"),
    ("English-EWT dev", "en", "English-EWT/en_ewt-ud-dev.conllu.gz"),
)
SIZES = (5, 10, 25)
MUST, AIM = 95.0, 98.0
MARK = "# text = "
CLOSING = frozenset(".!?:;…”“»«)›‘\"'")

Spans = set[tuple[int, int]]


def run(folder: Path) -> Iterator[Score]:
    """One figure a treebank, over paragraphs of several sizes."""
    for name, language, path in SETS:
        nlp = load_pipeline(language)
        boundaries = nlp.get_pipe("kg_boundaries")
        texts = list(sentence_texts(folder / path))
        total = F1()
        for size in SIZES:
            total += score(texts, size, lambda text: boundaries(nlp.tokenizer(text)))  # noqa: B023 (called at once)
        detail = f"{len(texts):,} sentences; P {total.precision:.1f} R {total.recall:.1f}"
        yield Score(f"sentences F1, {name}", total.f1, must=MUST, aim=AIM, detail=detail)


def sentence_texts(path: Path) -> Iterator[str]:
    """The text of each sentence of a gzipped CoNLL-U file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (line.removeprefix(MARK).strip() for line in lines if line.startswith(MARK))


def score(sentences: Sequence[str], size: int, read: Callable[[str], Doc]) -> F1:
    """F1 of the sentences that `read` finds in paragraphs of `size`."""
    total = F1()
    for at in range(0, len(sentences), size):
        text, gold = paragraph(sentences[at : at + size])
        found = spans_of(read(text))
        total += F1(len(found & gold), len(found), len(gold))
    return total


def paragraph(sentences: Iterable[str]) -> tuple[str, Spans]:
    """Sentences as one text, and where in it they are."""
    text, spans = "", set()
    for sentence in sentences:
        spans.add((len(text), len(text) + len(sentence)))
        text += sentence + (" " if sentence[-1:] in CLOSING else "\n")
    return text, spans


def spans_of(doc: Doc) -> Spans:
    """Where the sentences of a Doc are, white space around them left out."""
    words = ([token for token in sentence if not token.is_space] for sentence in doc.sents)
    return {(body[0].idx, body[-1].idx + len(body[-1])) for body in words if body}
