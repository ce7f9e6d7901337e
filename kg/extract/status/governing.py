"""What the clause above makes of a clause: saying, denying, planning, preventing; purpose, time and circumstance."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.clauses.clause import OBJECT, SUBJECT, Clause, ClauseKind
from kg.extract.status.commitment import Commitment, governed
from kg.extract.status.conditions import spoken, told
from kg.extract.status.cues import Cues
from kg.extract.status.negation import granted, negated_noun, negators
from kg.extract.status.speech_verbs import speech_verbs
from kg.model import Modality, Token

_SAYING = {"reported", "demanded"}


def complement(cues: Cues, clause: Clause, parent: Clause, above: Commitment, outer: Commitment) -> Commitment:
    """A clause in a slot of a verb: what the verb, or a noun of its that the clause explains, does to it."""
    if cues.asks(clause):
        return granted(cues, above).weaken(Modality.POSSIBLE, *clause.marks)
    effect = _effect(cues, clause, parent)
    if effect == "factive":
        return granted(cues, above)
    if _behind_colon(cues, clause, parent):
        if parent.lemma not in speech_verbs(cues.language) and not _spoken(cues, clause):
            return outer
        effect = effect and "reported"
    return _below(cues, clause, parent, above, effect)


def _below(cues: Cues, clause: Clause, parent: Clause, above: Commitment, effect: str) -> Commitment:
    if effect in ("", "implicative") and _resultative(cues, clause):
        return above.undecided(parent.predicate)
    if parent.lemma in cues.words.inchoative and not cues.finite(clause) and not parent.slot(OBJECT):
        return above if above.negated else above.undecided(parent.predicate)
    if effect == "prevented" and _nobody(cues, parent):
        return above.affirm()
    if effect:
        made, opened = governed(effect, above, parent.predicate, cues.speaker(parent)), spoken(cues, parent)
        return made if opened is None else made.weaken(Modality.HYPOTHETICAL, opened)
    noun = _carrier(cues, clause, parent)
    if noun is not None:
        return governed(cues.noun_effect(noun.lemma), negated_noun(cues, noun, above), noun.i, None)
    return _unknown(cues, clause, parent, above)


def _nobody(cues: Cues, clause: Clause) -> bool:
    """Whether nobody, or nothing, did what a verb in the past tells ("nothing stopped her from suing"): she did."""
    subjects = (cues.tokens[a.head] for a in clause.slot(SUBJECT))
    return cues.past(clause) and any(t.lemma.lower() in cues.words.negative_pronouns for t in subjects)


def _resultative(cues: Cues, clause: Clause) -> bool:
    """Whether a participle tells what is done to, or for, somebody ("bekam den Ball gepasst", "sieht das Ziel
    erreicht"): by whom is open."""
    participle = cues.tokens[clause.predicate].feat("VerbForm") == "Part" and not clause.auxiliaries
    return participle and clause.link.startswith("xcomp") and cues.bare_participles


def _spoken(cues: Cues, clause: Clause) -> bool:
    """Whether a main clause is in the mood of hearsay or begins a quotation."""
    return told(cues, clause) or cues.quotes_at(cues.start(clause))


def _effect(cues: Cues, clause: Clause, parent: Clause) -> str:
    """The class of the verb above for this kind of clause: a verb that takes a finite clause for granted does not so
    with an infinitive ("vergaß, dass"; "vergaß zu"), nor with what it quotes ("…, stellte X fest"). What it says of an
    event it does not say of the infinitive of a noun ("machte den Plan bekannt, Hui zu treffen")."""
    finite = bool(cues.finite(clause))
    event = cues.happening(parent) if finite or _carrier(cues, clause, parent) is None else ()
    effects = cues.effects(parent, clause) or event
    if "factive" not in effects or (finite and clause.marks):
        return effects[0] if effects else ""
    others = [effect for effect in effects if effect != "factive"]
    return others[0] if others else "reported" if finite else "implicative"


def _unknown(cues: Cues, clause: Clause, parent: Clause, above: Commitment) -> Commitment:
    """Below a verb that the lexicon does not know: hearsay if finite, else nothing is known, but that where purposes
    have no mark of their own it may well be one."""
    if not cues.finite(clause):
        bare = cues.words.bare_purposes
        return above.weaken(Modality.PLANNED, parent.predicate) if bare else above.undecided(parent.predicate)
    if cues.relative(clause) or _presupposed(cues, clause, parent):
        return granted(cues, above)
    modality = Modality.POSSIBLE if above.negated else Modality.REPORTED
    above = replace(above, moot=False)
    return above.affirm().weaken(modality).said_by(cues.speaker(parent), parent.predicate)


def _presupposed(cues: Cues, clause: Clause, parent: Clause) -> bool:
    """A clause that opens the sentence and is called something, or that a correlate announces as the means: "Dass X Y
    ablehnt, ist ein Signal", "begann damit, dass X Y traf"."""
    if not cues.finite(clause) or not clause.marks or told(cues, clause):
        return False
    named = parent.kind is ClauseKind.COPULA and clause.predicate < parent.predicate
    marked = cues.marked(clause, cues.words.complement_marks) is not None
    opens = named and marked and not cues.asks(clause)
    beside = {t.text.lower() for t in cues.sentence.dependents(parent.predicate)}
    return opens or bool(beside & set(cues.words.instruments))


def _behind_colon(cues: Cues, clause: Clause, parent: Clause) -> bool:
    """Whether a colon stands before the clause: then it is what is said, or a statement of its own, but not what is
    wanted, denied or feared."""
    before = cues.tokens[parent.predicate + 1 : cues.start(clause)]
    return bool(cues.finite(clause)) and not clause.marks and any(t.text == ":" for t in before)


def _carrier(cues: Cues, clause: Clause, parent: Clause) -> Token | None:
    """The noun that the verb only carries: right before the clause ("Es besteht die Gefahr, dass"), or the object of
    a verb above an infinitive ("hatte Pläne für Rom, dort zu bauen"); None for none."""
    start = cues.start(clause)
    before = [t for t in cues.tokens[:start] if t.upos not in ("PUNCT", "ADV")]
    near = before[-1:] if cues.finite(clause) else [*before[-1:], *(cues.tokens[a.head] for a in parent.slot(OBJECT))]
    own = {a.head for a in parent.arguments}
    return next((t for t in near if t.i in own and t.upos == "NOUN" and cues.noun_effect(t.lemma)), None)


def adverbial(cues: Cues, clause: Clause, parent: Clause, above: Commitment, outer: Commitment) -> Commitment:
    """A clause of circumstance; a complement that a parser hung so is a complement still."""
    words, around = cues.words, granted(cues, outer)
    if (i := cues.purpose(clause)) is not None:
        if any(negators(cues, clause)):  # "kam nicht, um ihn nicht zu stören": what is not done has this purpose
            above = replace(granted(cues, above), moot=above.moot)
        needed = parent.lemma in words.needing and cues.past(parent)
        return above.undecided(i) if needed or _done(cues, clause, parent, above) else above.weaken(Modality.PLANNED, i)
    if cues.marked(clause, words.result_marks) is not None and cues.marked(clause, words.complement_marks) is not None:
        return around
    if (i := cues.marked(clause, words.negating_marks)) is not None:
        return (around if cues.finite(clause) else granted(cues, above)).negate(i)
    if cues.asks(clause):
        return around.weaken(Modality.POSSIBLE, *clause.marks)
    return complement(cues, clause, parent, above, outer) if _governed(cues, clause, parent) else around


def _done(cues: Cues, clause: Clause, parent: Clause, above: Commitment) -> bool:
    """Whether a purpose is no plan: somebody else only says what it was for, or it is done with the deed itself
    ("kniete, um zu protestieren")."""
    saying = clause.lemma in cues.words.expressive or bool(_SAYING & set(cues.effects(clause)))
    told = above.modality is Modality.REPORTED or bool(_SAYING & set(cues.effects(parent)))
    return told or (saying and above.modality is Modality.ASSERTED)


def _governed(cues: Cues, clause: Clause, parent: Clause) -> bool:
    """Whether the clause is the verb's rather than a circumstance: by its mark, or an infinitive without one."""
    marked = cues.marked(clause, cues.words.complement_marks) is not None
    marked = marked or cues.effects(parent, clause) != cues.effects(parent)
    if cues.finite(clause) or cues.marks(clause):
        return marked
    infinitive = any(cues.tokens[m].upos == "PART" for m in clause.marks)
    beside = cues.tokens[cues.start(clause) - 1].upos != "PUNCT"
    return infinitive or (beside and bool(cues.effects(parent, clause)))
