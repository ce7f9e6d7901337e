"""A small graph with everything that an export must carry: denial, plan, literal, hostile text."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model import (
    ArticleRecord,
    Count,
    Entity,
    EntityMention,
    Evidence,
    KnowledgeGraph,
    Labels,
    Literal,
    Modality,
    Polarity,
    Relation,
    Span,
    Statement,
    Time,
)
from kg.ontology.terms import Types

HOSTILE = "</data><script>alert('\"&')</script>\u0007\u202e"
MET = Relation("kg:met", Labels.of({"en": "met", "de": "traf"}))
APRIL = Time("im April", "2023-04", date(2023, 4, 1), date(2023, 4, 30))


def entity(key: str, kind: str, **labels: str) -> Entity:
    name = key.replace("_", " ")
    mentions = (EntityMention("a", Span(0, len(name)), name),)
    return Entity(key, kind, Labels.of({"en": name, "de": name} | labels), (name,), (), mentions)


def evidence(article: str = "a", quote: str = "Li traf Shoigu.") -> Evidence:
    return Evidence(article, Span(0, len(quote)), quote, "traf")


def graph() -> KnowledgeGraph:
    twice: dict[str, Any] = {"time": APRIL, "places": ("Moscow",), "count": Count(2)}
    discussed = Relation("kg:discussed", Labels.of({"en": "discussed"}))
    statements = (
        Statement("Li", MET, "Shoigu", (evidence(), evidence("b")), 0.9, **twice),
        Statement("Li", MET, "Austin", (evidence(),), 0.8, polarity=Polarity.NEGATED),
        Statement("Li", MET, "Shoigu", (evidence(),), 0.8, modality=Modality.REPORTED, attribution="Austin"),
        Statement("Li", discussed, Literal("Öl", "de"), (evidence(quote=HOSTILE),), 0.7),
    )
    return KnowledgeGraph(
        articles=(ArticleRecord("a"), ArticleRecord("b")),
        entities=(
            entity("Austin", Types.PERSON),
            entity("Li", Types.PERSON),
            entity("Moscow", Types.CITY, de="Moskau"),
            entity("Shoigu", Types.PERSON),
        ),
        statements=tuple(sorted(statements, key=lambda statement: statement.id)),
    )
