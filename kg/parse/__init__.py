"""Text to syntax: the spaCy pipelines, and the one view of their trees that extraction sees."""

from kg.parse.pipeline import load_pipeline
from kg.parse.syntax import sentences

__all__ = ["load_pipeline", "sentences"]
