"""A graph that keeps its promises is valid; each broken promise is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import GraphMissing
from kg.model import Evidence, KnowledgeGraph, Span, Statement
from kg.rdf.namespaces import Names
from kg.rdf.shapes import part, spread
from kg.rdf.store import GraphStore
from kg.rdf.validate import Violation, invariants, validate
from tests.rdf.graphs import SMALL, STATEMENTS, TEXTS

PREFIXES = Names().prefixes


def line(subject: str, predicate: str, target: str, graph: str) -> str:
    """An N-Quads line of prefixed names; a target in quotes is a literal."""

    def iri(compact: str) -> str:
        prefix, _, local = compact.partition(":")
        return f"<{PREFIXES[prefix]}{local}>"

    value = target if target.startswith('"') else iri(target)
    return f"{iri(subject)} {iri(predicate)} {value} {iri(graph)} .\n"


def tampered(tmp_path: Path, *, without: str = "", having: str = "", added: str = "") -> tuple[Violation, ...]:
    """What is wrong with the small graph without a subject's quads that have a word in them, and with some added."""
    store = GraphStore(tmp_path / "graph")
    store.write(SMALL)
    prefix, _, local = without.partition(":")
    subject = f"<{PREFIXES.get(prefix)}{local}> "
    for file in store.current().files():
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not without or not line.startswith(subject) or having not in line]
        file.write_text("".join(kept) + (added if file.name == "resolved.nq" else ""), encoding="utf-8")
    told, *found = validate(store, texts=TEXTS)
    assert told.rule == "unchanged"
    return tuple(found)


def rules(found: tuple[Violation, ...]) -> set[str]:
    return {violation.rule for violation in found}


def test_a_graph_as_it_was_written_is_valid(store: GraphStore) -> None:
    assert validate(store, texts=TEXTS, shapes=None) == ()
    assert validate(store) == ()


@pytest.mark.parametrize("name", ["not met", "will meet", "visited"])
def test_an_edge_of_what_is_no_fact_is_found(name: str, tmp_path: Path) -> None:
    statement = STATEMENTS[name]
    edge = (f"ent:{statement.subject}", statement.relation.id, f"ent:{statement.object}")
    if name == "will meet":  # the same is a fact too: the edge is that one's
        edge = ("ent:Carl_Dahl", "kg:met", "ent:Eva_Falk")
    for graph in ("graph:edges", "graph:resolved", "art:havn"):
        found = tampered(tmp_path / graph.replace(":", "-"), added=line(*edge, graph))
        assert (
            Violation(
                "edge-without-statement",
                edge[0],
                "a direct edge that no affirmed and asserted statement says: "
                f"{PREFIXES['kg']}{edge[1][3:]} {PREFIXES['ent']}{edge[2][4:]}",
            )
            in found
        )
        assert "round-trip" in rules(found)


def test_a_fact_without_its_edge_is_found(tmp_path: Path) -> None:
    found = tampered(tmp_path, without="ent:Anna_Berg", having="ontology#holdsOffice> ")
    assert (
        Violation(
            "statement-without-edge",
            f"st:{STATEMENTS['office'].id}",
            "affirmed and asserted, but without its direct edge",
        )
        in found
    )


def test_a_statement_without_evidence_is_found(tmp_path: Path) -> None:
    key = STATEMENTS["office"].id
    found = tampered(tmp_path, without=f"st:{key}", having="ontology#evidence>")
    assert {violation.rule for violation in found if violation.subject == f"st:{key}"} == {
        "statement-without-evidence",
        "shape",
    }
    assert "readable" in rules(found)


@pytest.mark.parametrize("lost", ["ent:Havn", "rel:loben%21", "art:havn", f"st:{STATEMENTS['met'].id}"])
def test_an_iri_that_nothing_describes_is_found(lost: str, tmp_path: Path) -> None:
    found = tampered(tmp_path, without=lost)
    assert {violation.subject for violation in found if violation.rule == "dangling"} == {lost}


def test_a_relation_that_is_not_described_is_found(tmp_path: Path) -> None:
    found = tampered(tmp_path, without="kg:met")
    assert Violation("relation-without-label", "kg:met", "a relation that the graph does not describe") in found


def test_what_the_graph_does_not_say_is_found(tmp_path: Path) -> None:
    found = tampered(tmp_path, added=line("ent:Havn", "schema:name", '"Port"', "graph:resolved"))
    assert Violation("round-trip", "ent:Havn", 'follows from nothing: schema:name "Port"') in found
    assert any(v.rule == "shape" and v.subject == "ent:Havn" and "name" in v.message for v in found)


