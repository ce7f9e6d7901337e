"""Who is quoted, on German Wikinews articles (Petersen-Frey & Biemann 2024, Dataset of Quotation Attribution).

The measure "speaker found and right": of all quotations of the set whose speaker is annotated, of every kind and
nested ones included, the share that one of ours matches with the right speaker. A quotation is matched by the one of
ours that shares most characters with it, counted against the characters of both together (Jaccard); none that shares
no character matches. The speaker is right when our phrase for the speaker, or any mention of the same entity in the
article, overlaps an annotated span of the speaker. Where several of ours match equally well, the best counts.

Beside it: how many of the quotations are found at all, and how many of ours overlap one of the set.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from kg.evaluation.score import Score
from kg.extract.coreference.coreference import Coreference
from kg.extract.mentions.mentions import Mentions
from kg.extract.quotations.quotations import Quotations
from kg.ingest import blocks
from kg.model import Article, Document, Quotation, Span
from kg.ontology import load_gazetteer, load_ontology
from kg.parse.stage import Parse

FOLDER = "eval/quotations"
SOURCE = (
    "the German news quotation attribution dataset (github.com/uhh-lt/german-news-quotation-attribution-2024, "
    "CC BY-NC-SA 4.0; its development articles as dev.jsonl.gz, an article a line)"
)
FILE = "dev.jsonl.gz"
_MUST, _AIM = 70.0, 85.0


@dataclass(frozen=True, slots=True)
class Annotated:
    """A quotation of the set: the spans of what is quoted, and those that name its speaker."""

    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation of ours: its spans, and those of everything that names its speaker in the article."""

    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over articles: annotated with a speaker, matched, with the right speaker; ours, and those that match."""

    annotated: int = 0
    matched: int = 0
    right: int = 0
    ours: int = 0
    fitting: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.annotated + other.annotated,
            self.matched + other.matched,
            self.right + other.right,
            self.ours + other.ours,
            self.fitting + other.fitting,
        )


def run(folder: Path) -> Iterator[Score]:
    """Speaker found and right over the set's development articles."""
    stages = (Parse(), *_stages())
    total = Tally()
    for record in read(folder / FILE):
        document = Document(_article(record))
        for stage in stages:
            document = stage(document)
        total += tally(annotated(record), found(document))
    yield score(total)


def score(total: Tally) -> Score:
    """The figure with what stands behind it."""
    detail = (
        f"{total.right} of {total.annotated}; found {_percent(total.matched, total.annotated):.1f} %, "
        f"{_percent(total.fitting, total.ours):.1f} % of our {total.ours} overlap an annotated one"
    )
    value = _percent(total.right, total.annotated)
    return Score("Wikinews quotations: speaker found and right", value, must=_MUST, aim=_AIM, detail=detail)


def read(path: Path) -> Iterator[Mapping[str, Any]]:
    """The records of a file of the set."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            yield msgspec.json.decode(line)


def annotated(record: Mapping[str, Any]) -> tuple[Annotated, ...]:
    """The quotations of a record, those without a speaker among them."""
    return tuple(Annotated(_spans(a["quote"]), _spans(a["speaker"])) for a in record["annotations"])


def found(document: Document) -> tuple[Found, ...]:
    """Our quotations, each with all that names its speaker."""
    return tuple(Found(q.spans, _named(document, q)) for q in document.quotations)


def tally(gold: Iterable[Annotated], ours: Sequence[Found]) -> Tally:
    """The counts of one article."""
    gold = tuple(gold)
    told = [one for one in gold if one.speaker and one.quote]
    matches = [_matches(one, ours) for one in told]
    return Tally(
        annotated=len(told),
        matched=sum(map(bool, matches)),
        right=sum(
            any(_overlap(m.speaker, one.speaker) for m in found) for one, found in zip(told, matches, strict=True)
        ),
        ours=len(ours),
        fitting=sum(any(_overlap(one.quote, a.quote) for a in gold) for one in ours),
    )


def _matches(one: Annotated, ours: Sequence[Found]) -> list[Found]:
    """Those of ours that match the annotated quotation best."""
    likeness = [_jaccard(one.quote, other.quote) for other in ours]
    best = max(likeness, default=0.0)
    return [other for other, value in zip(ours, likeness, strict=True) if value == best > 0.0]


def _jaccard(one: Iterable[Span], other: Iterable[Span]) -> float:
    a, b = ({i for span in spans for i in range(span.start, span.end)} for spans in (one, other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _overlap(one: Iterable[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _named(document: Document, quotation: Quotation) -> tuple[Span, ...]:
    chains = (chain for chain in document.chains if any(link.mention == quotation.mention for link in chain.links))
    same = tuple(document.mentions[link.mention].span for chain in chains for link in chain.links)
    return (*quotation.speaker, *same)


def _spans(part: Mapping[str, Any]) -> tuple[Span, ...]:
    return tuple(Span(span["charBegin"], span["charEnd"]) for span in part["spans"])


def _article(record: Mapping[str, Any]) -> Article:
    text = record["originalText"]
    return Article(record["documentName"], text, language="de", blocks=blocks(text, language="de"))


def _stages() -> tuple[Mentions, Coreference, Quotations]:
    gazetteer, ontology = load_gazetteer(), load_ontology()
    return Mentions(gazetteer, ontology), Coreference(gazetteer, ontology), Quotations(ontology)


def _percent(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0
