"""The knowledge graph as a plain value: what resolution makes and RDF keeps."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.article import ArticleRecord
from kg.model.entity import Entity
from kg.model.statement import Statement


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Articles, entities and statements, each sorted by id."""

    articles: tuple[ArticleRecord, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()

    def entity_index(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    def originals(self) -> dict[str, str]:
        """For each article the one that it counts as: itself, or that of which it is a copy."""
        return {article.id: article.copy_of or article.id for article in self.articles}
