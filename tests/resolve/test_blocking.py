from __future__ import annotations

from kg.ontology import load_ontology
from kg.ontology.gazetteer import load_gazetteer
from kg.resolve.blocking import full_pairs, office_pairs, partial_pairs
from kg.resolve.groups import Group, grouped
from kg.resolve.identity import Identifier
from kg.resolve.local import read
from kg.resolve.names import Orthography
from tests.resolve.stories import Story


def groups(*stories: Story) -> tuple[Group, ...]:
    identifier = Identifier(load_gazetteer(), load_ontology(), Orthography.of(("de",)))
    return grouped((entity for story in stories for entity in read(story.document()).entities), identifier)


def people(*names: str) -> tuple[Group, ...]:
    stories = [Story(f"a{n}") for n in range(len(names))]
    for story, name in zip(stories, names, strict=True):
        story.chain(name)
    return groups(*stories)


def test_names_that_may_be_one_share_a_block() -> None:
    found = people("Sergei Shoigu", "Sergej Schoigu", "Angela Merkel", "Li Hui")
    pairs = [{found[i].name, found[j].name} for i, j in full_pairs(found)]
    assert pairs == [{"Sergei Shoigu", "Sergej Schoigu"}]


def test_a_surname_meets_its_bearers_only() -> None:
    found = people("Angela Merkel", "Merkel", "Merkelbach", "Li Hui", "Shoigu", "Sergei Schoigu")
    pairs = [{found[i].name, found[j].name} for i, j in partial_pairs(found)]
    assert {"Angela Merkel", "Merkel"} in pairs
    assert {"Shoigu", "Sergei Schoigu"} in pairs
    assert len(pairs) == 2


def test_pairs_grow_with_the_corpus_not_with_its_square() -> None:
    found = people(*(f"Vorname{chr(97 + n % 26)}{n} Müller" for n in range(300)), *["Müller"] * 300)
    assert len(full_pairs(found)) < 300
    assert partial_pairs(found) == (), "too many bearers for a surname to mean anything"


def test_surnames_with_one_office_are_joined_by_neighbouring_pairs() -> None:
    stories = [Story(f"a{n:02}") for n in range(50)]
    for story in stories:
        story.office(story.chain("Li"), "Verteidigungsminister", en="Defence Minister of China", country="China")
    assert len(office_pairs(groups(*stories))) == 49
