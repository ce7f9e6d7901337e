"""Where verb and object alone would say something else; each case beside one that is told."""

from __future__ import annotations

import pytest

from kg.extract.relations.open import open_matches
from kg.model import Literal
from kg.ontology import load_ontology
from tests.extract.inline import clause, reading

LI = "Li/PROPN/2/nsubj@B-Person"
GAVE = f"{LI} gestattete:gestatten/VERB/0/root/Fin dem:der/DET/4/det/Dat Kongo/PROPN/2/obj/Acc@B-Country "


def told(line: str, predicate: str) -> list[str]:
    """ "relation object" of each match."""
    read = reading(line)
    found = open_matches(read, clause(read, predicate), load_ontology())
    values = [(m.relation.id, m.object.value) for m in found]
    return [
        f"{r} {v.value if isinstance(v, Literal) else read.cast.mentions[v].text}"  # type: ignore[index]
        for r, v in values
    ]


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            f"{LI} nutzte:nutzen/VERB/0/root/Fin die:der/DET/4/det Wahl/NOUN/2/obj für/ADP/6/case sich/PRON/2/obl/Yes",
            "nutzte",
            [],
            id="for oneself",
        ),
        pytest.param(
            f"{LI} entschied:entscheiden/VERB/0/root/Fin die:der/DET/4/det Wahl/NOUN/2/obj für/ADP/6/case "
            "sich/PRON/2/obl/Yes",
            "entschied",
            ["rel:für_sich_entscheiden Wahl"],
            id="for oneself, in an expression that the lexicon has",
        ),
        pytest.param(
            f"{LI} entschied:entscheiden/VERB/0/root/Fin die:der/DET/4/det Wahl/NOUN/2/obj für/ADP/6/case Hui/PROPN/2/obl",
            "entschied",
            ["rel:entscheiden Wahl"],
            id="for another",
        ),
        pytest.param(
            f"{LI} verlor:verlieren/VERB/0/root/Fin beinahe/ADV/2/advmod die:der/DET/5/det Wahl/NOUN/2/obj",
            "verlor",
            [],
            id="almost",
        ),
        pytest.param(
            f"{LI} verlor:verlieren/VERB/0/root/Fin gestern/ADV/2/advmod die:der/DET/5/det Wahl/NOUN/2/obj",
            "verlor",
            ["rel:verlieren Wahl"],
            id="not almost",
        ),
        pytest.param(
            f"{LI} erhöhte:erhöhen/VERB/0/root/Fin den:der/DET/4/det Preis/NOUN/2/obj/Acc den:der/DET/6/det "
            "Strom/NOUN/2/obj/Acc",
            "erhöhte",
            [],
            id="two objects",
        ),
        pytest.param(
            f"{LI} erhöhte:erhöhen/VERB/0/root/Fin den:der/DET/4/det Preis/NOUN/2/obj/Acc und/CCONJ/6/cc "
            "Lohn/NOUN/4/conj",
            "erhöhte",
            ["rel:erhöhen Preis", "rel:erhöhen Lohn"],
            id="two that are joined",
        ),
        pytest.param(
            "Li/PROPN/5/nsubj@B-Person ist:sein/AUX/5/aux/Fin in/ADP/5/dep Wien/PROPN/5/obj@B-City "
            "geplant:planen/VERB/0/root/Part",
            "geplant",
            [],
            id="a state has no object",
        ),
        pytest.param(
            "Li/PROPN/4/nsubj@B-Person hat:haben/AUX/4/aux/Fin Wien/PROPN/4/obj@B-City geplant:planen/VERB/0/root/Part",
            "geplant",
            ["rel:planen Wien"],
            id="a deed has one",
        ),
        pytest.param(
            GAVE + "zu/PART/6/mark reden/VERB/2/xcomp/Inf", "gestattete", [], id="to whom, and what is a clause"
        ),
        pytest.param(
            GAVE.replace("gestattete:gestatten", "folgte:folgen"), "folgte", ["rel:folgen Kongo"], id="a dative alone"
        ),
        pytest.param(
            f"{LI} vertrat:vertreten/VERB/0/root/Fin die:der/DET/4/det Ansicht/NOUN/2/obj ,/PUNCT/8/punct dass/SCONJ/8/mark "
            "Hui/PROPN/8/nsubj log:lügen/VERB/2/ccomp/Fin",
            "vertrat",
            [],
            id="a clause says which",
        ),
        pytest.param(
            f"{LI} vertrat:vertreten/VERB/0/root/Fin eine:ein/DET/5/det neue:neu/ADJ/5/amod Ansicht/NOUN/2/obj",
            "vertrat",
            ["rel:vertreten neue Ansicht"],
            id="an adjective says which",
        ),
        pytest.param(
            f"{LI} vertrat:vertreten/VERB/0/root/Fin die:der/DET/4/det Ansicht/NOUN/2/obj", "vertrat", [], id="which?"
        ),
        pytest.param(
            f"{LI} teilte:mitteilen/VERB/0/root/Fin die:der/DET/4/det Absage/NOUN/2/obj mit/ADP/2/compound:prt",
            "teilte",
            ["rel:mitteilen Absage"],
            id="what is told",
        ),
        pytest.param(
            f"{LI} warf:vorwerfen/VERB/0/root/Fin den:der/DET/4/det Rebellen:Rebell/NOUN/2/obj/Acc vor/ADP/2/compound:prt "
            ",/PUNCT/8/punct zu/PART/8/mark lügen/VERB/2/xcomp/Inf",
            "warf",
            [],
            id="whom a clause is told of",
        ),
        pytest.param(
            "Li/PROPN/5/nsubj@B-Person ,/PUNCT/3/punct Chef/NOUN/5/obj ,/PUNCT/3/punct betonte:betonen/VERB/0/root/Fin",
            "betonte",
            [],
            id="what explains the subject",
        ),
        pytest.param(
            "Li/PROPN/7/nsubj@B-Person das:der/DET/3/det Recht/NOUN/7/obj für/ADP/7/mark nichtig/ADJ/7/advmod zu/PART/7/mark "
            "erklären/VERB/0/root/Inf",
            "erklären",
            [],
            id="what it is declared to be",
        ),
        pytest.param(
            "Li/PROPN/3/nsubj@B-Person konnte:können/AUX/3/aux/Fin abzuschlagen:schlagen/VERB/0/root/Inf Hui/PROPN/3/obj",
            "abzuschlagen",
            [],
            id="half a verb",
        ),
        pytest.param(
            f"{LI} begründete:begründen/VERB/0/root/Fin die:der/DET/4/det Absage/NOUN/2/obj damit/ADV/2/advmod "
            ",/PUNCT/9/punct dass/SCONJ/9/mark Hui/PROPN/9/nsubj log:lügen/VERB/2/ccomp/Fin",
            "begründete",
            ["rel:begründen Absage"],
            id="a clause says why",
        ),
    ],
)
def test_doubts(line: str, predicate: str, expected: list[str]) -> None:
    assert told(line, predicate) == expected


