"""What the clause's own words say of its certainty: adverbs, mood, modals, the future, questions and orders."""

from __future__ import annotations

from kg.extract.clauses.clause import Clause, ClauseKind
from kg.extract.status.commitment import DEMANDED, Commitment
from kg.extract.status.cues import Cues
from kg.extract.status.negation import negators
from kg.model import Modality, Token

_OPEN = (Modality.REPORTED, Modality.POSSIBLE)
_COUNTING = ("NUM", "ADJ", "ADV", "DET", "PRON")


def adjuncts(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Adverbs of the clause ("angeblich", "perhaps"), and adjectives at a noun that tells an event ("geplant")."""
    for token, told in cues.adverbs:
        if cues.reaches(token, clause) and not _counts(cues, token, told):
            commitment = commitment.weaken(Modality(told), token.i)
    if clause.kind is ClauseKind.NOUN:
        for token in cues.sentence.dependents(clause.predicate, "amod"):
            if token.lemma in cues.words.adjectives:
                commitment = commitment.told(cues.words.adjectives[token.lemma], token.i)
    return commitment


def _counts(cues: Cues, adverb: Token, told: str) -> bool:
    """ "fast alle", "nearly 20": about a number or a degree, not about what happens."""
    after = cues.tokens[adverb.i + 1] if adverb.i + 1 < len(cues.tokens) else None
    return told == Modality.HYPOTHETICAL and after is not None and after.upos in _COUNTING


def mood(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Imperative and subjunctive; the second form of the subjunctive is hearsay below hearsay, as open as a guess below
    one, else a supposition."""
    for token in cues.finite(clause):
        if token.feat("Mood") == "Imp":
            return commitment.weaken(Modality.HYPOTHETICAL, token.i)
        if subjunctive(cues, token, clause):
            hearsay = token.feat("Tense") == "Pres" or commitment.modality in _OPEN
            return commitment.weaken(Modality.REPORTED if hearsay else Modality.HYPOTHETICAL, token.i)
    return commitment


def subjunctive(cues: Cues, token: Token, clause: Clause) -> bool:
    """Whether a finite form is subjunctive: by the parser, or by its ending."""
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
            if _below_plan(cues, clause, token):
                continue
            commitment = _modal(cues, clause, token, commitment)
        elif _future(cues, clause, token):
            commitment = commitment.weaken(Modality.PLANNED, i)
        elif _to_be_done(cues, clause, token):
            commitment = commitment.told(cues.words.to_be_done, i)
    return commitment


def _below_plan(cues: Cues, clause: Clause, token: Token) -> bool:
    """Whether it only says what a finite modal of plans lets or enables one to do ("soll behalten dürfen")."""
    others = [t for t in cues.finite(clause) if t.i in clause.auxiliaries and t.i != token.i]
    told = (cues.words.modals.get(t.text.lower(), cues.words.modals.get(t.lemma)) for t in others)
    lets = cues.words.modals[token.lemma] == Modality.POSSIBLE and token.feat("VerbForm") == "Inf"
    ahead = (Modality.PLANNED, Modality.REPORTED)
    return lets and not cues.perfect_below(clause) and any(modality in ahead for modality in told)


def _modal(cues: Cues, clause: Clause, token: Token, commitment: Commitment) -> Commitment:
    words, told = cues.words, _meaning(cues, clause, token, commitment)
    past = token.feat("Tense") == "Past"
    if token.lemma in words.future_in_past:
        told = Modality.HYPOTHETICAL if commitment.modality is Modality.ASSERTED else Modality.PLANNED
    elif _achieved(cues, clause, token):  # "konnte festnehmen": did; "konnte nicht": did not
        return commitment.undecided(token.i) if told == DEMANDED and _denied(cues, clause) else commitment
    elif told == Modality.PLANNED and _claims(cues, clause, token):
        return commitment.said_by(cues.speaker(clause), token.i)  # "will ihn gesehen haben"
    elif told == DEMANDED and commitment.modality is Modality.HYPOTHETICAL:
        return commitment.weaken(Modality.HYPOTHETICAL, token.i)  # "falls er zahlen muss"
    elif told == DEMANDED and any(_future(cues, clause, cues.tokens[i]) for i in clause.auxiliaries):
        return commitment  # "wird liefern müssen": will
    elif token.lemma in words.permissions and _denied(cues, clause):
        return commitment.undecided(token.i)
    elif past and token.feat("Mood") == "Sub" and token.text.lower() not in words.modals:
        told = Modality.POSSIBLE
    return commitment.told(told, token.i)


def _meaning(cues: Cues, clause: Clause, token: Token, commitment: Commitment) -> str:
    """What a modal says of the verb below it: hearsay only of what has been or of a state; with a perfect, who must
    have done something perhaps did."""
    words = cues.words
    told, kind = words.modals.get(token.text.lower(), words.modals[token.lemma]), words.modals[token.lemma]
    perfect = cues.perfect_below(clause)
    if kind == Modality.REPORTED:
        state = clause.kind is ClauseKind.COPULA or clause.lemma in words.states
        if perfect or (state and not clause.passive) or not words.states:
            return kind
        advice = token.feat("Tense") == "Past" and commitment.modality is Modality.REPORTED
        return DEMANDED if advice else _ahead(told)
    return Modality.POSSIBLE if told == DEMANDED and perfect else told


def _ahead(told: str) -> str:
    return Modality.PLANNED if told == Modality.REPORTED else told


def _achieved(cues: Cues, clause: Clause, token: Token) -> bool:
    """Whether a modal tells what was done: a past form, or a perfect ("hat hinnehmen müssen")."""
    past = token.feat("Tense") == "Past" and token.feat("Mood") != "Sub"
    if past and token.text.lower() in cues.words.achieved_forms:
        return True
    finite = cues.finite(clause)
    perfect = token.feat("VerbForm") != "Fin" and any(t.lemma in cues.perfect_auxiliaries for t in finite)
    return perfect and all(t.feat("Mood") != "Sub" for t in finite) and bool(cues.words.achieved_forms)


def _claims(cues: Cues, clause: Clause, token: Token) -> bool:
    """Whether what one "wants" to have done or to know is what one claims."""
    known = clause.lemma in cues.words.claims and token.feat("Tense") != "Past"
    below = (c for c in cues.children(clause) if cues.finite(c) and c.marks and not cues.asks(c))
    return cues.perfect_below(clause) or (known and any(c.link.startswith("ccomp") for c in below))


def _denied(cues: Cues, clause: Clause) -> bool:
    return any(True for _ in negators(cues, clause))


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
