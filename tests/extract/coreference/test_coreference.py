"""Who is who within an article, with the vetoes and the cases where nobody is meant for sure."""

from __future__ import annotations

import pytest
from hypothesis import given

from kg.extract.coreference.coreference import Coreference
from kg.extract.mentions.mentions import Mentions
from kg.model import BlockKind, Document
from kg.ontology import load_gazetteer, load_ontology
from tests.extract.articles import chain_of, chains, reasons, with_chains
from tests.extract.mentions.test_mentions import documents


def said(name: str, *, tag: str = "PER", verb: str = "sprach") -> str:
    """A sentence whose subject is the name."""
    words = name.split()
    first = 1 if words[0] not in ("Herr", "Frau") else 2
    lines = []
    for i, word in enumerate(words, start=1):
        if word in ("Herr", "Frau"):
            lines.append(f"{word} {word} NOUN 2 compound")
        else:
            label, head = ("nsubj", len(words) + 1) if i == first else ("flat", first)
            lines.append(f"{word} {word} PROPN {head} {label} _ {'B' if i == first else 'I'}-{tag}")
    return "\n".join([*lines, f"{verb} {verb} VERB 0 root VerbForm=Fin|Number=Sing", ". . PUNCT 1 punct"])


HE = "Er er PRON 2 nsubj Person=3\nsprach sprechen VERB 0 root VerbForm=Fin|Number=Sing"
SHE = "Sie sie PRON 2 nsubj Person=3\nsprach sprechen VERB 0 root VerbForm=Fin|Number=Sing"


@pytest.mark.parametrize(
    ("sentences", "text", "expected", "reason"),
    [
        pytest.param(("Angela Merkel", "Merkel"), "Merkel", ("Angela Merkel", "Merkel"), "surname", id="surname"),
        pytest.param(("Merkel", "Angela Merkel"), "Merkel", ("Merkel", "Angela Merkel"), "surname", id="surname first"),
        pytest.param(
            ("Herr Li Shangfu", "Herr Li"),
            "Herr Li",
            ("Herr Li Shangfu", "Herr Li"),
            "title-surname",
            id="family name first",
        ),
        pytest.param(
            ("Herr Li Shangfu", "Herr Lee"),
            "Herr Lee",
            ("Herr Li Shangfu", "Herr Lee"),
            "title-spelling",
            id="short variant",
        ),
        pytest.param(
            ("Sergei Shoigu", "Schoigu"), "Schoigu", ("Sergei Shoigu", "Schoigu"), "spelling", id="transcription"
        ),
        pytest.param(
            ("Sergei Lawrow", "Sergej Lawrow"),
            "Sergej Lawrow",
            ("Sergei Lawrow", "Sergej Lawrow"),
            "spelling",
            id="full",
        ),
        pytest.param(
            ("George W. Bush", "George Bush"),
            "George Bush",
            ("George W. Bush", "George Bush"),
            "short-name",
            id="middle",
        ),
        pytest.param(
            ("Ursula von der Leyen", "Leyen"), "Leyen", ("Ursula von der Leyen", "Leyen"), "surname", id="particles"
        ),
    ],
)
def test_names_of_one_person(sentences: tuple[str, ...], text: str, expected: tuple[str, ...], reason: str) -> None:
    document = with_chains(*map(said, sentences))
    assert chain_of(document, text) == expected
    assert reasons(document)[text] == reason


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(("Li Shangfu", "Li Hui"), id="another given name"),
        pytest.param(("Herr Müller", "Frau Müller"), id="another gender"),
        pytest.param(("Angela Merkel", "Herr Merkel"), id="a title against the given name"),
        pytest.param(("Herr Li Shangfu", "Lee"), id="a short variant without the title"),
        pytest.param(("Angela Merkel", "Friedrich Merz"), id="two people"),
        pytest.param(("Prescott Bush", "George W. Bush"), id="one family"),
        pytest.param(("Peter Steinberg", "Sternberg"), id="surnames one letter apart"),
    ],
)
def test_names_of_two_people(sentences: tuple[str, ...]) -> None:
    assert len(chains(with_chains(*map(said, sentences)))) == 2


def test_a_bare_surname_goes_to_the_one_named_so_far() -> None:
    document = with_chains(*map(said, ("Li Shangfu", "Li", "Li Hui")))
    assert chains(document) == [("Li Shangfu", "Li"), ("Li Hui",)]


def test_a_bare_surname_of_two_is_nobody_in_particular() -> None:
    document = with_chains(*map(said, ("Li Shangfu", "Li Hui", "Li")))
    assert chains(document) == [("Li Shangfu",), ("Li Hui",), ("Li",)]
    assert reasons(document)["Li"] == "ambiguous"


