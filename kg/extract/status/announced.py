"""What a noun before a colon makes of the clause behind it: "Der Vorwurf: …", "A rumour is going around: …"."""

from __future__ import annotations

from kg.extract.clauses.clause import Clause, ClauseKind
from kg.extract.status.commitment import DEMANDED, Commitment
from kg.extract.status.cues import Cues
from kg.model import Modality, Token

_COLON = ":"
_CLAIMS = {
    "reported": Modality.REPORTED,
    "planned": Modality.PLANNED,
    "possible": Modality.POSSIBLE,
    "doubted": Modality.POSSIBLE,
}
_CORE = ("dislocated", "nsubj", "obj", "root")


def announced(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """At most as sure as the noun that announces the clause; what is told of the past is no plan."""
    noun = _noun(cues, clause)
    if noun is None or any(cues.negates(t) for t in cues.sentence.dependents(noun.i, "det")):
        return commitment  # "Kein Zweifel: …"
    effect = cues.noun_effect(noun.lemma)
    if effect == DEMANDED:
        return commitment.undecided(noun.i)
    if effect == "planned" and cues.past(clause):
        return commitment
    return commitment.weaken(_CLAIMS[effect], noun.i)


def _noun(cues: Cues, clause: Clause) -> Token | None:
    """The last noun of a claim before the colon that the clause stands right behind, in a label or as what its clause
    is about; None for none."""
    colon = next((t.i for t in cues.tokens[1:] if t.text.endswith(_COLON)), -1)
    if colon < 0 or clause.kind is ClauseKind.NOUN or min(t.i for t in cues.own(clause)) < colon:
        return None
    if clause.parent >= 0 and cues.clauses[clause.parent].predicate > colon:
        return None
    before = (t for t in cues.tokens[:colon] if t.upos == "NOUN" and t.relation in _CORE)
    known = (*_CLAIMS, DEMANDED)
    return next((t for t in reversed(tuple(before)) if cues.noun_effect(t.lemma) in known), None)
