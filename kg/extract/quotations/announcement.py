"""What makes a quotation, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import QuotationKind


@dataclass(frozen=True, slots=True)
class Cue:
    """What makes a quotation: its `words`, the `content` that is quoted and the phrase that names the `speaker`.

    All are token indices. `head` is the head of that phrase, -1 for none; with `back` it is the source named before.
    A `weak` one counts only with quotation marks. `knowing` says that the phrase names a person, a body, or something
    that tells, and not just any subject.
    """

    kind: QuotationKind
    words: tuple[int, ...]
    content: tuple[int, ...]
    head: int = -1
    speaker: tuple[int, ...] = ()
    back: bool = False
    weak: bool = False
    knowing: bool = True
