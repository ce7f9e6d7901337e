"""Lemma rules and the table of seen lemmas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.lemma_table import LemmaTable
from kg.parse.lemmas import apply_rule, rule_between


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("besuchte", "besuchen", "l|0~|2~en"),
        ("Häuser", "Haus", "u|1~h|2~s"),
        ("geht", "gehen", "l|0~|1~en"),
        ("getroffen", "treffen", None),
        ("war", "sein", "=sein"),
        ("EU", "EU", "U|0~|0~"),
        ("Mutter", "Mutter", "u|0~|0~"),
        ("Der", "der", "l|0~|0~"),
    ],
)
def test_rule_between(form: str, lemma: str, rule: str | None) -> None:
    found = rule_between(form, lemma)
    assert apply_rule(found, form) == lemma
    if rule and not rule.startswith("u|1"):
        assert found == rule


@pytest.mark.parametrize(
    ("rule", "form", "lemma"),
    [
        ("l|0~|2~en", "machte", "machen"),
        ("u|0~|1~", "US-Amtskollegen", "US-Amtskollege"),
        ("u|0~|0~", "DEUTSCHLAND", "Deutschland"),
        ("l|3~|4~en", "ab", "ab"),
        ("=sein", "ist", "sein"),
    ],
)
def test_apply_rule(rule: str, form: str, lemma: str) -> None:
    assert apply_rule(rule, form) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_a_rule_gives_back_its_lemma(form: str, lemma: str) -> None:
    assert apply_rule(rule_between(form, lemma), form) == lemma


TABLE = LemmaTable.of([("traf", "VERB", "treffen"), ("Reisen", "NOUN", "Reise"), ("Li", "PROPN", "Li")])


@pytest.mark.parametrize(
    ("form", "upos", "rules", "lemma"),
    [
        ("traf", "VERB", ["l|0~|0~en"], "treffen"),
        ("Traf", "VERB", ["l|0~|0~en"], "treffen"),
        ("Traf", "NOUN", ["u|0~|0~"], "Traf"),
        ("getroffen", "VERB", ["l|0~|0~", "l|2~|5~effen"], "treffen"),
        ("verlor", "VERB", ["l|0~|2~ieren", "l|0~|0~"], "verlieren"),
        ("Lis", "PROPN", ["u|0~|0~", "u|0~|1~"], "Lis"),
        ("„", "PUNCT", ['="'], "„"),
        ("45", "NUM", ["l|0~|1~"], "45"),
    ],
)
def test_lemma_of_table(form: str, upos: str, rules: list[str], lemma: str) -> None:
    assert TABLE.lemma(form, upos, rules) == lemma


PREFIXED = LemmaTable.of(
    [("stellt", "VERB", "stellen"), ("geworfen", "VERB", "werfen"), ("gehört", "VERB", "hören")],
    words=[(verb, "VERB") for verb in ("bringen", "einbringen", "aufbringen", "kämpfen", "bekämpfen", "gehören",
                                       "angehören", "anhören", "vorbringen", "vorwerfen", "schütteln", "hängen")],
    infixes=("ge", "zu"),
    prefixes=("auf", "ein", "vor", "ab", "an", "er", "hin", "zu"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "guess", "lemma"),
    [
        ("einzubringen", "aufbringen", "einbringen"),
        ("abzuschütteln", "schütteln", "abschütteln"),
        ("erkämpfen", "kämpfen", "erkämpfen"),
        ("erstellt", "stellen", "erstellen"),
        ("vorgeworfen", "vorbringen", "vorwerfen"),
        ("angehören", "angehören", "angehören"),  # no anhören with a syllable inside
        ("hing", "hängen", "hängen"),
        ("bringen", "bringen", "bringen"),
    ],
)
def test_a_verb_keeps_its_prefix(form: str, guess: str, lemma: str) -> None:
    assert PREFIXED.lemma(form, "VERB", [f"={guess}"]) == lemma


@pytest.mark.parametrize(
    ("form", "finite", "lemma"),
    [
        ("gefällt", True, "gefallen"),
        ("gefällt", False, "fällen"),
        ("gehört", True, "gehören"),
        ("fällt", True, "fällen"),
    ],
)
def test_a_finite_verb_has_no_syllable_of_participles(form: str, finite: bool, lemma: str) -> None:
    seen = [("gefällt", "VERB", "fällen"), ("fällt", "VERB", "fällen"), ("gehört", "VERB", "hören")]
    words = [(verb, "VERB") for verb in ("gefallen", "gehören", "gelten")]
    table = LemmaTable.of(seen, words=words, infixes=("ge", "zu"))
    assert table.lemma(form, "VERB", ("k|0~|0~",), finite=finite) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "guess", "lemma"),
    [
        ("heissen", "VERB", "hassen", "heißen"),
        ("schiessen", "VERB", "schieben", "schießen"),
        ("schiesst", "VERB", "schieben", "schießen"),
        ("reisst", "VERB", "reisen", "reisen"),  # seen so
        ("fassen", "VERB", "fassen", "fassen"),
        ("Masse", "NOUN", "Masse", "Masse"),
    ],
)
def test_a_verb_is_the_same_without_sharp_s(form: str, upos: str, guess: str, lemma: str) -> None:
    seen = [
        ("heißen", "VERB", "heißen"), ("schießt", "VERB", "schießen"), ("reißt", "VERB", "reißen"),
        ("reisst", "VERB", "reisen"), ("hassen", "VERB", "hassen"), ("Maße", "NOUN", "Maß"),
    ]  # fmt: skip
    assert LemmaTable.of(seen).lemma(form, upos, ["=" + guess]) == lemma
