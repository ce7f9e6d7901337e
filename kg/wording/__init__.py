"""Statements in words that say no more than their text."""

from kg.wording.wording import Words, sentence, words

__all__ = ["Words", "sentence", "words"]
