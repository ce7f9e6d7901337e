"""``make bench``: words per second of the whole build beside the bare parser's, and how fast the store answers.

    python -m tests.bench [PATH ...]      articles to build; without any, the seed article many times over

Numbers for people, never a test: they depend on the machine. Both speeds are of the same run on the same articles.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

import kg
from kg import ingest
from kg.model import Article
from kg.parse import load_pipeline

SEEDS = Path(__file__).parents[1] / "seeds"
COPIES = 20
REPEATS = 3


def main(named: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sources = ingest.expand([*named] or [copies(Path(folder) / "copies.jsonl")])
        articles = [item for item in ingest.read(sources) if isinstance(item, Article)]
        show("articles", f"{len(articles):,}")
        words, bare = parsing(articles)
        show("bare spaCy pipeline", f"{words / bare:,.0f} words/s ({words:,} words in {bare:.1f} s)")
        output = Path(folder) / "graph"
        started = perf_counter()
        report = kg.build([source.location for source in sources], output)
        whole = perf_counter() - started
        show("whole build", f"{words / whole:,.0f} words/s ({whole:.1f} s), {bare / whole:.0%} of the bare pipeline")
        for line in report.lines():
            show("", line)
        show("build again", f"{seconds(lambda: kg.build([s.location for s in sources], output)):.2f} s")
        show("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")
        asking(output)


def copies(path: Path) -> Path:
    """The seed articles many times over, as lines of JSON with ids of their own."""
    articles = [item for item in ingest.read(ingest.expand([SEEDS])) if isinstance(item, Article)]
    lines = (
        json.dumps({"id": f"{article.id}-{n}", "published": str(article.published), "text": article.text})
        for article in articles
        for n in range(COPIES)
    )
    path.write_text("\n".join(lines), "utf-8")
    return path


def parsing(articles: Iterable[Article]) -> tuple[int, float]:
    """Words, and the seconds that the bare spaCy pipeline takes over them once it is warm."""
    nlp = load_pipeline("de")
    texts = [article.text for article in articles if article.language == "de"]
    nlp(texts[0])
    started = perf_counter()
    words = sum(sum(not token.is_space for token in doc) for doc in nlp.pipe(texts))
    return words, perf_counter() - started


def asking(output: Path) -> None:
    """The ready queries that need no parameter, each asked several times."""
    graph = kg.open(output)
    show("read back", f"{seconds(lambda: len(kg.open(output).statements)):.3f} s")
    for query in kg.ready_queries():
        if not query.parameters:
            times = [seconds(lambda name=query.name: graph.query(name)) for _ in range(REPEATS)]  # type: ignore[misc]
            show(f"query {query.name}", f"{statistics.median(times) * 1000:.1f} ms")


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def show(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<24} {value}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
