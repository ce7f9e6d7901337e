"""How well two readers of annotated news agree, which is as well as anything measured on it can be known.

    python -m kg.evaluation.agreement

The second readings in ``kg/training/news/second`` were made apart from the first, from the sentences alone. They are
counted as `kg.evaluation.statements` counts what a model reads, the first reading being the annotation; names and
descriptions by sentence, words and kind, and without the kind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.evaluation.score import Score
from kg.evaluation.statements import NAMES, Tally
from kg.parse.stage import Parse
from kg.training.alignment import align
from kg.training.annotation import Annotated, MentionLine
from kg.training.evaluate import F1
from kg.training.news import NEWS_FOLDER, annotated_news, parsed

SECOND = NEWS_FOLDER / "second"

Key = tuple[object, ...]


def agreement(first: Sequence[Annotated], second: Sequence[Annotated]) -> Iterator[Score]:
    """The figures of each language, over the articles that both have read."""
    again = {article.id: article for article in second}
    for language, name in NAMES.items():
        both = [(a, again[a.id]) for a in first if a.language == language and a.id in again]
        if both:
            yield from (replace(score, must=None, aim=None) for score in _of_statements(language, name, both))
            yield from _of_mentions(name, both)


def _of_statements(language: str, name: str, both: Sequence[tuple[Annotated, Annotated]]) -> Iterator[Score]:
    tally, others = Tally(), {one.id: other for one, other in both}
    for article, sentences in parsed([one for one, _ in both], Parse(whole=True)):
        other = others[article.id]
        for number, sentence in sentences:
            if number in other.read:
                one, two = (
                    align(sentence, (line for line in each.lines if line.sentence == number))
                    for each in (article, other)
                )
                lost = one.lost.total() + two.lost.total()
                tally.add(one.statements, two.statements, words=len(sentence.tokens), lost=lost)
    yield from tally.scores(language, name, len(both))


def _of_mentions(name: str, both: Sequence[tuple[Annotated, Annotated]]) -> Iterator[Score]:
    for measure, is_name, kind in (
        ("names with their kind", True, True),
        ("descriptions with their kind", False, True),
        ("descriptions", False, False),
    ):
        total = F1()
        for one, other in both:
            if one.mentions is not None and other.mentions is not None:
                gold, found = (
                    {_key(m, kind=kind) for m in marked if m.is_name is is_name}
                    for marked in (one.mentions, other.mentions)
                )
                total += F1(len(gold & found), len(found), len(gold))
        yield Score(f"{measure}, {name}", total.f1, detail=f"P {total.precision:.1f} R {total.recall:.1f}")


def _key(mention: MentionLine, *, kind: bool) -> Key:
    return (mention.sentence, mention.words.casefold(), mention.nth, mention.kind if kind else "")


if __name__ == "__main__":
    for score in agreement(annotated_news(NEWS_FOLDER), annotated_news(SECOND)):
        sys.stdout.write(f"{score.value:5.1f}  {score.name}  ({score.detail})\n")
