"""The annotated news as examples: read by the shipped pipeline for words and trees, the lines aligned with them."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from kg.model import Article, Block, BlockKind, Document, Sentence, Span
from kg.parse.pipeline import BANKS
from kg.parse.stage import Parse
from kg.training.alignment import Words, align
from kg.training.annotation import Annotated, read_annotated
from kg.training.corpus import Example
from kg.training.sources import Source

NEWS = "news"
NEWS_FOLDER = Path(__file__).with_name("news")
MOST_WORDS = 110
NAME_LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC"}


def annotated_news(folder: Path) -> list[Annotated]:
    """All articles of the record files in a folder, in order of their names."""
    paths = sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")])
    return list(chain.from_iterable(map(read_annotated, paths)))


def parsed(articles: Sequence[Annotated], parse: Parse) -> Iterator[tuple[Annotated, list[tuple[int, Sentence]]]]:
    """Each article with those of its sentences that were read, by number; a sentence is never cut in two."""
    for article, made in zip(articles, parse.pipe(list(map(_document, articles))), strict=True):
        found = {sentence.span.start: sentence for sentence in reversed(made.sentences)}
        starts, own = sorted(found), list[tuple[int, Sentence]]()
        for number, (start, end) in enumerate(article.sentences):
            at = bisect_left(starts, start)
            if number in article.read and at < len(starts) and starts[at] < end:
                own.append((number, found[starts[at]]))
        yield article, own


def _document(article: Annotated) -> Document:
    blocks = tuple(Block(Span(start, end), BlockKind.BODY) for start, end in article.sentences)
    return Document(Article(article.id, article.text, language=article.language, blocks=blocks))


def news_examples(articles: Iterable[Annotated], *, lost: Counter[str] | None = None) -> Iterator[Example]:
    """The sentences of annotated articles as examples to learn statements and names from; trees are not in them.

    `lost` counts the lines that could not be aligned.
    """
    lost = Counter() if lost is None else lost
    for article, sentences in parsed(list(articles), Parse(whole=True)):
        for number, sentence in sentences:
            if len(sentence.tokens) > MOST_WORDS:
                lost["long"] += 1
                continue
            aligned = align(sentence, (line for line in article.lines if line.sentence == number))
            lost.update(aligned.lost)
            yield Example(
                [token.text for token in sentence.tokens],
                BANKS[article.language],
                names=_names(article, number, sentence),
                scheme=NEWS,
                statements=tuple(aligned.statements),
            )


def news_source(*, share: float = 1.0) -> Source:
    """The annotated news that are not held out, all of them in every epoch; or a `share` of the articles, which is
    part of every larger one."""
    taught = [article for article in annotated_news(NEWS_FOLDER) if not article.held_out]
    shuffled = sorted(taught, key=lambda article: hashlib.sha256(f"share {article.id}".encode()).digest())
    return Source(NEWS, list(news_examples(shuffled[: round(share * len(shuffled))])), share=1)


def _names(article: Annotated, number: int, sentence: Sentence) -> list[str]:
    """BIO labels of the names; none where the article's names are not marked."""
    if article.mentions is None:
        return []
    words, labels = Words(sentence), ["O"] * len(sentence.tokens)
    for mention in article.mentions:
        if mention.sentence == number and mention.is_name:
            span = words.find(mention.words, nth=mention.nth)
            if span and all(label == "O" for label in labels[span[0] : span[1] + 1]):
                kind = NAME_LABELS[mention.kind]
                labels[span[0] : span[1] + 1] = [f"B-{kind}", *[f"I-{kind}"] * (span[1] - span[0])]
    return labels
