"""English labels: what has no other plural keeps its form, and what somebody is, is told as it is."""

from __future__ import annotations

import pytest

from kg.extract.roles.labels import Designation
from kg.model import Labels
from kg.ontology import load_gazetteer
from tests.extract.statements import graph_of

PLURALS = [
    ("police", "Police"),
    ("riot police", "Riot police"),
    ("clergy", "Clergy"),
    ("armed forces", "Armed forces"),
    ("staff", "Staff"),
    ("child", "Children"),
    ("party", "Parties"),
    ("spokesman", "Spokesmen"),
    ("chief of police", "Chiefs of police"),
    ("witness", "Witnesses"),
]


@pytest.mark.parametrize(("noun", "plural"), PLURALS)
def test_plural(noun: str, plural: str) -> None:
    made = Designation(Labels.of({"en": noun}), plural=True).labels(load_gazetteer(), language="en")
    assert made.get("en") == plural


BEING = [
    ("en", "Lena Voss is a good friend of Tobias Rehm.", "is"),
    ("en", "Lena Voss was a good friend of Tobias Rehm.", "was"),
    ("en", "Nordwerk AG is the biggest rival of Siemens.", "is"),
    ("en", "Nordwerk AG was the biggest rival of Siemens.", "was"),
    ("de", "Lena Voss ist eine gute Freundin von Tobias Rehm.", "is"),
    ("de", "Lena Voss war eine gute Freundin von Tobias Rehm.", "was"),
]


@pytest.mark.parametrize(("language", "text", "label"), BEING)
def test_being(language: str, text: str, label: str) -> None:
    (statement,) = graph_of(text, language=language).statements
    assert statement.relation.labels.get("en") == label
