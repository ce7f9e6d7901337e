"""Counts, frequencies, money and shares: what is one, of what, how exactly; and what counts nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.amounts.amounts import Quantity, quantities
from kg.extract.amounts.currencies import currency
from kg.extract.phrases.numerals import number
from kg.lang import load
from kg.lang.schema import Numbers
from kg.model import Count, Sentence
from tests.extract.short_sentences import text
from tests.trees import tree


def read(sentence: Sentence) -> list[Quantity]:
    return list(quantities(sentence, text(sentence), language="de"))


def counting(phrase: str, *, label: str = "obj") -> Sentence:
    """ "China hielt" + phrase + "ab": the last word of the phrase is a noun that all the others hang on."""
    words = phrase.split()
    noun = 2 + len(words)
    lines = ["China China PROPN 2 nsubj _ B-LOC", "hielt abhalten VERB 0 root VerbForm=Fin"]
    for word in words[:-1]:
        digits = number(word, language="de") is not None
        kind, relation = (
            ("NUM", "nummod") if digits else ("ADP", "case") if word in {"mit", "über"} else ("ADV", "advmod")
        )
        lines.append(f"{word} {word} {kind} {noun} {relation}")
    return tree("\n".join([*lines, f"{words[-1]} {words[-1]} NOUN 2 {label}", "ab ab ADP 2 compound:prt"]))


@pytest.mark.parametrize(
    ("phrase", "value", "comparator"),
    [
        ("45 Übungen", 45, "="),
        ("1.200 Übungen", 1200, "="),
        ("zwölf Übungen", 12, "="),
        ("fünfundvierzig Übungen", 45, "="),
        ("mindestens 45 Übungen", 45, ">="),
        ("wenigstens zwei Übungen", 2, ">="),
        ("höchstens 45 Übungen", 45, "<="),
        ("bis zu 45 Übungen", 45, "<="),
        ("maximal 45 Übungen", 45, "<="),
        ("mehr als 45 Übungen", 45, ">"),
        ("nicht mehr als 45 Übungen", 45, "<="),
        ("über 45 Übungen", 45, ">"),
        ("weniger als 45 Übungen", 45, "<"),
        ("nicht weniger als 45 Übungen", 45, ">="),
        ("knapp 45 Übungen", 45, "<"),
        ("fast 45 Übungen", 45, "<"),
        ("rund 45 Übungen", 45, "~"),
        ("etwa 45 Übungen", 45, "~"),
        ("ca. 45 Übungen", 45, "~"),
        ("insgesamt 45 Übungen", 45, "="),
    ],
)
def test_counts(phrase: str, value: int, comparator: str) -> None:
    sentence = counting(phrase)
    (quantity,) = read(sentence)
    assert quantity.count == Count(value, comparator)
    assert sentence.tokens[quantity.head].text == "Übungen"
    assert quantity.literal is None


@pytest.mark.parametrize(
    "phrase",
    [
        "eine Übung", "Übungen", "tausende Übungen", "1,5 Tonnen", "zwei Jahre", "drei Stunden", "14 Uhr",
        "20 bis 30 Übungen",
        "3. Übung", "dritte Übung", "beide Übungen", "einige Übungen", "12.30 Übungen", "Nr. 45 Übungen",
    ],
)  # fmt: skip
def test_what_counts_nothing(phrase: str) -> None:
    assert read(counting(phrase)) == []


def test_over_in_an_oblique_phrase_is_a_preposition() -> None:
    (quantity,) = read(counting("über 45 Übungen", label="obl"))
    assert quantity.count == Count(45)
    (quantity,) = read(counting("mit über 45 Übungen", label="obl"))
    assert quantity.count == Count(45, ">")


@pytest.mark.parametrize(
    "table",
    [
        "Halle Halle NOUN 0 root\n4 4 NUM 1 nummod",
        "Hauptstraße Hauptstraße NOUN 0 root\n12 12 NUM 1 nummod",
        "Boeing Boeing PROPN 0 root\n737 737 NUM 1 flat",
        "Die die DET 2 det\nG20 G20 PROPN 0 root _ B-ORG",
        "2012 2012 NUM 2 obl\nkam kommen VERB 0 root VerbForm=Fin",
        "Er er PRON 2 nsubj\nkam kommen VERB 0 root\nzum zu ADP 5 case\ndritten dritt ADJ 5 amod\nMal Mal NOUN 2 obl",
        "Hannover Hannover PROPN 3 nsubj _ B-ORG\n96 96 NUM 1 flat _ I-ORG\nkam kommen VERB 0 root",
    ],
)
def test_names_years_and_ordinals_count_nothing(table: str) -> None:
    assert read(tree(table)) == []


def test_millions_and_dozens() -> None:
    table = """
    Rund rund ADV 2 advmod
    1,5 1,5 NUM 3 nummod
    Millionen Million NOUN 5 nsubj
    Menschen Mensch NOUN 3 nmod
    flohen fliehen VERB 0 root VerbForm=Fin"""
    sentence = tree(table)
    (quantity,) = read(sentence)
    assert quantity == Quantity((0, 3), 2, Count(1_500_000, "~"))
    (dozen,) = read(tree("Zwei zwei NUM 2 nummod\nDutzend Dutzend NOUN 3 nmod\nPanzer Panzer NOUN 0 root"))
    assert dozen.count == Count(24)


@pytest.mark.parametrize(
    ("adverb", "count"),
    [
        ("zweimal", Count(2)),
        ("dreimal", Count(3)),
        ("45-mal", Count(45)),
        ("einmal", Count(1)),
        ("mindestens zweimal", Count(2, ">=")),
        ("zwei Mal", Count(2)),
        ("noch einmal", None),
        ("nicht einmal", None),
        ("mehrmals", None),
        ("diesmal", None),
        ("manchmal", None),
    ],
)
def test_how_often(adverb: str, count: Count | None) -> None:
    words = adverb.split()
    top = len(words) + 2
    lines = ["Li Li PROPN 2 nsubj _ B-PER", "traf treffen VERB 0 root VerbForm=Fin"]
    lines += [f"{word} {word} ADV {top} advmod" for word in words[:-1]]
    sentence = tree("\n".join([*lines, f"{words[-1]} {words[-1]} ADV 2 advmod", "Schoigu Schoigu PROPN 2 obj _ B-PER"]))
    found = read(sentence)
    assert [(quantity.count, sentence.tokens[quantity.head].text) for quantity in found] == (
        [(count, "traf")] if count else []
    )


@pytest.mark.parametrize(
    ("phrase", "value", "unit", "english"),
    [
        ("1,2 Millionen Euro", "1200000", "EUR", "€1,200,000"),
        ("3.500 Dollar", "3500", "USD", "$3,500"),
        ("20 Milliarden US-Dollar", "20000000000", "USD", "$20,000,000,000"),
        ("99,95 Euro", "99.95", "EUR", "€99.95"),
        ("500 Mio. Euro", "500000000", "EUR", "€500,000,000"),
        ("zehn Franken", "10", "CHF", "CHF 10"),
        ("$ 50", "50", "USD", "$50"),
        ("50 €", "50", "EUR", "€50"),
        ("eine Million Euro", "1000000", "EUR", "€1,000,000"),
        ("35 Prozent", "35", "%", "35%"),
        ("0,5 %", "0.5", "%", "0.5%"),
    ],
)
def test_amounts(phrase: str, value: str, unit: str, english: str) -> None:
    sentence = counting(f"{phrase} X")
    (quantity,) = read(sentence)
    assert quantity.count is None
    assert quantity.literal is not None
    assert (quantity.literal.value, quantity.literal.datatype, quantity.literal.unit) == (value, "xsd:decimal", unit)
    assert quantity.literal.labels.get("en").replace("\u00a0", " ") == english
    assert quantity.literal.labels.get("de") == phrase


@pytest.mark.parametrize(
    ("phrase", "english"),
    [
        ("mehr als 3 Millionen Euro", "> €3,000,000"),
        ("fast 20 Milliarden Dollar", "< $20,000,000,000"),
        ("rund 5 Prozent", "~ 5%"),
    ],
)
def test_an_amount_with_a_comparator_is_no_number(phrase: str, english: str) -> None:
    (quantity,) = read(counting(f"{phrase} X"))
    assert quantity.literal is not None
    assert (quantity.literal.value, quantity.literal.datatype) == (phrase, "")
    assert quantity.literal.labels.get("en") == english


def test_an_amount_for_each_of_something_is_no_number() -> None:
    (quantity,) = read(tree("Hui Hui PROPN 2 nsubj\nzahlt zahlen VERB 0 root\n150 150 NUM 4 nummod\nEuro Euro NOUN 2 obj\n"
                            "pro pro ADP 6 case\nTonne Tonne NOUN 4 nmod"))  # fmt: skip
    assert quantity.literal is not None
    assert (quantity.literal.value, quantity.literal.datatype) == ("150 Euro pro Tonne", "")


def test_a_part_of_an_amount_is_none() -> None:
    sentence = tree("Hui Hui PROPN 2 nsubj\nzahlt zahlen VERB 0 root\nersten erster ADJ 6 amod\n10 10 NUM 5 nummod\n"
                    "Millionen Million NOUN 6 nmod\nEuro Euro NOUN 2 obj")  # fmt: skip
    assert [quantity for quantity in read(sentence) if quantity.literal] == []


def test_currencies() -> None:
    assert [currency([name], language="de") for name in ("Euro", "US-Dollar", "Rubel", "Yuan", "EUR", "Haus")] == [
        ("EUR", 1), ("USD", 1), ("RUB", 1), ("CNY", 1), ("EUR", 1), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("1.200", 1200), ("1.200.000", 1_200_000), ("3,5", 3.5), ("1.200,50", 1200.5), ("12 000", 12000), ("zwölf", 12),
        ("Zwei", 2), ("eine", 1), ("anderthalb", 1.5), ("dreißig", 30), ("zweihundertdreiundvierzig", 243), ("0", 0),
        ("14.", None), ("12.3", None), ("1.20", None), ("2:1", None), ("Haus", None), ("dritte", None), ("", None),
        ("G20", None), ("²", None),
    ],
)  # fmt: skip
def test_number(token: str, value: float | None) -> None:
    assert number(token, language="de") == value


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["", " Millionen", " Milliarden"]))
def test_an_amount_of_any_size_is_written_out(whole: int, scale: str) -> None:
    (quantity,) = read(counting(f"{whole:,}".replace(",", ".") + f"{scale} Euro X"))
    factor = {"": 1, " Millionen": 10**6, " Milliarden": 10**9}[scale]
    assert quantity.literal is not None
    assert Decimal(quantity.literal.value) == pytest.approx(whole * factor)
    assert quantity.literal.value.isdecimal()


WORDS = load(Numbers, "de")
VOCABULARY = sorted(
    {
        form
        for group in (WORDS.words, WORDS.multipliers, WORDS.comparators)
        for forms in group.values()
        for form in forms
    }
    | {
        "45",
        "1.200",
        "3,5",
        "%",
        "Prozent",
        "Euro",
        "$",
        "Übungen",
        "zweimal",
        "Mal",
        "bis",
        "2012",
        "und",
        "Halle",
        "-mal",
    }
)


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=10))
def test_whatever_comes_stands_in_order_in_the_sentence(words: list[str]) -> None:
    sentence = counting(" ".join(words))
    end = 0
    for quantity in read(sentence):
        start, stop = quantity.tokens
        assert end <= start < stop <= len(sentence.tokens)
        assert 0 <= quantity.head < len(sentence.tokens)
        assert (quantity.count is None) != (quantity.literal is None)
        end = stop
