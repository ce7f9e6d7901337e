"""Phrases as values: the German that is kept, and its English where every word is known."""

from __future__ import annotations

import pytest

from kg.extract.phrases.phrases import clause_phrase, noun_phrase, words_phrase
from kg.model import Literal, Sentence, Token
from tests.extract.inline import index, sentence

KNEW = "Li/PROPN/2/nsubj kannte:kennen/VERB/0/root/Fin"


def phrase(line: str, head: str) -> Literal | None:
    tree = sentence(line)
    text = " ".join(token.text for token in tree.tokens)
    return noun_phrase(tree, index(tree, head), text, language="de")


@pytest.mark.parametrize(
    ("rest", "head", "german", "english_words"),
    [
        pytest.param(
            "gemeinsame:gemeinsam/ADJ/4/amod Militärübung/NOUN/2/obj",
            "Militärübung",
            "gemeinsame Militärübung",
            "joint military exercise",
            id="adjective and compound",
        ),
        pytest.param("die:der/DET/4/det Gefahr/NOUN/2/obj", "Gefahr", "Gefahr", "danger", id="no article"),
        pytest.param(
            "neue:neu/ADJ/4/amod Abkommen/NOUN/2/obj/Plur", "Abkommen", "neue Abkommen", "new agreements", id="plural"
        ),
        pytest.param(
            "neues:neu/ADJ/4/amod Abkommen/NOUN/2/obj/Sing",
            "Abkommen",
            "neues Abkommen",
            "new agreement",
            id="singular",
        ),
        pytest.param("mit/ADP/4/case Gefahr/NOUN/2/obl", "Gefahr", "Gefahr", "danger", id="no preposition"),
        pytest.param(
            "die:der/DET/4/det Absicht/NOUN/2/obj der:der/DET/6/det Armee/NOUN/4/nmod/Gen",
            "Absicht",
            "Absicht der Armee",
            "intention of army",
            id="genitive",
        ),
        pytest.param(
            "das:der/DET/4/det Abkommen/NOUN/2/obj mit/ADP/6/case Absolventen:Absolvent/NOUN/4/nmod/Plur",
            "Abkommen",
            "Abkommen mit Absolventen",
            "agreement with graduates",
            id="preposition",
        ),
        pytest.param(
            "das:der/DET/4/det Abkommen/NOUN/2/obj zwischen/ADP/6/case Polen/PROPN/4/nmod und/CCONJ/8/cc "
            "Frankreich/PROPN/6/conj",
            "Abkommen",
            "Abkommen zwischen Polen und Frankreich",
            "agreement between Poland and France",
            id="coordination inside",
        ),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj und/CCONJ/6/cc Armee/NOUN/4/conj",
            "Gefahr",
            "Gefahr",
            "danger",
            id="a conjunct is a value of its own",
        ),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj ,/PUNCT/8/punct die:der/PRON/8/nsubj/Rel sehr/ADV/8/advmod "
            "droht:drohen/VERB/4/acl:relcl/Fin",
            "Gefahr",
            "Gefahr",
            "danger",
            id="no relative clause",
        ),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj ,/PUNCT/6/punct Xyz/NOUN/4/appos",
            "Gefahr",
            "Gefahr",
            "danger",
            id="no apposition",
        ),
        pytest.param(
            "xyzige:xyzig/ADJ/4/amod Gefahr/NOUN/2/obj", "Gefahr", "xyzige Gefahr", None, id="an unknown adjective"
        ),
        pytest.param("die:der/DET/4/det Xyzung/NOUN/2/obj", "Xyzung", "Xyzung", None, id="an unknown noun"),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj der:der/DET/6/det Xyzung/NOUN/4/nmod/Gen",
            "Gefahr",
            "Gefahr der Xyzung",
            None,
            id="an unknown attribute: not half of it",
        ),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj xyz/ADP/6/case Armee/NOUN/4/nmod",
            "Gefahr",
            "Gefahr xyz Armee",
            None,
            id="an unknown preposition",
        ),
        pytest.param(
            "die:der/DET/4/det Marke:Marke/NOUN/2/obj", "Marke", "Marke", None, id="a noun of several meanings"
        ),
        pytest.param(
            "neue:neu/ADJ/4/amod Friedenspreise:Friedenspreis/NOUN/2/obj/Plur",
            "Friedenspreise",
            "neue Friedenspreise",
            None,
            id="a compound of such a noun",
        ),
        pytest.param(
            "der:der/DET/4/det Sicherheitspolitik/NOUN/2/obj",
            "Sicherheitspolitik",
            "Sicherheitspolitik",
            "security policy",
            id="a compound whose last part means one thing there",
        ),
        pytest.param(
            "knappe:knapp/ADJ/4/amod Mehrheit/NOUN/2/obj", "Mehrheit", "knappe Mehrheit", None, id="such an adjective"
        ),
        pytest.param(
            "die:der/DET/4/det Forderung/NOUN/2/obj von/ADP/6/case Politikern:Politik/NOUN/4/nmod/Dat+Plur",
            "Forderung",
            "Forderung von Politikern",
            "demand of politicians",
            id="a word by its form, not a wrong lemma",
        ),
        pytest.param(
            "die:der/DET/4/det Rolle/NOUN/2/obj der:der/DET/6/det Partei-/NOUN/4/nmod/Gen und/CCONJ/8/cc "
            "Kirchenchefs:Kirchenchef/NOUN/6/conj/Plur",
            "Rolle",
            "Rolle der Partei- und Kirchenchefs",
            None,
            id="half a compound",
        ),
        pytest.param("Großfamilie/NOUN/2/obj", "Großfamilie", "Großfamilie", None, id="a first part that tells little"),
        pytest.param("Gasgefahr/NOUN/2/obj", "Gasgefahr", "Gasgefahr", "gas danger", id="a first part that is sure"),
        pytest.param("Zeugenarmee/NOUN/2/obj", "Zeugenarmee", "Zeugenarmee", None, id="a first part that is not"),
        pytest.param("EU-Armee/NOUN/2/obj", "EU-Armee", "EU-Armee", "EU army", id="an abbreviation before it"),
        pytest.param("V-Armee/NOUN/2/obj", "V-Armee", "V-Armee", None, id="a letter before it"),
        pytest.param("Haft:Haß/NOUN/2/obj", "Haft", "Haft", "detention", id="a wrong lemma of another word"),
        pytest.param(
            "größte:groß/ADJ/4/amod Fabrik/NOUN/2/obj",
            "Fabrik",
            "größte Fabrik",
            None,
            id="no positive of a superlative",
        ),
        pytest.param(
            "so/ADV/4/advmod genannte:genannt/ADJ/5/amod Armee/NOUN/2/obj",
            "Armee",
            "so genannte Armee",
            None,
            id="what belongs to a participle is not lost",
        ),
        pytest.param(
            "seine:sein/DET/6/det/Prs Soldaten:Soldat/NOUN/5/nmod/Acc umfassende:umfassend/ADJ/6/amod Armee/NOUN/2/obj",
            "Armee",
            "Soldaten umfassende Armee",
            None,
            id="nor a participle with what it takes",
        ),
        pytest.param(
            "alle:alle/DET/4/det/Tot Soldaten:Soldat/NOUN/2/obj/Plur",
            "Soldaten",
            "alle Soldaten",
            "all soldiers",
            id="how many is told",
        ),
        pytest.param(
            "den:der/DET/4/det/Plur Jungen:Junge/NOUN/2/obj/Plur", "Jungen", "Jungen", "boy", id="one boy as an object"
        ),
        pytest.param(
            "die:der/DET/4/det/Plur Lehrer/NOUN/2/obj/Sing",
            "Lehrer",
            "Lehrer",
            "teachers",
            id="many, as the article says",
        ),
        pytest.param(
            "das:der/DET/4/det/Sing Abkommen/NOUN/2/obj/Plur", "Abkommen", "Abkommen", "agreement", id="one, as it says"
        ),
        pytest.param(
            "mit/ADP/5/case den:der/DET/5/det/Plur Jungen:Junge/NOUN/2/obl/Plur",
            "Jungen",
            "Jungen",
            "boys",
            id="boys elsewhere",
        ),
        pytest.param(
            "der:der/DET/4/det Folter/NOUN/2/obj/Plur", "Folter", "Folter", "tortures", id="many, if it may be"
        ),
        pytest.param(
            "der:der/DET/4/det Folter/NOUN/2/obj/Plur+Fem", "Folter", "Folter", "torture", id="one, as its form says"
        ),
        pytest.param(
            "Verletzte/NOUN/2/obj/Plur+Fem",
            "Verletzte",
            "Verletzte",
            "injured people",
            id="many, if it is an adjective",
        ),
        pytest.param(
            "40.:4/ADJ/4/amod Geburtstag/NOUN/2/obj", "Geburtstag", "40. Geburtstag", None, id="an ordinal is no number"
        ),
        pytest.param(
            "die:der/DET/4/det Kritik/NOUN/2/obj an/ADP/7/case der:der/DET/7/det Armee/NOUN/4/nmod/Dat",
            "Kritik",
            "Kritik an der Armee",
            "criticism of army",
            id="the noun's own preposition",
        ),
        pytest.param(
            "die:der/DET/4/det Kritik/NOUN/2/obj der:der/DET/6/det Armee/NOUN/4/nmod/Gen",
            "Kritik",
            "Kritik der Armee",
            "criticism by army",
            id="the noun's own genitive",
        ),
        pytest.param(
            "das:der/DET/4/det Gefecht/NOUN/2/obj mit/ADP/6/case Xyzen/PROPN/4/nmod",
            "Gefecht",
            "Gefecht mit Xyzen",
            None,
            id="no name that is known",
        ),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj an/ADP/7/case der:der/DET/7/det Armee/NOUN/4/nmod/Dat",
            "Gefahr",
            "Gefahr an der Armee",
            None,
            id="a preposition that may mean much",
        ),
        pytest.param(
            "die:der/DET/4/det Armee/NOUN/2/obj in/ADP/6/case Polen/PROPN/4/nmod",
            "Armee",
            "Armee in Polen",
            "army in Poland",
            id="in a place",
        ),
        pytest.param(
            "das:der/DET/4/det Abkommen/NOUN/2/obj mit/ADP/7/case seinen:sein/DET/7/det/Prs Absolventen:Absolvent/NOUN/4/nmod/Plur",
            "Abkommen",
            "Abkommen mit seinen Absolventen",
            None,
            id="whose it is inside",
        ),
        pytest.param(
            "nach/ADP/4/case Berichten:Bericht/NOUN/6/nmod/Dat der:der/DET/6/det Direktor/NOUN/2/obj",
            "Direktor",
            "Direktor",
            "director",
            id="a circumstance before the noun",
        ),
        pytest.param(
            "die:der/DET/4/det Forderung/NOUN/2/obj der:der/DET/6/det Partei/NOUN/4/nmod/Gen (/PUNCT/8/punct "
            "Xyz/PROPN/6/appos )/PUNCT/8/punct",
            "Forderung",
            "Forderung der Partei",
            "demand of party",
            id="no bracket behind it",
        ),
        pytest.param(
            "die:der/DET/4/det Firma/NOUN/2/obj Xyz/PROPN/4/flat", "Firma", "Firma Xyz", "company Xyz", id="with a name"
        ),
        pytest.param(
            "das:der/DET/4/det Recht/NOUN/2/obj ,/PUNCT/8/punct frei:frei/ADJ/8/advmod zu/PART/8/mark "
            "reden/VERB/4/acl/Inf ./PUNCT/2/punct",
            "Recht",
            "Recht , frei zu reden",
            None,
            id="an infinitive says which",
        ),
        pytest.param(
            "die:der/DET/4/det Gefahr/NOUN/2/obj ,/PUNCT/8/punct um/SCONJ/8/mark zu/PART/8/mark siegen/VERB/4/acl/Inf",
            "Gefahr",
            "Gefahr",
            "danger",
            id="a purpose does not",
        ),
        pytest.param(
            "die:der/DET/6/det von/ADP/5/case Polen/PROPN/6/obl verlassene:verlassen/ADJ/7/amod Armee/NOUN/2/obj",
            "Armee",
            "von Polen verlassene Armee",
            None,
            id="what belongs to a participle",
        ),
        pytest.param(
            "in/ADP/4/case Polen/PROPN/6/nmod ein/DET/6/det Minister/NOUN/2/obj",
            "Minister",
            "Minister",
            "minister",
            id="a circumstance before it",
        ),
        pytest.param(
            "etwa/ADV/4/advmod 300/NUM/5/nummod Armeen:Armee/NOUN/2/obj/Plur",
            "Armeen",
            "etwa 300 Armeen",
            "about 300 armies",
            id="about how many",
        ),
        pytest.param(
            "(/PUNCT/4/punct mangelnde:mangelnd/ADJ/6/amod )/PUNCT/4/punct Gefahr/NOUN/2/obj",
            "Gefahr",
            "( mangelnde ) Gefahr",
            None,
            id="a word in brackets",
        ),
        pytest.param(
            "sogar/ADV/4/advmod Armeen:Armee/NOUN/2/obj/Plur",
            "Armeen",
            "Armeen",
            "armies",
            id="an adverb of the clause",
        ),
        pytest.param(
            "die:der/DET/4/det Firma/NOUN/2/obj „/PUNCT/6/punct Xyz/PROPN/4/appos “/PUNCT/6/punct",
            "Firma",
            "Firma „ Xyz “",
            "company Xyz",
            id="a name in quotation marks",
        ),
    ],
)
def test_noun_phrases(rest: str, head: str, german: str, english_words: str | None) -> None:
    found = phrase(f"{KNEW} {rest}", head)
    assert found is not None
    assert (found.value, found.language, found.datatype) == (german, "de", "")
    assert found.labels.as_dict() == {"de": german} | ({"en": english_words} if english_words else {})


