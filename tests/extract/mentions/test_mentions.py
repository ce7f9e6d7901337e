"""What is found to be a mention, of what type, under which name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.mentions import Mentions
from kg.model import Article, BlockKind, Document, MentionKind, Sentence, Token
from kg.ontology import load_gazetteer, load_ontology
from tests.extract.articles import names, others, with_mentions
from tests.extract.statements import document_of

BRACKET = """
Die der DET 2 det Definite=Def
South South PROPN 9 nsubj _ B-ORG
China China PROPN 2 flat _ I-ORG
Morning Morning PROPN 2 flat _ I-ORG
Post Post PROPN 2 flat _ I-ORG
( ( PUNCT 7 punct _ I-ORG
SCMP SCMP PROPN 2 appos _ I-ORG
) ) PUNCT 7 punct _ I-ORG
berichtete berichten VERB 0 root VerbForm=Fin
"""
CONFERENCE = """
Sie sie PRON 2 nsubj Number=Sing|Person=3
spricht sprechen VERB 0 root VerbForm=Fin|Number=Sing
auf auf ADP 6 case
der der DET 6 det Definite=Def
Moskauer Moskauer ADJ 6 amod _ B-LOC
Konferenz Konferenz NOUN 2 obl Gender=Fem
für für ADP 9 case
Internationale international ADJ 9 amod
Sicherheit Sicherheit NOUN 6 nmod
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            BRACKET,
            [
                ("South China Morning Post", "NewsMediaOrganization", "South China Morning Post"),
                ("SCMP", "NewsMediaOrganization", "SCMP"),
            ],
            id="a bracket parts two names",
        ),
        pytest.param(
            CONFERENCE,
            [
                (
                    "Moskauer Konferenz für Internationale Sicherheit",
                    "Event",
                    "Moskauer Konferenz für Internationale Sicherheit",
                )
            ],
            id="a head noun makes the name whole",
        ),
        pytest.param(
            """
            Herr Herr NOUN 2 compound
            Li Li PROPN 4 nsubj _ B-LOC
            Shangfu Shangfu PROPN 2 flat _ I-LOC
            kam kommen VERB 0 root VerbForm=Fin
            """,
            [("Herr Li Shangfu", "Person", "Li Shangfu")],
            id="a courtesy title makes a person and stands in the span alone",
        ),
        pytest.param(
            """
            Präsident Präsident NOUN 4 nsubj _ B-PER
            Wolodymyr Wolodymyr PROPN 1 flat _ I-PER
            Selenskyj Selenskyj PROPN 2 flat _ I-PER
            kam kommen VERB 0 root VerbForm=Fin
            """,
            [("Wolodymyr Selenskyj", "Person", "Wolodymyr Selenskyj")],
            id="a role is no part of the name",
        ),
        pytest.param(
            """
            mit mit ADP 4 case
            dem der DET 4 det Definite=Def
            russischen russisch ADJ 4 amod
            Marinekommandeur Marinekommandeur NOUN 7 obl Case=Dat
            Nikolai Nikolai PROPN 4 appos _ B-ORG
            Jewmenow Jewmenow PROPN 5 flat _ I-ORG
            sprach sprechen VERB 0 root VerbForm=Fin
            """,
            [("Nikolai Jewmenow", "Person", "Nikolai Jewmenow")],
            id="a role before the name corrects the tagger",
        ),
        pytest.param(
            """
            Weißrussland Weißrussland NOUN 2 nsubj
            liegt liegen VERB 0 root VerbForm=Fin
            bei bei ADP 4 case
            Dschidda Dschidda PROPN 2 obl
            """,
            [("Weißrussland", "Country", "Weißrussland"), ("Dschidda", "City", "Dschidda")],
            id="the gazetteer knows what the tagger missed",
        ),
        pytest.param(
            """
            dass dass SCONJ 4 mark
            WHO WHO PROPN 4 nsubj _ B-ORG
            Israel Israel PROPN 4 obj _ I-ORG
            bat bitten VERB 0 root VerbForm=Fin
            """,
            [("WHO", "InternationalOrganization", "WHO"), ("Israel", "Country", "Israel")],
            id="two names that the tagger ran together",
        ),
        pytest.param(
            """
            Abbas Abbas PROPN 4 nsubj _ B-PER
            von von ADP 3 case _ I-PER
            Israel Israel PROPN 4 obl _ I-PER
            forderte fordern VERB 0 root VerbForm=Fin
            """,
            [("Abbas", "Person", "Abbas"), ("Israel", "Country", "Israel")],
            id="a country behind a person is no part of the name",
        ),
        pytest.param(
            """
            den der DET 2 det
            Palästinensern Palästinenser PROPN 0 root _ B-LOC
            """,
            [],
            id="a people is no name",
        ),
        pytest.param(
            """
            das der DET 3 det Definite=Def
            japanische japanisch ADJ 3 amod
            Unterhaus Unterhaus NOUN 0 root _ B-ORG
            """,
            [],
            id="another country's body of that name",
        ),
        pytest.param(
            """
            von von ADP 5 case
            den der DET 5 det
            Vereinigten vereinigt ADJ 5 amod
            Arabischen arabisch ADJ 5 amod
            Emiraten Emirat NOUN 0 root
            """,
            [("Vereinigten Arabischen Emiraten", "Country", "Vereinigte Arabische Emirate")],
            id="the gazetteer's names are inflected in a text",
        ),
        pytest.param(
            """
            Das der DET 2 det Definite=Def
            Essen Essen NOUN 3 nsubj
            schmeckt schmecken VERB 0 root VerbForm=Fin
            """,
            [],
            id="a common word is no town",
        ),
        pytest.param(
            """
            Der der DET 2 det Definite=Def
            Maschinenbauer Maschinenbauer NOUN 5 nsubj
            Krohmann Krohmann PROPN 2 appos _ B-PER
            AG AG PROPN 3 flat
            wuchs wachsen VERB 0 root VerbForm=Fin
            """,
            [("Krohmann AG", "Company", "Krohmann AG")],
            id="a legal form belongs to the name and makes a company",
        ),
        pytest.param(
            """
            die der DET 2 det
            russischen russisch ADJ 3 amod _ B-LOC
            Atomwaffen Atomwaffe NOUN 0 root
            """,
            [],
            id="an adjective of nationality is no mention",
        ),
        pytest.param(
            """
            Die der DET 2 det Definite=Def
            Staatsanwaltschaft Staatsanwaltschaft NOUN 4 nsubj
            Rostock Rostock PROPN 2 appos _ B-LOC
            ermittelt ermitteln VERB 0 root VerbForm=Fin
            """,
            [("Staatsanwaltschaft Rostock", "GovernmentOrganization", "Staatsanwaltschaft Rostock")],
            id="a body and the place of its seat are one name",
        ),
        pytest.param(
            """
            in in ADP 2 case
            Gewahrsam Gewahrsam PROPN 0 root _ B-LOC
            Litauens Litauen PROPN 2 flat Case=Gen I-LOC
            """,
            [("Litauens", "Country", "Litauen")],
            id="a noun before a country in the genitive is no part of its name",
        ),
        pytest.param(
            """
            warnt warnen VERB 0 root
            Peru Peru PROPN 1 nsubj _ B-LOC
            Kuba Kuba PROPN 2 flat _ I-LOC
            """,
            [("Peru", "Country", "Peru"), ("Kuba", "Country", "Kuba")],
            id="two countries in a row are two names",
        ),
        pytest.param(
            """
            Foto Foto NOUN 0 root
            : : PUNCT 1 punct
            EPA EPA PROPN 1 appos _ B-ORG
            """,
            [],
            id="who took the picture is no part of the news",
        ),
        pytest.param(
            """
            Karl Karl NOUN 3 nsubj
            Weber Weber PROPN 1 appos _ B-PER
            lacht lachen VERB 0 root VerbForm=Fin
            """,
            [("Karl Weber", "Person", "Karl Weber")],
            id="a given name that was taken for a noun",
        ),
        pytest.param(
            """
            Rentner Rentner NOUN 3 nsubj
            Weber Weber PROPN 1 appos _ B-PER
            lacht lachen VERB 0 root VerbForm=Fin
            """,
            [("Weber", "Person", "Weber")],
            id="a noun before a surname is no part of it",
        ),
    ],
)
def test_names(table: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(with_mentions(table)) == expected


LI = """
Herr Herr NOUN 2 compound
Li Li PROPN 3 nsubj _ B-PER
kam kommen VERB 0 root VerbForm=Fin
"""
LIS_JOURNEY = """
{0} {0} PROPN 2 nmod {1} B-PER
Reise Reise NOUN 3 nsubj
begann beginnen VERB 0 root VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("tables", "name"),
    [
        pytest.param((LI, LIS_JOURNEY.format("Lis", "_")), "Li", id="the bare form is named elsewhere"),
        pytest.param((LIS_JOURNEY.format("Merkels", "Case=Gen"),), "Merkel", id="the case says so"),
        pytest.param((LIS_JOURNEY.format("Merkels", "_"),), "Merkel", id="the place before a noun says so"),
        pytest.param((LIS_JOURNEY.format("Chinas", "_"),), "China", id="the gazetteer knows the bare form"),
        pytest.param((LIS_JOURNEY.format("Hans'", "_"),), "Hans", id="an apostrophe"),
        pytest.param((LIS_JOURNEY.format("Pistorius", "Case=Gen"),), "Pistorius", id="a name that ends so by itself"),
        pytest.param((LIS_JOURNEY.format("Thomas", "Case=Gen"),), "Thomas", id="a given name that ends so"),
        pytest.param(
            ("Paris Paris PROPN 2 nsubj Case=Gen B-LOC\nschweigt schweigen VERB 0 root VerbForm=Fin",),
            "Paris",
            id="Paris is never Pari",
        ),
        pytest.param(
            ("Austins Austins PROPN 2 nsubj Case=Nom B-PER\nschweigt schweigen VERB 0 root VerbForm=Fin",),
            "Austins",
            id="no evidence, no change",
        ),
    ],
)
def test_genitive_is_taken_off_where_something_says_so(tables: tuple[str, ...], name: str) -> None:
    assert names(with_mentions(*tables))[-1][2] == name


def test_a_possessive_name_run_together_with_its_noun_is_parted() -> None:
    together = """
    Lis Lis PROPN 3 nsubj _ B-PER
    Reise Reise PROPN 1 flat _ I-PER
    endet enden VERB 0 root VerbForm=Fin
    """
    assert names(with_mentions(LI, together)) == [("Herr Li", "Person", "Li"), ("Lis", "Person", "Li")]


def test_adjectives_in_names_take_their_normal_form() -> None:
    table = """
    in in ADP 4 case
    der der DET 4 det Case=Dat|Definite=Def|Gender=Fem
    Süderländischen süderländisch ADJ 4 amod _ B-ORG
    Zeitung Zeitung NOUN 0 root Gender=Fem|Number=Sing I-ORG
    """
    assert names(with_mentions(table)) == [
        ("Süderländischen Zeitung", "NewsMediaOrganization", "Süderländische Zeitung")
    ]


def test_adjectives_of_cities_are_never_inflected() -> None:
    assert names(with_mentions(CONFERENCE.replace("Moskauer Moskauer", "Moskauer moskau")))[0][2].startswith(
        "Moskauer "
    )


def test_an_event_of_common_words_has_an_english_name() -> None:
    labels = [m.labels.get("en") for m in with_mentions(CONFERENCE).mentions if m.type == "Event"]
    assert labels == ["Moscow Conference on International Security"]


ERNST = """
Angela Angela PROPN 3 nsubj _ B-PER
Ernst Ernst PROPN 1 flat _ I-PER
kam kommen VERB 0 root VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("table", "found"),
    [
        pytest.param("Ernst ernst ADJ 2 nsubj\ngeht gehen VERB 0 root VerbForm=Fin", True, id="it stands like a noun"),
        pytest.param("Ernst ernst ADJ 2 advmod\ngeht gehen VERB 0 root VerbForm=Fin", False, id="it does not"),
        pytest.param(
            "der der DET 2 det\nErnst Ernst NOUN 3 nsubj\ngeht gehen VERB 0 root VerbForm=Fin",
            False,
            id="a common noun",
        ),
    ],
)
def test_a_surname_that_the_tagger_overlooked(table: str, found: bool) -> None:
    assert (("Ernst", "Person", "Ernst") in names(with_mentions(ERNST, table))) is found
    assert names(with_mentions(table)) == []


