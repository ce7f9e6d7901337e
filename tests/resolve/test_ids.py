from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.ids import Scope, assign, local_name


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Li Shangfu", "Li_Shangfu"),
        ("Saudi Arabia", "Saudi_Arabia"),
        ("Jean-Claude Juncker", "Jean-Claude_Juncker"),
        ("Gerhard Schröder", "Gerhard_Schröder"),
        ("O’Brien", "OBrien"),
        ("AT&T Inc.", "AT_T_Inc"),
        ("<script>alert(1)</script>", "script_alert_1_script"),
        ("a\u202eb", "a_b"),
        ("Новости", "Новости"),
        ("  ", "unnamed"),
        ("—", "unnamed"),
    ],
)
def test_local_name(label: str, expected: str) -> None:
    assert local_name(label) == expected


@given(st.text())
def test_local_name_is_safe_in_an_iri(label: str) -> None:
    name = local_name(label)
    assert name
    assert not set(name) & set("<>\"{}|\\^`%#?/:@!$&'()*+,;=[] \n\t")
    assert name.isprintable()


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        ([Scope("Li Hui", "Person", "a", 0)], ["Li_Hui"]),
        ([Scope("Essen", "Person", "a", 0), Scope("Essen", "City", "b", 0, pinned=True)], ["Essen_Person", "Essen"]),
        (
            [Scope("Merkur", "Person", "a", 0), Scope("Merkur", "Company", "b", 0)],
            ["Merkur_Person", "Merkur_Company"],
        ),
        ([Scope("Müller", "Person", "a-1", 0), Scope("Müller", "Person", "b.2", 5)], ["Müller_a-1", "Müller_b_2"]),
        (
            [Scope("Müller", "Person", "a", 0), Scope("Müller", "Person", "a", 9), Scope("Müller", "Company", "a", 3)],
            ["Müller_Person_a_0", "Müller_Person_a_9", "Müller_Company"],
        ),
        ([Scope("X", "Person", "a b", 0), Scope("X", "Person", "a.b", 0)], ["X_Person_a_b_0_2", "X_Person_a_b_0_3"]),
        (
            [Scope("Merkur", "Person", "a", 0, articles=1), Scope("Merkur", "Company", "b", 0, articles=3)],
            ["Merkur_Person", "Merkur"],
        ),
        (
            [Scope("Merkur", "Person", "a", 0, articles=2), Scope("Merkur", "Company", "b", 0, articles=3)],
            ["Merkur_Person", "Merkur_Company"],
        ),
        ([Scope("Xi'an", "City", "a", 0, pinned=True)], ["Xi'an"]),
    ],
)
def test_assign(scopes: list[Scope], expected: list[str]) -> None:
    assert list(assign(scopes)) == expected


def test_an_id_of_the_gazetteer_is_never_another_things() -> None:
    assert assign([Scope("Paris", "Person", "a", 0)], reserved=frozenset({"Paris"})) == ("Paris_Person",)


NAMES = st.sampled_from(["Li", "Li_Person", "Müller", "Li_a", "Li_Person_a", "?"])
SCOPES = st.builds(
    Scope,
    NAMES,
    st.sampled_from(["Person", "Thing"]),
    st.sampled_from(["a", "b", "a b"]),
    st.integers(0, 2),
    st.just(False),
    st.integers(1, 5),
)


@given(st.lists(SCOPES, unique=True), st.randoms(use_true_random=False))
def test_ids_are_unique_and_the_order_does_not_matter(scopes: list[Scope], random: Random) -> None:
    given_ids = dict(zip(scopes, assign(scopes), strict=True))
    assert len(set(given_ids.values())) == len(scopes)
    random.shuffle(scopes)
    assert dict(zip(scopes, assign(scopes), strict=True)) == given_ids
