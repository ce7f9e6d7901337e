"""Sentence boundaries: a table of texts, `|` where a new sentence begins."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.parse.boundaries import LONGEST, Boundaries, Piece, sentence_starts
from kg.parse.tokenizer import NewsTokenizer
from kg.parse.words import sentence_words


def splitter(language: str) -> Language:
    nlp = spacy.blank(language)
    words = sentence_words(language)
    nlp.tokenizer = NewsTokenizer(nlp.tokenizer, words)
    nlp.add_pipe("kg_boundaries", config={"language": language})
    return nlp


PIPELINES = {"de": splitter("de"), "en": splitter("en")}


def split(text: str, language: str) -> str:
    return "|".join(sentence.text_with_ws for sentence in PIPELINES[language](text).sents)


@pytest.mark.parametrize(
    "marked",
    [
        "Er kam am 14. August an. |Sie blieb.",
        "Er kam am 14. |Der Minister blieb.",
        "Sie trafen sich im Jahr 2012. |Danach nicht mehr.",
        "Seit 2012. 14 Menschen starben.".replace(" 14", " |14"),
        "Das gilt z. B. für Herrn Dr. Meier und Prof. Dr. Anna Schulz. |Es gilt.",
        "Äpfel, Birnen usw. |Die Ernte war gut.",
        "Die Firma Müller & Co. KG zahlt 3,5 Mio. Euro. |Sie kann es.",
        "J. K. Rowling schrieb es. |Papst Johannes Paul II. war dort.",
        "„Das ist gut.“ |Er ging.",
        "„Das ist gut“, sagte er. |Sie ging.",
        "„Ist das gut?“, fragte er. |Sie ging.",
        "„Ist das gut?“ fragte er.",
        '"Das ist gut." |Er ging.',
        'Er sagte: "Das ist gut." |"Nein", sagte sie.',
        "»Das ist gut.« |Er ging.",
        "Er kam (aus Moskau.) |Sie blieb.",
        "45 Übungen – die höchste Zahl aller Zeiten. |Zwanzig davon waren bilateral.",
        "Er kam – – und ging.",
        "Der Minister Li. |Foto: EPA",
        "Der Minister Li. |Foto: EPA\n|Herr Li traf sich.",
        "Quelle\n|Kommentar (0)",
        "Titel ohne Punkt\n\n|Der Text beginnt.",
        "Was? |Wirklich! |Ja …",
        "Er kam ... |Der Rest blieb.",
        "Er kam ... und ging.",
        "Moskau und Peking (China) trafen sich. |[Anzeige]",
        "Im 19. Jahrhundert. |Im 20. Jahrhundert.",
        "Er stieg in die 2. Bundesliga auf.",
        "Sie sprach von 10.000 Euro. |10 Euro blieben.",
        "Der Vertrag gem. Art. 3 Abs. 1 gilt. |Nr. 5 auch.",
        "Es gibt Vitamin C. |Das reicht.",
        "Das war so. |``Wir gehen'', sagte er.",
        "``Wir gehen.'' |Doch er blieb.",
        "Sie starb in der Hl. Cäcilia geweihten Kirche.",
    ],
)
def test_german(marked: str) -> None:
    assert split(marked.replace("|", ""), "de") == marked


@pytest.mark.parametrize(
    "marked",
    [
        "Gen. Li met Mr. Smith. |They spoke.",
        "He lives in the U.S. |The army does not.",
        "The U.S. Army left.",
        '"No." |He left.',
        "It was 2012. |Nobody came.",
        "They raised it. |$5,000 is the maximum.",
        "Drs. Ali and Brown came ca. 1600. |They stayed.",
        "Mr. J. K. Smith said so.",
        "Smith v. Jones was heard. |It failed.",
    ],
)
def test_english(marked: str) -> None:
    assert split(marked.replace("|", ""), "en") == marked


def test_an_endless_sentence_is_cut_at_a_comma_where_there_is_one() -> None:
    text = ("und " * 149 + "so, ") * 10
    lengths = [len(sentence) for sentence in PIPELINES["de"](text).sents]
    assert sum(lengths) == 1510
    assert set(lengths[:-1]) == {151}
    plain = [len(sentence) for sentence in PIPELINES["de"]("und " * 1000).sents]
    assert max(plain) == LONGEST


def test_sentences_that_a_doc_brings_along_are_kept() -> None:
    nlp = PIPELINES["de"]
    starts: list[bool | int | None] = [True, False, False, False, False, False]
    doc = Doc(nlp.vocab, words=["Er", "kam", ".", "Sie", "blieb", "."], sent_starts=starts)
    component = Boundaries(sentence_words("de"))
    assert len(list(component(doc).sents)) == 1


class Counted(list[Piece]):
    """Pieces that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, i: Any) -> Any:
        self.looks += 1
        return super().__getitem__(i)


@pytest.mark.parametrize("line", ["und so weiter ", "“ ) ] ", "Er kam. ", "( ( ( ", "Dr. ", "a . ", "... "])
def test_a_long_line_costs_by_its_length(line: str) -> None:
    looks = []
    for times in (1_000, 4_000):
        pieces = Counted(Piece(word, space=False) for word in (line * times).split())
        sentence_starts(pieces, sentence_words("de"))
        looks.append(pieces.looks)
    assert looks[1] <= 4 * looks[0] + 1_000
