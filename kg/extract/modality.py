"""What the clause's own words say of its certainty: adverbs, mood, modals, the future, questions and orders."""

from __future__ import annotations

from kg.extract.clauses import Clause, ClauseKind
from kg.extract.commitment import Commitment
from kg.extract.cues import Cues
from kg.model import Modality, Token

_COUNTING = ("NUM", "ADJ", "ADV", "DET", "PRON")


def adjuncts(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Adverbs of the clause ("angeblich", "perhaps"), and adjectives at a noun that tells an event ("geplant")."""
    for token, told in cues.adverbs:
        if cues.reaches(token, clause) and not _counts(cues, token, told):
            commitment = commitment.weaken(Modality(told), token.i)
    if clause.kind is ClauseKind.NOUN:
        for token in cues.sentence.dependents(clause.predicate, "amod"):
            if token.lemma in cues.words.adjectives:
                commitment = commitment.weaken(Modality(cues.words.adjectives[token.lemma]), token.i)
    return commitment


def _counts(cues: Cues, adverb: Token, told: str) -> bool:
    """ "fast alle", "nearly 20": about a number or a degree, not about what happens."""
    after = cues.tokens[adverb.i + 1] if adverb.i + 1 < len(cues.tokens) else None
    return told == Modality.HYPOTHETICAL and after is not None and after.upos in _COUNTING


def mood(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Imperative and subjunctive; the second form of the subjunctive is hearsay only below hearsay."""
    for token in cues.finite(clause):
        if token.feat("Mood") == "Imp":
            return commitment.weaken(Modality.HYPOTHETICAL, token.i)
        if _subjunctive(cues, token, clause):
            hearsay = token.feat("Tense") == "Pres" or commitment.modality is Modality.REPORTED
            return commitment.weaken(Modality.REPORTED if hearsay else Modality.HYPOTHETICAL, token.i)
    return commitment


def _subjunctive(cues: Cues, token: Token, clause: Clause) -> bool:
    words = cues.words
    if token.lemma in words.modals or token.text.lower() in words.indicative_forms:
        return False
    first = any(cues.tokens[a.head].feat("Person") == "1" for a in clause.arguments)
    ending = token.feat("Tense") == "Pres" and token.text.endswith(words.subjunctive_endings) and not first
    return token.feat("Mood") == "Sub" or (ending and bool(words.subjunctive_endings))


def auxiliaries(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Modal verbs, the future, and what is still to be done ("is to meet", "hat zu liefern")."""
    for i in clause.auxiliaries:
        token = cues.tokens[i]
        if token.lemma in cues.words.modals and token.deprel != "aux:pass":
            commitment = _modal(cues, clause, token, commitment)
        elif _future(cues, clause, token) or _to_be_done(cues, clause, token):
            commitment = commitment.weaken(Modality.PLANNED, i)
    return commitment


def _modal(cues: Cues, clause: Clause, token: Token, commitment: Commitment) -> Commitment:
    past = token.feat("Tense") == "Past"
    subjunctive = token.feat("Mood") == "Sub"
    told = Modality(cues.words.modals[token.lemma])
    if past and not subjunctive and token.text.lower() in cues.words.achieved_forms:
        return commitment  # "konnte festnehmen": did; "konnte nicht": did not
    if token.lemma in cues.words.future_in_past:
        told = Modality.HYPOTHETICAL if commitment.modality is Modality.ASSERTED else Modality.PLANNED
    elif past and subjunctive:
        told = Modality.POSSIBLE
    elif told is Modality.PLANNED and cues.perfect_infinitive(clause):
        return commitment.said_by(cues.speaker(clause), token.i)  # "will ihn gesehen haben"
    return commitment.weaken(told, token.i)


def _future(cues: Cues, clause: Clause, auxiliary: Token) -> bool:
    """A finite present form over an infinitive, the verb's own or another auxiliary's ("wird besucht werden")."""
    if auxiliary.lemma not in cues.words.future_auxiliaries:
        return False
    infinitive = any(word.feat("VerbForm") == "Inf" for word in cues.own(clause) if word.i != auxiliary.i)
    return (
        (infinitive or not clause.passive) and auxiliary.feat("VerbForm") == "Fin" and auxiliary.feat("Tense") != "Past"
    )


def _to_be_done(cues: Cues, clause: Clause, auxiliary: Token) -> bool:
    """An infinitive with its mark below a finite auxiliary or copula."""
    if auxiliary.feat("VerbForm") != "Fin":
        return False
    marks = (cues.tokens[m] for m in clause.marks)
    infinitive = any(word.feat("VerbForm") == "Inf" for word in cues.own(clause))
    return infinitive and any(mark.upos == "PART" for mark in marks)


def asked(cues: Cues, commitment: Commitment) -> Commitment:
    """A question, or an order: a sentence that a verb opens and that ends in an exclamation mark."""
    last = cues.tokens[-1]
    if last.text.startswith("?"):
        return commitment.weaken(Modality.HYPOTHETICAL, last.i)
    return commitment.weaken(Modality.HYPOTHETICAL, 0) if _ordered(cues) else commitment


def _ordered(cues: Cues) -> bool:
    """Whether a verb opens the sentence and either has no subject or ends in an exclamation mark."""
    first, last = cues.tokens[0], cues.tokens[-1]
    if first.upos not in ("VERB", "AUX") or first.feat("VerbForm") in ("Part", "Ger") or not first.text[0].isupper():
        return False
    bare = first.feat("Mood") == "Imp" or first.text.lower() == first.lemma.lower()
    alone = bare and first.head < 0 and not cues.sentence.dependents(first.i, "nsubj", "expl", "csubj")
    return alone or last.text.startswith("!")
