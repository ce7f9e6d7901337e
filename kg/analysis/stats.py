"""How large a graph is and what it is made of; and what is said in it that the ontology has no relation for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Entity, KnowledgeGraph, Statement
from kg.ontology.terms import Types
from kg.wording import words

ENTITY_TYPE, RELATION, POLARITY, MODALITY, LANGUAGE = "entity type", "relation", "polarity", "modality", "language"


@dataclass(frozen=True, slots=True)
class Unmapped:
    """An open relation between entities: how often it is said, and one place where it is, in words with its status."""

    id: str
    label: str
    count: int
    subject: str
    words: str
    object: str
    quote: str
    article: str


@dataclass(frozen=True, slots=True)
class Stats:
    """Sizes of a graph.

    `counts` has pairs of name and number, the most frequent first, by what is counted (ENTITY_TYPE, RELATION …);
    relations go by their id. `copies` is how many of the articles have the text of another. `between` is how many
    statements have a named entity on either side, `mapped` how many of these are of a relation of the ontology.
    """

    articles: int
    copies: int
    entities: int
    statements: int
    between: int
    mapped: int
    counts: dict[str, tuple[tuple[str, int], ...]]

    @property
    def share(self) -> float:
        """Percent of the statements between named entities that are of the ontology; 0 if there are none."""
        return 100 * self.mapped / self.between if self.between else 0.0


def stats(graph: KnowledgeGraph) -> Stats:
    """The sizes of `graph`."""
    linking = tuple(between_entities(graph))
    return Stats(
        articles=len(graph.articles),
        copies=sum(article.copy_of is not None for article in graph.articles),
        entities=len(graph.entities),
        statements=len(graph.statements),
        between=len(linking),
        mapped=sum(not statement.relation.open for statement in linking),
        counts={
            ENTITY_TYPE: _counted(entity.type for entity in graph.entities),
            RELATION: _counted(statement.relation.id for statement in graph.statements),
            POLARITY: _counted(statement.polarity.value for statement in graph.statements),
            MODALITY: _counted(statement.modality.value for statement in graph.statements),
            LANGUAGE: _counted(article.language for article in graph.articles),
        },
    )


def between_entities(graph: KnowledgeGraph) -> Iterator[Statement]:
    """The statements from one named entity to another; an office is none, it is named by what it is."""
    index = graph.entity_index()
    for statement in graph.statements:
        target = statement.object
        if isinstance(target, str) and _named(index[statement.subject]) and _named(index[target]):
            yield statement


def unmapped(graph: KnowledgeGraph, *, labels: str = "en") -> tuple[Unmapped, ...]:
    """The open relations between named entities, the most frequent first, each with its surest example."""
    index = graph.entity_index()
    groups: dict[str, list[Statement]] = {}
    for statement in between_entities(graph):
        if statement.relation.open:
            groups.setdefault(statement.relation.id, []).append(statement)
    found = [_unmapped(group, index, labels) for group in groups.values()]
    return tuple(sorted(found, key=lambda relation: (-relation.count, relation.id)))


def _unmapped(group: list[Statement], index: dict[str, Entity], labels: str) -> Unmapped:
    best = min(group, key=lambda statement: (-statement.confidence, statement.id))
    relation, evidence = best.relation, best.evidence[0]
    return Unmapped(
        id=relation.id,
        label=relation.labels.get(labels) or relation.id,
        count=len(group),
        subject=index[best.subject].label(labels),
        words=str(words(best, labels)),
        object=index[str(best.object)].label(labels),
        quote=evidence.quote,
        article=evidence.article,
    )


def _named(entity: Entity) -> bool:
    return entity.type != Types.OFFICE


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))
