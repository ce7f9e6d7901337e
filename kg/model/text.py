"""Spans of text and labels in several languages: the small values everything else is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of character offsets: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Spans:
    """Where the words of a statement stand: those of subject, relation and object, and the cues that set its status.

    What has no words of its own in the sentence has no spans.
    """

    subject: tuple[Span, ...] = ()
    relation: tuple[Span, ...] = ()
    object: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()

    @property
    def said(self) -> tuple[Span, ...]:
        """Those of subject, relation and object together, each once, in order."""
        return tuple(sorted({*self.subject, *self.relation, *self.object}))

    def as_dict(self) -> dict[str, list[list[int]]]:
        """Lists of offsets by part."""
        parts = {"subject": self.subject, "relation": self.relation, "object": self.object, "cue": self.cue}
        return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}


@dataclass(frozen=True, slots=True, order=True)
class Labels:
    """What something is called, by language: sorted pairs of language code and text.

    >>> Labels.of({"en": "Moscow", "de": "Moskau"}).get("de")
    'Moskau'
    """

    entries: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, labels: Mapping[str, str]) -> Labels:
        return cls(tuple(sorted(labels.items())))

    def get(self, language: str = "en") -> str:
        """The label in `language`; failing that the English one, then the first; "" when there is none."""
        found = dict(self.entries)
        return found.get(language) or found.get("en") or next(iter(found.values()), "")

    def as_dict(self) -> dict[str, str]:
        return dict(self.entries)
