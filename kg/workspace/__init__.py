"""The folder that a build writes: its files, what it was made from, and the articles already finished."""

from kg.workspace.cache import DocumentCache, Finished
from kg.workspace.fingerprint import fingerprint
from kg.workspace.folder import Replacement, Workspace
from kg.workspace.manifest import Manifest

__all__ = ["DocumentCache", "Finished", "Manifest", "Replacement", "Workspace", "fingerprint"]
