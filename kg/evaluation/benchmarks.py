"""All benchmarks, in the order of the table."""

from __future__ import annotations

from kg.evaluation import (
    benchie,
    boundaries,
    factuality,
    krauts,
    mapped,
    parses,
    precision,
    quotations,
    reading,
    smartdata,
    speed,
    statements,
    wikinews,
)
from kg.evaluation.score import Benchmark

BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark("benchie-de", benchie.GERMAN_FOLDER, benchie.SOURCE, benchie.run_german),
    Benchmark("benchie-en", benchie.ENGLISH_FOLDER, benchie.SOURCE, benchie.run_english),
    Benchmark("factuality", factuality.FOLDER, factuality.SOURCE, factuality.run),
    Benchmark("krauts", krauts.FOLDER, krauts.SOURCE, krauts.run),
    Benchmark("quotations", quotations.FOLDER, quotations.SOURCE, quotations.run),
    Benchmark("smartdata", smartdata.FOLDER, smartdata.SOURCE, smartdata.run),
    Benchmark("mapped", mapped.FOLDER, mapped.SOURCE, mapped.run),
    Benchmark("precision", wikinews.FOLDER, wikinews.SOURCE, precision.run),
    Benchmark("speed", wikinews.FOLDER, wikinews.SOURCE, speed.run),
    Benchmark("parses", parses.FOLDER, parses.SOURCE, parses.run),
    Benchmark("statements", "", statements.SOURCE, statements.run),
    Benchmark("reading", "", statements.SOURCE, reading.run),
    Benchmark("boundaries", boundaries.FOLDER, boundaries.SOURCE, boundaries.run),
    Benchmark("parser-speed", wikinews.FOLDER, wikinews.SOURCE, parses.run_speed),
)
