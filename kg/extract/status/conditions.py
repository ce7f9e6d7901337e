"""Conditions: with a conjunction ("wenn", "unless"), or told by the place of the verb ("Sollte X …", "Had X …")."""

from __future__ import annotations

from kg.extract.clauses.clause import SUBJECT, Clause, ClauseKind
from kg.extract.status.commitment import Commitment
from kg.extract.status.cues import Cues
from kg.extract.status.modality import subjunctive
from kg.model import Modality, Token


def condition(cues: Cues, clause: Clause) -> int | None:
    """The word that makes the clause a condition, None where it is none."""
    if clause.kind is ClauseKind.NOUN:
        return None
    marked = cues.marked(clause, cues.words.conditional_marks)
    open_mark = cues.marked(clause, cues.words.open_marks)
    if marked is None and cues.finite(clause) and (told(cues, clause) or not cues.past(clause)):
        marked = open_mark
    if marked is None:
        marked = _supposed(cues, clause)
    return _opened(cues, clause) if marked is None else marked


def told(cues: Cues, clause: Clause) -> bool:
    """Whether the finite verb is in the subjunctive: then it tells of nothing that was."""
    return any(subjunctive(cues, t, clause) for t in cues.finite(clause))


def spoken(cues: Cues, clause: Clause) -> int | None:
    """The word that opens a condition of what a verb is about, and not of the verb itself ("warnte vor einer Krise,
    falls …", "drohte damit zu klagen, wenn …"); None for none."""
    if clause.kind is ClauseKind.NOUN or not cues.doubtful(cues.effects(clause)):
        return None
    for other in cues.children(clause):
        marked = condition(cues, other) if other.link.startswith("advcl") else None
        if marked is not None and (other.predicate > clause.predicate or cues.past(clause)):
            return marked
    return None


def _supposed(cues: Cues, clause: Clause) -> int | None:
    """The noun right before a clause that makes it a condition ("im Fall, dass", "on condition that")."""
    start = cues.start(clause)
    before = [t for t in cues.tokens[:start] if t.upos != "PUNCT"][-1:]
    inside = cues.tokens[start + 1 : start + 2] if cues.tokens[start].upos == "ADP" else ()
    found = next((t.i for t in (*before, *inside) if t.lemma.lower() in cues.words.conditional_nouns), None)
    return found if cues.finite(clause) and not cues.relative(clause) else None


def conditioned(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """A clause is as open as the condition that it has."""
    for other in cues.children(clause):
        below = other.link.startswith(("advcl", "acl"))
        marked = condition(cues, other) if below and spoken(cues, clause) is None else None
        if marked is not None and cues.marked(other, cues.words.open_marks) is None:
            if _behind_another(cues, clause, other):
                return commitment.undecided(marked)
            return commitment.weaken(Modality.HYPOTHETICAL, marked)
    opening = _opening(cues)
    if opening and (_follows(cues, clause) or (clause.predicate > opening[1] and clause.parent < 0)):
        return commitment.weaken(Modality.HYPOTHETICAL, opening[0])
    return commitment


def _behind_another(cues: Cues, clause: Clause, condition: Clause) -> bool:
    """Whether another finite clause stands between a clause and a condition that may as well be that one's."""
    others = (c for c in cues.children(clause) if cues.finite(c) and c.link.startswith("advcl"))
    return any(clause.predicate < c.predicate < cues.start(condition) for c in others)


def _opened(cues: Cues, clause: Clause) -> int | None:
    """The verb that opens a condition without a conjunction."""
    opening = _opening(cues)
    if opening and clause.predicate < opening[1]:
        return opening[0]
    return _inverted(cues, clause)


def _follows(cues: Cues, clause: Clause) -> bool:
    """Whether the clause comes right behind a condition that a verb opens, whatever the parser made of the two."""
    opening = _opening(cues)
    return opening is not None and any(token.i == opening[1] + 1 for token in cues.own(clause))


def _opening(cues: Cues) -> tuple[int, int] | None:
    """Places of the verb that opens the sentence as a condition and of the comma behind it, None without one.

    Where any verb may open one (German), the finite verb of the main clause comes right behind the comma.
    """
    colon = next((t.i for t in cues.tokens if t.text == ":"), -1)  # "Er sagte: Sollte X …, werde er …"
    begins = (t for t in cues.tokens[colon + 1 :] if t.upos != "PUNCT")
    first = next(begins, cues.tokens[0])
    comma = next((t.i for t in cues.tokens[first.i :] if t.text == "," and _between(cues, t)), -1)
    if comma < 0 or comma + 1 >= len(cues.tokens) or cues.tokens[-1].text.startswith("?"):
        return None
    if first.text.lower() in cues.words.conditional_verbs:
        return first.i, comma
    after = cues.tokens[comma + 1]
    follows = _finite_form(after) or after.text in cues.words.consequence
    return (first.i, comma) if cues.words.verb_first and _finite_form(first) and follows else None


def _between(cues: Cues, comma: Token) -> bool:
    """Whether the comma stands between two clauses."""
    return any(i < comma.i for i in cues.verbal) and any(i > comma.i for i in cues.verbal)


def _finite_form(token: Token) -> bool:
    return token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin" and token.feat("Mood") != "Imp"


def _inverted(cues: Cues, clause: Clause) -> int | None:
    """ "…, had X met Y": an auxiliary before the subject in a clause without a mark, below another."""
    subjects = [a.head for a in clause.slot(SUBJECT)]
    if clause.parent < 0 or clause.marks or not subjects or not clause.link.startswith("advcl"):
        return None
    first = next((t for t in cues.finite(clause) if t.text.lower() in cues.words.conditional_verbs), None)
    return first.i if first is not None and first.i < min(subjects) else None
