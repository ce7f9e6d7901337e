"""Running benchmarks one by one: what each gave, and why one gave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from kg.errors import KGError
from kg.evaluation.score import Benchmark, Score

# What a defect in one benchmark, or a broken file, can raise. It must not end the run for the others.
_FAULTS = (
    KGError,
    OSError,
    EOFError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one benchmark and the seconds they took; `missing` where its data are not there.

    `fault` is why it gave none though they are, in one line.
    """

    benchmark: Benchmark
    scores: tuple[Score, ...] = ()
    seconds: float = 0.0
    missing: bool = False
    fault: str = ""


def measure(benchmarks: Iterable[Benchmark], data: Path | None) -> Iterator[Measured]:
    """Each benchmark run on the evaluation folder `data`, in turn; one that fails does not end the others."""
    for benchmark in benchmarks:
        if not is_there(benchmark, data):
            yield Measured(benchmark, missing=True)
            continue
        started = perf_counter()
        try:
            scores = tuple(benchmark.scores(data or Path()))
        except _FAULTS as error:
            yield Measured(benchmark, seconds=perf_counter() - started, fault=_explained(error))
        else:
            yield Measured(benchmark, scores, perf_counter() - started)


def is_there(benchmark: Benchmark, data: Path | None) -> bool:
    """Whether the data of a benchmark can be read; those that come with kg always can."""
    return not benchmark.folder or (data is not None and (data / benchmark.folder).exists())


def how_to_get(benchmark: Benchmark, data: Path | None) -> str:
    """One line for people: what is missing, where it is from, and where to put it."""
    place = data / benchmark.folder if data else f"$KG_EVAL_DATA/{benchmark.folder}"
    return f"{benchmark.name}: no data; get {benchmark.source} and put it into {place}"


def _explained(error: BaseException) -> str:
    reason = str(error) if isinstance(error, KGError) else f"{type(error).__name__}: {error}"
    return " ".join(reason.split())
