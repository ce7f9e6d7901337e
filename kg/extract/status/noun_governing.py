"""Commitment below nouns: clauses that a noun governs ("Plan, … zu"), and events that are told by a noun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.clauses.clause import SUBJECT, Clause, ClauseKind
from kg.extract.status.commitment import Commitment, governed
from kg.extract.status.conditions import spoken
from kg.extract.status.cues import Cues
from kg.extract.status.negation import granted, negated_noun
from kg.model import Modality, Token


@dataclass(slots=True)
class Judged:
    """Commitments by number of clause: from above alone (`inherited`), with the frame of adverbs, sources and
    conditions (`framed`), and with all (`whole`)."""

    inherited: dict[int, Commitment] = field(default_factory=dict)
    framed: dict[int, Commitment] = field(default_factory=dict)
    whole: dict[int, Commitment] = field(default_factory=dict)


def noun_clause(cues: Cues, clause: Clause, judged: Judged) -> Commitment:
    """A clause below a noun: one that the noun governs, or a relative clause, which is told with what is around.

    The noun alone decides where no clause is above it.
    """
    if clause.parent < 0:
        judged = Judged(whole={-1: Commitment()}, framed={-1: Commitment()})
    noun, outer = cues.tokens[clause.head], judged.framed[_verbal(cues, clause.parent)]
    if outer.source == clause.head and clause.parent >= 0:  # who tells it is not told by himself
        outer = judged.inherited[_verbal(cues, clause.parent)]
    effect = "" if cues.relative(clause) else cues.noun_effect(noun.lemma)
    without = None if cues.finite(clause) else _without(cues, noun.i)
    if without is not None:  # "without anybody noticing"
        return granted(cues, outer).negate(without)
    if effect == "factive" and cues.finite(clause):
        return granted(cues, outer)
    called = "" if effect or clause.parent < 0 or cues.relative(clause) else _called(cues, clause)
    if called:
        return governed(called, judged.whole[clause.parent], noun.i, None)
    if effect and effect != "factive":
        around = outer if _aside(cues, clause, noun) else judged.whole[clause.parent]
        return _governed_by(cues, noun, negated_noun(cues, noun, around), judged, clause)
    if not clause.marks or cues.relative(clause):
        return _relative(cues, clause, outer)
    finite = cues.finite(clause) or cues.perfect_infinitive(clause)
    return outer.weaken(Modality.REPORTED, noun.i) if finite else outer.undecided(noun.i)


def _aside(cues: Cues, clause: Clause, noun: Token) -> bool:
    """Whether a noun is but a circumstance of the clause around it ("trotz der Ankündigung, zu …, kann er siegen")."""
    n = _verbal(cues, clause.parent)
    slots = {a.slot for a in cues.clauses[n].arguments if a.head == noun.i} if n >= 0 else set()
    return bool(slots) and slots <= set(cues.words.circumstances)


def _called(cues: Cues, clause: Clause) -> str:
    """What a noun with a copula does to the clause below it ("ist in der Lage, zu"), "" where it has none."""
    above = cues.clauses[clause.parent]
    copula = above.kind is ClauseKind.COPULA and above.predicate == clause.head
    return cues.doubtful(cues.effects(above, clause)) if copula else ""


def _relative(cues: Cues, clause: Clause, outer: Commitment) -> Commitment:
    """A relative clause is not denied with what is around it; in the past it is told, whatever is planned or supposed
    there, if only by a source."""
    told = granted(cues, outer)
    if not cues.past(clause) or told.modality in (Modality.ASSERTED, Modality.REPORTED):
        return told
    return replace(told, modality=Modality.ASSERTED if told.source is None else Modality.REPORTED)


def event_noun(cues: Cues, clause: Clause, judged: Judged) -> Commitment:
    """An event told by a noun is taken for granted, unless what governs it is about whether it happens."""
    parent, above = cues.clauses[clause.parent], judged.whole[clause.parent]
    occurs = parent.lemma in cues.words.occurrence and not _beside(cues, clause)
    happening = above if occurs else granted(cues, _presupposed(cues, clause, judged))
    for head in cues.sentence.ancestors(clause.predicate):
        if head.i == parent.predicate and parent.kind is not ClauseKind.NOUN:
            break
        if head.lemma.lower() in cues.words.conditional_nouns:  # "im Falle eines Angriffs"
            return happening.weaken(Modality.HYPOTHETICAL, head.i)
        if cues.noun_effect(head.lemma):
            return _governed_by(cues, head, happening, judged, clause)
    touching = _touching(cues, clause)
    if touching is not None:
        return _governed_by(cues, touching, happening, judged, clause)
    without = _without(cues, clause.predicate)
    if without is not None:
        return happening.negate(without)
    governed_so = _as_object(cues, parent, clause.predicate, above)
    # Who rejects a demand or an accusation does not say that nobody made it.
    spoken = governed_so is not None and governed_so.negated and cues.noun_effect(cues.tokens[clause.predicate].lemma)
    if spoken or governed_so is None:
        return happening.undecided() if _unknown(clause, parent, above) else happening
    return governed_so


def _touching(cues: Cues, clause: Clause) -> Token | None:
    """The noun right before the event's preposition that governs it, though a parser hung the event on the verb ("es
    gibt Verdachtsmomente für eine Beteiligung")."""
    first = cues.sentence.subtree(clause.predicate)[0]
    before = cues.tokens[first - 1] if first else None
    behind = bool(cues.sentence.dependents(clause.predicate, "case")) and not _beside(cues, clause)
    beside = before is not None and before.head == cues.tokens[clause.predicate].head
    return before if behind and beside and before is not None and cues.noun_effect(before.lemma) else None


