"""How much of what annotated news says is in the graph of a build, by the spans that ``statements.jsonl`` tells.

The articles are built as users build theirs; each piece of evidence is laid on the words of its sentence: subject and
object by the head words of their spans, the relation by all its words. They are compared with the annotation
(``kg/training/news/GUIDE.md``) sentence by sentence: *pairs* are subject and object, whatever joins them and in either
direction; a *whole statement* has the same subject and object, and the annotated predicate is among the words of the
relation (predicates without a verb of their own, as offices, are not compared by words); *status* is polarity and
modality besides. What has no words in the sentence is nothing (-1), on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from kg import api
from kg.evaluation.score import Score
from kg.evaluation.statements import FACT, NAMES, NONE, unlearnt
from kg.model import Sentence
from kg.model.predicates import PredicateKind
from kg.model.statement import Modality, Polarity
from kg.parse.stage import Parse
from kg.training.alignment import Statement, Words, align
from kg.training.annotation import Annotated, Status
from kg.training.evaluate import F1
from kg.training.news import parsed

BARS = {  # must, aim
    "pairs": (55.0, 75.0),
    "whole statements with status": (42.0, 65.0),
}

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the graph on the words of a sentence: heads of subject and object, all words of the relation."""

    subject: int
    relation: frozenset[int]
    object: int
    status: Status

    def says(self, gold: Statement) -> bool:
        """Whether it is the annotated one, status apart."""
        named = gold.kind is not PredicateKind.EVENT
        same = (self.subject, self.object) == _ends(gold)
        return same and (named or gold.word in self.relation)


def run(data: Path) -> Iterator[Score]:
    """The figures of each language, on articles that kg has not learnt from."""
    articles = unlearnt(data)
    for language, name in NAMES.items():
        chosen = [article for article in articles if article.language == language]
        if chosen:
            tally, told = Tally(), build(chosen)
            for article, sentences in parsed(chosen, Parse(whole=True)):
                tally.add_article(article, sentences, told.get(article.id, []))
            yield from tally.scores(name)


def build(articles: Sequence[Annotated]) -> dict[str, list[tuple[Record, Record]]]:
    """Records of statements of a build of the articles, each with a piece of evidence, by article."""
    with TemporaryDirectory() as scratch:
        source, output = Path(scratch) / "articles.jsonl", Path(scratch) / "graph"
        rows = ({"id": a.id, "language": a.language, "text": a.text} for a in articles)
        source.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
        api.build([source], output)
        return by_article(map(msgspec.json.decode, (output / "statements.jsonl").read_bytes().splitlines()))


def by_article(records: Iterable[Record]) -> dict[str, list[tuple[Record, Record]]]:
    """Statements with their pieces of evidence, by the article of the latter."""
    found: dict[str, list[tuple[Record, Record]]] = defaultdict(list)
    for record in records:
        for evidence in record["evidence"]:
            found[evidence["article"]].append((record, evidence))
    return found


def on_words(sentence: Sentence, record: Record, evidence: Record) -> Told:
    """A statement on the words of the sentence in which its evidence stands."""
    words, spans = Words(sentence), evidence["spans"]

    def head(part: str) -> int:
        covered = _words(sentence, spans[part])
        return words.head(covered[0], covered[-1]) if covered else NONE

    status = Polarity(record["polarity"]), Modality(record["modality"])
    return Told(head("subject"), frozenset(_words(sentence, spans["relation"])), head("object"), status)


def _words(sentence: Sentence, spans: Iterable[tuple[int, int]]) -> list[int]:
    return sorted({t.i for t in sentence.tokens for start, end in spans if t.start < end and start < t.end})


def _ends(statement: Statement) -> tuple[int, int]:
    subject, obj = (NONE if end is None else end.head for end in (statement.subject, statement.object))
    return subject, obj


def _pairs(ends: Iterable[tuple[int, int]]) -> set[tuple[int, ...]]:
    return {tuple(sorted(pair)) for pair in ends if NONE not in pair}


@dataclass(slots=True)
class Tally:
    """Counts over sentences, by measure."""

    counts: dict[str, F1] = field(default_factory=dict)
    articles: int = 0
    silent: int = 0
    sentences: int = 0

    def add_article(
        self,
        article: Annotated,
        sentences: Sequence[tuple[int, Sentence]],
        told: Sequence[tuple[Record, Record]],
    ) -> None:
        """One article: its annotated sentences by number, and what the graph says of it."""
        self.articles += 1
        self.silent += not told
        for number, sentence in sentences:
            here = [(r, e) for r, e in told if sentence.span.start <= _place(e) < sentence.span.end]
            gold = align(sentence, (line for line in article.lines if line.sentence == number)).statements
            self.add(gold, [on_words(sentence, record, evidence) for record, evidence in here])

    def add(self, gold: Sequence[Statement], told: Sequence[Told]) -> None:
        """One sentence."""
        self.sentences += 1
        told = list(dict.fromkeys(told))
        wanted = list({(s.kind, s.word, *_ends(s), s.status): s for s in gold}.values())
        pairs, found = _pairs(map(_ends, wanted)), _pairs((t.subject, t.object) for t in told)
        self._add("pairs", F1(len(pairs & found), len(found), len(pairs)))
        both = list(_matched(wanted, told))
        self._add("whole statements", F1(len(both), len(told), len(wanted)))
        right = sum(g.status == t.status for g, t in both)
        self._add("whole statements with status", F1(right, len(told), len(wanted)))
        facts = [(g.status == FACT, t.status == FACT) for g, t in both]
        unsure = (sum(not side for side in sides) for sides in zip(*facts, strict=True)) if facts else (0, 0)
        gold_unsure, told_unsure = unsure
        self._add("not asserted, of statements found", F1(facts.count((False, False)), told_unsure, gold_unsure))

    def scores(self, name: str) -> Iterator[Score]:
        """The figures, in the order of the table."""
        for measure, f1 in self.counts.items():
            must, aim = BARS.get(measure, (None, None))
            detail = (
                f"{self.articles:,} articles, {self.sentences:,} sentences; {f1.gold:,} annotated, {f1.system:,} told"
            )
            detail += f"; P {f1.precision:.1f} R {f1.recall:.1f}"
            yield Score(f"{measure} in the graph, {name}", f1.f1, must=must, aim=aim, detail=detail)
        share = 100 * self.silent / self.articles
        yield Score(f"articles without a statement, {name}", share, detail=f"{self.silent} of {self.articles}")

    def _add(self, measure: str, f1: F1) -> None:
        self.counts[measure] = self.counts.get(measure, F1()) + f1


def _place(evidence: Record) -> int:
    """Where what is said stands: its first word, else its sentence."""
    spans = chain.from_iterable(evidence["spans"][part] for part in ("subject", "relation", "object"))
    return int(min((start for start, _ in spans), default=evidence["start"]))


def _matched(gold: Iterable[Statement], told: Iterable[Told]) -> Iterator[tuple[Statement, Told]]:
    """Each told statement with an annotated one that it says, each in one pair; with the same status where there is."""
    left, rest = list(gold), list[Told]()
    for same_status in (True, False):
        waiting, rest = (told if same_status else rest), []
        for one in waiting:
            found = next((g for g in left if one.says(g) and (g.status == one.status or not same_status)), None)
            if found is None:
                rest.append(one)
            else:
                left.remove(found)
                yield found, one
