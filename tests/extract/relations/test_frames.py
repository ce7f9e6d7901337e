"""Frames tried on clauses: what fits makes a relation, what lacks a word, a slot or a type makes none."""

from __future__ import annotations

import pytest

from kg.extract.reading.fillers import Filler, Nation, filler_type
from kg.extract.reading.reading import Reading
from kg.extract.relations.frames import matches
from kg.model import Literal
from kg.ontology import load_ontology
from tests.extract.inline import clause, index, reading


def told(line: str, predicate: str) -> set[str]:
    """ "subject relation object" of each match, without the prefix of the ontology."""
    read = reading(line)
    found = matches(read, read.clauses[clause(read, predicate)], load_ontology())
    return {f"{shown(read, m.subject)} {m.relation.relation.id[3:]} {shown(read, m.object)}" for m in found}


def shown(read: Reading, filler: Filler) -> str:
    match filler.value:
        case Nation(country):
            return country
        case Literal(value):
            return f'"{value}"'
        case mention:
            assert isinstance(mention, int)
            return read.cast.mentions[mention].text


EXERCISE = """China/PROPN/2/nsubj@B-Country {verb}/VERB/0/root/Fin {noun}/NOUN/2/obj/Acc mit/ADP/5/case
    Russland/PROPN/{head}@B-Country"""
RELATIONS = """China/PROPN/2/nsubj@B-Country pflegt:pflegen/VERB/0/root/Fin {adjective}/ADJ/4/amod {noun}/NOUN/2/obj/Acc
    mit/ADP/6/case Russland/PROPN/4/nmod@B-Country"""
FACED = "Li/PROPN/2/nsubj@B-Person stellte:stellen/VERB/0/root/Fin {reflexive} Hui/PROPN/2/iobj/Dat@B-Person"
TWO = """Li/PROPN/4/nsubj@B-Person und/CCONJ/3/cc Hui/PROPN/1/conj@B-Person
    {verb}/VERB/0/root/Fin sich/PRON/4/expl:pv/Yes"""
INTO = """{subject} marschierte:einmarschieren/VERB/0/root/Fin in/ADP/4/case
    Polen/PROPN/2/obl/{case}@B-Country"""
