"""Speeds: the ratio of the best rounds, and words counted without white space."""

from __future__ import annotations

import pytest

from kg.evaluation.speed import Timing, count_words, scores, timed
from kg.parse import load_pipeline


def test_scores() -> None:
    bare = [Timing(4.0, 6.0), Timing(3.0, 7.0)]
    whole = [Timing(6.0, 8.0), Timing(5.0, 10.0)]
    ratio, whole_speed, bare_speed = scores(1500, bare, whole)
    assert ratio.value == pytest.approx(0.6)
    assert (ratio.must, ratio.aim) == (0.6, 0.85)
    assert "0.75 by processor time" in ratio.detail
    assert (whole_speed.value, bare_speed.value) == (300, 500)


def test_words() -> None:
    assert count_words(load_pipeline("de"), ["Der Zug  hielt.", "Ja!"]) == 6


def test_timed() -> None:
    done: list[int] = []
    timing = timed(lambda: done.append(1))
    assert done == [1]
    assert timing.wall >= 0
    assert timing.processor >= 0
