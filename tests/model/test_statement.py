"""What makes a statement the statement that it is; and what may differ without making it another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Count, Evidence, Labels, Literal, Modality, Polarity, Relation, Span, Statement, Time

EVIDENCE = Evidence("a", Span(0, 13), "Li traf Hui.", "traf")
MET = Relation("kg:met", Labels.of({"en": "met"}))
SAID = Statement("Li", MET, "Hui", (EVIDENCE,), 0.9, time=Time("am Montag", "2024-05-13"), places=("Moscow", "Rome"))


def test_no_evidence_no_statement() -> None:
    with pytest.raises(ValueError, match="evidence"):
        Statement("Li", MET, "Hui", (), 0.9)
    with pytest.raises(ValueError, match="evidence"):
        replace(SAID, evidence=())


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"evidence": (EVIDENCE, replace(EVIDENCE, article="b"))}, id="evidence"),
        pytest.param({"evidence": (replace(EVIDENCE, surface="hat getroffen"),)}, id="words"),
        pytest.param({"confidence": 0.1}, id="confidence"),
        pytest.param({"places": ("Rome", "Moscow")}, id="order of places"),
        pytest.param({"relation": Relation("kg:met", Labels.of({"en": "encountered"}))}, id="label of the relation"),
        pytest.param({"time": Time("Montag", "2024-05-13")}, id="words of a time with a value"),
        pytest.param({"time": Time("Montag", "2024-05-13", date(2024, 5, 13))}, id="first day of a time with a value"),
    ],
)
def test_what_does_not_make_another_statement(change: dict[str, Any]) -> None:
    assert replace(SAID, **change).id == SAID.id


OTHERS = [
    pytest.param({"subject": "Wang"}, id="subject"),
    pytest.param({"subject": "Hui", "object": "Li"}, id="direction"),
    pytest.param({"object": "Wang"}, id="object"),
    pytest.param({"object": Literal("Hui")}, id="a phrase is no entity"),
    pytest.param({"relation": Relation("kg:visited", MET.labels)}, id="relation"),
    pytest.param({"polarity": Polarity.NEGATED}, id="polarity"),
    pytest.param({"modality": Modality.PLANNED}, id="modality"),
    pytest.param({"attribution": "Wang"}, id="attribution"),
    pytest.param({"time": None}, id="no time"),
    pytest.param({"time": Time("am Montag")}, id="a time without a value"),
    pytest.param({"time": Time("am Montag", "2024-05-20")}, id="another time"),
    pytest.param({"places": ("Moscow",)}, id="places"),
    pytest.param({"count": Count(2)}, id="count"),
]


@pytest.mark.parametrize("change", OTHERS)
def test_what_makes_another_statement(change: dict[str, Any]) -> None:
    assert replace(SAID, **change).id != SAID.id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(Literal("5", unit="EUR"), Literal("5", unit="USD"), False, id="unit"),
        pytest.param(Literal("5", datatype="xsd:decimal"), Literal("5"), False, id="datatype"),
        pytest.param(Literal("Rat", "de"), Literal("Rat", "en"), False, id="language"),
        pytest.param(Literal("Rat", labels=Labels.of({"en": "council"})), Literal("Rat"), True, id="its rendering"),
        pytest.param(Count(5), Count(5, ">="), False, id="how exactly"),
        pytest.param(Count(5), Count(5, "="), True, id="exactly"),
    ],
)
def test_objects_and_counts(one: Literal | Count, other: Literal | Count, same: bool) -> None:
    field = "object" if isinstance(one, Literal) else "count"
    first, second = (replace(SAID, **{field: value}).id for value in (one, other))  # type: ignore[arg-type]
    assert (first == second) is same


def test_an_id_is_sixteen_hexadecimal_digits_and_never_changes() -> None:
    assert SAID.id == "71c9a8fd5339f2ad"


@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("modality", Modality)
def test_only_what_is_affirmed_and_asserted_is_an_edge(polarity: Polarity, modality: Modality) -> None:
    direct = replace(SAID, polarity=polarity, modality=modality).direct
    assert direct is ((polarity, modality) == (Polarity.AFFIRMED, Modality.ASSERTED))


@given(st.lists(st.text(max_size=4), min_size=5, max_size=5), st.lists(st.text(max_size=4), min_size=5, max_size=5))
def test_fields_do_not_run_into_each_other(one: list[str], other: list[str]) -> None:
    def made(subject: str, relation: str, target: str, source: str, place: str) -> Statement:
        return Statement(
            subject, Relation(relation, Labels()), target, (EVIDENCE,), 1.0, attribution=source, places=(place,)
        )

    assert (made(*one).id == made(*other).id) is (one == other)
