"""What a build tells when it is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.builds.articles import Reading
from kg.builds.stages import Stopwatch
from kg.model import ArticleRecord, Failure
from kg.resolve import Resolution

_NAMED = 3  # of many


@dataclass(frozen=True, slots=True)
class StageReport:
    """What a stage did, in a few words, and how long it took in seconds; None for what was not measured."""

    name: str
    result: str
    seconds: float | None = None

    def line(self) -> str:
        return f"{self.name:<12} {self.result}" + (f"  ({self.seconds:.1f} s)" if self.seconds else "")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `unchanged` says that there was nothing to do, and nothing was touched.

    `notes` are for the person: what is no failure, and should be known all the same, in a line each.
    """

    folder: Path
    articles: int
    entities: int
    statements: int
    failures: tuple[Failure, ...]
    stages: tuple[StageReport, ...]
    unchanged: bool = False
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """A line a stage, for people."""
        return [stage.line() for stage in self.stages]


def read_line(reading: Reading) -> StageReport:
    """What came in."""
    articles = counted(len(reading.keys), "article")
    return StageReport("read", f"{articles}, {reading.fresh:,} new, {len(reading.failures):,} failed")


def reading_lines(reading: Reading, watch: Stopwatch) -> Iterator[StageReport]:
    """What came in, and what was found in it."""
    count = reading.counts
    yield read_line(reading)
    results = {
        "parse": f"{counted(count['sentences'], 'sentence')}, {counted(count['words'], 'word')}",
        "mentions": counted(count["mentions"], "mention"),
        "coreference": counted(count["chains"], "chain"),
        "relations": counted(count["relation_mentions"], "relation mention"),
    }
    for name, result in results.items():
        yield StageReport(name, result, watch.seconds.get(name))


def resolve_line(made: Resolution, seconds: float) -> StageReport:
    """What it makes together."""
    doubtful = dict(made.dropped).get("doubtful", 0)
    left_out = f", {doubtful:,} more left out as not sure enough" if doubtful else ""
    graph = made.graph
    found = f"{len(graph.entities):,} entities, {counted(len(graph.statements), 'statement')}{left_out}"
    return StageReport("resolve", found, seconds)


def leaving(gone: Collection[str]) -> Iterator[str]:
    """The note about articles that are not in the graph any more."""
    if gone:
        were, are = ("was", "is") if len(gone) == 1 else ("were", "are")
        yield (
            f"{counted(len(gone), 'article')} that {were} in the graph {are} no longer in it: {some(sorted(gone))}; "
            "to keep what is in a graph, name it again or use --add"
        )


def copied(articles: Iterable[ArticleRecord]) -> Iterator[str]:
    """The note about articles that are one text."""
    found = [f"“{article.id}” of “{article.copy_of}”" for article in articles if article.copy_of is not None]
    if found:
        are = "is a copy of another and counts" if len(found) == 1 else "are copies of others and count"
        yield f"{counted(len(found), 'article')} {are} as one source with it: {some(found)}"


def nothing_read(folder: Path, failures: Collection[Failure]) -> str:
    """Why there is no graph to build."""
    reasons = some([f"{failure.source}: {failure.reason}" for failure in failures], "; ")
    told = f"no article could be read ({reasons})" if failures else "there is no article in what was named"
    return f"{told}; {folder} is as it was"


def some(names: list[str], between: str = ", ") -> str:
    """A few of the names, and how many more there are."""
    more = len(names) - _NAMED
    return between.join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
