"""How far the text commits itself to a clause: polarity, modality, source, and the words that say so.

Commitment flows down the clause tree: a verb or noun of saying, denying, planning or doubting sets what stands below
it (`governing`, `noun_governing`), then come the clause's own cues: sources and conditions around it, mood, modals,
negation. The dimensions are those of FactBank (Saurí & Pustejovsky 2009), folded into the house's polarity and
modality; where cues add up, the weaker commitment wins, so that nothing becomes a fact by accident.
"""

from __future__ import annotations

from kg.extract.clauses.clause import Clause, ClauseKind
from kg.extract.status.announced import announced
from kg.extract.status.attribution import attribution, reports
from kg.extract.status.commitment import Commitment
from kg.extract.status.conditions import condition, conditioned
from kg.extract.status.cues import Cues
from kg.extract.status.governing import adverbial, complement
from kg.extract.status.modality import adjuncts, asked, auxiliaries, mood
from kg.extract.status.negation import granted, negation, shared
from kg.extract.status.noun_governing import Judged, event_noun, noun_clause
from kg.model import Modality, Sentence

_COMPLEMENTS = ("ccomp", "xcomp", "csubj", "obj", "parataxis", "nsubj", "obl")


def commitments(sentence: Sentence, clauses: tuple[Clause, ...], *, language: str) -> tuple[Commitment, ...]:
    """The commitment to each clause, in the order of `clauses`."""
    reading = _Reading(Cues(sentence, clauses, language))
    return tuple(reading.judge(n) for n in range(len(clauses)))


class _Reading:
    """One sentence being judged; built anew for each, never kept."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.judged = Judged()

    def judge(self, n: int, below: frozenset[int] = frozenset()) -> Commitment:
        judged, clause = self.judged, self.cues.clauses[n]
        if n in judged.whole:
            return judged.whole[n]
        if clause.parent >= 0 and clause.parent not in below:
            self.judge(clause.parent, below | {n})
            judged.inherited[n] = self._from_above(clause)
        else:
            judged.inherited[n] = self._alone(clause)
        judged.framed[n] = self._framed(clause, judged.inherited[n])
        judged.whole[n] = self._own(clause, judged.framed[n])
        return judged.whole[n]

    def _alone(self, clause: Clause) -> Commitment:
        if clause.link.startswith("acl") and clause.head >= 0:
            return noun_clause(self.cues, clause, self.judged)
        commitment, opened = asked(self.cues, Commitment()), condition(self.cues, clause)
        return commitment if opened is None else commitment.weaken(Modality.HYPOTHETICAL, opened)

    def _from_above(self, clause: Clause) -> Commitment:
        cues, n, link = self.cues, clause.parent, clause.link.partition(":")[0]
        if reports(cues, clause):
            return self.judged.inherited[n]  # who tells it is not told by himself
        outer = self.judged.inherited[n] if link == "parataxis" else self.judged.framed[n]
        if clause.predicate < cues.quoted_alone(cues.clauses[n]):
            return outer  # only what is quoted is said
        opened = condition(cues, clause) if link != "acl" else None
        if opened is not None:
            return granted(cues, self.judged.inherited[n]).weaken(Modality.HYPOTHETICAL, opened)
        return self._linked(clause, link, outer)

    def _linked(self, clause: Clause, link: str, outer: Commitment) -> Commitment:
        """By what links the clause with the one above it."""
        cues, parent, above = self.cues, self.cues.clauses[clause.parent], self.judged.whole[clause.parent]
        if clause.kind is ClauseKind.NOUN:
            return event_noun(cues, clause, self.judged)
        if link == "acl":
            return noun_clause(cues, clause, self.judged)
        if link == "advcl" or (link in _COMPLEMENTS and self._adverbial_mark(clause)):
            return adverbial(cues, clause, parent, above, outer)
        apart = link == "parataxis" and (not cues.effects(parent, clause) or cues.apart(clause))
        if link in _COMPLEMENTS and not apart:
            return complement(cues, clause, parent, above, outer)
        return self._joined(clause, parent, above, outer) if link == "conj" else outer

    def _joined(self, clause: Clause, parent: Clause, above: Commitment, outer: Commitment) -> Commitment:
        """A conjunct is told as the first one is, with its sources and adverbs; what it shares is denied with it."""
        denied = shared(self.cues, clause, parent)
        if denied is None or denied in outer.cues:
            return outer
        return outer.negate(denied)

    def _framed(self, clause: Clause, commitment: Commitment) -> Commitment:
        """With what the clause stands in: nouns before a colon, adverbs, sources, quotation marks, conditions."""
        for step in (announced, adjuncts, attribution, conditioned):
            commitment = step(self.cues, clause, commitment)
        return commitment

    def _own(self, clause: Clause, commitment: Commitment) -> Commitment:
        for step in (mood, auxiliaries, negation):
            commitment = step(self.cues, clause, commitment)
        return commitment

    def _adverbial_mark(self, clause: Clause) -> bool:
        """Whether the clause begins with a word that no complement begins with ("während", "weil")."""
        words = self.cues.words
        return bool(self.cues.marks(clause)) and self.cues.marked(clause, words.complement_marks) is None