SEEN = """
Solvo Solvo PROPN 2 nsubj _ B-ORG
schließt schließen VERB 0 root VerbForm=Fin
"""
AGAIN = """
{before}
Solvo Solvo NOUN {head} nsubj
baut bauen VERB 0 root VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("before", "head", "found"),
    [
        pytest.param("Gestern gestern ADV 3 advmod", 3, 2, id="the same word"),
        pytest.param("neuer neu ADJ 2 amod", 3, 1, id="described like a thing"),
    ],
)
def test_a_name_that_the_tagger_overlooked_elsewhere(before: str, head: int, found: int) -> None:
    document = with_mentions(SEEN, AGAIN.format(before=before, head=head))
    assert [m.name for m in document.mentions if m.kind is MentionKind.NAME] == ["Solvo"] * found


SERVICE = """
im in ADP 3 case
Neuen neu ADJ 3 amod _ B-ORG
Dienst Dienst NOUN 0 root _ I-ORG
"""
SERVICE_AGAIN = """
im in ADP 3 case
{word} neu ADJ 3 amod
Dienst Dienst NOUN 0 root
"""


@pytest.mark.parametrize(("word", "found"), [("Neuen", 2), ("neuen", 1)])
def test_a_name_of_several_words_overlooked_elsewhere(word: str, found: int) -> None:
    document = with_mentions(SERVICE, SERVICE_AGAIN.format(word=word))
    assert [text for text, _, _ in names(document)] == ["Neuen Dienst"] * found


def test_one_name_has_one_type_in_an_article() -> None:
    sure = """
    Herr Herr NOUN 2 compound
    Schoigu Schoigu PROPN 3 nsubj _ B-PER
    kam kommen VERB 0 root VerbForm=Fin
    """
    wrong = "Shoigu Shoigu PROPN 2 nsubj _ B-LOC\nging gehen VERB 0 root VerbForm=Fin"
    assert [kind for _, kind, _ in names(with_mentions(sure, wrong))] == ["Person", "Person"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Der der DET 3 det Definite=Def|Number=Sing
            chinesische chinesisch ADJ 3 amod
            Verteidigungsminister Verteidigungsminister NOUN 4 nsubj Gender=Masc|Number=Sing
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [("Der chinesische Verteidigungsminister", "Person")],
            id="a definite role",
        ),
        pytest.param(
            """
            Ein ein DET 3 det Definite=Ind|Number=Sing
            chinesischer chinesisch ADJ 3 amod
            Verteidigungsminister Verteidigungsminister NOUN 4 nsubj Gender=Masc|Number=Sing
            schwieg schweigen VERB 0 root VerbForm=Fin
            """,
            [],
            id="an indefinite one means nobody in particular",
        ),
        pytest.param(
            """
            Er er PRON 3 nsubj Person=3
            ist sein AUX 3 cop VerbForm=Fin|Tense=Pres
            Verteidigungsminister Verteidigungsminister NOUN 0 root
            """,
            [],
            id="one that is said of somebody points at nobody",
        ),
        pytest.param(
            """
            mit mit ADP 3 case
            russischen russisch ADJ 3 amod Number=Plur
            Verteidigungsministern Verteidigungsminister NOUN 0 root Number=Plur
            """,
            [("russischen Verteidigungsministern", "Person")],
            id="a group of office holders of a country",
        ),
    ],
)
def test_roles(table: str, expected: list[tuple[str, str]]) -> None:
    assert others(with_mentions(table), MentionKind.ROLE) == expected


def test_a_role_knows_its_country_and_its_english() -> None:
    table = """
    belarussischen belarussisch ADJ 4 amod Number=Plur
    Staats- Staats- NOUN 4 compound
    und und CCONJ 4 cc
    Militärführern Militärführer NOUN 0 root Number=Plur
    """
    (mention,) = with_mentions(table).mentions
    assert (mention.country, mention.number) == ("Belarus", "Plur")
    assert mention.labels.get("en") == "State and military leaders of Belarus"
    assert mention.name == "belarussische Staats- und Militärführer"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            die der DET 3 det Definite=Def
            russische russisch ADJ 3 amod
            Regierung Regierung NOUN 0 root
            """,
            [("die russische Regierung", "Russia")],
            id="with the country of its adjective",
        ),
        pytest.param(
            """
            Die der DET 2 det Definite=Def
            US-Regierung US-Regierung NOUN 0 root
            """,
            [("Die US-Regierung", "United_States")],
            id="with the country of its first part",
        ),
        pytest.param(
            """
            eine ein DET 2 det Definite=Ind
            Regierung Regierung NOUN 0 root
            """,
            [],
            id="not an indefinite one",
        ),
        pytest.param(
            """
            die der DET 2 det Definite=Def
            Streitkräfte Streitkräfte NOUN 0 root Number=Plur
            beider beide DET 4 det Case=Gen
            Länder Land NOUN 2 nmod Case=Gen
            """,
            [],
            id="not one that belongs to somebody else who is not named",
        ),
        pytest.param(
            """
            die der DET 2 det Definite=Def
            Behörde Behörde NOUN 0 root
            """,
            [],
            id="not a vague one by itself",
        ),
    ],
)
def test_institutions(table: str, expected: list[tuple[str, str]]) -> None:
    found = with_mentions(table).mentions
    assert [(m.text, m.country) for m in found if m.kind is MentionKind.NOMINAL] == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("Er er PRON 2 nsubj Person=3\nkam kommen VERB 0 root VerbForm=Fin", ["Er"], id="personal"),
        pytest.param(
            "Es es PRON 2 nsubj Person=3\nhandelt handeln VERB 0 root VerbForm=Fin\nsich sich PRON 2 obj Reflex=Yes",
            [],
            id="impersonal",
        ),
        pytest.param(
            "mit mit ADP 3 case\nseinem sein DET 3 det:poss Poss=Yes\nFreund Freund NOUN 0 root",
            ["seinem"],
            id="possessive",
        ),
        pytest.param(
            "Haben haben AUX 0 root VerbForm=Fin\nSie Sie PRON 1 nsubj Person=3",
            [],
            id="the polite form means the reader",
        ),
    ],
)
def test_pronouns(table: str, expected: list[str]) -> None:
    assert [text for text, _ in others(with_mentions(table), MentionKind.PRONOUN)] == expected


