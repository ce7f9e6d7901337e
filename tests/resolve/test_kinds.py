from __future__ import annotations

import pytest

from kg.ontology import load_ontology
from kg.ontology.terms import Types
from kg.resolve.kinds import excludes, family, voted


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Types.COMPANY, Types.ORGANIZATION),
        (Types.CITY, Types.PLACE),
        (Types.COUNTRY, Types.PLACE),
        (Types.PERSON, Types.PERSON),
        (Types.THING, Types.THING),
    ],
)
def test_family(kind: str, expected: str) -> None:
    assert family(kind, load_ontology()) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({Types.PERSON: 1}, Types.PERSON),
        ({Types.ORGANIZATION: 5, Types.COMPANY: 1}, Types.COMPANY),
        ({Types.PERSON: 1, Types.THING: 9}, Types.PERSON),
        ({Types.PERSON: 2, Types.ORGANIZATION: 3}, Types.ORGANIZATION),
        ({Types.PERSON: 3, Types.ORGANIZATION: 1, Types.COMPANY: 1}, Types.PERSON),
        ({Types.COMPANY: 1, Types.POLITICAL_PARTY: 2, Types.ORGANIZATION: 4}, Types.POLITICAL_PARTY),
    ],
)
def test_voted(counts: dict[str, int], expected: str) -> None:
    assert voted(counts, load_ontology()) == expected
    assert voted(dict(reversed(counts.items())), load_ontology()) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Types.PERSON, Types.ORGANIZATION, True),
        (Types.PERSON, Types.PERSON, False),
        (Types.PERSON, Types.THING, False),
        (Types.THING, Types.PLACE, False),
    ],
)
def test_excludes(a: str, b: str, expected: bool) -> None:
    assert excludes(a, b) is expected
