"""Pages of text about one statement and one entity."""

from __future__ import annotations

import pytest

from kg.model import Entity, Statement
from kg.view.account import entity_account, statement_account
from tests.view.graphs import seed_graph

GRAPH = seed_graph()


def statement(target: str, polarity: str, modality: str) -> Statement:
    return next(s for s in GRAPH.statements if (s.object, s.polarity, s.modality) == (target, polarity, modality))


def entity(key: str) -> Entity:
    return next(found for found in GRAPH.entities if found.id == key)


DENIED = statement("Lloyd_Austin", "negated", "asserted")
REPORTED = statement("Belarus", "affirmed", "reported")


@pytest.mark.parametrize(
    ("labels", "lines"),
    [
        ("en", ["Li Shangfu has not met Lloyd Austin", "Negated. The text says", "Evidence: 1 sentence"]),
        ("de", ["Li Shangfu hat Lloyd Austin nicht getroffen", "Verneint. Der Text sagt", "Beleg: 1 Satz"]),
    ],
)
def test_a_denied_statement(labels: str, lines: list[str]) -> None:
    page = statement_account(GRAPH, DENIED, labels=labels)
    assert page.startswith(lines[0] + "\n")
    assert all(line in page for line in lines)
    assert DENIED.id in page
    assert "“nicht”" in page
    assert " ".join(DENIED.evidence[0].quote.split()) in page
    assert "fact" not in page


def test_a_reported_statement_names_its_source_and_article() -> None:
    page = statement_account(GRAPH, REPORTED)
    assert "is said to have visited Belarus" in page
    assert "According to        South China Morning Post" in page
    assert "2023-08-15" in page
    assert "https://example.org/li-shangfu" in page
    assert "characters 0–" in page


def test_an_entity_with_all_that_is_said_of_it() -> None:
    page = entity_account(GRAPH, entity("Li_Shangfu"))
    for words in ("Li Shangfu\n", "person", "Herr Ly", "Wikidata Q15918036", "Offices (", "Says or does ("):
        assert words in page
    assert f"  {DENIED.id}  Li Shangfu has not met Lloyd Austin" in page
    assert "South China Morning Post\n" in entity_account(GRAPH, entity("South_China_Morning_Post"))
    assert "Is given as source (" in entity_account(GRAPH, entity("South_China_Morning_Post"))
