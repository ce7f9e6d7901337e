"""The annotated news that comes with the code: well formed, and on the words of its sentences."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from kg.training.annotation import Annotated, MentionLine
from kg.training.faults import faults
from kg.training.news import NEWS_FOLDER, annotated_news, news_examples, news_source

FILES = sorted(NEWS_FOLDER.glob("*.jsonl"))
TEXT = "Anna Berg traf Emil Sorin. Sie ging."
RECORD = {
    "id": "a", "text": TEXT, "sentences": [[0, 26], [27, 36]],
    "lines": ["1 | +a | Anna Berg | traf | Emil Sorin | time=traf", "2 | none"], "mentions": ["1 | PER | Anna Berg | 1"],
}  # fmt: skip


@pytest.fixture(scope="module")
def articles() -> list[Annotated]:
    return annotated_news(NEWS_FOLDER)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_line_is_well_formed(path: object) -> None:
    lines = (NEWS_FOLDER / str(path)).read_text("utf-8").splitlines()
    assert [fault for line in lines for fault in faults(json.loads(line))] == []
    assert len({json.loads(line)["id"] for line in lines}) == len(lines)


def test_a_tenth_of_each_language_is_held_out(articles: list[Annotated]) -> None:
    for language in ("de", "en"):
        own = [article.held_out for article in articles if article.language == language]
        assert 0.07 < sum(own) / len(own) < 0.14, language


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"lines": ["1 | +a | Anna Berg | traf | Emil Sorin"]}, "sentence 2 has no line"),
        ({"lines": ["1 | +a | Holm | traf | Emil Sorin", "2 | none"]}, "subject is not in the sentence"),
        (
            {"lines": ["1 | +a | Anna Berg | traf | -", "2 | +a | Sie=Eva Berg | ging | -"]},
            "who is meant by the subject",
        ),
        ({"lines": ["1 | +a | Anna Berg | sah | -", "2 | none"]}, "'sah' is not in the sentence"),
        ({"lines": ["1 | +a | Anna Berg | traf | - | when=traf", "2 | none"]}, "no such key 'when'"),
        ({"lines": ["1 | +a | Anna Berg | traf | - | place=Wien", "2 | none"]}, "place is not there"),
        ({"lines": ["1 | a | Anna Berg | traf | -", "2 | none"]}, "form"),
        ({"lines": ["1 | +a | Anna Berg | {post} | traf", "2 | none"]}, "no such predicate"),
        ({"lines": ["1 | +a | Anna Berg | traf | -", "1 | none", "2 | none"]}, "beside 'none'"),
        ({"lines": ["1 | none", "2 | none", "3 | none"]}, "no such sentence"),
        ({"mentions": ["1 | PER | Anna Berg#2 | 1"]}, "the mention is not in the sentence"),
        ({"mentions": ["1 | MAN | Anna Berg | 1"]}, "no such kind"),
        ({"mentions": ["1 | PER | Anna Berg | one"]}, "form of the mention"),
    ],
)
def test_a_fault_is_told(change: dict[str, list[str]], fault: str | None) -> None:
    found = list(faults(RECORD | change))
    assert [fault in line for line in found] == [True] if fault else found == []


def test_articles_are_examples() -> None:
    article = Annotated(
        "a",
        "de",
        "made up",
        TEXT,
        ((0, 26), (27, 36)),
        (),
        frozenset({0}),
        (MentionLine(0, "PER", "Emil Sorin", 1, 2), MentionLine(1, "per", "Sie", 1, 1)),
    )
    [example] = news_examples([article])
    assert example.names == ["O", "O", "O", "B-PER", "I-PER", "O"]
    assert (example.bank, example.statements, example.heads) == ("GSD", (), [])
    [unmarked] = news_examples([replace(article, mentions=None)])
    assert unmarked.names == []


def test_few_lines_are_lost(articles: list[Annotated]) -> None:
    """Of what is written down, nearly all stands on words: a sample of both languages."""
    lost: Counter[str] = Counter()
    sample = articles[::60]
    found = sum(len(example.statements or ()) for example in news_examples(sample, lost=lost))
    assert found > 300
    assert lost.total() < 0.03 * found


def test_a_smaller_share_is_part_of_a_larger_one(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [Annotated(f"a{k}", "de", "made up", TEXT, ((0, 26),), (), frozenset({0})) for k in range(40)]
    monkeypatch.setattr("kg.training.news.annotated_news", lambda folder: articles)
    monkeypatch.setattr("kg.training.news.news_examples", lambda chosen: [article.id for article in chosen])
    taught = [article.id for article in articles if not article.held_out]
    quarter, half, whole = (set(map(str, news_source(share=share).examples)) for share in (0.25, 0.5, 1.0))
    assert quarter < half < whole == set(taught)
    assert len(half) == round(len(taught) / 2)
