"""Who is said to hold which office, and where no office is said."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.roles.labels import Designation
from kg.model import BlockKind, Derivation, Labels, Literal, Time
from kg.ontology import Relations, Types, load_gazetteer
from tests.extract.articles import chains, offices, posts, with_offices

ASSERTED = "affirmed asserted"

COMMANDER = """
mit mit ADP 4 case
dem der DET 4 det Definite=Def
{0} {0} ADJ 4 amod
Marinekommandeur Marinekommandeur NOUN 7 obl
Nikolai Nikolai PROPN 4 appos _ B-PER
Jewmenow Jewmenow PROPN 5 flat _ I-PER
sprach sprechen VERB 0 root VerbForm=Fin
"""

# "seinen Gesandten" is one or several; the tagger says several.
ENVOY = """
Dänemark Dänemark PROPN 2 nsubj _ B-LOC
schickte schicken VERB 0 root VerbForm=Fin|Number=Sing
seinen sein DET 4 det:poss Poss=Yes|Number=Plur
Gesandten Gesandter NOUN 2 obj Gender=Masc|Number=Plur
für für ADP 6 case
Handel Handel NOUN 4 nmod Number=Sing
, , PUNCT 8 punct
Karl Karl PROPN {0} _ B-PER
Weber Weber PROPN 8 flat _ I-PER
"""
AND_ANOTHER = """und und CCONJ 11 cc
Anna Anna PROPN 8 conj _ B-PER
Berg Berg PROPN 11 flat _ I-PER
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            COMMANDER.format("russischen"),
            [("Nikolai Jewmenow", "Navy commander of Russia", ASSERTED)],
            id="before the name",
        ),
        pytest.param(
            """
            China China PROPN 2 nsubj _ B-LOC
            schickte schicken VERB 0 root VerbForm=Fin|Number=Sing
            seinen sein DET 4 det:poss Poss=Yes
            Sondergesandten Sondergesandter NOUN 2 obj Gender=Masc|Number=Sing
            für für ADP 7 case
            eurasische eurasisch ADJ 7 amod
            Angelegenheiten Angelegenheit NOUN 4 nmod Number=Plur
            , , PUNCT 9 punct
            Li Li PROPN 4 appos _ B-PER
            Hui Hui PROPN 9 flat _ I-PER
            , , PUNCT 9 punct
            """,
            [("Li Hui", "Special envoy of China for Eurasian affairs", ASSERTED)],
            id="of the country that a possessive stands for, with its field",
        ),
        pytest.param(
            """
            Kremlsprecher Kremlsprecher NOUN 4 nsubj
            Dmitri Dmitri PROPN 1 appos _ B-PER
            Peskow Peskow PROPN 2 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [("Dmitri Peskow", "Kremlin spokesperson", ASSERTED)],
            id="one that needs no owner",
        ),
        pytest.param(
            """
            Russlands Russland PROPN 2 nmod Case=Gen B-LOC
            Präsident Präsident NOUN 5 nsubj
            Wladimir Wladimir PROPN 2 appos _ B-PER
            Putin Putin PROPN 3 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [("Wladimir Putin", "President of Russia", ASSERTED)],
            id="of a country in the genitive before it",
        ),
        pytest.param(
            """
            der der DET 2 det Definite=Def
            Vorsitzende Vorsitzende NOUN 5 nsubj Gender=Masc
            der der DET 4 det Case=Gen
            SPD SPD PROPN 2 nmod Case=Gen B-ORG
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [],
            id="nobody named, nobody holds it",
        ),
        pytest.param(
            """
            Der der DET 2 det Definite=Def
            Vorsitzende Vorsitzende NOUN 9 nsubj Gender=Masc
            der der DET 4 det Case=Gen
            SPD SPD PROPN 2 nmod Case=Gen B-ORG
            , , PUNCT 6 punct
            Lars Lars PROPN 2 appos _ B-PER
            Klingbeil Klingbeil PROPN 6 flat _ I-PER
            , , PUNCT 6 punct
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [("Lars Klingbeil", "Chair of SPD", ASSERTED)],
            id="of an organization",
        ),
        pytest.param(
            """
            Der der DET 3 det Definite=Def
            bayerische bayerisch ADJ 3 amod
            Kultusminister Kultusminister NOUN 6 nsubj
            Siegfried Siegfried PROPN 3 appos _ B-PER
            Weber Weber PROPN 4 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [("Siegfried Weber", "Education Minister of Bavaria", ASSERTED)],
            id="of a region",
        ),
        pytest.param(
            """
            Der der DET 3 det Definite=Def
            designierte designiert ADJ 3 amod
            Außenminister Außenminister NOUN 6 nsubj
            Jörg Jörg PROPN 3 appos _ B-PER
            Weber Weber PROPN 4 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [("Jörg Weber", "Foreign Minister", "affirmed planned")],
            id="not held yet",
        ),
        pytest.param(COMMANDER.format("ehemaligen"), [], id="not any more"),
        pytest.param(
            """
            die der DET 3 det Definite=Def
            dänische dänisch ADJ 3 amod
            Königin Königin NOUN 0 root
            Margrethe Margrethe PROPN 3 appos _ B-PER
            II. II. PROPN 4 flat _ I-PER
            """,
            [("Margrethe II.", "Queen of Denmark", ASSERTED)],
            id="with a feminine word of its own",
        ),
        pytest.param(
            """
            Die der DET 3 det Definite=Def
            deutsche deutsch ADJ 3 amod
            Bundeskanzlerin Bundeskanzlerin NOUN 0 root
            Angela Angela PROPN 3 appos _ B-PER
            Merkel Merkel PROPN 4 flat _ I-PER
            """,
            [("Angela Merkel", "Federal Chancellor of Germany", ASSERTED)],
            id="one office whoever holds it",
        ),
        pytest.param(
            """
            Der der DET 2 det Definite=Def
            Kandidat Kandidat NOUN 0 root
            der der DET 4 det Case=Gen
            SPD SPD PROPN 2 nmod Case=Gen B-ORG
            , , PUNCT 6 punct
            Lars Lars PROPN 2 appos _ B-PER
            Weber Weber PROPN 6 flat _ I-PER
            , , PUNCT 6 punct
            """,
            [],
            id="a candidate holds no office",
        ),
        pytest.param(
            """
            Altkanzler Altkanzler NOUN 4 nsubj
            Gerhard Gerhard PROPN 1 appos _ B-PER
            Schröder Schröder PROPN 2 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [],
            id="not any more, in one word",
        ),
        pytest.param(
            """
            Der der DET 2 det Definite=Def
            Arzt Arzt NOUN 5 nsubj
            Max Max PROPN 2 appos _ B-PER
            Müller Müller PROPN 3 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [],
            id="an occupation is no office",
        ),
        pytest.param(
            """
            Der der DET 2 det Definite=Def
            Sprecher Sprecher NOUN 5 nsubj
            Max Max PROPN 2 appos _ B-PER
            Müller Müller PROPN 3 flat _ I-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [],
            id="an office of nobody knows whom",
        ),
        pytest.param(
            """
            der der DET 2 det Definite=Def
            Sprecher Sprecher NOUN 4 nsubj
            Merkels Merkels PROPN 2 nmod Case=Gen B-PER
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [],
            id="a person in the genitive does not hold it",
        ),
        pytest.param(
            ENVOY.format("6 appos"), [("Karl Weber", "Envoy of Denmark for trade", ASSERTED)], id="below its field"
        ),
        pytest.param(ENVOY.format("4 appos"), [("Karl Weber", "Envoy of Denmark for trade", ASSERTED)], id="below it"),
        pytest.param(ENVOY.format("4 appos") + AND_ANOTHER, [], id="two people"),
    ],
)
def test_role_phrases(table: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(with_offices(table)) == expected


OF_A_BODY = """
der der DET 2 det Definite=Def
Vorsitzende Vorsitzende NOUN 9 nsubj Gender=Masc
der der DET 4 det Case=Gen
{kind}
{name} {name} PROPN 4 {label}
, , PUNCT 7 punct
Lars Lars PROPN 2 appos _ B-PER
Klingbeil Klingbeil PROPN 7 flat _ I-PER
schwieg schweigen VERB 0 root VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("kind", "name", "label", "expected"),
    [
        pytest.param(
            "Gewerkschaft Gewerkschaft NOUN 2 nmod Case=Gen", "Nordlicht", "appos _ B-ORG",
            [("Lars Klingbeil", "Nordlicht")], id="a kind of body before its name",
        ),
        pytest.param(
            "Ärztin Ärztin NOUN 2 nmod Case=Gen", "Nordlicht", "appos _ B-PER", [], id="a person",
        ),
    ],
)  # fmt: skip
def test_a_post_is_one_at_a_body(kind: str, name: str, label: str, expected: list[tuple[str, str]]) -> None:
    assert posts(with_offices(OF_A_BODY.format(kind=kind, name=name, label=label))) == expected


def test_two_roles_of_one_name() -> None:
    table = """
    Der der DET 3 det Definite=Def
    österreichische österreichisch ADJ 3 amod
    Bundeskanzler Bundeskanzler NOUN 8 nsubj
    und und CCONJ 5 cc
    ÖVP-Chef ÖVP-Chef NOUN 3 conj
    Sebastian Sebastian PROPN 3 appos _ B-PER
    Kurz Kurz PROPN 6 flat _ I-PER
    schwieg schweigen VERB 0 root VerbForm=Fin
    """
    assert offices(with_offices(table)) == [
        ("Sebastian Kurz", "Federal Chancellor of Austria", ASSERTED),
        ("Sebastian Kurz", "Head of ÖVP", ASSERTED),
    ]


def test_apposition_behind_the_name() -> None:
    table = """
    Li Li PROPN 8 nsubj _ B-PER
    Shangfu Shangfu PROPN 1 flat _ I-PER
    , , PUNCT 6 punct
    der der DET 6 det Definite=Def
    chinesische chinesisch ADJ 6 amod
    Verteidigungsminister Verteidigungsminister NOUN 1 appos
    , , PUNCT 6 punct
    schwieg schweigen VERB 0 root VerbForm=Fin
    """
    assert offices(with_offices(table)) == [("Li Shangfu", "Defence Minister of China", ASSERTED)]


OWN_OFFICE = """
Der der DET 3 det Definite=Def|Number=Sing
chinesische chinesisch ADJ 3 amod
Verteidigungsminister Verteidigungsminister NOUN 0 root Gender=Masc|Number=Sing
Li Li PROPN 3 appos _ B-PER
Shangfu Shangfu PROPN 4 flat _ I-PER
. . PUNCT 3 punct
"""
COUNTERPART = """
Herr Herr NOUN 2 compound
Li Li PROPN 3 nsubj _ B-PER
traf treffen VERB 0 root VerbForm=Fin|Number=Sing
{0}
Sergei Sergei PROPN {1} appos _ B-PER
Shoigu Shoigu PROPN {2} flat _ I-PER
"""


def counterpart(words: str) -> str:
    """ "Herr Li traf <words> Sergei Shoigu", the last of the words being the counterpart."""
    lines, parts = [], words.split()
    head = 3 + len(parts)
    for word in parts[:-1]:
        label = "amod" if word.islower() and word.startswith("russ") else "det:poss"
        lines.append(f"{word} {word} {'ADJ' if label == 'amod' else 'DET'} {head} {label}")
    lines.append(f"{parts[-1]} {parts[-1]} NOUN 3 obj Gender=Masc|Number=Sing")
    return COUNTERPART.format("\n".join(lines), head, head + 1)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        pytest.param("seinen russischen Amtskollegen", "Defence Minister of Russia", id="the country of the adjective"),
        pytest.param(
            "seinen US-Amtskollegen", "Defence Minister of the United States", id="the country of the first part"
        ),
        pytest.param("den russischen Amtskollegen", "Defence Minister of Russia", id="the counterpart of the subject"),
    ],
)
def test_a_counterpart_has_the_office_of_the_other_side(words: str, label: str) -> None:
    document = with_offices(OWN_OFFICE, counterpart(words), kinds=(BlockKind.CAPTION, BlockKind.BODY))
    assert offices(document) == [
        ("Li Shangfu", "Defence Minister of China", ASSERTED),
        ("Sergei Shoigu", label, ASSERTED),
    ]


def test_a_counterpart_of_an_unknown_office_holds_none() -> None:
    assert offices(with_offices(counterpart("seinen russischen Amtskollegen"))) == []


def test_a_counterpart_of_no_country_holds_none() -> None:
    document = with_offices(OWN_OFFICE, counterpart("seinen Amtskollegen"), kinds=(BlockKind.CAPTION, BlockKind.BODY))
    assert len(offices(document)) == 1


TOOK_OFFICE = """
Herr Herr NOUN 2 compound
Li Li PROPN 3 nsubj _ B-PER
trat antreten VERB 0 root VerbForm=Fin|Number=Sing|Mood=Ind|Tense=Past
im in ADP 5 case
März März NOUN 3 obl
{0}sein sein DET {1} det:poss Poss=Yes
Amt Amt NOUN 3 obj Gender=Neut|Number=Sing
als als ADP {2} case
chinesischer chinesisch ADJ {2} amod
Verteidigungsminister Verteidigungsminister NOUN 3 obl Gender=Masc|Number=Sing
an an ADP 3 compound:prt
"""


def test_taking_office_tells_since_when() -> None:
    document = with_offices(TOOK_OFFICE.format("", 7, 10))
    assert offices(document) == [("Herr Li", "Defence Minister of China", ASSERTED)]
    assert document.relation_mentions[0].time == Time("im März", "2023-03/..", date(2023, 3, 1), None)


def test_not_taking_office_is_negated() -> None:
    document = with_offices(TOOK_OFFICE.format("nicht nicht PART 3 advmod\n", 8, 11))
    assert [status for _, _, status in offices(document)] == ["negated asserted"]


def test_the_time_of_an_office_is_told_once_for_all() -> None:
    document = with_offices(TOOK_OFFICE.format("", 7, 10), OWN_OFFICE)
    first, second = document.relation_mentions
    assert first.time == second.time
    assert first.time is not None


IS_MINISTER = """
Karin Karin PROPN 3 nsubj _ B-PER
Lindqvist Lindqvist PROPN 1 flat _ I-PER
{0} {0} AUX 5 cop {1}
schwedische schwedisch ADJ 5 amod
Außenministerin Außenministerin NOUN 0 root Gender=Fem
"""


@pytest.mark.parametrize(
    ("verb", "feats", "expected"),
    [
        ("ist", "VerbForm=Fin|Tense=Pres", [("Karin Lindqvist", "Foreign Minister of Sweden", ASSERTED)]),
        ("war", "VerbForm=Fin|Tense=Past", []),
    ],
)
def test_copula(verb: str, feats: str, expected: list[tuple[str, str, str]]) -> None:
    table = IS_MINISTER.format(verb, feats).replace(f"{verb} {verb}", f"{verb} sein").replace("PROPN 3", "PROPN 5")
    assert offices(with_offices(table)) == expected


def test_a_relative_clause_tells_an_office_and_its_time() -> None:
    table = """
    Lindqvist Lindqvist PROPN 9 nsubj _ B-PER
    , , PUNCT 7 punct
    die der PRON 7 nsubj PronType=Dem,Rel
    seit seit ADP 5 case
    Oktober Oktober NOUN 7 obl
    2022 2022 NUM 5 nummod
    Außenministerin Außenministerin NOUN 1 acl
    ist sein AUX 7 cop VerbForm=Fin|Tense=Pres
    reiste reisen VERB 0 root VerbForm=Fin
    """
    document = with_offices(table)
    assert offices(document) == [("Lindqvist", "Foreign Minister", ASSERTED)]
    assert document.relation_mentions[0].time == Time("seit Oktober 2022", "2022-10/..", date(2022, 10, 1), None)
    assert document.mentions[-1].text == "Außenministerin"


def test_one_office_is_one_chain_whoever_holds_it() -> None:
    document = with_offices(COMMANDER.format("russischen"), COMMANDER.format("russischen").replace("Nikolai", "Igor"))
    offices_of = [c for c in document.chains if document.mentions[c.links[0].mention].type == Types.OFFICE]
    assert [len(chain.links) for chain in offices_of] == [2]
    assert ("russischen Marinekommandeur", "russischen Marinekommandeur") in chains(document)


def test_what_is_written_down() -> None:
    document = with_offices(COMMANDER.format("russischen"))
    (held,) = document.relation_mentions
    assert (held.relation.id, held.derivation, held.surface) == (
        Relations.HOLDS_OFFICE,
        Derivation.OFFICE,
        "Marinekommandeur",
    )
    assert not isinstance(held.object, Literal)
    office = document.mentions[held.object]
    assert (office.type, office.country, office.name) == (Types.OFFICE, "Russia", "russischer Marinekommandeur")
    assert office.span.of(document.article.text) == office.text == "russischen Marinekommandeur"
    assert held.evidence == document.sentences[0].span
    assert {span.of(document.article.text) for span in held.spans.said} == {"Nikolai Jewmenow", office.text}


@pytest.mark.parametrize(
    ("parts", "german", "english"),
    [
        (Designation(Labels.of({"de": "Präsident", "en": "President"}), country="United_States"),
         "amerikanischer Präsident", "President of the United States"),
        (Designation(Labels.of({"de": "Staatsoberhaupt", "en": "Head of State"}), gender="Neut", country="China"),
         "chinesisches Staatsoberhaupt", "Head of State of China"),
        (Designation(Labels.of({"de": "Minister", "en": "Minister"}), plural=True, country="Russia"),
         "russische Minister", "Ministers of Russia"),
        (Designation(Labels.of({"de": "Polizei", "en": "police"}), gender="Fem", plural=True), "Polizei", "Police"),
        (Designation(Labels.of({"de": "Stab", "en": "chief of staff"}), plural=True), "Stab", "Chiefs of staff"),
        (Designation(Labels.of({"de": "Chef", "en": "head"}), body=Labels.of({"de": "BMW", "en": "BMW"})),
         "Chef (BMW)", "Head of BMW"),
        (Designation(Labels.of({"de": "Bürgermeister", "en": "Mayor"}), country="Munich"),
         "Bürgermeister (München)", "Mayor of Munich"),
        (Designation(Labels.of({"de": "Außenminister", "en": "Foreign Minister"}),
                     ranks=(("stellvertretend", "deputy"),), country="Iran"),
         "stellvertretender iranischer Außenminister", "Deputy Foreign Minister of Iran"),
    ],
)  # fmt: skip
def test_designations(parts: Designation, german: str, english: str) -> None:
    labels = parts.labels(load_gazetteer(), language="de")
    assert (labels.get("de"), labels.get("en")) == (german, english)
