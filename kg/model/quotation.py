"""Quotations: what an article says that somebody said, wrote or thought, and who that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Span


class QuotationKind(StrEnum):
    """How speech is rendered: in its own words, in a clause below a cue, in sentences of their own that go on in the
    mood of reported speech, or told as an event."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    FREE = "free"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in an article; all spans are offsets into its text.

    `spans` are the parts of what is quoted, in text order (a cue in between parts it). `speaker` are the
    phrases that name the source (a pronoun or "demnach" beside what it stands for), () where none does; `cue` the words
    that make it a quotation, None where it goes on without any. `mention` is the index
    in `Document.mentions` of the speaker, -1 where the speaker is nobody the graph knows.
    """

    kind: QuotationKind
    spans: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: Span | None = None
    mention: int = -1

    @property
    def start(self) -> int:
        return self.spans[0].start
