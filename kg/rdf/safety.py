"""What a query may not do: reach the network, local files, or change anything.

Oxigraph has no switch for this, so queries are refused before they run. The text is cut into the tokens of SPARQL 1.1
(https://www.w3.org/TR/sparql11-query/#sparqlGrammar), so that a word in a string, a comment, an IRI or a name is only
a word there. Parsers differ in what they let stand without a space ("trueSERVICE<…>"), so a word need only contain
what is refused, and what cannot be cut into tokens is refused too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, QueryRefused
from kg.rdf.namespaces import Names

_ESCAPE = r"\\[tbnrf\\\"']|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_LOCAL = r"%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-]"
_TOKENS = re.compile(
    rf"""
    (?P<space>\s+|\#[^\r\n]*)
  | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
  | (?P<string>\"\"\"(?:"{{0,2}}(?:[^"\\]|{_ESCAPE}))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|{_ESCAPE}))*'''
      |"(?:[^"\\\r\n]|{_ESCAPE})*"|'(?:[^'\\\r\n]|{_ESCAPE})*')
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:\w[\w.-]*)
  | (?P<name>(?:[^\W\d_][\w.-]*)?:(?:(?:[\w:]|{_LOCAL})(?:[\w:.-]|{_LOCAL})*)?)
  | (?P<word>\w+)
  | (?P<mark>[^\\"'`\w])
    """,
    re.VERBOSE,
)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: `kind` is the name of the group of `_TOKENS` that it fits."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a query: line and column, both from 1, and the line with a mark below the place."""

    line: int
    column: int
    excerpt: str

    @classmethod
    def of(cls, query: str, offset: int) -> Place:
        start = query.rfind("\n", 0, offset) + 1
        text = query[start:].partition("\n")[0]
        indent = "".join("\t" if character == "\t" else " " for character in text[: offset - start])
        return cls(query.count("\n", 0, offset) + 1, offset - start + 1, f"{text}\n{indent}^")

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}"


def check(query: str, names: Names) -> None:
    """Raises QueryRefused for SERVICE, updates and FROM outside of the graph, QueryError for what is no SPARQL."""
    found = list(tokens(query))
    prefixes = dict(names.prefixes)
    for i, token in enumerate(found):
        word = token.text.upper() if token.kind == "word" else ""
        if _asks_a_service(token):
            raise QueryRefused("SERVICE would send the query to another server; ask this graph only")
        if word in _UPDATES:
            raise QueryRefused(f"{word} would change the graph; a query can only ask: SELECT, ASK, CONSTRUCT, DESCRIBE")
        if _hides_a_source(token):
            raise QueryRefused(f"{token.text} may be read as FROM or PREFIX; put a space, or rename the prefix")
        if "PREFIX" in word and i + 2 < len(found):
            prefixes[found[i + 1].text.removesuffix(":")] = found[i + 2].text.strip("<>")
        if "FROM" in word:
            rest = [later for later in found[i + 1 : i + 3] if later.text.upper() != "NAMED"]
            _check_source(rest[0].text if rest else "", prefixes, names)


def declared(found: Sequence[Token], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Prefixes to namespaces: `prefixes`, and those that a query of these tokens declares itself."""
    threes = zip(found, found[1:], found[2:], strict=False)
    own = {name.text[:-1]: iri.text.strip("<>") for word, name, iri in threes if word.text.upper() == "PREFIX"}
    return {**prefixes, **own}


def bound(query: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """The query with the term in place of each variable of that name; no variable that it selects or makes.

    The terms are written as SPARQL writes them, so nothing in them can become part of the query. Raises QueryError.
    """
    values = {f"{mark}{name}": str(term) for name, term in terms.items() for mark in "?$"}
    return "".join(values.get(token.text, token.text) for token in pieces(query))


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query without blanks and comments. Raises QueryError at what can be none."""
    return (token for token in pieces(query) if token.kind != "space")


def pieces(query: str) -> Iterator[Token]:
    at = 0
    while at < len(query):
        match = _TOKENS.match(query, at)
        if match is None or match.lastgroup is None:
            raise _unreadable(query, at)
        yield Token(match.lastgroup, match.group())
        at = match.end()


def _unreadable(query: str, at: int) -> QueryError:
    place = Place.of(query, at)
    reason = "a quotation mark that is not closed" if query[at] in "\"'" else f"{query[at]!r} cannot stand there"
    error = QueryError(f"the query is no SPARQL at {place}: {reason}")
    error.excerpt = place.excerpt
    return error


def _asks_a_service(token: Token) -> bool:
    """Whether a parser may find the word here: "ent:Secret_Service" is a name, "ent:a.b.SERVICE" is not to Oxigraph."""
    if token.kind not in {"word", "name", "blank"}:
        return False
    before, _, local = token.text.upper().partition(":")
    return "SERVICE" in before or any("SERVICE" in piece for piece in re.split(r"[.:\\]", local)[1:])


def _hides_a_source(token: Token) -> bool:
    """Whether a parser may find FROM or PREFIX here, glued to a name: "FROMart:x" is read as "FROM art:x"."""
    prefix = token.text.upper().partition(":")[0] if token.kind == "name" else ""
    return "FROM" in prefix or "PREFIX" in prefix


def _check_source(source: str, prefixes: Mapping[str, str], names: Names) -> None:
    prefix, _, local = source.partition(":")
    iri = source[1:-1] if source.startswith("<") else prefixes.get(prefix, "") + local
    if not iri.startswith(names.base):
        raise QueryRefused(f"FROM {source} is no graph of this store; its graphs begin with <{names.base}>")
