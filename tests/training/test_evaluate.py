"""The scorer, on counts that can be checked by hand."""

from __future__ import annotations

import pytest
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example as SpacyExample
from spacy.vocab import Vocab

from kg.training.corpus import Example
from kg.training.evaluate import F1, score_labels, score_names, score_parses, spans_of

GOLD = Example(
    ["Li", "traf", "Austin", "."], "GSD",
    heads=[2, 0, 2, 2], deprels=["nsubj", "root", "obj", "punct"], upos=["PROPN", "VERB", "PROPN", "PUNCT"],
    feats=[{"Case": "Nom"}, {}, {"Case": "Acc"}, {}], lemmas=["Li", "treffen", "Austin", "."],
)  # fmt: skip


def system(**changes: list[object]) -> Example:
    return Example(**{name: changes.get(name, getattr(GOLD, name)) for name in
                      ("words", "bank", "heads", "deprels", "upos", "feats", "lemmas")})  # fmt: skip


def test_what_is_right_scores_a_hundred() -> None:
    scores = score_parses([(GOLD, GOLD)], feats=["Case"])
    assert {scores.uas.f1, scores.las.f1, scores.upos.f1, scores.lemmas.f1, scores.feats.f1} == {100.0}


def test_each_mistake_costs_its_own_score_only() -> None:
    wrong_head = score_parses([(system(heads=[3, 0, 2, 2]), GOLD)])
    assert (wrong_head.uas.f1, wrong_head.las.f1, wrong_head.upos.f1) == (75.0, 75.0, 100.0)
    wrong_label = score_parses([(system(deprels=["obj", "root", "obj", "punct"]), GOLD)])
    assert (wrong_label.uas.f1, wrong_label.las.f1) == (100.0, 75.0)
    wrong_lemma = score_parses([(system(lemmas=["Li", "trafen", "Austin", "."]), GOLD)])
    assert (wrong_lemma.las.f1, wrong_lemma.lemmas.f1) == (100.0, 75.0)
    wrong_case = score_parses([(system(feats=[{"Case": "Dat"}, {}, {"Case": "Acc"}, {}]), GOLD)], feats=["Case"])
    assert wrong_case.feats.f1 == 75.0


def test_subtypes_count_only_in_full() -> None:
    scores = score_parses([(system(deprels=["nsubj:pass", "root", "obj", "punct"]), GOLD)])
    assert (scores.las.f1, scores.las_full.f1) == (100.0, 75.0)


def test_words_cut_otherwise_count_as_wrong_on_both_sides() -> None:
    glued = Example(
        ["Li", "traf", "Austin."], "GSD", heads=[2, 0, 2], deprels=["nsubj", "root", "obj"],
        upos=["PROPN", "VERB", "PROPN"], feats=[{}, {}, {}], lemmas=["Li", "treffen", "Austin."],
    )  # fmt: skip
    scores = score_parses([(glued, GOLD)])
    assert scores.words == F1(2, 3, 4)
    assert scores.uas == F1(2, 3, 4)
    assert scores.uas.f1 == pytest.approx(400 / 7)


def test_a_head_that_the_system_does_not_have_is_wrong() -> None:
    cut = Example(
        ["Li", "tr", "af", "Austin", "."], "GSD", heads=[2, 0, 2, 2, 2],
        deprels=["nsubj", "root", "dep", "obj", "punct"], upos=["X"] * 5, feats=[{}] * 5, lemmas=[""] * 5,
    )  # fmt: skip
    assert score_parses([(cut, GOLD)]).uas.correct == 0


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-PER", "I-PER", "O"], {(0, 2, "PER")}),
        (["B-PER", "B-PER"], {(0, 1, "PER"), (1, 2, "PER")}),
        (["I-LOC", "I-ORG"], {(0, 1, "LOC"), (1, 2, "ORG")}),
        (["O", "O"], set()),
    ],
)
def test_spans_of(labels: list[str], spans: set[tuple[int, int, str]]) -> None:
    assert spans_of(labels) == spans


def test_names_are_right_only_with_span_and_type() -> None:
    score = score_names([(["B-PER", "O", "B-LOC"], ["B-PER", "I-PER", "B-LOC"]), (["B-ORG"], ["B-LOC"])])
    assert score == F1(1, 3, 3)
    assert score_names([(["B-MISC", "B-LOC"], ["O", "B-LOC"])], types=["LOC"]) == F1(1, 1, 1)
    assert score_names([(["O"], ["O"])]).f1 == 0.0


@pytest.mark.parametrize(
    ("labels", "counts"),
    [
        (["nsubj"], F1(0, 0, 1)),
        (["nsubj", "csubj"], F1(1, 1, 1)),
        (["obj"], F1(1, 1, 1)),
        (["root", "punct"], F1(1, 2, 2)),
    ],
)
def test_labels_count_with_their_head(labels: list[str], counts: F1) -> None:
    found = system(deprels=["csubj", "root", "obj", "punct"], heads=[2, 0, 2, 3])
    assert score_labels([(found, GOLD)], labels) == counts


def test_agrees_with_spacy_where_both_count_alike() -> None:
    """spaCy leaves out punctuation and labels its root ROOT; without a full stop the trees and figures are the same."""
    words, deprels = GOLD.words[:3], ["obj", "root", "obj"]
    gold, found = (Example(words, "GSD", heads=h, deprels=d, upos=GOLD.upos[:3], feats=[{}] * 3, lemmas=words)
                   for h, d in (([2, 0, 2], GOLD.deprels[:3]), ([3, 0, 2], deprels)))  # fmt: skip
    ours = score_parses([(found, gold)])
    docs = [Doc(Vocab(), words=words, heads=[h - 1 if h else i for i, h in enumerate(e.heads)], deps=e.deprels, pos=e.upos)
            for e in (found, gold)]  # fmt: skip
    theirs = Scorer.score_deps(
        [SpacyExample(*docs)], "dep", getter=lambda token, _: token.dep_, head_attr="head", ignore_labels=("punct",)
    )
    assert (ours.uas.f1 / 100, ours.las.f1 / 100) == pytest.approx((theirs["dep_uas"], theirs["dep_las"]))
    assert 0 < ours.las.f1 < 100
