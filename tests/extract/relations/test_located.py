"""Where a place lies, when the text says so right behind its name; and vetoes of what the gazetteer knows better."""

from __future__ import annotations

import pytest

from kg.extract.relations.located import located
from kg.ontology import load_gazetteer, load_ontology
from tests.extract.inline import reading

LINKS = {"Lyon": "Lyon", "Frankreich": "France", "Russland": "Russia", "Bayern": "Bavaria", "München": "Munich"}
BRACKETS = """{inner} (/PUNCT/3/punct {outer} )/PUNCT/3/punct feierte:feiern/VERB/0/root/Fin"""
INSIDE = """{inner} {preposition}/ADP/3/case {outer} gestern/ADV/5/advmod feierte:feiern/VERB/0/root/Fin"""
LYON, PARTS = "Lyon/PROPN/5/nsubj@B-City", "Frankreich/PROPN/1/nmod@B-Country"


def told(line: str, *, links: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Place, what it lies in, and the word between."""
    read = reading(line, links=links or {})
    mentions = read.cast.mentions
    found = located(read, load_ontology(), load_gazetteer())
    return [(mentions[i].text, mentions[o].text, read.token(sign).text) for i, o, sign in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(BRACKETS.format(inner=LYON, outer=PARTS), [("Lyon", "Frankreich", "(")], id="brackets"),
        pytest.param(INSIDE.format(inner=LYON, preposition="in", outer=PARTS), [("Lyon", "Frankreich", "in")], id="in"),
        pytest.param(
            INSIDE.format(inner=LYON, preposition="im:in", outer=PARTS), [("Lyon", "Frankreich", "im")], id="contracted"
        ),
        pytest.param(INSIDE.format(inner=LYON, preposition="gegen", outer=PARTS), [], id="another preposition"),
        pytest.param(INSIDE.format(inner=LYON, preposition=",:,", outer=PARTS), [], id="a comma"),
        pytest.param(
            f"{LYON} sehr/ADV/5/advmod in/ADP/4/case Frankreich/PROPN/1/nmod@B-Country feierte:feiern/VERB/0/root/Fin",
            [],
            id="not right behind",
        ),
        pytest.param(
            BRACKETS.format(inner="Li/PROPN/5/nsubj@B-Person", outer=PARTS), [], id="a person lies in no country"
        ),
        pytest.param(
            BRACKETS.format(inner="Polen/PROPN/5/nsubj@B-Country", outer=PARTS), [], id="a country lies in no country"
        ),
        pytest.param(
            BRACKETS.format(inner=LYON, outer="Kiew/PROPN/1/nmod@B-City"), [], id="a city lies in no other city"
        ),
        pytest.param(
            BRACKETS.format(inner=LYON, outer="Bayern/PROPN/1/nmod@B-Region"),
            [("Lyon", "Bayern", "(")],
            id="a region that nobody knows to be elsewhere",
        ),
        pytest.param(
            BRACKETS.format(inner="Lyon/PROPN/5/nsubj@B-City#1", outer="Lyonnais/PROPN/1/nmod@B-Region#1"),
            [],
            id="the same",
        ),
        pytest.param("Lyon/PROPN/0/root@B-City", [], id="nothing behind"),
    ],
)
def test_located(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    ("inner", "outer", "possible"),
    [
        ("Lyon/PROPN/5/nsubj@B-City", "Frankreich/PROPN/1/nmod@B-Country", True),
        ("Lyon/PROPN/5/nsubj@B-City", "Russland/PROPN/1/nmod@B-Country", False),
        ("München/PROPN/5/nsubj@B-City", "Bayern/PROPN/1/nmod@B-Region", True),
        ("Lyon/PROPN/5/nsubj@B-City", "Bayern/PROPN/1/nmod@B-Region", False),
        ("Xyz/PROPN/5/nsubj@B-City", "Bayern/PROPN/1/nmod@B-Region", True),
    ],
)
def test_a_place_that_the_gazetteer_knows_is_not_moved(inner: str, outer: str, possible: bool) -> None:
    assert bool(told(BRACKETS.format(inner=inner, outer=outer), links=LINKS)) is possible


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (INSIDE.format(inner=LYON, preposition=",:,", outer=PARTS), [("Lyon", "Frankreich", ",")]),
        (INSIDE.format(inner="München/PROPN/5/nsubj@B-City", preposition=",:,", outer=PARTS), []),
        (
            f"{LYON} ,/PUNCT/3/punct Frankreich/PROPN/1/conj@B-Country und/CCONJ/5/cc Polen/PROPN/1/conj@B-Country "
            "feierten:feiern/VERB/0/root/Fin",
            [],
        ),
    ],
)
def test_behind_a_comma_the_gazetteer_must_know_it(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(line, links=LINKS) == expected
