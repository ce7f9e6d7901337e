"""Triples by surface form: one for each argument, in the words of the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.openie.openie import Triple, triples
from kg.extract.phrases.words import Phrases
from tests.extract.inline import sentence
from tests.trees import tree


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin den:der/DET/5/det alten:alt/ADJ/5/amod Minister/NOUN/2/obj",
            [("Li", "traf", "den alten Minister")],
            id="an object",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin Hui/PROPN/2/obj in/ADP/5/case Moskau/PROPN/2/obl
                ./PUNCT/2/punct""",
            [("Li", "traf", "Hui"), ("Li", "traf", "Hui in Moskau")],
            id="an adjunct behind an object",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj reiste:reisen/VERB/0/root/Fin nach/ADP/4/case Moskau/PROPN/2/obl",
            [("Li", "reiste", "nach Moskau")],
            id="an adjunct alone",
        ),
        pytest.param(
            """Li/PROPN/5/nsubj:pass wurde:werden/AUX/5/aux:pass/Fin von/ADP/4/case Hui/PROPN/5/obl
                empfangen/VERB/0/root/Part""",
            [("Li", "wurde empfangen", "von Hui")],
            id="passive",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj sagte:absagen/VERB/0/root/Fin die:der/DET/4/det Reise/NOUN/2/obj nicht/PART/2/advmod/Neg
                ab/ADP/2/compound:prt""",
            [("Li", "sagte", "die Reise nicht ab")],
            id="particle and negation",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin sich/PRON/2/expl:pv/Yes mit/ADP/5/case Hui/PROPN/2/obl",
            [("Li", "traf sich", "mit Hui")],
            id="reflexive",
        ),
        pytest.param(
            """Li/PROPN/5/nsubj ist:sein/AUX/5/cop/Fin der:der/DET/5/det neue:neu/ADJ/5/amod Minister/NOUN/0/root
                Chinas:China/PROPN/5/nmod/Gen""",
            [("Li", "ist", "der neue Minister Chinas"), ("Li", "ist", "der neue Minister")],
            id="a copula",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj ist:sein/AUX/3/cop/Fin Minister/NOUN/0/root für/ADP/5/case Bildung/NOUN/3/nmod""",
            [("Li", "ist", "Minister für Bildung"), ("Li", "ist", "Minister")],
            id="a copula and a noun with a preposition",
        ),
        pytest.param(
            """Li/PROPN/4/nsubj und/CCONJ/3/cc Hui/PROPN/1/conj trafen:treffen/VERB/0/root/Fin Wang/PROPN/4/obj
                und/CCONJ/7/cc Jun/PROPN/5/conj""",
            [("Li", "trafen", "Wang"), ("Li", "trafen", "Jun"), ("Hui", "trafen", "Wang"), ("Hui", "trafen", "Jun")],
            id="coordination",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin Hui/PROPN/2/obj ,/PUNCT/6/punct der/PRON/6/nsubj/Rel
                lachte:lachen/VERB/3/acl:relcl/Fin""",
            [("Li", "traf", "Hui")],
            id="without the relative clause",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj sagte:sagen/VERB/0/root/Fin ,/PUNCT/6/punct dass/SCONJ/6/mark Hui/PROPN/6/nsubj
                lachte:lachen/VERB/2/ccomp/Fin""",
            [("Li", "sagte", "dass Hui lachte")],
            id="a clause",
        ),
        pytest.param(
            "Hier/ADV/2/advmod lachte:lachen/VERB/0/root/Fin laut/ADV/2/advmod", [], id="nothing without a subject"
        ),
        pytest.param(
            "Lis:Li/PROPN/2/nmod/Gen Besuch/NOUN/3/nsubj endete:enden/VERB/0/root/Fin in/ADP/5/case Rom/PROPN/3/obl",
            [("Lis Besuch", "endete", "in Rom")],
            id="a noun is no predicate",
        ),
    ],
)
def test_triples(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(sentence(line), language="de") == tuple(Triple(*triple) for triple in expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            """als/SCONJ/4/mark Hui/PROPN/4/nsubj Rom/PROPN/4/obj verlassen/VERB/6/advcl/Part hatte:haben/AUX/4/aux/Fin
                lachte:lachen/VERB/0/root/Fin Li/PROPN/6/nsubj""",
            {("Hui", "hatte verlassen", "Rom"), ("Li", "lachte", "als Hui Rom verlassen hatte")},
            id="a verb at the end",
        ),
        pytest.param(
            """wenn/SCONJ/3/mark Hui/PROPN/3/nsubj kommt:kommen/VERB/4/advcl/Fin lacht:lachen/VERB/0/root/Fin
                Li/PROPN/4/nsubj laut/ADV/4/advmod""",
            {("Li", "lacht", "laut"), ("Li", "lacht", "laut wenn Hui kommt")},
            id="a condition is no statement",
        ),
        pytest.param(
            """Li/PROPN/4/nsubj ,/PUNCT/3/punct Minister/NOUN/1/appos traf:treffen/VERB/0/root/Fin Hui/PROPN/4/obj""",
            {("Li", "traf", "Hui"), ("Minister", "traf", "Hui")},
            id="an apposition set off",
        ),
        pytest.param(
            """Minister/NOUN/3/nsubj Li/PROPN/1/appos traf:treffen/VERB/0/root/Fin Hui/PROPN/3/obj""",
            {("Minister Li", "traf", "Hui")},
            id="an apposition that belongs to its noun",
        ),
        pytest.param(
            """Li/PROPN/4/nsubj ist:sein/AUX/4/cop/Fin ein/DET/4/det Maler/NOUN/0/root ,/PUNCT/8/punct der/PRON/8/nsubj/Rel
                Rom/PROPN/8/obj malte:malen/VERB/4/acl/Fin""",
            {("Li", "ist", "ein Maler"), ("Li", "malte", "Rom"), ("ein Maler", "malte", "Rom")},
            id="a relative clause says something of the subject too",
        ),
        pytest.param(
            """keine:kein/DET/2/det Firma/NOUN/7/nsubj ,/PUNCT/6/punct die/PRON/6/nsubj/Rel Steuern/NOUN/6/obj
                zahlt:zahlen/VERB/2/acl/Fin blieb:bleiben/VERB/0/root/Fin lange/ADV/7/advmod""",
            {("keine Firma", "blieb", "lange")},
            id="nothing of what is not",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj prüft:prüfen/VERB/0/root/Fin Margen-/NOUN/2/obj und/CCONJ/5/cc Zinsfragen/NOUN/3/conj""",
            {("Li", "prüft", "Margen- und Zinsfragen")},
            id="half a compound does not stand alone",
        ),
        pytest.param(
            """Li/PROPN/5/nsubj ist:sein/AUX/5/cop/Fin in/ADP/4/case Rom/PROPN/5/obl bekannt/ADJ/0/root""",
            {("Li", "ist bekannt", "in Rom")},
            id="an adjective that closes the field",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj besucht:besuchen/VERB/0/root/Fin Teile/NOUN/2/obj der:der/DET/5/det Stadt/NOUN/3/nmod/Gen
                im/ADP/7/case Tal/NOUN/5/nmod""",
            {("Li", "besucht", o) for o in ("Teile der Stadt im Tal", "Teile der Stadt", "Teile")},
            id="one attribute after the other",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj hat:haben/AUX/3/aux/Fin ist:sein/VERB/0/root/Fin Hui/PROPN/3/obj""",
            set(),
            id="two finite verbs are no clause",
        ),
    ],
)
def test_german(line: str, expected: set[tuple[str, str, str]]) -> None:
    assert {tuple(t) for t in triples(sentence(line), language="de")} == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            """Li/PROPN/2/nsubj met:meet/VERB/0/root/Fin Hui/PROPN/2/obj in/ADP/5/case Rome/PROPN/2/obl
                on/ADP/7/case Monday/PROPN/2/obl""",
            {("Li", "met", "Hui"), ("Li", "met Hui", "in Rome"), ("Li", "met Hui", "on Monday")},
            id="circumstances behind the object",
        ),
        pytest.param(
            """In/ADP/2/case May/PROPN/5/obl Li/PROPN/5/nsubj has:have/AUX/5/aux/Fin travelled/VERB/0/root/Part
                to/ADP/7/case Rome/PROPN/5/obl""",
            {("Li", "has travelled", "to Rome"), ("Li", "has travelled", "In May"),
             ("Li", "has travelled to Rome", "In May")},
            id="a part before the subject goes last",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj:pass was:be/AUX/3/aux:pass/Fin expected:expect/VERB/0/root/Part to/PART/5/mark
                visit/VERB/3/xcomp/Inf Rome/PROPN/5/obj""",
            {("Li", "was expected", "to visit Rome"), ("Li", "was expected to visit", "Rome")},
            id="an open complement",
        ),
        pytest.param(
            """Li/PROPN/4/nsubj did:do/AUX/4/aux/Fin not/PART/4/advmod/Neg meet/VERB/0/root/Inf Hui/PROPN/4/obj""",
            {("Li", "did not meet", "Hui")},
            id="negation stays with the verb",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj read/VERB/0/root/Fin a/DET/4/det book/NOUN/2/obj written:write/VERB/4/acl/Part by/ADP/7/case
                Hui/PROPN/5/obl""",
            {("Li", "read", "a book"), ("Li", "read a book", "written by Hui"), ("a book", "written", "by Hui")},
            id="a participle",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj joined:join/VERB/0/root/Fin the/DET/4/det army/NOUN/2/obj of/ADP/6/case Norway/PROPN/4/nmod
                and/CCONJ/8/cc Iceland/PROPN/6/conj""",
            {("Li", "joined", "the army of Norway"), ("Li", "joined", "the army of Iceland"),
             ("Li", "joined the army", "of Norway"), ("Li", "joined the army", "of Iceland")},
            id="coordination in an attribute",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj:pass was:be/AUX/3/aux:pass/Fin renamed:rename/VERB/0/root/Part Hui/PROPN/3/obj""",
            {("Li", "was renamed", "Hui")},
            id="an object of the passive",
        ),
        pytest.param(
            """Years/NOUN/2/obl later/ADV/4/advmod Li/PROPN/4/nsubj met:meet/VERB/0/root/Fin Hui/PROPN/4/obj
                again/ADV/4/advmod""",
            {("Li", "met", "Hui"), ("Li", "met Hui", "Years later")},
            id="an adverb of several words",
        ),
        pytest.param(
            """There/PRON/2/expl were:be/VERB/0/root/Fin riots/NOUN/2/nsubj in/ADP/5/case Rome/PROPN/2/obl""",
            {("There", "were", "riots"), ("There", "were riots", "in Rome")},
            id="an expletive",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj asked:ask/VERB/0/root/Fin whether/SCONJ/5/mark Hui/PROPN/5/nsubj slept:sleep/VERB/2/ccomp/Fin
                well/ADV/5/advmod""",
            {("Li", "asked", "whether Hui slept well")},
            id="a question is no statement",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj rose:rise/VERB/0/root/Fin to/PART/4/mark leave/VERB/2/advcl/Inf Rome/PROPN/4/obj""",
            set(),
            id="nor is a purpose",
        ),
    ],
)  # fmt: skip
def test_english(line: str, expected: set[tuple[str, str, str]]) -> None:
    assert {tuple(t) for t in triples(sentence(line), language="en")} == expected


def test_words_around_a_hyphen_stay_one() -> None:
    made = tree("The the DET 2 det\nstep step NOUN 3 nsubj\ngrew grow VERB 0 root VerbForm=Fin")
    written = (replace(made.tokens[0], text="F-"), replace(made.tokens[1], start=3, text="16"), made.tokens[2])
    assert Phrases(replace(made, tokens=written)).text((0, 1, 2)) == "F-16 grew"
