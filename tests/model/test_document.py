"""Articles, documents and entities: what is kept of them and what is let go."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from kg.model import Article, ArticleRecord, Document, Entity, Labels
from tests.trees import tree

ARTICLE = Article("a", "Ja.", url="u", title="t", published=date(2024, 5, 14), source="s")


def test_a_record_keeps_all_but_text_and_layout() -> None:
    record = ARTICLE.record()
    assert record.copy_of is None  # known when all articles are
    for field in fields(ArticleRecord):
        if field.name == "copy_of":
            continue
        assert getattr(record, field.name) == getattr(ARTICLE, field.name), field.name


def test_a_digest_is_that_of_the_text() -> None:
    assert ARTICLE.digest == "918c02e9102ce389bd321a9e96e6b253c6b877e7a967d3a4e2c3b076a62a414b"
    assert Article("b", "Ja.").digest == ARTICLE.digest
    assert Article("a", "Ja").digest != ARTICLE.digest


def test_a_lone_surrogate_has_a_digest() -> None:
    assert len(Article("a", "\ud800").digest) == 64


def test_without_syntax_only_the_parse_goes() -> None:
    document = Document(ARTICLE, (tree("Ja ja INTJ 0 root"),))
    assert document.without_syntax() == Document(ARTICLE)


def test_an_entity_is_called_by_its_label_or_its_id() -> None:
    assert Entity("Moscow", "City", Labels.of({"de": "Moskau"})).label("de") == "Moskau"
    assert Entity("Moscow", "City", Labels()).label("de") == "Moscow"
