"""The graph for network analysis and network programs."""

from kg.analysis.export import csv, gexf, graphml
from kg.analysis.projection import project

__all__ = ["csv", "gexf", "graphml", "project"]
