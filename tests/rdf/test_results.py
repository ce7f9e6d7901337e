"""Answers as table, CSV and JSON, by the letter of the W3C formats."""

from __future__ import annotations

import csv
import io
import json

import pytest
import rdflib

from kg.rdf.namespaces import XSD, Names
from kg.rdf.results import Form, Kind, Result, Term, cell, to_csv, to_json, to_json_lines, to_tsv, yes_or_no

NAMES = Names()
ROWS = Result(
    ("who", "what"),
    (
        (Term("https://kg.example/entity/Anna_Berg", Kind.IRI), Term('sagte "nein",\r\ndann', language="de")),
        (Term("b0", Kind.BLANK), Term("3", datatype=XSD + "integer")),
        (Term("https://example.org/x"), None),
    ),
)


def test_json_is_the_format_of_w3c() -> None:
    assert json.loads(to_json(ROWS)) == {
        "head": {"vars": ["who", "what"]},
        "results": {
            "bindings": [
                {
                    "who": {"type": "uri", "value": "https://kg.example/entity/Anna_Berg"},
                    "what": {"type": "literal", "value": 'sagte "nein",\r\ndann', "xml:lang": "de"},
                },
                {
                    "who": {"type": "bnode", "value": "b0"},
                    "what": {"type": "literal", "value": "3", "datatype": XSD + "integer"},
                },
                {"who": {"type": "literal", "value": "https://example.org/x"}},
            ]
        },
    }


@pytest.mark.parametrize("value", [True, False])
def test_json_of_ask_is_a_boolean(value: bool) -> None:
    assert json.loads(to_json(yes_or_no(value))) == {"head": {}, "boolean": value}


def test_rdflib_reads_the_json() -> None:
    found = rdflib.query.Result.parse(io.BytesIO(to_json(ROWS).encode()), format="json")
    assert [str(name) for name in found.vars or ()] == ["who", "what"]
    assert len(list(found)) == 3


def test_csv_is_the_format_of_w3c() -> None:
    text = to_csv(ROWS)
    assert text.startswith("who,what\r\nhttps://kg.example/entity/Anna_Berg,")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["who", "what"],
        ["https://kg.example/entity/Anna_Berg", 'sagte "nein",\r\ndann'],
        ["_:b0", "3"],
        ["https://example.org/x", ""],
    ]
    assert to_csv(yes_or_no(True)) == "answer\r\ntrue\r\n"


def test_a_cell_shortens_iris_and_stays_on_one_line() -> None:
    assert [[cell(term, NAMES) for term in row] for row in ROWS.rows] == [
        ["ent:Anna_Berg", 'sagte "nein", dann'],
        ["_:b0", "3"],
        ["https://example.org/x", ""],
    ]


@pytest.mark.parametrize("text", ["\x1b[31mred", "\x07", "abc\u202edcb", "\x9b31m"])
def test_a_cell_cannot_steer_the_terminal(text: str) -> None:
    assert not set(cell(Term(text), NAMES)) & {"\x1b", "\x07", "\u202e", "\x9b"}


def test_a_result_is_true_when_it_has_rows() -> None:
    assert ROWS
    assert not Result(("x",), ())
    assert not yes_or_no(False)
    assert Result(("x",), (), Form.CONSTRUCT) != Result(("x",), ())


def test_tsv_is_the_format_of_w3c() -> None:
    assert to_tsv(ROWS).splitlines() == [
        "?who\t?what",
        '<https://kg.example/entity/Anna_Berg>\t"sagte \\"nein\\",\\r\\ndann"@de',
        f'_:b0\t"3"^^<{XSD}integer>',
        '"https://example.org/x"\t',
    ]


def test_json_lines_are_an_object_a_row() -> None:
    assert [json.loads(line) for line in to_json_lines(ROWS).splitlines()] == [
        {"who": "https://kg.example/entity/Anna_Berg", "what": 'sagte "nein",\r\ndann'},
        {"who": "_:b0", "what": "3"},
        {"who": "https://example.org/x", "what": None},
    ]
