"""Confidence: what is known of a relation mention, and what the weights make of it."""

from __future__ import annotations

import pytest
import yaml

from kg.extract.relations.confidence import ALWAYS, WEIGHTS, confidence, made_by, traits
from kg.model import Derivation, RelationMention
from tests.extract.statements import document_of

BOUGHT = "Siemens kaufte Bosch."
TOLD = "Laut Angela Merkel kaufte Siemens den Konzern Bosch."


def first(text: str) -> tuple[RelationMention, dict[str, float], float]:
    document = document_of(text)
    said = document.relation_mentions[0]
    return said, traits(said, document.mentions), confidence(said, document.mentions)


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        (BOUGHT, {ALWAYS, "by clause"}, {"reported", "negated", "phrase", "indirect"}),
        ("Siemens kaufte Bosch nicht.", {"negated"}, {"reported"}),
        (TOLD, {"reported", "with a source"}, {"planned"}),
        ("Siemens will Bosch kaufen.", {"planned"}, {"reported", "with a source"}),
        ("Siemens kaufte Bosch am 3. Mai 2010.", {"with a time"}, {"planned"}),
        ("Angela Merkel besuchte Berlin. Sie traf Wladimir Putin.", {"by clause"}, {"indirect"}),
        ("Die deutsche Bundeskanzlerin Angela Merkel reiste ab.", {"by office"}, {"by clause"}),
        ("Angela Merkel forderte Reformen.", {"phrase", "phrase of a word"}, {"negated"}),
        ("Angela Merkel forderte schnelle Reformen.", {"phrase"}, {"phrase of a word"}),
        ("Siemens kaufte Bosch.", {"by clause"}, {"phrase", "phrase of a word"}),
    ],
)
def test_traits(text: str, there: set[str], not_there: set[str]) -> None:
    _, known, _ = first(text)
    assert there <= set(known)
    assert not not_there & set(known)


def test_who_is_only_a_pronoun_is_indirect() -> None:
    document = document_of("Angela Merkel besuchte Berlin. Sie traf Wladimir Putin.")
    met = next(said for said in document.relation_mentions if said.relation.id == "kg:met")
    assert traits(met, document.mentions)["indirect"] == 1


@pytest.mark.parametrize("text", [BOUGHT, TOLD])
def test_confidence_is_a_chance_and_written_down(text: str) -> None:
    said, _, chance = first(text)
    assert 0 < chance < 1
    assert said.confidence == chance


def test_what_is_told_by_others_is_less_sure() -> None:
    assert first(TOLD)[2] < first(BOUGHT)[2]


def test_every_kind_of_rule_has_a_weight_and_no_other() -> None:
    weights = yaml.safe_load(WEIGHTS.read_text("utf-8"))
    assert {name for name in weights if name.startswith("by ")} == {made_by(kind) for kind in Derivation}
