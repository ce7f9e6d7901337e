"""Sentences as trees of tokens."""

from __future__ import annotations

import pytest

from kg.model import BlockKind, Sentence, Span, Token
from tests.trees import tree

TABLE = """
Li    Li      PROPN 2 nsubj      Case=Nom|PronType=Dem,Rel
traf  treffen VERB  0 root       VerbForm=Fin
Hui   Hui     PROPN 2 obj        Case=Acc
in    in      ADP   5 case
Rom   Rom     PROPN 2 obl:arg    _ B-LOC
"""


def words(sentence: Sentence, tokens: tuple[Token, ...]) -> list[str]:
    return [sentence.tokens[token.i].text for token in tokens]


def test_children_are_those_of_each_head_in_order() -> None:
    sentence = tree(TABLE)
    assert sentence.children == ((), (0, 2, 4), (), (), (3,))
    assert sentence.root == 1


def test_a_sentence_of_one_word() -> None:
    sentence = Sentence.of((Token(0, "Ja", 3, 5, "ja", "INTJ", -1, "root"),), block=BlockKind.TITLE)
    assert (sentence.root, sentence.children, sentence.span) == (0, ((),), Span(3, 5))
    assert sentence.block is BlockKind.TITLE


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ((), ["Li", "Hui", "Rom"]),
        (("obl",), ["Rom"]),
        (("obl:arg",), ["Rom"]),
        (("obl:agent",), []),
        (("nsubj", "obj"), ["Li", "Hui"]),
        (("case",), []),
    ],
)
def test_dependents_by_label_with_or_without_subtype(relations: tuple[str, ...], expected: list[str]) -> None:
    sentence = tree(TABLE)
    assert words(sentence, sentence.dependents(1, *relations)) == expected


@pytest.mark.parametrize(
    ("i", "below", "above"),
    [(1, (0, 1, 2, 3, 4), []), (4, (3, 4), ["traf"]), (3, (3,), ["Rom", "traf"]), (0, (0,), ["traf"])],
)
def test_what_is_below_and_above_a_word(i: int, below: tuple[int, ...], above: list[str]) -> None:
    sentence = tree(TABLE)
    assert sentence.subtree(i) == below
    assert words(sentence, tuple(sentence.ancestors(i))) == above


def test_offsets_point_into_the_article() -> None:
    sentence = tree(TABLE, start=10)
    assert sentence.span == Span(10, 28)
    assert sentence.tokens[1].span == Span(13, 17)


def test_features_of_a_word() -> None:
    token = tree(TABLE).tokens[0]
    assert (token.feat("Case"), token.feat("Mood")) == ("Nom", "")
    assert token.has("PronType", "Rel")
    assert not token.has("PronType", "De")
    assert not token.has("Mood", "Sub")


@pytest.mark.parametrize(("i", "relation"), [(4, "obl"), (0, "nsubj")])
def test_a_label_without_its_subtype(i: int, relation: str) -> None:
    assert tree(TABLE).tokens[i].relation == relation


def test_names_begin_where_they_begin() -> None:
    tokens = tree(TABLE).tokens
    assert [(t.entity, t.begins) for t in tokens[3:]] == [("", False), ("LOC", True)]
