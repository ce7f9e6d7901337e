"""All benchmarks, in the order of the table."""

from __future__ import annotations

from kg.evaluation import krauts, speed, wikinews
from kg.evaluation.score import Benchmark

BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark("krauts", krauts.FOLDER, krauts.SOURCE, krauts.run),
    Benchmark("speed", wikinews.FOLDER, wikinews.SOURCE, speed.run),
)
