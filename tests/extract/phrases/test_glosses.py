import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.phrases.glosses import gloss
from kg.lang import load
from kg.lang.schema import Glossary

GLOSSARY = load(Glossary, "de")


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ([("Zusammenarbeit", "NOUN")], "cooperation"),
        ([("Marinezusammenarbeit", "NOUN")], "naval cooperation"),
        ([("Atomwaffe", "NOUN")], "nuclear weapon"),
        ([("gemeinsam", "ADJ"), ("Militärübung", "NOUN")], "joint military exercise"),
        ([("der", "DET"), ("russisch", "ADJ"), ("Truppe", "NOUN")], "Russian troop"),
        ([("kein", "DET"), ("Abkommen", "NOUN")], "no agreement"),
        ([("45", "NUM"), ("Übung", "NOUN")], "45 exercise"),
        ([("Ukraine-Konflikt", "NOUN")], "Ukraine conflict"),
        ([("Weißrussland-Reise", "NOUN")], "Belarus trip"),
        ([("US-Truppe", "NOUN")], "US troop"),
        ([("EU-Handelsabkommen", "NOUN")], "EU trade agreement"),
        ([("Sicherheitsratssitzung", "NOUN")], "Security Council session"),
        ([("Prozess", "NOUN")], "trial"),
        ([("Prozeß", "NOUN")], "trial"),
        ([("Verhandlungen", "NOUN")], "negotiation"),
        ([("neuen", "ADJ"), ("Regierung", "NOUN")], "new government"),
        ([("Staats-", "NOUN"), ("und", "CCONJ"), ("Parteichef", "NOUN")], "state and party leader"),
        ([("„", "PUNCT"), ("Krise", "NOUN"), ("“", "PUNCT")], "crisis"),
        ([("Klimapolitik", "NOUN")], "climate policy"),
        ([("Politik", "NOUN")], "politics"),
        ([("Kaufvertrag", "NOUN")], "purchase agreement"),
        ([("Emmanuel", "PROPN"), ("Macron", "PROPN")], "Emmanuel Macron"),
        ([("Wien", "PROPN")], "Vienna"),
    ],
)
def test_renders_word_by_word(words: list[tuple[str, str]], english: str) -> None:
    assert gloss(words, "de") == english


@pytest.mark.parametrize(
    "words",
    [
        [],
        [("Unwort", "NOUN")],
        [("unwörtlich", "ADJ"), ("Regierung", "NOUN")],
        [("Unwort-Regierung", "NOUN")],
        [("regieren", "VERB")],
        [("mit", "ADP"), ("Regierung", "NOUN")],
        [("xyzregierung", "NOUN")],
        [("Regierungsgraben", "NOUN")],
        [("Grundregierung", "NOUN")],
        [("-", "NOUN")],
        [("", "NOUN")],
        [("der", "DET")],
    ],
)
def test_says_nothing_rather_than_something_wrong(words: list[tuple[str, str]]) -> None:
    assert gloss(words, "de") is None


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ([("Übung", "NOUN")], "exercises"),
        ([("Kind", "NOUN")], "children"),
        ([("Stadt", "NOUN")], "cities"),
        ([("Steuer", "NOUN")], "taxes"),
        ([("Angriff", "NOUN")], "attacks"),
        ([("Regierungschef", "NOUN")], "heads of government"),
        ([("Polizeibeamter", "NOUN")], "police officers"),
        ([("Hilfsgut", "NOUN")], "relief supplies"),
        ([("Flugzeug", "NOUN")], "aircraft"),
        ([("Kampfflugzeug", "NOUN")], "fighter aircraft"),
        ([("Wirtschaftskrise", "NOUN")], "economic crises"),
        ([("militärisch", "ADJ"), ("Beziehung", "NOUN")], "military relations"),
    ],
)
def test_makes_plurals(words: list[tuple[str, str]], english: str) -> None:
    assert gloss(words, "de", plural=True) == english


@given(
    st.lists(
        st.tuples(st.text(max_size=12) | st.sampled_from(sorted(GLOSSARY.nouns)), st.sampled_from(["NOUN", "ADJ"]))
    ),
    st.booleans(),
)
def test_any_words_give_clean_english_or_none(words: list[tuple[str, str]], plural: bool) -> None:
    english = gloss(words, "de", plural=plural)
    assert english is None or (english and english == english.strip())


def test_the_glossary_is_clean() -> None:
    assert len(GLOSSARY.nouns) + len(GLOSSARY.adjectives) > 1200
    tables = (GLOSSARY.nouns, GLOSSARY.adjectives, GLOSSARY.prefixes, GLOSSARY.plurals)
    glosses = [english for table in tables for english in table.values()]
    assert [g for g in glosses if not g or g != g.strip() or len(g.split()) > 6] == []
    assert [noun for noun in GLOSSARY.nouns if not noun[0].isupper()] == []
    assert [adjective for adjective in GLOSSARY.adjectives if not adjective.islower()] == []


def test_parts_of_compounds_are_nouns_of_the_glossary() -> None:
    named = {*GLOSSARY.never_first, *GLOSSARY.never_last, *GLOSSARY.heads}
    assert sorted(named - GLOSSARY.nouns.keys()) == []


def test_irregular_plurals_are_needed() -> None:
    """Each gloss with a plural of its own is the English of some noun, or the last word of one."""
    glosses = {*GLOSSARY.nouns.values(), *GLOSSARY.heads.values()}
    tails = {" ".join(gloss.split(" ")[i:]) for gloss in glosses for i in range(len(gloss.split(" ")))}
    assert sorted(GLOSSARY.plurals.keys() - tails) == []
