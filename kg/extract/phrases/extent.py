"""Which words make a noun phrase: the noun with all that says what it is, and nothing of the clause around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from kg.extract.phrases.words import QUOTES
from kg.model import Sentence, Token

LOOSE = ("acl", "advcl", "parataxis", "discourse", "mark", "ccomp", "xcomp")
# of the head itself
_APART = (*LOOSE, "conj", "cc", "punct", "case", "cop", "aux", "nsubj", "advmod", "expl")
_SMALL = ("DET", "ADP", "ADV", "PART", "PUNCT", "CCONJ")
_NOMINAL = ("NOUN", "PROPN", "SYM", "X")
_NAMING = ("NOUN", "PROPN", "NUM", "X")
_BESIDE = ("nmod", "obl", "advmod", "appos", "obj", "iobj")
_QUANTITIES = ("Tot", "Ind")
_BRACKETS = {"(": ")", "[": "]"}


def phrase_words(sentence: Sentence, head: int, *, apart: Collection[str] = ()) -> tuple[Token, ...]:
    """The words of the noun phrase at `head` without preposition, article and relative clauses, in text order.

    None at all if it is no noun, or if words that are not its own stand inside it: the rest would say something else.
    Attributes with a preposition of `apart`, and what follows them, are not the noun's.
    """
    if sentence.tokens[head].upos not in _NOMINAL:
        return ()
    tight = _tight(sentence, head, _APART)
    attributes = (t for t in sentence.dependents(head, "nmod") if t.i > head)
    verbal = (t for t in attributes if any(c.lemma in apart for c in sentence.dependents(t.i, "case")))
    end = min((sentence.subtree(t.i)[0] for t in verbal), default=len(sentence.tokens))
    kept = trimmed(tuple(t for t in tight if t.i < end), head)
    return _closed(sentence, kept) if _unbroken(sentence, kept) else ()


def _tight(sentence: Sentence, head: int, without: tuple[str, ...]) -> tuple[Token, ...]:
    """The token and what belongs closely to it, in text order; dependents `without` only at the token itself."""
    found = [sentence.tokens[head]]
    for child in sentence.dependents(head):
        if is_complement(sentence, child):
            found.extend(sentence.tokens[i] for i in sentence.subtree(child.i))
        elif (child.relation not in without or _participle(sentence, child)) and not is_outside(sentence, child):
            found.extend(_tight(sentence, child.i, LOOSE))
    return tuple(sorted(found, key=lambda t: t.i))


def _participle(sentence: Sentence, child: Token) -> bool:
    """Whether it stands before its noun as an adjective does ("verwaiste Kinder")."""
    return child.relation == "acl" and child.i < child.head and sentence.tokens[child.head].upos in _NOMINAL


def is_complement(sentence: Sentence, child: Token) -> bool:
    """Whether a clause says what its noun is about: an infinitive ("das Recht zu reden"), a clause behind a conjunction
    ("die Ansicht, dass …"); not one of purpose or time."""
    marks = sentence.dependents(child.i, "mark")
    noun = sentence.tokens[child.head].upos in _NOMINAL and child.i > child.head
    infinitive = len(marks) == 1 and marks[0].upos == "PART" and child.relation in ("acl", "ccomp", "xcomp", "advcl")
    opening = next((i for i in sentence.subtree(child.i) if sentence.tokens[i].upos != "PUNCT"), -1)
    told = [mark.i for mark in marks] == [opening] and child.relation in ("acl", "ccomp")
    return noun and (infinitive or told)


def is_outside(sentence: Sentence, child: Token) -> bool:
    """Whether a dependent of a noun stands outside its phrase: before it with a preposition, as a genitive or left of
    its article ("ist seit Mai der Chef"), or behind a comma or a bracket, where it explains."""
    head = sentence.tokens[child.head]
    if child.relation == "appos" and child.i > head.i:
        return child.upos not in _NAMING or _set_apart(sentence, sentence.subtree(child.i)[0])
    if child.relation not in _BESIDE or child.i > head.i or head.upos not in _NOMINAL:
        return False
    article = next((t.i for t in sentence.dependents(head.i, "det") if t.i < head.i), head.i)
    left = sentence.subtree(child.i)[-1] < article < head.i
    genitive = child.upos == "NOUN" and child.has("Case", "Gen")
    return left or genitive or bool(sentence.dependents(child.i, "case"))


def _set_apart(sentence: Sentence, first: int) -> bool:
    """Whether the words from `first` on stand behind a mark that is no quotation mark."""
    before = sentence.tokens[first - 1] if first else None
    marks = [t for t in (before, sentence.tokens[first]) if t is not None and t.upos == "PUNCT"]
    return any(mark.text not in QUOTES for mark in marks)


def trimmed(tokens: tuple[Token, ...], head: int) -> tuple[Token, ...]:
    """Without articles and other small words of the head at the start, and without punctuation at either end; an adverb
    counts before a number ("etwa 300 Menschen")."""
    while tokens and tokens[0].upos in _SMALL and not _bound(tokens, head):
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def _bound(tokens: tuple[Token, ...], head: int) -> bool:
    """Whether the first token tells a quantity ("alle") or belongs to another one that is kept, or to a number behind
    it."""
    first = tokens[0]
    if first.upos == "DET":
        return first.feat("PronType") in _QUANTITIES
    if first.upos in ("PUNCT", "CCONJ"):
        return False
    behind = next((t for t in tokens[1:] if t.relation != "fixed"), None)
    counts = first.upos == "ADV" and behind is not None and behind.upos == "NUM"
    return counts or (first.head != head and first.head in {t.i for t in tokens})


def _unbroken(sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Whether nothing but punctuation and brackets stands between the tokens."""
    gaps = (sentence.tokens[a.i + 1 : b.i] for a, b in pairwise(tokens))
    return all(_bracket(gap) or all(t.upos == "PUNCT" for t in gap) for gap in gaps)


def _bracket(gap: Sequence[Token]) -> bool:
    return len(gap) > 1 and gap[0].text == "(" and gap[-1].text == ")"


def _closed(sentence: Sentence, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """With the quotation mark or bracket that closes what opens inside, and the bracket that opens what closes there
    ("(mangelnde) Überzeugung")."""
    while tokens and (end := tokens[-1].i + 1) < len(sentence.tokens):
        if not _closes(sentence.tokens[end].text, [t.text for t in sentence.tokens[tokens[0].i : end]]):
            break
        tokens = (*tokens, sentence.tokens[end])
    words = [t.text for t in tokens]
    before = sentence.tokens[tokens[0].i - 1] if tokens and tokens[0].i else None
    opens = before is not None and words.count(_BRACKETS.get(before.text, "")) > words.count(before.text)
    return (before, *tokens) if before is not None and opens else tokens


def _closes(mark: str, words: Sequence[str]) -> bool:
    quoted = mark in QUOTES and sum(word in QUOTES for word in words) % 2 == 1
    return quoted or any(mark == close and words.count(o) > words.count(close) for o, close in _BRACKETS.items())
