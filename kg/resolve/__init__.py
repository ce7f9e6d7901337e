"""Who is who across articles, and what all of them say: documents become the knowledge graph."""

from kg.resolve.edits import Edits
from kg.resolve.merge import Merge
from kg.resolve.resolution import Resolution, resolution, resolve

__all__ = ["Edits", "Merge", "Resolution", "resolution", "resolve"]
