"""Roles and bodies whose names are several words."""

from __future__ import annotations

import pytest

from kg.extract.roles.nouns import body_noun, role_noun
from tests.trees import tree


def phrase(words: str) -> str:
    """A table of a noun phrase: the words before the last hang on it, those in brackets behind the head do not count."""
    *first, head = words.split()
    rows = [f"{word} {word.lower()} NOUN {len(first) + 1} compound" for word in first]
    return "\n".join([*rows, f"{head} {head.lower()} NOUN 0 root"])


@pytest.mark.parametrize(
    ("words", "english", "before"),
    [
        ("minister", "Minister", 0),
        ("defence minister", "Defence Minister", 1),
        ("Defense Minister", "Defence Minister", 1),
        ("deputy foreign minister", "deputy Foreign Minister", 2),
        ("prime minister", "Prime Minister", 1),
        ("chief executive officer", "Chief Executive", 2),
        ("finance committee chairman", "Finance committee Chair", 2),
        ("navy commander", "navy commander", 1),
        ("spokeswoman", "spokesperson", 0),
        ("ministers", "Minister", 0),
    ],
)
def test_roles(words: str, english: str, before: int) -> None:
    sentence = tree(phrase(words))
    found = role_noun(sentence, len(sentence.tokens) - 1, language="en")
    assert found is not None
    assert (found.english, found.before) == (english, before)


@pytest.mark.parametrize("words", ["administer", "sinister", "prime", "harbour", "minister house"])
def test_no_roles(words: str) -> None:
    sentence = tree(phrase(words))
    assert role_noun(sentence, len(sentence.tokens) - 1, language="en") is None


def test_the_first_words_of_a_role_are_none_themselves() -> None:
    sentence = tree(phrase("chief executive"))
    assert role_noun(sentence, 0, language="en") is None


def test_a_role_may_go_on_behind_its_head() -> None:
    table = """
        secretary secretary NOUN 0 root
        of of ADP 3 case
        state state NOUN 1 nmod
    """
    found = role_noun(tree(table), 0, language="en")
    assert found is not None
    assert (found.english, found.before, found.after) == ("Secretary of State", 0, 2)


@pytest.mark.parametrize(
    ("words", "kind", "english"),
    [
        ("police", "GovernmentOrganization", "police"),
        ("defence ministry", "GovernmentOrganization", "Defence ministry"),
        ("central bank", "GovernmentOrganization", "central bank"),
        ("carmaker", "Company", "carmaker"),
    ],
)
def test_bodies(words: str, kind: str, english: str) -> None:
    sentence = tree(phrase(words))
    found = body_noun(sentence, len(sentence.tokens) - 1, language="en")
    assert found is not None
    assert (found.type, found.english) == (kind, english)


@pytest.mark.parametrize("words", ["tennis court", "birthday party", "house"])
def test_no_bodies(words: str) -> None:
    sentence = tree(phrase(words))
    assert body_noun(sentence, len(sentence.tokens) - 1, language="en") is None
