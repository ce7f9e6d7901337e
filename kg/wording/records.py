"""The records of statements with their words: what ``statements.jsonl`` and tables hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import Entity, KnowledgeGraph, Statement
from kg.model.records import statement_record
from kg.wording.wording import words


def worded_records(graph: KnowledgeGraph, *, labels: str = "en") -> Iterator[dict[str, Any]]:
    """A record of each statement, in the order of the graph."""
    entities = graph.entity_index()
    return (worded_record(statement, entities, labels=labels) for statement in graph.statements)


def worded_record(statement: Statement, entities: Mapping[str, Entity], *, labels: str = "en") -> dict[str, Any]:
    """As `kg.model.records.statement_record`, and "words": the relation with its status ("has not met")."""
    return statement_record(statement, entities, labels=labels) | {"words": str(words(statement, labels))}


def reading_order(record: dict[str, Any]) -> tuple[str, ...]:
    """The place of a statement's record in a list for people: by subject, then by date, without one last."""
    time = record["time"] or {}
    when = time.get("start") or time.get("end") or "9999"
    return (record["subject"]["label"].casefold(), when, record["words"], record["object"]["label"], record["id"])
