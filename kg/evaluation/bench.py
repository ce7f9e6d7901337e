"""``make bench``: words per second of the whole build beside the bare parser's, and how fast the store answers.

    python -m kg.evaluation.bench [PATH ...]      articles to build; without any, the seed article many times over

Numbers for people: they depend on the machine. Both speeds are of the same run on the same articles. The figure that
is held against a bar is that of `kg.evaluation.speed`.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kg import api, ingest
from kg.builds.report import BuildReport
from kg.evaluation import wikinews
from kg.evaluation.speed import Timing, count_words, parsing, timed
from kg.model import Article
from kg.parse import load_pipeline

COPIES = 20
REPEATS = 3


def main(named: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sources = [*named] or [str(copies(Path(folder) / "copies.jsonl"))]
        articles = [item for item in ingest.read(ingest.expand(sources)) if isinstance(item, Article)]
        show("articles", f"{len(articles):,}")
        words, bare = bare_pipeline([article.text for article in articles if article.language == "de"])
        show("bare spaCy pipeline", f"{words / bare.wall:,.0f} words/s ({words:,} words in {bare.wall:.1f} s)")
        output = Path(folder) / "graph"
        whole = building(sources, output)
        ratio = f"{bare.wall / whole.wall:.0%} of the bare pipeline"
        show("whole build", f"{words / whole.wall:,.0f} words/s ({whole.wall:.1f} s), {ratio}")
        show("build again", f"{timed(lambda: api.build(sources, output)).wall:.2f} s")
        show("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")
        asking(output)


def copies(path: Path) -> Path:
    """The seed articles many times over, as lines of JSON with ids of their own."""
    articles = [item for item in ingest.read(ingest.expand([api.SEEDS])) if isinstance(item, Article)]
    records = (
        wikinews.Record(id=f"{article.id}-{n}", title="", text=article.text, published=str(article.published))
        for article in articles
        for n in range(COPIES)
    )
    wikinews.write(records, path)
    return path


def bare_pipeline(texts: Sequence[str]) -> tuple[int, Timing]:
    """Words, and what the bare spaCy pipeline takes over them once it is warm."""
    nlp = load_pipeline("de")
    return count_words(nlp, texts), parsing(nlp, texts)


def building(sources: Sequence[str], output: Path) -> Timing:
    """The build timed, and its own account of the stages shown."""
    reports: list[BuildReport] = []
    timing = timed(lambda: reports.append(api.build(sources, output)))
    for line in reports[0].lines():
        show("", line)
    return timing


def asking(output: Path) -> None:
    """The ready queries that need no parameter, each asked several times."""
    graph = api.open(output)
    show("read back", f"{timed(lambda: len(api.open(output).statements)).wall:.3f} s")
    for query in api.ready_queries():
        if not query.parameters:
            times = [timed(lambda name=query.name: graph.query(name)).wall for _ in range(REPEATS)]  # type: ignore[misc]
            show(f"query {query.name}", f"{statistics.median(times) * 1000:.1f} ms")


def show(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<24} {value}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