def _presupposed(cues: Cues, clause: Clause, judged: Judged) -> Commitment:
    """What is told of the clause around an event noun but for its own source and adverbs, where the event is taken for
    granted: as the circumstance, or as the subject known already ("Bei dem Brand starben laut Polizei zwei Menschen",
    "Der Brand hat offenbar …")."""
    parent, above = cues.clauses[clause.parent], judged.whole[clause.parent]
    if parent.kind is ClauseKind.NOUN or above.modality is not judged.framed[clause.parent].modality:
        return above
    known = any(t.has("Definite", "Def") for t in cues.sentence.dependents(clause.predicate, "det"))
    subject = cues.tokens[clause.predicate].relation == "nsubj"  # of a passive, too
    beside = _beside(cues, clause) or (known and subject)
    hearsay = above.modality in (Modality.REPORTED, Modality.POSSIBLE)
    return judged.inherited[clause.parent] if beside and hearsay else above


def _beside(cues: Cues, clause: Clause) -> bool:
    """Whether an event noun stands behind a preposition of circumstances."""
    cases = {c.lemma.lower() for c in cues.sentence.dependents(clause.predicate, "case")}
    return bool(cases) and cases <= set(cues.words.circumstances)


def _unknown(clause: Clause, parent: Clause, above: Commitment) -> bool:
    """Whether the clause around an event noun leaves open whether it happened: below another noun it is hardly what
    is planned or demanded there."""
    direct = parent.kind is ClauseKind.NOUN or any(a.head == clause.predicate for a in parent.arguments)
    return above.moot or (not direct and above.modality not in (Modality.ASSERTED, Modality.REPORTED))


def _without(cues: Cues, noun: int) -> int | None:
    """The preposition that says that there was no such event ("ohne Treffen")."""
    cases = cues.sentence.dependents(noun, "case")
    return next((c.i for c in cases if {c.lemma.lower(), c.text.lower()} & set(cues.words.negating_marks)), None)


def _as_object(cues: Cues, parent: Clause, noun: int, above: Commitment) -> Commitment | None:
    """What a governing verb makes of the noun in a slot of its own, None where it does nothing to it."""
    if parent.kind is ClauseKind.NOUN:
        return None
    lemma = cues.tokens[parent.predicate].lemma
    slots = {a.slot for a in parent.arguments if a.head == noun} - set(cues.words.circumstances)
    if SUBJECT in slots and lemma in cues.words.impending:  # "droht", "steht bevor"
        return above.told(cues.words.impending[lemma], parent.predicate)
    stative = slots == {SUBJECT} and cues.stative(parent)
    if stative and lemma in cues.words.adjectives:  # "ist möglich", "ist nicht geplant"
        return above.told(cues.words.adjectives[lemma], parent.predicate)
    effects = cues.effects(replace(parent, kind=ClauseKind.VERB))
    effect = "" if "factive" in effects else cues.doubtful(effects)  # who welcomes an event knows of it
    if SUBJECT in slots and not (stative and effect):
        effect, stative = cues.doubtful(cues.happening(parent)), True
    if not effect or not slots:
        return None
    made, opened = (
        governed(effect, above, parent.predicate, None if stative else cues.speaker(parent)),
        spoken(cues, parent),
    )
    return made if opened is None else made.weaken(Modality.HYPOTHETICAL, opened)


def _governed_by(cues: Cues, noun: Token, happening: Commitment, judged: Judged, clause: Clause) -> Commitment:
    """The effect of a noun, turned round where the verb above rejects it ("wies den Vorwurf zurück, dass …")."""
    effect, n = cues.noun_effect(noun.lemma), _verbal(cues, clause.parent)
    rejected = None if n < 0 else _as_object(cues, cues.clauses[n], noun.i, judged.whole.get(n, happening))
    if rejected is None or not rejected.negated:
        return governed(effect, happening, noun.i, None)
    if effect == "prevented":
        return governed(effect, rejected, noun.i, rejected.source)
    return governed(effect, rejected.affirm(), noun.i, rejected.source).negate()


def _verbal(cues: Cues, n: int) -> int:
    """The nearest clause with a verb at or above clause `n`."""
    while n >= 0 and cues.clauses[n].kind is ClauseKind.NOUN and cues.clauses[n].parent >= 0:
        n = cues.clauses[n].parent
    return n
