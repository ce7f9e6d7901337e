"""The graph as one HTML file that needs no network: what a person opens, searches, filters and clicks."""

from kg.view.page import render

__all__ = ["render"]
