"""What is known of one statement, or one entity, as a page of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import ArticleRecord, Entity, Evidence, KnowledgeGraph, Modality, Polarity, Statement
from kg.ontology import load_ontology
from kg.ontology.relation_terms import Relations
from kg.view.appearance import link
from kg.view.contents import phrase
from kg.view.strings import strings
from kg.wording import sentence

_COMPARATORS = {">=": "ge", "<=": "le", ">": "gt", "<": "lt", "~": "about"}
_NAME = 18  # letters before what a line says


def statement_account(graph: KnowledgeGraph, statement: Statement, *, labels: str = "en") -> str:
    """The statement in words, its status and what says so, when, where and how often, and each sentence it is from."""
    return "\n".join(_Account.of(graph, labels).statement(statement)) + "\n"


def entity_account(graph: KnowledgeGraph, entity: Entity, *, labels: str = "en") -> str:
    """Names, type and links of the entity, its offices, and in words all that is said of it, by it and in it."""
    return "\n".join(_Account.of(graph, labels).entity(entity)) + "\n"


@dataclass(frozen=True, slots=True)
class _Account:
    graph: KnowledgeGraph
    entities: Mapping[str, Entity]
    articles: Mapping[str, ArticleRecord]
    labels: str
    words: Mapping[str, str]

    @classmethod
    def of(cls, graph: KnowledgeGraph, labels: str) -> _Account:
        articles = {article.id: article for article in graph.articles}
        return cls(graph, graph.entity_index(), articles, labels, strings(labels))

    # -- statements ----------------------------------------------------------------------------------------------------

    def statement(self, statement: Statement) -> Iterator[str]:
        yield self._sentence(statement)
        yield ""
        yield from self._status(statement)
        told = dict.fromkeys(word for evidence in statement.evidence for word in evidence.cues)
        yield from _line(self.words["told_cue"], ", ".join(f"“{word}”" for word in told))
        yield from _line(self.words["time"], self._time(statement))
        yield from _line(self.words["places"], ", ".join(map(self._name, statement.places)))
        yield from _line(self.words["count"], self._count(statement))
        yield from _line(self.words["confidence"], f"{statement.confidence:.0%}")
        yield from _line(self.words["column_relation"], statement.relation.id)
        yield from _line("id", statement.id)
        yield from ("", self._say("evidence", len(statement.evidence)))
        for evidence in statement.evidence:
            yield from self._evidence(evidence)

    def _sentence(self, statement: Statement) -> str:
        target = statement.object
        shown = self._name(target) if isinstance(target, str) else phrase(target, self.labels)
        return sentence(statement, self._name(statement.subject), shown, self.labels)

    def _status(self, statement: Statement) -> Iterator[str]:
        negated = statement.polarity is Polarity.NEGATED
        kinds = [statement.polarity.value] if negated else []
        if statement.modality is not Modality.ASSERTED or not negated:
            kinds.append(statement.modality.value)
        for kind in kinds:
            name = self.words["told_fact" if kind == Modality.ASSERTED else f"told_{kind}"]
            yield from _line(self.words["column_status"], f"{name}. {self.words[f'told_{kind}_text']}")
        if statement.attribution:
            yield from _line(self.words["source"], self._name(statement.attribution))

    def _evidence(self, evidence: Evidence) -> Iterator[str]:
        article = self.articles.get(evidence.article, ArticleRecord(evidence.article))
        day = article.published.isoformat() if article.published else ""
        place = self.words["characters"].format(start=evidence.span.start, end=evidence.span.end)
        yield ""
        yield f"  “{' '.join(evidence.quote.split())}”"
        for line in ((article.title, article.source, day), (article.url,), (article.id, place)):
            if shown := ", ".join(part for part in line if part):
                yield f"    {shown}"

    def _time(self, statement: Statement) -> str:
        time = statement.time
        if time is None:
            return ""
        return time.text if time.value in (None, time.text) else f"{time.value} (“{time.text}”)"

    def _count(self, statement: Statement) -> str:
        count = statement.count
        if count is None:
            return ""
        times = self._say("times", count.value)
        comparator = _COMPARATORS.get(count.comparator)
        return self.words[f"comparator_{comparator}"].format(n=times) if comparator else times

    # -- entities ------------------------------------------------------------------------------------------------------

    def entity(self, entity: Entity) -> Iterator[str]:
        types = {kind.id: kind.labels.get(self.labels) for kind in load_ontology().types}
        names = [alias for alias in entity.aliases if alias != entity.label(self.labels)]
        articles = self._say("count_articles", len({mention.article for mention in entity.mentions}))
        mentions = self._say("mentions", len(entity.mentions)).replace("{articles}", articles)
        yield entity.label(self.labels)
        yield ""
        yield from _line(self.words["as_type"], types.get(entity.type, entity.type))
        yield from _line(self.words["aliases"], "; ".join(names))
        for scheme, key in entity.links:
            yield from _line(self.words["links"], " ".join(filter(None, link(scheme, key))))
        yield from _line("", mentions)
        yield from _line("id", entity.id)
        for name, statements in self._parts(entity.id):
            yield from self._list(name, statements)

    def _parts(self, key: str) -> Iterator[tuple[str, list[Statement]]]:
        said = self.graph.statements
        does = [s for s in said if s.subject == key]
        yield self.words["as_office"], [s for s in does if s.relation.id == Relations.HOLDS_OFFICE]
        yield self.words["as_subject"], [s for s in does if s.relation.id != Relations.HOLDS_OFFICE]
        yield self.words["as_object"], [s for s in said if s.object == key]
        yield self.words["as_source"], [s for s in said if s.attribution == key]
        yield self.words["as_place"], [s for s in said if key in s.places]

    def _list(self, name: str, statements: Iterable[Statement]) -> Iterator[str]:
        lines = sorted((self._when(s), self._listed(s)) for s in statements)
        if lines:
            yield from ("", f"{name} ({len(lines)})", *(line for _, line in lines))

    def _when(self, statement: Statement) -> str:
        time = statement.time
        day = time and (time.start or time.end)
        return day.isoformat() if day else "9999"

    def _listed(self, statement: Statement) -> str:
        places = ", ".join(map(self._name, statement.places))
        more = [part for part in (self._time(statement), places, self._count(statement)) if part]
        told = f" ({'; '.join(more)})" if more else ""
        return f"  {statement.id}  {self._sentence(statement)}{told}"

    # -- words ---------------------------------------------------------------------------------------------------------

    def _name(self, key: str) -> str:
        entity = self.entities.get(key)
        return entity.label(self.labels) if entity else key

    def _say(self, key: str, n: int) -> str:
        """The words of `key` for so many; other names are left to be filled in."""
        words = self.words
        return (words.get(f"{key}_one", words[key]) if n == 1 else words[key]).replace("{n}", str(n))


def _line(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name:<{_NAME}}  {text}"
