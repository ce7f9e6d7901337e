"""Graphs to look at: the seed article's, made by hand, and one of hostile text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

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
    Spans,
    Statement,
    Time,
)
from kg.ontology.terms import Types

HERE = Path(__file__).parent
TEXT = (HERE.parents[1] / "seeds" / "li_shangfu_russland_belarus.txt").read_text(encoding="utf-8")
SEED = msgspec.yaml.decode((HERE / "seed.yml").read_bytes())
ARTICLE = ArticleRecord(
    "li_shangfu_russland_belarus",
    "https://example.org/li-shangfu",
    "Chinas Verteidigungsminister Li Shangfu reist nach Russland und Belarus",
    date(2023, 8, 15),
    "de",
    "Beispielzeitung",
)
HOSTILE = (
    "\u202e<script>alert(1)</script></script><!--<img src=x onerror=alert(2)>"
    '\'"`${alert(3)}\\u0022 \\" ^^<x:y> \u2028\u2066'
)


def seed_graph() -> KnowledgeGraph:
    """Every polarity and modality but one, phrases, places, counts, two statements of one pair of things."""
    entities = sorted(map(_entity, SEED["entities"]), key=lambda entity: entity.id)
    statements = sorted(map(_statement, SEED["statements"]), key=lambda statement: statement.id)
    return KnowledgeGraph((ARTICLE,), tuple(entities), tuple(statements))


def _entity(row: dict[str, Any]) -> Entity:
    label = row["id"].replace("_", " ")
    german = row.get("de", label)
    names = sorted({*row.get("names", ()), german})
    found = [(TEXT.find(name), name) for name in names]
    mentions = [EntityMention(ARTICLE.id, Span(at, at + len(name)), name) for at, name in sorted(found) if at >= 0]
    links = tuple((scheme, key) for scheme, key in row.get("links", ()))
    return Entity(row["id"], row["type"], Labels.of({"en": label, "de": german}), tuple(names), links, tuple(mentions))


def _statement(row: dict[str, Any]) -> Statement:
    relation = Relation(
        row["relation"], Labels.of(SEED["relations"][row["relation"]]), row["relation"].startswith("rel:")
    )
    phrase = row.get("phrase")
    return Statement(
        row["subject"],
        relation,
        Literal(phrase["de"], "de", labels=Labels.of(phrase)) if phrase else row["object"],
        (_evidence(row),),
        row["confidence"],
        Polarity(row.get("polarity", "affirmed")),
        Modality(row.get("modality", "asserted")),
        row.get("attribution"),
        msgspec.convert(row["time"], Time) if "time" in row else None,
        tuple(row.get("places", ())),
        Count(**row["count"]) if "count" in row else None,
    )


def _evidence(row: dict[str, Any]) -> Evidence:
    quote = row["quote"]
    start = TEXT.index(quote)
    relation, cue = (
        tuple(sorted(Span(at, at + len(word)) for word in row.get(key, ()) for at in [start + quote.index(word)]))
        for key in ("words", "cues")
    )
    return Evidence(
        ARTICLE.id, Span(start, start + len(quote)), quote, row["surface"], "de", Spans(relation=relation, cue=cue)
    )


def hostile_graph() -> KnowledgeGraph:
    """Every text field is an attack; a link that is a script, a link that tries to leave its address."""
    labels = Labels.of({"en": HOSTILE, "de": HOSTILE})
    article = ArticleRecord(HOSTILE, "javascript:alert(4)", HOSTILE, date(2024, 1, 1), HOSTILE, HOSTILE)
    links = (("wikidata", '"><script>alert(5)</script>'),)
    mentions = (EntityMention(HOSTILE, Span(0, len(HOSTILE)), HOSTILE, HOSTILE),)
    entities = tuple(
        Entity(key + HOSTILE, kind, labels, (HOSTILE, "\U0001f600 \ud800 alone"), links, mentions)
        for key, kind in (("a", Types.PERSON), ("b", HOSTILE))
    )
    quote = "\U0001f600 " + HOSTILE + " end"
    marks = Spans(subject=(Span(12, 12 + len(HOSTILE)),), cue=(Span(0, 11),))
    evidence = Evidence(HOSTILE, Span(10, 10 + len(quote)), quote, HOSTILE, HOSTILE, marks)
    rel = Relation("rel:" + HOSTILE, labels, open=True)
    first, second = entities[0].id, entities[1].id
    places, when, count = (first, second), Time(HOSTILE, HOSTILE), Count(3, HOSTILE)
    amount = Literal(HOSTILE, HOSTILE, HOSTILE, HOSTILE, labels)
    statements = (
        Statement(first, rel, second, (evidence,), 0.5, attribution=second, time=when, places=places, count=count),
        Statement(second, rel, amount, (evidence,), 0.5, polarity=Polarity.NEGATED),
        Statement(first, rel, first, (evidence,), 0.5, modality=Modality.HYPOTHETICAL),
    )
    return KnowledgeGraph((article,), entities, statements)
