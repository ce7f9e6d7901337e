from __future__ import annotations

from kg.model import Literal, MentionKind, Polarity
from kg.ontology.relation_terms import Relations
from kg.ontology.terms import Types
from kg.resolve.local import Naming, read
from tests.resolve.stories import Story


def test_what_a_chain_is_known_by() -> None:
    story = Story("a")
    story.chain("Li Hui", "Li")
    story.chain("Minister", kind=MentionKind.ROLE)
    story.chain("Polizei", type=Types.GOVERNMENT_ORGANIZATION, kind=MentionKind.NOMINAL)
    story.chain("dort", type=Types.CITY, kind=MentionKind.PRONOUN, link="Moscow")
    story.office(0, "Sondergesandter", en="Special Envoy of China", country="China")
    reading = read(story.document())
    assert [(entity.chain, entity.naming) for entity in reading.entities] == [
        (0, Naming.NAME),
        (2, Naming.COMMON_NOUN),
        (3, Naming.LINK),
        (4, Naming.OFFICE),
    ]
    assert [entity.offices for entity in reading.entities] == [(4,), (), (), ()]
    assert reading.entities[0].names == (("Li", 1), ("Li Hui", 1))


def test_surface_forms_are_words_of_the_text_without_pronouns() -> None:
    story = Story("a")
    n = story.chain("Li Hui")
    story.also(n, "Lis", kind=MentionKind.NAME, name="Li")
    story.also(n, "seinen Gesandten", kind=MentionKind.ROLE)
    story.also(n, "er", kind=MentionKind.PRONOUN)
    entity = read(story.document()).entities[0]
    assert entity.aliases == ("Li Hui", "Lis", "seinen Gesandten")
    assert [mention.reason for mention in entity.mentions] == ["same-name", "added", "added", "added"]
    assert entity.names == (("Li", 1), ("Li Hui", 1))


def test_a_contradiction_in_gender_says_nothing() -> None:
    story = Story("a")
    n = story.chain("Kim Meier", gender="Fem")
    assert read(story.document()).entities[0].gender == "Fem"
    story.also(n, "er", kind=MentionKind.PRONOUN, gender="Masc")
    assert read(story.document()).entities[0].gender == ""


def test_an_office_that_is_denied_is_not_held() -> None:
    story = Story("a")
    n = story.chain("Li Hui")
    story.office(n, "Minister", en="Minister of China", country="China", polarity=Polarity.NEGATED)
    story.says(n, Relations.HOLDS_OFFICE, Literal("Chef"))
    assert read(story.document()).entities[0].offices == ()


def test_claims_of_nobody_are_dropped_and_counted() -> None:
    story = Story("a")
    li, somebody = story.chain("Li Hui"), story.chain("sie", kind=MentionKind.PRONOUN)
    story.says(li, Relations.MET, somebody).says(somebody, Relations.MET, li).says(
        li, Relations.DISCUSSED, Literal("x")
    )
    reading = read(story.document())
    assert (len(reading.claims), reading.dropped) == (1, 2)
    assert reading.claims[0].evidence.quote == "Satz 2 von a."
