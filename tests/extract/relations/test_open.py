"""Relations that no frame knows, under the verb's own name; and what is none."""

from __future__ import annotations

import pytest

from kg.extract.relations.open import OpenMatch, open_matches
from kg.model import Labels, Literal
from kg.ontology import load_ontology
from tests.extract.inline import clause, reading


def told(line: str, predicate: str) -> set[str]:
    """ "subject relation object" of each match."""
    read = reading(line)

    def shown(value: object) -> str:
        if isinstance(value, Literal):
            return f'"{value.value}"'
        assert isinstance(value, int)
        return read.cast.mentions[value].text

    found = open_matches(read, clause(read, predicate), load_ontology())
    return {f"{shown(m.subject.value)} {m.relation.id} {shown(m.object.value)}" for m in found}


def first(line: str, predicate: str) -> OpenMatch:
    read = reading(line)
    return open_matches(read, clause(read, predicate), load_ontology())[0]


LI = "Li/PROPN/2/nsubj@B-Person"
PRESSED = """Li/PROPN/2/nsubj@B-Person übte:ausüben/VERB/0/root/Fin Druck/NOUN/2/obj/Acc auf/ADP/5/case
    Hui/PROPN/2/obl/Acc@B-Person aus/ADP/2/compound:prt"""
BEHIND = "Li/PROPN/2/nsubj@B-Person {verb} {preposition}/ADP/4/case {name}"

