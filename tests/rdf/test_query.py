"""Questions to the store: every form of query, its limits, and what goes wrong."""

from __future__ import annotations

import psutil
import pytest
from pyoxigraph import NamedNode

from kg.errors import GraphMissing, QueryError, QueryRefused, QueryTimeout
from kg.rdf.query import run
from kg.rdf.results import Form, Kind, Term
from kg.rdf.store import GraphStore
from tests.rdf.graphs import SMALL

ENTITY = "https://kg.example/entity/"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_select_gives_rows_of_terms_and_knows_the_prefixes(store: GraphStore) -> None:
    found = run(
        store, "SELECT ?met ?label ?none { ent:Anna_Berg kg:met ?met . ?met rdfs:label ?label } ORDER BY ?label"
    )
    dahl = Term(ENTITY + "Carl_Dahl", Kind.IRI)
    assert (found.form, found.header, found.complete) == (Form.SELECT, ("met", "label", "none"), True)
    assert found.rows == (
        (dahl, Term("Carl Dahl", language="de"), None),
        (dahl, Term("Carl Dahl", language="en"), None),
    )


@pytest.mark.parametrize(
    ("triple", "expected"),
    [
        ("ent:Anna_Berg kg:met ent:Carl_Dahl", True),
        ("ent:Carl_Dahl kg:met ent:Anna_Berg", True),  # symmetric
        ("ent:Anna_Berg kg:met ent:Eva_Falk", False),
        ("ent:Eva_Falk kg:met ent:Anna_Berg", False),
        ("ent:Anna_Berg kg:holdsOffice ent:Foreign_Minister", True),
        ("ent:Foreign_Minister kg:holdsOffice ent:Anna_Berg", False),
    ],
)
def test_ask_says_yes_or_no(triple: str, expected: bool, store: GraphStore) -> None:
    found = run(store, f"ASK {{ {triple} }}")
    assert (found.form, bool(found)) == (Form.ASK, expected)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("CONSTRUCT { ?o kg:met ?s } WHERE { ?s kg:met ?o }", Form.CONSTRUCT),
        ("DESCRIBE ?s { ?s kg:met ent:Carl_Dahl }", Form.DESCRIBE),
    ],
)
def test_graphs_come_as_triples(query: str, form: Form, store: GraphStore) -> None:
    found = run(store, query)
    assert (found.form, found.header) == (form, ("subject", "predicate", "object"))
    assert len(found.rows) >= 1
    assert all(term is not None and term.kind is Kind.IRI for row in found.rows for term in row[:2])


def test_a_query_of_the_user_may_redefine_a_prefix(store: GraphStore) -> None:
    assert run(store, "PREFIX e: <https://kg.example/entity/> ASK { e:Anna_Berg kg:met ?o }")
    assert not run(store, "PREFIX ent: <https://other.example/> ASK { ent:Anna_Berg kg:met ?o }")


def test_all_named_graphs_are_asked_and_one_can_be(store: GraphStore) -> None:
    assert run(store, "ASK { ent:Anna_Berg kg:met ?o ; schema:name ?name ; kg:mention ?mention }")
    assert run(store, "ASK { GRAPH graph:edges { ent:Anna_Berg kg:met ?o } }")
    assert not run(store, "ASK { GRAPH graph:resolved { ent:Anna_Berg kg:met ?o } }")
    assert run(store, "ASK FROM graph:edges { ent:Anna_Berg kg:met ?o }")
    assert not run(store, "ASK FROM graph:resolved { ent:Anna_Berg kg:met ?o }")


def test_rows_are_capped_and_it_says_so(store: GraphStore) -> None:
    found = run(store, "SELECT * { ?s ?p ?o }", rows=5)
    assert (len(found.rows), found.complete) == (5, False)
    assert run(store, "SELECT * { ?s a schema:City }", rows=1).complete


def test_a_slow_query_is_stopped(store: GraphStore) -> None:
    before = set(psutil.Process().children(recursive=True))
    with pytest.raises(QueryTimeout, match="ran past 1 s;"):
        run(store, PRODUCT, timeout=1)
    assert set(psutil.Process().children(recursive=True)) <= before  # what would have counted for days is gone


