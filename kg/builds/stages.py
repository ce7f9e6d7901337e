"""The stages, assembled here and only here, and one article's way through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol, runtime_checkable

from kg.errors import ArticleError, KGError, UsageError
from kg.extract.coreference.coreference import Coreference
from kg.extract.mentions.mentions import Mentions
from kg.extract.offices.offices import Offices
from kg.extract.quotations.quotations import Quotations
from kg.extract.relations.relations import Relations
from kg.model import Article, Document, Failure, Sentence, Token
from kg.ontology import load_gazetteer, load_ontology
from kg.parse.stage import Parse, pipeline
from kg.workspace import Finished

_WORD = "-"


class Stage(Protocol):
    """A step from document to document; `requires` and `provides` name fields of `Document`."""

    @property
    def name(self) -> str: ...
    @property
    def requires(self) -> tuple[str, ...]: ...
    @property
    def provides(self) -> tuple[str, ...]: ...
    def __call__(self, document: Document) -> Document: ...


@runtime_checkable
class Batched(Stage, Protocol):
    """A stage that is quicker on several documents at once."""

    def pipe(self, documents: Sequence[Document]) -> Iterator[Document]: ...


def quoting_stages(*, model: str | None = None, threads: int = 0) -> tuple[Stage, ...]:
    """The first half of the pipeline: up to who is who and who is quoted."""
    gazetteer, ontology = load_gazetteer(), load_ontology()
    return (
        Parse(model=model, threads=threads),
        Mentions(gazetteer, ontology),
        Coreference(gazetteer, ontology),
        Quotations(ontology),
    )


def default_stages(*, model: str | None = None, threads: int = 0) -> tuple[Stage, ...]:
    """The pipeline; `model` is the name of an installed spaCy pipeline that parses in place of the shipped one.

    `threads` are those of the shipped parser, 0 for one on each core.
    """
    gazetteer, ontology = load_gazetteer(), load_ontology()
    return (
        *quoting_stages(model=model, threads=threads),
        Offices(gazetteer, ontology),
        Relations(gazetteer, ontology),
    )


def forget_parsers() -> None:
    """Drops every loaded parser with all it has learnt of the words it read."""
    pipeline.cache_clear()


def load(stages: Sequence[Stage], language: str) -> None:
    """Has the stages load what they need of a language before there are forks, which then share it.

    The parser is asked to; the others load it when they read a word. What cannot be loaded is told by the articles.
    """
    word = Sentence.of((Token(0, _WORD, 0, len(_WORD), _WORD, "NOUN", -1, "root"),))
    document = Document(Article(_WORD, _WORD, language=language), sentences=(word,))
    first, *rest = stages
    with suppress(Exception):
        if isinstance(first, Parse):
            first.load(language)
            advance(document, rest, Stopwatch())


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

    @contextmanager
    def on(self, stage: Stage) -> Iterator[None]:
        """Counts what the block takes as the stage's."""
        started = perf_counter()
        try:
            yield
        finally:
            self.add({stage.name: perf_counter() - started})

    def add(self, seconds: Mapping[str, float]) -> None:
        """Counts seconds that were taken elsewhere."""
        for name, spent in seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + spent


def finish(article: Article, stages: Iterable[Stage], watch: Stopwatch) -> Finished:
    """The article through all stages, or the failure it ended in."""
    return ended(advance(Document(article), stages, watch))


def ended(result: Document | Failure) -> Finished:
    """What is kept of the result of the last stage, or of the one that failed."""
    return Finished(failure=result) if isinstance(result, Failure) else Finished.of(result)


def advance_all(articles: Sequence[Article], stages: Sequence[Stage], watch: Stopwatch) -> Iterator[Document | Failure]:
    """For each article its document after all stages, or why it cannot be used."""
    first, *rest = stages
    for result in _begun(list(map(Document, articles)), first, watch):
        yield result if isinstance(result, Failure) else advance(result, rest, watch)


def _begun(documents: Sequence[Document], stage: Stage, watch: Stopwatch) -> Iterable[Document | Failure]:
    """The documents after this stage, all at once if it can; each by itself where one of them may have broken it."""
    if isinstance(stage, Batched):
        try:
            with watch.on(stage):
                return list(stage.pipe(documents))
        except Exception as error:  # noqa: BLE001 (whatever it is, it is told by the article that it is of)
            _raise_what_is_not_of_an_article(error)
    return (advance(document, [stage], watch) for document in documents)


def advance(document: Document, stages: Iterable[Stage], watch: Stopwatch) -> Document | Failure:
    """The document after these stages, or why its article cannot be used."""
    for stage in stages:
        try:
            with watch.on(stage):
                document = stage(document)
        except ArticleError as error:
            return Failure(document.article.id, str(error))
        except Exception as error:  # noqa: BLE001 (one article must not end the run, nor pass in silence)
            _raise_what_is_not_of_an_article(error)
            return Failure(document.article.id, _reason(stage, error))
    return document


def _raise_what_is_not_of_an_article(error: Exception) -> None:
    """What is wrong with the installation or the disk goes on: every article would end in it."""
    if isinstance(error, OSError) or (isinstance(error, KGError) and not isinstance(error, ArticleError)):
        raise error


def _reason(stage: Stage, error: Exception) -> str:
    if isinstance(error, MemoryError):
        return f"there is not enough memory for it in stage {stage.name}; split it into its articles"
    told = f"stage {stage.name} broke on it ({type(error).__name__}: {error}); please report this as a defect"
    return " ".join(told.split())
