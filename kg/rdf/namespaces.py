"""The IRIs of a graph: a base that the user sets, a folder for each kind of thing, and the vocabularies of others."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote as percent_encoded
from urllib.parse import unquote

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.model import Span
from kg.ontology.terms import NAMESPACE

BASE = "https://kg.example/"
"""The base of all IRIs but those of the ontology, where the user sets none."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"

VOCABULARIES: Mapping[str, str] = {
    "kg": NAMESPACE, "oa": OA, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "schema": SCHEMA, "skos": SKOS, "xsd": XSD,
}  # fmt: skip

FOLDERS: Mapping[str, str] = {
    "ent": "entity", "st": "statement", "art": "article", "ev": "evidence", "men": "mention", "span": "span",
    "rel": "relation", "scheme": "scheme", "graph": "graph",
}  # fmt: skip
"""Prefix and folder under the base, of each kind of thing."""

# Letters, digits and marks that are allowed alike in an IRI (RFC 3987), a Turtle local name and an XML name.
_NAME_CHARACTERS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0370-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000dffff"
)
_SAFE = re.compile(f"[{_NAME_CHARACTERS}0-9_-]+")
_STEP = rf"(?:[{_NAME_CHARACTERS}0-9_]|%[0-9A-F]{{2}})"
_PREFIXED = re.compile(rf"{_STEP}(?:[.-]*{_STEP})*-*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_MARK = "\N{REPLACEMENT CHARACTER}"


@lru_cache(maxsize=1 << 16)
def local_name(text: str) -> str:
    """`text` as the last part of an IRI: letters and digits stay, all else is percent-encoded.

    Whatever the text, the IRI is valid and `unquote` gives the text back (but for halves of surrogate pairs).

    >>> local_name("Müller & Söhne")
    'Müller%20%26%20Söhne'
    """
    return "".join(_encoded(c, text, i) for i, c in enumerate(whole(text)))


def _encoded(character: str, text: str, i: int) -> str:
    if character == ".":
        return "." if 0 < i < len(text) - 1 else "%2E"  # neither "." nor ".." may stay: they mean folders
    readable = character.isalnum() or character in "_-" or "\u0300" <= character <= "\u036f"
    return character if readable and _SAFE.fullmatch(character) else percent_encoded(character, safe="")


def whole(text: str) -> str:
    """`text` with halves of surrogate pairs, which no encoding can hold, replaced one for one."""
    return _SURROGATE.sub(_MARK, text)


def digest(*content: str | int) -> str:
    """Sixteen hexadecimal digits that stand for `content`."""
    return hashlib.sha256(_WRITER.encode(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Names:
    """Ids to IRIs and back, under one base."""

    base: str = BASE

    def __post_init__(self) -> None:
        try:
            valid = NamedNode(self.base)
        except ValueError as error:
            raise UsageError(f"{self.base!r} is no IRI to build on: {error}") from error
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:.+[/#]", valid.value):
            raise UsageError(f"{self.base!r} cannot be the base of IRIs; give one such as {BASE}")

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix to namespace: those of the graph first, then the vocabularies."""
        return _prefixes(self.base)

    @property
    def resolved(self) -> NamedNode:
        """The graph of entities, relations and statements."""
        return self.node("graph", "resolved")

    @property
    def edges(self) -> NamedNode:
        """The graph of direct edges."""
        return self.node("graph", "edges")

    def node(self, prefix: str, local: str) -> NamedNode:
        """The IRI of the thing of this kind whose id is `local`, whatever is in it."""
        return NamedNode(self.prefixes[prefix] + local_name(local))

    def entity(self, key: str) -> NamedNode:
        return self.node("ent", key)

    def statement(self, key: str) -> NamedNode:
        return self.node("st", key)

    def article(self, key: str) -> NamedNode:
        """The article, and the graph of what was found in it."""
        return self.node("art", key)

    def position(self, article: str, span: Span) -> NamedNode:
        """A span of an article: one IRI however often it is named or highlighted."""
        return NamedNode(f"{self.prefixes['span']}{local_name(article)}.{span.start}-{span.end}")

    def term(self, compact: str) -> NamedNode:
        """The IRI of a compact id: ``kg:met``, ``rel:begrüßen``, ``xsd:decimal``; ValueError for an unknown prefix."""
        prefix, _, local = compact.partition(":")
        if prefix not in self.prefixes:
            raise ValueError(f"no prefix for {compact!r}")
        return self.node(prefix, local)

    def local(self, iri: str, prefix: str) -> str | None:
        """The id that `node` made this IRI of, None where it is of another kind."""
        namespace = self.prefixes[prefix]
        return unquote(iri[len(namespace) :]) if iri.startswith(namespace) else None

    def compact(self, iri: str) -> str:
        """The compact id that `term` made this IRI of; the IRI itself where no prefix fits."""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{unquote(iri[len(namespace) :])}"
        return iri

    def prefixed(self, iri: str) -> str:
        """The IRI as Turtle and SPARQL write it: a prefixed name where that is allowed, else in angle brackets."""
        return _prefixed(iri, self.base)


@lru_cache(maxsize=4096)
def _prefixed(iri: str, base: str) -> str:
    start = max(iri.rfind("/"), iri.rfind("#")) + 1  # neither can stand in a prefixed name
    prefix = _by_namespace(base).get(iri[:start])
    if prefix is not None and _PREFIXED.fullmatch(iri, start):
        return f"{prefix}:{iri[start:]}"
    return str(NamedNode(iri))


@cache
def _by_namespace(base: str) -> Mapping[str, str]:
    """The prefix of each namespace, the first of several."""
    return {namespace: prefix for prefix, namespace in reversed([*_prefixes(base).items()])}


@cache
def _prefixes(base: str) -> Mapping[str, str]:
    return {prefix: f"{base}{folder}/" for prefix, folder in FOLDERS.items()} | dict(VOCABULARIES)
