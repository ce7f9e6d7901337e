"""BenchIE: open triples against facts, each fact a set of accepted wordings (Gashteovski et al., ACL 2022).

A gold file is blocks of lines: ``sent_id:N<TAB>sentence``, then for each fact ``N--> Cluster k:`` and its wordings,
``subject --> relation --> object``. Words in ``[…]`` may be left out. Written from that description alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import NamedTuple

from kg import api
from kg.evaluation.score import Score

GERMAN_FOLDER = "eval/benchie_de"
ENGLISH_FOLDER = "eval/benchie_en"
SOURCE = "https://github.com/gkiril/benchie and the German gold of its fork (CC BY 4.0)"

_ARROW = "-->"
_SENTENCE = re.compile(r"sent_id:(\d+)\t(.*)")
_FACT = re.compile(r"\d+\s*-->\s*Cluster \d+:")
_PIECES = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


class Extraction(NamedTuple):
    """A triple in words."""

    subject: str
    relation: str
    object: str


Fact = frozenset[Extraction]
Normalise = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence and its facts in the file's order, each with all its accepted wordings."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts hit, triples that match nothing, facts there are."""

    hit: int
    wrong: int
    facts: int

    @property
    def precision(self) -> float:
        """In percent."""
        return 100 * self.hit / (self.hit + self.wrong) if self.hit else 0.0

    @property
    def recall(self) -> float:
        """In percent."""
        return 100 * self.hit / self.facts if self.facts else 0.0

    @property
    def f1(self) -> float:
        """In percent."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.hit else 0.0


def spaced(text: str) -> str:
    """White space at the edges and doubled inside does not count."""
    return " ".join(text.split())


def bare(text: str) -> str:
    """The lenient reading: neither do capitals and punctuation."""
    return spaced(re.sub(r"[^\w\s]", " ", text.casefold()))


def wordings(slot: str) -> tuple[str, ...]:
    """What a slot accepts: each ``[…]`` kept or left out, on its own."""
    pieces = [("", optional) if optional else (fixed,) for optional, fixed in _PIECES.findall(slot)]
    return tuple(dict.fromkeys(spaced(" ".join(chosen)) for chosen in product(*pieces)))


def read_gold(text: str) -> dict[int, GoldSentence]:
    """The sentences of a gold file by their number."""
    numbers: dict[int, tuple[str, list[set[Extraction]]]] = {}
    facts: list[set[Extraction]] = []
    for line in text.splitlines():
        if opened := _SENTENCE.match(line):
            facts = []
            numbers[int(opened[1])] = (opened[2], facts)
        elif _FACT.match(line):
            facts.append(set())
        elif line.count(_ARROW) == 2:
            facts[-1].update(Extraction(*slots) for slots in product(*map(wordings, line.split(_ARROW))))
    return {n: GoldSentence(sentence, tuple(map(frozenset, found))) for n, (sentence, found) in numbers.items()}


def count(
    gold: Mapping[int, GoldSentence], found: Iterable[tuple[int, Extraction]], *, normalise: Normalise = spaced
) -> Counts:
    """Counts over the whole file; a triple is credited to the first fact that accepts it, triples of sentences that
    the gold does not have are left out."""
    facts = {n: [_normalised(fact, normalise) for fact in sentence.facts] for n, sentence in gold.items()}
    hit: set[tuple[int, int]] = set()
    wrong = 0
    for number, triple in found:
        if number in facts:
            said = Extraction(*map(normalise, triple))
            first = next((k for k, fact in enumerate(facts[number]) if said in fact), None)
            if first is None:
                wrong += 1
            else:
                hit.add((number, first))
    return Counts(len(hit), wrong, sum(map(len, facts.values())))


def _normalised(fact: Fact, normalise: Normalise) -> Fact:
    return frozenset(Extraction(*map(normalise, wording)) for wording in fact)


def extractions(gold: Mapping[int, GoldSentence], *, language: str) -> Iterator[tuple[int, Extraction]]:
    """What kg finds in the sentences of a gold file, as ``kg openie --lines`` prints it."""
    numbers = list(gold)
    text = "\n".join(gold[n].text for n in numbers)
    for line, triple in api.open_triples(text, lines=True, language=language):
        yield numbers[line - 1], Extraction(*triple)


def run_german(folder: Path) -> Iterator[Score]:
    """BenchIE-DE: official and lenient F1."""
    yield from _scores(folder / "gold_dev.txt", "de", must=22, aim=34, others="M2OIE 4.0, DetIE 10.4")


def run_english(folder: Path) -> Iterator[Score]:
    """BenchIE-EN: official and lenient F1."""
    others = "ClausIE 33.9, MinIE 33.7, OpenIE6 25.4, textacy 9.4"
    yield from _scores(folder / "gold.txt", "en", must=28, aim=36, others=others)


def _scores(file: Path, language: str, *, must: float, aim: float, others: str) -> Iterator[Score]:
    gold = read_gold(file.read_text("utf-8"))
    found = tuple(extractions(gold, language=language))
    official, lenient = count(gold, found), count(gold, found, normalise=bare)
    yield Score("official F1", official.f1, must, aim, _detail(official), others)
    yield Score("lenient F1", lenient.f1, detail=_detail(lenient))


def _detail(counts: Counts) -> str:
    return f"P {counts.precision:.1f}, R {counts.recall:.1f}, {counts.facts} facts"
