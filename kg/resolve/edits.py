"""What people have decided about who is who, replayed at every build."""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edits:
    """Pairs of entity ids that are the same, and pairs that are not, whatever the scores say.

    An id is one that the graph shows: "Sergei_Shoigu", or with its scope "Müller_article-17" or "Washington_Person".
    "same" overrides every veto; "different" overrides "same" that is only implied by other pairs.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()

    def ids(self) -> frozenset[str]:
        """Every id that is named."""
        return frozenset(key for pair in (*self.same, *self.different) for key in pair)