HELD = "Li/PROPN/2/nsubj@B-Person verhaftete:verhaften/VERB/0/root/Fin am/ADP/4/case Tag/NOUN/2/obl {name}"
GOODS = "China/PROPN/2/nsubj@B-Country {verb}/VERB/0/root/Fin das:der/DET/4/det {noun}/NOUN/2/obj/Acc"


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            EXERCISE.format(verb="hielt:abhalten", noun="Übungen:Übung", head="2/obl/Dat"),
            "hielt",
            {"China conductedExercisesWith Russland"},
            id="a light verb and its noun",
        ),
        pytest.param(
            EXERCISE.format(verb="hielt:abhalten", noun="Flottenübungen:Flottenübung", head="3/nmod/Dat"),
            "hielt",
            {"China conductedExercisesWith Russland"},
            id="a compound, the partner at the noun",
        ),
        pytest.param(
            EXERCISE.format(verb="hielt:abhalten", noun="Wahlen:Wahl", head="2/obl/Dat"),
            "hielt",
            {'China organized "Wahlen"'},
            id="another noun",
        ),
        pytest.param(
            EXERCISE.format(verb="vergaß:vergessen", noun="Übungen:Übung", head="2/obl/Dat"),
            "vergaß",
            set(),
            id="another verb",
        ),
        pytest.param(
            RELATIONS.format(adjective="militärische:militärisch", noun="Beziehungen:Beziehung"),
            "pflegt",
            {"China maintainsMilitaryRelationsWith Russland"},
            id="an adjective",
        ),
        pytest.param(
            RELATIONS.format(adjective="enge:eng", noun="Militärbeziehungen:Militärbeziehung"),
            "pflegt",
            {"China maintainsMilitaryRelationsWith Russland"},
            id="an adjective in a compound",
        ),
        pytest.param(
            RELATIONS.format(adjective="gute:gut", noun="Beziehungen:Beziehung"),
            "pflegt",
            {"China maintainsRelationsWith Russland"},
            id="the general behind the special",
        ),
        pytest.param(
            FACED.format(reflexive="sich/PRON/2/obj/Yes"), "stellte", {"Li surrenderedTo Hui"}, id="reflexive"
        ),
        pytest.param(FACED.format(reflexive="gestern/ADV/2/advmod"), "stellte", set(), id="not reflexive"),
        pytest.param(HELD.format(name="Jun/PROPN/4/nmod@B-Person"), "verhaftete", {"Li arrested Jun"}, id="hidden"),
        pytest.param(
            HELD.format(name="Jun/PROPN/4/appos@B-Person"), "verhaftete", {"Li arrested Jun"}, id="a hidden apposition"
        ),
        pytest.param(HELD.format(name="Jun/PROPN/4/nmod/Gen@B-Person"), "verhaftete", set(), id="a genitive"),
        pytest.param(HELD.format(name="Tegel/PROPN/4/nmod@B-City"), "verhaftete", set(), id="the name of a place"),
        pytest.param(
            HELD.format(name="Jun/PROPN/4/nmod@B-Person").replace("Tag/NOUN/2/obl", "Wirt/NOUN/2/obl@R-Person"),
            "verhaftete",
            set(),
            id="the name of him whom the noun describes",
        ),
        pytest.param(
            HELD.format(name="bei/ADP/6/case Jun/PROPN/4/nmod@B-Person"), "verhaftete", set(), id="behind a preposition"
        ),
        pytest.param(
            HELD.format(name="Jun/PROPN/4/nmod@B-Person Hui/PROPN/2/obj/Acc@B-Person"),
            "verhaftete",
            {"Li arrested Hui"},
            id="an object of its own",
        ),
        pytest.param(
            "Am/ADP/2/case Tag/NOUN/5/obl Jun/PROPN/2/nmod@B-Person Li/PROPN/5/nsubj@B-Person "
            "verhaftete:verhaften/VERB/0/root/Fin",
            "verhaftete",
            set(),
            id="before the verb of a main clause",
        ),
        pytest.param(
            "heute/ADV/2/advmod verließ:verlassen/VERB/0/root/Fin Li/PROPN/2/nsubj@B-Person Lyon/PROPN/3/flat@B-City",
            "verließ",
            {"Li departedFrom Lyon"},
            id="behind the subject",
        ),
        pytest.param(
            "als/SCONJ/4/mark Li/PROPN/4/nsubj@B-Person Lyon/PROPN/2/flat@B-City verließ:verlassen/VERB/0/root/Fin",
            "verließ",
            {"Li departedFrom Lyon"},
            id="behind the subject of a clause below",
        ),
        pytest.param(
            "als/SCONJ/5/mark Wirt/NOUN/5/nsubj@R-Person Li/PROPN/2/appos@B-Person Lyon/PROPN/2/appos@B-City "
            "verließ:verlassen/VERB/0/root/Fin",
            "verließ",
            {"Li departedFrom Lyon"},
            id="behind the name of the subject",
        ),
        pytest.param(
            "Li/PROPN/3/nsubj@B-Person Lyon/PROPN/1/flat@B-City verließ:verlassen/VERB/0/root/Fin",
            "verließ",
            set(),
            id="one part before the verb",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj@B-Person erreichte:erreichen/VERB/0/root/Fin Lyon/PROPN/2/obj/Acc@B-City",
            "erreichte",
            {"Li arrivedIn Lyon"},
            id="a place reached",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj@B-Person erreichte:erreichen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person",
            "erreichte",
            set(),
            id="a person reached",
        ),
        pytest.param(TWO.format(verb="trafen:treffen"), "trafen", {"Li met Hui"}, id="each other"),
        pytest.param(TWO.format(verb="freuten:freuen"), "freuten", set(), id="nothing done to each other"),
        pytest.param(
            "Li/PROPN/2/nsubj@B-Person traf:treffen/VERB/0/root/Fin sich/PRON/2/expl:pv/Yes",
            "traf",
            set(),
            id="each other, with nobody",
        ),
        pytest.param(
            """Li/PROPN/4/nsubj@B-Person#Li und/CCONJ/3/cc er/PRON/1/conj@P-Person#Li
                trafen:treffen/VERB/0/root/Fin sich/PRON/4/expl:pv/Yes""",
            "trafen",
            set(),
            id="nobody meets himself",
        ),
        pytest.param(
            INTO.format(subject="Russland/PROPN/2/nsubj@B-Country", case="Acc"),
            "marschierte",
            {"Russland invaded Polen"},
            id="into",
        ),
        pytest.param(
            INTO.format(subject="Russland/PROPN/2/nsubj@B-Country", case="Dat"), "marschierte", set(), id="inside"
        ),
        pytest.param(
            INTO.format(subject="Li/PROPN/2/nsubj@B-Person", case="Acc"),
            "marschierte",
            set(),
            id="a person invades not",
        ),
        pytest.param(
            "Polen/PROPN/2/nsubj@B-Country traf:treffen/VERB/0/root/Fin Lyon/PROPN/2/obj/Acc@B-City",
            "traf",
            set(),
            id="nobody meets a city",
        ),
        pytest.param(
            GOODS.format(verb="eroberte:erobern", noun="Dorf"), "eroberte", {'China conquered "Dorf"'}, id="a phrase"
        ),
        pytest.param(
            GOODS.format(verb="eroberte:erobern", noun="Bergdorf"),
            "eroberte",
            {'China conquered "Bergdorf"'},
            id="a compound as a phrase",
        ),
        pytest.param(
            GOODS.format(verb="eroberte:erobern", noun="Herz"), "eroberte", set(), id="a phrase the frame does not want"
        ),
        pytest.param(GOODS.format(verb="traf:treffen", noun="Volk"), "traf", set(), id="no phrase but entities"),
        pytest.param(
            GOODS.format(verb="erhöhte:erhöhen", noun="Zoll"), "erhöhte", {'China increased "Zoll"'}, id="any phrase"
        ),
        pytest.param(
            """Der:der/DET/2/det Minister/NOUN/3/nsubj@R-Person traf:treffen/VERB/0/root/Fin
                Hui/PROPN/3/obj/Acc@B-Person""",
            "traf",
            set(),
            id="a subject whom nobody names",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj@B-Person schickte:schicken/VERB/0/root/Fin russische:russisch/ADJ/4/amod@R-Person
                Minister/NOUN/2/obj/Acc@I""",
            "schickte",
            {'Li sent "russische Minister"'},
            id="an object whom nobody names",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj@B-Person ist:sein/AUX/3/cop/Fin Mitglied/NOUN/0/root der:der/DET/5/det
                Nato/PROPN/3/nmod/Gen@B-Organization""",
            "Mitglied",
            {"Li memberOf Nato"},
            id="a copula",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj@B-Person ist:sein/AUX/3/cop/Fin Freund/NOUN/0/root der:der/DET/5/det
                Nato/PROPN/3/nmod/Gen@B-Organization""",
            "Freund",
            set(),
            id="a copula with another noun",
        ),
    ],
)
def test_verbs(line: str, predicate: str, expected: set[str]) -> None:
    assert told(line, predicate) == expected


UNKNOWN_CASE = "China/PROPN/2/nsubj@B-Country {verb}/VERB/0/root/Fin Iran/PROPN/2/{slot}@B-Country"


@pytest.mark.parametrize(
    ("verb", "slot", "expected"),
    [
        ("misstraut:misstrauen", "iobj/Dat", {"China distrusts Iran"}),
        ("misstraut:misstrauen", "obj/Acc", {"China distrusts Iran"}),
        ("attackierte:attackieren", "iobj/Dat", {"China attacked Iran"}),
        ("sagte:sagen", "obj/Acc", {"China told Iran"}),
        ("vertrat:vertreten", "obl/Dat", set()),
    ],
)
def test_a_name_without_case_takes_the_one_that_the_verb_wants(verb: str, slot: str, expected: set[str]) -> None:
    assert told(UNKNOWN_CASE.format(verb=verb, slot=slot), verb.partition(":")[0]) == expected


HAPPENED = """Der:der/DET/3/det {adjective}/ADJ/3/amod {noun}/NOUN/6/nsubj {preposition}/ADP/5/case {name}
    endete:enden/VERB/0/root/Fin"""


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            HAPPENED.format(
                adjective="schwere:schwer", noun="Unfall", preposition="in", name="Lyon/PROPN/3/nmod/Dat@B-City"
            ),
            "Unfall",
            {'Lyon sceneOf "schwere Unfall"'},
            id="an accident and its place",
        ),
        pytest.param(
            HAPPENED.format(
                adjective="lange:lang", noun="Streik", preposition="bei", name="Agip/PROPN/3/nmod/Dat@B-Company"
            ),
            "Streik",
            {'Agip hitBy "lange Streik"'},
            id="a strike and the company",
        ),
        pytest.param(
            HAPPENED.format(
                adjective="lange:lang", noun="Unfall", preposition="mit", name="Agip/PROPN/3/nmod/Dat@B-Company"
            ),
            "Unfall",
            set(),
            id="no place",
        ),
        pytest.param(
            "Agip/PROPN/3/nsubj@B-Company ist:sein/AUX/3/cop/Fin insolvent/ADJ/0/root",
            "insolvent",
            {'Agip insolvencyStatus "insolvent"'},
            id="a state",
        ),
        pytest.param(
            "Agip/PROPN/3/nsubj@B-Company ist:sein/AUX/3/cop/Fin stolz/ADJ/0/root",
            "stolz",
            set(),
            id="another state",
        ),
        pytest.param(
            """Ein:ein/DET/2/det Erdbeben/NOUN/3/nsubj/Nom erschütterte:erschüttern/VERB/0/root/Fin
                Polen/PROPN/3/obj/Acc@B-Country""",
            "erschütterte",
            {'Polen hitBy "Erdbeben"'},
            id="turned round",
        ),
    ],
)
def test_what_happened_to_whom(line: str, predicate: str, expected: set[str]) -> None:
    assert told(line, predicate) == expected


BETWEEN = """Das:der/DET/2/det {noun}/NOUN/8/nsubj {preposition}/ADP/5/case dem:der/DET/5/det
    Li/PROPN/2/nmod/Dat@B-Person
    {second} Hui/PROPN/5/conj/Dat@B-Person endete:enden/VERB/0/root/Fin"""
VISIT = """{owner} Reise/NOUN/5/nsubj {preposition}/ADP/4/case Lyon/PROPN/2/nmod/{case}@B-City
    endete:enden/VERB/0/root/Fin"""
CANCELLED = """Li/PROPN/2/nsubj@B-Person sagte:absagen/VERB/0/root/Fin {owner}/DET/4/det:poss/Poss@P-Person#Li
    Reise/NOUN/2/obj/Acc {gap} nach/ADP/7/case Israel/PROPN/2/obl/Dat@B-Country ab/ADP/2/compound:prt"""


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            BETWEEN.format(noun="Treffen", preposition="zwischen", second="und/CCONJ/7/cc"),
            "Treffen",
            {"Li met Hui"},
            id="between",
        ),
        pytest.param(
            BETWEEN.format(noun="Ministertreffen", preposition="zwischen", second="und/CCONJ/7/cc"),
            "Ministertreffen",
            {"Li met Hui"},
            id="a compound",
        ),
        pytest.param(
            BETWEEN.format(noun="Treffen", preposition="über", second="und/CCONJ/7/cc"), "Treffen", set(), id="about"
        ),
        pytest.param(
            VISIT.format(owner="Li/PROPN/2/nmod/Gen@B-Person", preposition="nach", case="Dat"),
            "Reise",
            {"Li visited Lyon"},
            id="whose and where to",
        ),
        pytest.param(
            VISIT.format(owner="Chinesische:chinesisch/ADJ/2/amod", preposition="nach", case="Dat"),
            "Reise",
            {"China visited Lyon"},
            id="a country by its adjective",
        ),
        pytest.param(
            VISIT.format(owner="Lange:lang/ADJ/2/amod", preposition="nach", case="Dat"), "Reise", set(), id="whose?"
        ),
        pytest.param(
            VISIT.format(owner="Li/PROPN/2/nmod/Gen@B-Person", preposition="aus", case="Dat"),
            "Reise",
            set(),
            id="where from",
        ),
        pytest.param(
            CANCELLED.format(owner="seine:sein", gap="kurz/ADV/7/advmod"),
            "Reise",
            {"seine visited Israel"},
            id="behind the noun, hung on the verb",
        ),
        pytest.param(
            CANCELLED.format(owner="seine:sein", gap="gestern/ADV/2/advmod"),
            "Reise",
            set(),
            id="hung on the verb, not behind the noun",
        ),
    ],
)
def test_nouns(line: str, predicate: str, expected: set[str]) -> None:
    assert told(line, predicate) == expected


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [
        ("chinesischer:chinesisch", {'China stationed "chinesischer Soldaten"'}),
        ("vieler:viel", set()),
    ],
)
def test_a_slot_of_a_slot(adjective: str, expected: set[str]) -> None:
    line = f"""Die:der/DET/2/det Stationierung/NOUN/5/nsubj {adjective}/ADJ/4/amod Soldaten:Soldat/NOUN/2/nmod/Gen
        überraschte:überraschen/VERB/0/root/Fin"""
    assert told(line, "Stationierung") == expected


def test_what_carries_the_meaning_is_told() -> None:
    read = reading(EXERCISE.format(verb="hielt:abhalten", noun="Übungen:Übung", head="2/obl/Dat"))
    (found,) = matches(read, read.clauses[clause(read, "hielt")], load_ontology())
    assert found.via == index(read.sentence, "Übungen")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Li/PROPN/2/nsubj@B-Person traf:treffen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person", ["Person", "Person"]),
        (VISIT.format(owner="Chinesische:chinesisch/ADJ/2/amod", preposition="nach", case="Dat"), ["Country", "City"]),
        (GOODS.format(verb="eroberte:erobern", noun="Dorf"), ["Country", None]),
    ],
)
def test_types_of_fillers(line: str, expected: list[str | None]) -> None:
    read = reading(line)
    (found,) = [m for c in read.clauses for m in matches(read, c, load_ontology())]
    assert [filler_type(read, found.subject), filler_type(read, found.object)] == expected


MEANT = """Li/PROPN/2/nsubj@B-Person {verb}/VERB/0/root/Fin eine:ein/DET/4/det Reise/NOUN/2/{label}/Acc nach/ADP/6/case
    Lyon/PROPN/4/nmod/Dat@B-City"""


@pytest.mark.parametrize(
    ("verb", "label", "expected"),
    [
        ("plante:planen", "obj", {"Li visited Lyon"}),
        ("kritisierte:kritisieren", "obj", set()),
        ("plante:planen", "obl", set()),
    ],
)
def test_who_does_what_a_noun_names(verb: str, label: str, expected: set[str]) -> None:
    assert told(MEANT.format(verb=verb, label=label), "Reise") == expected
