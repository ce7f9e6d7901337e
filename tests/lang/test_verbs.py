import pytest

from kg.lang import load
from kg.lang.schema import Frames, Verbs

VERBS = load(Verbs, "de")


@pytest.mark.parametrize(
    ("verb", "preposition", "reflexive", "noun", "english"),
    [
        ("begrüßen", "", "", "", "welcomed"),
        ("sprechen", "mit", "", "", "spoke with"),
        ("bestehen", "", "", "", "existed"),
        ("bestehen", "auf", "", "", "insisted on"),
        ("äußern", "", "", "", "expressed"),
        ("äußern", "zu", "sich", "", "commented on"),
        ("stellen", "", "sich", "", "turned itself in"),
        ("begrüßen", "", "sich", "", "welcomed"),
        ("ausüben", "auf", "", "pressure", "exercised pressure on"),
        ("unwortieren", "", "", "", ""),
        ("unwortieren", "mit", "", "", ""),
        ("sprechen", "unwort", "", "", ""),
    ],
)
def test_renders_a_verb_with_what_goes_with_it(
    verb: str, preposition: str, reflexive: str, noun: str, english: str
) -> None:
    assert VERBS.english(verb, preposition, reflexive=reflexive, noun=noun) == english


def test_glosses_every_verb_that_has_a_frame() -> None:
    verbs = {verb for frame in load(Frames, "de").frames for verb in frame.verbs}
    assert sorted(verbs - VERBS.glosses.keys()) == []


def test_glosses_are_short_and_clean() -> None:
    assert len(VERBS.glosses) > 1000
    glosses = [*VERBS.glosses.values(), *VERBS.with_preposition.values(), *VERBS.prepositions.values()]
    assert [g for g in glosses if not g or g != g.strip() or len(g.split()) > 5 or not g.isascii()] == []


def test_lemmas_are_infinitives() -> None:
    assert [verb for verb in VERBS.glosses if not verb.removeprefix("sich ").islower() or verb[-1] != "n"] == []


def test_pairs_name_known_words() -> None:
    for pair in VERBS.with_preposition:
        verb, _, preposition = pair.removeprefix("sich ").partition(" ")
        assert verb in VERBS.glosses, pair
        assert preposition in VERBS.prepositions, pair