LONG = """Li/PROPN/2/nsubj@B-Person kannte:kennen/VERB/0/root/Fin die:der/DET/9/det {more} alte:alt/ADJ/9/amod
    rote:rot/ADJ/9/amod gute:gut/ADJ/9/amod schlimme:schlimm/ADJ/9/amod Gefahr/NOUN/2/obj/Acc der:der/DET/12/det
    langen:lang/ADJ/12/amod Kriege:Krieg/NOUN/9/nmod/Gen"""


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            f"{LI} kannte:kennen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person",
            "kannte",
            {"Li rel:kennen Hui"},
            id="an object",
        ),
        pytest.param(
            f"{LI} kannte:kennen/VERB/0/root/Fin die:der/DET/4/det Gefahr/NOUN/2/obj/Acc",
            "kannte",
            {'Li rel:kennen "Gefahr"'},
            id="a phrase",
        ),
        pytest.param(
            f"{LI} xyzte:xyzen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person", "xyzte", set(), id="no verb of German"
        ),
        pytest.param(
            "Minister/NOUN/2/nsubj kannte:kennen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person",
            "kannte",
            set(),
            id="no subject with a name",
        ),
        pytest.param(
            f"{LI} kannte:kennen/VERB/0/root/Fin ihn:er/PRON/2/obj/Acc@P-Person#Li", "kannte", set(), id="oneself"
        ),
        pytest.param(
            """Li/PROPN/4/nsubj@B-Person und/CCONJ/3/cc Jun/PROPN/1/conj@B-Person kannten:kennen/VERB/0/root/Fin
                Hui/PROPN/4/obj/Acc@B-Person""",
            "kannten",
            {"Li rel:kennen Hui", "Jun rel:kennen Hui"},
            id="two subjects",
        ),
        pytest.param(
            f"{LI} machte:machen/VERB/0/root/Fin Pause/NOUN/2/obj/Acc", "machte", set(), id="an empty verb and a phrase"
        ),
        pytest.param(PRESSED, "übte", {"Li rel:druck_ausüben_auf Hui"}, id="an empty verb, its noun and a preposition"),
        pytest.param(
            BEHIND.format(
                verb="vertraute:vertrauen/VERB/0/root/Fin", preposition="auf", name="Hui/PROPN/2/obl@B-Person"
            ),
            "vertraute",
            {"Li rel:vertrauen_auf Hui"},
            id="a preposition",
        ),
        pytest.param(
            BEHIND.format(verb="lachte:lachen/VERB/0/root/Fin", preposition="trotz", name="Hui/PROPN/2/obl@B-Person"),
            "lachte",
            set(),
            id="a circumstance",
        ),
        pytest.param(
            BEHIND.format(verb="sang:singen/VERB/0/root/Fin", preposition="in", name="Lyon/PROPN/2/obl/Dat@B-City"),
            "sang",
            set(),
            id="a place that the verb does not govern",
        ),
        pytest.param(
            BEHIND.format(verb="reiste:reisen/VERB/0/root/Fin", preposition="nach", name="Lyon/PROPN/2/obl/Dat@B-City"),
            "reiste",
            {"Li rel:reisen_nach Lyon"},
            id="a place that the verb governs",
        ),
        pytest.param(
            BEHIND.format(verb="siegte:siegen/VERB/0/root/Fin", preposition="mit", name="Hui/PROPN/2/obl@B-Person"),
            "siegte",
            set(),
            id="a preposition that the verb does not govern",
        ),
        pytest.param(
            PRESSED.replace("auf/ADP", "in/ADP").replace("@B-Person aus", "@B-City aus"),
            "übte",
            set(),
            id="a place beside an empty verb and its noun",
        ),
        pytest.param(
            f"{LI} bezeichnete:bezeichnen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person als/ADP/5/case Lügner/NOUN/2/obl",
            "bezeichnete",
            set(),
            id="what something is held to be",
        ),
        pytest.param(
            f"{LI} kannte:kennen/VERB/0/root/Fin Zug-/NOUN/2/obj/Acc",
            "kannte",
            set(),
            id="half a word",
        ),
        pytest.param(
            "Li/PROPN/4/nsubj@B-Person ist:sein/AUX/4/cop/Fin der/DET/4/det/Gen Meinung/NOUN/0/root/Gen",
            "Meinung",
            set(),
            id="a genitive is a state",
        ),
        pytest.param(
            f"""{LI} kannte:kennen/VERB/0/root/Fin die:der/DET/4/det Gefahr/NOUN/2/obj/Acc in/ADP/6/case
                Lyon/PROPN/2/obl/Dat@B-City""",
            "kannte",
            {'Li rel:kennen "Gefahr"'},
            id="a place beside an object",
        ),
        pytest.param(
            f"""{LI} kannte:kennen/VERB/0/root/Fin Jun/PROPN/2/obj/Acc@B-Person durch/ADP/5/case
                Hui/PROPN/2/obl/Acc@B-Person""",
            "kannte",
            {"Li rel:kennen Jun"},
            id="nothing else beside a name",
        ),
        pytest.param(
            f"{LI} ähnelte:ähneln/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat@B-Person",
            "ähnelte",
            {"Li rel:ähneln Hui"},
            id="a dative",
        ),
        pytest.param(
            "Li/PROPN/3/nsubj@B-Person ist:sein/AUX/3/cop/Fin Dichter/NOUN/0/root",
            "Dichter",
            {'Li rel:sein "Dichter"'},
            id="a predicate noun",
        ),
        pytest.param(
            "Li/PROPN/3/nsubj@B-Person ist:sein/AUX/3/cop/Fin krank/ADJ/0/root",
            "krank",
            set(),
            id="a predicate adjective",
        ),
        pytest.param(
            f"{LI} kannte:kennen/VERB/0/root/Fin den:der/DET/4/det Montag/NOUN/2/obj/Acc", "kannte", set(), id="a time"
        ),
        pytest.param(LONG.format(more="große:groß/ADJ/9/amod"), "kannte", set(), id="too long a phrase"),
        pytest.param(
            LONG.format(more="manche:manch/DET/9/det"),
            "kannte",
            {'Li rel:kennen "alte rote gute schlimme Gefahr der langen Kriege"'},
            id="a long phrase",
        ),
        pytest.param(
            "Lis:Li/PROPN/2/nmod/Gen@B-Person Besuch/NOUN/4/nsubj sehr/ADV/4/advmod dauerte:dauern/VERB/0/root/Fin",
            "Besuch",
            set(),
            id="a noun",
        ),
        pytest.param(
            f"""{LI} wies:weisen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person in/ADP/6/case die:der/DET/6/det
                Schranken:Schranke/NOUN/2/obl/Acc""",
            "wies",
            {"Li rel:in_die_schranken_weisen Hui"},
            id="an expression of verb and noun",
        ),
        pytest.param(
            f"{LI} wies:weisen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person in/ADP/5/case Orte:Ort/NOUN/2/obl/Acc",
            "wies",
            {"Li rel:weisen Hui"},
            id="the verb with another noun",
        ),
        pytest.param(
            f"""{LI} entschied:entscheiden/VERB/0/root/Fin das:der/DET/4/det Spiel/NOUN/2/obj/Acc für/ADP/6/case
                sich/PRON/2/obl/Yes""",
            "entschied",
            {'Li rel:für_sich_entscheiden "Spiel"'},
            id="an expression with a pronoun",
        ),
        pytest.param(
            f"""{LI} entzog:entziehen/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat@B-Person den:der/DET/5/det
                Boden/NOUN/2/obj/Acc""",
            "entzog",
            {"Li rel:den_boden_entziehen Hui"},
            id="an expression of its dative",
        ),
        pytest.param(
            f"{LI} schloss:schließen/VERB/0/root/Fin die:der/DET/4/det Reihen:Reihe/NOUN/2/obj/Acc",
            "schloss",
            set(),
            id="an expression has no object of its own",
        ),
        pytest.param(
            f"""{LI} erteilte:erteilen/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat@B-Person eine:ein/DET/5/det
                Genehmigung/NOUN/2/obj/Acc""",
            "erteilte",
            {'Li rel:erteilen "Genehmigung"', "Li rel:genehmigung_erteilen Hui"},
            id="what is given, and to whom",
        ),
        pytest.param(
            f"""{LI} verlieh:verleihen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person den:der/DET/5/det
                Orden/NOUN/2/obj/Acc""",
            "verlieh",
            {"Li rel:orden_verleihen Hui"},
            id="a name beside what is given is its recipient",
        ),
        pytest.param(
            f"""{LI} verlieh:verleihen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person den:der/DET/5/det
                Status/NOUN/2/obj/Acc""",
            "verlieh",
            set(),
            id="what is given says nothing alone",
        ),
        pytest.param(
            f"{LI} erteilte:erteilen/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat@B-Person",
            "erteilte",
            set(),
            id="a recipient of nothing",
        ),
        pytest.param(
            f"""{LI} versprach:versprechen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person ,/PUNCT/6/punct zu/PART/6/mark
                kommen/VERB/2/xcomp/Inf""",
            "versprach",
            set(),
            id="a recipient of what a clause says",
        ),
        pytest.param(
            f"""{LI} erklärte:erklären/VERB/0/root/Fin die:der/DET/4/det Gefahr/NOUN/2/obj/Acc für:für/ADP/6/case
                beendet/ADJ/2/xcomp""",
            "erklärte",
            set(),
            id="what something is declared to be",
        ),
        pytest.param(
            f"{LI} erklärte:erklären/VERB/0/root/Fin die:der/DET/4/det Gefahr/NOUN/2/obj/Acc",
            "erklärte",
            {'Li rel:erklären "Gefahr"'},
            id="what is declared",
        ),
    ],
)
def test_open_relations(line: str, predicate: str, expected: set[str]) -> None:
    assert told(line, predicate) == expected


