"""What a sentence says, on its words: predicates, and edges from each to its arguments, with probabilities.

As in semantic dependency parsing (Oepen et al. 2015), an edge points from a predicate to the head word of an argument;
beside it stand the argument's first and last word. A predicate of another kind than an event has no word of its own
for what it says ("die Ministerin Anna Berg" says an office): it is the head word of its object.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.model.statement import Modality, Polarity

Places = Sequence[int] | Mapping[int, int]


class PredicateKind(StrEnum):
    """What a predicate says of its subject."""

    EVENT = "event"
    OFFICE = "office"
    FORMER_OFFICE = "former office"
    MEMBER = "member"
    LOCATED = "located"
    ALIAS = "alias"
    IS = "is"
    PART = "part"
    AGE = "age"
    HAS = "has"
    KIN = "kin"


class Role(StrEnum):
    """What an argument is to its predicate. Subject and object are the logical ones, whatever the voice.

    PREPOSITIONAL is an object behind a preposition, LIGHT a content word of the predicate itself ("Kritik" in "Kritik
    üben"), SOURCE who says it, COUNT how often or how many, DIRECTION where to, MEANS with what or whom.
    """

    SUBJECT = "subject"
    OBJECT = "object"
    PREPOSITIONAL = "prepositional"
    TIME = "time"
    PLACE = "place"
    SOURCE = "source"
    COUNT = "count"
    CAUSE = "cause"
    DIRECTION = "direction"
    MEANS = "means"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Argument:
    """Words `first` to `last`, both in it, of a sentence; `head` is the one that the edge points to."""

    role: Role
    head: int
    first: int
    last: int
    probability: float = 1.0

    def moved(self, places: Places) -> Argument:
        """The same where word `i` stands at ``places[i]``."""
        return replace(self, head=places[self.head], first=places[self.first], last=places[self.last])


@dataclass(frozen=True, slots=True)
class Predicate:
    """The predicate at `word`. `probability` is that it is one of this kind, `certainty` that its status is right."""

    word: int
    kind: PredicateKind
    polarity: Polarity
    modality: Modality
    arguments: tuple[Argument, ...] = ()
    probability: float = 1.0
    certainty: float = 1.0

    def moved(self, places: Places) -> Predicate:
        """The same where word `i` stands at ``places[i]``."""
        arguments = tuple(argument.moved(places) for argument in self.arguments)
        return replace(self, word=places[self.word], arguments=arguments)

    def having(self, *roles: Role) -> tuple[Argument, ...]:
        """The arguments of these roles, in order."""
        return tuple(argument for argument in self.arguments if argument.role in roles)

    @property
    def is_fact(self) -> bool:
        """Whether the text tells it as a fact."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ASSERTED
