import pytest

from kg.lang import load
from kg.lang.schema import Frames, Verbs

VERBS = load(Verbs, "de")


@pytest.mark.parametrize(
    ("verb", "reflexive", "noun", "kinds", "english"),
    [
        ("begrüßen", "", "", (), "welcomed"),
        ("begrüßen", "sich", "", (), "welcomed"),
        ("äußern", "", "", (), "expressed"),
        ("äußern", "sich", "", (), "commented"),
        ("belasten", "", "", (), ""),
        ("belasten", "", "Zeuge", ("Person",), ""),
        ("belasten", "", "Beziehung", (), "strained"),
        ("drehen", "", "Spielfilm", (), "shot"),
        ("drehen", "", "Schraube", (), ""),
        ("schaffen", "", "Aufstieg", (), "managed"),
        ("schaffen", "", "Fünfprozenthürde", (), "cleared"),
        ("schaffen", "", "Arbeitsplatz", (), "created"),
        ("schaffen", "", "Norm", (), ""),
        ("ausliefern", "", "", ("Thing", "Person"), "extradited"),
        ("ausliefern", "", "Fahrzeug", (), "delivered"),
        ("anschließen", "sich", "Forderung", (), "endorsed"),
        ("anschließen", "sich", "", ("Organization",), "joined"),
        ("anschließen", "", "", ("Organization",), ""),
        ("unwortieren", "", "", (), ""),
    ],
)
def test_renders_a_verb_where_its_sense_is_sure(
    verb: str, reflexive: str, noun: str, kinds: tuple[str, ...], english: str
) -> None:
    assert VERBS.english(verb, reflexive=reflexive, noun=noun, kinds=kinds) == english


@pytest.mark.parametrize(
    ("verb", "preposition", "reflexive", "noun", "english"),
    [
        ("sprechen", "mit", "", "", "spoke with"),
        ("sprechen", "für", "", "", ""),
        ("bestehen", "auf", "", "", "insisted on"),
        ("äußern", "zu", "sich", "", "commented on"),
        ("üben", "an", "", "Kritik", "criticized"),
        ("üben", "an", "", "Wort", ""),
        ("unwortieren", "mit", "", "", ""),
        ("sprechen", "unwort", "", "", ""),
    ],
)
def test_renders_a_verb_with_what_it_governs(
    verb: str, preposition: str, reflexive: str, noun: str, english: str
) -> None:
    assert VERBS.english_of_governed(verb, preposition, reflexive=reflexive, noun=noun) == english


def test_english_reads_as_it_is() -> None:
    english = load(Verbs, "en")
    assert english.english("give") == "gave"
    assert english.english_of_governed("exert", "on", noun="pressure") == "exerted pressure on"
    assert english.with_recipient["give"] == "to"


def test_knows_verbs_without_a_gloss() -> None:
    assert VERBS.knows("belasten")
    assert not VERBS.knows("unwortieren")


def test_glosses_every_verb_that_has_a_frame() -> None:
    verbs = {verb for frame in load(Frames, "de").frames for verb in frame.verbs}
    assert sorted(verbs - VERBS.glosses.keys()) == []


def test_glosses_are_short_and_clean() -> None:
    assert len(VERBS.glosses) > 1000
    glosses = [*VERBS.glosses.values(), *VERBS.with_preposition.values(), *(e.gloss for e in VERBS.expressions)]
    glosses += [gloss for senses in VERBS.by_object.values() for gloss in senses]
    assert [g for g in glosses if g != g.strip() or len(g.split()) > 5 or not g.isascii()] == []


def test_lemmas_are_infinitives() -> None:
    assert [verb for verb in VERBS.glosses if not verb.removeprefix("sich ").islower() or verb[-1] != "n"] == []


def test_tables_name_known_verbs() -> None:
    governed = {pair.split(" ")[-2] for pair in VERBS.with_preposition}
    named = {*governed, *VERBS.with_recipient, *(e.verb for e in VERBS.expressions)}
    named |= {verb.removeprefix("sich ") for verb in VERBS.by_object}
    assert sorted(named - VERBS.glosses.keys()) == []


def test_an_object_settles_one_sense() -> None:
    for verb, senses in VERBS.by_object.items():
        objects = [o for nouns in senses.values() for o in nouns]
        assert len(objects) == len(set(objects)), verb


@pytest.mark.parametrize(("language", "copula"), [("en", "be"), ("de", "sein")])
def test_what_is_is_not_told_as_what_was(language: str, copula: str) -> None:
    words = load(Verbs, language)
    assert words.english(copula) == "is"
    assert list(words.been.values()) == ["was"]
