"""Who is who across articles, and what all of them say: documents become the knowledge graph."""

from kg.resolve.edits import Edits
from kg.resolve.merge import Merge
from kg.resolve.resolution import Resolution, resolution, resolve
from kg.resolve.statements import LEAST_CONFIDENCE
from kg.resolve.why import Reason, Step, why

__all__ = ["LEAST_CONFIDENCE", "Edits", "Merge", "Reason", "Resolution", "Step", "resolution", "resolve", "why"]
