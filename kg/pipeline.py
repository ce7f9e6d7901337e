"""The stages, assembled here and only here, and the build that runs them over every article that is new.

Reading and extraction see one article at a time and are kept by the hash of all that went in; resolution sees them
all. So adding, changing or removing an article gives what a build from nothing gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol

from kg import ingest
from kg.errors import ArticleError, StoreError, UsageError
from kg.extract.coreference import Coreference
from kg.extract.mentions import Mentions
from kg.extract.offices import Offices
from kg.extract.relations import Relations
from kg.model import Article, Document, Failure
from kg.ontology import load_gazetteer, load_ontology
from kg.parse.stage import Parse
from kg.workspace import DocumentCache, Finished, Workspace, fingerprint

_READING = ("errors", "model", "ontology", "lang", "ingest", "parse", "models", "extract", "pipeline")
_READING_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy")
# What a defect of a rule can raise. One article must not end the run for the others, but it must not pass in silence.
_DEFECTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)

Progress = Callable[[int, int], None]


class Stage(Protocol):
    """A step from document to document; `requires` and `provides` name fields of `Document`."""

    @property
    def name(self) -> str: ...
    @property
    def requires(self) -> tuple[str, ...]: ...
    @property
    def provides(self) -> tuple[str, ...]: ...
    def __call__(self, document: Document) -> Document: ...


def default_stages(*, model: str | None = None) -> tuple[Stage, ...]:
    """The pipeline; `model` is the name of an installed spaCy pipeline that parses in place of the shipped one."""
    gazetteer, ontology = load_gazetteer(), load_ontology()
    return (
        Parse(model=model),
        Mentions(gazetteer, ontology),
        Coreference(gazetteer, ontology),
        Offices(gazetteer, ontology),
        Relations(gazetteer, ontology),
    )


def check(stages: Iterable[Stage]) -> None:
    """UsageError where a stage requires what no stage before it provides."""
    given = {"article"}
    for stage in stages:
        missing = [name for name in stage.requires if name not in given]
        if missing:
            raise UsageError(f"stage {stage.name} requires {', '.join(missing)}; put a stage that provides it before")
        given.update(stage.provides)


@dataclass(slots=True)
class Stopwatch:
    """Seconds spent in each stage; for display, never for a result."""

    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, stage: Stage, document: Document) -> Document:
        started = perf_counter()
        try:
            return stage(document)
        finally:
            self.seconds[stage.name] = self.seconds.get(stage.name, 0.0) + perf_counter() - started


def finish(article: Article, stages: Iterable[Stage], watch: Stopwatch) -> Finished:
    """The article through all stages, or the failure it ended in."""
    document = Document(article)
    for stage in stages:
        try:
            document = watch.run(stage, document)
        except ArticleError as error:
            return Finished(failure=Failure(article.id, str(error)))
        except _DEFECTS as error:
            reason = f"stage {stage.name} broke on it ({type(error).__name__}: {error}); please report this as a defect"
            return Finished(failure=Failure(article.id, " ".join(reason.split())))
    return Finished.of(document)


@dataclass(frozen=True, slots=True)
class Reading:
    """All articles read: key of the finished document by article id, failures, how many were new, and sizes."""

    keys: dict[str, str]
    failed_keys: tuple[str, ...]
    failures: tuple[Failure, ...]
    fresh: int
    counts: dict[str, int]


class Reader:
    """Reads articles through the stages, keeping each as it is done; a build that is interrupted loses none of them."""

    def __init__(self, workspace: Workspace, *, model: str | None = None) -> None:
        packages = (*_READING_PACKAGES, *([model] if model else []))
        version = f"{fingerprint(_READING, packages)} {model or ''}"
        self.cache = DocumentCache(workspace.documents, version=version)
        self.model = model
        self.watch = Stopwatch()
        self._stages: tuple[Stage, ...] | None = None

    def read(self, sources: Iterable[ingest.Source], *, language: str | None, progress: Progress) -> Reading:
        """Reads every article that is not kept yet. `progress` is told how many are done, of how many."""
        keys: dict[str, str] = {}
        failures: list[Failure] = []
        failed_keys: list[str] = []
        counts = dict.fromkeys(("sentences", "words", "mentions", "chains", "relation_mentions"), 0)
        sources = tuple(sources)
        total = sum(source.articles for source in sources)
        fresh = 0
        for done, item in enumerate(ingest.read(sources, language=language), 1):
            if isinstance(item, Failure):
                failures.append(item)
            else:
                key, finished, new = self._finished(item)
                fresh += new
                if finished.failure:
                    failures.append(finished.failure)
                    failed_keys.append(key)
                else:
                    keys[item.id] = key
                    _add(counts, finished)
            progress(done, max(done, total))
        return Reading(keys, tuple(failed_keys), tuple(failures), fresh, counts)

    def documents(self, reading: Reading) -> Iterator[Document]:
        """The finished documents, by article id, one at a time. StoreError where one is lost meanwhile."""
        for article, key in sorted(reading.keys.items()):
            finished = self.cache.get(key)
            if finished is None or finished.document is None:
                raise StoreError(f"what was read of {article!r} is gone from {self.cache.folder}; build again")
            yield finished.document

    def _finished(self, article: Article) -> tuple[str, Finished, bool]:
        key = self.cache.key(article)
        kept = self.cache.get(key)
        if kept:
            return key, kept, False
        finished = finish(article, self.stages, self.watch)
        self.cache.put(key, finished)
        return key, finished, True

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages, loaded when the first new article comes."""
        if self._stages is None:
            self._stages = default_stages(model=self.model)
            check(self._stages)
        return self._stages


def _add(counts: dict[str, int], finished: Finished) -> None:
    counts["sentences"] += finished.sentences
    counts["words"] += finished.words
    if finished.document:
        for name in ("mentions", "chains", "relation_mentions"):
            counts[name] += len(getattr(finished.document, name))
