"""Mentions gathered into the chains of one article, with what may and may not be joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.draft import NewChain
from kg.model import Mention, MentionKind
from kg.ontology import Ontology, Types


@dataclass(slots=True)
class Cluster:
    """A chain in the making. `members` are (mention, reason); `link` is a gazetteer id or ""."""

    type: str
    gender: str = ""
    number: str = ""
    link: str = ""
    members: list[tuple[int, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)

    def first(self) -> int:
        return min(member for member, _ in self.members)

    def before(self, mention: int) -> int:
        """How many of its mentions stand before the given one."""
        return sum(member < mention for member, _ in self.members)


class Clusters:
    """The chains of one article in the making."""

    def __init__(self, mentions: tuple[Mention, ...], ontology: Ontology) -> None:
        self.mentions = mentions
        self.ontology = ontology
        self.all: list[Cluster] = []
        self.of: dict[int, Cluster] = {}

    def start(self, mention: int, reason: str) -> Cluster:
        """A chain of its own for a mention."""
        named = self.mentions[mention]
        cluster = Cluster(named.type, number=named.number)
        self.all.append(cluster)
        self.add(cluster, mention, reason)
        return cluster

    def add(self, cluster: Cluster, mention: int, reason: str) -> None:
        named = self.mentions[mention]
        cluster.members.append((mention, reason))
        self.of[mention] = cluster
        if named.kind is MentionKind.NAME:
            cluster.names.append(named.name)
            cluster.link = cluster.link or next(iter(named.links), "")
        if named.kind in (MentionKind.NAME, MentionKind.ROLE) and "|" not in named.gender:
            cluster.gender = cluster.gender or named.gender
        if cluster.type in (Types.THING, Types.PLACE, Types.ORGANIZATION) and named.kind is not MentionKind.PRONOUN:
            cluster.type = self.narrower(cluster.type, named.type)

    def join(self, kept: Cluster, other: Cluster, reason: str) -> None:
        """All mentions of `other` go into `kept`; the first of them for `reason`, the others keep theirs."""
        self.all.remove(other)
        for n, (mention, why) in enumerate(sorted(other.members)):
            self.add(kept, mention, reason if n == 0 else why)

    def move(self, mention: int, target: Cluster | None, reason: str) -> Cluster:
        """Take a mention out of its chain and put it into another, or into a new one."""
        old = self.of.pop(mention)
        old.members = [pair for pair in old.members if pair[0] != mention]
        if not old.members:
            self.all.remove(old)
        if target is None or target not in self.all:
            return self.start(mention, reason)
        self.add(target, mention, reason)
        return target

    def agree(self, cluster: Cluster, mention: Mention) -> bool:
        """Whether type, gender and number allow the mention in the chain."""
        return (
            self.compatible(cluster.type, mention.type)
            and genders_agree(cluster.gender, mention.gender)
            and not (cluster.number and mention.number and cluster.number != mention.number)
        )

    def compatible(self, one: str, other: str) -> bool:
        """Whether one type is the other or narrower; what the tagger left open goes with anything but a person."""
        if Types.THING in (one, other):
            return Types.PERSON not in (one, other)
        return self.ontology.is_a(one, other) or self.ontology.is_a(other, one)

    def narrower(self, one: str, other: str) -> str:
        return other if one == Types.THING or self.ontology.is_a(other, one) else one

    def members(self) -> list[tuple[int, NewChain, str]]:
        """Every mention that is in a chain, with the chain and the reason, in text order."""
        chains = ((NewChain(number, cluster.link), cluster) for number, cluster in enumerate(self.all))
        found = [(mention, chain, reason) for chain, cluster in chains for mention, reason in cluster.members]
        return sorted(found, key=lambda member: member[0])


def genders_agree(one: str, other: str) -> bool:
    """Whether two genders, each possibly open ("") or one of several ("Masc|Neut"), can be the same."""
    return not one or not other or bool(set(one.split("|")) & set(other.split("|")))
