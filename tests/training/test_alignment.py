"""Annotated lines on the words of their sentence: predicates, arguments, and what is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model.predicates import PredicateKind, Role
from kg.training.alignment import Statement, Words, align
from kg.training.annotation import statements
from tests.trees import tree

MET = tree("""
Die der DET 2 det
Ministerin Ministerin NOUN 4 nsubj
hat haben AUX 4 aux
getroffen treffen VERB 0 root
sie sie PRON 4 obj
in in ADP 7 case
Wien Wien PROPN 4 obl
. . PUNCT 4 punct
""")
CRITICISM = tree("""
Berg Berg PROPN 2 nsubj
übte üben VERB 0 root
Kritik Kritik NOUN 2 obj
an an ADP 5 case
Holm Holm PROPN 3 nmod
und und CCONJ 7 cc
kündigte ankündigen VERB 2 conj
Streiks Streik NOUN 7 obj
an an ADP 7 compound:prt
. . PUNCT 2 punct
""")
OFFICE = tree("""
Außenministerin Außenministerin NOUN 3 nsubj
Anna Anna PROPN 1 appos
kam kommen VERB 0 root
. . PUNCT 3 punct
""")


def told(sentence: str, *lines: str) -> list[tuple[str, ...]]:
    """Predicate, subject and object of each line as words; what else belongs to it as "role word"."""
    source = {"met": MET, "criticism": CRITICISM, "office": OFFICE}[sentence]
    return [
        _words(statement, [t.text for t in source.tokens]) for statement in align(source, statements(lines)).statements
    ]


def _words(said: Statement, words: list[str]) -> tuple[str, ...]:
    subject, obj = (words[a.head] if a else "-" for a in (said.subject, said.object))
    role = said.object.role if said.object else "-"
    return (words[said.word], subject, obj, role, *(f"{a.role} {words[a.head]}" for a in said.others))


@pytest.mark.parametrize(
    ("sentence", "line", "expected"),
    [
        (
            "met",
            "1 | +a | Die Ministerin | getroffen | sie | place=in Wien",
            ("getroffen", "Ministerin", "sie", "object", "place Wien"),
        ),
        ("met", "1 | +a | - | getroffen | sie=Anna", ("getroffen", "-", "sie", "object")),
        (
            "criticism",
            "1 | +a | Berg | übte Kritik an | Holm",
            ("übte", "Berg", "Holm", "prepositional", "light Kritik"),
        ),
        ("criticism", "1 | +a | Berg | kündigte an | Streiks", ("kündigte", "Berg", "Streiks", "object")),
        (
            "office",
            "1 | +a | Anna | {office} | Außenministerin",
            ("Außenministerin", "Anna", "Außenministerin", "object"),
        ),
        ("office", "1 | +a | anna | kam | -", ("kam", "Anna", "-", "-")),
    ],
)
def test_lines_stand_on_words(sentence: str, line: str, expected: tuple[str, ...]) -> None:
    assert told(sentence, line) == [expected]


def test_the_kind_is_that_of_the_line() -> None:
    found = align(OFFICE, statements(["1 | +a | Anna | {office} | Außenministerin", "1 | +a | Anna | kam | -"]))
    assert [statement.kind for statement in found.statements] == [PredicateKind.OFFICE, PredicateKind.EVENT]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("1 | +a | Berg | verließ | Wien", {"predicate": 1}),
        ("1 | +a | Anna | {office} | Botschafterin", {"predicate": 1}),
        ("1 | +a | Holm | kam | -", {"subject": 1}),
        ("1 | +a | Anna | kam nach | Wien", {"object": 1}),
        ("1 | +a | Anna | kam | kam", {"own object": 1}),
    ],
)
def test_what_the_sentence_does_not_have_is_counted(line: str, lost: dict[str, int]) -> None:
    assert align(OFFICE, statements([line])).lost == lost


def test_the_place_of_a_phrase_is_the_nearest_or_the_one_asked_for() -> None:
    words = Words(
        tree("ihre ihr DET 2 det\nFrau Frau NOUN 0 root\nsah sehen VERB 2 acl\nihr ihr PRON 3 obj\nihr ihr PRON 3 obj")
    )
    assert words.find("ihr") == (3, 3)
    assert words.find("ihr", nth=2) == (4, 4)
    assert words.find("ihr", nth=3) is None
    assert words.find("IHR", near=4) == (4, 4)
    assert words.find("ihreFrau") == (0, 1)
    assert words.find("ra") == (1, 1)  # a part of a word, where it is no word
    assert words.find("Mann") is None


def test_an_argument_is_from_its_first_to_its_last_word() -> None:
    argument = Words(MET).argument(Role.SUBJECT, "Die Ministerin")
    assert argument
    assert (argument.first, argument.head, argument.last) == (0, 1, 1)


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("1 | +r | Die Ministerin | getroffen | sie | src==Holm", False),
        ("1 | +r | Die Ministerin | getroffen | sie | time=in Wien; src==Holm", False),
        ("1 | +r | Die Ministerin | getroffen | sie | src=sie", True),
        ("1 | +p | Die Ministerin | getroffen | sie | src==Holm", True),
        ("1 | +r | Die Ministerin | getroffen | sie", True),
    ],
)
def test_a_sentence_does_not_tell_what_only_another_one_reports(line: str, *, tells: bool) -> None:
    [met] = align(MET, statements([line])).statements
    assert met.tells_status is tells
    said = replace(MET.tokens[2], feats=(("Mood", "Sub"),))
    spoken = replace(MET, tokens=(*MET.tokens[:2], said, *MET.tokens[3:]))
    [met] = align(spoken, statements([line])).statements
    assert met.tells_status
