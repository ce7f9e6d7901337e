"""Reading articles through the stages, each only once: what is finished is kept, and found again by its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, fields
from itertools import chain

from kg import ingest
from kg.builds.portions import CHARACTERS, Hand, Portion, Size, read_all
from kg.builds.stages import Stage, Stopwatch, check, default_stages, forget_parsers
from kg.errors import StoreError
from kg.model import Article, Document, Failure
from kg.workspace import DocumentCache, Workspace, fingerprint

_ROOMS = (
    "errors", "plain_yaml", "model", "ontology", "lang", "ingest", "parse", "models", "extract", "workspace",
    "builds/articles", "builds/portions", "builds/stages", "builds/forks",
)  # fmt: skip
_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """All articles read: key of the finished document by article id, failures, how many were new, and sizes.

    `stayed` is how many were not named and are from an earlier build.
    `notes` are for the person: what is no failure, and should be known all the same, in a line each.
    """

    keys: dict[str, str]
    failed_keys: tuple[str, ...]
    failures: tuple[Failure, ...]
    fresh: int
    counts: dict[str, int]
    notes: tuple[str, ...] = ()
    stayed: int = 0


class Reader:
    """Reads articles through the stages, keeping each as it is done; a build that is interrupted loses few of them."""

    def __init__(self, workspace: Workspace, *, model: str | None = None) -> None:
        packages = (*_PACKAGES, *([model] if model else []))
        version = f"{fingerprint(_ROOMS, packages)} {model or ''}"
        self.cache = DocumentCache(workspace.documents, version=version)
        self.model = model
        self.watch = Stopwatch()

    def read(
        self,
        sources: Iterable[ingest.Source],
        *,
        language: str | None,
        progress: Progress,
        before: Mapping[str, str] | None = None,
    ) -> Reading:
        """Reads every article that is not kept yet. `progress` is told how many are done, of how many.

        `before` are articles read in an earlier build, with their keys, that stay unless others of their ids come.
        StoreError where one of them is lost.
        """
        sources, before = tuple(sources), before or {}
        tally = _Tally(progress, sum(source.articles for source in sources) + len(before))
        named = ingest.read(sources, language=language)
        portions = self._portions(chain(named, self._staying(before, tally)), tally)
        with closing(read_all(portions, Hand(self._prepared, self.cache))) as finished:
            for portion, done in finished:
                self.watch.add(done.seconds)
                for (key, article), failure, size in zip(portion, done.failures, done.sizes, strict=True):
                    tally.fresh += 1
                    tally.add(article.id, key, failure, size)
        return tally.reading()

    def documents(self, reading: Reading) -> Iterator[Document]:
        """The finished documents, by article id, one at a time. StoreError where one is lost meanwhile."""
        for article, key in sorted(reading.keys.items()):
            finished = self.cache.get(key)
            if finished is None or finished.document is None:
                raise StoreError(f"what was read of {article!r} is gone from {self.cache.folder}; build again")
            yield finished.document

    def release(self) -> None:
        """Gives the parser's memory back; it is loaded again when it is needed."""
        forget_parsers()

    def _staying(self, before: Mapping[str, str], tally: _Tally) -> Iterator[Article]:
        """The articles of an earlier build but those that came again. One that a newer kg reads anew comes along."""
        for article, key in sorted(before.items()):
            if not tally.knows(article):
                kept = self.cache.get(key)
                if kept is None or kept.document is None:
                    raise StoreError(f"what was read of {article!r} is gone from {self.cache.folder}; name its source")
                tally.stayed += 1
                yield kept.document.article

    def _portions(self, items: Iterable[Article | Failure | ingest.Note], tally: _Tally) -> Iterator[Portion]:
        """The new articles, so many at a time; what is kept of the others, failures and notes go to the tally."""
        portion: list[tuple[str, Article]] = []
        for item in items:
            if isinstance(item, Failure):
                tally.add_failure(item)
                continue
            if isinstance(item, ingest.Note):
                tally.notes.append(item.text)
                continue
            key = self.cache.key(item)
            kept = self.cache.get(key)
            tally.begin(item.id)
            if kept:
                tally.add(item.id, key, kept.failure, Size.of(kept))
                continue
            portion.append((key, item))
            if sum(len(article.text) for _, article in portion) >= CHARACTERS:
                yield portion
                portion = []
        if portion:
            yield portion

    def _prepared(self, threads: int) -> tuple[Stage, ...]:
        """The stages, loaded when the first new article comes."""
        stages = default_stages(model=self.model, threads=threads)
        check(stages)
        return stages


class _Tally:
    """What has been read so far; failures are told in the order of the articles, whichever was done first."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.fresh = self.stayed = 0
        self.notes: list[str] = []
        self._progress, self._total = progress, total
        self._place: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._failed_keys: list[str] = []
        self._failures: list[tuple[int, Failure]] = []
        self._counts = dict.fromkeys((one.name for one in fields(Size)), 0)
        self._begun = self._done = 0

    def knows(self, article: str) -> bool:
        """Whether an article of this id has come."""
        return article in self._place

    def begin(self, article: str) -> None:
        """An article has come that may be done only after the next ones."""
        self._place[article] = self._begun
        self._begun += 1

    def add(self, article: str, key: str, failure: Failure | None, size: Size) -> None:
        """An article that has begun is done."""
        if failure:
            self._failures.append((self._place[article], failure))
            self._failed_keys.append(key)
        else:
            self._keys[article] = key
            for name, number in asdict(size).items():
                self._counts[name] += number
        self._tell()

    def add_failure(self, failure: Failure) -> None:
        """What came in place of an article."""
        self._failures.append((self._begun, failure))
        self._begun += 1
        self._tell()

    def reading(self) -> Reading:
        failures = tuple(failure for _, failure in sorted(self._failures, key=lambda pair: pair[0]))
        return Reading(
            self._keys, tuple(self._failed_keys), failures, self.fresh, self._counts, tuple(self.notes), self.stayed
        )

    def _tell(self) -> None:
        self._done += 1
        self._progress(self._done, max(self._done, self._total))
