"""English counts, frequencies, money and shares."""

from __future__ import annotations

import pytest

from kg.extract.amounts.amounts import Quantity, quantities
from kg.extract.phrases.numerals import spelled
from tests.extract.short_sentences import text
from tests.trees import tree

CLASSES = {"$": "SYM", "£": "SYM", "%": "SYM", "-": "PUNCT"}


def read(phrase: str, *, after: str = "") -> list[Quantity]:
    """ "They saw" + phrase: its last word hangs on the verb, all others on that."""
    words = phrase.split()
    head = 2 + len(words)
    lines = ["They they PRON 2 nsubj", "saw see VERB 0 root VerbForm=Fin"]
    for word in words[:-1]:
        kind = "NUM" if spelled([word], language="en") else CLASSES.get(word, "ADV")
        lines.append(f"{word} {word} {kind} {head} {'nummod' if kind == 'NUM' else 'advmod'}")
    lines.append(f"{words[-1]} {words[-1]} {CLASSES.get(words[-1], 'NOUN')} 2 obj")
    sentence = tree("\n".join([*lines, *([after] if after else [])]))
    return list(quantities(sentence, text(sentence), language="en"))


@pytest.mark.parametrize(
    ("phrase", "value", "comparator"),
    [
        ("45 exercises", 45, "="),
        ("1,200 exercises", 1200, "="),
        ("twelve exercises", 12, "="),
        ("twenty - five exercises", 25, "="),
        ("two dozen exercises", 24, "="),
        ("3 million people", 3_000_000, "="),
        ("at least 45 exercises", 45, ">="),
        ("no fewer than 45 exercises", 45, ">="),
        ("more than 45 exercises", 45, ">"),
        ("upwards of 45 exercises", 45, ">"),
        ("up to 45 exercises", 45, "<="),
        ("no more than 45 exercises", 45, "<="),
        ("nearly 45 exercises", 45, "<"),
        ("fewer than 45 exercises", 45, "<"),
        ("about 45 exercises", 45, "~"),
        ("some 45 exercises", 45, "~"),
    ],
)
def test_counts(phrase: str, value: int, comparator: str) -> None:
    (found,) = read(phrase)
    assert found.count is not None
    assert (found.count.value, found.count.comparator) == (value, comparator)


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        ("20 euros", "20", "EUR"),
        ("3.5 billion dollars", "3500000000", "USD"),
        ("$ 20", "20", "USD"),
        ("more than $ 20 million", "20000000", "USD"),
        ("$ 1.2bn", "1200000000", "USD"),
        ("£ 5 m", "5000000", "GBP"),
        ("3.5 per cent", "3.5", "%"),
        ("3.5 percent", "3.5", "%"),
        ("20 %", "20", "%"),
    ],
)
def test_money_and_shares(phrase: str, value: str, unit: str) -> None:
    (found,) = read(phrase)
    assert found.literal is not None
    assert (found.literal.value, found.literal.unit, found.literal.labels.get("en")) == (value, unit, phrase)


@pytest.mark.parametrize(("phrase", "value"), [("twice", 2), ("three times", 3)])
def test_how_often(phrase: str, value: int) -> None:
    table = "They they PRON 2 nsubj\nmet meet VERB 0 root VerbForm=Fin\n" + "\n".join(
        f"{word} {word} ADV 2 advmod" for word in phrase.split()
    )
    sentence = tree(table)
    (found,) = quantities(sentence, text(sentence), language="en")
    assert found.count is not None
    assert (found.count.value, found.head) == (value, 1)


@pytest.mark.parametrize(
    "phrase",
    [
        "a house",
        "Flight 370 landing",
        "between 20 and 30 people",
        "20 to 30 people",
        "five years",
        "hundreds of people",
    ],
)
def test_what_counts_nothing(phrase: str) -> None:
    assert read(phrase) == []


@pytest.mark.parametrize("phrase", ["5 m", "1.2bn shares"])
def test_a_letter_behind_a_number_multiplies_money_only(phrase: str) -> None:
    assert all(found.literal is None and found.count and found.count.value == 5 for found in read(phrase))
