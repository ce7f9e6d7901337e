"""The verbs that may be of speech."""

from __future__ import annotations

from functools import cache

from kg.lang import load
from kg.lang.schema import Factuality, Quotations


@cache
def speech_verbs(language: str) -> frozenset[str]:
    """All verbs that may be of speech."""
    words, governors = load(Quotations, language), load(Factuality, language).governors
    listed = (words.verbs, words.telling, words.perhaps, words.impersonal)
    return frozenset().union(governors.reported, governors.denied, governors.possible, governors.doubted, *listed)
