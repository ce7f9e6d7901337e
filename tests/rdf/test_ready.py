"""The ready queries: what they answer, and that another SPARQL engine answers the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

from kg.errors import EntityNotFound, QueryError, UsageError
from kg.rdf.ready import bindings, ready_queries, run_ready
from kg.rdf.results import Result, Term
from kg.rdf.store import GraphStore
from kg.rdf.write import serialize
from tests.rdf.graphs import SMALL, STATEMENTS

MET, PRAISED = STATEMENTS["met"].id, STATEMENTS["praised"].id
ARGUMENTS = {
    "what-did-x-do": {"entity": "Anna Berg"},
    "timeline": {"entity": "anna berg"},
    "who-is": {"entity": "Havn"},
    "mentions": {"entity": "Frau Berg"},
    "between": {"entity": "Anna_Berg", "other": "Eva Falk"},
    "evidence": {"statement": MET},
}


@pytest.fixture(scope="module")
def other_engine() -> rdflib.Graph:
    return rdflib.Graph().parse(data=serialize(SMALL, "turtle"), format="turtle")


def plain(result: Result) -> list[tuple[str, ...]]:
    return [tuple("" if term is None else term.value for term in row) for row in result.rows]


@pytest.mark.parametrize("name", ready_queries())
def test_every_query_answers_the_same_with_rdflib(name: str, store: GraphStore, other_engine: rdflib.Graph) -> None:
    query = ready_queries()[name]
    arguments = ARGUMENTS.get(name, {})
    found = run_ready(store, name, arguments)
    given = {key: rdflib.URIRef(term.value) for key, term in bindings(store, query, arguments).items()}
    expected = other_engine.query(query.text, initNs={}, initBindings=given)
    assert expected.vars is not None
    assert found.header == tuple(map(str, expected.vars))
    rows = [tuple("" if term is None else str(term) for term in row) for row in expected]  # type: ignore[union-attr]
    assert plain(found) == rows
    assert rows or name == "contradictions"


@pytest.mark.parametrize(
    ("name", "columns", "expected"),
    [
        ("who-met-whom", "person met times when where", [("Anna Berg", "Carl Dahl", "2", "2024-05", "Havn")]),
        ("denied", "subject relation object status", [("Anna Berg", "has not met", "Eva Falk", "negated, asserted")]),
        ("planned", "subject relation object status", [("Anna Berg", "is to meet", "Carl Dahl", "planned")]),
        ("reported-by", "source subject relation object", [("Tagblatt", "Anna Berg", "is said to have visited", "Southland")]),
        ("offices", "person office status", [("Anna Berg", "Foreign Minister of Norland", "asserted")]),
        ("places", "place subject object", [("Havn", "Anna Berg", "Carl Dahl")]),
        ("contradictions", "subject", []),
        ("articles", "article title statements", [("tag/blatt 2", "", "3"), ("havn", "Berg in Havn", "6")]),
        (
            "what-did-x-do",
            "relation object status source when",
            [
                ("has not met", "Eva Falk", "negated, asserted", "", ""),
                ("holds office", "Foreign Minister of Norland", "asserted", "", ""),
                ("is said to have visited", "Southland", "reported", "Tagblatt", ""),
                ("is to meet", "Carl Dahl", "planned", "", ""),
                ("met", "Carl Dahl", "asserted", "", "2024-05"),
                ("praise", "Eva Falk", "asserted", "", ""),
            ],
        ),
        ("timeline", "from to when object", [("2024-05-01", "2024-05-31", "im Mai", "Carl Dahl")]),
        (
            "evidence",
            "article start words quote",
            [
                ("havn", "0", "traf", "Außenministerin Anna Berg traf im Mai zweimal Carl Dahl in Havn."),
                ("tag/blatt 2", "42", "traf", "Berg traf im Mai zweimal Dahl in Havn."),
            ],
        ),
        (
            "who-is",
            "what value",
            [
                ("also called", "Havn"),
                ("iso3166", "NO-1"),
                ("name (de)", "Havn"),
                ("name (en)", "Havn"),
                ("same as", "https://sws.geonames.org/7/"),
                ("type", "City"),
            ],
        ),
        (
            "mentions",
            "article words reason",
            [("havn", "Anna Berg", ""), ("havn", "Berg", "surname"), ("tag/blatt 2", "Frau Berg", "title")],
        ),
        (
            "between",
            "subject relation object status",
            [("Anna Berg", "has not met", "Eva Falk", "negated, asserted"), ("Anna Berg", "praise", "Eva Falk", "asserted")],
        ),
        ("relations", "label statements facts", [("met", "3", "1")]),
        ("events", "type relation", [("CONSULT", "has not met")]),
        ("summary", "what number", [("articles", "2"), ("… copies of others", "0"), ("entities", "8")]),
    ],
)  # fmt: skip
def test_what_the_queries_answer(name: str, columns: str, expected: list[tuple[str, ...]], store: GraphStore) -> None:
    found = run_ready(store, name, ARGUMENTS.get(name, {}))
    wanted = [found.header.index(column) for column in columns.split()]
    rows = [tuple(row[i] for i in wanted) for row in plain(found)]
    assert rows[: len(expected)] == expected
    assert len(rows) == len(expected) or name in {"relations", "events", "summary"}


def test_a_fact_and_its_denial_contradict_each_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    from dataclasses import replace

    from kg.model import Polarity

    denied = replace(STATEMENTS["met"], polarity=Polarity.NEGATED)
    made = GraphStore(tmp_path_factory.mktemp("graph"))
    made.write(replace(SMALL, statements=tuple(sorted((*SMALL.statements, denied), key=lambda s: s.id))))
    rows = plain(run_ready(made, "contradictions", {}))
    assert [row[:3] for row in rows] == [("Anna Berg", "met", "Carl Dahl")]


@pytest.mark.parametrize(
    "given", ["Anna_Berg", "anna BERG", "Frau Berg", "ent:Anna_Berg", "https://kg.example/entity/Anna_Berg"]
)
def test_an_entity_is_found_by_whatever_it_is_called(given: str, store: GraphStore) -> None:
    found = bindings(store, ready_queries()["timeline"], {"entity": given})
    assert found["entity"].value == "https://kg.example/entity/Anna_Berg"


@pytest.mark.parametrize(
    "given", ["x' } SERVICE <http://x/> { '", '"', "\\", "Anna_Berg> ?p ?o", "?s", "", " ", "\x00\x1b\n\ud800"]
)
def test_a_hostile_argument_is_only_a_name(given: str, store: GraphStore) -> None:
    with pytest.raises((EntityNotFound, UsageError)):
        run_ready(store, "timeline", {"entity": given})


def test_an_unknown_name_gets_a_hint(store: GraphStore) -> None:
    for given, meant in (("Ana Berg", "Anna Berg"), ("Frau Bergg", "Frau Berg")):
        with pytest.raises(EntityNotFound, match=rf"no entity is called '{given}'; did you mean '{meant}'"):
            run_ready(store, "timeline", {"entity": given})


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("timeline", {}, "timeline needs entity: the name or id"),
        ("summary", {"entity": "Havn"}, "summary has no parameter 'entity'; it takes none"),
        ("evidence", {"statement": "0000"}, "no statement '0000'"),
    ],
)
def test_wrong_arguments_are_told(name: str, arguments: dict[str, str], message: str, store: GraphStore) -> None:
    with pytest.raises(UsageError, match=message):
        run_ready(store, name, arguments)


def test_an_unknown_query_is_told_with_the_known_ones(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="no ready query 'nonsense'; there are: articles, between"):
        run_ready(store, "nonsense", {})


def test_every_query_says_what_it_is() -> None:
    for query in ready_queries().values():
        assert query.title
        assert query.description.endswith(".")
        assert all(f"?{parameter.name}" in query.text for parameter in query.parameters)
        assert {parameter.kind for parameter in query.parameters} <= {"entity", "statement"}


def test_terms_keep_their_type(store: GraphStore) -> None:
    row = run_ready(store, "timeline", {"entity": "Anna_Berg"}).rows[0]
    assert row[0] == Term("2024-05-01", datatype="http://www.w3.org/2001/XMLSchema#date")


def test_copies_and_what_they_say_are_counted_apart(tmp_path: Path) -> None:
    first, second = SMALL.articles
    store = GraphStore(tmp_path)
    store.write(replace(SMALL, articles=(first, replace(second, copy_of=first.id))))
    numbers = {name: value for name, value in plain(run_ready(store, "summary", {}))}  # noqa: C416
    in_second = sum(evidence.article == second.id for s in SMALL.statements for evidence in s.evidence)
    assert (numbers["… copies of others"], numbers["… in copies"]) == ("1", str(in_second))
    assert in_second
