"""Other pipelines' trees turned into Universal Dependencies, on sentences built by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.parse.adapters import scheme_of, schemes
from kg.parse.syntax import sentences

# word, number of its head (from 1, 0 the root), label, tag, lemma, verb form
Row = tuple[str, int, str, str, str, str]


def parse(table: str, *, ents: dict[str, str] | None = None) -> Doc:
    """A Doc from lines of word, head, label, tag, and where needed lemma and verb form."""
    rows = [(*line.split(), "", "")[:6] for line in table.strip().splitlines()]
    doc = Doc(
        Vocab(),
        words=[row[0] for row in rows],
        heads=[int(row[1]) - 1 if row[1] != "0" else i for i, row in enumerate(rows)],
        deps=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        lemmas=[row[4] or row[0] for row in rows],
        morphs=[f"VerbForm={row[5]}" if row[5] else "" for row in rows],
    )
    index = {token.text: token.i for token in doc}
    doc.set_ents([Span(doc, index[word], index[word] + 1, label=label) for word, label in (ents or {}).items()])
    return doc


def arcs(doc: Doc) -> set[str]:
    """Of each word: itself, its label, its head, "ROOT" above the root."""
    found = set()
    for sentence in sentences(doc):
        for token in sentence.tokens:
            head = sentence.tokens[token.head].text if token.head >= 0 else "ROOT"
            found.add(f"{token.text} {token.deprel} {head}")
    return found


GERMAN = {
    "perfect with a prepositional object": (
        """
        Er        2 sb   PRON
        hat       0 ROOT AUX  haben Fin
        sich      7 oa   PRON
        mit       7 mo   ADP
        seinem    6 nk   DET
        Kollegen  4 nk   NOUN
        getroffen 2 oc   VERB treffen Part
        """,
        {
            "Er nsubj getroffen",
            "hat aux getroffen",
            "sich obj getroffen",
            "mit case Kollegen",
            "seinem det Kollegen",
            "Kollegen obl getroffen",
            "getroffen root ROOT",
        },
    ),
    "passive with agent and modal": (
        """
        Berlin    2 sb   PROPN
        soll      0 ROOT AUX  sollen Fin
        von       5 sbp  ADP
        Li        3 nk   PROPN
        besucht   6 oc   VERB besuchen Part
        werden    2 oc   AUX  werden Inf
        """,
        {
            "Berlin nsubj:pass besucht",
            "soll aux besucht",
            "von case Li",
            "Li obl:agent besucht",
            "besucht root ROOT",
            "werden aux:pass besucht",
        },
    ),
    "copula": (
        """
        Li       2 sb   PROPN
        ist      0 ROOT AUX  sein Fin
        der      4 nk   DET
        Minister 2 pd   NOUN
        Chinas   4 ag   PROPN
        """,
        {"Li nsubj Minister", "ist cop Minister", "der det Minister", "Minister root ROOT", "Chinas nmod Minister"},
    ),
    "coordination": (
        """
        Li        5 sb   PROPN
        ,         1 punct PUNCT
        Austin    1 cj   PROPN
        und       3 cd   CCONJ
        reisten   0 ROOT VERB reisen Fin
        Schoigu   4 cj   PROPN
        """,
        {
            "Li nsubj reisten",
            ", punct Li",
            "Austin conj Li",
            "und cc Schoigu",
            "reisten root ROOT",
            "Schoigu conj Li",
        },
    ),
    "complement clauses": (
        """
        Li         2 sb   PROPN
        versprach  0 ROOT VERB versprechen Fin
        Berlin     5 oa   PROPN
        zu         5 pm   PART
        besuchen   2 oc   VERB besuchen Inf
        """,
        {
            "Li nsubj versprach",
            "versprach root ROOT",
            "Berlin obj besuchen",
            "zu mark besuchen",
            "besuchen xcomp versprach",
        },
    ),
    "noun phrases": (
        """
        die          4 nk   DET
        russische    4 nk   ADJ
        gute         4 nk   ADJ
        Reise        0 ROOT NOUN
        nach         4 mnr  ADP
        Peking       5 nk   PROPN
        im           4 mo   ADP
        April        7 nk   NOUN
        """,
        {
            "die det Reise",
            "russische amod Reise",
            "gute amod Reise",
            "Reise root ROOT",
            "nach case Peking",
            "Peking nmod Reise",
            "im case April",
            "April nmod Reise",
        },
    ),
}

ENGLISH = {
    "prepositions and dative": (
        """
        Li       2 nsubj PROPN
        gave     0 ROOT  VERB give Fin
        Austin   2 dative PROPN
        a        5 det   DET
        letter   2 dobj  NOUN
        from     5 prep  ADP
        China    6 pobj  PROPN
        in       2 prep  ADP
        April    8 pobj  PROPN
        """,
        {
            "Li nsubj gave",
            "gave root ROOT",
            "Austin iobj gave",
            "a det letter",
            "letter obj gave",
            "from case China",
            "China nmod letter",
            "in case April",
            "April obl gave",
        },
    ),
    "passive with agent": (
        """
        Minsk    4 nsubjpass PROPN
        was      4 auxpass AUX be Fin
        not      4 neg PART
        visited  0 ROOT VERB visit Part
        by       4 agent ADP
        Li       5 pobj PROPN
        """,
        {
            "Minsk nsubj:pass visited",
            "was aux:pass visited",
            "not advmod visited",
            "visited root ROOT",
            "by case Li",
            "Li obl:agent visited",
        },
    ),
    "copula": (
        """
        Li       2 nsubj PROPN
        is       0 ROOT AUX be Fin
        the      4 det DET
        minister 2 attr NOUN
        of       4 prep ADP
        China    5 pobj PROPN
        """,
        {
            "Li nsubj minister",
            "is cop minister",
            "the det minister",
            "minister root ROOT",
            "of case China",
            "China nmod minister",
        },
    ),
    "coordination chain": (
        """
        Li       6 nsubj PROPN
        ,        1 punct PUNCT
        Austin   1 conj PROPN
        and      3 cc CCONJ
        Shoigu   3 conj PROPN
        met      0 ROOT VERB meet Fin
        him      6 dobj PRON
        """,
        {
            "Li nsubj met",
            ", punct Li",
            "Austin conj Li",
            "and cc Shoigu",
            "Shoigu conj Li",
            "met root ROOT",
            "him obj met",
        },
    ),
    "infinitive, adjective before a noun": (
        """
        Li       2 nsubj PROPN
        wants    0 ROOT VERB want Fin
        to       4 aux PART
        meet     2 xcomp VERB meet Inf
        short    7 amod ADJ
        term     7 compound NOUN
        allies   4 dobj NOUN
        long     9 compound ADJ
        rows     2 npadvmod NOUN
        """,
        {
            "Li nsubj wants",
            "wants root ROOT",
            "to mark meet",
            "meet xcomp wants",
            "short amod allies",
            "term compound allies",
            "allies obj meet",
            "long amod rows",
            "rows obl:unmarked wants",
        },
    ),
    "clause below a preposition": (
        """
        He       2 nsubj PRON
        spoke    0 ROOT VERB speak Fin
        after    2 prep ADP
        meeting  3 pcomp VERB meet Ger
        Li       4 dobj PROPN
        """,
        {"He nsubj spoke", "spoke root ROOT", "after mark meeting", "meeting advcl spoke", "Li obj meeting"},
    ),
}


@pytest.mark.parametrize("case", [*GERMAN.values(), *ENGLISH.values()], ids=[*GERMAN, *(f"en {k}" for k in ENGLISH)])
def test_becomes_universal(case: tuple[str, set[str]]) -> None:
    table, expected = case
    assert arcs(parse(table)) == expected


@pytest.mark.parametrize(
    ("labels", "scheme"),
    [
        ({"nsubj", "obj", "obl", "case", "acl:relcl", "root"}, ""),
        ({"nsubj", "dobj", "pobj", "prep"}, "clearnlp"),
        ({"sb", "nk", "oa"}, "tiger"),
        (set(), ""),
    ],
)
def test_scheme_is_known_by_its_labels(labels: set[str], scheme: str) -> None:
    assert scheme_of(labels) == scheme


def test_schemes_share_no_mark_with_universal_dependencies() -> None:
    universal = {
        "nsubj",
        "obj",
        "iobj",
        "obl",
        "nmod",
        "amod",
        "det",
        "case",
        "mark",
        "conj",
        "cc",
        "root",
        "aux",
        "cop",
    }
    assert all(not universal & scheme.marks for scheme in schemes().values())


def test_names_are_brought_to_four_types() -> None:
    table = """
        Li    2 nsubj PROPN
        met   0 ROOT  VERB meet Fin
        NATO  2 dobj  PROPN
        May   2 npadvmod PROPN
    """
    [sentence] = sentences(parse(table, ents={"Li": "PERSON", "NATO": "ORG", "May": "DATE"}))
    assert [(token.entity, token.begins) for token in sentence.tokens] == [
        ("PER", True), ("", False), ("ORG", True), ("", False),
    ]  # fmt: skip
