"""Time expressions on KRAUTS (Strötgen et al. 2018), German news with TIMEX3, by the rules of TempEval-3.

A system's expression is found strictly where its extent is a gold one's, in the relaxed way where they overlap. Type
and value F1 count, of the relaxed matches, those with the same type or value (UzZaman et al. 2013). Figures are over
all documents. HeidelTime's output lies beside the gold and goes through the same scorer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from kg.api import timexes
from kg.evaluation.score import Score

FOLDER = "eval/krauts"
SOURCE = "https://github.com/JannikStroetgen/KRAUTS (CC BY-NC: to measure on, no more)"
HEIDELTIME = "HeidelTime {value:.1f} here"
RELAXED, VALUE = (78.0, 85.0), (62.0, 72.0)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: half-open range of characters of the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeMLDocument:
    """The text of a TimeML document, the day it was made, and the expressions marked in it."""

    text: str
    created: date
    expressions: tuple[Expression, ...]

    @classmethod
    def read(cls, source: str) -> TimeMLDocument:
        """Expressions without words of their own (``<TIMEX3 …/>``) are left out. Raises ParseError, ValueError."""
        root = ET.fromstring(source)  # noqa: S314 (a benchmark's own files, on one's own disk)
        stamp = root.find("DCT/TIMEX3")
        body = root.find("TEXT")
        if stamp is None or body is None:
            raise ValueError("no TimeML: a creation time and a text are needed")
        words: list[str] = []
        found = tuple(_marked(body, words))
        return cls("".join(words), date.fromisoformat(stamp.attrib["value"][:10]), found)


def _marked(element: Any, words: list[str]) -> Iterator[Expression]:
    """The expressions below an element; the words go to `words` in passing."""
    words.append(element.text or "")
    for child in element:
        start = sum(map(len, words))
        yield from _marked(child, words)
        end = sum(map(len, words))
        if child.tag == "TIMEX3" and end > start:
            yield Expression(start, end, child.attrib["type"], child.attrib.get("value", ""))
        words.append(child.tail or "")


@dataclass(slots=True)
class Tally:
    """Counts over documents; `add` one at a time."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    recalled: int = 0
    types: int = 0
    values: int = 0

    def add(self, gold: Sequence[Expression], system: Sequence[Expression]) -> None:
        self.gold += len(gold)
        self.system += len(system)
        extents = {(g.start, g.end) for g in gold}
        self.strict += sum((s.start, s.end) in extents for s in system)
        self.recalled += sum(_counterpart(g, system) is not None for g in gold)
        for mine in system:
            true = _counterpart(mine, gold)
            self.relaxed += true is not None
            self.types += true is not None and true.type == mine.type
            self.values += true is not None and true.value == mine.value

    def f1(self, name: str) -> float:
        """F1 in percent of "strict", "relaxed", "types" or "values"."""
        relaxed = _f1(_share(self.relaxed, self.system), _share(self.recalled, self.gold))
        if name == "strict":
            return _f1(_share(self.strict, self.system), _share(self.strict, self.gold))
        return relaxed if name == "relaxed" else relaxed * _share(getattr(self, name), self.relaxed)

    def detail(self) -> str:
        precision, recall = 100 * _share(self.relaxed, self.system), 100 * _share(self.recalled, self.gold)
        return f"P {precision:.1f}, R {recall:.1f}, {self.gold} expressions"


def _counterpart(one: Expression, others: Iterable[Expression]) -> Expression | None:
    """The expression that overlaps, of several the one with the same extent or else the first."""
    found = [o for o in others if o.start < one.end and one.start < o.end]
    same = (o for o in found if (o.start, o.end) == (one.start, one.end))
    return next(same, found[0] if found else None)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def found_by_kg(document: TimeMLDocument) -> tuple[Expression, ...]:
    """What kg finds in a document's text."""
    found = timexes(document.text, published=document.created, language="de")
    return tuple(Expression(t.span.start, t.span.end, t.type, t.value) for t in found)


def tally(folder: Path, system: Callable[[Path, TimeMLDocument], Sequence[Expression]]) -> Tally:
    """The counts over all gold documents; `system` is told a document's path below ``gold`` and the document."""
    counts = Tally()
    gold = folder / "gold"
    for path in sorted(gold.rglob("*.tml")):
        document = TimeMLDocument.read(path.read_text("utf-8"))
        counts.add(document.expressions, system(path.relative_to(gold), document))
    return counts


def run(folder: Path) -> Iterator[Score]:
    """The four figures, with HeidelTime's beside them."""

    def other(path: Path, _document: TimeMLDocument) -> tuple[Expression, ...]:
        return TimeMLDocument.read((folder / "heideltime" / path).read_text("utf-8")).expressions

    mine, theirs = tally(folder, lambda _path, document: found_by_kg(document)), tally(folder, other)
    bars = {"relaxed": RELAXED, "values": VALUE}
    for name, label in _FIGURES:
        must, aim = bars.get(name, (None, None))
        others = HEIDELTIME.format(value=theirs.f1(name))
        yield Score(f"{label} F1", mine.f1(name), must, aim, detail=mine.detail(), others=others)


_FIGURES = (("relaxed", "relaxed"), ("strict", "strict"), ("types", "type"), ("values", "value"))
