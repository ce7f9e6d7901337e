"""Reading articles through the stages, each only once: what is finished is kept, and found again by its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg import ingest
from kg.errors import StoreError
from kg.model import Article, Document, Failure
from kg.pipeline import Stage, Stopwatch, check, default_stages, finish, forget_parsers
from kg.workspace import DocumentCache, Finished, Workspace, fingerprint

_ROOMS = ("errors", "model", "ontology", "lang", "ingest", "parse", "models", "extract", "pipeline", "workspace")
_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy")
_COUNTED = ("mentions", "chains", "relation_mentions")

Progress = Callable[[int, int], None]


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
        packages = (*_PACKAGES, *([model] if model else []))
        version = f"{fingerprint(_ROOMS, packages)} {model or ''}"
        self.cache = DocumentCache(workspace.documents, version=version)
        self.model = model
        self.watch = Stopwatch()
        self._stages: tuple[Stage, ...] | None = None

    def read(self, sources: Iterable[ingest.Source], *, language: str | None, progress: Progress) -> Reading:
        """Reads every article that is not kept yet. `progress` is told how many are done, of how many."""
        keys: dict[str, str] = {}
        failures: list[Failure] = []
        failed_keys: list[str] = []
        counts = dict.fromkeys(("sentences", "words", *_COUNTED), 0)
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

    def release(self) -> None:
        """Gives the parser's memory back; it is loaded again when it is needed."""
        self._stages = None
        forget_parsers()

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
        for name in _COUNTED:
            counts[name] += len(getattr(finished.document, name))
