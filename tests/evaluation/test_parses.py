"""Benchmarks of the parser, on made-up sentences."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg.evaluation.boundaries import paragraph, score, sentence_texts, spans_of
from kg.evaluation.parses import parse_scores
from kg.training.corpus import Example
from kg.training.evaluate import score_feature

GOLD = Example(
    ["Li", "traf", "Austin", "."], "GSD",
    heads=[2, 0, 2, 2], deprels=["nsubj", "root", "obj", "punct"], upos=["PROPN", "VERB", "PROPN", "PUNCT"],
    feats=[{}, {}, {}, {}], lemmas=["Li", "treffen", "Austin", "."],
)  # fmt: skip


def test_a_line_without_a_closing_mark_stands_alone() -> None:
    text, spans = paragraph(["Li in Moskau", "Er kam.", "Sie auch."])
    assert text == "Li in Moskau\nEr kam. Sie auch. "
    assert [text[start:end] for start, end in sorted(spans)] == ["Li in Moskau", "Er kam.", "Sie auch."]


def test_a_sentence_needs_both_its_ends() -> None:
    def read(text: str) -> Doc:
        words = text.split()
        doc = Doc(spacy.blank("de").vocab, words=words, spaces=[True] * len(words))
        for token in doc:
            token.is_sent_start = token.i in (0, 2)
        return doc

    assert len(spans_of(read("Er kam. Sie blieb."))) == 2
    assert score(["Er kam.", "Sie blieb.", "Es war so."], 2, read).f1 == pytest.approx(200 * 2 / (2 + 2 + 3))


def test_texts_of_a_treebank(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(b"# text = Er kam.\n1\tEr\t_\n\n# text = Sie auch.\n"))
    assert list(sentence_texts(path)) == ["Er kam.", "Sie auch."]


def test_figures_of_a_treebank() -> None:
    figures = {figure.name: figure for figure in parse_scores("German GSD", [(GOLD, GOLD)])}
    assert figures["las, German GSD"].value == 100.0
    assert (figures["las, German GSD"].must, figures["las, German GSD"].aim) == (82.6, 84.4)
    assert figures["nsubj, German GSD"].value == 100.0
    assert figures["ccomp, German GSD"].value == 0.0
    assert "gender of nouns, German GSD" not in figures


def test_the_gender_of_nouns_counts_where_the_treebank_has_one() -> None:
    def nouns(*genders: str) -> Example:
        feats = [{"Gender": gender} if gender else {} for gender in genders]
        return replace(GOLD, upos=["NOUN", "VERB", "NOUN", "NOUN"], feats=feats)

    found = score_feature([(nouns("Masc", "Fem", "Neut", ""), nouns("Masc", "Masc", "Fem", ""))], "Gender", upos="NOUN")
    assert (found.correct, found.gold) == (1, 2)
