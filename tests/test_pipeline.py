"""The stages in their order, and one article's way through them, defects and all."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from kg.errors import BadMetadata, ModelNotFound, UsageError
from kg.model import Article, Document, Sentence, Token
from kg.pipeline import Stopwatch, check, default_stages, finish

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


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BadMetadata("no good"), "no good"),
        (IndexError("tuple index\nout of range"), "stage b broke on it (IndexError: tuple index out of range)"),
        (RecursionError("deep"), "stage b broke on it (RecursionError: deep)"),
    ],
)
def test_failing_article_is_a_failure_with_its_reason(error: Exception, reason: str) -> None:
    finished = finish(ARTICLE, [Step("a"), Step("b", error=error)], Stopwatch())
    assert finished.document is None
    assert finished.failure
    assert finished.failure.source == "a"
    assert finished.failure.reason.startswith(reason)


@pytest.mark.parametrize("error", [ModelNotFound("x"), KeyboardInterrupt(), MemoryError(), OSError()])
def test_what_concerns_all_articles_ends_the_run(error: Exception) -> None:
    with pytest.raises(type(error)):
        finish(ARTICLE, [Step(error=error)], Stopwatch())
