"""A knowledge graph as blocks of RDF: articles, entities with their direct edges, relations, statements, the rest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.lang import languages
from kg.model import Entity, KnowledgeGraph, Labels, Literal, Relation, Statement, Time
from kg.ontology import Ontology, load_ontology
from kg.ontology.terms import Classes, Individuals, Vocabulary
from kg.rdf.annotations import annotated, article_block, evidence_node, mention_node
from kg.rdf.blocks import TYPE, Block, Property, Term, day, decimal, integer, iri, text, typed
from kg.rdf.namespaces import PROV, RDF, RDFS, SCHEMA, SKOS, XSD, Names, whole
from kg.wording import words

LINKS: Mapping[str, tuple[str, str, str]] = {
    "geonames": ("https://sws.geonames.org/", r"[1-9][0-9]*", "/"),
    "wikidata": ("http://www.wikidata.org/entity/", r"Q[1-9][0-9]*", ""),
}
"""Schemes whose ids are IRIs in the web of data: what stands before the id, its form, what stands after."""

MODALITIES = {
    "asserted": Individuals.ASSERTED, "reported": Individuals.REPORTED, "planned": Individuals.PLANNED,
    "possible": Individuals.POSSIBLE, "hypothetical": Individuals.HYPOTHETICAL,
}  # fmt: skip
POLARITIES = {"affirmed": Individuals.AFFIRMED, "negated": Individuals.NEGATED}


def describe(graph: KnowledgeGraph, names: Names) -> Iterator[Block]:
    """All that the graph says, each subject once, in the order of the graph.

    Raises OntologyError for a type or a relation that the ontology does not have.
    """
    yield from (article_block(article, names) for article in graph.articles)
    yield from _Resolved(names, load_ontology()).blocks(graph)
    yield from annotated(graph, names)


@dataclass(frozen=True, slots=True)
class _Resolved:
    names: Names
    ontology: Ontology

    def blocks(self, graph: KnowledgeGraph) -> Iterator[Block]:
        edges = self._edges(graph.statements)
        spoken = {article.id: article.language for article in graph.articles}
        for entity in graph.entities:
            yield self._entity(entity, edges.pop(entity.id, ()), spoken)
        for subject, found in edges.items():  # of a thing that nothing describes: for validation to find
            yield Block(self.names.entity(subject), ((self.names.edges, tuple(found)),))
        relations = {relation.id: relation for relation in _relations(graph.statements)}
        yield from map(self._relation, relations.values())
        yield from (self._statement(statement, relations[statement.relation.id]) for statement in graph.statements)

    def _edges(self, statements: Iterable[Statement]) -> dict[str, Iterable[Property]]:
        """What may be said as a plain fact, by subject; each edge once, however many statements say it.

        Of a symmetric relation from both sides: who asks whom Shoigu met must find whoever met Shoigu.
        """
        found: dict[str, dict[Property, None]] = defaultdict(dict)
        for statement in statements:
            if statement.direct:
                relation = self.names.term(statement.relation.id)
                found[statement.subject][relation, self._object(statement)] = None
                if isinstance(statement.object, str) and self._symmetric(statement.relation):
                    found[statement.object][relation, self.names.entity(statement.subject)] = None
        return {subject: sorted(edges, key=lambda edge: tuple(map(str, edge))) for subject, edges in found.items()}

    def _symmetric(self, relation: Relation) -> bool:
        return not relation.open and self.ontology.relation(relation.id).symmetric

    def _entity(self, entity: Entity, edges: Iterable[Property], languages: Mapping[str, str]) -> Block:
        node = self.names.entity(entity.id)
        properties: tuple[Property, ...] = (
            (TYPE, iri(self.ontology.entity_type(entity.type).iri)),
            (iri(SCHEMA + "name"), text(entity.label())),
            *_labels(RDFS + "label", entity.labels),
            *((iri(SKOS + "altLabel"), alias) for alias in _aliases(entity, languages)),
            *(self._link(scheme, key) for scheme, key in entity.links),
        )
        named: dict[str, list[Property]] = defaultdict(list)
        for mention in entity.mentions:
            named[mention.article].append((iri(Vocabulary.MENTION), mention_node(entity.id, mention, self.names)))
        parts = [(self.names.resolved, tuple(properties)), (self.names.edges, tuple(edges))]
        parts += [(self.names.article(article), tuple(found)) for article, found in named.items()]
        return Block(node, tuple(parts))

    def _link(self, scheme: str, key: str) -> Property:
        if scheme in LINKS:
            before, form, after = LINKS[scheme]
            if re.fullmatch(form, key):
                return iri(SKOS + "exactMatch"), iri(before + key + after)
        return iri(SKOS + "notation"), typed(key, self.names.node("scheme", scheme).value)

    def _relation(self, relation: Relation) -> Block:
        properties: list[Property] = [
            (TYPE, iri(Classes.OPEN_RELATION if relation.open else Classes.RELATION)),
            (iri(SCHEMA + "name"), text(relation.labels.get() or relation.id)),
            *_labels(RDFS + "label", relation.labels),
        ]
        if not relation.open:
            known = self.ontology.relation(relation.id)
            codes = ((Vocabulary.CAMEO, known.cameo), (Vocabulary.PLOVER, known.plover))
            properties += [(iri(term), text(code)) for term, code in codes if code]
            if known.symmetric:
                properties.append((iri(Vocabulary.SYMMETRIC), typed("true", XSD + "boolean")))
        return Block.of(self.names.term(relation.id), self.names.resolved, properties)

    def _statement(self, statement: Statement, relation: Relation) -> Block:
        told = (*self._core(statement), *_in_words(replace(statement, relation=relation)))
        resolved = (*told, *self._qualifiers(statement), *_surfaces(statement))
        backed: dict[str, list[Property]] = defaultdict(list)
        for evidence in statement.evidence:
            node = evidence_node(statement.id, evidence, self.names)
            backed[evidence.article].append((iri(Vocabulary.EVIDENCE), node))
        parts = [(self.names.resolved, resolved)]
        for article, found in backed.items():
            node = self.names.article(article)
            parts.append((node, ((iri(PROV + "wasDerivedFrom"), node), *found)))
        return Block(self.names.statement(statement.id), tuple(parts))

    def _core(self, statement: Statement) -> Iterator[Property]:
        yield TYPE, iri(Classes.STATEMENT)
        yield TYPE, iri(RDF + "Statement")
        yield iri(RDF + "subject"), self.names.entity(statement.subject)
        yield iri(RDF + "predicate"), self.names.term(statement.relation.id)
        yield iri(RDF + "object"), self._object(statement)
        if isinstance(statement.object, Literal):
            if statement.object.unit:
                yield iri(Vocabulary.UNIT), text(statement.object.unit)
            yield from _labels(Vocabulary.OBJECT_LABEL, statement.object.labels)
        yield iri(Vocabulary.POLARITY), iri(POLARITIES[statement.polarity])
        yield iri(Vocabulary.MODALITY), iri(MODALITIES[statement.modality])

    def _qualifiers(self, statement: Statement) -> Iterator[Property]:
        if statement.attribution is not None:
            yield iri(PROV + "wasAttributedTo"), self.names.entity(statement.attribution)
        if statement.count is not None:
            yield iri(Vocabulary.COUNT), integer(statement.count.value)
            yield iri(Vocabulary.COUNT_COMPARATOR), text(statement.count.comparator)
        if statement.time is not None:
            yield from _time(statement.time)
        yield from ((iri(Vocabulary.PLACE), self.names.entity(place)) for place in statement.places)

    def _object(self, statement: Statement) -> Term:
        target = statement.object
        if isinstance(target, str):
            return self.names.entity(target)
        if target.datatype:
            return typed(target.value, self.names.term(target.datatype).value)
        return text(target.value, target.language)


def _relations(statements: Iterable[Statement]) -> Iterator[Relation]:
    """Each relation once, by id, with the labels that any statement gives it."""
    found: dict[tuple[str, bool], set[tuple[str, str]]] = defaultdict(set)
    for statement in statements:
        found[statement.relation.id, statement.relation.open].update(statement.relation.labels.entries)
    for (key, is_open), labels in sorted(found.items()):
        first = dict(sorted(labels, reverse=True))  # of several labels the first in the alphabet
        yield Relation(key, Labels.of(first), is_open)


def _labels(predicate: str, labels: Labels) -> Iterator[Property]:
    return ((iri(predicate), text(label, language)) for language, label in labels.entries)


def _aliases(entity: Entity, languages: Mapping[str, str]) -> Iterator[Term]:
    """The aliases, each in the language of the articles that use it where they agree."""
    used: dict[str, set[str]] = defaultdict(set)
    for mention in entity.mentions:
        used[whole(mention.text)].add(languages.get(mention.article, ""))
    for alias in entity.aliases:
        found = used.get(whole(alias), set())
        yield text(alias, next(iter(found)) if len(found) == 1 else "")


def _in_words(statement: Statement) -> Iterator[Property]:
    """The relation with the status, in every language."""
    return ((iri(Vocabulary.IN_WORDS), text(str(words(statement, code)), code)) for code in languages())


def _time(time: Time) -> Iterator[Property]:
    yield iri(Vocabulary.TIME_TEXT), text(time.text)
    if time.value is not None:
        yield iri(Vocabulary.TIME_VALUE), text(time.value)
    if time.start is not None:
        yield iri(Vocabulary.TIME_START), day(time.start)
    if time.end is not None:
        yield iri(Vocabulary.TIME_END), day(time.end)


def _surfaces(statement: Statement) -> Iterator[Property]:
    """The words of the relation, as often as they differ, and how sure the build is."""
    surfaces = sorted({(evidence.surface, evidence.language) for evidence in statement.evidence})
    yield from ((iri(Vocabulary.SURFACE_FORM), text(surface, language)) for surface, language in surfaces)
    yield iri(Vocabulary.CONFIDENCE), decimal(statement.confidence)
