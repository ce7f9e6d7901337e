"""Which language a text is in, where nobody says so."""

from __future__ import annotations

import py3langid

DEFAULT = "de"
_ENOUGH = 80
_SAMPLE = 4_000


def detect(text: str) -> str:
    """ISO 639 code of the language of `text`; the default one where there is too little of it to tell.

    py3langid is a naive Bayes classifier over byte n-grams (Lui and Baldwin 2012, langid.py).
    """
    sample = " ".join(text[:_SAMPLE].split())
    if len(sample) < _ENOUGH:
        return DEFAULT
    code, _ = py3langid.classify(sample)
    return str(code)