def test_quotes_are_held_against_the_texts(tmp_path: Path) -> None:
    store = GraphStore(tmp_path)
    store.write(SMALL)
    moved = {key: "x" + text for key, text in TEXTS.items()}
    found = validate(store, texts=moved)
    assert sum(violation.rule == "text" for violation in found) == 2
    assert Violation("quote", "span:havn.99-106", "the text has '. Norla', the graph 'Norland'") not in found
    start = TEXTS["havn"].index("Norland")
    wanted = Violation("quote", f"span:havn.{start}-{start + 7}", "the text has ' Norlan', the graph 'Norland'")
    assert wanted in found


def test_a_text_that_is_not_at_hand_is_told(store: GraphStore) -> None:
    found = validate(store, texts={"havn": TEXTS["havn"]})
    assert found == (
        Violation("text", "art:tag%2Fblatt%202", "its text is not at hand, so its quotes cannot be checked"),
    )


def test_a_quote_that_is_longer_than_its_span_is_found_without_the_text(tmp_path: Path) -> None:
    wrong = Evidence("havn", Span(0, 3), "Außen", "traf")
    graph = replace(SMALL, statements=(replace(STATEMENTS["office"], evidence=(wrong,)),))
    store = GraphStore(tmp_path)
    store.write(graph)
    found = validate(store)
    assert found == (
        Violation("quote-length", "span:havn.0-3-target", "a quote that does not have the length of its span: 0-3"),
    )


def test_a_statement_that_is_not_what_its_id_says_is_found(tmp_path: Path) -> None:
    key = STATEMENTS["not met"].id
    affirmed = line(f"st:{key}", "kg:polarity", "kg:Affirmed", "graph:resolved")
    found = tampered(tmp_path, without=f"st:{key}", having="ontology#polarity", added=affirmed)
    assert {"round-trip", "statement-without-edge"} <= rules(found)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("kg:timeStart", '"2025-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'), "timeStart"),
        (("kg:modality", "kg:Reported"), "modality"),
        (("kg:unknown", '"x"'), "unknown"),
    ],
)
def test_what_breaks_a_shape_is_told_in_one_line(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    subject = f"st:{STATEMENTS['met'].id}"
    found = [v for v in tampered(tmp_path, added=line(subject, *change, "graph:resolved")) if v.rule == "shape"]
    assert any(v.subject == subject and message in v.message for v in found)
    assert not any("\n" in str(v) for v in found)


def test_without_a_graph_there_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing):
        validate(GraphStore(tmp_path))


def test_an_empty_graph_is_valid(tmp_path: Path) -> None:
    store = GraphStore(tmp_path)
    store.write(KnowledgeGraph())
    assert validate(store, texts={}) == ()


def test_a_part_of_a_graph_is_whole_enough_for_the_shapes(store: GraphStore) -> None:
    opened = store.open()
    names = Names()
    found = set(part(opened, names.article("tag/blatt 2"), names))
    assert 0 < len(found) < len(opened)
    subjects = {quad.subject for quad in found}
    assert {names.entity("Anna_Berg"), names.entity("Tagblatt"), names.statement(STATEMENTS["visited"].id)} <= subjects
    assert names.statement(STATEMENTS["paid"].id) not in subjects
    assert validate(store, shapes=1) == ()


@pytest.mark.parametrize(
    ("length", "number", "expected"), [(10, 2, [0, 5]), (10, 3, [0, 3, 6]), (3, 5, [0, 1, 2]), (4, None, [0, 1, 2, 3])]
)
def test_articles_are_taken_at_even_distances(length: int, number: int | None, expected: list[int]) -> None:
    nodes = [NamedNode(f"a:{i}") for i in range(length)]
    assert list(spread(nodes, number)) == [nodes[i] for i in expected]


def test_every_invariant_says_what_it_finds() -> None:
    assert set(invariants()) == {
        "dangling", "edge-without-statement", "quote-length", "relation-without-label", "statement-without-edge",
        "statement-without-evidence",
    }  # fmt: skip
    assert isinstance(STATEMENTS["met"], Statement)


def test_a_copy_is_of_an_article_that_is_there(tmp_path: Path) -> None:
    first, second = SMALL.articles
    for original, sound in ((first.id, True), ("nowhere", False)):
        store = GraphStore(tmp_path / original)
        store.write(replace(SMALL, articles=(first, replace(second, copy_of=original))))
        assert store.read().articles[1].copy_of == original
        assert (validate(store, shapes=None) == ()) is sound


def test_an_edge_backwards_is_found_unless_the_relation_is_symmetric(tmp_path: Path) -> None:
    edge = ("ent:Foreign_Minister", "kg:holdsOffice", "ent:Anna_Berg")
    assert "edge-without-statement" in rules(tampered(tmp_path / "a", added=line(*edge, "graph:edges")))
    gone = tampered(tmp_path / "b", without="ent:Carl_Dahl", having="#met>")
    assert {(violation.rule, violation.subject) for violation in gone} == {("round-trip", "ent:Carl_Dahl")}
