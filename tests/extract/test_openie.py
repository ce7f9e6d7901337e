"""Triples by surface form: one for each argument, in the words of the sentence."""

from __future__ import annotations

import pytest

from kg.extract.openie import Triple, triples
from tests.extract.inline import sentence


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
