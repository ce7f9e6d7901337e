"""The stages in their order, and one article's way through them, defects and all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest

from kg.builds.stages import Stopwatch, advance_all, check, default_stages, finish
from kg.errors import BadMetadata, DataError, ModelNotFound, UsageError
from kg.model import Article, Document, Failure, Sentence, Token

ARTICLE = Article("a", "Li kam.")
TOKEN = Token(0, "Li", 0, 2, "Li", "PROPN", -1, "root")


@dataclass
class Step:
    """A stage that reads one sentence, or raises."""

    name: str = "step"
    requires: tuple[str, ...] = ("article",)
    provides: tuple[str, ...] = ("sentences",)
    error: Exception | None = None

    def __call__(self, document: Document) -> Document:
        if self.error:
            raise self.error
        return replace(document, sentences=(*document.sentences, Sentence.of((TOKEN,))))


def test_default_stages_fit_together() -> None:
    stages = default_stages()
    check(stages)
    assert [stage.name for stage in stages] == [
        "parse",
        "mentions",
        "coreference",
        "quotations",
        "offices",
        "relations",
    ]
    assert {name for stage in stages for name in stage.provides} <= set(Document.__dataclass_fields__)


TOLD = (
    "Sie hatten lange gewartet. Der chinesische Verteidigungsminister Li Shangfu traf am Montag in Berlin Olaf Scholz. "
    "Er reiste danach nach Rom. „Ich danke allen Kollegen für das lange Gespräch“, sagte Scholz. "
    "Er verurteilte den russischen Angriff auf die Ukraine."
)


def test_stages_change_what_they_provide_and_nothing_else() -> None:
    document = Document(Article("a", TOLD))
    for stage in default_stages():
        before, document = document, stage(document)
        names = Document.__dataclass_fields__
        changed = {name for name in names if getattr(before, name) != getattr(document, name)}
        assert (stage.name, changed) == (stage.name, set(stage.provides))


@pytest.mark.parametrize(
    "stages",
    [
        [Step("a", requires=("sentences",))],
        [Step("a"), Step("b", requires=("mentions",))],
        list(reversed(default_stages())),
    ],
)
def test_stages_in_a_wrong_order_are_reported_before_they_run(stages: list[Step]) -> None:
    with pytest.raises(UsageError, match="requires"):
        check(stages)


def test_finish() -> None:
    watch = Stopwatch()
    finished = finish(ARTICLE, [Step("a"), Step("b")], watch)
    assert finished.failure is None
    assert finished.document == Document(ARTICLE)
    assert (finished.sentences, finished.words) == (2, 2)
    assert sorted(watch.seconds) == ["a", "b"]


class Foreign(Exception):
    """An error of a library that is of no kind that Python knows."""


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BadMetadata("no good"), "no good"),
        (IndexError("tuple index\nout of range"), "stage b broke on it (IndexError: tuple index out of range)"),
        (RecursionError("deep"), "stage b broke on it (RecursionError: deep)"),
        (Foreign("[ONNXRuntimeError]\n: 1 : FAIL"), "stage b broke on it (Foreign: [ONNXRuntimeError] : 1 : FAIL)"),
        (MemoryError(), "there is not enough memory for it in stage b"),
    ],
)
def test_failing_article_is_a_failure_with_its_reason(error: Exception, reason: str) -> None:
    finished = finish(ARTICLE, [Step("a"), Step("b", error=error)], Stopwatch())
    assert finished.document is None
    assert finished.failure
    assert finished.failure.source == "a"
    assert finished.failure.reason.startswith(reason)


class Together(Step):
    """A stage that reads all documents at once, unless one of them breaks it."""

    def pipe(self, documents: Sequence[Document]) -> Iterator[Document]:
        if any("bad" in document.article.text for document in documents):
            raise ValueError("all at once")
        return (replace(document, sentences=(Sentence.of((TOKEN,)),) * 2) for document in documents)

    def __call__(self, document: Document) -> Document:
        if "bad" in document.article.text:
            raise ValueError("by itself")
        return super().__call__(document)


def test_documents_are_read_together_and_alone_where_one_fails() -> None:
    good, bad = Article("a", "Li kam."), Article("b", "bad")
    watch = Stopwatch()
    results = list(advance_all([good, good], [Together("a"), Step("b")], watch))
    assert [len(result.sentences) for result in results if isinstance(result, Document)] == [3, 3]
    assert sorted(watch.seconds) == ["a", "b"]
    first, second = advance_all([good, bad], [Together("a"), Step("b")], watch)
    assert isinstance(first, Document)
    assert len(first.sentences) == 2
    assert isinstance(second, Failure)
    assert "by itself" in second.reason


@pytest.mark.parametrize("error", [ModelNotFound("x"), DataError("x"), KeyboardInterrupt(), OSError()])
def test_what_concerns_all_articles_ends_the_run(error: Exception) -> None:
    with pytest.raises(type(error)):
        finish(ARTICLE, [Step(error=error)], Stopwatch())
