"""What kg makes of a sentence, as short lines a table can hold: ``subject | relation | object | status``."""

from __future__ import annotations

from datetime import date
from functools import cache, reduce

from kg.builds.stages import Stage, default_stages
from kg.ingest.layout import blocks
from kg.model import Article, Document, KnowledgeGraph, Literal, Statement
from kg.ontology import load_gazetteer, load_ontology
from kg.resolve import resolve

PUBLISHED = date(2024, 5, 14)  # a Tuesday


@cache
def graph_of(
    text: str, published: date | None = PUBLISHED, language: str = "de", *, least: float = 0
) -> KnowledgeGraph:
    """The graph of one made-up article, with what is said in it less surely too unless `least` says how sure."""
    document = document_of(text, published, language)
    return resolve([document], gazetteer=load_gazetteer(), ontology=load_ontology(), least=least)


@cache
def document_of(text: str, published: date | None = PUBLISHED, language: str = "de") -> Document:
    article = Article("probe", text, published=published, language=language, blocks=blocks(text, language=language))
    return reduce(lambda document, stage: stage(document), stages(), Document(article))


@cache
def stages() -> tuple[Stage, ...]:
    return default_stages()


def lines_of(text: str, language: str = "de") -> set[str]:
    """One line a statement: labels in English, relation id, polarity and modality; "by X" where attributed."""
    graph = graph_of(text, language=language)
    labels = {entity.id: entity.label("en") for entity in graph.entities}
    return {_line(statement, labels) for statement in graph.statements}


def _line(statement: Statement, labels: dict[str, str]) -> str:
    target = statement.object
    thing = target.value if isinstance(target, Literal) else labels[target]
    source = f" by {labels[statement.attribution]}" if statement.attribution else ""
    status = f"{statement.polarity} {statement.modality}{source}"
    return f"{labels[statement.subject]} | {statement.relation.id} | {thing} | {status}"
