"""Names of one article that name the same: full names first, then surnames, abbreviations and other spellings.

Vetoes before likeness: another type, gender or full name is never joined (Li Hui is not Li Shangfu), and a bare
surname that fits two people goes to the one who is clearly meant or to nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.coreference.clusters import Cluster, Clusters, genders_agree
from kg.extract.mentions.forms import (
    abbreviates,
    core,
    folded,
    is_given_name,
    is_initials,
    sound,
    spelled_alike,
    surnames,
)
from kg.lang import load
from kg.lang.schema import Names
from kg.model import Mention, MentionKind, Sentence
from kg.ontology import Types

_CLEARLY = 2


class NameChains:
    """Gathers the name mentions of a document into chains."""

    def __init__(self, clusters: Clusters, sentences: tuple[Sentence, ...], language: str) -> None:
        self.clusters = clusters
        self.sentences = sentences
        self.language = language
        self.particles = {folded(p) for p in load(Names, language).particles}
        self.names = [k for k, m in enumerate(clusters.mentions) if m.kind is MentionKind.NAME]

    def gather(self) -> None:
        people = [k for k in self.names if self._mention(k).type == Types.PERSON]
        things = [k for k in self.names if self._mention(k).type != Types.PERSON]
        for k in people:
            if self._full(k):
                self._place(k, self._same_full_name)
        for k in people:
            if not self._full(k):
                self._short(k)
        for k in things:
            self._place(k, self._same_thing)
        self._abbreviations(things)

    def _mention(self, k: int) -> Mention:
        return self.clusters.mentions[k]

    def _full(self, k: int) -> bool:
        """Whether the name has more than a surname with its particles."""
        return len(set(self._core(k)) - self.particles) > 1

    def _core(self, k: int) -> tuple[str, ...]:
        return core(self._mention(k).name, self.language)

    def _place(self, k: int, reason_for: Callable[[Cluster, Mention], str]) -> None:
        """Into the first chain that has a reason, or a new one."""
        mention = self._mention(k)
        for cluster in self.clusters.all:
            if self.clusters.agree(cluster, mention):
                reason = reason_for(cluster, mention)
                if reason:
                    self.clusters.add(cluster, k, reason)
                    return
        self.clusters.start(k, "name")

    # -- full names of people -------------------------------------------------------------------------------------

    def _same_full_name(self, cluster: Cluster, mention: Mention) -> str:
        for name in cluster.names:
            reason = self._same_person(name, mention.name)
            if reason:
                return reason
        return ""

    def _same_person(self, one: str, other: str) -> str:
        a, b = core(one, self.language), core(other, self.language)
        if a == b:
            return "same-name" if folded(one) == folded(other) else "inflection"
        if a[-1] == b[-1] and (self._initial(a[0], b[0]) or self._within(a, b)):
            return "short-name"
        alike = len(a) == len(b) and all(
            spelled_alike(x, y, self.language, slips=int(sum(p == q for p, q in zip(a, b, strict=True)) > 0))
            for x, y in zip(a, b, strict=True)
        )
        return "spelling" if alike else ""

    @staticmethod
    def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether one name is the other without its middle names."""
        return one[0] == other[0] and (set(one) <= set(other) or set(other) <= set(one))

    @staticmethod
    def _initial(one: str, other: str) -> bool:
        return one[0] == other[0] and min(len(one), len(other)) == 1

    # -- surnames -------------------------------------------------------------------------------------------------

    def _short(self, k: int) -> None:
        mention = self._mention(k)
        ways = ((self._surname, "surname"), (self._other_spelling, "spelling"), (self._given, "given-name"))
        for fits, reason in ways:
            found = [c for c in self.clusters.all if self._person_agrees(c, mention) and fits(c, mention)]
            if found:
                meant = self._meant(found, k)
                if meant is None:
                    self.clusters.start(k, "ambiguous")
                else:
                    self.clusters.add(meant, k, f"title-{reason}" if mention.title else reason)
                return
        self.clusters.start(k, "name")

    def _person_agrees(self, cluster: Cluster, mention: Mention) -> bool:
        return cluster.type == Types.PERSON and genders_agree(cluster.gender, mention.gender)

    def _surname(self, cluster: Cluster, mention: Mention) -> bool:
        name = " ".join(core(mention.name, self.language))
        return any(name in surnames(other, self.language) for other in cluster.names)

    def _other_spelling(self, cluster: Cluster, mention: Mention) -> bool:
        """Another transcription; of a short name only where both have one courtesy title ("Herr Li", "Herr Ly")."""
        name = " ".join(core(mention.name, self.language))
        for other in cluster.names:
            for surname in surnames(other, self.language):
                same = sound(name, self.language) == sound(surname, self.language)
                if spelled_alike(name, surname, self.language) or (same and self._titled_alike(cluster, mention)):
                    return True
        return False

    def _titled_alike(self, cluster: Cluster, mention: Mention) -> bool:
        titles = {self._mention(k).title for k, _ in cluster.members if self._mention(k).title}
        return bool(mention.gender) and bool(mention.title) and mention.title in titles

    def _given(self, cluster: Cluster, mention: Mention) -> bool:
        full = [name.split()[0] for name in cluster.names if len(core(name, self.language)) > 1]
        return is_given_name(mention.name, self.language) and not mention.title and mention.name in full

    def _meant(self, found: list[Cluster], k: int) -> Cluster | None:
        """Of several people of that name: the only one named so far, or the one named clearly more often."""
        if len(found) == 1:
            return found[0]
        ranked = sorted(found, key=lambda c: (-c.before(k), c.first()))
        first, second = ranked[0].before(k), ranked[1].before(k)
        if first and not second:
            return ranked[0]
        return ranked[0] if first >= second + _CLEARLY and first >= _CLEARLY * second else None

    # -- places and organizations ---------------------------------------------------------------------------------

    def _same_thing(self, cluster: Cluster, mention: Mention) -> str:
        if cluster.type == Types.PERSON:
            return ""
        link = next(iter(mention.links), "")
        if link and cluster.link:
            if link != cluster.link:
                return ""
            same = any(folded(n) == folded(mention.name) for n in cluster.names)
            return "same-name" if same else "gazetteer"
        for name in cluster.names:
            if core(name, self.language) == core(mention.name, self.language):
                return "same-name" if folded(name) == folded(mention.name) else "inflection"
        return ""

    def _abbreviations(self, things: list[int]) -> None:
        for k in things:
            mention, own = self._mention(k), self.clusters.of[k]
            full = self._bracketed(k)
            if full is not None and abbreviates(mention.name, self._mention(full).name):
                self._unite(full, k, "abbreviation")
                continue
            spelt = (c for c in self.clusters.all if any(is_initials(mention.name, name) for name in c.names))
            other = next((c for c in spelt if c is not own), None)
            if other is not None:
                self._unite(other.first(), k, "initials")

    def _unite(self, full: int, short: int, reason: str) -> None:
        kept, other = self.clusters.of[full], self.clusters.of[short]
        if (
            kept is not other
            and kept.type != Types.PERSON
            and not (kept.link and other.link and kept.link != other.link)
        ):
            self.clusters.join(kept, other, reason)

    def _bracketed(self, k: int) -> int | None:
        """The name right before the bracket that mention `k` alone stands in."""
        mention = self._mention(k)
        tokens = self.sentences[mention.sentence].tokens
        first, end = mention.tokens
        if not (first > 0 and end < len(tokens) and tokens[first - 1].text == "(" and tokens[end].text == ")"):
            return None
        before = (j for j in self.names if self._mention(j).sentence == mention.sentence)
        return next((j for j in before if self._mention(j).tokens[1] == first - 1), None)