def test_a_bare_surname_goes_to_the_one_named_far_more_often() -> None:
    document = with_chains(*map(said, ("Li Shangfu", "Li", "Li", "Li Hui", "Li")))
    assert chains(document) == [("Li Shangfu", "Li", "Li", "Li"), ("Li Hui",)]


def test_abbreviation_in_a_bracket() -> None:
    table = """
    Die der DET 2 det Definite=Def
    Neue neu ADJ 3 amod _ B-ORG
    Hafenunion Hafenunion NOUN 7 nsubj _ I-ORG
    ( ( PUNCT 5 punct
    NHU NHU PROPN 3 appos _ B-ORG
    ) ) PUNCT 5 punct
    tagte tagen VERB 0 root VerbForm=Fin
    """
    document = with_chains(table, said("NHU", tag="ORG"))
    assert chains(document) == [("Neue Hafenunion", "NHU", "NHU")]
    assert reasons(document)["NHU"] in ("abbreviation", "same-name")


def test_a_country_in_a_bracket_is_no_abbreviation() -> None:
    table = """
    in in ADP 2 case
    Moskau Moskau PROPN 0 root _ B-LOC
    ( ( PUNCT 4 punct
    Russland Russland PROPN 2 appos _ B-LOC
    ) ) PUNCT 4 punct
    """
    assert chains(with_chains(table)) == [("Moskau",), ("Russland",)]


