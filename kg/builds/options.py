"""What a build may be told, checked before anything is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from kg.errors import UsageError
from kg.ingest.layout_words import readable
from kg.model.records import LANGUAGES
from kg.rdf.namespaces import BASE, Names
from kg.resolve import LEAST_CONFIDENCE, Edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`model`: an installed spaCy pipeline in place of the shipped one. `language`: of articles that do not say.

    `labels`: language of the labels in the HTML view. `base`: where the graph's IRIs begin. `edits`: a file of what
    must and must not be joined; without one that of the last build counts, unless `forget_edits`. `min_confidence`:
    statements that are less sure are left out. `add`: what is in the graph stays in it.
    """

    model: str | None = None
    language: str | None = None
    labels: str = "en"
    base: str = BASE
    edits: Path | None = None
    forget_edits: bool = False
    min_confidence: float = LEAST_CONFIDENCE
    add: bool = False

    def check(self) -> None:
        """Raises UsageError for what cannot be meant."""
        if self.language is not None and self.language not in readable():
            raise UsageError(f"kg does not read the language {self.language!r}; it reads {' and '.join(readable())}")
        if self.labels not in LANGUAGES:
            raise UsageError(f"there are no labels in {self.labels!r}; there are {' and '.join(sorted(LANGUAGES))}")
        least: object = self.min_confidence
        if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
            raise UsageError(f"the least confidence is a share from 0 to 1, not {least!r}")
        if self.edits and self.forget_edits:
            raise UsageError("edits are either given or left out, not both")
        base: object = self.base
        if not isinstance(base, str):
            raise UsageError(f"the graph's IRIs begin with a text like {BASE}, not with {base!r}")
        Names(self.base)

    def of_output(self, edits: Edits) -> tuple[tuple[str, str], ...]:
        """What changes what is made of the same documents."""
        decided = msgspec.json.encode(edits).decode()
        least = f"{self.min_confidence:g}"
        return (("base", self.base), ("edits", decided), ("labels", self.labels), ("min_confidence", least))
