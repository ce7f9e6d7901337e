"""Verbs have the subjects and objects that the model reads where the tree shows none."""

from __future__ import annotations

import pytest

from kg.extract.clauses.clauses import clauses
from kg.extract.clauses.read import completed
from kg.model import Modality, Polarity
from kg.model.predicates import Argument, Predicate, PredicateKind, Role
from tests.extract.inline import index, sentence

# "Li kam, um Hui zu treffen, und reiste nach Minsk": the tree of "treffen" has no subject, that of "reiste" no place.
LINE = """Li/PROPN/2/nsubj kam:kommen/VERB/0/root/Fin ,/PUNCT/6/punct Hui/PROPN/2/dep zu/PART/6/mark
    treffen/VERB/2/dep/Inf ,/PUNCT/9/punct und/CCONJ/9/cc reiste:reisen/VERB/2/dep/Fin nach/ADP/11/case
    Minsk/PROPN/2/dep"""


def read(predicate: str, arguments: dict[str, tuple[Role, float]], *, probability: float = 0.9) -> Predicate:
    tree = sentence(LINE)
    places = {word: index(tree, word) for word in arguments}
    found = (Argument(role, places[word], places[word], places[word], p) for word, (role, p) in arguments.items())
    status = Polarity.AFFIRMED, Modality.ASSERTED
    return Predicate(index(tree, predicate), PredicateKind.EVENT, *status, tuple(found), probability)


def slots(predicate: str, *given: Predicate) -> dict[str, list[str]]:
    tree = sentence(LINE)
    found = completed(tree, clauses(tree, language="de"), given)
    clause = next(c for c in found if c.predicate == index(tree, predicate))
    made: dict[str, list[str]] = {}
    for argument in clause.arguments:
        made.setdefault(argument.slot, []).append(tree.tokens[argument.head].text)
    return made


@pytest.mark.parametrize(
    ("predicate", "given", "expected"),
    [
        ("treffen", {"Li": (Role.SUBJECT, 0.9), "Hui": (Role.OBJECT, 0.9)}, {"subj": ["Li"], "obj": ["Hui"]}),
        ("treffen", {"Li": (Role.SUBJECT, 0.9), "Hui": (Role.OBJECT, 0.6)}, {"subj": ["Li"]}),
        ("treffen", {"Hui": (Role.PREPOSITIONAL, 0.9)}, {}),  # behind a preposition that is not there
        ("reiste", {"Minsk": (Role.PREPOSITIONAL, 0.9)}, {"nach": ["Minsk"]}),
        ("reiste", {"Minsk": (Role.TIME, 0.9)}, {}),
        ("kam", {"Hui": (Role.SUBJECT, 0.9)}, {"subj": ["Li"]}),  # it has a subject
    ],
)
def test_what_a_verb_lacks_is_filled_in(
    predicate: str, given: dict[str, tuple[Role, float]], expected: dict[str, list[str]]
) -> None:
    assert slots(predicate, read(predicate, given)) == expected


def test_what_is_hardly_a_predicate_gives_nothing() -> None:
    assert slots("treffen", read("treffen", {"Li": (Role.SUBJECT, 0.9)}, probability=0.6)) == {}
    assert slots("treffen", read("kam", {"Li": (Role.SUBJECT, 0.9)})) == {}
