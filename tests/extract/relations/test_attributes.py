"""Adjectives before names that say something by themselves, and those that do not."""

from __future__ import annotations

import pytest

from kg.extract.relations.attributes import attributes
from kg.model import Literal
from kg.ontology import load_ontology
from tests.extract.inline import reading

LINE = """Die:der/DET/3/det {adjective}/ADJ/3/{label} {name} schwieg:schweigen/VERB/0/root/Fin"""
COMPANY, PERSON, NOBODY = "Agip/PROPN/4/nsubj@B-Company", "Lyon/PROPN/4/nsubj@B-City", "Firma/NOUN/4/nsubj"


@pytest.mark.parametrize(
    ("adjective", "label", "name", "expected"),
    [
        pytest.param("insolvente:insolvent", "amod", COMPANY, ["Agip kg:insolvencyStatus insolvente"], id="a company"),
        pytest.param("stolze:stolz", "amod", COMPANY, [], id="another adjective"),
        pytest.param("insolvente:insolvent", "amod", PERSON, [], id="a place cannot be"),
        pytest.param("insolvente:insolvent", "amod", NOBODY, [], id="nobody named"),
        pytest.param("insolvente:insolvent", "conj", COMPANY, [], id="no attribute"),
    ],
)
def test_attributes(adjective: str, label: str, name: str, expected: list[str]) -> None:
    read = reading(LINE.format(adjective=adjective, label=label, name=name))
    found = [match for _, match in attributes(read, load_ontology())]
    shown = []
    for match in found:
        assert isinstance(match.subject.value, int)
        assert isinstance(match.object.value, Literal)
        subject = read.cast.mentions[match.subject.value].text
        shown.append(f"{subject} {match.relation.relation.id} {match.object.value.value}")
    assert shown == expected
