from __future__ import annotations

from typing import Any

import pytest

from kg.ontology import load_ontology
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.terms import Types
from kg.resolve.groups import Group, grouped
from kg.resolve.identity import Identifier
from kg.resolve.local import read
from kg.resolve.names import Orthography
from kg.resolve.scoring import Circumstances, judge
from tests.resolve.stories import Story


def group(article: str, *names: str, **fields: Any) -> Group:
    story = Story(article)
    story.chain(*names, **fields)
    identifier = Identifier(load_gazetteer(), load_ontology(), Orthography.of(("de",)))
    return grouped(read(story.document()).entities, identifier)[0]


@pytest.mark.parametrize(
    ("a", "b", "veto"),
    [
        (
            group("a", "Essen", type=Types.CITY, link="Essen"),
            group("b", "Bonn", type=Types.CITY, link="Bonn"),
            "other-link",
        ),
        (group("a", "Ida Essen"), group("b", "Ida Essen", type=Types.COMPANY), "other-type"),
        (
            group("a", "Armee", type=Types.ORGANIZATION, country="China"),
            group("b", "Armee", type=Types.ORGANIZATION, country="Russia"),
            "other-country",
        ),
        (group("a", "Kim Meier", gender="Fem"), group("b", "Kim Meier", gender="Masc"), "other-gender"),
        (group("a", "Li Hui"), group("b", "Li Shangfu"), "contradicting-names"),
        (group("a", "Merkel"), group("a", "Angela Merkel"), "apart-in-article"),
        (group("a", "Merkel"), group("b", "Li Shangfu"), "different-names"),
    ],
)  # fmt: skip
def test_veto(a: Group, b: Group, veto: str) -> None:
    for judgement in (judge(a, b, Circumstances()), judge(b, a, Circumstances(2, only_bearer=True))):
        assert (judgement.veto, judgement.reason, judgement.accepted) == (veto, veto, False)


def test_a_score_explains_itself() -> None:
    judgement = judge(group("a", "Jutta Hollweg"), group("b", "Hollweg"), Circumstances(5, only_bearer=True))
    assert judgement.features == (("part-of-name", 30), ("same-type", 5), ("only-bearer", 15), ("shared-names", 30))
    assert judgement.points == sum(points for _, points in judgement.features)
    assert judgement.reason == "part-of-name+same-type+only-bearer+shared-names"
    assert judgement.accepted


def test_what_stands_beside_a_surname_must_be_enough() -> None:
    a, b = group("a", "Jutta Hollweg"), group("b", "Hollweg")
    assert not judge(a, b, Circumstances(5)).accepted
    assert not judge(a, b, Circumstances(1, only_bearer=True)).accepted
