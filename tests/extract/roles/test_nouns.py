"""Role nouns and nouns for bodies, with their compounds and inflection."""

from __future__ import annotations

import pytest

from kg.extract.roles.nouns import RoleKind, body_noun, gender_by_article, role_noun
from kg.lang import load
from kg.lang.schema import Roles
from kg.model import Sentence, Token


def noun(text: str, *, upos: str = "NOUN", feats: tuple[tuple[str, str], ...] = ()) -> Sentence:
    return Sentence.of((Token(0, text, 0, len(text), text, upos, -1, "root", feats),))


@pytest.mark.parametrize(
    ("word", "lemma", "english"),
    [
        ("Verteidigungsminister", "Verteidigungsminister", "Defence Minister"),
        ("Verteidigungsministern", "Verteidigungsminister", "Defence Minister"),
        ("Außenministerin", "Außenminister", "Foreign Minister"),
        ("Marinekommandeur", "Marinekommandeur", "navy commander"),
        ("Bundesverteidigungsministers", "Bundesverteidigungsminister", "Federal Defence Minister"),
        ("Sondergesandten", "Sondergesandter", "special envoy"),
        ("Vize-Präsident", "Vizepräsident", "Vice President"),
        ("Ministerpräsidenten", "Ministerpräsident", "Prime Minister"),
        ("Vorstandschefin", "Vorstandschef", "Chief Executive"),
        ("Ärzte", "Arzt", "physician"),
        ("Militärführern", "Militärführer", "military leader"),
        ("Königin", "Königin", "Queen"),
        ("Kronprinzessin", "Kronprinzessin", "Crown Princess"),
    ],
)
def test_roles_and_their_english(word: str, lemma: str, english: str) -> None:
    found = role_noun(noun(word), 0, language="de")
    assert found is not None
    assert (found.lemma, found.english) == (lemma, english)


@pytest.mark.parametrize(
    "word",
    ["Container", "Begleiter", "Präsidentschaft", "Ministerium", "Regierung", "Lautsprecher", "Reise", "minister"],
)
def test_words_that_end_like_a_role_are_none(word: str) -> None:
    assert role_noun(noun(word), 0, language="de") is None


def test_verbs_and_adjectives_are_no_roles() -> None:
    assert role_noun(noun("Leiter", upos="VERB"), 0, language="de") is None
    assert role_noun(noun("Obersten", upos="ADJ"), 0, language="de") is None
    assert role_noun(noun("Vorsitzende", upos="ADJ"), 0, language="de") is not None


@pytest.mark.parametrize(
    ("word", "owners", "former"),
    [
        ("US-Amtskollegen", ("US",), False),
        ("SPD-Fraktionschef", ("SPD",), False),
        ("Ex-Präsident", (), True),
        ("Altkanzler", (), True),
        ("Ex-US-Präsident", ("US",), True),
        ("Präsident", (), False),
    ],
)
def test_first_parts_name_owners_or_the_past(word: str, owners: tuple[str, ...], former: bool) -> None:
    found = role_noun(noun(word), 0, language="de")
    assert found is not None
    assert (found.owners, found.former) == (owners, former)


@pytest.mark.parametrize(
    ("word", "kind", "person"),
    [
        ("Amtskollegin", RoleKind.COUNTERPART, "Fem"),
        ("Kommandeur", RoleKind.OFFICE, "Masc"),
        ("Journalistin", RoleKind.OCCUPATION, "Fem"),
        ("Mann", RoleKind.PERSON, "Masc"),
        ("Opfer", RoleKind.PERSON, ""),
        ("Staatsoberhaupt", RoleKind.OFFICE, ""),
    ],
)
def test_kind_and_gender(word: str, kind: RoleKind, person: str) -> None:
    found = role_noun(noun(word), 0, language="de")
    assert found is not None
    assert (found.kind, found.person) == (kind, person)


@pytest.mark.parametrize(
    ("article", "word", "gender"),
    [
        ("der", "Vorsitzende", "Masc"),
        ("die", "Vorsitzende", "Fem"),
        ("der", "Vorsitzenden", "Fem"),
        ("seinen", "Sondergesandten", "Masc"),
        ("", "Abgeordneter", "Masc"),
    ],
)
def test_article_tells_the_gender_of_adjectival_nouns(article: str, word: str, gender: str) -> None:
    found = role_noun(noun(word), 0, language="de")
    assert found is not None
    assert gender_by_article(found, word, article, language="de") == gender


@pytest.mark.parametrize(
    ("word", "lemma", "type_", "english"),
    [
        ("Bundesregierung", "Bundesregierung", "GovernmentOrganization", "federal government"),
        ("Innenministeriums", "Innenministerium", "GovernmentOrganization", "Interior ministry"),
        ("US-Regierung", "Regierung", "GovernmentOrganization", "government"),
        ("Konzerns", "Konzern", "Company", "group"),
        ("Streitkräften", "Streitkräfte", "MilitaryOrganization", "armed forces"),
    ],
)
def test_bodies(word: str, lemma: str, type_: str, english: str) -> None:
    found = body_noun(noun(word), 0, language="de")
    assert found is not None
    assert (found.lemma, found.type, found.english) == (lemma, type_, english)


@pytest.mark.parametrize("word", ["Autobahn", "Datenbank", "Regierungssitz", "Videobotschaft", "Haus"])
def test_words_that_end_like_a_body_are_none(word: str) -> None:
    assert body_noun(noun(word), 0, language="de") is None


def test_the_lexicon_is_large_and_consistent() -> None:
    words = load(Roles, "de")
    known = {**words.offices, **words.occupations, **words.persons, **words.counterparts}
    assert len(known) >= 250
    assert set(words.adjectival) <= set(known)
    assert set(words.feminine) | set(words.plurals) | set(words.genders) | set(words.genderless) <= set(known)
    assert set(words.sovereign) <= set(known)
    assert {noun for narrow in words.hypernyms.values() for noun in narrow} | set(words.hypernyms) <= set(known)