@pytest.mark.parametrize("head", ["kannte", "alte", "ihn"])
def test_what_is_no_noun_is_no_phrase(head: str) -> None:
    assert phrase(f"{KNEW} ihn:er/PRON/2/obj alte:alt/ADJ/2/xcomp", head) is None


def test_what_the_verb_takes_besides_is_left_out() -> None:
    tree = sentence(f"{KNEW} die:der/DET/4/det Gefahr/NOUN/2/obj an/ADP/6/case Polen/PROPN/4/nmod")
    text = " ".join(token.text for token in tree.tokens)
    found = [noun_phrase(tree, 3, text, language="de", apart=apart) for apart in ((), ("an",))]
    assert [phrase.value for phrase in found if phrase] == ["Gefahr an Polen", "Gefahr"]


def test_no_phrase_around_other_words() -> None:
    line = "die:der/DET/4/det Gefahr/NOUN/2/obj kam:kommen/VERB/2/conj/Fin der:der/DET/7/det Armee/NOUN/4/nmod/Gen"
    assert phrase(f"{KNEW} {line}", "Gefahr") is None


def test_words_are_parted_as_in_the_text() -> None:
    nato = Token(0, "Nato", 0, 4, "Nato", "PROPN", 2, "compound")
    hyphen = Token(1, "-", 4, 5, "-", "SYM", 0, "dep")
    army = Token(2, "Armee", 6, 11, "Armee", "NOUN", -1, "root")
    tree = Sentence.of((nato, hyphen, army))
    found = noun_phrase(tree, 2, "Nato- Armee", language="de")
    assert found is not None
    assert found.value == "Nato- Armee"


