"""What is counted when two readings of the same articles are compared."""

from __future__ import annotations

import pytest

from kg.evaluation.agreement import SECOND, agreement
from kg.training.annotation import Annotated, MentionLine, statements
from kg.training.news import NEWS_FOLDER, annotated_news

TEXT = "Tilda traf Jakob. Er ging."
ONE = ["1 | +a | Tilda | traf | Jakob", "2 | +a | Er | ging | -"]


def article(lines: list[str], mentions: tuple[MentionLine, ...] = ()) -> Annotated:
    found, read = tuple(statements(lines)), frozenset(int(line.split(" | ")[0]) - 1 for line in lines)
    return Annotated("a", "de", "made up", TEXT, ((0, 17), (18, 26)), found, read, mentions)


def figures(one: Annotated, other: Annotated) -> dict[str, float]:
    return {score.name.removesuffix(", German"): score.value for score in agreement([one], [other])}


@pytest.mark.parametrize(
    ("lines", "pairs", "status"),
    [
        (ONE, 100, 100),
        (["1 | +p | Tilda | traf | Jakob", "2 | +a | Er | ging | -"], 100, 50),
        (["1 | none", "2 | +a | Er | ging | -"], 0, 200 / 3),
        (["1 | +a | Tilda | traf | Jakob"], 100, 100),  # the other sentence the second reader has not read
    ],
)
def test_statements_of_sentences_that_both_have_read(lines: list[str], pairs: float, status: float) -> None:
    found = figures(article(ONE), article(lines))
    assert found["pairs"] == pytest.approx(pairs)
    assert found["whole statements with status"] == pytest.approx(status)


def test_mentions_are_compared_by_words_and_kind() -> None:
    tilda, jakob = MentionLine(0, "PER", "Tilda", 1, 1), MentionLine(0, "PER", "Jakob", 1, 2)
    he, it = MentionLine(1, "per", "Er", 1, 2), MentionLine(1, "oth", "Er", 1, 2)
    found = figures(article(ONE, (tilda, jakob, he)), article(ONE, (tilda, it)))
    assert found["names with their kind"] == pytest.approx(200 / 3)
    assert found["descriptions with their kind"] == 0
    assert found["descriptions"] == 100


def test_every_second_reading_is_of_an_article_with_a_first() -> None:
    first = {article.id: article for article in annotated_news(NEWS_FOLDER)}
    for again in annotated_news(SECOND):
        assert (again.text, again.sentences) == (first[again.id].text, first[again.id].sentences)
