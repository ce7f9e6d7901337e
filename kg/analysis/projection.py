"""The graph as networkx has it: things are nodes, statements are edges that say how far they are claimed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.model import Entity, KnowledgeGraph, Literal, Statement
from kg.wording.records import worded_record

if TYPE_CHECKING:
    import networkx as nx

Value: TypeAlias = str | int | float | bool
Network: TypeAlias = "nx.MultiDiGraph[str]"

ENTITY, LITERAL = "entity", "literal"


def project(graph: KnowledgeGraph, *, labels: str = "en", direct_only: bool = False) -> Network:
    """A directed multigraph of `graph`; edges go from subject to object, their key is the statement's id.

    Nodes have `label`, `type`, `kind` ("entity" or "literal") and `mentions`; edges the fields of the statement, those
    that are unknown left out, the number of `articles`, copies counted with their originals, and as `label` the
    relation in words that say the status ("has not met"). An edge is a fact only if it is `direct` (affirmed and
    asserted): before counting or searching paths, filter by it or project with `direct_only`. Nodes and edges are in
    the order of the graph.

    >>> project(KnowledgeGraph()).number_of_nodes()
    0
    """
    import networkx as nx  # noqa: PLC0415 (a tenth of a second to load, and most commands need none of it)

    network: Network = nx.MultiDiGraph()
    index, originals = graph.entity_index(), graph.originals()
    for entity in graph.entities:
        network.add_node(entity.id, **_entity(entity, labels))
    for statement in graph.statements:
        if statement.direct or not direct_only:
            sources = {originals.get(evidence.article, evidence.article) for evidence in statement.evidence}
            _add(network, statement, worded_record(statement, index, labels=labels), len(sources))
    return network


def _entity(entity: Entity, labels: str) -> dict[str, Value]:
    return {"label": entity.label(labels), "type": entity.type, "kind": ENTITY, "mentions": len(entity.mentions)}


def _add(network: Network, statement: Statement, record: Mapping[str, Any], articles: int) -> None:
    target = statement.object
    if isinstance(target, Literal):
        shown = record["object"]
        target = _literal_id(target)
        network.add_node(target, label=shown["label"], type=shown["type"], kind=LITERAL, mentions=0)
    network.add_edge(statement.subject, target, key=statement.id, **_attributes(statement, record, articles))


def _literal_id(literal: Literal) -> str:
    """An id that no entity has: they are without a colon."""
    return ":".join(("literal", literal.datatype or literal.language, literal.unit, literal.value))


def _attributes(statement: Statement, record: Mapping[str, Any], articles: int) -> dict[str, Value]:
    time, count = record["time"] or {}, record["count"]
    values = {
        "label": record["words"],
        "relation": statement.relation.id,
        "relation_label": record["relation"]["label"],
        "polarity": record["polarity"],
        "modality": record["modality"],
        "direct": statement.direct,
        "attribution": record["attribution"] and record["attribution"]["label"],
        "time": time.get("text"),
        "time_value": time.get("value"),
        "time_start": time.get("start"),
        "time_end": time.get("end"),
        "places": "; ".join(place["label"] for place in record["places"]) or None,
        "count": count and f"{count['comparator']}{count['value']}",
        "confidence": record["confidence"],
        "surface": record["surface"],
        "articles": articles,
        "quote": statement.evidence[0].quote,
    }
    return {name: value for name, value in values.items() if value is not None}
