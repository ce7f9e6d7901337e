"""Names in a query that the graph does not know: it is answered all the same, but with a word about them.

A mistyped name is no mistake of SPARQL; there is just nothing to be found, and that looks like news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from pyoxigraph import NamedNode, Store
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from kg.ontology import load_ontology
from kg.ontology.terms import NAMESPACE, Classes, Individuals, Vocabulary
from kg.rdf.blocks import iri
from kg.rdf.namespaces import SCHEMA, Names
from kg.rdf.safety import Token, declared, tokens


def unknown_names(query: str, store: Store, names: Names) -> Iterator[str]:
    """A note for each ``kg:`` name in the query that neither ontology nor graph has, and each thing the graph lacks."""
    found = list(tokens(query))
    prefixes = declared(found, names.prefixes)
    for written in dict.fromkeys(token.text for token in _asked(found) if token.kind == "name"):
        value = _expanded(written, prefixes)
        if not value.startswith((NAMESPACE, names.base)) or value in prefixes.values():
            continue
        if value not in _terms() and not _is_in(store, value):
            namespace, known = _known(store, value, names)
            yield f"nothing in the graph is called {written}{_suggestion(value, namespace, known, written)}"


def _asked(found: list[Token]) -> list[Token]:
    """The query without what CONSTRUCT makes, for that may have names of its own."""
    words = [token.text.upper() for token in found]
    if "CONSTRUCT" in words and words[(at := words.index("CONSTRUCT")) + 1] == "{":
        return found[:at] + found[words.index("}", at) :]
    return found


def _expanded(written: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = written.partition(":")
    return prefixes.get(prefix, "") + re.sub(r"\\(.)", r"\1", local)


def _is_in(store: Store, value: str) -> bool:
    node = NamedNode(value)
    places = ((node, None, None, None), (None, node, None, None), (None, None, node, None), (None, None, None, node))
    return any(next(iter(store.quads_for_pattern(*place)), None) is not None for place in places)


@cache
def _terms() -> frozenset[str]:
    """All IRIs of the ontology."""
    constants = (value for terms in (Classes, Individuals, Vocabulary) for value in vars(terms).values())
    relations = (relation.relation.id.partition(":")[2] for relation in load_ontology().relations)
    return frozenset(
        {value for value in constants if str(value).startswith(NAMESPACE)} | {NAMESPACE + name for name in relations}
    )


def _known(store: Store, value: str, names: Names) -> tuple[str, Iterable[str]]:
    """The namespace of the name, and what there is in it; statements, articles and spans nobody knows by heart."""
    if value.startswith(NAMESPACE):
        return NAMESPACE, _terms()
    entities = names.prefixes["ent"]
    named = store.quads_for_pattern(None, iri(SCHEMA + "name"), None, None) if value.startswith(entities) else ()
    subjects = (quad.subject.value for quad in named if isinstance(quad.subject, NamedNode))
    return entities, (subject for subject in subjects if subject.startswith(entities))


def _suggestion(value: str, namespace: str, known: Iterable[str], written: str) -> str:
    local = {name.removeprefix(namespace): unquote(name.removeprefix(namespace)).lower() for name in sorted(set(known))}
    wanted = unquote(value.removeprefix(namespace)).lower()
    if namespace == NAMESPACE:
        found = process.extractOne(wanted, local, scorer=JaroWinkler.similarity, score_cutoff=0.8)
    else:  # a surname alone is like the whole name
        found = process.extractOne(wanted, local, scorer=fuzz.WRatio, score_cutoff=65)
    return f"; did you mean {written.partition(':')[0]}:{found[2]}?" if found else ""
