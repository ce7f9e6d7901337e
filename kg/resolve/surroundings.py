"""Which uncommon names stand in the articles of both groups: weak evidence that one surname means one person."""

from __future__ import annotations

from collections.abc import Sequence

from kg.resolve.groups import Group

_COMMON = 20
"""Articles beyond which a name says nothing of an article; an absolute number, so that a corpus may grow."""


class Surroundings:
    """The uncommon full names of every article."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._of_article: dict[str, set[int]] = {}
        self._of_group: dict[int, frozenset[int]] = {}
        for n, group in enumerate(groups):
            if group.named and not group.partial and len(group.articles) <= _COMMON:
                for article in group.articles:
                    self._of_article.setdefault(article, set()).add(n)

    def shared(self, a: int, b: int) -> int:
        """How many uncommon names other than the two stand in articles of both."""
        return len((self._around(a) & self._around(b)) - {a, b})

    def _around(self, n: int) -> frozenset[int]:
        if n not in self._of_group:
            found = (self._of_article.get(article, set()) for article in self._groups[n].articles)
            self._of_group[n] = frozenset().union(*found)
        return self._of_group[n]
