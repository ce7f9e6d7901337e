"""All benchmarks, in the order of the table."""

from __future__ import annotations

from kg.evaluation.score import Benchmark

BENCHMARKS: tuple[Benchmark, ...] = ()
