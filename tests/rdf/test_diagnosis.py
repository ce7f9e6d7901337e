"""What is wrong with a query, in a sentence that names the place where it is."""

from __future__ import annotations

import pyoxigraph
import pytest

from kg.rdf.diagnosis import diagnose
from kg.rdf.namespaces import Names

PREFIXES = dict(Names().prefixes)


@pytest.mark.parametrize(
    ("query", "line", "column", "says"),
    [
        ("SELECT ?x { ?x kg:met ?y ", 1, 11, 'it ends too early: the "{"'),
        ("SELECT ?x { ?x Kg:met ?y }", 1, 16, "did you mean kg:?"),
        ("SELECT ?x { ?x schma:name ?y }", 1, 16, "did you mean schema:?"),
        ("SELECT ?x { ?x dbo:name ?y }", 1, 16, "known are art, ent,"),
        ("PREFIX dbo: <http://d/> SELECT ?x { ?x dbp:name ?y }", 1, 40, "did you mean dbo:?"),
        ("SELECT ?x WHERE { ?x kg:met }", 1, 29, "something is missing before it"),
        ("SELECT x WHERE { ?x kg:met ?y }", 1, 8, "did you mean ?x?"),
        ("SELECT ?x\nWHERE {\n  ?x kg:met ?y .\n  FILTR(?x) }", 4, 3, "did you mean FILTER?"),
        ("SELECT ?x WHERE { OPTIONL { ?y kg:met ?z } }", 1, 19, "did you mean OPTIONAL?"),
        ("SELECT ?x { ?x kg:met ?y } LIMT 5", 1, 28, "did you mean LIMIT?"),
        ("SELECT ?x { ?x kg:met ?y } ORDER ?x", 1, 34, "did you mean ORDER BY?"),
        ("SELECT ?x { ?x met ?y }", 1, 16, "with a prefix (kg:met"),
        ("SELECT ?x { ?x kg:met ent:Li Shangfu }", 1, 30, '"Shangfu" cannot stand'),
        ("SELECT ?x { <a> kg:met ?x }", 1, 13, "<a>"),
        ("SELECT (foo(?x) AS ?y) { ?x kg:met ?z }", 1, 9, "no such function"),
        ("SELECT ?x, ?y { ?x kg:met ?y }", 1, 10, "only a space"),
        ("SELECT ?x { ?x kg:met ?y } }", 1, 28, 'no "{" that it closes'),
        ("SELECT ?x { ?x kg:met ?y ?z }", 1, 26, '"?z" cannot stand'),
        ('SELECT ?x { """a\nb""" ?y ?z ?k }', 2, 12, '"?k" cannot stand'),
        ("# first\nSELECT ?x { # second {\n ?x ?p 'a' 'b' }", 3, 12, "'b'"),
    ],
)
def test_place_and_sentence(query: str, line: int, column: int, says: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        pyoxigraph.Store().query(query, prefixes=PREFIXES)
    sentence, place = diagnose(query, PREFIXES, str(caught.value))
    assert place
    assert (place.line, place.column) == (line, column)
    assert f"line {line}, column {column}" in sentence
    assert says in sentence
    assert "expected" not in sentence


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x kg:met ?y }", "GROUP BY"),
        ("SELECT ?x { BIND(1 AS ?x) BIND(2 AS ?x) }", "twice"),
        ("SELECT", "ends too early"),
    ],
)
def test_faults_of_the_whole(query: str, says: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        pyoxigraph.Store().query(query, prefixes=PREFIXES)
    sentence, place = diagnose(query, PREFIXES, str(caught.value))
    assert says in sentence
    assert place is None
