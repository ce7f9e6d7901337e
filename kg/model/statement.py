"""What a sentence says (RelationMention) and what the graph holds after resolution (Statement)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape
from typing import Any

from kg.model.html import html_fields
from kg.model.text import Labels, Span, Spans


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How the text commits itself; only ASSERTED is told as a fact."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


class Derivation(StrEnum):
    """The kind of rule that made a relation mention; `kg.extract.relations.confidence` has a weight for each."""

    CLAUSE = "clause"
    NOUN = "noun"  # an event noun, or what words beside a name say
    OPEN = "open"
    OFFICE = "office"
    BARE_OFFICE = "bare office"  # of no country and nobody
    OFFICE_TOLD = "office told"  # by a clause
    COUNTERPART = "counterpart"
    PLACE = "place"
    AGE = "age"


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A relation by its compact id: ``kg:met`` of the ontology, ``rel:begrüßen`` for an open one."""

    id: str
    labels: Labels
    open: bool = False


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is no entity: a phrase of the text, an amount. `labels` is its rendering for display.

    `datatype` is "" for a phrase, else a compact id (``xsd:decimal``); `unit` an ISO 4217 code, "%" or "".
    """

    value: str
    language: str = ""
    datatype: str = ""
    unit: str = ""
    labels: Labels = Labels()


@dataclass(frozen=True, slots=True)
class Time:
    """When: the words of the text, the EDTF value, first and last day (both inclusive, None where open or unknown)."""

    text: str
    value: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How often or how many: `comparator` is one of = >= <= > < ~."""

    value: int
    comparator: str = "="


@dataclass(frozen=True, slots=True)
class RelationMention:
    """What one sentence says; numbers are indices into `Document.mentions`.

    `sentence` is the index of the sentence, `evidence` its span, `surface` the words of the relation and `spans` where
    what is said stands in it. `confidence` is in (0, 1].
    """

    subject: int
    relation: Relation
    object: int | Literal
    sentence: int
    evidence: Span
    surface: str
    derivation: Derivation
    spans: Spans = Spans()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    attribution: int | None = None
    time: Time | None = None
    places: tuple[int, ...] = ()
    count: Count | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it was said: ``article.text[span] == quote``; the words of the relation, and where all stands."""

    article: str
    span: Span
    quote: str
    surface: str
    language: str = "de"
    spans: Spans = Spans()

    @property
    def cues(self) -> tuple[str, ...]:
        """The words that set the status."""
        return tuple(self._part(cue.start, cue.end) for cue in self.spans.cue if self.span.contains(cue))

    def _repr_html_(self) -> str:
        """The quote as a notebook shows it, what it is about marked."""
        pieces, at = [], self.span.start
        for mark in self.spans.said:
            if at <= mark.start and mark.end <= self.span.end:
                pieces += [
                    escape(self._part(at, mark.start)),
                    f"<mark>{escape(self._part(mark.start, mark.end))}</mark>",
                ]
                at = mark.end
        pieces.append(escape(self._part(at, self.span.end)))
        return f"<q>{''.join(pieces)}</q> ({escape(self.article)}, {self.span.start}–{self.span.end})"

    def _part(self, start: int, end: int) -> str:
        return self.quote[start - self.span.start : end - self.span.start]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the graph. Subject, object, attribution and places are ids of entities.

    Its identity is everything but evidence and confidence, so the same content from two articles is one statement,
    and an affirmed and a negated one never are.
    """

    subject: str
    relation: Relation
    object: str | Literal
    evidence: tuple[Evidence, ...]
    confidence: float
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    attribution: str | None = None
    time: Time | None = None
    places: tuple[str, ...] = ()
    count: Count | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("no evidence, no statement")

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits, a hash of the content (Gyori et al. 2017, INDRA: content hash)."""
        content = json.dumps(self._content(), ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def direct(self) -> bool:
        """Whether the graph may say it as a plain edge: affirmed and asserted."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ASSERTED

    @property
    def status(self) -> str:
        """How far the text commits itself, in words: "asserted", "negated, reported"."""
        return f"{'' if self.polarity is Polarity.AFFIRMED else f'{self.polarity}, '}{self.modality}"

    def _repr_html_(self) -> str:
        """The statement as a notebook shows it: status first, then what it is about, then its sentences."""
        target = self.object
        fields = {
            "status": self.status,
            "subject": self.subject,
            "relation": self.relation.labels.get() or self.relation.id,
            "object": target if isinstance(target, str) else " ".join(filter(None, (target.value, target.unit))),
            "source": self.attribution or "",
            "time": self.time.text if self.time else "",
            "places": "; ".join(self.places),
            "count": f"{self.count.comparator.removeprefix('=')}{self.count.value}" if self.count else "",
            "confidence": f"{self.confidence:.2f}",
        }
        quotes = "<br>".join(evidence._repr_html_() for evidence in self.evidence)
        told = [(name, escape(value)) for name, value in fields.items()]
        return html_fields(f"Statement {self.id}", [*told, ("evidence", quotes)])

    def _content(self) -> list[Any]:
        target = self.object
        thing = target if isinstance(target, str) else [target.value, target.language, target.datatype, target.unit]
        when = self.time and (self.time.value or self.time.text)
        count = self.count and [self.count.value, self.count.comparator]
        return [
            self.subject, self.relation.id, thing, self.polarity, self.modality,
            self.attribution, when, sorted(self.places), count,
        ]  # fmt: skip
