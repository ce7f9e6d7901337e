"""Scores: attachment, tags and lemmas as the CoNLL 2018 shared task counts them, names by exact span.

System words are matched to gold words by their characters (white space apart); a gold word without a system word of
the same characters, and the other way round, counts as wrong. Punctuation counts. Labels are compared without
subtypes in LAS (as in CoNLL 2018) and with them in `las_full`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from kg.training.corpus import Example


@dataclass(frozen=True, slots=True)
class F1:
    """Counts of correct, system's and gold's items, and what follows from them, in percent."""

    correct: int = 0
    system: int = 0
    gold: int = 0

    def __add__(self, other: F1) -> F1:
        return F1(self.correct + other.correct, self.system + other.system, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return 100 * self.correct / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.correct / (self.system + self.gold) if self.system + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class ParseScores:
    """One F1 for each thing counted."""

    words: F1 = F1()
    uas: F1 = F1()
    las: F1 = F1()
    las_full: F1 = F1()
    upos: F1 = F1()
    feats: F1 = F1()
    lemmas: F1 = F1()

    def __add__(self, other: ParseScores) -> ParseScores:
        return ParseScores(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __str__(self) -> str:
        return "  ".join(f"{f.name} {getattr(self, f.name).f1:.2f}" for f in fields(self))


def score_parses(pairs: Iterable[tuple[Example, Example]], *, feats: Sequence[str] = ()) -> ParseScores:
    """Scores over pairs of (system, gold) sentences with the same characters; `feats` names the features compared."""
    total = ParseScores()
    for system, gold in pairs:
        total += _score_sentence(system, gold, feats)
    return total


def score_names(pairs: Iterable[tuple[Sequence[str], Sequence[str]]], *, types: Sequence[str] = ()) -> F1:
    """F1 of exact spans over pairs of (system, gold) BIO labels; only of `types` where given."""
    total = F1()
    for system, gold in pairs:
        found, wanted = (
            {span for span in spans_of(labels) if not types or span[2] in types} for labels in (system, gold)
        )
        total += F1(len(found & wanted), len(found), len(wanted))
    return total


def spans_of(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """(start, end, type) of each name in BIO labels; an I after nothing of its type begins one."""
    spans = set()
    start, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and label != "I-" + kind:
            spans.add((start, i, kind))
            kind = ""
        if not kind and label[:2] in ("B-", "I-"):
            start, kind = i, label[2:]
    return spans


def score_labels(pairs: Iterable[tuple[Example, Example]], labels: Sequence[str]) -> F1:
    """F1 of the arcs with one of `labels`, subtypes included, over pairs of (system, gold): right with the same head
    and any of the labels."""
    total = F1()
    for system, gold in pairs:
        match = _Match(system, gold)
        right = sum(system.deprels[i] in labels and gold.deprels[j] in labels for i, j in match.attached)
        total += F1(right, *(sum(label in labels for label in side.deprels) for side in (system, gold)))
    return total


def score_feature(pairs: Iterable[tuple[Example, Example]], feature: str, *, upos: str) -> F1:
    """F1 of a feature's value over the words with a gold tag and a gold value of it."""
    total = F1()
    for system, gold in pairs:
        own = [(i, j) for i, j in _Match(system, gold).words if gold.upos[j] == upos and gold.feats[j].get(feature)]
        right = sum(system.feats[i].get(feature) == gold.feats[j][feature] for i, j in own)
        total += F1(right, len(own), len(own))
    return total


class _Match:
    """Which words of the two sentences are the same, as pairs of (system's, gold's) numbers; which have the same head
    as well."""

    def __init__(self, system: Example, gold: Example) -> None:
        ours, theirs = _offsets(system.words), _offsets(gold.words)
        at = {span: i for i, span in enumerate(ours)}
        self.words = [(at[span], j) for j, span in enumerate(theirs) if span in at]
        partner = {j: i for i, j in self.words}

        def head_agrees(i: int, j: int) -> bool:
            head = gold.heads[j]
            return system.heads[i] == 0 if head == 0 else partner.get(head - 1, -2) == system.heads[i] - 1

        self.attached = [(i, j) for i, j in self.words if head_agrees(i, j)]


def _score_sentence(system: Example, gold: Example, feats: Sequence[str]) -> ParseScores:
    match = _Match(system, gold)

    def deprel_agrees(i: int, j: int) -> bool:
        return system.deprels[i].partition(":")[0] == gold.deprels[j].partition(":")[0]

    def feats_agree(i: int, j: int) -> bool:
        return all(system.feats[i].get(name) == gold.feats[j].get(name) for name in feats)

    def count(hits: Iterable[bool]) -> F1:
        return F1(sum(hits), len(system.words), len(gold.words))

    return ParseScores(
        words=count(True for _ in match.words),
        uas=count(True for _ in match.attached),
        las=count(deprel_agrees(i, j) for i, j in match.attached),
        las_full=count(system.deprels[i] == gold.deprels[j] for i, j in match.attached),
        upos=count(system.upos[i] == gold.upos[j] for i, j in match.words),
        feats=count(feats_agree(i, j) for i, j in match.words),
        lemmas=count(gold.lemmas[j] in ("", "_", system.lemmas[i]) for i, j in match.words),
    )


def _offsets(words: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each word in the sentence without white space."""
    spans, at = [], 0
    for word in words:
        size = len("".join(word.split()))
        spans.append((at, at + size))
        at += size
    return spans