def test_a_query_that_wants_all_the_memory_is_stopped(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="too much memory"):
        run(store, PRODUCT.replace("(COUNT(*) AS ?n)", "*") + " ORDER BY ?l", memory=500 << 20, timeout=600)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x { ?x", 'the query is no SPARQL: it ends too early: the "{" at line 1, column 11 is not closed'),
        ("SELECT ?x { ?x nope:y ?z }", "the query is no SPARQL: the prefix nope: at line 1, column 16 is not declared"),
        ("nonsense", "no SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("", "no SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("SELECT (<a:f>(1) AS ?x) {}", "custom function"),
        ("SELECT ?s { BIND('a" + "b" * 10 + "\n' AS ?s) }", "line 1"),
    ],
)
def test_a_wrong_query_gets_one_line(query: str, message: str, store: GraphStore) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        run(store, query)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "excerpt"),
    [
        ("SELECT ?x\nWHERE { ?x kg:met }", "WHERE { ?x kg:met }\n                  ^"),
        ("SELECT ?x {\t?x met ?y }", "SELECT ?x {\t?x met ?y }\n           \t   ^"),
        ("SELECT ?x { ?x kg:met 'a }", "SELECT ?x { ?x kg:met 'a }\n                      ^"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x kg:met ?y }", ""),
    ],
)
def test_a_wrong_query_is_shown_where_it_is_wrong(query: str, excerpt: str, store: GraphStore) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, query)
    assert caught.value.excerpt == excerpt


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("SELECT * { ?x kg:meet ?y }", ["kg:meet; did you mean kg:met?"]),
        ("SELECT * { ?x kg:metWith ?y }", ["kg:metWith; did you mean kg:met?"]),
        ("SELECT * { ?x kg:qwertz ?y ; kg:holdoffice ?z }", ["kg:qwertz", "kg:holdoffice; did you mean kg:holdsOffice?"]),
        ("ASK { ent:Dahl kg:met ent:Anna_Burg }", ["ent:Dahl; did you mean ent:Carl_Dahl?", "ent:Anna_Burg; did you mean ent:Anna_Berg?"]),
        ("PREFIX k: <https://kg.example/ontology#> ASK { ?x k:meet ?y }", ["k:meet; did you mean k:met?"]),
        ("ASK { st:0 kg:polarity ?p }", ["st:0"]),
        ("ASK { ?x a kg:Statment }", ["kg:Statment; did you mean kg:Statement?"]),
        ("ASK { GRAPH graph:edges { ent:Anna_Berg kg:met ?x } }", []),
        ("ASK { ?x kg:visited ?y ; kg:sanctioned ?z ; kg:modality kg:Planned }", []),  # of the ontology, though not here
        ("CONSTRUCT { ?y kg:metBy ?x } WHERE { ?x kg:met ?y }", []),
        ("ASK { ?x <https://example.org/a> 'kg:meet' . ?x schema:nam ?y } # kg:meet", []),
    ],
)  # fmt: skip
def test_names_that_the_graph_does_not_know_are_told(query: str, notes: list[str], store: GraphStore) -> None:
    assert list(run(store, query).notes) == [f"nothing in the graph is called {note}" for note in notes]


def test_a_refused_query_never_runs(store: GraphStore) -> None:
    with pytest.raises(QueryRefused):
        run(store, "SELECT * { SERVICE <http://127.0.0.1:1/> {} }")


def test_a_bound_variable_is_a_term(store: GraphStore) -> None:
    found = run(store, "SELECT ?o { ?who kg:met ?o }", bindings={"who": NamedNode(ENTITY + "Anna_Berg")})
    assert found.rows == ((Term(ENTITY + "Carl_Dahl", Kind.IRI),),)


def test_a_store_that_rots_is_mended(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = GraphStore(tmp_path_factory.mktemp("rotten"))
    made.write(SMALL)
    for file in made.current().oxigraph.glob("*.sst"):
        file.write_bytes(bytes(byte ^ 255 for byte in file.read_bytes()[:-60]) + file.read_bytes()[-60:])
    assert run(made, "ASK { ent:Anna_Berg kg:met ent:Carl_Dahl }")


def test_without_a_graph_there_is_no_answer(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(GraphMissing, match="kg build"):
        run(GraphStore(tmp_path_factory.mktemp("empty")), "ASK {}")
