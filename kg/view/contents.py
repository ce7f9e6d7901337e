"""What the page knows, as compact JSON-ready values: entities, statements, sentences and articles by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import urlsplit

from msgspec import Struct

from kg.model import (
    ArticleRecord,
    Count,
    Entity,
    Evidence,
    KnowledgeGraph,
    Labels,
    Literal,
    Relation,
    Span,
    Statement,
    Time,
)
from kg.ontology import Ontology
from kg.ontology.terms import Types
from kg.view.appearance import link, look
from kg.view.ego import involved
from kg.wording import Words, words


class ArticleItem(Struct, frozen=True, omit_defaults=True):
    """An article; `url` only if it is one of the web."""

    id: str
    title: str = ""
    source: str = ""
    published: str = ""
    url: str = ""


class TypeItem(Struct, frozen=True):
    """A type of entity."""

    label: str
    family: str
    shape: str


class RelationItem(Struct, frozen=True, omit_defaults=True):
    """A relation; `symmetric` says that its edges have no direction."""

    id: str
    label: str
    open: bool = False
    symmetric: bool = False


class EntityItem(Struct, frozen=True, omit_defaults=True):
    """An entity: labels in all languages, names with how often each stands in the texts, links as text and address."""

    id: str
    type: str
    label: str
    labels: dict[str, str]
    aliases: list[tuple[str, int]] = []
    links: list[tuple[str, str]] = []
    mentions: int = 0
    articles: int = 0


class TimeItem(Struct, frozen=True, omit_defaults=True):
    """When; days as ISO dates."""

    text: str
    value: str = ""
    start: str = ""
    end: str = ""


class StatementItem(Struct, frozen=True, omit_defaults=True):
    """A statement; things are numbers, `literal` is the phrase where the object is none of them, `words` those of the
    relation with the status.

    `evidence` has, for each sentence, its number, the words of the relation, and the offsets (start, end, start, end …)
    of the words to mark in UTF-16 units from the quote's start, as JavaScript counts: first those of subject, relation
    and object, then the cues of the status, which are not among the first.
    """

    id: str
    subject: int
    relation: int
    words: int
    evidence: list[tuple[int, str, list[int], list[int]]]
    object: int = -1
    literal: str = ""
    polarity: str = ""
    modality: str = ""
    attribution: int = -1
    time: TimeItem | None = None
    places: list[int] = []
    count: tuple[int, str] | None = None
    confidence: float = 1.0


class Contents(Struct, frozen=True):
    """Everything; `sentences` are (article, start, end, quote, language), `words` those before and behind an object,
    statements are in the order of the texts."""

    articles: list[ArticleItem]
    sentences: list[tuple[int, int, int, str, str]]
    types: dict[str, TypeItem]
    relations: list[RelationItem]
    words: list[tuple[str, str]]
    entities: list[EntityItem]
    statements: list[StatementItem]


def contents(graph: KnowledgeGraph, ontology: Ontology, *, labels: str) -> Contents:
    """The graph with labels in the language `labels`. An entity that the graph does not define stands under its id."""
    articles = _articles(graph)
    statements = _in_text_order(graph.statements, articles)
    entities = _entities(graph)
    relations = _relations(statements)
    sentences = _sentences(statements, articles)
    said = list(dict.fromkeys(words(statement, labels) for statement in statements))
    numbers = _Numbers(
        entity={entity.id: n for n, entity in enumerate(entities)},
        relation={relation.id: n for n, relation in enumerate(relations)},
        sentence={_key(evidence): n for n, evidence in enumerate(sentences)},
        words={found: n for n, found in enumerate(said)},
    )
    place = {article.id: n for n, article in enumerate(articles)}
    return Contents(
        articles=[_article(article) for article in articles],
        sentences=[(place[e.article], e.span.start, e.span.end, e.quote, e.language) for e in sentences],
        types=_types(entities, ontology, labels),
        relations=_relation_items(relations, ontology, labels),
        words=[(found.before, found.after) for found in said],
        entities=[_entity(entity, labels) for entity in entities],
        statements=[_statement(statement, numbers, labels) for statement in statements],
    )


def phrase(literal: Literal, labels: str) -> str:
    """A literal as it is shown: its rendering, else its value and unit."""
    return literal.labels.get(labels) or " ".join(filter(None, (literal.value, literal.unit)))


def utf16(text: str) -> int:
    """How long JavaScript thinks the text is."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What stands for entities, relations, sentences and words in statements."""

    entity: dict[str, int]
    relation: dict[str, int]
    sentence: dict[tuple[str, int, int, str], int]
    words: dict[Words, int]


# -- what there is, in order -------------------------------------------------------------------------------------------


def _articles(graph: KnowledgeGraph) -> list[ArticleRecord]:
    """By day, those without one last."""
    known = {article.id: article for article in graph.articles}
    for statement in graph.statements:
        for evidence in statement.evidence:
            known.setdefault(evidence.article, ArticleRecord(evidence.article))
    return sorted(known.values(), key=lambda a: (a.published is None, str(a.published), a.id))