ACQUISITION = """
Die der DET 2 det Definite=Def
Krohmann Krohmann PROPN 4 nsubj _ B-ORG
AG AG PROPN 2 flat _ I-ORG
kaufte kaufen VERB 0 root VerbForm=Fin|Number=Sing
{0}
"""
GROUP = """
Der der DET 2 det Definite=Def|Number=Sing
Konzern Konzern NOUN 3 nsubj Gender=Masc|Number=Sing
schwieg schweigen VERB 0 root VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param(
            (ACQUISITION.format("Öl Öl NOUN 4 obj"), GROUP),
            [("Krohmann AG", "Der Konzern")],
            id="the only one of its kind",
        ),
        pytest.param(
            (ACQUISITION.format("Bellandi Bellandi PROPN 4 obj _ B-ORG\nGmbH GmbH PROPN 5 flat _ I-ORG"), GROUP),
            [("Krohmann AG", "Der Konzern"), ("Bellandi GmbH",)],
            id="the subject of two",
        ),
        pytest.param((GROUP,), [("Der Konzern",)], id="none named"),
        pytest.param(
            (ACQUISITION.format("Öl Öl NOUN 4 obj"), said("Karin Lindqvist"), said("Marek Nowak"), GROUP),
            [("Krohmann AG",), ("Karin Lindqvist",), ("Marek Nowak",), ("Der Konzern",)],
            id="too far back",
        ),
    ],
)
def test_bodies_by_their_common_noun(tables: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    assert chains(with_chains(*tables)) == expected


def test_names_of_one_place_in_the_gazetteer() -> None:
    document = with_chains(said("Belarus", tag="LOC"), said("Weißrussland", tag="LOC"))
    assert chains(document) == [("Belarus", "Weißrussland")]
    assert document.chains[0].link == "Belarus"


ROLE = """
{0} der DET {2} det Definite=Def|Number=Sing
{1}Verteidigungsminister Verteidigungsminister NOUN {3} nsubj Gender=Masc|Number=Sing
schwieg schweigen VERB 0 root VerbForm=Fin
"""


def role(adjective: str = "") -> str:
    """ "Der (chinesische) Verteidigungsminister schwieg"."""
    middle = f"{adjective} {adjective} ADJ 3 amod\n" if adjective else ""
    return ROLE.format("Der", middle, 3 if adjective else 2, 4 if adjective else 3)


def named(adjective: str, name: str) -> str:
    """ "Der chinesische Verteidigungsminister Li Shangfu sprach"."""
    first, last = name.split()
    return f"""
    Der der DET 3 det Definite=Def|Number=Sing
    {adjective} {adjective} ADJ 3 amod
    Verteidigungsminister Verteidigungsminister NOUN 6 nsubj Gender=Masc|Number=Sing
    {first} {first} PROPN 3 appos _ B-PER
    {last} {last} PROPN 4 flat _ I-PER
    sprach sprechen VERB 0 root VerbForm=Fin|Number=Sing
    """


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param(
            (named("chinesische", "Li Shangfu"), role("chinesische")),
            [("Der chinesische Verteidigungsminister", "Li Shangfu", "Der chinesische Verteidigungsminister")],
            id="the office that the article told",
        ),
        pytest.param(
            (named("chinesische", "Li Shangfu"), role()),
            [("Der chinesische Verteidigungsminister", "Li Shangfu", "Der Verteidigungsminister")],
            id="the country left out",
        ),
        pytest.param(
            (named("chinesische", "Li Shangfu"), role("russische")),
            [("Der chinesische Verteidigungsminister", "Li Shangfu"), ("Der russische Verteidigungsminister",)],
            id="another country",
        ),
        pytest.param(
            (named("chinesische", "Li Shangfu"), named("russische", "Sergei Shoigu"), role()),
            [
                ("Der chinesische Verteidigungsminister", "Li Shangfu"),
                ("Der russische Verteidigungsminister", "Sergei Shoigu"),
                ("Der Verteidigungsminister",),
            ],
            id="two of them: nobody in particular",
        ),
        pytest.param(
            (named("ehemalige", "Li Shangfu"), role()),
            [("Der ehemalige Verteidigungsminister", "Li Shangfu"), ("Der Verteidigungsminister",)],
            id="a former one is not meant",
        ),
    ],
)
def test_roles(tables: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    assert chains(with_chains(*tables)) == expected


def test_a_caption_tells_who_is_meant() -> None:
    kinds = (BlockKind.BODY, BlockKind.CAPTION)
    document = with_chains(role("chinesische"), named("chinesische", "Li Shangfu"), kinds=kinds)
    assert len(chains(document)) == 1


MET = """
{0} {0} PROPN 2 nsubj _ B-PER
traf treffen VERB 0 root VerbForm=Fin|Number=Sing
{1} {1} PROPN 2 obj _ B-PER
"""


@pytest.mark.parametrize(
    ("tables", "pronoun", "expected"),
    [
        pytest.param((said("Herr Weber"), HE), "Er", ("Herr Weber", "Er"), id="the subject before"),
        pytest.param((said("Karin Lindqvist"), SHE), "Sie", ("Karin Lindqvist", "Sie"), id="a woman"),
        pytest.param((MET.format("Weber", "Kohl"), HE), "Er", ("Weber", "Er"), id="the subject before the object"),
        pytest.param((said("Herr Weber"), HE, HE), "Er", ("Herr Weber", "Er", "Er"), id="through a pronoun"),
    ],
)
def test_pronouns(tables: tuple[str, ...], pronoun: str, expected: tuple[str, ...]) -> None:
    assert chain_of(with_chains(*tables), pronoun) == expected


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param((said("Karin Lindqvist"), HE), id="a woman is not he"),
        pytest.param((said("Herr Weber"), said("Karin Lindqvist"), HE), id="too far back"),
        pytest.param((said("Berlin", tag="LOC"), HE), id="a town is not he"),
        pytest.param(
            (
                """
                Weber Weber PROPN 4 nsubj _ B-PER
                und und CCONJ 3 cc
                Kohl Kohl PROPN 1 conj _ B-PER
                sprachen sprechen VERB 0 root VerbForm=Fin|Number=Plur
                """,
                HE,
            ),
            id="two equally good",
        ),
        pytest.param(
            (
                """
                Weber Weber PROPN 2 nsubj _ B-PER
                sah sehen VERB 0 root VerbForm=Fin|Number=Sing
                ihn er PRON 2 obj Person=3
                """,
            ),
            id="never subject and object of one verb",
        ),
        pytest.param(
            (
                """
                Herrn Herr NOUN 2 compound
                Webers Webers PROPN 3 nmod Case=Gen B-PER
                Reise Reise NOUN 4 nsubj Gender=Fem|Number=Sing
                begann beginnen VERB 0 root VerbForm=Fin|Number=Sing
                """,
                SHE.replace("sprechen", "enden").replace("sprach", "endete"),
            ),
            id="a noun that is no mention comes first",
        ),
    ],
)
def test_pronouns_of_nobody_known_are_no_mentions(tables: tuple[str, ...]) -> None:
    document = with_chains(*tables)
    assert all(mention.kind != "pronoun" for mention in document.mentions)


@pytest.mark.parametrize(
    ("table", "owner"),
    [
        pytest.param(
            """
            Herr Herr NOUN 2 compound
            Ly Ly PROPN 3 nsubj _ B-PER
            traf treffen VERB 0 root VerbForm=Fin|Number=Sing
            seinen sein DET 5 det:poss Poss=Yes
            Freund Freund NOUN 3 obj Gender=Masc|Number=Sing
            """,
            "Herr Ly",
            id="the subject of the clause",
        ),
        pytest.param(
            """
            China China PROPN 2 nsubj _ B-LOC
            schickte schicken VERB 0 root VerbForm=Fin|Number=Sing
            seinen sein DET 4 det:poss Poss=Yes
            Gesandten Gesandter NOUN 2 obj Gender=Masc|Number=Sing
            """,
            "China",
            id="a country",
        ),
    ],
)
def test_possessives(table: str, owner: str) -> None:
    assert chain_of(with_chains(table), "seinen") == (owner, "seinen")


def test_a_woman_has_no_masculine_possessive() -> None:
    table = """
    Karin Karin PROPN 3 nsubj _ B-PER
    Lindqvist Lindqvist PROPN 1 flat _ I-PER
    traf treffen VERB 0 root VerbForm=Fin|Number=Sing
    seinen sein DET 5 det:poss Poss=Yes
    Freund Freund NOUN 3 obj Gender=Masc|Number=Sing
    """
    assert chains(with_chains(table)) == [("Karin Lindqvist",)]


@pytest.mark.parametrize(
    ("table", "country"),
    [
        pytest.param(said("Peking", tag="LOC", verb="fordern"), "China", id="it acts"),
        pytest.param(
            """
            Peking Peking PROPN 4 nsubj _ B-LOC
            und und CCONJ 3 cc
            Moskau Moskau PROPN 1 conj _ B-LOC
            schweigen schweigen VERB 0 root VerbForm=Fin
            """,
            "Russia",
            id="coordinated with one that acts",
        ),
        pytest.param(
            """
            Streit Streit NOUN 0 root
            zwischen zwischen ADP 3 case
            Berlin Berlin PROPN 1 nmod _ B-LOC
            und und CCONJ 5 cc
            Moskau Moskau PROPN 3 conj _ B-LOC
            """,
            "Russia",
            id="between two parties",
        ),
        pytest.param(
            """
            der der DET 2 det
            Druck Druck NOUN 0 root
            aus aus ADP 4 case
            Moskau Moskau PROPN 2 nmod _ B-LOC
            """,
            "Russia",
            id="pressure from it",
        ),
        pytest.param(
            """
            Moskaus Moskau PROPN 2 nmod Case=Gen B-LOC
            Forderung Forderung NOUN 0 root
            """,
            "Russia",
            id="a political noun is its own",
        ),
    ],
)
def test_a_capital_that_acts_is_its_country(table: str, country: str) -> None:
    document = with_chains(table)
    assert document.chains[-1].link == country
    assert document.chains[-1].links[0].reason == "metonymy"


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            """
            Er er PRON 2 nsubj
            kam kommen VERB 0 root VerbForm=Fin
            nach nach ADP 4 case
            Moskau Moskau PROPN 2 obl _ B-LOC
            """,
            id="a way there",
        ),
        pytest.param(
            "in in ADP 2 case\nMoskau Moskau PROPN 3 obl _ B-LOC\nsprach sprechen VERB 0 root VerbForm=Fin",
            id="a place",
        ),
        pytest.param(said("Moskau", tag="LOC", verb="liegen"), id="what towns do"),
        pytest.param(
            """
            Moskau Moskau PROPN 3 nsubj:pass _ B-LOC
            wurde werden AUX 3 aux:pass VerbForm=Fin
            angegriffen angreifen VERB 0 root VerbForm=Part
            """,
            id="what is done to a town",
        ),
        pytest.param(
            "Moskaus Moskau PROPN 2 nmod Case=Gen B-LOC\nFlughafen Flughafen NOUN 0 root", id="a part of the town"
        ),
        pytest.param(
            """
            Er er PRON 2 nsubj
            besucht besuchen VERB 0 root VerbForm=Fin
            Moskau Moskau PROPN 2 obj _ B-LOC
            """,
            id="an object that is visited",
        ),
    ],
)
def test_a_capital_that_is_a_place_is_the_town(table: str) -> None:
    assert [chain.link for chain in with_chains(table).chains] == ["Moscow"]


def test_a_town_that_is_no_capital_is_never_a_country() -> None:
    assert with_chains(said("Hamburg", tag="LOC", verb="fordern")).chains[0].link == "Hamburg"


@given(documents())
def test_every_mention_is_in_exactly_one_chain(document: Document) -> None:
    found = Coreference(load_gazetteer(), load_ontology())(Mentions(load_gazetteer(), load_ontology())(document))
    members = [link.mention for chain in found.chains for link in chain.links]
    assert sorted(members) == list(range(len(found.mentions)))
    assert all(link.reason for chain in found.chains for link in chain.links)
    assert [chain.links[0].mention for chain in found.chains] == sorted(c.links[0].mention for c in found.chains)


def test_unrelated_sentences_may_stand_in_any_order() -> None:
    sentences = [
        said("Karin Lindqvist"),
        said("Belarus", tag="LOC"),
        said("Marek Nowak"),
        said("Krohmann AG", tag="ORG"),
    ]
    forward, backward = with_chains(*sentences), with_chains(*reversed(sentences))
    assert sorted(chains(forward)) == sorted(chains(backward))
