"""JSON-LD and RDF/XML, for the programs that want them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import NamedNode

from kg.rdf.blocks import TYPE, Block, Term
from kg.rdf.namespaces import XSD, Names

_LATIN = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131"
# An element's name as every edition of XML 1.0 allows it; the letters that editions differ in go to the namespace.
_ELEMENT = re.compile(rf"[A-Za-z_{_LATIN}][A-Za-z0-9_.{_LATIN}-]*$")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


def jsonld(blocks: Iterable[Block], names: Names) -> Iterator[str]:
    """Pieces of a JSON-LD 1.1 document with a context of prefixes, one node a line; the named graphs are merged."""
    yield '{"@context": ' + json.dumps(dict(names.prefixes)) + ',\n "@graph": ['
    before = "\n"
    for block in blocks:
        yield before + json.dumps(_node(block, names), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def _node(block: Block, names: Names) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _compact(block.subject, names)}
    for predicate, value in dict.fromkeys(found for _, part in block.parts for found in part):
        if predicate == TYPE and isinstance(value, NamedNode):
            node.setdefault("@type", []).append(_compact(value, names))
        else:
            node.setdefault(_compact(predicate, names), []).append(_value(value, names))
    return node


def _value(value: Term, names: Names) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"@id": _compact(value, names)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype.value == XSD + "string":
        return {"@value": value.value}
    return {"@value": value.value, "@type": _compact(value.datatype, names)}


def _compact(node: NamedNode, names: Names) -> str:
    """As JSON-LD shortens IRIs: prefix and rest, as they are."""
    for prefix, namespace in names.prefixes.items():
        if node.value.startswith(namespace):
            return f"{prefix}:{node.value[len(namespace) :]}"
    return node.value


def rdfxml(blocks: Iterable[Block], names: Names) -> Iterator[str]:
    """Pieces of an RDF/XML document; the named graphs are merged.

    XML has no word for some things. Control characters become the replacement character. A direct edge is left out
    when no element can be named after its relation; the statement that says the same is always there.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f"\n  xmlns:{prefix}={quoteattr(namespace)}" for prefix, namespace in names.prefixes.items())
    yield ">\n"
    for block in blocks:
        found = dict.fromkeys(found for _, part in block.parts for found in part)
        elements = "".join(_element(predicate, value, names) for predicate, value in found)
        yield f"<rdf:Description rdf:about={quoteattr(block.subject.value)}>\n{elements}</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _element(predicate: NamedNode, value: Term, names: Names) -> str:
    match = _ELEMENT.search(predicate.value)
    if match is None:
        return ""
    namespace, local = predicate.value[: match.start()], match.group()
    prefix = next((prefix for prefix, known in names.prefixes.items() if known == namespace), "")
    tag, declared = (f"{prefix}:{local}", "") if prefix else (f"ns:{local}", f" xmlns:ns={quoteattr(namespace)}")
    if isinstance(value, NamedNode):
        return f"  <{tag}{declared} rdf:resource={quoteattr(value.value)}/>\n"
    if value.language:
        declared += f" xml:lang={quoteattr(value.language)}"
    elif value.datatype.value != XSD + "string":
        declared += f" rdf:datatype={quoteattr(value.datatype.value)}"
    words = escape(_NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value.value), _LINE_ENDS)
    return f"  <{tag}{declared}>{words}</{tag}>\n"