def _in_text_order(statements: Iterable[Statement], articles: list[ArticleRecord]) -> list[Statement]:
    place = {article.id: n for n, article in enumerate(articles)}

    def first(statement: Statement) -> tuple[int, int, int]:
        return min((place[e.article], e.span.start, e.span.end) for e in statement.evidence)

    return sorted(statements, key=lambda statement: (first(statement), statement.id))


def _entities(graph: KnowledgeGraph) -> list[Entity]:
    known = graph.entity_index()
    for key in sorted({key for statement in graph.statements for key in involved(statement)} - set(known)):
        known[key] = Entity(key, Types.THING, Labels.of({"en": key}))
    return sorted(known.values(), key=lambda entity: entity.id)


def _relations(statements: list[Statement]) -> list[Relation]:
    found = {statement.relation.id: statement.relation for statement in statements}
    return [found[key] for key in sorted(found)]


def _sentences(statements: list[Statement], articles: list[ArticleRecord]) -> list[Evidence]:
    """One evidence for every quoted sentence, in the order of the texts."""
    place = {article.id: n for n, article in enumerate(articles)}
    found = {_key(evidence): evidence for statement in statements for evidence in statement.evidence}
    return sorted(found.values(), key=lambda e: (place[e.article], e.span, e.quote))


def _key(evidence: Evidence) -> tuple[str, int, int, str]:
    return evidence.article, evidence.span.start, evidence.span.end, evidence.quote


# -- how it is written -------------------------------------------------------------------------------------------------


def _article(article: ArticleRecord) -> ArticleItem:
    day = article.published.isoformat() if article.published else ""
    return ArticleItem(article.id, article.title or "", article.source or "", day, _web(article.url))


def _web(url: str | None) -> str:
    """The address if it is one of the web, else ""."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return (url or "") if parts.scheme in {"http", "https"} and parts.netloc else ""


def _types(entities: list[Entity], ontology: Ontology, labels: str) -> dict[str, TypeItem]:
    names = {kind.id: kind.labels.get(labels) for kind in ontology.types}
    looks = {key: look(ontology, key) for key in sorted({entity.type for entity in entities})}
    return {key: TypeItem(names.get(key, key), found.family, found.shape) for key, found in looks.items()}


def _relation_items(relations: list[Relation], ontology: Ontology, labels: str) -> list[RelationItem]:
    symmetric = {found.relation.id for found in ontology.relations if found.symmetric}
    return [RelationItem(r.id, r.labels.get(labels) or r.id, r.open, r.id in symmetric) for r in relations]


def _entity(entity: Entity, labels: str) -> EntityItem:
    said = Counter(mention.text for mention in entity.mentions)
    return EntityItem(
        entity.id,
        entity.type,
        entity.label(labels),
        entity.labels.as_dict(),
        aliases=[(name, said[name]) for name in entity.aliases],
        links=[link(scheme, key) for scheme, key in entity.links],
        mentions=len(entity.mentions),
        articles=len({mention.article for mention in entity.mentions}),
    )


def _statement(statement: Statement, numbers: _Numbers, labels: str) -> StatementItem:
    target = statement.object
    return StatementItem(
        statement.id,
        numbers.entity[statement.subject],
        numbers.relation[statement.relation.id],
        numbers.words[words(statement, labels)],
        [(numbers.sentence[_key(e)], e.surface, *_marks(e)) for e in statement.evidence],
        object=numbers.entity[target] if isinstance(target, str) else -1,
        literal=phrase(target, labels) if isinstance(target, Literal) else "",
        polarity=statement.polarity.value,
        modality=statement.modality.value,
        attribution=numbers.entity[statement.attribution] if statement.attribution else -1,
        time=_time(statement.time) if statement.time else None,
        places=[numbers.entity[place] for place in statement.places],
        count=_count(statement.count) if statement.count else None,
        confidence=round(statement.confidence, 3),
    )


def _marks(evidence: Evidence) -> tuple[list[int], list[int]]:
    """Offsets of the words to mark and of the cues, as `StatementItem` has them; joined where they touch, cut to the
    quote."""
    cues, said = (_places(evidence, spans) for spans in (evidence.spans.cue, evidence.spans.said))
    return _runs(said - cues, evidence.quote), _runs(cues, evidence.quote)


def _places(evidence: Evidence, spans: Iterable[Span]) -> set[int]:
    """Which characters of the quote the spans cover."""
    start, end = evidence.span.start, evidence.span.start + len(evidence.quote)
    return {at - start for span in spans for at in range(max(span.start, start), min(span.end, end))}


def _runs(places: AbstractSet[int], quote: str) -> list[int]:
    """Where runs of characters begin and end, in UTF-16 units."""
    edges = sorted({*places} ^ {at + 1 for at in places})
    return [utf16(quote[:at]) for at in edges]


def _time(time: Time) -> TimeItem:
    days = ((day.isoformat() if day else "") for day in (time.start, time.end))
    return TimeItem(time.text, time.value or "", *days)


def _count(count: Count) -> tuple[int, str]:
    return count.value, count.comparator
