"""Who is subject and who is object where labels and forms disagree; each sentence beside one that it must not change."""

from __future__ import annotations

import pytest

from kg.extract.clauses.clauses import clauses
from tests.extract.inline import index, sentence
from tests.trees import tree


def slots(line: str, predicate: str) -> dict[str, str]:
    """Words by slot of the clause at `predicate`."""
    read = sentence(line)
    found = next(c for c in clauses(read, language="de") if c.predicate == index(read, predicate))
    told: dict[str, list[str]] = {}
    for argument in found.arguments:
        told.setdefault(argument.slot, []).append(read.tokens[argument.head].text)
    return {slot: " ".join(words) for slot, words in told.items()}


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            "Li/PROPN/2/nsubj verlieh:verleihen/VERB/0/root/Fin dem:der/DET/4/det/Dat Kongo/PROPN/2/obj/Acc "
            "Rechte:Recht/NOUN/2/obj/Acc+Plur",
            "verlieh",
            {"subj": "Li", "iobj": "Kongo", "obj": "Rechte"},
            id="a dative by its article",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj verlieh:verleihen/VERB/0/root/Fin den:der/DET/4/det/Dat Soldaten/NOUN/2/obj/Acc",
            "verlieh",
            {"subj": "Li", "obj": "Soldaten"},
            id="an article that says nothing sure",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj erklärte:erklären/VERB/0/root/Fin den:der/DET/5/det/Dat+Plur 18/NUM/5/nummod "
            "Mitarbeitern:Mitarbeiter/NOUN/2/obj/Acc",
            "erklärte",
            {"subj": "Li", "iobj": "Mitarbeitern"},
            id="a plural by its article and number",
        ),
        pytest.param(
            "Ihren:ihr/DET/2/det/Acc Gegner/NOUN/3/nsubj/Nom lobte:loben/VERB/0/root/Fin Li/PROPN/3/obj/Acc",
            "lobte",
            {"obj": "Gegner Li"},
            id="no subject in the accusative",
        ),
        pytest.param(
            "wie/SCONJ/4/mark von/ADP/3/case Li/PROPN/4/nsubj behauptet:behaupten/VERB/0/root",
            "behauptet",
            {"von": "Li"},
            id="no subject behind a preposition",
        ),
        pytest.param(
            "von/ADP/2/case Li/PROPN/3/nsubj gelobt:loben/VERB/0/root/Part wurde:werden/AUX/3/aux:pass/Fin+Past",
            "gelobt",
            {"subj": "Li"},
            id="but that of a passive",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj wünschte:wünschen/VERB/0/root/Fin Hui/PROPN/2/obj den:der/DET/5/det Pokal/NOUN/2/obj/Acc",
            "wünschte",
            {"subj": "Li", "iobj": "Hui", "obj": "Pokal"},
            id="a name before an object",
        ),
        pytest.param(
            "später/ADJ/2/advmod folgte:folgen/VERB/0/root/Fin ein/DET/4/det/Nom Verbot/NOUN/2/obj/Nom",
            "folgte",
            {"subj": "Verbot"},
            id="a subject by its case",
        ),
        pytest.param(
            "in/ADP/3/case blaue:blau/ADJ/3/amod Kleidung/NOUN/4/obj/Acc wechselte:wechseln/VERB/0/root/Fin",
            "wechselte",
            {"in": "Kleidung"},
            id="no object behind a preposition",
        ),
        pytest.param(
            "über/ADP/3/case 300/NUM/3/nummod Stimmen:Stimme/NOUN/4/obj/Acc holte:holen/VERB/0/root/Fin",
            "holte",
            {"obj": "Stimmen"},
            id="a preposition that counts",
        ),
        pytest.param(
            "Gruppen:Gruppe/NOUN/2/nsubj/Plur riefen:rufen/VERB/0/root/Fin ,/PUNCT/5/punct darunter/ADV/5/advmod "
            "Li/PROPN/2/obj",
            "riefen",
            {"subj": "Gruppen"},
            id="an example",
        ),
        pytest.param(
            "Li/PROPN/6/nsubj:pass wurde:werden/AUX/6/aux:pass/Fin nördlich/ADJ/6/advmod von/ADP/5/case Delhi/PROPN/6/obl "
            "entdeckt:entdecken/VERB/0/root/Part",
            "entdeckt",
            {"obj": "Li", "von": "Delhi"},
            id="from where is not by whom",
        ),
        pytest.param(
            "Li/PROPN/5/nsubj:pass wurde:werden/AUX/5/aux:pass/Fin von/ADP/4/case Hui/PROPN/5/obl "
            "entdeckt:entdecken/VERB/0/root/Part",
            "entdeckt",
            {"obj": "Li", "subj": "Hui"},
            id="by whom",
        ),
        pytest.param(
            "Li/PROPN/7/nsubj:pass wurde:werden/AUX/7/aux:pass/Fin durch/ADP/4/case Hilfe/NOUN/7/obl von/ADP/6/case "
            "Hui/PROPN/7/obl entdeckt:entdecken/VERB/0/root/Part",
            "entdeckt",
            {"obj": "Li", "durch": "Hilfe", "subj": "Hui"},
            id="by one of two",
        ),
        pytest.param(
            "Hinweise:Hinweis/NOUN/2/nsubj/Plur nimmt:nehmen/VERB/0/root/Fin+Sing die:der/DET/4/det "
            "Firma/NOUN/2/obj/Sing",
            "nimmt",
            {"obj": "Hinweise", "subj": "Firma"},
            id="a verb in the singular",
        ),
        pytest.param(
            "Firmen:Firma/NOUN/2/nsubj/Plur nehmen/VERB/0/root/Fin+Plur die:der/DET/4/det Hilfe/NOUN/2/obj/Sing",
            "nehmen",
            {"subj": "Firmen", "obj": "Hilfe"},
            id="a verb in the plural",
        ),
        pytest.param(
            "Spiel/NOUN/2/obj/Acc entschieden:entscheiden/VERB/0/root/Fin vor/ADP/4/case allem:alle/DET/5/det/Dat "
            "Li/PROPN/2/nsubj/Nom",
            "entschieden",
            {"obj": "Spiel", "subj": "Li"},
            id="above all",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj kam:kommen/VERB/0/root/Fin und/CCONJ/6/cc der/DET/5/det/Nom Streit/NOUN/6/obj/Nom "
            "beendet:beenden/VERB/2/conj/Part sei:sein/AUX/2/aux/Fin",
            "beendet",
            {"subj": "Streit"},
            id="a nominative beside an auxiliary that hangs too high",
        ),
    ],
)
def test_slots(line: str, predicate: str, expected: dict[str, str]) -> None:
    assert slots(line, predicate) == expected


