"""Who is meant by a role or an institution: the name beside it, or somebody the article has told to be that."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coreference.clusters import Cluster, Clusters, genders_agree
from kg.extract.roles.nouns import BodyNoun, RoleKind, body_noun
from kg.extract.roles.told import ToldRole
from kg.lang import load
from kg.lang.schema import Institutions, Roles
from kg.model import Mention, MentionKind, Sentence
from kg.ontology import Types

_WINDOW, _FAR = 2, 4


class RoleChains:
    """Joins role and institution mentions to the chains of names."""

    def __init__(
        self, clusters: Clusters, told: tuple[ToldRole, ...], sentences: tuple[Sentence, ...], language: str
    ) -> None:
        self.clusters = clusters
        self.sentences = sentences
        self.told = told
        self.hypernyms = load(Roles, language).hypernyms
        self.several = load(Roles, language).several
        self.anybody = load(Roles, language).anybody
        self.language = language
        self.bare_bodies = load(Institutions, language).bare
        self.short_bodies = load(Institutions, language).short
        self.vague_bodies = load(Institutions, language).vague

    def beside_names(self) -> None:
        """Roles in apposition belong to the chain of their name, and tell its gender."""
        for role in self.told:
            if role.holder < 0:
                continue
            cluster = self.clusters.of[role.holder]
            gender = self._gender(role)
            if not cluster.gender and gender:
                cluster.gender = gender
            if role.mention >= 0 and role.mention not in self.clusters.of:
                self.clusters.add(cluster, role.mention, "apposition")

    def _gender(self, role: ToldRole) -> str:
        return self.clusters.mentions[role.mention].gender if role.mention >= 0 else role.noun.person

    def elsewhere(self) -> None:
        """Roles that stand alone, in text order."""
        for role in self.told:
            if role.mention >= 0 and role.mention not in self.clusters.of:
                self._join(role)

    def _join(self, role: ToldRole) -> None:
        ways = (
            (self._holder(role), "role"),
            (self._same_words(role), "same-role"),
            (self._somebody(role), "description"),
        )
        for cluster, reason in ways:
            if cluster is not None:
                self.clusters.add(cluster, role.mention, reason)
                return
        self.clusters.start(role.mention, "role")

    def _holder(self, role: ToldRole) -> Cluster | None:
        """The one person of whom the article tells this role, before this place or, if nobody then, behind it."""
        if role.phrase.plural or role.former or role.noun.kind is RoleKind.COUNTERPART or role.phrase.frame.possessive:
            return None
        if any(t.phrase.plural and t.noun.lemma == role.noun.lemma and t.holder < 0 for t in self.told):
            return None  # "der Angeklagte" of "drei Angeklagte"
        for fits in (self._same_role, self._broader):
            found = [(t, self.clusters.of[t.holder]) for t in self.told if t.holder >= 0 and fits(role, t)]
            people = _distinct(c for t, c in found if t.holder < role.mention)
            people = people or _distinct(c for t, c in found if fits == self._same_role and role.phrase.country)
            people = [c for c in people if self._agrees(role, c)]
            if len(people) == 1:
                return people[0]
            if people:
                return None
        return None

    def _somebody(self, role: ToldRole) -> Cluster | None:
        """Whom a description means that fits anybody ("der 57-Jährige"): of the people named in the last sentences the
        one who is told to be of that age, else the only one."""
        if role.noun.base not in self.anybody or not role.phrase.frame.definite or role.phrase.plural:
            return None
        near = [k for k in self._named_before(role) if self._agrees(role, self.clusters.of[k])]
        aged = [k for k in near if self._told_with(k, role.noun.lemma)]
        if not aged and self._told_before(role):
            return None
        groups = (_distinct(self.clusters.of[k] for k in group) for group in (aged, near))
        return next((people[0] for people in groups if len(people) == 1), None)

    def _named_before(self, role: ToldRole) -> list[int]:
        """The mentions of people by name in the last sentences before a role."""
        mentions = self.clusters.mentions
        return [
            k
            for k, m in enumerate(mentions[: role.mention])
            if m.kind is MentionKind.NAME
            and m.sentence >= role.sentence - _WINDOW
            and self.clusters.of[k].type == Types.PERSON
        ]

    def _told_with(self, k: int, lemma: str) -> bool:
        """Whether the number in the description stands beside the name ("Karl Weber (57)", "der 57-jährige Weber")."""
        number, _, _ = lemma.partition("-")
        mention = self.clusters.mentions[k]
        first, end = mention.tokens
        around = self.sentences[mention.sentence].tokens[max(first - 2, 0) : end + 3]
        return number.isdigit() and any(t.text.partition("-")[0] == number for t in around)

    def _told_before(self, role: ToldRole) -> bool:
        """Whether the article has told before that somebody is of that age ("ein 79-jähriger Fahrer")."""
        age = role.noun.lemma.partition("-")[0]
        before = (t for sentence in self.sentences[: role.sentence] for t in sentence.tokens)
        return age.isdigit() and any("-" in t.text and t.text.partition("-")[0] == age for t in before)

    def _agrees(self, role: ToldRole, cluster: Cluster) -> bool:
        return genders_agree(cluster.gender, self.clusters.mentions[role.mention].gender)

    def _same_role(self, role: ToldRole, told: ToldRole) -> bool:
        """The same role, or its base alone ("der Minister" for a Verteidigungsminister), of no other country and, where
        there are many, of a country told."""
        lemma, other = role.noun.lemma, told.noun.lemma
        same = lemma == other or (lemma == told.noun.base and not told.former)
        many = role.phrase.context and not told.phrase.context and role.noun.base in self.several
        return same and not many and not told.former and self._same_context(role, told)

    def _broader(self, role: ToldRole, told: ToldRole) -> bool:
        """A broader word for the role ("die Politikerin"), within the last sentences."""
        narrow = self.hypernyms.get(role.noun.lemma, ())
        near = 0 <= role.sentence - told.sentence <= _FAR
        return near and (told.noun.base in narrow or told.noun.lemma in narrow) and self._same_context(role, told)

    def _same_context(self, role: ToldRole, told: ToldRole) -> bool:
        country, other = role.phrase.country, told.phrase.country
        if country and other and country != other:
            return False
        bodies = [self._body(r) for r in (role, told)]
        return not all(bodies) or bodies[0] == bodies[1]

    def _body(self, role: ToldRole) -> str:
        mention = role.body()
        return mention.name if mention else role.phrase.owner

    def _same_words(self, role: ToldRole) -> Cluster | None:
        """An earlier role mention of the same words, if they tell a country or body ("der chinesische Außenminister")
        or a role of which an article rarely has two ("der Pfarrer")."""
        mention = self.clusters.mentions[role.mention]
        frame = role.phrase.frame
        single = frame.definite and not role.phrase.plural and not role.phrase.ranks and role.phrase.group < 0
        if role.former or not (role.phrase.context or (single and role.noun.base not in self.several)):
            return None
        held = frozenset(t.mention for t in self.told if t.holder >= 0)
        return self._earlier(role.mention, mention, MentionKind.ROLE, held)

    def _earlier(
        self, k: int, mention: Mention, kind: MentionKind, held: frozenset[int] = frozenset()
    ) -> Cluster | None:
        """The chain of an earlier mention of the same words, those in `held` aside."""
        for j, other in enumerate(self.clusters.mentions[:k]):
            same = (
                j not in held
                and other.kind is kind
                and other.labels == mention.labels
                and other.number == mention.number
            )
            if same and j in self.clusters.of and genders_agree(other.gender, mention.gender):
                return self.clusters.of[j]
        return None

    # -- institutions ---------------------------------------------------------------------------------------------

    def institutions(self) -> None:
        """Common nouns for bodies: the name beside them, the same words before, or the one body of that kind."""
        for k, mention in enumerate(self.clusters.mentions):
            if mention.kind is not MentionKind.NOMINAL:
                continue
            beside = self._beside(k, mention)
            earlier = self._earlier(k, mention, MentionKind.NOMINAL)
            noun = body_noun(self.sentences[mention.sentence], mention.head, language=self.language)
            owned = noun is not None and bool(noun.owners) and noun.lemma not in self.vague_bodies
            only = self._itself(noun) if owned else self._only(k, mention) if earlier is None else None
            for cluster, reason in ((beside, "apposition"), (earlier, "same-name"), (only, "nominal")):
                if cluster is not None:
                    self.clusters.add(cluster, k, reason)
                    break
            else:
                self.clusters.start(k, "name")

    def _beside(self, k: int, mention: Mention) -> Cluster | None:
        """The name right behind the noun, a quotation mark aside ("die Zeitung „Gazeta Wyborcza“")."""
        for j, other in enumerate(self.clusters.mentions):
            if other.kind is not MentionKind.NAME or other.sentence != mention.sentence or mention.number == "Plur":
                continue
            between = self.sentences[mention.sentence].tokens[mention.tokens[1] : other.tokens[0]]
            near = 0 <= other.tokens[0] - mention.tokens[1] <= 1 and not any(
                c.isalnum() for t in between for c in t.text
            )
            if near and (not between or between[0].text not in ",;:()"):
                return self.clusters.of[j] if self.clusters.ontology.is_a(other.type, mention.type) else None
        return None

    def _itself(self, noun: BodyNoun | None) -> Cluster | None:
        """The body named in a compound that says no more than what it is ("der VW-Konzern")."""
        if noun is None or noun.lemma not in self.bare_bodies:
            return None
        found = _distinct(c for c in self.clusters.all if noun.owners[0] in c.names and c.type != Types.PERSON)
        return found[0] if len(found) == 1 else None

    def _only(self, k: int, mention: Mention) -> Cluster | None:
        """The one body that is meant: whose name has the noun for its head ("die Landesbahn"), or for some kinds the
        one of that kind in the nearest sentence before, its subject if there are several ("der Konzern")."""
        if mention.country or mention.number == "Plur" or self._named_behind(mention):
            return None
        named = [j for j, m in enumerate(self.clusters.mentions[:k]) if m.kind is MentionKind.NAME]
        headed = _distinct(self.clusters.of[j] for j in named if self._headed(j, mention))
        if len(headed) == 1:
            return headed[0]
        longer = (j for j, m in enumerate(self.clusters.mentions[:k]) if self._longer(m, mention))
        bodies = _distinct(self.clusters.of[j] for j in longer)
        if mention.name in self.short_bodies and bodies:
            return bodies[0] if len(bodies) == 1 else None
        if mention.type not in (Types.COMPANY, Types.POLITICAL_PARTY):
            return None
        return self._nearest([j for j in named if self.clusters.of[j].type == mention.type], mention.sentence)

    def _named_behind(self, mention: Mention) -> bool:
        """Whether a name stands right behind the noun, though none of its type ("der Mobilfunkkonzern Nordlicht")."""
        behind = self.sentences[mention.sentence].tokens[mention.tokens[1] : mention.tokens[1] + 1]
        return any(token.upos in ("NOUN", "PROPN") and token.head in range(*mention.tokens) for token in behind)

    def _headed(self, j: int, mention: Mention) -> bool:
        """Whether the noun is the first or last word of a longer name."""
        words = self.clusters.mentions[j].name.split()
        return len(words) > 1 and mention.name in (words[0], words[-1])

    def _longer(self, other: Mention, mention: Mention) -> bool:
        """Whether an earlier common noun for one body tells more with the same last word ("Außenministerium")."""
        near = 0 < mention.sentence - other.sentence <= _FAR
        words = other.name.replace("(", "").replace(")", "").split()
        ends = any(word.lower().endswith(mention.name.lower()) for word in words)
        return near and other.kind is MentionKind.NOMINAL and ends and other.number != "Plur"

    def _nearest(self, named: list[int], sentence: int) -> Cluster | None:
        """The one body among those named in the nearest of the last sentences, or the only subject among them."""
        mentions = self.clusters.mentions
        last = max((mentions[j].sentence for j in named), default=-_FAR)
        if sentence - last > _WINDOW:
            return None
        there = [j for j in named if mentions[j].sentence == last]
        subjects = [j for j in there if self._subject(mentions[j])]
        for group in (there, subjects):
            found = _distinct(self.clusters.of[j] for j in group)
            if len(found) == 1:
                return found[0]
        return None

    def _subject(self, mention: Mention) -> bool:
        tokens = self.sentences[mention.sentence].tokens
        token = tokens[mention.head]
        while token.relation in ("appos", "flat") and token.head >= 0:
            token = tokens[token.head]
        return token.relation == "nsubj"


def _distinct(clusters: Iterator[Cluster]) -> list[Cluster]:
    found: list[Cluster] = []
    for cluster in clusters:
        if not any(cluster is other for other in found):
            found.append(cluster)
    return found
