"""How sure a statement is: the chance that a reader who has the sentence agrees with it.

A logistic regression over what is known of a relation mention without reading it again: the rule that made it, whether
the relation is an open one, what its subject and object are, how the text commits itself. The weights, in
``confidence.yml``, are fitted to statements of Wikinews articles that were judged one by one, by
``python -m kg.evaluation.confidence``; each is the change of the log-odds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from math import exp
from pathlib import Path

import msgspec

from kg.model import Derivation, Literal, Mention, MentionKind, Modality, Polarity, RelationMention

WEIGHTS = Path(__file__).with_suffix(".yml")
ALWAYS = "always"
_LONGEST = 500  # letters of a sentence; a longer one is no worse
_ROUNDED = 3


def confident(found: Iterable[RelationMention], mentions: Sequence[Mention]) -> tuple[RelationMention, ...]:
    """The relation mentions with their confidence, in (0, 1)."""
    return tuple(replace(said, confidence=confidence(said, mentions)) for said in found)


def confidence(said: RelationMention, mentions: Sequence[Mention]) -> float:
    """The chance that the relation mention is right, rounded; `mentions` are those of its document."""
    weights = _weights()
    odds = sum(weights.get(name, 0.0) * value for name, value in traits(said, mentions).items())
    return round(1 / (1 + exp(-odds)), _ROUNDED)


def made_by(derivation: Derivation) -> str:
    """The trait of being made by a kind of rule."""
    return f"by {derivation}"


def traits(said: RelationMention, mentions: Sequence[Mention]) -> dict[str, float]:
    """What is known of a relation mention, as numbers by name; what does not hold is left out."""
    phrase = isinstance(said.object, Literal) and not said.object.datatype
    between = not isinstance(said.object, Literal)
    ends = [mentions[said.subject], *([] if isinstance(said.object, Literal) else [mentions[said.object]])]
    hearsay = said.modality is not Modality.ASSERTED
    known: dict[str, float] = {
        ALWAYS: 1,
        made_by(said.derivation): 1,
        str(said.modality): hearsay,
        "negated": said.polarity is Polarity.NEGATED,
        "with a source": said.attribution is not None,
        "with a time": said.time is not None,
        "open, between entities": said.relation.open and between,
        "open, not asserted": said.relation.open and hearsay,
        "phrase": phrase,
        "phrase of a word": phrase and isinstance(said.object, Literal) and " " not in said.object.value,
        "indirect": sum(mention.kind is not MentionKind.NAME for mention in ends),
        "hundred letters": min(said.evidence.end - said.evidence.start, _LONGEST) / 100,
    }
    return {name: float(value) for name, value in known.items() if value}


@cache
def _weights() -> dict[str, float]:
    return msgspec.yaml.decode(WEIGHTS.read_bytes(), type=dict[str, float])
