"""What is wrong with a query and where, in a sentence.

Oxigraph names a place and a page of what it expected there; and where it looked for a longer keyword, the place is that
much too far. So the query is parsed once more with its words set wide apart: then the place it names lies in the gap
behind the word that it could not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from pyoxigraph import Store

from kg.rdf.safety import Place, Token, declared, pieces

_GAP = " " * 32
"""Wider than any keyword is long."""
_APART = frozenset("{}();,")
"""Marks that may stand alone: no other sign of SPARQL has one of them in it, but for pairs of brackets."""
_KEYWORDS = (
    "ASK", "ASC", "AS", "AVG", "BASE", "BIND", "BOUND", "BY", "COALESCE", "CONCAT", "CONSTRUCT", "CONTAINS", "COUNT",
    "DATATYPE", "DESC", "DESCRIBE", "DISTINCT", "EXISTS", "FILTER", "FROM", "GRAPH", "GROUP", "GROUP_CONCAT", "HAVING",
    "IF", "IN", "LANG", "LANGMATCHES", "LCASE", "LIMIT", "MAX", "MIN", "MINUS", "NAMED", "NOT", "OFFSET", "OPTIONAL",
    "ORDER", "PREFIX", "REDUCED", "REGEX", "REPLACE", "SAMPLE", "SELECT", "STR", "STRENDS", "STRLEN", "STRSTARTS",
    "SUBSTR", "SUM", "UCASE", "UNDEF", "UNION", "VALUES", "WHERE", "YEAR",
)  # fmt: skip
_PAIRS = {"}": "{", ")": "(", "]": "["}


def diagnose(query: str, prefixes: Mapping[str, str], message: str) -> tuple[str, Place | None]:
    """What is wrong with a query that Oxigraph refused with `message`, as a sentence, and where.

    `prefixes` are those that need not be declared.
    """
    found = list(_placed(query))
    at = _failing(found, prefixes)
    opened = _opened(found[:at])
    if at is None or "unbound" in message or (message.endswith("expected [_]") and _balanced(found)):
        return _of_the_whole(message), None
    if at == len(found):
        return _too_short(query, opened)
    start, token = found[at]
    place = Place.of(query, start)
    if token.kind == "name" and (prefix := token.text.partition(":")[0]) not in (
        known := declared([word for _, word in found], prefixes)
    ):
        return _unknown_prefix(prefix, known, place), place
    if token.kind == "iri":
        return f"{token.text} at {place} is no whole IRI, or cannot stand there", place
    before = [earlier for _, earlier in found[:at]]
    after = [later for _, later in found[at + 1 :]]
    return f'"{token.text}" cannot stand at {place}{_hint(token, before, after, bool(opened))}', place


def _unknown_prefix(prefix: str, known: Iterable[str], place: Place) -> str:
    alike = get_close_matches(prefix.lower(), known, n=1, cutoff=0.5)
    hint = f"did you mean {alike[0]}:?" if alike else f"known are {', '.join(sorted(known))}"
    return f"the prefix {prefix}: at {place} is not declared (PREFIX {prefix}: <…>); {hint}"


def _placed(query: str) -> Iterator[tuple[int, Token]]:
    """The tokens that are not space, each with its offset."""
    offset = 0
    for token in pieces(query):
        if token.kind != "space":
            yield offset, token
        offset += len(token.text)


def _failing(found: list[tuple[int, Token]], prefixes: Mapping[str, str]) -> int | None:
    """Which token cannot stand where it does, the number of all where one is missing; None where they all can."""
    wide, begins, end = "", [], 0
    for start, token in found:
        apart = start > end or token.text in _APART or wide[-1:] in _APART
        wide += _GAP if apart and wide else ""
        begins.append(len(wide))
        wide += " ".join(token.text.splitlines())
        end = start + len(token.text)
    try:
        Store().query(wide + _GAP, prefixes=dict(prefixes))
    except (SyntaxError, ValueError) as error:
        if match := re.search(r"error at 1:(\d+)", str(error)):
            at = int(match.group(1)) - 1
            return bisect_right(begins, at) - 1 if at < len(wide + _GAP) else len(found)
    return None


def _opened(found: list[tuple[int, Token]]) -> list[int]:
    """Where brackets stand that are not closed."""
    opened: list[tuple[int, str]] = []
    for start, token in found:
        if token.text in _PAIRS.values():
            opened.append((start, token.text))
        elif opened and opened[-1][1] == _PAIRS.get(token.text):
            opened.pop()
    return [start for start, _ in opened]


def _balanced(found: list[tuple[int, Token]]) -> bool:
    words = [token.text for _, token in found]
    return "{" in words and all(words.count(opening) == words.count(closing) for closing, opening in _PAIRS.items())


def _hint(token: Token, before: list[Token], after: list[Token], opened: bool) -> str:
    """What may have been meant by a token that cannot stand where it does."""
    last = before[-1].text.upper() if before else ""
    if token.kind == "word":
        return _meant_word(token.text, last, after[0].text if after else "")
    if token.text in _PAIRS and not opened:
        return f'; there is no "{_PAIRS[token.text]}" that it closes'
    if token.text == "," and not opened and "SELECT" in {earlier.text.upper() for earlier in before}:
        return "; between variables there is only a space"
    if last in ("ORDER", "GROUP"):
        return f"; did you mean {last} BY?"
    return "; something is missing before it" if token.text in {".", *_PAIRS} else ""


def _meant_word(word: str, before: str, after: str) -> str:
    alike = get_close_matches(word.upper(), _KEYWORDS, n=1, cutoff=0.7)
    if alike and alike[0] != word.upper():
        return f"; did you mean {alike[0]}?"
    if before in ("SELECT", "DISTINCT", "REDUCED", "BY", "DESCRIBE"):
        return f"; did you mean ?{word}?"
    if after == "(":
        return "; there is no such function"
    return "" if alike else "; names are written with a prefix (kg:met, ent:Li_Shangfu), texts in quotation marks"


def _too_short(query: str, opened: list[int]) -> tuple[str, Place | None]:
    if not opened:
        return "it ends too early", None
    place = Place.of(query, opened[-1])
    return f'it ends too early: the "{query[opened[-1]]}" at {place} is not closed', place


def _of_the_whole(message: str) -> str:
    """A fault that has no one place."""
    if "unbound" in message:
        return "a variable that SELECT names is neither grouped nor counted; name it after GROUP BY, or leave it out"
    if message.endswith("expected [_]"):
        return "a variable gets its value twice (BIND, AS)"
    return " ".join(message.split())[:200]
