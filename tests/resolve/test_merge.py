"""Two names in two articles: one entity or two."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import KnowledgeGraph, Labels, Literal, MentionKind
from kg.ontology.terms import Types
from kg.resolve import Edits
from tests.resolve.stories import Story, graph_of, ids, resolved

CHINA_DEFENCE = {"name": "chinesischer Verteidigungsminister", "en": "Defence Minister of China", "country": "China"}
GOVERNMENT, NOMINAL = Types.GOVERNMENT_ORGANIZATION, MentionKind.NOMINAL
RUSSIA_DEFENCE = {"name": "russischer Verteidigungsminister", "en": "Defence Minister of Russia", "country": "Russia"}

COUNCIL = Labels.of({"de": "Sicherheitsrat der Vereinten Nationen", "en": "Security Council of the United Nations"})
POLICE = Labels.of({"de": "Polizei", "en": "Police"})


def person(
    article: str, *names: str, beside: tuple[str, ...] = (), office: dict[str, str] | None = None, **fields: Any
) -> Story:
    """An article with a person of these names, others beside it, and an office that it holds."""
    story = Story(article)
    holder = story.chain(*names, **fields)
    if office:
        story.office(holder, **office)
    for other in beside:
        story.chain(other)
    return story


def thing(article: str, *names: str, type: str, **fields: Any) -> Story:  # noqa: A002
    story = Story(article)
    story.chain(*names, type=type, **fields)
    return story


def together(graph: KnowledgeGraph) -> bool:
    """Whether the first chain of all articles is one entity."""
    first = [entity for entity in graph.entities if any(m.span.start == 0 for m in entity.mentions)]
    return len(first) == 1


SAME = {
    "same full name": (person("a", "Angela Merkel"), person("b", "Angela Merkel", "Merkel")),
    "umlaut written out": (person("a", "Thomas Müller"), person("b", "Thomas Mueller")),
    "diacritics": (person("a", "Recep Tayyip Erdoğan"), person("b", "Recep Tayyip Erdogan")),
    "romanisation": (person("a", "Sergei Shoigu", "Schoigu"), person("b", "Sergej Schoigu")),
    "romanisation of both names": (person("a", "Wolodymyr Selenskyj"), person("b", "Volodymyr Zelensky")),
    "middle name": (person("a", "George W. Bush"), person("b", "George Bush")),
    "hyphen": (person("a", "Kim Jong-un"), person("b", "Kim Jong Un")),
    "gender known once": (person("a", "Kim Meier", gender="Fem"), person("b", "Kim Meier")),
    "surname and office": (
        person("a", "Li Shangfu", office=CHINA_DEFENCE),
        person("b", "Li", office=CHINA_DEFENCE),
    ),
    "surname in another romanisation and office": (
        person("a", "Sergei Shoigu", office=RUSSIA_DEFENCE),
        person("b", "Schoigu", office=RUSSIA_DEFENCE),
    ),
    "surnames alone and office": (person("a", "Li", office=CHINA_DEFENCE), person("b", "Li", office=CHINA_DEFENCE)),
    "surname, only bearer, two uncommon names beside": (
        person("a", "Jutta Hollweg", beside=("Ewald Kramm", "Tilo Reiser")),
        person("b", "Hollweg", beside=("Ewald Kramm", "Tilo Reiser")),
    ),
    "initial, only bearer, an uncommon name beside": (
        person("a", "Jutta Hollweg", beside=("Ewald Kramm",)),
        person("b", "J. Hollweg", beside=("Ewald Kramm",)),
    ),
    "one letter other, same office": (
        person("a", "Zhang Weidong", office=CHINA_DEFENCE),
        person("b", "Zhang Weidung", office=CHINA_DEFENCE),
    ),
    "a person and something vague": (person("a", "Angela Merkel"), thing("b", "Angela Merkel", type=Types.THING)),
    "one place": (
        thing("a", "Peking", type=Types.CITY, link="Beijing"),
        thing("b", "Beijing", type=Types.CITY, link="Beijing"),
    ),
    "one organization": (thing("a", "Siemens", type=Types.ORGANIZATION), thing("b", "Siemens", type=Types.COMPANY)),
    "legal form": (thing("a", "Siemens AG", type=Types.COMPANY), thing("b", "Siemens", type=Types.COMPANY)),
    "given abbreviation": (
        thing("a", "South China Morning Post", "SCMP", type=Types.NEWS_MEDIA_ORGANIZATION),
        thing("b", "SCMP", type=Types.ORGANIZATION),
    ),
    "abbreviation of two types": (thing("a", "MEZ", type=Types.ORGANIZATION), thing("b", "MEZ", type=Types.THING)),
    "council of one body": (
        thing("a", "Sicherheitsrat", type=GOVERNMENT, kind=NOMINAL, labels=COUNCIL),
        thing("b", "Rat", type=GOVERNMENT, kind=NOMINAL, labels=COUNCIL),
    ),
    "government of one country": (
        thing("a", "russische Regierung", type=GOVERNMENT, kind=NOMINAL, country="Russia"),
        thing("b", "russische Regierung", type=GOVERNMENT, kind=NOMINAL, country="Russia"),
    ),
}  # fmt: skip

DIFFERENT = {
    "other given name": (person("a", "Li Hui"), person("b", "Li Shangfu")),
    "similar given name": (person("a", "Angela Merkel"), person("b", "Anke Merkel")),
    "one letter other": (person("a", "Thomas Schmidt"), person("b", "Thomas Schmitt")),
    "one letter other, uncommon names beside": (
        person("a", "Thomas Schmidt", beside=("Ewald Kramm", "Tilo Reiser", "Ida Bodde")),
        person("b", "Thomas Schmitt", beside=("Ewald Kramm", "Tilo Reiser", "Ida Bodde")),
    ),
    "same sound, two families": (person("a", "Thomas Maier"), person("b", "Thomas Mayer")),
    "surname only": (person("a", "Müller"), person("b", "Müller")),
    "surname and full name": (person("a", "Angela Merkel"), person("b", "Merkel")),
    "surname and any office": (
        person("a", "Müller", office={"name": "Bürgermeister", "en": "Mayor"}),
        person("b", "Müller", office={"name": "Bürgermeister", "en": "Mayor"}),
    ),
    "surname and another office": (
        person("a", "Li Shangfu", office=CHINA_DEFENCE),
        person("b", "Li", office=RUSSIA_DEFENCE),
    ),
    "initial": (person("a", "Angela Merkel"), person("b", "A. Merkel")),
    "suspect with an initial": (person("a", "Thomas M."), person("b", "Thomas M.")),
    "suspect with an initial and full name": (person("a", "Thomas M."), person("b", "Thomas Müller")),
    "gender": (person("a", "Kim Meier", gender="Fem"), person("b", "Kim Meier", gender="Masc")),
    "two Presidents Bush": (person("a", "George W. Bush"), person("b", "George H. W. Bush")),
    "person and city": (person("a", "Essen"), thing("b", "Essen", type=Types.CITY, link="Essen")),
    "person and organization": (person("a", "Hugo Boss"), thing("b", "Hugo Boss", type=Types.COMPANY)),
    "two places": (
        thing("a", "Peking", type=Types.CITY, link="Beijing"),
        thing("b", "Peking", type=Types.COUNTRY, link="China"),
    ),
    "abbreviation not given": (
        thing("a", "South China Morning Post", type=Types.NEWS_MEDIA_ORGANIZATION),
        thing("b", "SCMP", type=Types.ORGANIZATION),
    ),
    "police of two articles": (
        thing("a", "Polizei", type=GOVERNMENT, kind=NOMINAL),
        thing("b", "Polizei", type=GOVERNMENT, kind=NOMINAL),
    ),
    "police, which is also a town": (
        thing("a", "Polizei", type=GOVERNMENT, kind=NOMINAL, labels=POLICE),
        thing("b", "Polizei", type=GOVERNMENT, kind=NOMINAL, labels=POLICE),
    ),
    "governments of two countries": (
        thing("a", "Regierung", type=GOVERNMENT, kind=NOMINAL, country="Russia"),
        thing("b", "Regierung", type=GOVERNMENT, kind=NOMINAL, country="China"),
    ),
    "ministry without country and with": (
        thing("a", "Verteidigungsministerium", type=GOVERNMENT, kind=NOMINAL),
        thing("b", "Verteidigungsministerium", type=GOVERNMENT, kind=NOMINAL, country="China"),
    ),
}  # fmt: skip


def used(story: Story) -> Story:
    """The story with something said of its first chain, so that a common noun is in the graph too."""
    return story.says(0, "rel:sagen", Literal("etwas", language="de"))


@pytest.mark.parametrize("stories", SAME.values(), ids=SAME.keys())
def test_same(stories: tuple[Story, Story]) -> None:
    assert together(graph_of(*map(used, stories)))


@pytest.mark.parametrize("stories", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_different(stories: tuple[Story, Story]) -> None:
    assert not together(graph_of(*map(used, stories)))


def test_a_surname_with_two_equal_bearers_is_neither() -> None:
    beside = ("Ewald Kramm", "Tilo Reiser", "Ida Bodde")
    graph = graph_of(
        person("a", "Jutta Hollweg", beside=beside), person("b", "Rolf Hollweg", beside=beside),
        person("c", "Hollweg", beside=beside),
    )  # fmt: skip
    assert {"Jutta_Hollweg", "Rolf_Hollweg", "Hollweg"} <= set(ids(graph))


def test_an_office_decides_between_two_bearers() -> None:
    graph = graph_of(
        person("a", "Li Shangfu", office=CHINA_DEFENCE), person("b", "Li Hui"), person("c", "Li", office=CHINA_DEFENCE)
    )
    assert [e.id for e in graph.entities if e.type == Types.PERSON] == ["Li_Hui", "Li_Shangfu"]


def test_a_name_that_fits_two_who_exclude_each_other_is_neither() -> None:
    graph = graph_of(person("a", "George W. Bush"), person("b", "George H. W. Bush"), person("c", "George Bush"))
    assert ids(graph) == ["George_Bush", "George_H_W_Bush", "George_W_Bush"]


def test_something_vague_is_neither_the_person_nor_the_company() -> None:
    stories = [
        person("a", "Hugo Boss"),
        thing("b", "Hugo Boss", type=Types.COMPANY),
        thing("c", "Hugo Boss", type=Types.THING),
    ]
    assert ids(graph_of(*stories)) == ["Hugo_Boss_Company", "Hugo_Boss_Person", "Hugo_Boss_Thing"]


def test_two_chains_of_one_article_stay_apart_whatever_the_office() -> None:
    story = person("a", "Li Shangfu", office=CHINA_DEFENCE)
    other = story.chain("Li")
    story.office(other, **CHINA_DEFENCE)
    assert {"Li", "Li_Shangfu"} <= set(ids(graph_of(story)))


def test_spellings_meet_through_a_third() -> None:
    graph = graph_of(person("a", "Sergei Schoigu"), person("b", "Sergej Schoigu"), person("c", "Sergei Shoigu"))
    assert ids(graph) == ["Sergei_Shoigu"]


def test_edits_are_respected() -> None:
    stories = (
        person("a", "Angela Merkel", "Angela Merkel"),
        person("b", "Angela Dorothea Kasner"),
        person("c", "Merkel"),
    )
    same = Edits(same=(("Angela_Merkel", "Angela_Dorothea_Kasner"), ("Merkel_c", "Angela_Merkel")))
    assert ids(graph_of(*stories, edits=same)) == ["Angela_Merkel"]
    both = Edits(same=same.same, different=(("Angela_Merkel", "Angela_Dorothea_Kasner"),))
    assert ids(graph_of(*stories, edits=both)) == ["Angela_Dorothea_Kasner", "Angela_Merkel"]


def test_an_edit_tells_two_of_one_name_apart() -> None:
    stories = (person("a", "Thomas Müller"), person("b", "Thomas Müller"), person("c", "Thomas Müller"))
    edits = Edits(different=(("Thomas_Müller_a", "Thomas_Müller"),))
    graph = graph_of(*stories, edits=edits)
    assert [sorted({m.article for m in e.mentions}) for e in graph.entities] == [["a"], ["b", "c"]]


def test_an_edit_by_the_id_of_a_place_means_the_place() -> None:
    stories = (person("a", "Essen"), thing("b", "Essen", type=Types.CITY, link="Essen"), person("c", "Ida Essen"))
    graph = graph_of(*stories, edits=Edits(same=(("Essen_Person", "Ida_Essen"),)))
    assert ids(graph) == ["Essen", "Ida_Essen"]


def test_every_merge_keeps_its_reason() -> None:
    found = resolved(person("a", "Li Shangfu", office=CHINA_DEFENCE), person("b", "Li", office=CHINA_DEFENCE))
    assert [(merge.points, merge.reason) for merge in found.merges] == [
        (95, "part-of-name+same-office+same-type+only-bearer")
    ]
    li = next(entity for entity in found.graph.entities if entity.id == "Li_Shangfu")
    assert {mention.reason for mention in li.mentions} == {f"same-name; {found.merges[0].reason}"}
