"""Whether a graph keeps its promises: invariants in SPARQL, quotes against texts, the exact round trip, shapes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.errors import StoreError
from kg.model import KnowledgeGraph, Span
from kg.rdf.namespaces import Names
from kg.rdf.read import read_graph
from kg.rdf.safety import bound
from kg.rdf.store import GraphStore
from kg.rdf.write import quads

SHAPED = 20
"""Articles that are checked against the SHACL shapes unless asked otherwise."""
_LISTED = 20
"""Quads listed of a graph that is not what it should be."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A promise that is broken: which (`rule`), by what (`subject`, as Turtle writes its IRI), and how."""

    rule: str
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.message} [{self.rule}]"


def validate(
    store: GraphStore, *, texts: Mapping[str, str] | None = None, shapes: int | None = SHAPED
) -> tuple[Violation, ...]:
    """What is wrong with the graph; nothing, if all is well. `texts` are those of its articles, by id.

    All of the graph is checked, but for the SHACL shapes: those on `shapes` articles, spread evenly, None for all. What
    the shapes say holds elsewhere too when the round trip is exact. Raises GraphMissing, and StoreError where the graph
    cannot be read at all.
    """
    from kg.rdf.shapes import broken_shapes  # noqa: PLC0415 (pySHACL takes long to load, and only this needs it)

    names = Names(store.current().base)
    opened = store.open(edited=True)
    found = [*_changed(store, names), *_invariants(opened, names), *_round_trip(opened, names, texts)]
    broken = broken_shapes(opened, names, articles=shapes)
    found += [Violation("shape", names.prefixed(node), message) for node, message in broken]
    return tuple(found)


def _changed(store: GraphStore, names: Names) -> Iterator[Violation]:
    try:
        store.current().check()
    except StoreError as error:
        yield Violation("unchanged", f"<{names.base}>", str(error))


@cache
def invariants() -> Mapping[str, str]:
    """The queries of ``kg/rdf/invariants``, by name; each finds what breaks one promise."""
    folder = files("kg.rdf") / "invariants"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    return {name.removesuffix(".rq"): (folder / name).read_text(encoding="utf-8") for name in names}


def _invariants(store: Store, names: Names) -> Iterator[Violation]:
    terms: dict[str, NamedNode | Literal] = {"edges": names.edges, "base": Literal(names.base)}
    for rule, query in invariants().items():
        (message,) = re.findall(r"^# message: (.*)$", query, re.MULTILINE)
        found = store.query(bound(query, terms), prefixes=dict(names.prefixes), use_default_graph_as_union=True)
        for solution in found if isinstance(found, QuerySolutions) else ():
            subject, *details = solution
            told = [" ".join(detail.value.split()) for detail in details if isinstance(detail, Literal)]
            yield Violation(rule, _named(subject, names), ": ".join([message, *told]))


def _round_trip(store: Store, names: Names, texts: Mapping[str, str] | None) -> Iterator[Violation]:
    """Read back and written again, the graph must be the same, quad by quad; so nothing is missing or too much."""
    try:
        graph = read_graph(store, base=names.base)
    except StoreError as error:
        yield Violation("readable", f"<{names.base}>", str(error))
        return
    if texts is not None:
        yield from _quotes(graph, texts, names)
    known = list(quads(graph, base=names.base))
    missing = [quad for quad in known if quad not in store]
    yield from _listed(missing, "is not said, but should be", names)
    if len(store) + len(missing) != len(known):
        said = set(known)
        yield from _listed(sorted((quad for quad in store if quad not in said), key=str), "follows from nothing", names)


def _listed(found: Sequence[Quad], message: str, names: Names) -> Iterator[Violation]:
    for quad in found[:_LISTED]:
        told = f"{message}: {_named(quad.predicate, names)} {_named(quad.object, names)}"
        yield Violation("round-trip", _named(quad.subject, names), told)


def _quotes(graph: KnowledgeGraph, texts: Mapping[str, str], names: Names) -> Iterator[Violation]:
    """Offsets give their quotes, in evidence and mentions, and the texts are those that the graph was made of."""
    for article in graph.articles:
        node, text = names.prefixed(names.article(article.id).value), texts.get(article.id)
        if text is None:
            yield Violation("text", node, "its text is not at hand, so its quotes cannot be checked")
        elif hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != article.digest:
            yield Violation("text", node, "its text is not the one that the graph was made of")
    for article_id, span, words in sorted(set(_spans(graph))):
        if article_id in texts and span.of(texts[article_id]) != words:
            node = names.prefixed(names.position(article_id, span).value)
            yield Violation("quote", node, f"the text has {span.of(texts[article_id])!r}, the graph {words!r}")


def _spans(graph: KnowledgeGraph) -> Iterator[tuple[str, Span, str]]:
    for statement in graph.statements:
        yield from ((evidence.article, evidence.span, evidence.quote) for evidence in statement.evidence)
    for entity in graph.entities:
        yield from ((mention.article, mention.span, mention.text) for mention in entity.mentions)


def _named(node: object, names: Names) -> str:
    return names.prefixed(node.value) if isinstance(node, NamedNode) else str(node)
