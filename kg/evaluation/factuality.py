"""Probes of factuality: is a fact found, and is nothing told as a fact that is denied, planned, reported or supposed?

The sentences are our own and come with kg (``probes/<language>.yml``): groups that tell the same event in many ways.
Each goes through the whole pipeline as an article of its own. A statement tells the event if it is between its subject
and its object, either way round, in words that begin like the event's; whether by a frame or an open relation does not
matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec

from kg.builds.stages import Stage, Stopwatch, default_stages, finish
from kg.errors import DataError
from kg.evaluation.score import Score
from kg.model import Article, KnowledgeGraph, Literal, Modality, Polarity, Statement
from kg.ontology import load_gazetteer, load_ontology
from kg.resolve import resolve

FOLDER, SOURCE = "", "nothing: the sentences come with kg"
LANGUAGES = ("de", "en")


class Probe(msgspec.Struct, frozen=True, array_like=True):
    """A sentence and what it claims of its group's event."""

    category: str
    polarity: Polarity
    modality: Modality
    text: str

    @property
    def fact(self) -> bool:
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ASSERTED


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event told in many ways: the names in its slots, and how the words that tell it may begin (lower case)."""

    subject: str
    object: str
    words: tuple[str, ...]
    sentences: tuple[Probe, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a probe: `told` as a fact or not; `exact` where polarity and modality are as they should be."""

    probe: Probe
    told: bool
    exact: bool

    @property
    def right(self) -> bool:
        return self.told == self.probe.fact


def run(_folder: Path) -> Iterator[Score]:
    """The figures of all languages."""
    for language in LANGUAGES:
        yield from scores(language, tuple(verdicts(language)))


def probes(language: str) -> tuple[Group, ...]:
    """The groups of a language. Raises DataError where the file is not what it should be."""
    source = files("kg.evaluation") / "probes" / f"{language}.yml"
    try:
        return msgspec.yaml.decode(source.read_bytes(), type=tuple[Group, ...])
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"probes/{language}.yml: {error}") from error


def verdicts(language: str) -> Iterator[Verdict]:
    """Every probe of a language, read and judged."""
    stages = default_stages()
    for group in probes(language):
        for probe in group.sentences:
            yield judged(probe, group, _graph(probe.text, language, stages))


def judged(probe: Probe, group: Group, graph: KnowledgeGraph) -> Verdict:
    """The verdict on a probe whose sentence alone gave the graph."""
    found = tuple(events(graph, group))
    exact = any((s.polarity, s.modality) == (probe.polarity, probe.modality) for s in found)
    return Verdict(probe, any(s.direct for s in found), exact)


def events(graph: KnowledgeGraph, group: Group) -> Iterator[Statement]:
    """The statements that tell the group's event, in any modality."""
    names = {entity.id: (*entity.aliases, *entity.labels.as_dict().values()) for entity in graph.entities}
    for statement in graph.statements:
        target = statement.object
        ends = [names[statement.subject], (target.value,) if isinstance(target, Literal) else names[target]]
        words = [word for evidence in statement.evidence for word in evidence.surface.lower().split()]
        between = any(_in(group.subject, one) and _in(group.object, other) for one, other in (ends, ends[::-1]))
        if between and any(word.startswith(group.words) for word in words):
            yield statement


def scores(language: str, judged: Sequence[Verdict]) -> Iterator[Score]:
    """The figures of one language; what failed is counted by category in the detail."""
    facts = [v for v in judged if v.probe.fact]
    others = [v for v in judged if not v.probe.fact]
    yield Score(f"{language}: facts found", _percent(facts), 85, 95, _detail(facts))
    yield Score(f"{language}: what is no fact not told as one", _percent(others), 95, 99, _detail(others))
    exact = sum(v.exact for v in others)
    yield Score(f"{language}: its polarity and modality right", 100 * exact / len(others), detail=f"of {len(others)}")


def _percent(judged: Sequence[Verdict]) -> float:
    return 100 * sum(v.right for v in judged) / len(judged)


def _detail(judged: Sequence[Verdict]) -> str:
    wrong = Counter(v.probe.category for v in judged if not v.right)
    listed = ", ".join(f"{category} {count}" for category, count in sorted(wrong.items()))
    return f"of {len(judged)}" + (f"; wrong: {listed}" if listed else "")


def _in(name: str, known: Iterable[str]) -> bool:
    return any(name in one for one in known)


def _graph(text: str, language: str, stages: Sequence[Stage]) -> KnowledgeGraph:
    finished = finish(Article("probe", text, language=language), stages, Stopwatch())
    if finished.document is None:
        raise DataError(f"{text!r}: {finished.failure.reason if finished.failure else 'nothing came out'}")
    return resolve([finished.document], gazetteer=load_gazetteer(), ontology=load_ontology())
