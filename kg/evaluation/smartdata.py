"""What a statement joins of the relations in German business and traffic news (Schiersch et al. 2018, SmartData).

The measure "gold argument pairs joined by a statement": documents whose source is news only. Every annotated relation
gives the pair, or the pairs, of its two main arguments: who leads and what is led, buyer and bought, both old companies
of a merger, parent and child of a spin-off, disaster and place; of the others, which have one main argument, it and the
trigger. The same two spans of a document count once. A pair is joined when one statement has two different parts, the
one overlapping the one argument and the other the other, in either direction. Its parts are subject, object, each place
and the words of the relation. An entity overlaps where the mention itself or any mention of the same entity in the
document does; a phrase, and the words of the relation, where they stand. All statements count that are sure enough for
the graph, whatever their polarity and modality; what a statement says of the pair is not judged.

Beside it, without bars: the same for all pairs of arguments that name something (no triggers, dates and numbers).
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import TypeAlias

import msgspec

from kg.builds.stages import default_stages
from kg.evaluation.score import Score
from kg.ingest import blocks
from kg.model import Article, Document, Literal, RelationMention, Span
from kg.resolve import LEAST_CONFIDENCE

FOLDER = "eval/smartdata/dev.jsonl.gz"
SOURCE = "the SmartData corpus (github.com/DFKI-NLP/smartdata-corpus, CC BY 4.0; one document a line)"
_MUST, _AIM = 50.0, 70.0
_NEWS, _TRIGGER = "news", "trigger"
_CIRCUMSTANCES = (_TRIGGER, "date", "time", "number", "duration", "distance", "money")
_MAIN = {
    "Accident": ("location", _TRIGGER),
    "Acquisition": ("buyer", "acquired"),
    "Disaster": ("type", "location"),
    "Insolvency": ("company", _TRIGGER),
    "Layoffs": ("company", _TRIGGER),
    "Merger": ("old", "old"),
    "Obstruction": ("location", _TRIGGER),
    "OrganizationLeadership": ("person", "organization"),
    "SpinOff": ("parent", "child"),
    "Strike": ("company", _TRIGGER),
    "TrafficJam": ("location", _TRIGGER),
}

Part: TypeAlias = tuple[Span, ...]
Pair: TypeAlias = tuple[Span, Span]


class Argument(msgspec.Struct, frozen=True):
    """An argument of an annotated relation, as the set has it."""

    role: str
    start: int
    end: int
    type: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Annotation(msgspec.Struct, frozen=True):
    """An annotated relation."""

    name: str
    args: tuple[Argument, ...]


class _Line(msgspec.Struct, frozen=True):
    id: str
    source: str
    text: str
    relations: tuple[Annotation, ...]
    date: str | None = None


Pairs: TypeAlias = Callable[[Annotation], Iterator[Pair]]


@dataclass(slots=True)
class Tally:
    """Pairs by kind of relation, and how many of them a statement joins."""

    pairs: Counter[str] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)

    def add(self, annotations: Iterable[Annotation], document: Document, pairs_of: Pairs) -> None:
        """Counts the pairs of one document, each once."""
        told = [
            tuple(_parts(document, said)) for said in document.relation_mentions if said.confidence >= LEAST_CONFIDENCE
        ]
        found = {pair: annotation.name for annotation in annotations for pair in pairs_of(annotation)}
        self.pairs.update(found.values())
        self.joined.update(name for pair, name in found.items() if any(_joins(parts, pair) for parts in told))

    @property
    def share(self) -> float:
        """Percent of the pairs that are joined."""
        return 100 * self.joined.total() / max(self.pairs.total(), 1)

    def __str__(self) -> str:
        parts = (f"{name} {self.joined[name]}/{count}" for name, count in self.pairs.most_common())
        return f"{self.joined.total()} of {self.pairs.total()}: {', '.join(parts)}"


def run(path: Path) -> Iterator[Score]:
    """The shares of pairs joined, over the file at `path`."""
    stages = default_stages()
    main, named = Tally(), Tally()
    for line in _lines(path):
        document = Document(_article(line))
        for stage in stages:
            document = stage(document)
        main.add(line.relations, document, main_pairs)
        named.add(line.relations, document, named_pairs)
    yield Score("gold argument pairs joined by a statement", main.share, must=_MUST, aim=_AIM, detail=str(main))
    yield Score("all pairs of named arguments joined", named.share, detail=str(named))


def main_pairs(annotation: Annotation) -> Iterator[Pair]:
    """The pairs of spans of the two main arguments, each with the earlier span first."""
    one, other = _MAIN[annotation.name]
    first = [a.span for a in annotation.args if a.role == one]
    second = [a.span for a in annotation.args if a.role == other]
    for a, b in combinations(first, 2) if one == other else product(first, second):
        yield (a, b) if a <= b else (b, a)


def named_pairs(annotation: Annotation) -> Iterator[Pair]:
    """The pairs of spans of all arguments that name something, roles apart or one role only."""
    naming = [a for a in annotation.args if a.type not in _CIRCUMSTANCES]
    one_role = len({a.role for a in naming}) == 1
    for a, b in combinations(naming, 2):
        if (one_role or a.role != b.role) and a.span != b.span:
            yield (a.span, b.span) if a.span <= b.span else (b.span, a.span)


def _parts(document: Document, said: RelationMention) -> Iterator[Part]:
    """Spans of the subject, of the object, of each place, and of the words that neither of these two are."""
    subject = _entity(document, said.subject)
    target = () if isinstance(said.object, Literal) else _entity(document, said.object)
    yield subject
    yield target
    yield from (_entity(document, place) for place in said.places)
    yield tuple(span for span in said.spans.said if not any(_overlap(span, other) for other in (*subject, *target)))


def _entity(document: Document, mention: int) -> Part:
    """Spans of all mentions of the entity that a mention names."""
    chain = next((c for c in document.chains if any(link.mention == mention for link in c.links)), None)
    members = [link.mention for link in chain.links] if chain else [mention]
    return tuple(document.mentions[m].span for m in members)


def _joins(parts: tuple[Part, ...], pair: Pair) -> bool:
    here = [{k for k, part in enumerate(parts) if any(_overlap(span, own) for own in part)} for span in pair]
    return any(one != other for one in here[0] for other in here[1])


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _lines(path: Path) -> Iterator[_Line]:
    with gzip.open(path, "rb") as lines:
        found = (msgspec.json.decode(line, type=_Line) for line in lines)
        yield from (line for line in found if line.source == _NEWS)


def _article(line: _Line) -> Article:
    published = date.fromisoformat(line.date[:10]) if line.date else None
    return Article(line.id, line.text, published=published, blocks=blocks(line.text, language="de"))
