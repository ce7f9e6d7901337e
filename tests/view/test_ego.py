"""Finding the entity that is meant, and what surrounds it."""

from __future__ import annotations

import pytest

from kg.errors import EntityNotFound
from kg.model import Entity, KnowledgeGraph, Labels
from kg.view.ego import ego, find, involved
from tests.view.graphs import seed_graph

GRAPH = seed_graph()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Li_Shangfu", "Li_Shangfu"),
        ("li shangfu", "Li_Shangfu"),
        ("Herr Ly", "Li_Shangfu"),
        ("Li", "Li_Shangfu"),
        ("SCMP", "South_China_Morning_Post"),
        ("weißrussland", "Belarus"),
        ("WEISSRUSSLAND", "Belarus"),
        ("  Saudi  Arabien ", None),
        ("Saudi-Arabien", "Saudi_Arabia"),
        ("Moskau", "Moscow"),  # a label goes before an alias: Moscow, not Russia
        ("ent:Li_Shangfu", "Li_Shangfu"),
        ("<https://kg.example/entity/Li_Shangfu>", "Li_Shangfu"),
        ("https://other.example/a/entity/Li%5FShangfu", "Li_Shangfu"),
        ("ent:Angela_Merkel", None),
        ("st:Li_Shangfu", None),
        ("Angela Merkel", None),
        ("", None),
    ],
)
def test_find(name: str, key: str | None) -> None:
    if key is None:
        with pytest.raises(EntityNotFound):
            find(GRAPH, name)
    else:
        assert find(GRAPH, name).id == key


@pytest.mark.parametrize(
    ("others", "found"),
    [((), "Angela_Merkel"), (("Max Merkel",), None), (("Merkel",), "Merkel"), (("Angela Merkel AG",), "Angela_Merkel")],
)
def test_a_surname_is_enough_where_one_person_alone_has_it(others: tuple[str, ...], found: str | None) -> None:
    kinds = {"Angela Merkel AG": "Company"}
    entities = [
        Entity(name.replace(" ", "_"), kinds.get(name, "Person"), Labels.of({"de": name}))
        for name in ("Angela Merkel", *others)
    ]
    graph = KnowledgeGraph(entities=tuple(entities))
    if found is None:
        with pytest.raises(EntityNotFound, match="Angela Merkel"):
            find(graph, "merkel")
    else:
        assert find(graph, "merkel").id == found


def test_suggestions_are_near() -> None:
    with pytest.raises(EntityNotFound, match=r"no entity is called 'Sergej Schoigo'; did you mean .*Sergei Schoigu"):
        find(GRAPH, "Sergej Schoigo")


def test_nothing_near_names_the_way_on() -> None:
    with pytest.raises(EntityNotFound, match="no entity is called 'xyzzy'; all are listed by: kg entities"):
        find(KnowledgeGraph(), "xyzzy")


def test_message_is_one_line() -> None:
    with pytest.raises(EntityNotFound) as error:
        find(GRAPH, "Li\nHuis\tBruder")
    assert "\n" not in str(error.value)


def said(graph: KnowledgeGraph) -> set[tuple[str, str, object]]:
    return {(s.subject, s.relation.id, s.object) for s in graph.statements if isinstance(s.object, str)}


def test_ego_keeps_what_is_said_of_it_and_among_its_neighbours() -> None:
    part = ego(GRAPH, find(GRAPH, "Russia"))
    assert ("Moscow", "kg:locatedIn", "Russia") in said(part)
    assert ("Li_Shangfu", "kg:visited", "Belarus") in said(part)  # both are named beside Russia
    assert ("China", "kg:sent", "Li_Hui") not in said(part)  # Li Hui is not
    assert {key for s in part.statements for key in involved(s)} == {entity.id for entity in part.entities}


def test_ego_of_a_source_keeps_what_it_says() -> None:
    part = ego(GRAPH, find(GRAPH, "SCMP"))
    assert said(part) == {("Li_Shangfu", "kg:visited", "Russia"), ("Li_Shangfu", "kg:visited", "Belarus")}
    assert "South_China_Morning_Post" in {entity.id for entity in part.entities}


def test_ego_of_what_nothing_is_said_of_is_it_alone() -> None:
    part = ego(GRAPH, find(GRAPH, "Ukraine"))
    assert ([e.id for e in part.entities], part.statements, part.articles) == (["Ukraine"], (), ())
