"""Whether a sentence tells that an office is over: its holder resigned, was removed, has retired or died; or that it
speaks of times so long ago that nobody can tell from it who holds the office now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import takewhile

from kg.extract.clauses.clause import OBJECT, SUBJECT, Argument, Clause
from kg.extract.clauses.clauses import clauses
from kg.extract.clauses.tense import Tense, tense_at
from kg.extract.status.factuality import commitments
from kg.extract.times.times import TimeMention
from kg.lang import load
from kg.lang.schema import Roles
from kg.model import Modality, Polarity, Sentence, Token

_NOUNS = ("NOUN", "PROPN")
_LONG_AGO = timedelta(days=3653)


def office_over(sentence: Sentence, noun: int, holder: int, *, language: str) -> bool:
    """Whether the office of the name `holder` is over, by the noun above it ("der Sturz des Präsidenten Jorge Cuesta")
    or by the clause it stands in ("der Minister Karl Weber ist zurückgetreten")."""
    words = load(Roles, language)
    token = sentence.tokens[noun]
    ended = token.relation == "nmod" and sentence.tokens[token.head].lemma in words.ends
    return ended or _left(sentence, _joined(sentence, noun) | {holder}, words, language)


def long_ago(
    sentence: Sentence, noun: int, found: Iterable[TimeMention], *, published: date | None, language: str
) -> bool:
    """Whether the clauses around the office are of a time ten years before the article, or of one that the sentences
    before it tell ("in dieser Zeit", "damals")."""
    words = load(Roles, language)
    if tense_at(sentence, noun, language=language) is not Tense.PAST:
        return False
    if any(t.lemma in words.current for t in sentence.dependents(noun, "amod")):
        return False
    around = {t.i for t in sentence.ancestors(noun) if t.upos not in _NOUNS or sentence.dependents(t.i, "cop")}
    ended = (
        t for t in found if published is not None and t.time.end is not None and t.time.end + _LONG_AGO < published
    )
    dated = any(sentence.tokens[t.head].head in around for t in ended)
    return dated or any(_then(sentence, t, words) for i in around for t in sentence.dependents(i, "obl", "advmod"))


def _then(sentence: Sentence, token: Token, words: Roles) -> bool:
    pointed = any(t.has("PronType", "Dem") for t in sentence.dependents(token.i, "det"))
    return token.lemma in words.then or (pointed and token.lemma in words.times)


def _joined(sentence: Sentence, noun: int) -> set[int]:
    """The noun of the office and those that it is in one list with."""
    above = takewhile(lambda t: t.upos in _NOUNS, sentence.ancestors(noun))
    beside = sentence.tokens[noun].relation in ("conj", "appos")
    return {noun} | ({t.i for t in above} if beside else set())


def _left(sentence: Sentence, here: set[int], words: Roles, language: str) -> bool:
    found = clauses(sentence, language=language)
    held = commitments(sentence, found, language=language)
    return any(
        here & {argument.head for argument in _leaving(sentence, clause, words)}
        and commitment.polarity is Polarity.AFFIRMED
        and commitment.modality is Modality.ASSERTED
        for clause, commitment in zip(found, held, strict=True)
    )


def _leaving(sentence: Sentence, clause: Clause, words: Roles) -> Iterator[Argument]:
    """Who leaves an office by what the clause tells."""
    goals = {sentence.tokens[a.head].lemma for a in clause.arguments if a.slot not in (SUBJECT, OBJECT)}
    retiring = clause.lemma in words.retiring_verbs and bool(goals & set(words.retirements))
    auxiliaries = {sentence.tokens[i].lemma for i in clause.auxiliaries}
    forced = not goals and bool(auxiliaries & set(words.leaving_under.get(clause.lemma, ())))
    if retiring or forced or clause.lemma in words.leaving_verbs:
        yield from clause.slot(SUBJECT)
    if retiring or clause.lemma in words.removing_verbs:
        yield from clause.slot(OBJECT)
