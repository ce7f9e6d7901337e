"""Why an entity is what it is: every merge that made it, and whom it was kept apart from.

All of it is read off a resolution, so an edit by hand shows as the reason `edit`, and a link as `same-link`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Span
from kg.resolve.groups import Group
from kg.resolve.likeness import Likeness
from kg.resolve.resolution import Resolution
from kg.resolve.scoring import ACCEPTED, Circumstances, Judgement, judge, vetoed
from kg.resolve.surroundings import Surroundings

_NEAR = 20
"""Near misses that are told, the nearest of them."""
_RIVALS, _TOO_LITTLE, _OTHER_NAME = "rivals", "too-little", "other-name"


class Step(StrEnum):
    """A mention joined within an article; groups of mentions joined across articles; a near miss kept apart."""

    MENTION = "mention"
    MERGE = "merge"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step, with its machine-readable reason.

    `name` is what was joined or kept apart, as its articles call it, `article` where (several are joined by blanks),
    `span` where in it. `other` is what it was joined to or kept apart from, `entity` the id of the latter, "" where
    the graph has no such entity. `points` are those of `kg.resolve.scoring`, of which `ACCEPTED` are enough.
    """

    step: Step
    reason: str
    name: str
    article: str
    span: Span | None = None
    other: str = ""
    entity: str = ""
    points: int | None = None


def why(made: Resolution, entity: str) -> tuple[Reason, ...]:
    """Every step that made the entity of this id, then its near misses; () where the resolution has no such entity."""
    inside = [n for n, group in enumerate(made.groups) if any(made.ids.get(m.key) == entity for m in group.members)]
    return (*_mentions(made, inside), *_merges(made, inside), *_apart(made, inside))


def _mentions(made: Resolution, inside: list[int]) -> Iterator[Reason]:
    members = sorted((member for n in inside for member in made.groups[n].members), key=lambda member: member.key)
    for member in members:
        known = max((name for name, _ in member.names), key=len, default="")
        for mention in sorted(member.mentions):
            yield Reason(Step.MENTION, mention.reason, mention.text, mention.article, mention.span, known)


def _merges(made: Resolution, inside: list[int]) -> Iterator[Reason]:
    """What made one group of the chains of several articles, then what joined the groups."""
    for n in inside:
        group = made.groups[n]
        if len(group.members) > 1:
            yield Reason(Step.MERGE, group.key[0], group.name, _articles(group))
    by_key = {made.groups[n].key: made.groups[n] for n in inside}
    for merge in made.merges:
        if merge.left in by_key and merge.right in by_key:
            left, right = by_key[merge.left], by_key[merge.right]
            yield Reason(Step.MERGE, merge.reason, left.name, _articles(left), other=right.name, points=merge.points)


def _apart(made: Resolution, inside: list[int]) -> Iterator[Reason]:
    """Groups that share a name with the entity and are not in it: the veto, or what was missing."""
    surroundings = Surroundings(made.groups)
    cluster, found = set(inside), list[tuple[int, int, Reason]]()
    for other, group in enumerate(made.groups):
        near = [n for n in inside if other not in cluster and _near(made.groups[n], group)]
        judged = [(n, judge(made.groups[n], group, Circumstances(surroundings.shared(n, other)))) for n in near]
        if judged:
            n, judgement = max(judged, key=lambda pair: (pair[1].points, -pair[0]))
            found.append((-judgement.points, other, _kept_apart(made, inside, other, n, judgement)))
    yield from (reason for _, _, reason in sorted(found, key=lambda f: f[:2])[:_NEAR])


def _near(one: Group, other: Group) -> bool:
    """Whether one word of a name, or of two names an abbreviation, is the same."""
    if not (one.named or one.place) or not (other.named or other.place):
        return False
    abbreviated = one.name in other.abbreviations or other.name in one.abbreviations
    return abbreviated or not set(one.form.plain).isdisjoint(other.form.plain)


def _kept_apart(made: Resolution, inside: list[int], other: int, n: int, judgement: Judgement) -> Reason:
    group, nearest = made.groups[other], made.groups[n]
    id_ = next((made.ids[m.key] for m in group.members if m.key in made.ids), "")
    return Reason(
        Step.APART,
        _because(made, inside, other, judgement),
        nearest.name,
        _articles(group),
        other=group.name,
        entity=id_,
        points=judgement.points if not judgement.veto else None,
    )


def _because(made: Resolution, inside: list[int], other: int, judgement: Judgement) -> str:
    """The veto between the two, or between what each was joined to; else what the points came from."""
    if judgement.veto:
        return _OTHER_NAME if judgement.veto == Likeness.NONE else judgement.veto
    if judgement.points < ACCEPTED:
        return f"{_TOO_LITTLE}: {judgement.reason}"
    beyond = next((c for c in made.clusters if other in c), (other,))
    vetoes = (vetoed(made.groups[i], made.groups[j]) for i in inside for j in beyond)
    return next((veto for veto in vetoes if veto), _RIVALS)


def _articles(group: Group) -> str:
    return " ".join(sorted(group.articles))
