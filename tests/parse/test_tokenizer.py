"""Words of newspaper text, German and English; no text is lost."""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from kg.parse.tokenizer import NewsTokenizer
from kg.parse.words import sentence_words


def tokenizer(language: str) -> NewsTokenizer:
    return NewsTokenizer(spacy.blank(language).tokenizer, sentence_words(language))


class Recorder:
    """spaCy's tokenizer, and the texts that it was asked for."""

    def __init__(self, base: Tokenizer) -> None:
        self.base, self.vocab, self.seen = base, base.vocab, list[str]()

    def __call__(self, text: str) -> Doc:
        self.seen.append(text)
        doc: Doc = self.base(text)
        return doc

    def add_special_case(self, word: str, pieces: list[dict[int, str]]) -> None:
        self.base.add_special_case(word, pieces)


GERMAN, ENGLISH = tokenizer("de"), tokenizer("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ab dem 14. August", "ab dem 14. August"),
        ("ab dem 14. Der Minister", "ab dem 14 . Der Minister"),
        ("im 19. Jahrhundert", "im 19. Jahrhundert"),
        ("den 2. Platz", "den 2. Platz"),
        ("Es war 2012. Der Krieg", "Es war 2012 . Der Krieg"),
        ("Es war 2012.", "Es war 2012 ."),
        ("Es waren 45.\nDanach", "Es waren 45 . \n Danach"),
        ("„seit 2012.“ Er", "„ seit 2012 . “ Er"),
        ("am 3.10. in Berlin", "am 3.10. in Berlin"),
        ("z. B. Herr Dr. Meier", "z. B. Herr Dr. Meier"),
        ("Nr. 5, Art. 3 Abs. 1", "Nr. 5 , Art. 3 Abs. 1"),
        ("US-Amtskollegen im Ukraine-Konflikt", "US-Amtskollegen im Ukraine-Konflikt"),
        ("die „Kerninteressen“ beider", "die „ Kerninteressen “ beider"),
        ("haben – die höchste", "haben – die höchste"),
        ("auf https://kg.example/a?b=1.", "auf https://kg.example/a?b=1 ."),
        ("auf www.beispiel.de, sagte", "auf www.beispiel.de , sagte"),
        ("Bundes- und Landesebene", "Bundes- und Landesebene"),
        ("3,5 Mio. Euro", "3,5 Mio. Euro"),
        ("(Russland)", "( Russland )"),
    ],
)
def test_german_words(text: str, words: str) -> None:
    assert [token.text for token in GERMAN(text)] == words.split(" ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gen. Smith met Sen. Jones in 2012. The", "Gen. Smith met Sen. Jones in 2012 . The"),
        ("China's minister didn't go.", "China 's minister did n't go ."),
        ("the U.S. army", "the U.S. army"),
    ],
)
def test_english_words(text: str, words: str) -> None:
    assert [token.text for token in ENGLISH(text)] == words.split(" ")


@given(st.text(max_size=80))
@settings(max_examples=300)
def test_keeps_every_character(text: str) -> None:
    assert GERMAN(text).text == text


@pytest.mark.parametrize("text", ["x" * 2_000_000, "(" * 300_000, "a.b" * 200_000, "http://" + "a/" * 300_000])
def test_a_long_run_without_spaces_is_cut_up(text: str) -> None:
    """spaCy's own tokenizer, which takes quadratic time on a run, never sees a longer one, and nothing twice."""
    base = Recorder(spacy.blank("de").tokenizer)
    doc = NewsTokenizer(base, sentence_words("de"))(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= 400
    assert max(len(run) for seen in base.seen for run in re.findall(r"\S+", seen)) <= 400
    assert sum(map(len, base.seen)) == len(text)
