"""What the tokenizer and the sentence boundaries need of a language's words."""

from __future__ import annotations

import msgspec

from kg.lang import lexicon


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``kg/lang/<code>/sentences.yml``: see the comments there."""

    abbreviations: frozenset[str]
    never_final: frozenset[str]
    openers: frozenset[str]
    after_ordinals: frozenset[str]
    dotted_ordinals: bool


def sentence_words(language: str) -> Sentences:
    """The words of `language`. Raises LexiconError where there are none."""
    return lexicon.load(Sentences, language)
