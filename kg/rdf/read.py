"""RDF back to the knowledge graph that it was written from; exactly, field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.model import (
    ArticleRecord,
    Count,
    Entity,
    EntityMention,
    Evidence,
    KnowledgeGraph,
    Labels,
    Literal,
    Modality,
    Polarity,
    Relation,
    Span,
    Spans,
    Statement,
    Time,
)
from kg.ontology import load_ontology
from kg.ontology.terms import Classes, Vocabulary
from kg.rdf.blocks import Term
from kg.rdf.describe import LINKS, MODALITIES, POLARITIES
from kg.rdf.namespaces import BASE, OA, PROV, RDF, RDFS, SCHEMA, SKOS, XSD, Names

_MODALITY = {individual: Modality(value) for value, individual in MODALITIES.items()}
_POLARITY = {individual: Polarity(value) for value, individual in POLARITIES.items()}


def read_graph(quads: Iterable[Quad], *, base: str = BASE) -> KnowledgeGraph:
    """The graph that `kg.rdf.write.quads` made these of, with or without their named graphs: a store, a parsed file.

    Everything comes back sorted: articles, entities and statements by id, what they hold by its own order. Other
    things that the quads may say are left alone. Raises StoreError where a thing lacks what it must have.
    """
    reader = _Reader(Names(base), _nodes(quads), {kind.iri: kind.id for kind in load_ontology().types})
    try:
        return reader.graph()
    except (KeyError, ValueError) as error:
        raise StoreError(f"the graph is not one that kg wrote ({error}); build it again") from error


Node = Mapping[str, list[Term]]


def _nodes(quads: Iterable[Quad]) -> dict[str, dict[str, list[Term]]]:
    """Subject -> predicate -> objects by IRI; objects once, whatever graphs say them."""
    found: dict[str, dict[str, dict[Term, None]]] = defaultdict(lambda: defaultdict(dict))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Term):
            found[quad.subject.value][quad.predicate.value][quad.object] = None
    return {subject: {predicate: list(terms) for predicate, terms in node.items()} for subject, node in found.items()}


@dataclass(frozen=True, slots=True)
class _Reader:
    names: Names
    nodes: dict[str, dict[str, list[Term]]]
    types: Mapping[str, str]

    def graph(self) -> KnowledgeGraph:
        found: dict[str, list[str]] = {prefix: [] for prefix in ("art", "ent", "st")}
        for iri, node in self.nodes.items():
            for prefix, subjects in found.items():
                if RDF + "type" in node and iri.startswith(self.names.prefixes[prefix]):
                    subjects.append(iri)
        return KnowledgeGraph(
            tuple(sorted(map(self._article, found["art"]), key=lambda article: article.id)),
            tuple(sorted(map(self._entity, found["ent"]), key=lambda entity: entity.id)),
            tuple(sorted(map(self._statement, found["st"]), key=lambda statement: statement.id)),
        )

    def _article(self, iri: str) -> ArticleRecord:
        node = self.nodes[iri]
        original = _text(node, Vocabulary.COPY_OF)
        return ArticleRecord(
            id=self._id(iri, "art"),
            url=_text(node, SCHEMA + "url"),
            title=_text(node, SCHEMA + "headline"),
            published=_day(node, SCHEMA + "datePublished"),
            language=_one(node, SCHEMA + "inLanguage"),
            source=_text(node, Vocabulary.SOURCE),
            digest=_one(node, Vocabulary.DIGEST),
            copy_of=None if original is None else self._id(original, "art"),
        )

    def _entity(self, iri: str) -> Entity:
        node = self.nodes[iri]
        mentions = (self._mention(term.value) for term in node.get(Vocabulary.MENTION, ()))
        return Entity(
            id=self._id(iri, "ent"),
            type=self.types[_one(node, RDF + "type")],
            labels=_labels(node, RDFS + "label"),
            aliases=tuple(sorted({term.value for term in node.get(SKOS + "altLabel", ())})),
            links=tuple(sorted(self._links(node))),
            mentions=tuple(sorted(mentions)),
        )

    def _links(self, node: Node) -> Iterator[tuple[str, str]]:
        for term in node.get(SKOS + "exactMatch", ()):
            for scheme, (before, _, after) in LINKS.items():
                if term.value.startswith(before):
                    yield scheme, term.value.removeprefix(before).removesuffix(after)
        for term in node.get(SKOS + "notation", ()):
            if isinstance(term, pyoxigraph.Literal):
                yield self._id(term.datatype.value, "scheme"), term.value

    def _mention(self, iri: str) -> EntityMention:
        node = self.nodes[iri]
        article, span, words = self._target(node)
        return EntityMention(article, span, words, _text(node, Vocabulary.MERGE_REASON) or "")

    def _target(self, annotation: Node) -> tuple[str, Span, str]:
        """Article, offsets and words of what is annotated."""
        target = self.nodes[_one(annotation, OA + "hasTarget")]
        selectors = {s.value: self.nodes[s.value] for s in target[OA + "hasSelector"]}
        position = min((s for s, node in selectors.items() if OA + "start" in node), default=None)
        quotes = [node for node in selectors.values() if OA + "exact" in node]
        if position is None or not quotes:
            raise ValueError("a quote without its place or its words")
        return self._id(_one(target, OA + "hasSource"), "art"), self._span(position), _one(quotes[0], OA + "exact")

    def _span(self, iri: str) -> Span:
        node = self.nodes[iri]
        return Span(int(_one(node, OA + "start")), int(_one(node, OA + "end")))

    def _statement(self, iri: str) -> Statement:
        node = self.nodes[iri]
        attribution, count = _text(node, PROV + "wasAttributedTo"), _text(node, Vocabulary.COUNT)
        evidence = (self._evidence(term.value) for term in node[Vocabulary.EVIDENCE])
        return Statement(
            subject=self._id(_one(node, RDF + "subject"), "ent"),
            relation=self._relation(_one(node, RDF + "predicate")),
            object=self._object(node),
            evidence=tuple(sorted(evidence, key=evidence_order)),
            confidence=float(_one(node, Vocabulary.CONFIDENCE)),
            polarity=_POLARITY[_one(node, Vocabulary.POLARITY)],
            modality=_MODALITY[_one(node, Vocabulary.MODALITY)],
            attribution=None if attribution is None else self._id(attribution, "ent"),
            time=_time(node),
            places=tuple(sorted(self._id(term.value, "ent") for term in node.get(Vocabulary.PLACE, ()))),
            count=None if count is None else Count(int(count), _one(node, Vocabulary.COUNT_COMPARATOR)),
        )

    def _relation(self, iri: str) -> Relation:
        node = self.nodes[iri]
        is_open = any(term.value == Classes.OPEN_RELATION for term in node[RDF + "type"])
        return Relation(self.names.compact(iri), _labels(node, RDFS + "label"), is_open)

    def _object(self, node: Node) -> str | Literal:
        (term,) = node[RDF + "object"]
        if isinstance(term, NamedNode):
            return self._id(term.value, "ent")
        labels, unit = _labels(node, Vocabulary.OBJECT_LABEL), _text(node, Vocabulary.UNIT) or ""
        plain = term.language or term.datatype.value == XSD + "string"
        datatype = "" if plain else self.names.compact(term.datatype.value)
        return Literal(term.value, term.language or "", datatype, unit, labels)

    def _evidence(self, iri: str) -> Evidence:
        node = self.nodes[iri]
        article, span, quote = self._target(node)
        (surface,) = node[Vocabulary.SURFACE_FORM]
        language = surface.language if isinstance(surface, pyoxigraph.Literal) else None
        parts = (Vocabulary.SUBJECT_SPAN, Vocabulary.RELATION_SPAN, Vocabulary.OBJECT_SPAN, Vocabulary.CUE_SPAN)
        spans = (tuple(sorted(self._span(term.value) for term in node.get(part, ()))) for part in parts)
        return Evidence(article, span, quote, surface.value, language or "", Spans(*spans))

    def _id(self, iri: str, prefix: str) -> str:
        found = self.names.local(iri, prefix)
        if found is None:
            raise ValueError(f"<{iri}> is not under <{self.names.prefixes[prefix]}>")
        return found


def evidence_order(evidence: Evidence) -> tuple[object, ...]:
    """The order of a statement's evidence: by article, then as in the text."""
    return evidence.article, evidence.span, evidence.surface, evidence.spans, evidence.language


def _one(node: Node, predicate: str) -> str:
    return next(iter(sorted(term.value for term in node[predicate])))


def _text(node: Node, predicate: str) -> str | None:
    return _one(node, predicate) if predicate in node else None


def _day(node: Node, predicate: str) -> date | None:
    return date.fromisoformat(_one(node, predicate)) if predicate in node else None


def _labels(node: Node, predicate: str) -> Labels:
    found = (term for term in node.get(predicate, ()) if isinstance(term, pyoxigraph.Literal))
    return Labels(tuple(sorted((term.language or "", term.value) for term in found)))


def _time(node: Node) -> Time | None:
    text = _text(node, Vocabulary.TIME_TEXT)
    if text is None:
        return None
    days = (_day(node, term) for term in (Vocabulary.TIME_START, Vocabulary.TIME_END))
    return Time(text, _text(node, Vocabulary.TIME_VALUE), *days)
