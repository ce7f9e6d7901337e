"""BenchIE's rule on a made-up gold file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.benchie import Counts, Extraction, bare, count, read_gold, spaced, wordings

GOLD = """
sent_id:3\tLi visited the old town .
3--> Cluster 1:
Li --> visited --> [the] [old] town
Li --> visited the --> old town
3--> Cluster 2:
Li --> visited --> [the] town

sent_id:7\tHui, dem es gut ging, schlief.
7-->Cluster 1:
Hui -->  schlief --> [dem es] gut

sent_id:9\tNichts .
"""


def found(*triples: tuple[int, str, str, str]) -> list[tuple[int, Extraction]]:
    return [(number, Extraction(*slots)) for number, *slots in triples]


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("town", {"town"}),
        ("[the] town", {"the town", "town"}),
        (" [the] [old] town ", {"the old town", "the town", "old town", "town"}),
        ("the town [of Linz]", {"the town of Linz", "the town"}),
        ("in  [den]  Bergen", {"in den Bergen", "in Bergen"}),
        ("town[s]", {"town s", "town"}),
        ("[gone]", {"gone", ""}),
    ],
)
def test_optional_groups_expand(slot: str, expected: set[str]) -> None:
    assert set(wordings(slot)) == expected


def test_gold_is_read_by_sentence_and_fact() -> None:
    gold = read_gold(GOLD)
    assert {number: len(sentence.facts) for number, sentence in gold.items()} == {3: 2, 7: 1, 9: 0}
    assert gold[3].text == "Li visited the old town ."
    assert Extraction("Li", "visited the", "old town") in gold[3].facts[0]
    assert len(gold[3].facts[0]) == 5


@pytest.mark.parametrize(
    ("triples", "hit", "wrong"),
    [
        pytest.param([], 0, 0, id="nothing"),
        pytest.param([(3, "Li", "visited", "old town")], 1, 0, id="an optional word left out"),
        pytest.param([(3, "Li", "visited", "the old town"), (3, "Li", "visited the", "old town")], 1, 0, id="twice"),
        pytest.param([(3, "Li", "visited", "the town")], 1, 0, id="the first of two facts"),
        pytest.param([(3, "Li", "visited the old", "town")], 0, 1, id="another cut"),
        pytest.param([(3, "li", "visited", "town")], 0, 1, id="a capital"),
        pytest.param([(7, " Hui ", "schlief", "gut")], 1, 0, id="outer white space"),
        pytest.param([(9, "Li", "visited", "town")], 0, 1, id="a sentence without facts"),
        pytest.param([(4, "Li", "visited", "town")], 0, 0, id="a sentence that the gold does not have"),
    ],
)
def test_official_counts(triples: list[tuple[int, str, str, str]], hit: int, wrong: int) -> None:
    assert count(read_gold(GOLD), found(*triples)) == Counts(hit, wrong, 3)


def test_lenient_counts_forgive_capitals_and_punctuation() -> None:
    triples = found((3, "li", "visited", "the (old) town ."))
    assert count(read_gold(GOLD), triples) == Counts(0, 1, 3)
    assert count(read_gold(GOLD), triples, normalise=bare) == Counts(1, 0, 3)


def test_scores() -> None:
    counts = Counts(hit=2, wrong=2, facts=8)
    assert (counts.precision, counts.recall) == (50, 25)
    assert counts.f1 == pytest.approx(100 / 3)
    assert Counts(0, 0, 0).f1 == Counts(0, 3, 2).f1 == 0


@given(st.lists(st.sampled_from(["Li", "[the]", "[old town]", "of", "[ ]"]), max_size=6))
def test_every_wording_is_the_slot_with_words_left_out(parts: list[str]) -> None:
    slot = " ".join(parts)
    whole = spaced(slot.replace("[", "").replace("]", ""))
    options = wordings(slot)
    assert whole in options
    assert all(spaced(option) == option and set(option.split()) <= set(whole.split()) for option in options)
