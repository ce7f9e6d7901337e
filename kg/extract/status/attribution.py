"""Hearsay by the clause's surroundings: sources ("laut X", "according to X"), quotations, "as X reports"."""

from __future__ import annotations

from functools import cache

from kg.extract.clauses.clause import OBJECT, Clause, ClauseKind
from kg.extract.status.commitment import Commitment
from kg.extract.status.cues import Cues
from kg.model import Modality, Token

_SLOTS = ("obl", "nmod", "advmod", "obj", "iobj", "nsubj")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def attribution(cues: Cues, clause: Clause, commitment: Commitment) -> Commitment:
    """Hearsay where the text names a source for the clause or puts it between quotation marks."""
    for token in (*cues.sentence.dependents(clause.predicate, *_SLOTS), *_behind_verbs(cues, clause)):
        source = _source(cues, token)
        if source is not None:
            commitment = commitment.said_by(source, token.i)
    told = next((t for t in cues.sentence.dependents(clause.predicate) if _told_in(cues, t)), None)
    if told is not None:
        return commitment.weaken(Modality.REPORTED, told.i)
    reporters = (c for c in cues.children(clause) if clause.predicate > cues.quoted_alone(c))
    reporter = next((c for c in reporters if reports(cues, c)), None)
    if reporter is not None:
        return commitment.said_by(cues.speaker(reporter), reporter.predicate)
    aside = _aside(cues, clause)
    if aside is not None:
        return commitment.said_by(aside, aside)
    mark = _quoted(cues, clause)
    # Between quotation marks where nobody is named: another sentence says whose words they are.
    return commitment if mark is None else commitment.weaken(Modality.REPORTED, mark)


def _behind_verbs(cues: Cues, clause: Clause) -> tuple[Token, ...]:
    """What hangs on a preposition that a parser took for a verb ("according to the BBC")."""
    beside = cues.sentence.dependents(clause.predicate, "advcl")
    taken = [t for t in beside if t.text.lower() in cues.words.source_prepositions]
    return tuple(named for t in taken for named in cues.sentence.dependents(t.i, "obl", "obj", "nmod"))


def _source(cues: Cues, token: Token) -> int | None:
    """The token that names the source in "laut X", "X zufolge", "nach Angaben von X"."""
    near = (token, *cues.sentence.dependents(token.i, "nmod"))  # "den Angaben der Familie zufolge"
    found = (c for t in near for c in cues.sentence.dependents(t.i, "case") if t is token or c.i > t.i)
    above = cues.sentence.tokens[token.head] if token.head >= 0 and token.relation != "conj" else token
    cases = {form for c in found for form in (c.lemma.lower(), c.text.lower())} | {above.text.lower()}
    plain = bool(cases & set(cues.words.source_prepositions))
    if _is_source(cues, token) and (plain or cases & set(cues.words.source_noun_prepositions)):
        if any(t.lemma in cues.words.own for t in cues.sentence.dependents(token.i, "amod")):
            clause = next((c for c in cues.clauses if c.predicate == token.head), None)
            return token.i if clause is None or (subject := cues.speaker(clause)) is None else subject
        named = cues.sentence.dependents(token.i, "nmod", "det:poss")
        return named[0].i if named else token.i
    return token.i if plain else None


def _told_in(cues: Cues, token: Token) -> bool:
    """The word of a relative clause that says what its noun tells ("der Bericht, wonach …", "dem zufolge")."""
    lemma = token.lemma.lower()
    return lemma in cues.words.source_relatives or (
        token.relation == "mark" and lemma in cues.words.source_prepositions
    )


def _is_source(cues: Cues, token: Token) -> bool:
    """A noun of telling, or a compound of one ("Medienbericht")."""
    nouns = cues.words.source_nouns
    return token.lemma in nouns or token.lemma.endswith(_last_parts(nouns))


@cache
def _last_parts(nouns: tuple[str, ...]) -> tuple[str, ...]:
    """The nouns as they end a compound."""
    return tuple(noun.lower() for noun in nouns if noun[0].isupper())


def reports(cues: Cues, clause: Clause) -> bool:
    """Whether the clause says who tells the one above it: "…, sagte X", "wie X berichtet"."""
    if "reported" not in cues.effects(clause) or (clause.passive and clause.lemma in cues.words.naming):
        return False
    if clause.reflexive or any(cues.tokens[a.head].upos != "PRON" for a in clause.slot(OBJECT)):
        return _as_told(cues, clause)  # "er schrieb Briefe": no aside
    aside = clause.link.startswith(("parataxis", "advcl")) and not clause.marks and bool(cues.finite(clause))
    return (aside and (cues.speaker(clause) is not None or _impersonal(cues, clause))) or _as_told(cues, clause)


def _impersonal(cues: Cues, clause: Clause) -> bool:
    """ "…, it is claimed": a passive that says nothing of its own."""
    return clause.passive and all(cues.tokens[a.head].upos == "PRON" for a in clause.arguments)


def _as_told(cues: Cues, clause: Clause) -> bool:
    words = cues.sentence.dependents(clause.predicate, "mark", "advmod")
    return any(w.lemma.lower() in cues.words.reporting_marks and w.i < clause.predicate for w in words)


def _aside(cues: Cues, clause: Clause) -> int | None:
    """Who is named behind "so" at the end of what they said ("…, so Merkel"), None for nobody."""
    for before, token, after in zip(cues.tokens, cues.tokens[1:], cues.tokens[2:], strict=False):
        if before.upos == "PUNCT" and token.text in cues.words.source_adverbs and after.upos in ("DET", *_NOMINAL):
            heads = (after, *cues.sentence.ancestors(after.i))
            head = next((t for t in heads if t.i > token.i and t.upos in _NOMINAL), None)
            behind = token.i > clause.predicate and not _inside(cues, token)
            if head is not None and behind and _whole(cues, clause):
                return head.i
    return None


def _inside(cues: Cues, word: Token) -> bool:
    """Whether a word stands within a clause whose verb comes last: an aside there is about that clause alone."""
    below = (c for c in cues.clauses if c.parent >= 0 and c.link.partition(":")[0] not in ("conj", "parataxis"))
    return any(c.kind is not ClauseKind.NOUN and cues.start(c) < word.i < c.predicate for c in below)


def _whole(cues: Cues, clause: Clause) -> bool:
    """Whether the clause is no part of another that is told."""
    return clause.parent < 0 or clause.link.partition(":")[0] in ("conj", "parataxis")


def _quoted(cues: Cues, clause: Clause) -> int | None:
    """The quotation mark that opens the quotation around the clause, None outside of one.

    Single words between marks ("Operation") are no quotation: the verb and what is finite of it must stand inside.
    """
    inside = {token.i for token in cues.finite(clause)} | {clause.predicate}
    for first, end in cues.quoted:
        if all(first < i < end for i in inside) and cues.finite(clause):
            return first
    return None
