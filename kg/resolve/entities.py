"""Clusters become entities: type, labels, every surface form, every mention with the reason that joined it, an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, EntityMention
from kg.ontology.gazetteer import Place
from kg.resolve.groups import Group
from kg.resolve.identity import Identifier, Key
from kg.resolve.ids import Scope, assign, local_name
from kg.resolve.kinds import voted
from kg.resolve.local import LocalEntity, Naming
from kg.resolve.merge import Merge, Merged
from kg.resolve.naming import canonical, labels

ChainKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Entities sorted by id, and for each chain (article, number) the id of its entity."""

    entities: tuple[Entity, ...]
    ids: Mapping[ChainKey, str]


def entities(
    groups: Sequence[Group], merged: Merged, *, used: Collection[ChainKey], identifier: Identifier
) -> Resolved:
    """The entities of the clusters of `merged`.

    A name always makes one; an office or a common noun ("die Polizei") only if a statement needs it (`used`).
    """
    reasons = _reasons(groups, merged.merges)
    drafts = [_draft([groups[n] for n in cluster], reasons, identifier) for cluster in merged.clusters]
    kept = [draft for draft in drafts if draft.named or any(member.key in used for member in draft.members)]
    names = {local_name(draft.scope.name) for draft in kept}
    reserved = frozenset(name for name in names if identifier.gazetteer.get(name))
    ids = assign([draft.scope for draft in kept], reserved=reserved)
    made = [replace(draft.entity, id=key) for draft, key in zip(kept, ids, strict=True)]
    chains = {member.key: key for draft, key in zip(kept, ids, strict=True) for member in draft.members}
    return Resolved(tuple(sorted(made, key=lambda entity: entity.id)), chains)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entity that waits for its id."""

    entity: Entity
    members: tuple[LocalEntity, ...]
    scope: Scope

    @property
    def named(self) -> bool:
        return any(member.naming in (Naming.NAME, Naming.LINK) for member in self.members)


def _draft(groups: Sequence[Group], reasons: Mapping[Key, str], identifier: Identifier) -> _Draft:
    members = tuple(member for group in groups for member in group.members)
    place = next((group.place for group in groups if group.place), None)
    kind = place.type if place else voted(_types(members), identifier.ontology)
    called = place.labels if place else labels(members, canonical(members, identifier.orthography))
    entity = Entity(
        id="",
        type=kind,
        labels=called,
        aliases=tuple(sorted({alias for member in members for alias in member.aliases})),
        links=place.links if place else (),
        mentions=tuple(sorted(mention for group in groups for mention in _mentions(group, reasons))),
    )
    return _Draft(entity, members, _scope(entity, place))


def _scope(entity: Entity, place: Place | None) -> Scope:
    first = min(entity.mentions, key=lambda mention: (mention.article, mention.span))
    name = place.id if place else entity.label("en")
    articles = len({mention.article for mention in entity.mentions})
    return Scope(name, entity.type, first.article, first.span.start, place is not None, articles)


def _types(members: Sequence[LocalEntity]) -> Counter[str]:
    total: Counter[str] = Counter()
    for member in members:
        total.update(dict(member.types))
    return total


def _mentions(group: Group, reasons: Mapping[Key, str]) -> Iterator[EntityMention]:
    """The group's mentions: why each is in its chain, then why the chain is in the entity."""
    across = [group.key[0]] if len(group.members) > 1 else []
    across += [reasons[group.key]] if group.key in reasons else []
    for member in group.members:
        for mention in member.mentions:
            yield replace(mention, reason="; ".join(filter(None, [mention.reason, *across])))


def _reasons(groups: Sequence[Group], merges: Sequence[Merge]) -> dict[Key, str]:
    """For each group that was joined to another the surest reason for it."""
    best: dict[Key, Merge] = {}
    for merge in sorted(merges, key=lambda merge: (-merge.points, merge.left, merge.right)):
        best.setdefault(merge.left, merge)
        best.setdefault(merge.right, merge)
    return {group.key: best[group.key].reason for group in groups if group.key in best}
