"""Entity types and relations, read from ``ontologies/kg.ttl``, and which types fit which relation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import pyoxigraph

from kg.errors import OntologyError
from kg.model import Labels, Relation
from kg.ontology.files import data

KG = "https://kg.example/ontology#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"

Object: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.Literal
Node: TypeAlias = Mapping[str, Sequence[Object]]


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type of thing. `parents` are the ids right above it.

    `recognized` says that a thing of this type is always known as one (by name recognition or the gazetteer), so that
    something of a vaguer type is not of it.
    """

    id: str
    iri: str
    labels: Labels
    parents: tuple[str, ...] = ()
    recognized: bool = False


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation with the ids of the types that fit its subject (`domain`) and its object (`range`).

    `inverse` is the id of the inverse relation, "" for none; `qualifiers` name what may qualify a statement (time,
    place, count); `cameo` and `plover` are codes of political-event research, "" where there is none; `literal` says
    that the object may be a phrase or an amount; `lasting` that the relation is said in the present of what lasts, and
    so not of what was once; `attitude` that the object is what the subject says, thinks or wants.
    """

    relation: Relation
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool = False
    inverse: str = ""
    qualifiers: tuple[str, ...] = ()
    cameo: str = ""
    plover: str = ""
    literal: bool = False
    lasting: bool = False
    attitude: bool = False


class Ontology:
    """All entity types and relations, by id."""

    def __init__(self, types: Iterable[EntityType], relations: Iterable[RelationType]) -> None:
        self._types = {t.id: t for t in sorted(types, key=lambda t: t.id)}
        self._relations = {r.relation.id: r for r in sorted(relations, key=lambda r: r.relation.id)}
        self._ancestors = {key: self._closure(key) for key in self._types}

    @property
    def types(self) -> tuple[EntityType, ...]:
        return tuple(self._types.values())

    @property
    def relations(self) -> tuple[RelationType, ...]:
        return tuple(self._relations.values())

    def entity_type(self, key: str) -> EntityType:
        """The type of this id ("Person"); OntologyError if there is none."""
        try:
            return self._types[key]
        except KeyError:
            raise OntologyError(f"no entity type {key!r} in ontologies/kg.ttl") from None

    def relation(self, key: str) -> RelationType:
        """The relation of this id ("kg:met"); OntologyError if there is none."""
        try:
            return self._relations[key]
        except KeyError:
            raise OntologyError(f"no relation {key!r} in ontologies/kg.ttl") from None

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or below it."""
        self.entity_type(ancestor)
        return ancestor in self._ancestors[self.entity_type(kind).id]

    def fits(self, kind: str, expected: str) -> bool:
        """Whether a thing known as `kind` may be an `expected`: it is one, or it is only vaguely known.

        A place may turn out to be a city, but not a country: those are all in the gazetteer (`EntityType.recognized`).
        """
        if self.is_a(kind, expected):
            return True
        between = self._ancestors[expected] - self._ancestors[kind]
        return self.is_a(expected, kind) and not any(self._types[step].recognized for step in between)

    def accepts(self, relation: str, subject: str, target: str | None) -> bool:
        """Whether the types of subject and object fit the relation; `target`, the object's, is None for a literal."""
        found = self.relation(relation)
        if not any(self.fits(subject, expected) for expected in found.domain):
            return False
        if target is None:
            return found.literal
        return any(self.fits(target, expected) for expected in found.range)

    def _closure(self, key: str) -> frozenset[str]:
        above = (self._closure(parent) for parent in self.entity_type(key).parents)
        return frozenset({key}).union(*above)


@cache
def load_ontology() -> Ontology:
    """The ontology of ``ontologies/kg.ttl``; OntologyError if the file is wrong."""
    return parse(data("kg.ttl").read_bytes())


def parse(turtle: bytes) -> Ontology:
    """The ontology that a Turtle file says; OntologyError if it is no Turtle or names what it does not define."""
    nodes = read(turtle)
    ids = {iri: _text(node, KG + "typeId") for iri, node in nodes.items() if KG + "typeId" in node}
    types = [_entity_type(iri, nodes[iri], ids) for iri in ids]
    return Ontology(types, [_relation(iri, node, nodes, ids) for iri, node in nodes.items() if _kind(node)])


def read(turtle: bytes) -> dict[str, dict[str, list[Object]]]:
    """Subject -> predicate -> objects, in file order, by full IRI; blank nodes left out."""
    nodes: dict[str, dict[str, list[Object]]] = {}
    try:
        for quad in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(quad.object, Object):
                nodes.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    except SyntaxError as error:
        raise OntologyError(f"ontologies/kg.ttl is not Turtle: {error}") from error
    return nodes


def compact(iri: str) -> str:
    """The id of a term of this ontology ("kg:met")."""
    return "kg:" + iri.removeprefix(KG)


def _entity_type(iri: str, node: Node, ids: Mapping[str, str]) -> EntityType:
    parents = _ids(iri, node, RDFS + "subClassOf", ids)
    return EntityType(ids[iri], iri, _labels(iri, node), parents, _true(node, KG + "recognized"))


def _relation(iri: str, node: Node, nodes: Mapping[str, Node], ids: Mapping[str, str]) -> RelationType:
    inverse = _text(node, OWL + "inverseOf")
    if inverse and inverse not in nodes:
        raise OntologyError(f"ontologies/kg.ttl: {compact(iri)} has an inverse that is not there: {inverse}")
    qualifiers = nodes.get(_kind(node), {}).get(KG + "qualifier", ())
    return RelationType(
        Relation(compact(iri), _labels(iri, node)),
        domain=_ids(iri, node, SCHEMA + "domainIncludes", ids),
        range=_ids(iri, node, SCHEMA + "rangeIncludes", ids),
        symmetric=_true(node, KG + "symmetric"),
        inverse=compact(inverse) if inverse else "",
        qualifiers=tuple(term.value.removeprefix(KG) for term in qualifiers),
        cameo=_text(node, KG + "cameo"),
        plover=_text(node, KG + "plover"),
        literal=_true(node, KG + "literalRange"),
        lasting=_true(node, KG + "lasting"),
        attitude=_true(node, KG + "attitude"),
    )


def _kind(node: Node) -> str:
    """The class of relations that the node is of, "" if it is no relation."""
    kinds = (KG + "EventRelation", KG + "StateRelation")
    return next((term.value for term in node.get(RDF_TYPE, ()) if term.value in kinds), "")


def _ids(iri: str, node: Node, predicate: str, ids: Mapping[str, str]) -> tuple[str, ...]:
    found = [term.value for term in node.get(predicate, ())]
    if unknown := [value for value in found if value not in ids]:
        raise OntologyError(f"ontologies/kg.ttl: {iri} names {unknown[0]}, which is no entity type")
    return tuple(ids[value] for value in found)


def _labels(iri: str, node: Node) -> Labels:
    found = [term for term in node.get(RDFS + "label", ()) if isinstance(term, pyoxigraph.Literal)]
    if not found:
        raise OntologyError(f"ontologies/kg.ttl: {iri} has no label")
    return Labels.of({term.language or "en": term.value for term in found})


def _text(node: Node, predicate: str) -> str:
    return next((term.value for term in node.get(predicate, ())), "")


def _true(node: Node, predicate: str) -> bool:
    return _text(node, predicate) == "true"
