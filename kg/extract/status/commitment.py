"""What a text claims of a clause, as a value, and what a governor makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Modality, Polarity

_WEAKER = tuple(Modality)  # from fact to supposition: the order of the enumeration
DEMANDED = "demanded"  # in the lexicon beside the modalities: what somebody else wants of the subject


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the text claims of a clause. `source` is the token that names who says so, `cues` the deciding tokens.

    It is `moot` where no polarity and modality say what the text does: what others demand of the subject is neither
    its plan nor a possibility, and "not alone" denies the manner, not the deed. Then no statement is made.
    """

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    source: int | None = None
    cues: tuple[int, ...] = ()
    moot: bool = False

    @property
    def negated(self) -> bool:
        return self.polarity is Polarity.NEGATED

    def weaken(self, modality: Modality, *cues: int) -> Commitment:
        """The same with at most the commitment of `modality`."""
        weaker = max(self.modality, modality, key=_WEAKER.index)
        return replace(self, modality=weaker, cues=self.cues + tuple(c for c in cues if c not in self.cues))

    def told(self, told: str, *cues: int) -> Commitment:
        """The same as weak as the lexicon says: with at most a modality, or moot where it is `DEMANDED`."""
        return self.undecided(*cues) if told == DEMANDED else self.weaken(Modality(told), *cues)

    def undecided(self, *cues: int) -> Commitment:
        """The same, moot."""
        return replace(self, moot=True, cues=self.cues + tuple(c for c in cues if c not in self.cues))

    def negate(self, *cues: int) -> Commitment:
        flipped = Polarity.AFFIRMED if self.negated else Polarity.NEGATED
        return replace(self, polarity=flipped, cues=self.cues + cues)

    def affirm(self) -> Commitment:
        return replace(self, polarity=Polarity.AFFIRMED)

    def said_by(self, source: int | None, *cues: int) -> Commitment:
        """The same as hearsay of `source`."""
        return replace(self.weaken(Modality.REPORTED, *cues), source=source)


def governed(effect: str, above: Commitment, cue: int, source: int | None) -> Commitment:
    """What a governor of class `effect` (a field of `Governors`) makes of the clause below it, given how far it is
    itself claimed. The classes are those of Karttunen (1971, 2012) for verbs that imply, and FactBank's for others."""
    base = above.affirm()
    match effect:
        case "implicative":
            made = above
        case "factive":
            made = base
        case "prevented":
            made = base.weaken(Modality.HYPOTHETICAL, cue) if above.negated else base.negate(cue)
        case "denied":
            made = base.said_by(source, cue) if above.negated else base.said_by(source, cue).negate()
        case "reported":
            made = base.said_by(source, cue).weaken(Modality.POSSIBLE if above.negated else Modality.REPORTED)
        case "planned":
            made = base.weaken(Modality.PLANNED, cue)
            made = made.negate() if above.negated else made
        case "demanded":
            made = base.undecided(cue)
        case "doubted":
            made = base if above.negated else base.weaken(Modality.POSSIBLE, cue)
        case "able":
            made = base.negate(cue) if above.negated else base.weaken(Modality.POSSIBLE, cue)
        case _:
            made = base.weaken(Modality.POSSIBLE, cue)
    return made
