"""Clauses read off trees made by hand: slots, passive, coordination, control, relative clauses."""

from __future__ import annotations

import pytest

from kg.extract.clauses.clause import Clause
from kg.extract.clauses.clauses import clauses
from kg.extract.clauses.coordination import conjuncts
from kg.model import Sentence
from tests.trees import tree

NOUNS = frozenset({"Besuch", "Treffen"})

ACTIVE = """
Li      Li      PROPN 2 nsubj Case=Nom
traf    treffen VERB  0 root  VerbForm=Fin
Schoigu Schoigu PROPN 2 obj   Case=Acc
in      in      ADP   5 case
Moskau  Moskau  PROPN 2 obl   Case=Dat
und     und     CCONJ 7 cc
Delhi   Delhi   PROPN 5 conj
"""
PASSIVE = """
Schoigu   Schoigu PROPN 5 nsubj:pass Case=Nom
wurde     werden  AUX   5 aux:pass   VerbForm=Fin
von       von     ADP   4 case
Li        Li      PROPN 5 obl        Case=Dat
empfangen empfangen VERB 0 root      VerbForm=Part
"""
CONTROL = """
Li         Li          PROPN 2 nsubj _
versprach  versprechen VERB  0 root  VerbForm=Fin
,          ,           PUNCT 6 punct
Schoigu    Schoigu     PROPN 6 obj   Case=Acc
zu         zu          PART  6 mark
treffen    treffen     VERB  2 xcomp VerbForm=Inf
"""
OBJECT_CONTROL = """
China     China    PROPN 2 nsubj _
schickte  schicken VERB  0 root  VerbForm=Fin
Hui       Hui      PROPN 2 obj   Case=Acc
,         ,        PUNCT 7 punct
um        um       SCONJ 7 mark
zu        zu       PART  7 mark
helfen    helfen   VERB  2 advcl VerbForm=Inf
"""
RELATIVE = """
Li      Li     PROPN 6 nsubj _
,       ,      PUNCT 5 punct
der     der    PRON  5 nsubj PronType=Rel
Hui     Hui    PROPN 5 obj   Case=Acc
traf    treffen VERB 1 acl:relcl VerbForm=Fin
lachte  lachen VERB  0 root  VerbForm=Fin
"""
SHARED = """
Li       Li       PROPN 4 nsubj _
hat      haben    AUX   4 aux   VerbForm=Fin
Hui      Hui      PROPN 4 obj   Case=Acc
gesehen  sehen    VERB  0 root  VerbForm=Part
und      und      CCONJ 6 cc
besucht  besuchen VERB  4 conj  VerbForm=Part
"""
NOUN = """
Lis      Li      PROPN 2 nmod  Case=Gen
Besuch   Besuch  NOUN  5 nsubj Case=Nom
in       in      ADP   4 case
Moskau   Moskau  PROPN 2 nmod  Case=Dat
endete   enden   VERB  0 root  VerbForm=Fin
"""
INVERTED = """
Heute      heute     ADV   2 advmod _
kaufen     kaufen    VERB  0 root   VerbForm=Fin
und        und       CCONJ 4 cc
verkaufen  verkaufen VERB  2 conj   VerbForm=Fin
Fonds      Fonds     NOUN  4 nsubj  Case=Nom
Aktien     Aktie     NOUN  4 obj    Case=Acc
"""
IN_A_ROW = """
Li       Li     PROPN 2 nsubj _
wrote    write  VERB  0 root  VerbForm=Fin
and      and    CCONJ 4 cc
directed direct VERB  2 conj  VerbForm=Fin
the      the    DET   6 det
film     film   NOUN  2 obj   _
"""
NOT_IN_A_ROW = """
Li       Li     PROPN 2 nsubj _
took     take   VERB  0 root  VerbForm=Fin
the      the    DET   4 det
book     book   NOUN  2 obj   _
and      and    CCONJ 6 cc
slept    sleep  VERB  2 conj  VerbForm=Fin
"""
SHARED_PASSIVE = """
Li      Li     PROPN 3 nsubj:pass Case=Nom
kann    können AUX   3 aux        VerbForm=Fin
gesehen sehen  VERB  0 root       VerbForm=Part
und     und    CCONJ 5 cc
gehört  hören  VERB  3 conj       VerbForm=Part
werden  werden AUX   5 aux:pass   VerbForm=Inf
"""
DATIVE = """
Li     Li     PROPN 2 nsubj _
dankte danken VERB  0 root  VerbForm=Fin
Hui    Hui    PROPN 2 obj   Case=Dat
"""
# Trees as a parser may slip, whose words still tell who does what.
LIKE_AN_INFINITIVE = """
Schoigu   Schoigu   PROPN 5 nsubj:pass Case=Nom
wurde     werden    AUX   5 aux:pass   VerbForm=Fin|Tense=Past|Mood={mood}
von       von       ADP   4 case
Li        Li        PROPN 5 obl:agent  Case=Dat
empfangen empfangen VERB  0 root       VerbForm=Inf
"""
TWO_SUBJECTS = """
Schweden schweden PROPN 2 nsubj Case=Nom
liefert  liefern  VERB  0 root  VerbForm=Fin
Litauen  Litauen  PROPN 2 nsubj Case={case}
zehn     zehn     NUM   5 nummod
Panzer   Panzer   NOUN  2 obj   Case=Acc
"""
TWO_OBJECTS = """
Li  Li   PROPN 2 obj  {feats} B-PER
met meet VERB  0 root VerbForm=Fin
Hui Hui  PROPN 2 obj  {feats} B-PER
"""
BARE_OBLIQUE = """
Li   Li   PROPN 2 nsubj        _ B-PER
took take VERB  0 root         VerbForm=Fin
over over ADP   2 compound:prt _
Hui  Hui  PROPN 2 obl          _ {entity}
"""
TWO_NAMES = """
Heute   heute    ADV   2 advmod _
schützt schützen VERB  0 root   VerbForm=Fin
Li      Li       PROPN 2 obj    Case=Nom
auch    auch     ADV   5 advmod _
Hui     Hui      PROPN 2 obj    Case=Nom
"""
COMMANDED = TWO_NAMES.replace("VerbForm=Fin", "VerbForm=Fin|Mood=Imp")
WITH_ARTICLE = TWO_NAMES.replace("auch    auch     ADV   5 advmod _", "den der DET 5 det _")
BOTH = """
Nicht   nicht    PART  3 advmod _
nur     nur      ADV   3 advmod _
Li      Li       PROPN 0 root   _
sondern sondern  CCONJ 6 cc
auch    auch     ADV   6 advmod _
Hui     Hui      PROPN 3 conj   _
hat     haben    AUX   9 aux    VerbForm=Fin
Jun     Jun      PROPN 9 obj    Case=Acc
gesehen sehen    VERB  3 conj   VerbForm=Part
"""
GREETING = """
Hallo   hallo    INTJ  2 advmod _
Li      Li       PROPN 0 root   _
und     und      CCONJ 4 cc
kommt   kommen   VERB  2 conj   VerbForm=Fin
"""


