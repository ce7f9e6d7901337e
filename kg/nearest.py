"""What somebody may have meant by a name that is none: the nearest of those that there are, in every message alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

MOST = 3  # of 100 that are alike
ALIKE = 60.0  # of 100: what is less alike is no help
BESIDE = 15.0  # nor is what is so much less alike than the best


def folded(name: str) -> str:
    """The name without case, accents, underscores and surplus blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("_", " ").casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def suggestion(name: str, known: Iterable[str], *, most: int = MOST) -> str:
    """The end of a message about `name`: those of the known names that are most like it; "" where none is.

    >>> suggestion("Sergej Schoigo", ["Minsk", "Sergei Shoigu"])
    "; did you mean 'Sergei Shoigu'?"
    """
    given, names = folded(name), sorted(set(known))
    near = process.extract(given, names, processor=folded, scorer=fuzz.WRatio, limit=most, score_cutoff=ALIKE)
    best = sorted((f for f in near if f[1] > near[0][1] - BESIDE), key=lambda found: (-found[1], found[0]))
    return f"; did you mean {', '.join(repr(text) for text, *_ in best)}?" if best else ""
