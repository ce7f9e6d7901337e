"""Objects that hang on the word before them: "löste am Montag Hui ab", "seit Mai boykottiert China Japan".

Where the finite verb comes second, the object may stand right behind a circumstance or the subject, and a name, which
shows no case, then looks like a part of that. A verb that wants an object and has none says that it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clauses.clause import OBJECT, SUBJECT, Argument, Clause, ClauseKind
from kg.extract.reading.reading import Reading
from kg.lang import load
from kg.lang.schema import Grammar
from kg.model import Mention, MentionKind
from kg.ontology import Types

_BESIDE = ("appos", "flat", "nmod")


def hidden_objects(reading: Reading, clause: Clause) -> tuple[Argument, ...]:
    """The name that may be the object of a verb with a subject and no object, () where there is none."""
    words: Grammar = load(Grammar, reading.language)
    bare = clause.kind is ClauseKind.VERB and not clause.passive and not clause.reflexive and not clause.slot(OBJECT)
    if not words.verb_second or not bare or not clause.slot(SUBJECT):
        return ()
    return tuple(Argument(OBJECT, name.head) for a in clause.arguments for name in _behind(reading, clause, a))[:1]


def _behind(reading: Reading, clause: Clause, argument: Argument) -> Iterator[Mention]:
    here = [reading.cast.mentions[m] for m in reading.cast.by_sentence.get(reading.number, ())]
    told = [m for m in here if m.tokens[0] <= argument.head < m.tokens[1]]
    for token in reading.sentence.dependents(argument.head, *_BESIDE):
        for name in here:
            apart = name.kind is MentionKind.NAME and name.head == token.i and name not in told
            if apart and _bare(reading, argument, name) and _placed(reading, clause, argument, name, told):
                yield name


def _bare(reading: Reading, argument: Argument, name: Mention) -> bool:
    """Whether nothing joins the name to the word right before it, no preposition, no bracket, no genitive."""
    alone = not reading.sentence.dependents(name.head, "case", "cc", "punct")
    last = max((i for i in reading.sentence.subtree(argument.head) if i < name.tokens[0]), default=-1)
    genitive = reading.token(name.head).feat("Case") == "Gen" or not name.text.endswith(name.name)
    return alone and last == name.tokens[0] - 1 and reading.token(last).upos != "PUNCT" and not genitive


def _placed(reading: Reading, clause: Clause, argument: Argument, name: Mention, told: Sequence[Mention]) -> bool:
    """Behind the subject's name another name, but not where both stand before the verb of a main clause, which one part
    alone may; behind a circumstance a person, whom no noun but that of a person explains."""
    if argument.slot == SUBJECT:
        number = reading.mention(argument.head)
        own = None if number is None else reading.cast.mentions[number]
        named = own is not None and own.kind is MentionKind.NAME and own != name
        return named and (bool(clause.marks) or _finite(reading, clause) < name.tokens[0])
    circumstance = bool(reading.sentence.dependents(argument.head, "case")) and not told
    noun = reading.token(argument.head).upos == "NOUN"
    return circumstance and noun and name.type == Types.PERSON and _finite(reading, clause) < argument.head


def _finite(reading: Reading, clause: Clause) -> int:
    words = (i for i in (clause.predicate, *clause.auxiliaries) if reading.token(i).feat("VerbForm") == "Fin")
    return min(words, default=len(reading.sentence.tokens))
