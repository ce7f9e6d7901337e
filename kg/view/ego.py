"""One entity and what surrounds it: finding the entity that a person means, and its part of the graph."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

from kg.errors import EntityNotFound
from kg.model import Entity, KnowledgeGraph, Statement
from kg.nearest import folded, suggestion
from kg.ontology.terms import Types


def ego(graph: KnowledgeGraph, entity: Entity) -> KnowledgeGraph:
    """The part of the graph around `entity`: whatever is said of it, and what is said among those things.

    Articles that no statement is left from are dropped.
    """
    about = [s for s in graph.statements if entity.id in involved(s)]
    near = {entity.id}.union(*(involved(s) for s in about))
    kept = tuple(s for s in graph.statements if entity.id in involved(s) or _ends(s) <= near)
    known = {entity.id}.union(*(involved(s) for s in kept))
    quoted = {evidence.article for s in kept for evidence in s.evidence}
    return replace(
        graph,
        articles=tuple(a for a in graph.articles if a.id in quoted),
        entities=tuple(e for e in graph.entities if e.id in known),
        statements=kept,
    )


def find(graph: KnowledgeGraph, name: str) -> Entity:
    """The entity of this id, label or alias; among several of one name the one that most is said of.

    Case, accents and the underscores of ids do not matter; an id may be given as queries print it, with its prefix or
    as an IRI. A surname does where one person alone has it. Raises EntityNotFound, which names similar ones.
    """
    wanted = {folded(name), folded(_id(name))}
    weight = Counter(key for s in graph.statements for key in involved(s))
    for names in (_ids, _labels, _aliases):
        found = [entity for entity in graph.entities if not wanted.isdisjoint(names(entity))]
        if found:
            return min(found, key=lambda entity: (-weight[entity.id], entity.id))
    namesakes = [entity for entity in graph.entities if not wanted.isdisjoint(_surnames(entity))]
    if len(namesakes) == 1:
        return namesakes[0]
    raise EntityNotFound(_not_found(graph, name))


def involved(statement: Statement) -> frozenset[str]:
    """Ids of all entities of a statement: subject, object, source and places."""
    more = [statement.attribution] if statement.attribution else []
    return _ends(statement).union(statement.places, more)


def _ends(statement: Statement) -> frozenset[str]:
    target = [statement.object] if isinstance(statement.object, str) else []
    return frozenset([statement.subject, *target])


def _id(name: str) -> str:
    """The id in ``ent:Li_Shangfu`` or an IRI; what is none of these is not changed."""
    written = name.strip().strip("<>")
    local = re.sub(r"^(ent:|https?://.*/entity/)", "", written)
    return name if local == written else unquote(local)


def _ids(entity: Entity) -> set[str]:
    return {folded(entity.id)}


def _labels(entity: Entity) -> set[str]:
    return {folded(text) for _, text in entity.labels.entries}


def _aliases(entity: Entity) -> set[str]:
    return {folded(text) for text in entity.aliases}


def _surnames(entity: Entity) -> set[str]:
    """The last words of a person's labels."""
    if entity.type != Types.PERSON:
        return set()
    return {folded(text.split()[-1]) for _, text in entity.labels.entries if len(text.split()) > 1}


def _not_found(graph: KnowledgeGraph, name: str) -> str:
    names = {text for e in graph.entities for text in (e.label(), *e.aliases, *e.labels.as_dict().values())}
    return f"no entity is called {name!r}{suggestion(name, names) or '; all are listed by: kg entities'}"