LOST = "Li/PROPN/2/nsubj verlor:verlieren/VERB/0/root/Fin Geld/NOUN/2/obj und/CCONJ/{verb}/cc "


@pytest.mark.parametrize(
    ("line", "predicate", "subject"),
    [
        pytest.param(
            LOST.format(verb=7) + "seine:sein/DET/6/det Ehe/NOUN/7/obj zerbrach:zerbrechen/VERB/2/conj/Fin",
            "zerbrach",
            "Ehe",
            id="a field of its own",
        ),
        pytest.param(
            LOST.format(verb=5) + "verließ:verlassen/VERB/2/conj/Fin seine:sein/DET/7/det Frau/NOUN/5/obj",
            "verließ",
            "Li",
            id="a verb first",
        ),
        pytest.param(
            "weil/SCONJ/4/mark Li/PROPN/4/nsubj Geld/NOUN/4/obj verlor:verlieren/VERB/0/root/Fin und/CCONJ/8/cc "
            "seine:sein/DET/7/det Frau/NOUN/8/obj verließ:verlassen/VERB/4/conj/Fin",
            "verließ",
            "Li",
            id="a verb at the end",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj forderte:fordern/VERB/0/root/Fin ,/PUNCT/6/punct Hui/PROPN/6/obj zu/PART/6/mark "
            "wählen/VERB/2/xcomp/Inf",
            "wählen",
            "",
            id="who shall is not said",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj versprach:versprechen/VERB/0/root/Fin ,/PUNCT/6/punct Hui/PROPN/6/obj zu/PART/6/mark "
            "wählen/VERB/2/xcomp/Inf",
            "wählen",
            "Li",
            id="who shall is who says so",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj lobte:loben/VERB/0/root/Fin den:der/DET/4/det/Acc Schritt/NOUN/2/obj der:der/DET/6/det/Gen "
            "Firma/NOUN/4/nmod/Gen ,/PUNCT/9/punct zu/PART/9/mark gehen/VERB/2/xcomp/Inf",
            "gehen",
            "Firma",
            id="whose step it is",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj bat:bitten/VERB/0/root/Fin den:der/DET/4/det/Acc Chef/NOUN/2/obj der:der/DET/6/det/Gen "
            "Firma/NOUN/4/nmod/Gen ,/PUNCT/9/punct zu/PART/9/mark gehen/VERB/2/xcomp/Inf",
            "gehen",
            "Chef",
            id="who is asked",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj ließ:lassen/VERB/0/root/Fin Hui/PROPN/2/obj reden/VERB/2/xcomp/Inf",
            "reden",
            "Hui",
            id="who is let do it",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj ließ:lassen/VERB/0/root/Fin Hui/PROPN/2/iobj/Dat Rechte/NOUN/5/obj zukommen/VERB/2/xcomp/Inf",
            "zukommen",
            "",
            id="to whom it is let come",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj sagte:sagen/VERB/0/root/Fin ,/PUNCT/6/punct dass/SCONJ/6/mark Hui/PROPN/6/obj "
            "wählen/VERB/2/ccomp/Inf",
            "wählen",
            "",
            id="a plural that looks like an infinitive",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj lehnte:ablehnen/VERB/0/root/Fin den:der/DET/4/det/Acc Vorschlag/NOUN/2/obj ab/ADP/2/compound:prt "
            ",/PUNCT/9/punct Hui/PROPN/9/obj zu/PART/9/mark wählen/VERB/2/xcomp/Inf",
            "wählen",
            "",
            id="whose proposal it is",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj gab:aufgeben/VERB/0/root/Fin die:der/DET/4/det/Acc Absicht/NOUN/2/obj auf/ADP/2/compound:prt "
            ",/PUNCT/9/punct Hui/PROPN/9/obj zu/PART/9/mark wählen/VERB/2/xcomp/Inf",
            "wählen",
            "Li",
            id="whose intention it is",
        ),
        pytest.param(
            "Zahl/NOUN/0/root der:der/DET/3/det Opfer/NOUN/1/nmod/Plur ,/PUNCT/6/punct die:der/PRON/6/nsubj/Rel "
            "stieg:steigen/VERB/3/acl:relcl/Fin+Sing",
            "stieg",
            "Zahl",
            id="what rises is the number",
        ),
        pytest.param(
            "Zahl/NOUN/0/root der:der/DET/3/det Opfer/NOUN/1/nmod/Plur ,/PUNCT/6/punct die:der/PRON/6/nsubj/Rel "
            "starben:sterben/VERB/3/acl:relcl/Fin+Plur",
            "starben",
            "Opfer",
            id="who died are the victims",
        ),
    ],
)
def test_understood_subjects(line: str, predicate: str, subject: str) -> None:
    assert slots(line, predicate).get("subj", "") == subject


IN_CUBA = """
Minister Minister NOUN  0 root      Gender=Masc|Number=Sing
von      von      ADP   3 case
Kuba     Kuba     PROPN 1 nmod      Number=Sing  B-LOC
,        ,        PUNCT 6 punct
der      der      PRON  6 nsubj     Gender=Masc|Number=Sing|PronType=Rel
lacht    lachen   VERB  3 acl:relcl VerbForm=Fin
"""


@pytest.mark.parametrize(("pronoun", "gender", "subject"), [("der", "Masc", "Minister"), ("das", "Neut", "Kuba")])
def test_a_place_is_neuter(pronoun: str, gender: str, subject: str) -> None:
    read = tree(
        IN_CUBA.replace("der      der", f"{pronoun}      {pronoun}").replace(
            "Masc|Number=Sing|P", f"{gender}|Number=Sing|P"
        )
    )
    found = next(c for c in clauses(read, language="de") if read.tokens[c.predicate].text == "lacht")
    assert [read.tokens[a.head].text for a in found.slot("subj")] == [subject]
