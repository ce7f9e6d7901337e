"""The scorer of the probes: what counts as told, and as right; and that the probes are what they should be."""

from __future__ import annotations

import pytest

from kg.evaluation.factuality import LANGUAGES, Group, Probe, Verdict, judged, probes, scores
from kg.model import Entity, Evidence, KnowledgeGraph, Labels, Modality, Polarity, Relation, Span, Statement

ASSERTED, REPORTED = Modality.ASSERTED, Modality.REPORTED
GROUP = Group(subject="Wang", object="Hui", words=("traf", "treff"), sentences=())


def graph(modality: Modality, *, surface: str = "traf", subject: str = "a", target: str = "b") -> KnowledgeGraph:
    told = Statement(
        subject=subject,
        relation=Relation("rel:treffen", Labels(), open=True),
        object=target,
        evidence=(Evidence("x", Span(0, 1), "q", surface),),
        confidence=0.5,
        modality=modality,
    )
    entities = (
        Entity("a", "Person", Labels.of({"de": "Li Wang"})),
        Entity("b", "Person", Labels.of({"de": "Hui"})),
        Entity("c", "Person", Labels.of({"de": "Xi"})),
    )
    return KnowledgeGraph((), entities, (told,))


def probe(modality: Modality) -> Probe:
    return Probe("assertion", Polarity.AFFIRMED, modality, "…")


@pytest.mark.parametrize(
    ("claimed", "found", "right"),
    [
        pytest.param(ASSERTED, graph(ASSERTED), True, id="a fact found"),
        pytest.param(ASSERTED, graph(ASSERTED, subject="b", target="a"), True, id="the other way round"),
        pytest.param(ASSERTED, graph(REPORTED), False, id="a fact weakened"),
        pytest.param(ASSERTED, graph(ASSERTED, surface="sah"), False, id="another word"),
        pytest.param(ASSERTED, graph(ASSERTED, target="c"), False, id="another object"),
        pytest.param(ASSERTED, KnowledgeGraph((), (), ()), False, id="a fact lost"),
        pytest.param(REPORTED, graph(ASSERTED), False, id="hearsay told as a fact"),
        pytest.param(REPORTED, graph(REPORTED), True, id="hearsay told as such"),
        pytest.param(REPORTED, KnowledgeGraph((), (), ()), True, id="hearsay not told"),
    ],
)
def test_verdicts(claimed: Modality, found: KnowledgeGraph, right: bool) -> None:
    assert judged(probe(claimed), GROUP, found).right is right


def test_what_is_not_told_is_not_exact() -> None:
    assert judged(probe(REPORTED), GROUP, graph(REPORTED)).exact
    assert not judged(probe(REPORTED), GROUP, KnowledgeGraph((), (), ())).exact


def test_scores() -> None:
    judged_ones = (
        Verdict(probe(ASSERTED), told=True, exact=True),
        Verdict(probe(ASSERTED), told=False, exact=False),
        Verdict(probe(REPORTED), told=False, exact=True),
        Verdict(probe(REPORTED), told=False, exact=False),
    )
    found = list(scores("de", judged_ones))
    assert [score.value for score in found] == [50, 100, 50]
    assert found[0].detail == "of 2; wrong: assertion 1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_probes_come_in_groups_of_facts_and_others(language: str) -> None:
    groups = probes(language)
    assert sum(len(group.sentences) for group in groups) >= 150
    for group in groups:
        assert {p.fact for p in group.sentences} == {True, False}
        assert all(word == word.lower() for word in group.words)