ACTORS = "die:der/DET/3/det russischen:russisch/ADJ/3/amod Minister/NOUN/0/root/Plur"


def test_a_range_of_words_as_it_is_written() -> None:
    tree = sentence(ACTORS)
    found = words_phrase(tree, (0, 3), 2, "die russischen Minister", language="de")
    assert found is not None
    assert found.labels.as_dict() == {"de": "russischen Minister", "en": "Russian ministers"}
    assert words_phrase(tree, (0, 1), 0, "die russischen Minister", language="de") is None


def test_a_clause_is_its_words_without_what_opens_and_closes_it() -> None:
    tree = sentence(
        """Li/PROPN/2/nsubj sagte:sagen/VERB/0/root/Fin ,/PUNCT/7/punct dass/SCONJ/7/mark er/PRON/7/nsubj
        Hui/PROPN/7/obj traf:treffen/VERB/2/ccomp/Fin ./PUNCT/7/punct"""
    )
    text = " ".join(token.text for token in tree.tokens)
    found = clause_phrase(tree, index(tree, "traf"), text, language="de")
    assert found is not None
    assert (found.value, found.labels.as_dict()) == ("er Hui traf", {"de": "er Hui traf"})
    assert clause_phrase(tree, index(tree, "."), text, language="de") is None