@pytest.mark.parametrize(
    ("line", "predicate", "german", "english"),
    [
        (f"{LI} kannte:kennen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person", "kannte", "kennen", "knew"),
        (PRESSED, "übte", "Druck ausüben auf", "put pressure on"),
        (PRESSED.replace("Druck/", "Xyzdruck/"), "übte", "Xyzdruck ausüben auf", None),
        (
            """Li/PROPN/2/nsubj@B-Person bestand:bestehen/VERB/0/root/Fin auf/ADP/4/case
                Hui/PROPN/2/obl/Dat@B-Person""",
            "bestand",
            "bestehen auf",
            "insisted on",
        ),
        (
            """Li/PROPN/2/nsubj@B-Person trennte:trennen/VERB/0/root/Fin sich/PRON/2/expl:pv/Yes von/ADP/5/case
                Hui/PROPN/2/obl/Dat@B-Person""",
            "trennte",
            "sich trennen von",
            "separated from",
        ),
        (f"{LI} belastete:belasten/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person", "belastete", "belasten", None),
        (f"{LI} drehte:drehen/VERB/0/root/Fin Filme:Film/NOUN/2/obj/Acc", "drehte", "drehen", "shot"),
        (
            f"{LI} lieferte:ausliefern/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person",
            "lieferte",
            "ausliefern",
            "extradited",
        ),
        (f"{LI} schloss:schließen/VERB/0/root/Fin Filme:Film/NOUN/2/obj/Acc", "schloss", "schließen", None),
        (
            f"""{LI} wies:weisen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person in/ADP/6/case die:der/DET/6/det
                Schranken:Schranke/NOUN/2/obl/Acc""",
            "wies",
            "in die Schranken weisen",
            "put in their place",
        ),
    ],
)
def test_labels(line: str, predicate: str, german: str, english: str | None) -> None:
    relation = first(line, predicate).relation
    assert relation.open
    assert relation.labels == Labels.of({"de": german} | ({"en": english} if english else {}))


def test_giving_is_told_of_the_thing_and_of_the_recipient() -> None:
    line = f"""{LI} erteilte:erteilen/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat@B-Person eine:ein/DET/5/det
        Genehmigung/NOUN/2/obj/Acc"""
    read = reading(line)
    found = open_matches(read, clause(read, "erteilte"), load_ontology())
    assert [m.relation.labels.get("en") for m in found] == ["granted", "granted approval to"]


def test_the_noun_that_carries_the_meaning() -> None:
    assert first(PRESSED, "übte").via == 2
    assert first(f"{LI} kannte:kennen/VERB/0/root/Fin Hui/PROPN/2/obj/Acc@B-Person", "kannte").via == -1
