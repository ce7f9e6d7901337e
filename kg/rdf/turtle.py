"""Turtle and TriG for people: prefixes, a heading for each kind of thing, one subject a paragraph, always in one order.

Our own writer, because that of pyoxigraph puts its prefixes in another order at every run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.rdf.blocks import TYPE, Block, Property, Term
from kg.rdf.namespaces import XSD, Names

HEADINGS = {
    "art": "Articles",
    "ent": "Entities, and what is plainly said of them",
    "kg": "Relations",
    "rel": "Relations",
    "st": "Statements: what the articles say, and how far they commit themselves to it",
    "ev": "Evidence: where they say it",
    "men": "Mentions: where entities are named",
    "span": "Spans of the articles' text",
}
_SHORT = {XSD + "integer": r"[+-]?[0-9]+", XSD + "decimal": r"[+-]?[0-9]+\.[0-9]+", XSD + "boolean": "true|false"}
_WIDTH = 120
_INDENT = "    "


def turtle(blocks: Iterable[Block], names: Names, *, headings: Mapping[str, str] = HEADINGS) -> Iterator[str]:
    """Pieces of the document; the named graphs are merged. `headings` are by the prefix of what stands below them."""
    yield from _prefixes(names)
    kind = ""
    for block in blocks:
        properties = dict.fromkeys(found for _, part in block.parts for found in part)
        if heading := headings.get(names.prefixed(block.subject.value).partition(":")[0], ""):
            yield f"\n# {heading}\n" if heading != kind else ""
            kind = heading
        yield "\n" + _paragraph(block.subject, properties, names)


def trig(blocks: Iterable[Block], names: Names) -> Iterator[str]:
    """Pieces of the document, graph by graph, in the order in which they come up."""
    graphs: dict[NamedNode, list[str]] = defaultdict(list)
    for block in blocks:
        for graph, properties in block.parts:
            if properties:
                graphs[graph].append(_paragraph(block.subject, properties, names))
    yield from _prefixes(names)
    for graph, paragraphs in graphs.items():
        yield f"\n{names.prefixed(graph.value)} {{\n\n"
        yield "\n".join(paragraphs)
        yield "}\n"


def _prefixes(names: Names) -> Iterator[str]:
    return (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in names.prefixes.items())


def _paragraph(subject: NamedNode, properties: Iterable[Property], names: Names) -> str:
    objects: dict[NamedNode, list[str]] = defaultdict(list)
    for predicate, value in properties:
        objects[predicate].append(_term(value, names))
    head = names.prefixed(subject.value)
    lines = [_line(_verb(predicate, names), found) for predicate, found in objects.items()]
    if not lines:
        return ""
    return f"{head} {lines[0]}" + "".join(f" ;\n{_INDENT}{line}" for line in lines[1:]) + " .\n"


def _verb(predicate: NamedNode, names: Names) -> str:
    return "a" if predicate == TYPE else names.prefixed(predicate.value)


def _line(verb: str, objects: list[str]) -> str:
    line = f"{verb} {', '.join(objects)}"
    if len(objects) == 1 or len(line) <= _WIDTH:
        return line
    return f"{verb}\n{2 * _INDENT}" + f",\n{2 * _INDENT}".join(objects)


def _term(value: Term, names: Names) -> str:
    if isinstance(value, NamedNode):
        return names.prefixed(value.value)
    written = str(value)
    if not written.endswith(">"):  # a string or in a language: no datatype stands behind it
        return written
    datatype = value.datatype.value
    if re.fullmatch(_SHORT.get(datatype, "$."), value.value, re.ASCII):
        return value.value
    return f"{Literal(value.value)}^^{names.prefixed(datatype)}"
