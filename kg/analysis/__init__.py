"""The graph for network analysis and network programs, and its sizes."""

from kg.analysis.export import csv, gexf, graphml, table
from kg.analysis.projection import project
from kg.analysis.selection import STATUSES, Selection, select
from kg.analysis.stats import Stats, Unmapped, stats, unmapped

__all__ = [
    "STATUSES", "Selection", "Stats", "Unmapped", "csv", "gexf", "graphml", "project", "select", "stats", "table",
    "unmapped",
]  # fmt: skip
