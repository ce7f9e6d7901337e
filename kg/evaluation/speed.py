"""Words per second of the whole build beside those of the bare spaCy pipeline, on the same articles in one run.

The build is ``kg build`` as a command, from its start to its end, loading and writing included; the pipeline is loaded
and warm. Both may use every core.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from time import perf_counter

from spacy.language import Language

from kg.evaluation import wikinews
from kg.evaluation.precision import SETS, held_out
from kg.evaluation.score import Score
from kg.parse import load_pipeline

ARTICLES = 300
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds by the wall clock, and seconds of processor time over all threads and worker processes."""

    wall: float
    processor: float


def run(folder: Path) -> Iterator[Score]:
    """The ratio, and both speeds; of several rounds the quickest, since other work only ever slows one down."""
    records = list(islice(_articles(folder), ARTICLES))
    texts = [record.text for record in records]
    nlp = load_pipeline("de")
    words = count_words(nlp, texts)
    bare, whole = [], []
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "articles.jsonl"
        wikinews.write(records, source)
        for count in range(ROUNDS):
            bare.append(parsing(nlp, texts))
            whole.append(building(source, Path(scratch) / f"graph-{count}"))
    yield from scores(words, bare, whole)


def _articles(folder: Path) -> Iterator[wikinews.Record]:
    """Those that are not held out."""
    read = chain.from_iterable(wikinews.read(folder / name) for name in SETS)
    return (record for record in read if not held_out(record.id))


def scores(words: int, bare: Sequence[Timing], whole: Sequence[Timing]) -> Iterator[Score]:
    """The figures from the rounds of both."""
    parser, build = (min(timing.wall for timing in timings) for timings in (bare, whole))
    processor = min(t.processor for t in bare) / min(t.processor for t in whole)
    yield Score(
        "kg build to bare pipeline", parser / build, must=0.6, aim=0.85,
        detail=f"{words:,} words, best of {len(whole)} rounds; {processor:.2f} by processor time",
    )  # fmt: skip
    yield Score("kg build, words/s", words / build, detail="start, read, parse, extract, resolve, write all outputs")
    yield Score("bare pipeline, words/s", words / parser)


def count_words(nlp: Language, texts: Sequence[str]) -> int:
    """Tokens that are not white space."""
    return sum(not token.is_space for text in texts for token in nlp.tokenizer(text))


def parsing(nlp: Language, texts: Sequence[str]) -> Timing:
    """What the pipeline takes over the texts once it is warm."""
    nlp(texts[0])
    return timed(lambda: [len(doc) for doc in nlp.pipe(texts)])


def building(source: Path, folder: Path) -> Timing:
    """What the command takes to build a new folder; Python may keep its bytecode, as it does for users."""
    command = (sys.executable, "-m", "kg", "build", str(source), "-o", str(folder))
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return timed(lambda: subprocess.run(command, check=True, capture_output=True, env=kept))  # noqa: S603 (our own)


def timed(work: Callable[[], object]) -> Timing:
    """How long `work` takes."""
    wall, processor = perf_counter(), processor_time()
    work()
    return Timing(perf_counter() - wall, processor_time() - processor)


def processor_time() -> float:
    """Seconds of processor time of this process and of those that it has started and seen end."""
    return sum(os.times()[:4])
