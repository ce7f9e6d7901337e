"""A sentence with what is known of it: who stands at a word, whose clause a word is in, who is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.clauses.clauses import event_nouns
from kg.extract.reading.reading import Cast, Reading, refers_elsewhere
from kg.model import Chain, ChainLink, Literal, Span
from kg.ontology import load_gazetteer
from tests.extract.inline import clause, document, index, reading

MET = """Der:der/DET/2/det Minister/NOUN/5/nsubj@R-Person Li/PROPN/2/appos@B-Person Shangfu/PROPN/3/flat@I
    traf:treffen/VERB/0/root/Fin den:der/DET/7/det Minister/NOUN/5/obj@R-Person gestern/ADV/5/advmod"""
NEXT = "Er:er/PRON/2/nsubj@P-Person#{chain} lachte:lachen/VERB/0/root/Fin"


@pytest.mark.parametrize(
    ("line", "head", "expected"),
    [
        pytest.param(MET, 1, "Li Shangfu", id="a name in apposition goes before the role at the head"),
        pytest.param(MET, 2, "Li Shangfu", id="a name at the head"),
        pytest.param(MET, 3, "Li Shangfu", id="inside a name"),
        pytest.param(MET, 6, "Minister", id="a role at the head"),
        pytest.param(MET, 5, None, id="an article"),
        pytest.param(MET, 4, None, id="a verb"),
        pytest.param(NEXT.format(chain="1"), 0, "Er", id="a pronoun"),
    ],
)
def test_the_mention_at_a_word(line: str, head: int, expected: str | None) -> None:
    read = reading(line)
    found = read.mention(head)
    assert (found if found is None else read.cast.mentions[found].text) == expected


def test_a_mention_in_no_chain_is_nobody() -> None:
    made = document("Li/PROPN/2/nsubj@B-Person lachte:lachen/VERB/0/root/Fin")
    read = Reading.of(made, 0, Cast.of(made, load_gazetteer()))
    loose = Reading.of(made, 0, Cast(made.mentions, {}, {}, {0: (0,)}, frozenset()))
    assert (read.mention(0), loose.mention(0)) == (0, None)


@pytest.mark.parametrize(
    ("chain", "named"),
    [pytest.param("Li", True, id="a pronoun of a name"), pytest.param("other", False, id="a pronoun of nobody")],
)
def test_pronouns_are_named_by_their_chain(chain: str, named: bool) -> None:
    read = reading("Li/PROPN/2/nsubj@B-Person kam:kommen/VERB/0/root/Fin", NEXT.format(chain=chain), number=1)
    found = read.mention(0)
    assert found is not None
    assert read.cast.named(found) is named
    assert read.cast.same(0, found) is named
    assert read.apart(0, found) is not named
    assert read.apart(found, Literal("Li"))


def test_a_body_without_a_name_is_named_by_its_words() -> None:
    read = reading("Die:der/DET/2/det Polizei/NOUN/3/nsubj@N-Organization kam:kommen/VERB/0/root/Fin")
    assert read.cast.named(0)


def test_a_link_names_and_types_a_chain() -> None:
    made = document("Er:er/PRON/2/nsubj@P-Person lachte:lachen/VERB/0/root/Fin")
    linked = Cast.of(replace(made, chains=(Chain((ChainLink(0, "told"),), "Moscow"),)), load_gazetteer())
    assert (linked.named(0), linked.types) == (True, {0: "City"})
    assert Cast.of(made, load_gazetteer()).types == {0: "Person"}


def test_the_type_of_a_chain_is_its_name_s() -> None:
    first = "Er:er/PRON/2/nsubj@P-Thing#Li lachte:lachen/VERB/0/root/Fin"
    read = reading(first, "Li/PROPN/2/nsubj@B-Person kam:kommen/VERB/0/root/Fin")
    assert read.cast.types == {0: "Person", 1: "Person"}


def test_descriptions_of_people_whom_nobody_names() -> None:
    read = reading(MET)
    described = read.described(6)
    assert described is not None
    assert described.text == "Minister"
    assert read.described(2) is None
    body = reading("Er/PRON/2/nsubj@P-Person kam:kommen/VERB/0/root/Fin")
    assert body.described(0) is None


SAID = """Li/PROPN/2/nsubj sagte:sagen/VERB/0/root/Fin ,/PUNCT/6/punct dass/SCONJ/6/mark Hui/PROPN/6/nsubj
    kam:kommen/VERB/2/ccomp/Fin"""


@pytest.mark.parametrize(
    ("word", "predicate"),
    [("Li", "sagte"), ("sagte", "sagte"), ("Hui", "kam"), ("dass", "kam"), ("kam", "kam")],
)
def test_the_clause_of_a_word(word: str, predicate: str) -> None:
    read = reading(SAID)
    assert read.owner(index(read.sentence, word)) == clause(read, predicate)


def test_a_word_above_all_clauses_is_in_none() -> None:
    read = reading("Tag/NOUN/0/root ,/PUNCT/3/punct kam:kommen/VERB/1/acl/Fin")
    assert (read.owner(0), read.owner(1)) == (-1, 0)


def test_clauses_and_commitments_run_parallel() -> None:
    read = reading(SAID)
    assert len(read.clauses) == len(read.commitments) == 2
    assert [read.commitments[clause(read, word)].modality.value for word in ("sagte", "kam")] == [
        "asserted",
        "reported",
    ]


def test_spans_and_amounts() -> None:
    read = reading("Li/PROPN/2/nsubj zahlte:zahlen/VERB/0/root/Fin zwei/NUM/4/nummod Euro/NOUN/2/obj")
    assert read.span(3, 0, 3) == (Span(0, 2), Span(15, 19))
    amount = read.amount(3)
    assert amount is not None
    assert (amount.value, amount.unit) == ("2", "EUR")
    assert read.amount(0) is None


def test_event_nouns_are_those_with_a_frame() -> None:
    assert {"Besuch", "Treffen"} <= event_nouns("de")
    assert event_nouns("de").isdisjoint({"Haus", "treffen"})


PART = """Im:in/ADP/2/case {part}/NOUN/4/obl/Dat Chinas:China/PROPN/2/nmod/Gen@B-Country
    brannte:brennen/VERB/0/root/Fin es/PRON/4/expl"""


@pytest.mark.parametrize(("part", "expected"), [("Norden", "Chinas"), ("Interesse", None)])
def test_a_part_of_a_place_stands_for_the_place(part: str, expected: str | None) -> None:
    read = reading(PART.format(part=part))
    found = read.mention(index(read.sentence, part))
    assert (None if found is None else read.cast.mentions[found].text) == expected


TITLE = """Wahl/NOUN/0/root in/ADP/3/case Lyon/PROPN/1/nmod@B-City {open}/PUNCT/6/punct 3./ADJ/6/amod Mai/NOUN/1/nmod
    2015/NUM/6/nummod {close}/PUNCT/6/punct{end}"""


@pytest.mark.parametrize(
    ("opening", "close", "end", "expected"),
    [("(", ")", "", True), ("(", ")", " ./PUNCT/1/punct", False), (",", "!", "", False)],
)
def test_a_title_with_its_date_refers_elsewhere(opening: str, close: str, end: str, expected: bool) -> None:
    assert refers_elsewhere(reading(TITLE.format(open=opening, close=close, end=end))) is expected


@pytest.mark.parametrize(("number", "found"), [("Plur", False), ("Sing", True)])
def test_one_person_is_not_several(number: str, found: bool) -> None:
    read = reading(f"Ermittler/NOUN/3/nsubj/{number} Li/PROPN/1/appos@B-Person lachte:lachen/VERB/0/root/Fin")
    assert (read.mention(0) is not None) is found
