"""Which language a text is in, where nobody says so."""

from __future__ import annotations

import re
from collections.abc import Collection

DEFAULT = "de"
_ENOUGH, _LEAST = 80, 12
_SAMPLE = 4_000
_QUOTED = re.compile('„[^“”]*[“”]|“[^”]*”|»[^«]*«|«[^»]*»|"[^"]*"')


def detect(text: str, languages: Collection[str]) -> str:
    """ISO 639 code of the language of `text`.

    What others say in it, in quotation marks, does not count where there is enough beside it. A headline alone is too
    little to tell a language from all others, so that it is one of `languages`; a few letters are the default one.
    py3langid is a naive Bayes classifier over byte n-grams (Lui and Baldwin 2012, langid.py).
    """
    import py3langid  # noqa: PLC0415 (takes longer to load than to tell a language, and most articles tell theirs)

    sample = " ".join(text[:_SAMPLE].split())
    own = " ".join(_QUOTED.sub(" ", sample).split())
    if len(own) >= _ENOUGH:
        return str(py3langid.classify(own)[0])
    whole = str(py3langid.classify(sample)[0]) if len(sample) >= _ENOUGH else ""
    if whole and whole not in languages:
        return whole
    told = own if len(own) >= _LEAST else sample
    return next((str(code) for code, _ in py3langid.rank(told) if code in languages and len(told) >= _LEAST), DEFAULT)
