"""What words beside a name say of its bearer: an adjective before it ("die insolvente Nordwerk AG"), or a noun that
describes him ("die Nordwerk-Tochter Solara", "Solara, eine Tochter der Nordwerk AG")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.clause import ATTRIBUTE, SUBJECT, Argument, Clause, ClauseKind
from kg.extract.clauses.clauses import nominal_arguments
from kg.extract.reading.reading import Reading
from kg.extract.relations.frames import Match, matches, predicate_noun
from kg.model import Mention, MentionKind, Token
from kg.ontology import Ontology, Types


def attributes(reading: Reading, ontology: Ontology) -> Iterator[tuple[Clause, Match]]:
    """A predicate of its own for each adjective before a noun and each noun beside a name, where a frame knows it, with
    what it says."""
    for token in reading.sentence.tokens:
        for clause in (_adjective(token), _description(reading, token)):
            if clause is not None:
                yield from ((clause, match) for match in matches(reading, clause, ontology))
    for mention in reading.cast.by_sentence.get(reading.number, ()):
        for clause in _abbreviations(reading, reading.cast.mentions[mention]):
            yield from ((clause, match) for match in matches(reading, clause, ontology))


def _adjective(token: Token) -> Clause | None:
    if token.relation != "amod" or token.head < 0:
        return None
    subject = Argument(SUBJECT, token.head)
    return Clause(token.i, token.lemma, ClauseKind.COPULA, (subject,), head=token.head, link=token.deprel)


def _description(reading: Reading, token: Token) -> Clause | None:
    """The noun as what is said of the name in apposition to it, or of the one that it is in apposition to."""
    if token.upos != "NOUN" or not predicate_noun(token.lemma, reading.language) or reading.covered(token.i):
        return None
    beside = reading.sentence.dependents(token.i, "appos", "flat")
    named = next((t.i for t in beside if t.i == token.i + 1 and _names(reading, t.i)), -1)
    named = _before(reading, token) if named < 0 else named
    if named < 0:
        return None
    below = nominal_arguments(reading.sentence, token.i, language=reading.language)
    arguments = (Argument(SUBJECT, named), Argument(ATTRIBUTE, token.i), *(a for a in below if _own(reading, token, a)))
    return Clause(token.i, token.lemma, ClauseKind.COPULA, arguments, head=token.head, link=token.deprel)


def _abbreviations(reading: Reading, name: Mention) -> Iterator[Clause]:
    """The abbreviation of a state at the end of a company's name or right behind it ("Nordwerk GmbH i. I."), where its
    two letters are words of their own."""
    if name.kind is not MentionKind.NAME or name.type != Types.COMPANY:
        return
    for first in (name.tokens[1] - 2, name.tokens[1]):
        words = reading.sentence.tokens[first : first + 2]
        if first > name.head and len(words) == 2:
            subject = (Argument(SUBJECT, name.head),)
            written = "".join(word.text for word in words)
            yield Clause(first, written, ClauseKind.COPULA, subject, head=name.head, link=words[0].deprel)


def _own(reading: Reading, noun: Token, argument: Argument) -> bool:
    """Whether no other such noun is between it and the argument ("Tochter von A und Ehefrau des Ministers B")."""
    between = reading.sentence.tokens[noun.i + 1 : argument.head + 1]
    return not any(t.upos == "NOUN" and predicate_noun(t.lemma, reading.language) for t in between)


def _before(reading: Reading, token: Token) -> int:
    """The head of the name that nothing but a comma parts from the noun's phrase in apposition; -1 where a parser hung
    the phrase on another noun of its case."""
    before = reading.sentence.subtree(token.i)[0] - 1
    if before > 0 and reading.token(before).upos == "PUNCT":
        before -= 1
    here = (reading.cast.mentions[m] for m in reading.cast.by_sentence.get(reading.number, ()))
    name = next((m for m in here if m.kind is MentionKind.NAME and m.tokens[1] == before + 1), None)
    if token.relation != "appos" or name is None:
        return -1
    articles = reading.sentence.dependents(token.i, "det")
    apart = next(iter((*articles, token))).feat("Case") != reading.token(token.head).feat("Case")
    return name.head if apart or name.head == token.head else -1


def _names(reading: Reading, head: int) -> bool:
    mention = reading.mention(head)
    return mention is not None and reading.cast.mentions[mention].kind is MentionKind.NAME
