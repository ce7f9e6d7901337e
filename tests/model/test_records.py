"""The records of the contract, key by key."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import (
    Count,
    Entity,
    EntityMention,
    Evidence,
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
from kg.model.records import entity_record, statement_record

LI = Entity("Li", "Person", Labels.of({"en": "Li Shangfu"}), ("Herr Li",), (("wikidata", "Q1"),))
MOSCOW = Entity("Moscow", "City", Labels.of({"en": "Moscow", "de": "Moskau"}))
SCMP = Entity("SCMP", "NewsMediaOrganization", Labels.of({"en": "South China Morning Post"}))
ENTITIES = {entity.id: entity for entity in (LI, MOSCOW, SCMP)}
VISITED = Relation("kg:visited", Labels.of({"en": "visited", "de": "besuchte"}))
EVIDENCE = (Evidence("a", Span(0, 9), "Li reiste", "reiste", spans=Spans((Span(0, 2),), (Span(3, 9),))),)


def test_full_statement() -> None:
    statement = Statement(
        "Li", VISITED, "Moscow", EVIDENCE, 0.93456, Polarity.NEGATED, Modality.REPORTED, "SCMP",
        Time("im April", "2023-04", date(2023, 4, 1), None), ("Moscow",), Count(2, ">="),
    )  # fmt: skip
    assert statement_record(statement, ENTITIES) == {
        "id": statement.id,
        "subject": {"id": "Li", "label": "Li Shangfu", "type": "Person"},
        "relation": {"id": "kg:visited", "label": "visited", "open": False},
        "object": {"id": "Moscow", "label": "Moscow", "type": "City"},
        "polarity": "negated",
        "modality": "reported",
        "attribution": {"id": "SCMP", "label": "South China Morning Post", "type": "NewsMediaOrganization"},
        "time": {"text": "im April", "value": "2023-04", "start": "2023-04-01", "end": None},
        "places": [{"id": "Moscow", "label": "Moscow"}],
        "count": {"value": 2, "comparator": ">="},
        "confidence": 0.9346,
        "surface": "reiste",
        "evidence": [
            {
                "article": "a",
                "start": 0,
                "end": 9,
                "quote": "Li reiste",
                "spans": {"subject": [[0, 2]], "relation": [[3, 9]], "object": [], "cue": []},
            }
        ],
    }


def test_bare_statement_has_every_key() -> None:
    record = statement_record(Statement("Li", VISITED, "Moscow", EVIDENCE, 1.0), ENTITIES, labels="de")
    assert (record["attribution"], record["time"], record["places"], record["count"]) == (None, None, [], None)
    assert (record["relation"]["label"], record["object"]["label"]) == ("besuchte", "Moskau")


@pytest.mark.parametrize(
    ("literal", "labels", "shown"),
    [
        (Literal("die Lage", "de"), "en", {"id": None, "label": "die Lage", "type": "Literal"}),
        (Literal("die Lage", labels=Labels.of({"en": "the situation"})), "en",
         {"id": None, "label": "the situation", "type": "Literal"}),
        (Literal("die Lage", labels=Labels.of({"en": "the situation"})), "de",
         {"id": None, "label": "die Lage", "type": "Literal"}),
        (Literal("3.5", datatype="xsd:decimal", unit="EUR"), "en",
         {"id": None, "label": "3.5 EUR", "type": "xsd:decimal"}),
    ],
)  # fmt: skip
def test_literal_objects(literal: Literal, labels: str, shown: dict[str, object]) -> None:
    record = statement_record(Statement("Li", VISITED, literal, EVIDENCE, 1.0), ENTITIES, labels=labels)
    assert record["object"] == shown


def test_entity() -> None:
    entity = Entity(
        "Moscow", "City", MOSCOW.labels, ("Moskau", "Moskaus"), (("geonames", "1"), ("wikidata", "Q649")),
        (EntityMention("a", Span(3, 9), "Moskau", "gazetteer"),),
    )  # fmt: skip
    assert entity_record(entity, labels="de") == {
        "id": "Moscow",
        "label": "Moskau",
        "labels": {"en": "Moscow", "de": "Moskau"},
        "type": "City",
        "aliases": ["Moskau", "Moskaus"],
        "links": {"geonames": "1", "wikidata": "Q649"},
        "mentions": [{"article": "a", "start": 3, "end": 9, "text": "Moskau"}],
    }


def test_entity_without_a_german_label() -> None:
    assert entity_record(LI)["labels"] == {"en": "Li Shangfu", "de": "Li Shangfu"}
