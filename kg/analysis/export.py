"""The graph for programs that draw and count networks (Gephi, Cytoscape, yEd) and for tables.

All give bytes in UTF-8, the same for the same graph: no dates, no versions of libraries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from csv import writer
from io import StringIO
from typing import Any

from kg.analysis.projection import Network, project
from kg.model import KnowledgeGraph
from kg.wording.records import worded_records

_CREATOR = "kg"
_META = re.compile(r"<meta lastmodifieddate=.*?</meta>", re.DOTALL)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_HEADER = (
    "id", "subject_id", "subject", "subject_type", "relation_id", "relation", "words",
    "object_id", "object", "object_type", "polarity", "modality", "attribution_id", "attribution",
    "time", "time_value", "time_start", "time_end", "places", "count", "confidence", "surface", "articles", "quote",
)  # fmt: skip


def graphml(graph: KnowledgeGraph, *, labels: str = "en", direct_only: bool = False) -> bytes:
    """GraphML; nodes and edges have the attributes of `kg.analysis.projection.project`, edges the statement's id."""
    from networkx import generate_graphml  # noqa: PLC0415 (as in kg.analysis.projection)

    network = _safe(project(graph, labels=labels, direct_only=direct_only))
    lines = generate_graphml(network, edge_id_from_attribute="statement")
    return _document(lines)


def gexf(graph: KnowledgeGraph, *, labels: str = "en", direct_only: bool = False) -> bytes:
    """GEXF 1.2 as Gephi reads it, with the same attributes."""
    from networkx import generate_gexf  # noqa: PLC0415 (as in kg.analysis.projection)

    network = _safe(project(graph, labels=labels, direct_only=direct_only))
    text = "\n".join(generate_gexf(network))
    return _document([_META.sub(f"<meta><creator>{_CREATOR}</creator></meta>", text, count=1)])


def csv(graph: KnowledgeGraph, *, labels: str = "en") -> bytes:
    """A table with a header and a line for each statement; articles and places are separated by "; "."""
    text = StringIO()
    lines = writer(text, lineterminator="\n")
    header, rows = table(graph, labels=labels)
    lines.writerow(header)
    lines.writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def table(graph: KnowledgeGraph, *, labels: str = "en") -> tuple[Sequence[str], Iterator[list[Any]]]:
    """The same as a header and rows; what is unknown is None."""
    return _HEADER, map(_row, worded_records(graph, labels=labels))


def _safe(network: Network) -> Network:
    """The same with the statement's id as an attribute, and without characters that XML cannot have."""
    safe = network.__class__()
    safe.add_nodes_from((_clean(node), _clean_values(data)) for node, data in network.nodes(data=True))
    for source, target, key, data in network.edges(keys=True, data=True):
        safe.add_edge(_clean(source), _clean(target), key=key, statement=key, **_clean_values(data))
    return safe


def _clean_values(data: dict[str, Any]) -> dict[str, Any]:
    return {name: _clean(value) if isinstance(value, str) else value for name, value in data.items()}


def _clean(text: str) -> str:
    return _NOT_XML.sub(_REPLACEMENT, text)


def _document(lines: Any) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n").encode("utf-8")


def _row(record: dict[str, Any]) -> list[Any]:
    subject, relation, target, source = (record[name] for name in ("subject", "relation", "object", "attribution"))
    time, count, evidence = record["time"] or {}, record["count"], record["evidence"]
    return [
        record["id"], subject["id"], subject["label"], subject["type"], relation["id"], relation["label"],
        record["words"], target["id"], target["label"], target["type"], record["polarity"], record["modality"],
        source and source["id"], source and source["label"],
        time.get("text"), time.get("value"), time.get("start"), time.get("end"),
        "; ".join(place["label"] for place in record["places"]),
        count and f"{count['comparator']}{count['value']}", record["confidence"], record["surface"],
        "; ".join(sorted({e["article"] for e in evidence})), evidence[0]["quote"],
    ]  # fmt: skip
