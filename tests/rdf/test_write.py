"""A graph as RDF: what it says, in which file formats, always the same bytes, and back again."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from datetime import date

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.errors import OntologyError, UsageError
from kg.model import Entity, KnowledgeGraph, Labels
from kg.rdf.namespaces import Names
from kg.rdf.read import read_graph
from kg.rdf.write import FORMATS, quads, serialize
from tests.rdf.graphs import SMALL, STATEMENTS, graphs

NAMES = Names()
OXIGRAPH = {
    "turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD, "rdfxml": RdfFormat.RDF_XML,
}  # fmt: skip
RDFLIB = {
    "turtle": "turtle", "ntriples": "nt", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml",
}  # fmt: skip
DATASETS = ("nquads", "trig")


def iri(compact: str) -> NamedNode:
    return NAMES.term(compact)


def said(graph: KnowledgeGraph) -> set[tuple[str, ...]]:
    """What a graph says, as N-Triples terms."""
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in quads(graph)}


def parsed(content: bytes, name: str) -> list[Quad]:
    return list(pyoxigraph.parse(content, format=OXIGRAPH[name]))


def with_rdflib(content: bytes, name: str) -> set[tuple[str, ...]]:
    """What rdflib reads in the file, as terms in N-Triples."""
    graph = rdflib.Dataset() if name in DATASETS else rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 warns of what its own Dataset.parse does
        graph.parse(io.BytesIO(content), format=RDFLIB[name])
        return {tuple(_term(term) for term in found[:3]) for found in _all(graph)}


def _all(graph: rdflib.Graph) -> Iterator[tuple[object, ...]]:
    return graph.quads() if isinstance(graph, rdflib.Dataset) else iter(graph)


def _term(term: object) -> str:
    if isinstance(term, rdflib.Literal):
        kind = NamedNode(str(term.datatype)) if term.datatype else None
        return str(
            pyoxigraph.Literal(str(term), language=term.language)
            if term.language
            else pyoxigraph.Literal(str(term), datatype=kind)
        )
    assert isinstance(term, rdflib.URIRef)
    return str(NamedNode(str(term)))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same_to_both_libraries(name: str) -> None:
    content = serialize(SMALL, name)
    found = parsed(content, name)
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in found} == with_rdflib(content, name)
    lost = said(SMALL) - {(str(q.subject), str(q.predicate), str(q.object)) for q in found}
    # "loben!" cannot name an element of XML; its statement is there.
    assert {p for _, p, _ in lost} == ({f"<{iri('rel:loben!').value}>"} if name == "rdfxml" else set())


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "rdfxml"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(graph=graphs())
def test_any_graph_comes_back_as_it_was(graph: KnowledgeGraph, name: str) -> None:
    found = parsed(serialize(graph, name), name)
    assert read_graph(found) == graph
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in found} == said(graph)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(graph=graphs())
def test_rdflib_reads_any_turtle_as_oxigraph_does(graph: KnowledgeGraph) -> None:
    assert with_rdflib(serialize(graph, "turtle"), "turtle") == said(graph)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(graph=graphs())
def test_rdfxml_is_well_formed_whatever_the_text(graph: KnowledgeGraph) -> None:
    content = serialize(graph, "rdfxml")
    assert len(parsed(content, "rdfxml")) <= len(said(graph))
    assert len(with_rdflib(content, "rdfxml")) <= len(said(graph))


def test_named_graphs_keep_articles_entities_and_edges_apart() -> None:
    found = {str(quad.graph_name) for quad in quads(SMALL)}
    assert found == {str(node) for node in (NAMES.resolved, NAMES.edges, *map(NAMES.article, ("havn", "tag/blatt 2")))}
    assert set(parsed(serialize(SMALL, "trig"), "trig")) == set(quads(SMALL))
    assert set(parsed(serialize(SMALL, "nquads"), "nquads")) == set(quads(SMALL))


@pytest.mark.parametrize(
    ("name", "direct"),
    [("met", True), ("office", True), ("praised", True), ("not met", False), ("will meet", False), ("visited", False)],
)
def test_only_what_is_affirmed_and_asserted_is_an_edge(name: str, direct: bool) -> None:
    statement = STATEMENTS[name]
    alone = KnowledgeGraph(SMALL.articles, SMALL.entities, (statement,))
    assert isinstance(statement.object, str)
    subject, target = NAMES.entity(statement.subject), NAMES.entity(statement.object)
    edges = {(subject, iri(statement.relation.id), target)}
    if statement.relation.id == "kg:met":  # symmetric: true from both sides
        edges.add((target, iri(statement.relation.id), subject))
    found = [(q.subject, q.predicate, q.object) for q in quads(alone) if q.graph_name == NAMES.edges]
    assert (set(found), len(found)) == ((edges, len(edges)) if direct else (set(), 0))
    assert any((q.subject, q.predicate, q.object) in edges for q in quads(alone)) is direct


def test_there_are_no_blank_nodes_and_no_quad_twice() -> None:
    found = list(quads(SMALL))
    assert len(found) == len(set(found))
    assert all(isinstance(quad.subject, NamedNode) for quad in found)


def test_turtle_is_for_reading() -> None:
    text = serialize(SMALL, "turtle").decode()
    assert (
        "ent:Anna_Berg a schema:Person ;\n"
        '    schema:name "Anna Berg" ;\n'
        '    rdfs:label "Anna Berg"@de, "Anna Berg"@en ;\n'
        '    skos:altLabel "Anna Berg"@de, "Berg"@de, "Frau Berg"@de ;\n'
        "    skos:exactMatch <http://www.wikidata.org/entity/Q42> ;\n"
        "    kg:holdsOffice ent:Foreign_Minister ;\n"
        "    kg:met ent:Carl_Dahl ;\n"
        "    rel:loben%21 ent:Eva_Falk ;\n"
    ) in text
    assert '    kg:timeStart "2024-05-01"^^xsd:date ;' in text
    assert "    kg:confidence 0.95 ;" in text
    assert "    kg:confidence 0.00001 ;" in text
    assert text.index("# Articles") < text.index("# Entities") < text.index("# Statements") < text.index("# Spans")
    assert max(map(len, text.splitlines())) < 200


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = "from tests.rdf.graphs import SMALL; from kg.rdf.write import *; import hashlib; " \
        "print([hashlib.sha256(serialize(SMALL, name)).hexdigest() for name in FORMATS])"  # fmt: skip
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""


def test_the_base_can_be_set() -> None:
    content = serialize(SMALL, "nquads", base="http://news.example.org/g#")
    assert b"<http://news.example.org/g#entity/Anna_Berg>" in content
    assert b"kg.example/entity" not in content
    assert read_graph(parsed(content, "nquads"), base="http://news.example.org/g#") == SMALL


@pytest.mark.parametrize("base", ["", "kg.example", "https://kg.example", "no iri/", "/relative/", "<>/"])
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match=r"base|build on"):
        serialize(SMALL, "turtle", base=base)


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no format 'n3'; there are: turtle, ntriples"):
        serialize(SMALL, "n3")


def test_an_unknown_type_is_an_error_of_the_ontology() -> None:
    with pytest.raises(OntologyError, match="Gadget"):
        serialize(KnowledgeGraph(entities=(Entity("x", "Gadget", Labels()),)), "turtle")


def test_dates_and_languages_are_typed() -> None:
    found = set(quads(SMALL))
    graph, subject = NAMES.article("havn"), NAMES.article("havn")
    published = pyoxigraph.Literal(date(2024, 5, 20).isoformat(), datatype=iri("xsd:date"))
    assert Quad(subject, iri("schema:datePublished"), published, graph) in found
    assert Quad(subject, iri("schema:headline"), pyoxigraph.Literal("Berg in Havn", language="de"), graph) in found
