"""Who is who across articles, and what all of them say: documents become the knowledge graph."""

from kg.resolve.edits import Edits
from kg.resolve.merge import Merge
from kg.resolve.resolution import Resolution, resolution, resolve
from kg.resolve.why import Reason, Step, why

__all__ = ["Edits", "Merge", "Reason", "Resolution", "Step", "resolution", "resolve", "why"]