def slots(sentence: Sentence, clause: Clause) -> set[str]:
    return {f"{a.slot}={sentence.tokens[a.head].text}" for a in clause.arguments}


@pytest.mark.parametrize(
    ("table", "predicate", "expected"),
    [
        (INVERTED, "kaufen", {"subj=Fonds", "obj=Aktien"}),
        (INVERTED, "verkaufen", {"subj=Fonds", "obj=Aktien"}),
        (IN_A_ROW, "wrote", {"subj=Li", "obj=film"}),
        (IN_A_ROW, "directed", {"subj=Li", "obj=film"}),
        (NOT_IN_A_ROW, "took", {"subj=Li", "obj=book"}),
        (NOT_IN_A_ROW, "slept", {"subj=Li"}),
        (SHARED_PASSIVE, "gesehen", {"obj=Li"}),
        (SHARED_PASSIVE, "gehört", {"obj=Li"}),
        (ACTIVE, "traf", {"subj=Li", "obj=Schoigu", "in=Moskau", "in=Delhi"}),
        (PASSIVE, "empfangen", {"subj=Li", "obj=Schoigu"}),
        (CONTROL, "treffen", {"subj=Li", "obj=Schoigu"}),
        (OBJECT_CONTROL, "helfen", {"subj=Hui"}),
        (RELATIVE, "traf", {"subj=Li", "obj=Hui"}),
        (SHARED, "besucht", {"subj=Li"}),
        (NOUN, "Besuch", {"poss=Lis", "in=Moskau"}),
        (DATIVE, "dankte", {"subj=Li", "iobj=Hui"}),
        (LIKE_AN_INFINITIVE.format(mood="Ind"), "empfangen", {"subj=Li", "obj=Schoigu"}),
        (LIKE_AN_INFINITIVE.format(mood="Sub"), "empfangen", {"subj=Schoigu", "von=Li"}),
        (TWO_SUBJECTS.format(case="Dat"), "liefert", {"subj=Schweden", "iobj=Litauen", "obj=Panzer"}),
        (TWO_SUBJECTS.format(case="Nom"), "liefert", {"subj=Schweden", "obj=Litauen", "obj=Panzer"}),
        (TWO_OBJECTS.format(feats="_"), "met", {"subj=Li", "obj=Hui"}),
        (TWO_OBJECTS.format(feats="Case=Acc"), "met", {"obj=Li", "obj=Hui"}),
        (BARE_OBLIQUE.format(entity="B-ORG"), "took", {"subj=Li", "obj=Hui"}),
        (BARE_OBLIQUE.format(entity="_"), "took", {"subj=Li"}),
        (TWO_NAMES, "schützt", {"subj=Li", "obj=Hui"}),
        (COMMANDED, "schützt", {"obj=Li", "obj=Hui"}),
        (WITH_ARTICLE, "schützt", {"obj=Li", "obj=Hui"}),
        (BOTH, "gesehen", {"subj=Li", "subj=Hui", "obj=Jun"}),
        (GREETING, "kommt", set()),
    ],
)
def test_slots(table: str, predicate: str, expected: set[str]) -> None:
    sentence = tree(table)
    found = {sentence.tokens[c.predicate].text: c for c in clauses(sentence, language="de", event_nouns=NOUNS)}
    assert slots(sentence, found[predicate]) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("3 3 NUM 2 obj _", {"subj=Li", "obj=Hui", "obj=3"}),
        ("medals medal NOUN 2 obj _", {"subj=Li", "iobj=Hui", "obj=medals"}),
    ],
)
def test_a_result_is_given_to_nobody(second: str, expected: set[str]) -> None:
    sentence = tree(f"Li Li PROPN 2 nsubj _\nbeat beat VERB 0 root VerbForm=Fin\nHui Hui PROPN 2 obj _\n{second}")
    assert slots(sentence, clauses(sentence, language="en")[0]) == expected


