"""Statements and entities as plain records: what ``statements.jsonl`` and ``kg entities`` hold, in this key order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model.entity import Entity
from kg.model.graph import KnowledgeGraph
from kg.model.statement import Count, Evidence, Literal, Statement, Time

LITERAL = "Literal"
LANGUAGES = ("en", "de")


def statement_records(graph: KnowledgeGraph, *, labels: str = "en") -> Iterator[dict[str, Any]]:
    """A record of each statement, in the order of the graph."""
    entities = graph.entity_index()
    return (statement_record(statement, entities, labels=labels) for statement in graph.statements)


def entity_records(graph: KnowledgeGraph, *, labels: str = "en") -> Iterator[dict[str, Any]]:
    """A record of each entity, in the order of the graph."""
    return (entity_record(entity, labels=labels) for entity in graph.entities)


def statement_record(statement: Statement, entities: Mapping[str, Entity], *, labels: str = "en") -> dict[str, Any]:
    """JSON-ready, with display labels in the language `labels`; `entities` by id, of all that the statement names."""
    relation = statement.relation
    return {
        "id": statement.id,
        "subject": _entity(entities[statement.subject], labels),
        "relation": {"id": relation.id, "label": relation.labels.get(labels) or relation.id, "open": relation.open},
        "object": _object(statement.object, entities, labels),
        "polarity": statement.polarity.value,
        "modality": statement.modality.value,
        "attribution": _entity(entities[statement.attribution], labels) if statement.attribution else None,
        "time": _time(statement.time),
        "places": [_place(entities[place], labels) for place in statement.places],
        "count": _count(statement.count),
        "confidence": round(statement.confidence, 4),
        "surface": statement.evidence[0].surface,
        "evidence": [_evidence(evidence) for evidence in statement.evidence],
    }


def entity_record(entity: Entity, *, labels: str = "en") -> dict[str, Any]:
    """JSON-ready: every surface form, every link, every place where it is named."""
    known = entity.labels.as_dict()
    return {
        "id": entity.id,
        "label": entity.label(labels),
        "labels": {code: entity.label(code) for code in (*LANGUAGES, *(c for c in known if c not in LANGUAGES))},
        "type": entity.type,
        "aliases": list(entity.aliases),
        "links": dict(entity.links),
        "mentions": [
            {"article": m.article, "start": m.span.start, "end": m.span.end, "text": m.text} for m in entity.mentions
        ],
    }


def _entity(entity: Entity, labels: str) -> dict[str, Any]:
    return {"id": entity.id, "label": entity.label(labels), "type": entity.type}


def _place(entity: Entity, labels: str) -> dict[str, Any]:
    return {"id": entity.id, "label": entity.label(labels)}


def _object(target: str | Literal, entities: Mapping[str, Entity], labels: str) -> dict[str, Any]:
    if isinstance(target, str):
        return _entity(entities[target], labels)
    shown = dict(target.labels.entries).get(labels) or " ".join(filter(None, (target.value, target.unit)))
    return {"id": None, "label": shown, "type": target.datatype or LITERAL}


def _time(time: Time | None) -> dict[str, Any] | None:
    if time is None:
        return None
    start, end = (day.isoformat() if day else None for day in (time.start, time.end))
    return {"text": time.text, "value": time.value, "start": start, "end": end}


def _count(count: Count | None) -> dict[str, Any] | None:
    return None if count is None else {"value": count.value, "comparator": count.comparator}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "spans": evidence.spans.as_dict(),
    }
