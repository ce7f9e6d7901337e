"""Coordination: which tokens are joined as equals, and which are one name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Sentence, Token


def conjuncts(sentence: Sentence, head: int) -> Iterator[Token]:
    """The token and all that are coordinated with it below; what stands in brackets explains and is not one of them,
    nor is a part of the same name ("Ministry of Labour and Health")."""
    yield sentence.tokens[head]
    for child in sentence.dependents(head, "conj"):
        if not bracketed(sentence, child.i) and not one_name(sentence, head, child.i):
            yield from conjuncts(sentence, child.i)


def one_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether two tokens and all between them are one name."""
    inside = sentence.tokens[first + 1 : last + 1]
    kind = sentence.tokens[first].entity
    return bool(kind) and all(t.entity == kind and not t.begins for t in inside)


def bracketed(sentence: Sentence, i: int) -> bool:
    """Whether a bracket opens right before the token."""
    return i > 0 and sentence.tokens[i - 1].text == "("
