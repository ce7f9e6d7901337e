"""The SHACL shapes of ``ontologies/shapes.ttl``, checked by pySHACL on what some articles say.

pySHACL takes a second for a thousand triples, so of a large graph it is shown a part: whole articles, with all that
their statements and mentions refer to, spread evenly over the graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyshacl
import rdflib
from pyoxigraph import NamedNode, Quad, Store
from rdflib.namespace import SH

from kg.ontology.files import data
from kg.rdf.blocks import TYPE, iri
from kg.rdf.namespaces import SCHEMA, Names
from kg.rdf.write import lines


def broken_shapes(store: Store, names: Names, *, articles: int | None) -> Iterator[tuple[str, str]]:
    """IRI and message of whatever breaks a shape, sorted, in so many articles of the store (None: in all)."""
    found: dict[Quad, None] = {}
    for article in spread(_articles(store), articles):
        found.update(dict.fromkeys(part(store, article, names)))
    if found:
        graph = rdflib.Graph().parse(data="".join(lines(quad.triple for quad in found)), format="nt")
        yield from sorted(set(_results(graph)))


def part(store: Store, article: NamedNode, names: Names) -> Iterator[Quad]:
    """What an article says, and what the graph of statements and entities says of all that it names."""
    waiting: list[NamedNode] = []
    for quad in store.quads_for_pattern(None, None, None, article):
        yield quad
        waiting += [term for term in (quad.subject, quad.object) if isinstance(term, NamedNode)]
    seen: set[NamedNode] = set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            for quad in store.quads_for_pattern(node, None, None, names.resolved):
                yield quad
                if isinstance(quad.object, NamedNode):
                    waiting.append(quad.object)


def spread(articles: Sequence[NamedNode], number: int | None) -> Sequence[NamedNode]:
    """So many of the articles, at even distances."""
    if number is None or number >= len(articles):
        return articles
    return [articles[i * len(articles) // number] for i in range(number)]


def _articles(store: Store) -> list[NamedNode]:
    quads = store.quads_for_pattern(None, TYPE, iri(SCHEMA + "NewsArticle"), None)
    nodes = (quad.subject for quad in quads)
    return sorted((node for node in nodes if isinstance(node, NamedNode)), key=lambda node: node.value)


def _results(graph: rdflib.Graph) -> Iterator[tuple[str, str]]:
    shapes = rdflib.Graph().parse(data=data("shapes.ttl").read_bytes(), format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    if not isinstance(report, rdflib.Graph):  # pySHACL gives an error in its place
        raise TypeError(f"ontologies/shapes.ttl: {report}")
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        path, value = (report.value(result, term) for term in (SH.resultPath, SH.value))
        message = " ".join(str(report.value(result, SH.resultMessage) or "breaks its shape").split())
        about = [str(part) for part in (path, value) if isinstance(part, rdflib.URIRef | rdflib.Literal)]
        yield str(report.value(result, SH.focusNode)), ": ".join([*about, message])
