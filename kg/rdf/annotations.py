"""Where things stand in the articles, as Web Annotations (W3C 2017): one named graph an article.

An annotation's target is a span of the article, given by its offsets and its words; a span that is named, quoted and
highlighted by turns is described once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.model import ArticleRecord, Entity, EntityMention, Evidence, KnowledgeGraph, Span, Spans, Statement
from kg.ontology.terms import Vocabulary
from kg.rdf.blocks import TYPE, Block, Property, day, integer, iri, text, typed
from kg.rdf.namespaces import OA, SCHEMA, XSD, Names, digest

_ANNOTATION = (TYPE, iri(OA + "Annotation"))
_BODY, _TARGET, _MOTIVE = iri(OA + "hasBody"), iri(OA + "hasTarget"), iri(OA + "motivatedBy")


def article_block(article: ArticleRecord, names: Names) -> Block:
    """All that the graph keeps of an article."""
    found: list[Property] = [(TYPE, iri(SCHEMA + "NewsArticle")), (iri(SCHEMA + "identifier"), text(article.id))]
    if article.title is not None:
        found.append((iri(SCHEMA + "headline"), text(article.title, article.language)))
    if article.published is not None:
        found.append((iri(SCHEMA + "datePublished"), day(article.published)))
    found.append((iri(SCHEMA + "inLanguage"), text(article.language)))
    if article.source is not None:
        found.append((iri(Vocabulary.SOURCE), text(article.source)))
    if article.url is not None:
        found.append((iri(SCHEMA + "url"), typed(article.url, XSD + "anyURI")))
    found.append((iri(Vocabulary.DIGEST), text(article.digest)))
    if article.copy_of is not None:
        found.append((iri(Vocabulary.COPY_OF), names.article(article.copy_of)))
    node = names.article(article.id)
    return Block.of(node, node, found)


def evidence_node(statement: str, evidence: Evidence, names: Names) -> NamedNode:
    """The annotation that backs the statement of this id, named after what it says, not after its place."""
    places = [f"{part} {start} {end}" for part, spans in evidence.spans.as_dict().items() for start, end in spans]
    content = (evidence.article, evidence.span.start, evidence.span.end, evidence.surface, evidence.language)
    return names.node("ev", f"{statement}-{digest(*content, *places)[:12]}")


def mention_node(entity: str, mention: EntityMention, names: Names) -> NamedNode:
    """The annotation that says where the entity of this id is named."""
    return names.node("men", digest(entity, mention.article, mention.span.start, mention.span.end, mention.reason))


def annotated(graph: KnowledgeGraph, names: Names) -> Iterator[Block]:
    """Evidence, then mentions, then the spans of both, in the order of the graph, the spans in that of the text."""
    spans = _Spans(names)
    for statement in graph.statements:
        for evidence in statement.evidence:
            yield _evidence(statement, evidence, spans)
    for entity in graph.entities:
        for mention in entity.mentions:
            yield _mention(entity, mention, spans)
    yield from spans.blocks()


@dataclass(slots=True)
class _Spans:
    """The spans asked for so far: by article and offsets, the words where the span is a target and not just a mark."""

    names: Names
    found: dict[tuple[str, Span], set[str]] = field(default_factory=lambda: defaultdict(set))

    def target(self, article: str, span: Span, words: str) -> NamedNode:
        self.found[article, span].add(words)
        return NamedNode(self.names.position(article, span).value + "-target")

    def position(self, article: str, span: Span) -> NamedNode:
        self.found[article, span].update(())
        return self.names.position(article, span)

    def blocks(self) -> Iterator[Block]:
        for (article, span), words in sorted(self.found.items(), key=lambda item: item[0]):
            graph, position = self.names.article(article), self.names.position(article, span)
            if words:
                yield from self._target(graph, position, sorted(words))
            offsets = ((iri(OA + "start"), integer(span.start)), (iri(OA + "end"), integer(span.end)))
            yield Block.of(position, graph, ((TYPE, iri(OA + "TextPositionSelector")), *offsets))

    def _target(self, article: NamedNode, position: NamedNode, words: list[str]) -> Iterator[Block]:
        target, quote = (NamedNode(position.value + suffix) for suffix in ("-target", "-quote"))
        selectors = ((iri(OA + "hasSelector"), position), (iri(OA + "hasSelector"), quote))
        source = (iri(OA + "hasSource"), article)
        yield Block.of(target, article, ((TYPE, iri(OA + "SpecificResource")), source, *selectors))
        exact = ((iri(OA + "exact"), text(quoted)) for quoted in words)
        yield Block.of(quote, article, ((TYPE, iri(OA + "TextQuoteSelector")), *exact))


def parts_of(spans: Spans) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """The spans of a piece of evidence by their properties."""
    return (
        (Vocabulary.SUBJECT_SPAN, spans.subject),
        (Vocabulary.RELATION_SPAN, spans.relation),
        (Vocabulary.OBJECT_SPAN, spans.object),
        (Vocabulary.CUE_SPAN, spans.cue),
    )


def _evidence(statement: Statement, evidence: Evidence, spans: _Spans) -> Block:
    names, article = spans.names, evidence.article
    properties: tuple[Property, ...] = (
        _ANNOTATION,
        (_MOTIVE, iri(OA + "describing")),
        (_BODY, names.statement(statement.id)),
        (_TARGET, spans.target(article, evidence.span, evidence.quote)),
        (iri(Vocabulary.SURFACE_FORM), text(evidence.surface, evidence.language)),
        *((iri(part), spans.position(article, span)) for part, own in parts_of(evidence.spans) for span in own),
    )
    return Block.of(evidence_node(statement.id, evidence, names), names.article(article), properties)


def _mention(entity: Entity, mention: EntityMention, spans: _Spans) -> Block:
    names, article = spans.names, mention.article
    properties: tuple[Property, ...] = (
        _ANNOTATION,
        (_MOTIVE, iri(OA + "identifying")),
        (_BODY, names.entity(entity.id)),
        (_TARGET, spans.target(article, mention.span, mention.text)),
        *([(iri(Vocabulary.MERGE_REASON), text(mention.reason))] if mention.reason else ()),
    )
    return Block.of(mention_node(entity.id, mention, names), names.article(article), properties)
