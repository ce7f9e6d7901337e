"""Annotated statements on the words of their sentence: predicates, and edges from each to its arguments.

The form in which a network learns them and in which both are compared: as in semantic dependency parsing (Oepen et al.
2015), an edge points from a predicate to the head word of an argument, in the tree of the sentence; beside it the
argument's first and last word. A predicate without a verb ({office}, {is} …) is the head word of what it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.model import Sentence
from kg.model.predicates import Argument, PredicateKind, Role
from kg.model.statement import Modality
from kg.training.annotation import Line, Status

CONTENT = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV", "NUM"})
PARTICLE = "compound"  # of a separable verb, which is tagged as a preposition, too
QUOTES = frozenset('"„“”»«‘’‚‹›')
FUNCTION = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT"})

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """A line on the words of its sentence; `subject` and `object` are None where the sentence has no words for them.

    The object of a predicate without a verb holds the predicate itself. `tells_status` is false where nothing in the
    sentence tells that somebody says it: only who reads the article knows.
    """

    word: int
    kind: PredicateKind
    status: Status
    subject: Argument | None = None
    object: Argument | None = None
    others: tuple[Argument, ...] = ()
    tells_status: bool = True


@dataclass(slots=True)
class Aligned:
    """The statements of a sentence, and how many lines could not be aligned, by what was not found."""

    statements: list[Statement] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)


class Words:
    """The words of a sentence, to look phrases up in. White space and case do not count."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._text = ""
        self._places: list[int] = []  # of each character, the word that it is of
        for token in sentence.tokens:
            squeezed = "".join(token.text.split()).casefold()
            self._text += squeezed
            self._places += [token.i] * len(squeezed)

    def find(self, phrase: str, *, near: int | None = None, nth: int = 0) -> tuple[int, int] | None:
        """First and last word of the phrase: its `nth` place from 1, else the place nearest to the word `near`."""
        wanted, whole, parts, at = "".join(phrase.split()).casefold(), list[_Span](), list[_Span](), 0
        while wanted and (at := self._text.find(wanted, at)) >= 0:
            found = whole if self._is_whole(at, len(wanted)) else parts
            found.append((self._places[at], self._places[at + len(wanted) - 1]))
            at += 1
        found = whole or parts
        if nth:
            return found[nth - 1] if nth <= len(found) else None
        if near is None or not found:
            return found[0] if found else None
        return min(found, key=lambda span: min(abs(span[0] - near), abs(span[1] - near)))

    def _is_whole(self, at: int, size: int) -> bool:
        """Whether a word begins at the place and one ends behind it."""
        begins = at == 0 or self._places[at - 1] != self._places[at]
        end = at + size
        return begins and (end == len(self._places) or self._places[end] != self._places[end - 1])

    def head(self, first: int, last: int) -> int:
        """The word whose own head lies outside; not a preposition or an article where there is another."""
        tokens = self.sentence.tokens
        out = [i for i in range(first, last + 1) if not first <= tokens[i].head <= last and tokens[i].upos != "PUNCT"]
        return next((i for i in out if tokens[i].upos not in FUNCTION), out[0] if out else first)

    def argument(self, role: Role, phrase: str, *, near: int | None = None) -> Argument | None:
        """The phrase as an argument; None where the sentence does not have it."""
        span = self.find(phrase, near=near)
        return Argument(role, self.head(*span), *span) if span else None


def align(sentence: Sentence, lines: Iterable[Line]) -> Aligned:
    """The lines of a sentence on its words; what cannot be found is counted."""
    words, found, marked = Words(sentence), Aligned(), _marks_speech(sentence)
    for line in lines:
        statement = _event(words, line) if line.kind is PredicateKind.EVENT else _named(words, line)
        if isinstance(statement, str):
            found.lost[statement] += 1
            continue
        told = marked or not line.source_is_elsewhere or line.status[1] is not Modality.REPORTED
        found.statements.append(statement if told else replace(statement, tells_status=False))
        if line.subject and not statement.subject:
            found.lost["subject"] += 1
        if line.object and not statement.object:
            found.lost["object"] += 1
    return found


def _marks_speech(sentence: Sentence) -> bool:
    """Whether a quotation mark or a subjunctive tells that somebody else speaks."""
    return any(t.text in QUOTES or t.has("Mood", "Sub") for t in sentence.tokens)


def _named(words: Words, line: Line) -> Statement | str:
    obj = words.argument(Role.OBJECT, line.object)
    if obj is None:
        return "predicate"
    subject = words.argument(Role.SUBJECT, line.subject, near=obj.head)
    return Statement(obj.head, line.kind, line.status, subject, obj, _others(words, line, obj.head))


def _event(words: Words, line: Line) -> Statement | str:
    near = words.find(line.object)
    parts = [span[0] for part in line.predicate.split() if (span := words.find(part, near=near and near[0]))]
    tokens = words.sentence.tokens
    content = [i for i in parts if tokens[i].upos in CONTENT]
    if not content:
        return "predicate"
    word = next((i for i in content if tokens[i].upos == "VERB"), content[0])
    is_behind = any(tokens[i].upos == "ADP" and tokens[i].relation != PARTICLE for i in parts[1:])
    obj = words.argument(Role.PREPOSITIONAL if is_behind else Role.OBJECT, line.object, near=word)
    if obj and obj.head == word:
        return "own object"
    light = [Argument(Role.LIGHT, i, i, i) for i in content if i != word]
    subject = words.argument(Role.SUBJECT, line.subject, near=word)
    return Statement(word, PredicateKind.EVENT, line.status, subject, obj, (*light, *_others(words, line, word)))


def _others(words: Words, line: Line, word: int) -> tuple[Argument, ...]:
    found = (words.argument(key, phrase, near=word) for key, phrase in line.extras)
    return tuple(argument for argument in found if argument)
