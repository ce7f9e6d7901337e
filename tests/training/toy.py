"""A network, sentences and labels on a toy scale."""

from __future__ import annotations

from kg.training.corpus import Example
from kg.training.sources import Source
from kg.training.weights import EncoderShape

SHAPE = EncoderShape(width=24, layers=3, heads=12, inner=48, positions=64)
GOLD = Example(
    ["Li", "traf", "Austin", "."], "GSD",
    heads=[2, 0, 2, 2], deprels=["nsubj", "root", "obj", "punct"], upos=["PROPN", "VERB", "PROPN", "PUNCT"],
    feats=[{"Case": "Nom"}, {"Mood": "Ind"}, {"Case": "Acc"}, {}], lemmas=["Li", "treffen", "Austin", "."],
    names=["B-PER", "O", "B-PER", "O"],
)  # fmt: skip
NAMED = Example(["In", "Moskau", "traf", "Li"], "EWT", names=["O", "B-LOC", "?", "B-PER"], has_misc=False)
SOURCES = [Source("GSD", [GOLD] * 12, share=1), Source("UNER", [NAMED] * 4, share=1)]
