"""What the clause above makes of a clause: saying, denying, planning, preventing; purpose, time and circumstance."""

from __future__ import annotations

from kg.extract.clauses import Clause
from kg.extract.commitment import Commitment, governed
from kg.extract.cues import Cues
from kg.extract.negation import granted, negated_noun
from kg.model import Modality, Token


def complement(cues: Cues, clause: Clause, parent: Clause, above: Commitment) -> Commitment:
    """A clause in a slot of a verb: what the verb, or a noun of its that the clause explains, does to it."""
    if cues.asks(clause):
        return granted(cues, above).weaken(Modality.POSSIBLE, *clause.marks)
    effect = _effect(cues, clause, parent)
    if effect == "factive":
        return granted(cues, above)
    if effect:
        return governed(effect, above, parent.predicate, cues.speaker(parent))
    noun = _carrier(cues, clause, parent)
    if noun is not None:
        return governed(cues.noun_effect(noun.lemma), negated_noun(cues, noun, above), noun.i, None)
    return _unknown(cues, clause, parent, above)


def _effect(cues: Cues, clause: Clause, parent: Clause) -> str:
    """The class of the verb above for this kind of clause: a verb that takes a finite clause for granted does not so
    with an infinitive ("vergaß, dass"; "vergaß zu"), nor with what it quotes ("…, stellte X fest")."""
    effects = cues.effects(parent, clause) or cues.happening(parent)
    finite = bool(cues.finite(clause))
    if "factive" not in effects or (finite and clause.marks):
        return effects[0] if effects else ""
    others = [effect for effect in effects if effect != "factive"]
    return others[0] if others else "reported" if finite else "implicative"


def _unknown(cues: Cues, clause: Clause, parent: Clause, above: Commitment) -> Commitment:
    """Below a verb that the lexicon does not know: hearsay if finite or perfect, else a plan."""
    if not cues.finite(clause) and not cues.perfect_infinitive(clause):
        return above.weaken(Modality.PLANNED, parent.predicate)
    modality = Modality.POSSIBLE if above.negated else Modality.REPORTED
    return above.affirm().weaken(modality).said_by(cues.speaker(parent), parent.predicate)


def _carrier(cues: Cues, clause: Clause, parent: Clause) -> Token | None:
    """The noun right before the clause that the verb only carries ("Es besteht die Gefahr, dass"), None for none."""
    start = cues.start(clause)
    before = [t for t in cues.tokens[:start] if t.upos not in ("PUNCT", "ADV")]
    noun = before[-1] if before else None
    if noun is None or noun.upos != "NOUN" or not cues.noun_effect(noun.lemma):
        return None
    return noun if any(a.head == noun.i for a in parent.arguments) else None


def adverbial(cues: Cues, clause: Clause, parent: Clause, above: Commitment, outer: Commitment) -> Commitment:
    """A clause of circumstance; a complement that a parser hung so is a complement still."""
    words, told = cues.words, granted(cues, outer)
    if (i := cues.marked(clause, words.purpose_marks)) is not None:
        return above.weaken(Modality.PLANNED, i)
    if (i := cues.marked(clause, words.negating_marks)) is not None:
        return told.negate(i)
    if cues.asks(clause):
        return told.weaken(Modality.POSSIBLE, *clause.marks)
    return complement(cues, clause, parent, above) if _governed(cues, clause, parent) else told


def _governed(cues: Cues, clause: Clause, parent: Clause) -> bool:
    """Whether the clause is the verb's rather than a circumstance: by its mark, or an infinitive without one."""
    marked = cues.marked(clause, cues.words.complement_marks) is not None
    marked = marked or cues.effects(parent, clause) != cues.effects(parent)
    if cues.finite(clause) or cues.marks(clause):
        return marked
    infinitive = any(cues.tokens[m].upos == "PART" for m in clause.marks)
    beside = cues.tokens[cues.start(clause) - 1].upos != "PUNCT"
    return infinitive or (beside and bool(cues.effects(parent, clause)))
