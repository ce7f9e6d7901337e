"""Groups joined into clusters: judged pairs, the surest first, with vetoes between whole clusters respected.

Three rounds. Complete names are compared with each other; then what is known by a part of its name goes to the one
cluster that fits it; then what is left is joined by surname and office. Where two clusters fit equally well and are
not one, nothing is joined: order decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.resolve.blocking import Pair, full_pairs, office_pairs, partial_pairs
from kg.resolve.edits import Edits
from kg.resolve.groups import Group
from kg.resolve.identity import Key
from kg.resolve.scoring import Circumstances, Judgement, judge, vetoed
from kg.resolve.surroundings import Surroundings

_EDITED = Judgement(points=1000, features=(("edit", 1000),))


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups that were joined, and why; `points` as in `kg.resolve.scoring`."""

    left: Key
    right: Key
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Clusters of groups as numbers into the groups, each sorted, and the merges that made them."""

    clusters: tuple[tuple[int, ...], ...]
    merges: tuple[Merge, ...]


def merged(groups: Sequence[Group], edits: Edits) -> Merged:
    """The clusters of `groups` (sorted by key); every group is in exactly one."""
    clusters = _Clusters(groups, edits)
    for pair in _edited(groups, edits.same):
        clusters.join(pair, _EDITED)
    surroundings = Surroundings(groups)
    clusters.join_all(_unrivalled(_judged(groups, full_pairs(groups), surroundings), groups))
    clusters.join_all(_attachments(groups, clusters, surroundings))
    clusters.join_all(_judged(groups, office_pairs(groups), surroundings))
    return clusters.result()


def _edited(groups: Sequence[Group], pairs: Iterable[Pair | tuple[str, str]]) -> list[Pair]:
    """Numbers of the groups that pairs of ids name."""
    by_handle: dict[str, list[int]] = {}
    for n, group in enumerate(groups):
        for handle in group.handles:
            by_handle.setdefault(handle, []).append(n)
    found = ((i, j) for a, b in pairs for i in by_handle.get(str(a), ()) for j in by_handle.get(str(b), ()))
    return sorted({(min(i, j), max(i, j)) for i, j in found if i != j})


def _judged(groups: Sequence[Group], pairs: Iterable[Pair], surroundings: Surroundings) -> list[tuple[Pair, Judgement]]:
    made = (((i, j), judge(groups[i], groups[j], Circumstances(surroundings.shared(i, j)))) for i, j in pairs)
    return [(pair, judgement) for pair, judgement in made if judgement.accepted]


def _unrivalled(judged: list[tuple[Pair, Judgement]], groups: Sequence[Group]) -> list[tuple[Pair, Judgement]]:
    """Pairs but those of a group whose two best partners exclude each other: it may be either, so it is neither."""
    partners: dict[int, list[tuple[int, int]]] = {}
    for (i, j), judgement in judged:
        partners.setdefault(i, []).append((judgement.points, j))
        partners.setdefault(j, []).append((judgement.points, i))
    torn = {n for n, found in partners.items() if _torn(found, groups)}
    return [(pair, judgement) for pair, judgement in judged if torn.isdisjoint(pair)]


def _torn(partners: list[tuple[int, int]], groups: Sequence[Group]) -> bool:
    best = max(points for points, _ in partners)
    equals = [groups[n] for points, n in partners if points == best]
    return any(vetoed(a, b) for k, a in enumerate(equals) for b in equals[k + 1 :])


def _attachments(
    groups: Sequence[Group], clusters: _Clusters, surroundings: Surroundings
) -> list[tuple[Pair, Judgement]]:
    """For each group known by a part of its name the pair with the one cluster that fits it best, if it is sure."""
    options: dict[int, dict[int, list[int]]] = {}
    for pair in partial_pairs(groups):
        part, full = pair if groups[pair[0]].partial else pair[::-1]
        if judge(groups[part], groups[full], Circumstances()).points:
            options.setdefault(part, {}).setdefault(clusters.find(full), []).append(full)
    found = []
    for part, by_cluster in sorted(options.items()):
        only = len(by_cluster) == 1
        best = sorted(
            (_best(groups, part, members, surroundings, only_bearer=only) for members in by_cluster.values()),
            key=lambda made: (-made[1].points, made[0]),
        )
        rivalled = len(best) > 1 and best[0][1].points == best[1][1].points
        if best[0][1].accepted and not rivalled:
            found.append(best[0])
    return found


def _best(
    groups: Sequence[Group], part: int, members: Sequence[int], surroundings: Surroundings, *, only_bearer: bool
) -> tuple[Pair, Judgement]:
    """The pair of `part` and the one of `members` that speaks most for it."""
    made = [
        ((min(part, n), max(part, n)), judge(groups[part], groups[n], Circumstances(shared, only_bearer)))
        for n in members
        for shared in [surroundings.shared(part, n)]
    ]
    return min(made, key=lambda pair: (-pair[1].points, pair[0]))


class _Clusters:
    """Union-find over groups; filled by one `merged` call, never kept."""

    def __init__(self, groups: Sequence[Group], edits: Edits) -> None:
        self._groups = groups
        self._parent = list(range(len(groups)))
        self._members = [[n] for n in range(len(groups))]
        self._merges: list[Merge] = []
        self._apart: dict[int, set[int]] = {}
        for i, j in _edited(groups, edits.different):
            self._apart.setdefault(i, set()).add(j)
            self._apart.setdefault(j, set()).add(i)

    def find(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join_all(self, judged: Iterable[tuple[Pair, Judgement]]) -> None:
        """Joins the pairs, the surest first, where nothing in the two clusters stands against it."""
        for pair, judgement in sorted(judged, key=lambda made: (-made[1].points, made[0])):
            self.join(pair, judgement)

    def join(self, pair: Pair, judgement: Judgement) -> None:
        """Joins the clusters of a pair unless they exclude each other; an edit overrides all but another edit."""
        a, b = sorted(map(self.find, pair))
        if a == b or self._told_apart(a, b) or (judgement is not _EDITED and self._exclude(a, b)):
            return
        self._parent[b] = a
        self._members[a].extend(self._members[b])
        self._members[b] = []
        left, right = (self._groups[n].key for n in pair)
        self._merges.append(Merge(left, right, judgement.points, judgement.reason))

    def _told_apart(self, a: int, b: int) -> bool:
        others = set(self._members[b])
        return any(not others.isdisjoint(self._apart.get(n, ())) for n in self._members[a])

    def _exclude(self, a: int, b: int) -> bool:
        return any(vetoed(self._groups[i], self._groups[j]) for i in self._members[a] for j in self._members[b])

    def result(self) -> Merged:
        clusters = sorted(tuple(sorted(members)) for members in self._members if members)
        return Merged(tuple(clusters), tuple(self._merges))
