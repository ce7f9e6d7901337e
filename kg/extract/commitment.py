"""What a text claims of a clause, as a value, and what single words do to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lang import load
from kg.lang.schema import Factuality, Governors
from kg.model import Modality, Polarity, Sentence, Token

_WEAKER = tuple(Modality)  # from fact to supposition: the order of the enumeration
_SHORTEST_HEAD = 3  # of a compound: shorter endings are chance


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the text claims of a clause. `source` is the token that names who says so, `cues` the deciding tokens."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    source: int | None = None
    cues: tuple[int, ...] = ()

    def weaken(self, modality: Modality, *cues: int) -> Commitment:
        """The same with at most the commitment of `modality`."""
        weaker = max(self.modality, modality, key=_WEAKER.index)
        return replace(self, modality=weaker, cues=self.cues + cues)

    def negate(self, *cues: int) -> Commitment:
        flipped = Polarity.AFFIRMED if self.polarity is Polarity.NEGATED else Polarity.NEGATED
        return replace(self, polarity=flipped, cues=self.cues + cues)


def governed(effect: str, above: Commitment, cue: int, source: int | None) -> Commitment:
    """What a governor of class `effect` makes of the clause below it, given how far it is itself claimed."""
    negated = above.polarity is Polarity.NEGATED
    base = replace(above, polarity=Polarity.AFFIRMED)
    match effect:
        case "prevented":
            return base.weaken(Modality.HYPOTHETICAL, cue) if negated else base.negate(cue)
        case "denied":
            said = replace(base.weaken(Modality.REPORTED, cue), source=source)
            return said if negated else said.negate()
        case "reported":
            said = replace(base.weaken(Modality.REPORTED, cue), source=source)
            return said.weaken(Modality.POSSIBLE) if negated else said
        case "planned":
            planned = base.weaken(Modality.PLANNED, cue)
            return planned.negate() if negated else planned
    return base.weaken(Modality.POSSIBLE, cue)


def effect_of(lemma: str, governors: Governors) -> str:
    """The class of a governor, compounds by their last part ("Vermittlungsversuch"); "" for none."""
    for name in ("reported", "denied", "prevented", "planned", "possible"):
        for governor in getattr(governors, name):
            compound = governor[0].isupper() and len(governor) > _SHORTEST_HEAD and lemma.endswith(governor.lower())
            if lemma == governor or compound:
                return name
    return ""


def negated_argument(sentence: Sentence, head: int, *, language: str) -> bool:
    """Whether the negation stands at this argument alone ("nicht mit Austin, sondern …")."""
    words = load(Factuality, language)
    near = sentence.dependents(head, "advmod", "det", "cc") if contrasted(sentence, head, words) else ()
    return any(negates(sentence, token, words) for token in near)


def contrasted(sentence: Sentence, head: int, words: Factuality) -> bool:
    """Whether another is put in the place of this one ("nicht X, sondern Y")."""
    others = sentence.dependents(head, "conj")
    return any(cc.lemma.lower() in words.contrast for other in others for cc in sentence.dependents(other.i, "cc"))


def negates(sentence: Sentence, token: Token, words: Factuality) -> bool:
    lemma = token.lemma.lower()
    if lemma in words.negation:
        return not _cancelled(sentence, token, words)
    return lemma in words.negative_pronouns or (lemma in words.negative_determiners and token.upos != "VERB")


def _cancelled(sentence: Sentence, token: Token, words: Factuality) -> bool:
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return after is not None and after.lemma.lower() in words.negation_cancelled_by