def test_a_conjunct_shares_the_auxiliary_but_not_the_object() -> None:
    sentence = tree(SHARED)
    _, besucht = clauses(sentence, language="de")
    assert [sentence.tokens[i].text for i in besucht.auxiliaries] == ["hat"]


def test_a_conjunct_shares_the_finite_word_and_keeps_its_own() -> None:
    sentence = tree(SHARED_PASSIVE)
    found = {sentence.tokens[c.predicate].text: c for c in clauses(sentence, language="de")}
    for verb in ("gesehen", "gehört"):
        assert [sentence.tokens[i].text for i in found[verb].auxiliaries] == ["kann", "werden"]


@pytest.mark.parametrize(("second", "expected"), [("I-ORG", ["Amt"]), ("B-ORG", ["Amt", "Bau"]), ("_", ["Amt", "Bau"])])
def test_a_name_with_a_conjunction_is_one(second: str, expected: list[str]) -> None:
    between = "_" if second == "_" else "I-ORG"
    made = tree(
        f"Amt Amt PROPN 4 nsubj _ B-ORG\nund und CCONJ 3 cc _ {between}\nBau Bau PROPN 1 conj _ {second}\n"
        "lachen lachen VERB 0 root _"
    )
    assert [token.text for token in conjuncts(made, 0)] == expected


def test_event_nouns_are_clauses_only_when_named() -> None:
    sentence = tree(NOUN)
    assert [c.lemma for c in clauses(sentence, language="de")] == ["enden"]
