"""Ids to IRIs and back, whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.model import Span
from kg.rdf.namespaces import Names, local_name

NAMES = Names()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Li_Shangfu", "Li_Shangfu"),
        ("Jürgen_Müller-Özil", "Jürgen_Müller-Özil"),
        ("Mosaïque_FM", "Mosaïque_FM"),
        ("北京", "北京"),
        ("St. Pölten", "St.%20Pölten"),
        (".hidden", "%2Ehidden"),
        ("..", "%2E%2E"),
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("100%", "100%25"),
        ("<script>", "%3Cscript%3E"),
        ("\u202eabc", "%E2%80%AEabc"),
        ("x\ud800y", "x%EF%BF%BDy"),
        ("", ""),
    ],
)
def test_letters_stay_and_all_else_is_encoded(text: str, expected: str) -> None:
    assert local_name(text) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_id_gives_a_valid_iri_and_comes_back(text: str) -> None:
    for prefix in ("ent", "art", "rel"):
        found = NAMES.node(prefix, text)
        assert NAMES.local(found.value, prefix) == text
        assert NAMES.compact(found.value) == f"{prefix}:{text}"
        assert NAMES.term(f"{prefix}:{text}") == found


@given(st.text(), st.text())
def test_different_ids_give_different_iris(one: str, other: str) -> None:
    whole = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in (one, other)]
    assert (NAMES.entity(one) == NAMES.entity(other)) == (whole[0] == whole[1])


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://kg.example/entity/Li_Shangfu", "ent:Li_Shangfu"),
        ("https://kg.example/entity/a%20b", "ent:a%20b"),
        ("https://kg.example/entity/a.b-c", "ent:a.b-c"),
        ("https://kg.example/ontology#met", "kg:met"),
        ("http://www.w3.org/ns/oa#exact", "oa:exact"),
        ("https://kg.example/entity/", "<https://kg.example/entity/>"),
        ("https://kg.example/entity/a.", "<https://kg.example/entity/a.>"),
        ("https://kg.example/entity/-a", "<https://kg.example/entity/-a>"),
        ("https://kg.example/entity/a/b", "<https://kg.example/entity/a/b>"),
        ("https://kg.example/elsewhere", "<https://kg.example/elsewhere>"),
    ],
)
def test_an_iri_is_shortened_only_where_turtle_allows_it(iri: str, expected: str) -> None:
    assert NAMES.prefixed(iri) == expected


def test_an_iri_of_another_kind_has_no_id_of_this_kind() -> None:
    assert NAMES.local(NAMES.article("a").value, "ent") is None
    assert NAMES.local("http://www.wikidata.org/entity/Q1", "ent") is None


def test_a_span_has_one_iri() -> None:
    assert NAMES.position("a b", Span(3, 9)) == NamedNode("https://kg.example/span/a%20b.3-9")


def test_an_unknown_prefix_is_refused() -> None:
    with pytest.raises(ValueError, match="no prefix for 'foo:bar'"):
        NAMES.term("foo:bar")
