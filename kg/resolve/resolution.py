"""From documents to the knowledge graph: who is who across articles, and what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.errors import ArticleError
from kg.model import ArticleRecord, Document, KnowledgeGraph
from kg.ontology import Ontology
from kg.ontology.gazetteer import Gazetteer
from kg.resolve.copies import copies
from kg.resolve.edits import Edits
from kg.resolve.entities import ChainKey, entities
from kg.resolve.groups import Group, grouped
from kg.resolve.identity import Identifier
from kg.resolve.local import Reading, read
from kg.resolve.merge import Merge, merged
from kg.resolve.names import Orthography
from kg.resolve.statements import LEAST_CONFIDENCE, statements


@dataclass(frozen=True, slots=True)
class Resolution:
    """A graph and how it came about: the merges of names that differ, and the claims that were dropped, by reason.

    `groups` are the local entities that are one beyond question, `clusters` numbers of groups that were joined, `ids`
    the entity of each chain that became part of one.
    """

    graph: KnowledgeGraph
    merges: tuple[Merge, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
    groups: tuple[Group, ...] = ()
    clusters: tuple[tuple[int, ...], ...] = ()
    ids: Mapping[ChainKey, str] = field(default_factory=dict)


def resolve(
    documents: Iterable[Document],
    *,
    gazetteer: Gazetteer,
    ontology: Ontology,
    edits: Edits | None = None,
    least: float = LEAST_CONFIDENCE,
) -> KnowledgeGraph:
    """The knowledge graph of `documents`; their order does not matter. Statements less sure than `least` are left out.

    Documents are read one by one and only their compact form is kept (no text, no parse). Raises ArticleError when
    two different articles have one id.
    """
    return resolution(documents, gazetteer=gazetteer, ontology=ontology, edits=edits, least=least).graph


def resolution(
    documents: Iterable[Document],
    *,
    gazetteer: Gazetteer,
    ontology: Ontology,
    edits: Edits | None = None,
    least: float = LEAST_CONFIDENCE,
) -> Resolution:
    """The same with its reasons."""
    readings = _readings(documents)
    edits = edits or Edits()
    languages = tuple(sorted({reading.record.language for reading in readings}))
    identifier = Identifier(gazetteer, ontology, Orthography.of(languages), edits.ids())
    groups = grouped((entity for reading in readings for entity in reading.entities), identifier)
    joined = merged(groups, edits)
    found = entities(groups, joined, used=_used(readings), identifier=identifier)
    said, dropped = statements(readings, found.ids, ontology, least=least)
    dropped["nobody-known"] += sum(reading.dropped for reading in readings)
    graph = KnowledgeGraph(_records(readings), found.entities, said)
    counted = tuple(sorted((+Counter(dropped)).items()))
    return Resolution(graph, joined.merges, counted, groups, joined.clusters, found.ids)


def _readings(documents: Iterable[Document]) -> tuple[Reading, ...]:
    """The compact documents, sorted by id; the same article twice is one."""
    found: dict[str, Reading] = {}
    for document in documents:
        reading = read(document)
        other = found.setdefault(reading.record.id, reading)
        if other.record != reading.record:
            raise ArticleError(f"two articles have the id {reading.record.id!r}; give one of them another id")
    return tuple(found[key] for key in sorted(found))


def _records(readings: Iterable[Reading]) -> tuple[ArticleRecord, ...]:
    """The articles, each copy with its original."""
    readings = tuple(readings)
    copied = copies((reading.record, reading.wording) for reading in readings)
    return tuple(replace(reading.record, copy_of=copied.get(reading.record.id)) for reading in readings)


def _used(readings: Iterable[Reading]) -> frozenset[ChainKey]:
    return frozenset(key for reading in readings for key in _chains(reading))


def _chains(reading: Reading) -> Iterator[ChainKey]:
    """Every chain that a claim of the article is about."""
    for claim in reading.claims:
        others = (claim.object, claim.attribution, *claim.places)
        yield from ((reading.record.id, chain) for chain in (claim.subject, *others) if isinstance(chain, int))
