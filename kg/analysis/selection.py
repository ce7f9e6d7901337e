"""Which statements are wanted: by entity, relation, status, time and source."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from kg.errors import UsageError
from kg.model import KnowledgeGraph, Modality, Polarity, Statement
from kg.nearest import folded, suggestion

FACT = "fact"  # affirmed and asserted
STATUSES = (FACT, *Polarity, *Modality)

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a statement must be like; None, and no status, leave it open.

    `entity` is an id: subject, object, source or place. `relation` is an id or a label; `statuses` are of `STATUSES`,
    of which one must be true; `since` and `until` are a year, a month or a day ("2023-04"): what has no date is left
    out. `source` is who says it, to whom the text gives it or the publisher or id of an article.
    """

    entity: str | None = None
    relation: str | None = None
    statuses: Collection[str] = ()
    since: str | None = None
    until: str | None = None
    source: str | None = None


def select(graph: KnowledgeGraph, wanted: Selection) -> KnowledgeGraph:
    """The statements that are wanted, in the order of the graph, with the articles and entities that they name.

    Raises UsageError for a relation, a status or a source that the graph has not, naming similar ones, and for a time
    that is none.
    """
    tests = _tests(graph, wanted)
    if not tests:
        return graph
    kept = tuple(s for s in graph.statements if all(test(s) for test in tests))
    named = {key for s in kept for key in _named(s)}
    quoted = {evidence.article for s in kept for evidence in s.evidence}
    return replace(
        graph,
        articles=tuple(a for a in graph.articles if a.id in quoted),
        entities=tuple(e for e in graph.entities if e.id in named),
        statements=kept,
    )


def _tests(graph: KnowledgeGraph, wanted: Selection) -> list[Callable[[Statement], bool]]:
    tests: list[Callable[[Statement], bool]] = []
    if wanted.entity is not None:
        tests.append(lambda statement: wanted.entity in _named(statement))
    if wanted.relation is not None:
        relations = _relations(graph.statements, wanted.relation)
        tests.append(lambda statement: statement.relation.id in relations)
    if wanted.statuses:
        statuses = {_status(name) for name in wanted.statuses}
        tests.append(lambda statement: bool(statuses & _statuses(statement)))
    if wanted.since is not None or wanted.until is not None:
        tests.append(_within(wanted.since, wanted.until))
    if wanted.source is not None:
        tests.append(_said_by(graph, wanted.source))
    return tests


def _named(statement: Statement) -> frozenset[str]:
    """Ids of all entities of a statement."""
    more = (statement.object, statement.attribution)
    return frozenset([statement.subject, *statement.places, *(key for key in more if isinstance(key, str))])


# -- relation and status -----------------------------------------------------------------------------------------------


def _relations(statements: Iterable[Statement], name: str) -> frozenset[str]:
    """Ids of the relations of this id, with or without prefix, or label."""
    known = _Names()
    for relation in {statement.relation for statement in statements}:
        labels = (label for _, label in relation.labels.entries)
        known.add(relation.id, (relation.id, relation.id.partition(":")[2], *labels))
    found = known.called(name)
    if not found:
        raise UsageError(f"no statement has the relation {name!r}{suggestion(name, known.names)}")
    return found


def _status(name: str) -> str:
    if name not in STATUSES:
        raise UsageError(f"no status {name!r}; choose of: {', '.join(STATUSES)}")
    return name


def _statuses(statement: Statement) -> frozenset[str]:
    fact = [FACT] if statement.direct else []
    return frozenset([statement.polarity.value, statement.modality.value, *fact])


# -- time --------------------------------------------------------------------------------------------------------------


def _within(since: str | None, until: str | None) -> Callable[[Statement], bool]:
    first = date.min if since is None else _day(since, last=False)
    last = date.max if until is None else _day(until, last=True)
    if first > last:
        raise UsageError(f"nothing is since {since} and until {until}: the one is after the other")

    def test(statement: Statement) -> bool:
        time = statement.time
        if time is None or (time.start is None and time.end is None):
            return False
        return (time.start or date.min) <= last and (time.end or date.max) >= first

    return test


def _day(text: str, *, last: bool) -> date:
    """The first or the last day of a year, a month or a day."""
    found = _DAY.fullmatch(text.strip())
    if found:
        year = int(found[1])
        month = int(found[2] or (12 if last else 1))
        try:
            return date(year, month, int(found[3] or (monthrange(year, month)[1] if last else 1)))
        except ValueError:
            pass
    raise UsageError(f"no time {text!r}; give a year, a month or a day: 2023, 2023-04, 2023-04-30")


# -- source ------------------------------------------------------------------------------------------------------------


def _said_by(graph: KnowledgeGraph, name: str) -> Callable[[Statement], bool]:
    told = {statement.attribution for statement in graph.statements}
    sources, articles = _Names(), _Names()
    for entity in graph.entities:
        if entity.id in told:
            sources.add(entity.id, (entity.id, *entity.aliases, *(label for _, label in entity.labels.entries)))
    for article in graph.articles:
        articles.add(article.id, filter(None, (article.id, article.source, article.url)))
    people, papers = sources.called(name), articles.called(name)
    if not people and not papers:
        raise UsageError(f"nothing is said by {name!r}{suggestion(name, sources.names | articles.names)}")
    return lambda s: s.attribution in people or any(e.article in papers for e in s.evidence)


# -- names -------------------------------------------------------------------------------------------------------------


class _Names:
    """Ids by what they are called, capitals and accents aside; `names` are as they are written."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._ids: dict[str, set[str]] = {}

    def add(self, key: str, names: Iterable[str]) -> None:
        for name in names:
            self.names.add(name)
            self._ids.setdefault(folded(name), set()).add(key)

    def called(self, name: str) -> frozenset[str]:
        return frozenset(self._ids.get(folded(name), ()))
