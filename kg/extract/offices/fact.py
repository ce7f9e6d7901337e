"""What is told of an office, as a value: who is said to hold it, at what bodies, how far it is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Derivation, Labels, Modality, Polarity, Span, Time


@dataclass(frozen=True, slots=True)
class OfficeFact:
    """An office named in a sentence and, where `holder` (a mention's index) is not -1, who is said to hold it.

    `chain` is the number of the holder's chain, `tokens` the half-open range of the office's words, `bodies` the
    mentions of the organizations or places whose office it is, `derivation` the kind of rule that found it.
    """

    sentence: int
    head: int
    tokens: tuple[int, int]
    labels: Labels
    country: str
    holder: int = -1
    chain: int = -1
    bodies: tuple[int, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    cues: tuple[Span, ...] = ()
    time: Time | None = None
    derivation: Derivation = Derivation.OFFICE
