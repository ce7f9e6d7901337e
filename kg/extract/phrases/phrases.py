"""Phrases of a sentence as values: the words of a noun phrase or clause, with their rendering for display."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.phrases.english import english_phrase
from kg.extract.phrases.extent import phrase_words, trimmed
from kg.model import Labels, Literal, Sentence


def noun_phrase(
    sentence: Sentence, head: int, text: str, *, language: str, apart: Collection[str] = ()
) -> Literal | None:
    """The noun phrase at `head` without preposition, article and relative clauses, and without attributes that one of
    the prepositions `apart` joins to its verb.

    None if it is no noun, or if words that are not its own stand inside it: what is left would say something else.
    """
    kept = phrase_words(sentence, head, apart=apart)
    if not kept:
        return None
    value = " ".join(text[kept[0].start : kept[-1].end].split())
    return _literal(value, english_phrase(sentence, head, kept, language=language), language)


def words_phrase(sentence: Sentence, tokens: tuple[int, int], head: int, text: str, *, language: str) -> Literal | None:
    """A range of tokens (half-open) and their head without the article, as it is written."""
    kept = trimmed(sentence.tokens[slice(*tokens)], head)
    if not kept:
        return None
    words = english_phrase(sentence, head, kept, language=language)
    return _literal(text[kept[0].start : kept[-1].end], words, language)


def _literal(value: str, english_value: str | None, language: str) -> Literal:
    labels = {language: value} | ({"en": english_value} if english_value else {})
    return Literal(value, language, labels=Labels.of(labels))


def clause_phrase(sentence: Sentence, head: int, text: str, *, language: str) -> Literal | None:
    """The words of a subordinate clause, punctuation at its edges aside."""
    tokens = [sentence.tokens[i] for i in sentence.subtree(head)]
    while tokens and tokens[0].upos in ("PUNCT", "SCONJ", "CCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT":
        tokens = tokens[:-1]
    if not tokens:
        return None
    value = text[tokens[0].start : tokens[-1].end]
    return Literal(value, language, labels=Labels.of({language: value}))