CITY = "die:der/DET/4/det Stadt/NOUN/2/obj/Acc"


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            f"{LI} nutzte:nutzen/VERB/0/root/Fin {CITY} als/ADP/6/case Bühne/NOUN/2/obl",
            "nutzte",
            [],
            id="used as something",
        ),
        pytest.param(
            f"{LI} verließ:verlassen/VERB/0/root/Fin {CITY} als/ADP/6/case Sieger/NOUN/2/obl",
            "verließ",
            ["rel:verlassen Stadt"],
            id="as what the subject does it",
        ),
        pytest.param(
            f"{LI} verwandelte:verwandeln/VERB/0/root/Fin {CITY} in/ADP/7/case ein/DET/7/det Lager/NOUN/2/obl/Acc",
            "verwandelte",
            [],
            id="turned into",
        ),
        pytest.param(
            f"{LI} verwandelte:verwandeln/VERB/0/root/Fin den:der/DET/4/det Elfmeter/NOUN/2/obj/Acc in/ADP/7/case "
            "der/DET/7/det Pause/NOUN/2/obl/Dat",
            "verwandelte",
            ["rel:verwandeln Elfmeter"],
            id="when it is done",
        ),
        pytest.param(
            f"{LI} erleichterte:erleichtern/VERB/0/root/Fin den:der/DET/4/det Wirt/NOUN/2/obj/Acc bei/ADP/6/case "
            "Tisch/NOUN/2/obl um/ADP/9/case fünf/NUM/9/nummod Euro/NOUN/6/nmod",
            "erleichterte",
            [],
            id="relieved of, hung on what stands between",
        ),
        pytest.param(
            f"{LI} überließ:überlassen/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat@B-Person {CITY.replace('4', '5')}",
            "überließ",
            ["rel:stadt_überlassen Hui"],
            id="left to somebody",
        ),
        pytest.param(
            f"{LI} überließ:überlassen/VERB/0/root/Fin ihr/PRON/2/iobj/Dat {CITY.replace('4', '5')}",
            "überließ",
            [],
            id="left to nobody named",
        ),
        pytest.param(
            f"{LI} erwähnte:erwähnen/VERB/0/root/Fin die:der/DET/5/det gleiche:gleich/ADJ/5/amod Zahl/NOUN/2/obj/Acc",
            "erwähnte",
            [],
            id="the same as what",
        ),
        pytest.param(
            f"{LI} erwähnte:erwähnen/VERB/0/root/Fin die:der/DET/5/det neue:neu/ADJ/5/amod Zahl/NOUN/2/obj/Acc",
            "erwähnte",
            ["rel:erwähnen neue Zahl"],
            id="a new one",
        ),
        pytest.param(
            f"{LI} verbot:ausschließen/VERB/0/root/Fin {CITY} nur/ADV/2/advmod für/ADP/7/case Kinder/NOUN/2/obl",
            "verbot",
            [],
            id="only for some",
        ),
        pytest.param(
            f"{LI} verbot:ausschließen/VERB/0/root/Fin {CITY} auch/ADV/2/advmod für/ADP/7/case Kinder/NOUN/2/obl",
            "verbot",
            ["rel:ausschließen Stadt"],
            id="for some too",
        ),
        pytest.param(
            "Erster/NOUN/0/root ist:sein/AUX/1/cop/Fin Li/PROPN/1/nsubj@B-Person ,/PUNCT/5/punct "
            "gefolgt:folgen/VERB/1/acl/Part von/ADP/7/case Hui/PROPN/5/obl@B-Person",
            "gefolgt",
            [],
            id="what somebody is, and stands for that one",
        ),
        pytest.param(
            f"{LI} betonte:betonen/VERB/0/root/Fin ,/PUNCT/5/punct Hui/PROPN/5/nsubj komme:kommen/VERB/2/ccomp/Fin "
            ",/PUNCT/8/punct den:der/DET/8/det Tag/NOUN/2/obj/Acc",
            "betonte",
            [],
            id="behind a clause",
        ),
        pytest.param(
            f"{LI} betonte:betonen/VERB/0/root/Fin den:der/DET/4/det Verlust/NOUN/2/obj/Acc gestern/ADV/2/advmod "
            ",/PUNCT/8/punct Hui/PROPN/8/nsubj komme:kommen/VERB/2/ccomp/Fin",
            "betonte",
            ["rel:betonen Verlust"],
            id="before a clause",
        ),
        pytest.param(
            f"{LI} reiste:reisen/VERB/0/root/Fin nach/ADP/5/case der/DET/5/det Schweiz/PROPN/2/obl@B-Country",
            "reiste",
            [],
            id="after a place",
        ),
        pytest.param(
            f"{LI} reiste:reisen/VERB/0/root/Fin nach/ADP/4/case Minsk/PROPN/2/obl@B-City",
            "reiste",
            ["rel:reisen_nach Minsk"],
            id="to a place",
        ),
        pytest.param(
            f"{LI} lobte:loben/VERB/0/root/Fin jene:jener/DET/4/det Leute/NOUN/2/obj/Acc+Plur ,/PUNCT/7/punct "
            "die:der/PRON/7/nsubj/Rel halfen:helfen/VERB/4/acl/Fin",
            "lobte",
            [],
            id="those who",
        ),
        pytest.param(
            "Bank/NOUN/4/nsubj@B-Organization Lis:Li/PROPN/1/nmod/Gen Antrag/NOUN/4/obj/Sing "
            "unterstützt:unterstützen/VERB/0/root/Fin",
            "unterstützt",
            [],
            id="its owner hangs on the subject",
        ),
        pytest.param(
            f"{LI} stört:stören/VERB/0/root/Fin die:der/DET/4/det Ernennung/NOUN/2/obj/Acc oder/CCONJ/6/cc Wahl/NOUN/4/conj "
            "der/DET/8/det Richter/NOUN/4/nmod/Gen",
            "stört",
            [],
            id="what is joined shares what follows",
        ),
        pytest.param(
            f"{LI} unterbrach:unterbrechen/VERB/0/root/Fin ihre:ihr/DET/4/det/Poss Arbeit/NOUN/2/obj/Acc als/ADP/6/case "
            "Ärztin/NOUN/2/obl",
            "unterbrach",
            [],
            id="her work as what",
        ),
        pytest.param(
            f"{LI} unterbrach:unterbrechen/VERB/0/root/Fin ihre:ihr/DET/4/det/Poss Arbeit/NOUN/2/obj/Acc",
            "unterbrach",
            ["rel:unterbrechen Arbeit"],
            id="her work",
        ),
        pytest.param(
            f"{LI} lobte:loben/VERB/0/root/Fin die:der/DET/4/det Leute/NOUN/2/obj/Acc+Plur ,/PUNCT/7/punct "
            "die:der/PRON/7/nsubj/Rel halfen:helfen/VERB/4/acl/Fin",
            "lobte",
            ["rel:loben Leute"],
            id="who they are besides",
        ),
    ],
)
def test_half_told(line: str, predicate: str, expected: list[str]) -> None:
    assert told(line, predicate) == expected
