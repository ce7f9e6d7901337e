"""Phrases of a sentence as values: the words of a noun phrase or clause, with their rendering for display."""

from __future__ import annotations

from kg.extract.glosses import gloss
from kg.model import Labels, Literal, Sentence, Token

_LOOSE = ("acl", "advcl", "parataxis", "discourse", "mark", "ccomp", "xcomp")
_APART = (
    *_LOOSE,
    "appos",
    "conj",
    "cc",
    "punct",
    "case",
    "cop",
    "aux",
    "nsubj",
    "advmod",
    "expl",
)  # of the head itself
_CONTENT = ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X")
_NOMINAL = ("NOUN", "PROPN", "SYM", "X")


def noun_phrase(sentence: Sentence, head: int, text: str, *, language: str) -> Literal | None:
    """The noun phrase at `head` without preposition, article and loose clauses; None if it is no noun."""
    if sentence.tokens[head].upos not in _NOMINAL:
        return None
    kept = _trimmed(_tight(sentence, head, _APART))
    if not kept:
        return None
    value = _written(kept, text)
    core = [t for t in kept if t.i == head or (t.head == head and t.relation in ("amod", "compound") and t.i < head)]
    return _literal(value, core, sentence.tokens[head], language)


def words_phrase(sentence: Sentence, tokens: tuple[int, int], head: int, text: str, *, language: str) -> Literal | None:
    """A range of tokens (half-open) and their head without the article, as it is written."""
    kept = _trimmed(list(sentence.tokens[slice(*tokens)]))
    if not kept:
        return None
    return _literal(text[kept[0].start : kept[-1].end], kept, sentence.tokens[head], language)


def _literal(value: str, core: list[Token], head: Token, language: str) -> Literal:
    english = gloss([(t.lemma, t.upos) for t in core], language, plural=head.feat("Number") == "Plur")
    return Literal(value, language, labels=Labels.of({language: value} | ({"en": english} if english else {})))


def clause_phrase(sentence: Sentence, head: int, text: str, *, language: str) -> Literal | None:
    """The words of a subordinate clause, punctuation at its edges aside."""
    tokens = [sentence.tokens[i] for i in sentence.subtree(head)]
    while tokens and tokens[0].upos in ("PUNCT", "SCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT":
        tokens = tokens[:-1]
    if not tokens:
        return None
    value = text[tokens[0].start : tokens[-1].end]
    return Literal(value, language, labels=Labels.of({language: value}))


def _tight(sentence: Sentence, head: int, without: tuple[str, ...]) -> list[Token]:
    """The token and what belongs closely to it, in text order; dependents `without` only at the token itself."""
    found = [sentence.tokens[head]]
    for child in sentence.dependents(head):
        if child.relation not in without:
            found.extend(_tight(sentence, child.i, _LOOSE))
    return sorted(found, key=lambda t: t.i)


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without articles and other small words at the start, and without punctuation at either end."""
    while tokens and tokens[0].upos in ("DET", "ADP", "ADV", "PART", "PUNCT", "CCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def _written(tokens: list[Token], text: str) -> str:
    parts: list[str] = []
    for before, token in zip([None, *tokens[:-1]], tokens, strict=True):
        if before is not None and token.start > before.end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts) if len(tokens) > 1 else text[tokens[0].start : tokens[0].end]
