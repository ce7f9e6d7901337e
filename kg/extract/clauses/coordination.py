"""Coordination: which tokens are joined as equals, and which are one name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Sentence, Token


def conjuncts(sentence: Sentence, head: int) -> Iterator[Token]:
    """The token and all that are coordinated with it below; what stands in brackets explains and is not one of them,
    nor is a part of the same name ("Ministry of Labour and Health")."""
    yield sentence.tokens[head]
    for child in (*sentence.dependents(head, "conj"), *_behind_name(sentence, head)):
        if not bracketed(sentence, child.i) and not one_name(sentence, head, child.i):
            yield from conjuncts(sentence, child.i)


def _behind_name(sentence: Sentence, head: int) -> Iterator[Token]:
    """Persons that hang on the name right behind a title, and are joined with the one that it names ("Minister Li und
    Richter Hui"); of a title in the plural they are all ("die Minister Li und Hui")."""
    if sentence.tokens[head].upos != "NOUN" or sentence.tokens[head].has("Number", "Plur"):
        return
    for name in sentence.dependents(head, "appos"):
        if name.i != head + 1 or name.entity != "PER":
            continue
        for child in sentence.dependents(name.i, "conj"):
            titled = any(t.entity == "PER" and t.i == child.i + 1 for t in sentence.dependents(child.i, "appos"))
            if titled or child.entity == "PER":
                yield child


def one_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether two tokens and all between them are one name."""
    inside = sentence.tokens[first + 1 : last + 1]
    kind = sentence.tokens[first].entity
    return bool(kind) and all(t.entity == kind and not t.begins for t in inside)


def bracketed(sentence: Sentence, i: int) -> bool:
    """Whether a bracket opens right before the token."""
    return i > 0 and sentence.tokens[i - 1].text == "("
