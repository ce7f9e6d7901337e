"""Lemma rules: what to cut from and add to the ends of a form, and the casing of the result.

After the edit scripts of UDPipe 2 (Straka 2018): a rule is ``case|n~prefix|m~suffix`` — drop the first n characters
and put `prefix` in their place, drop the last m and put `suffix`; `case` is ``l`` (lower), ``u`` (Capitalised), ``U``
(UPPER) or ``k`` (kept as in the form). A rule ``=lemma`` is the whole lemma, for words that share nothing with it.
"""

from __future__ import annotations

from functools import cache

WHOLE = "="
SEPARATORS = frozenset("|~")


def rule_between(form: str, lemma: str) -> str:
    """The rule that turns `form` into `lemma`."""
    start, at, length = _longest_common(form.lower(), lemma.lower())
    if not length or SEPARATORS & set(lemma):
        return WHOLE + lemma
    low = lemma.lower()
    rule = f"{_casing(lemma)}|{start}~{low[:at]}|{len(form) - start - length}~{low[at + length :]}"
    return rule if apply_rule(rule, form) == lemma else WHOLE + lemma


def apply_rule(rule: str, form: str) -> str:
    """The lemma that `rule` makes of `form`; the form itself where it is too short for the rule."""
    if rule.startswith(WHOLE):
        return rule[1:]
    case, dropped, prefix, cut, suffix = _parts(rule)
    if dropped + cut >= len(form):
        return form
    lemma = prefix + form[dropped : len(form) - cut] + suffix
    match case:
        case "l":
            return lemma.lower()
        case "u":
            # Capitals inside stay (US-Amtskollegen), unless all are (DEUTSCHLAND).
            return lemma[:1].upper() + (lemma[1:].lower() if form.isupper() else lemma[1:])
        case "U":
            return lemma.upper()
    return lemma


@cache
def _parts(rule: str) -> tuple[str, int, str, int, str]:
    """Case, what is dropped and put at the beginning, what is cut and put at the end."""
    case, front, back = rule.split("|", 2)
    dropped, _, prefix = front.partition("~")
    cut, _, suffix = back.partition("~")
    return case, int(dropped), prefix, int(cut), suffix


def _casing(lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    if lemma == lemma.upper() and len(lemma) > 1:
        return "U"
    return "u" if lemma[1:] == lemma[1:].lower() else "k"


def _longest_common(one: str, other: str) -> tuple[int, int, int]:
    """Start in `one`, start in `other` and length of the longest common run of characters, the leftmost of several."""
    best = (0, 0, 0)
    above = [0] * (len(other) + 1)
    for i, left in enumerate(one):
        row = [0] * (len(other) + 1)
        for j, right in enumerate(other):
            if left == right:
                row[j + 1] = above[j] + 1
                if row[j + 1] > best[2]:
                    best = (i - above[j], j - above[j], row[j + 1])
        above = row
    return best