def test_boilerplate_has_no_mentions() -> None:
    assert with_mentions(LI, kinds=(BlockKind.BOILERPLATE,)).mentions == ()


SENTENCE = """Herr Li Lis Angela Merkel Merkels ( ) SCMP der Minister AG russische Moskau Chinas Konferenz für
Internationale
Sicherheit Regierung er sein und , US-Präsident von Leyen Dr. II. Foto : Staats-"""
WORDS = tuple(SENTENCE.split())
TAGS = ("", "PER", "LOC", "ORG", "MISC")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any words with any parts of speech, tags and tree."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    tokens: list[Token] = []
    start = 0
    for i, word in enumerate(words):
        upos = draw(st.sampled_from(("NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "PRON", "VERB", "CCONJ")))
        label = draw(st.sampled_from(("nsubj", "obj", "appos", "flat", "nmod", "det", "amod", "conj", "case", "cop")))
        head = -1 if i == 0 else draw(st.integers(0, i - 1))
        tag, begins = draw(st.sampled_from(TAGS)), draw(st.booleans())
        tokens.append(
            Token(i, word, start, start + len(word), word, upos, head, "root" if i == 0 else label, (), tag, begins)
        )
        start += len(word) + 1
    return Document(Article("any", " ".join(words)), (Sentence.of(tuple(tokens)),))


@given(documents())
def test_a_mention_is_its_span_of_the_text(document: Document) -> None:
    found = Mentions(load_gazetteer(), load_ontology())(document)
    sentence = document.sentences[0]
    for mention in found.mentions:
        first, end = mention.tokens
        assert mention.span.of(document.article.text) == mention.text
        assert (sentence.tokens[first].start, sentence.tokens[end - 1].end) == (mention.span.start, mention.span.end)
        assert first <= mention.head < end
        assert mention.name
    spans = [m.span for m in found.mentions if m.kind is MentionKind.NAME]
    assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)


def test_a_preposition_that_opens_a_name_is_left_out() -> None:
    text = "They are consulting with the Government of Iraq to ascertain the facts."
    assert "Iraq" in {m.text for m in document_of(text, language="en").mentions}
