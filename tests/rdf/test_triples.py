"""What CONSTRUCT and DESCRIBE give, as files of RDF and as a graph of rdflib."""

from __future__ import annotations

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from kg.errors import UsageError
from kg.rdf.namespaces import XSD, Names
from kg.rdf.query import run
from kg.rdf.results import Form, Kind, Result, Term
from kg.rdf.store import GraphStore
from kg.rdf.triples import TRIPLE_FORMATS, to_rdf, to_rdflib, triples

ENT = "https://kg.example/entity/"
FORMATS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD, "rdfxml": RdfFormat.RDF_XML}  # fmt: skip
BLANK = Term("b7", Kind.BLANK)
KNOWS, NAME = Term("https://schema.org/knows", Kind.IRI), Term("https://schema.org/name", Kind.IRI)
ROWS = (
    (Term(ENT + "B", Kind.IRI), KNOWS, BLANK),
    (BLANK, NAME, Term('"A"\n\\ \tü', language="de")),
    (BLANK, NAME, Term("007", datatype=XSD + "integer")),
    (BLANK, NAME, Term("plain # @prefix x: <y> .")),
    (Term(ENT + "A", Kind.IRI), KNOWS, Term(ENT + "B", Kind.IRI)),
    (Term(ENT + "A", Kind.IRI), KNOWS, Term(ENT + "B", Kind.IRI)),
)
MADE = Result(("subject", "predicate", "object"), ROWS, Form.CONSTRUCT)


@pytest.mark.parametrize("style", TRIPLE_FORMATS)
def test_every_format_says_the_same(style: str) -> None:
    text = to_rdf(MADE, style)
    read = {str(quad.triple) for quad in pyoxigraph.parse(text, format=FORMATS[style])}
    assert read == {str(triple) for triple in triples(MADE)}
    assert len(read) == 5
    assert "https://kg.example/made/1" in "".join(read)
    assert to_rdf(Result(MADE.header, ROWS[::-1], Form.CONSTRUCT), style) == text


def test_turtle_has_the_prefixes_that_it_uses_and_no_headings(store: GraphStore) -> None:
    text = to_rdf(run(store, "CONSTRUCT { ?b schema:knows ?a } WHERE { ?a kg:met ?b }"), "turtle")
    assert text == (
        "@prefix ent: <https://kg.example/entity/> .\n@prefix schema: <https://schema.org/> .\n\n"
        "ent:Anna_Berg schema:knows ent:Carl_Dahl .\n\nent:Carl_Dahl schema:knows ent:Anna_Berg .\n"
    )


def test_nothing_made_is_a_file_without_triples(store: GraphStore) -> None:
    nothing = run(store, "CONSTRUCT { ?a kg:met ?b } WHERE { ?a kg:visited ?b FILTER(false) }")
    for style in TRIPLE_FORMATS:
        assert list(pyoxigraph.parse(to_rdf(nothing, style), format=FORMATS[style])) == []


def test_rdflib_keeps_literals_as_they_are_written() -> None:
    graph = to_rdflib(triples(MADE), Names())
    assert {term.n3() for term in graph.objects() if '"' in term.n3()} >= {
        f'"007"^^<{XSD}integer>', '"plain # @prefix x: <y> ."',
    }  # fmt: skip
    assert len(graph) == 5


@pytest.mark.parametrize("form", [Form.SELECT, Form.ASK])
def test_rows_are_no_triples(form: Form) -> None:
    with pytest.raises(UsageError, match=f"{form} gives no triples"):
        to_rdf(Result(MADE.header, ROWS, form), "turtle")
    with pytest.raises(UsageError, match="no format"):
        to_rdf(MADE, "pdf")
