"""What resolution keeps of a document: its local entities (one a chain) and its claims, without text and parse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kg.model import (
    ArticleRecord,
    Chain,
    Count,
    Document,
    EntityMention,
    Evidence,
    Labels,
    Literal,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Relation,
    RelationMention,
    Time,
)
from kg.ontology.relation_terms import Relations
from kg.ontology.terms import Types
from kg.resolve.copies import wording

Counts = tuple[tuple[str, int], ...]
Ranked = TypeVar("Ranked", str, Labels)


class Naming(StrEnum):
    """What a chain is known by."""

    NAME = "name"
    OFFICE = "office"
    COMMON_NOUN = "common-noun"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """One chain of one article. `names` and `types` are counted, `offices` chains that it holds, sorted.

    `gender` is "" where the mentions say nothing or contradict each other.
    """

    article: str
    language: str
    chain: int
    naming: Naming
    names: Counts
    types: Counts
    labels: Labels
    aliases: tuple[str, ...]
    mentions: tuple[EntityMention, ...]
    link: str = ""
    country: str = ""
    gender: str = ""
    offices: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        return self.article, self.chain


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation mention whose mentions are chains of its article."""

    subject: int
    relation: Relation
    object: int | Literal
    polarity: Polarity
    modality: Modality
    attribution: int | None
    time: Time | None
    places: tuple[int, ...]
    count: Count | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as resolution sees it; `dropped` counts relation mentions whose subject or object is nobody known.

    `wording` is the same for articles of the same words.
    """

    record: ArticleRecord
    entities: tuple[LocalEntity, ...]
    claims: tuple[Claim, ...]
    dropped: int = 0
    wording: str = ""


def read(document: Document) -> Reading:
    """The compact form of a document.

    A chain of pronouns and descriptions alone is no entity: what is claimed of it is dropped and counted.
    """
    members = {n: [document.mentions[link.mention] for link in c.links] for n, c in enumerate(document.chains)}
    namings = {n: naming for n, c in enumerate(document.chains) if (naming := _naming(c, members[n]))}
    chain_of = {link.mention: n for n in namings for link in document.chains[n].links}
    offices = _offices(document.relation_mentions, chain_of, namings)
    entities = tuple(_entity(document, n, naming, members[n], offices.get(n, ())) for n, naming in namings.items())
    claims = tuple(c for m in document.relation_mentions if (c := _claim(document, m, chain_of)))
    dropped = len(document.relation_mentions) - len(claims)
    return Reading(document.article.record(), entities, claims, dropped, wording(document.article))


def _naming(chain: Chain, mentions: Collection[Mention]) -> Naming | None:
    kinds = {mention.kind for mention in mentions}
    if chain.link:
        return Naming.LINK
    if all(mention.type == Types.OFFICE for mention in mentions):
        return Naming.OFFICE
    if MentionKind.NAME in kinds:
        return Naming.NAME
    return Naming.COMMON_NOUN if MentionKind.NOMINAL in kinds else None


def _offices(
    relations: Iterable[RelationMention], chain_of: Mapping[int, int], namings: Mapping[int, Naming]
) -> dict[int, tuple[int, ...]]:
    """Chain of a person -> chains of the offices that the text says it holds."""
    held: dict[int, set[int]] = {}
    for mention in relations:
        if mention.relation.id != Relations.HOLDS_OFFICE or mention.polarity is Polarity.NEGATED:
            continue
        holder = chain_of.get(mention.subject)
        office = chain_of.get(mention.object) if isinstance(mention.object, int) else None
        if holder is not None and office is not None and namings[office] is Naming.OFFICE:
            held.setdefault(holder, set()).add(office)
    return {holder: tuple(sorted(found)) for holder, found in held.items()}


def _entity(
    document: Document, n: int, naming: Naming, mentions: list[Mention], offices: tuple[int, ...]
) -> LocalEntity:
    naming_mentions = list(_telling(naming, mentions))
    article, chain = document.article, document.chains[n]
    return LocalEntity(
        article=article.id,
        language=article.language,
        chain=n,
        naming=naming,
        names=_counted(m.name for m in naming_mentions if m.name),
        types=_counted(m.type for m in naming_mentions),
        labels=_most_common(m.labels for m in naming_mentions if m.labels.entries) or Labels(),
        aliases=tuple(sorted({m.text for m in mentions if m.kind is not MentionKind.PRONOUN})),
        mentions=tuple(
            EntityMention(article.id, m.span, m.text, link.reason)
            for m, link in zip(mentions, chain.links, strict=True)
        ),
        link=chain.link,
        country=_most_common(m.country for m in naming_mentions if m.country) or "",
        gender=_gender(mentions),
        offices=offices,
    )


def _telling(naming: Naming, mentions: list[Mention]) -> Iterator[Mention]:
    """The mentions that say what the entity is called and what it is."""
    kind = MentionKind.NOMINAL if naming is Naming.COMMON_NOUN else MentionKind.NAME
    telling = [m for m in mentions if m.kind is kind or (naming is Naming.OFFICE and m.type == Types.OFFICE)]
    if naming is Naming.COMMON_NOUN:
        telling = [m for m in telling if not any(_within(m.name, other.name) for other in telling)]
    yield from telling or mentions


def _within(short: str, long: str) -> bool:
    """Whether a common noun is the end of a longer one in the same chain ("Ministerium", "Außenministerium")."""
    return len(short) < len(long) and short.casefold() in long.casefold()


def _gender(mentions: Iterable[Mention]) -> str:
    found = {mention.gender for mention in mentions if mention.gender}
    return found.pop() if len(found) == 1 else ""


def _counted(values: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(values).items()))


def _most_common(values: Iterable[Ranked]) -> Ranked | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _claim(document: Document, mention: RelationMention, chain_of: Mapping[int, int]) -> Claim | None:
    target = mention.object
    subject = chain_of.get(mention.subject)
    thing = target if isinstance(target, Literal) else chain_of.get(target)
    if subject is None or thing is None:
        return None
    article = document.article
    quote = mention.evidence.of(article.text)
    return Claim(
        subject=subject,
        relation=mention.relation,
        object=thing,
        polarity=mention.polarity,
        modality=mention.modality,
        attribution=None if mention.attribution is None else chain_of.get(mention.attribution),
        time=mention.time,
        places=tuple(chain_of[place] for place in mention.places if place in chain_of),
        count=mention.count,
        evidence=Evidence(article.id, mention.evidence, quote, mention.surface, article.language, mention.spans),
        confidence=mention.confidence,
    )
