"""kg turns news articles into a knowledge graph whose every edge can be trusted.

    report = kg.build(["news/"], "graph")
    graph = kg.open("graph")
    for statement in graph.statements: ...

Names are loaded when they are first used: importing kg, or one of its rooms, loads no parser.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` itself takes longer than all that is done here
    from kg.api import Graph, Result, build, open, open_triples, quotations, ready_queries, timexes  # noqa: A004
    from kg.builds.report import BuildReport
    from kg.errors import KGError
    from kg.model import Article, Entity, Evidence, Failure, KnowledgeGraph, Modality, Polarity, Statement

    __version__: str

__all__ = [
    "Article", "BuildReport", "Entity", "Evidence", "Failure", "Graph", "KGError", "KnowledgeGraph", "Modality",
    "Polarity", "Result", "Statement", "__version__", "build", "open", "open_triples", "quotations", "ready_queries",
    "timexes",
]  # fmt: skip

_HOMES = {
    "kg.api": ("Graph", "Result", "build", "open", "open_triples", "quotations", "ready_queries", "timexes"),
    "kg.builds.report": ("BuildReport",),
    "kg.errors": ("KGError",),
    "kg.model": (
        "Article", "Entity", "Evidence", "Failure", "KnowledgeGraph", "Modality", "Polarity", "Statement",
    ),
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("kg")
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
