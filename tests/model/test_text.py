"""Spans and labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Labels, Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, length = draw(st.integers(0, 20)), draw(st.integers(0, 20))
    return Span(start, start + length)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        pytest.param((2, 6), (3, 5), True, True, id="inside"),
        pytest.param((2, 6), (2, 6), True, True, id="the same"),
        pytest.param((3, 5), (2, 6), False, True, id="around"),
        pytest.param((2, 6), (4, 8), False, True, id="across the end"),
        pytest.param((2, 6), (6, 8), False, False, id="next to it"),
        pytest.param((2, 6), (0, 2), False, False, id="right before it"),
        pytest.param((2, 6), (8, 9), False, False, id="apart"),
    ],
)
def test_spans_and_others(one: tuple[int, int], other: tuple[int, int], contains: bool, overlaps: bool) -> None:
    assert Span(*one).contains(Span(*other)) is contains
    assert Span(*one).overlaps(Span(*other)) is overlaps


def test_the_text_of_a_span() -> None:
    assert Span(2, 6).of("Er traf sie.") == " tra"
    assert Span(3, 3).of("Er traf sie.") == ""


@given(spans(), spans())
def test_overlap_is_mutual_and_is_to_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) is other.overlaps(one)
    assert bool(shared) <= one.overlaps(other)
    assert not one.overlaps(other) or max(one.start, other.start) < min(one.end, other.end)


@given(spans(), spans())
def test_to_contain_each_other_is_to_be_the_same(one: Span, other: Span) -> None:
    assert (one.contains(other) and other.contains(one)) is (one == other)


@pytest.mark.parametrize(
    ("labels", "language", "expected"),
    [
        ({"de": "Moskau", "en": "Moscow"}, "de", "Moskau"),
        ({"de": "Moskau", "en": "Moscow"}, "fr", "Moscow"),
        ({"de": "Moskau"}, "en", "Moskau"),
        ({"fr": "Moscou", "de": "Moskau"}, "en", "Moskau"),
        ({}, "en", ""),
    ],
)
def test_a_label_in_a_language_or_the_next_best(labels: dict[str, str], language: str, expected: str) -> None:
    assert Labels.of(labels).get(language) == expected


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=5)))
def test_labels_do_not_depend_on_order(labels: dict[str, str]) -> None:
    backwards = dict(reversed(labels.items()))
    assert Labels.of(labels) == Labels.of(backwards)
    assert Labels.of(labels).as_dict() == labels
