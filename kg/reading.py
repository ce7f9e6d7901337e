"""Reading articles through the stages, each only once: what is finished is kept, and found again by its content.

While the rules read one article the parser is at the next ones: it computes outside the interpreter for most of its
time, and would otherwise leave a core idle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from kg import ingest
from kg.errors import StoreError
from kg.model import Article, Document, Failure
from kg.pipeline import Stage, Stopwatch, advance, check, default_stages, ended, forget_parsers
from kg.workspace import DocumentCache, Finished, Workspace, fingerprint

_ROOMS = ("errors", "model", "ontology", "lang", "ingest", "parse", "models", "extract", "pipeline", "workspace")
_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy")
_AHEAD = 2  # articles that are parsed before their turn
_COUNTED = ("mentions", "chains", "relation_mentions")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Begun:
    """An article under way: the key of its finished document and, unless that was kept, the parsed one to come."""

    article: Article
    key: str
    parsed: Future[Document | Failure] | None


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
        with _parser() as parser:
            begun = self._begun(ingest.read(sources, language=language), parser)
            for done, item in enumerate(begun, 1):
                if isinstance(item, Failure):
                    failures.append(item)
                else:
                    finished, new = self._finished(item)
                    fresh += new
                    if finished.failure:
                        failures.append(finished.failure)
                        failed_keys.append(item.key)
                    else:
                        keys[item.article.id] = item.key
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

    def _begun(self, items: Iterable[Article | Failure], parser: ThreadPoolExecutor) -> Iterator[_Begun | Failure]:
        """The items in their order, each only when the parser has been given the next ones."""
        waiting: deque[_Begun | Failure] = deque()
        for item in items:
            waiting.append(item if isinstance(item, Failure) else self._begin(item, parser))
            if len(waiting) > _AHEAD:
                yield waiting.popleft()
        yield from waiting

    def _begin(self, article: Article, parser: ThreadPoolExecutor) -> _Begun:
        key = self.cache.key(article)
        if self.cache.get(key):
            return _Begun(article, key, None)
        return _Begun(article, key, parser.submit(advance, Document(article), self.stages[:1], self.watch))

    def _finished(self, begun: _Begun) -> tuple[Finished, bool]:
        """The finished article, and whether it is new; one that was there twice within a few is kept by now."""
        kept = self.cache.get(begun.key)
        if kept:
            return kept, False
        parsed = (
            begun.parsed.result() if begun.parsed else advance(Document(begun.article), self.stages[:1], self.watch)
        )
        finished = ended(parsed if isinstance(parsed, Failure) else advance(parsed, self.stages[1:], self.watch))
        self.cache.put(begun.key, finished)
        return finished, True

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages, loaded when the first new article comes."""
        if self._stages is None:
            self._stages = default_stages(model=self.model)
            check(self._stages)
        return self._stages


@contextmanager
def _parser() -> Iterator[ThreadPoolExecutor]:
    """A thread to parse on; whatever ends the reading ends it too, without the articles that wait."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="kg-parse")
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _add(counts: dict[str, int], finished: Finished) -> None:
    counts["sentences"] += finished.sentences
    counts["words"] += finished.words
    if finished.document:
        for name in _COUNTED:
            counts[name] += len(getattr(finished.document, name))
