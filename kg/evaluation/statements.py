"""How much of what annotated news says is read: predicates, who with whom, status, spans; by the head words of each.

The annotation (``kg/training/news/GUIDE.md``) and the reading are compared sentence by sentence. A statement is the
kind and the word of its predicate with the head words of subject and object, -1 where the sentence has none; *pairs*
are its subjects and objects, whatever joins them and in either direction; *status* is its polarity and modality
besides; who says something may be told by another sentence alone (interviews), so *told by the sentence* leaves those
out. Lines of the annotation that cannot be found in the words of their sentence are not counted, and told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from kg.evaluation.score import Score
from kg.model import Sentence
from kg.model.predicates import Argument, Predicate, PredicateKind, Role
from kg.model.statement import Modality, Polarity
from kg.parse.annotator import shipped_model
from kg.parse.pipeline import BANKS
from kg.parse.reader import Reader
from kg.parse.stage import Parse
from kg.training.alignment import Statement, align
from kg.training.annotation import Annotated
from kg.training.evaluate import F1
from kg.training.news import NEWS_FOLDER, annotated_news, parsed

FOLDER = "statements"
SOURCE = (
    "articles annotated as kg/training/news/GUIDE.md says; without any, the tenth of kg's own that is held out is read"
)
NAMES = {"de": "German", "en": "English"}
UNSURE = "not asserted, of predicates found"
BARS = {  # must, aim
    ("pairs", "de"): (62.0, 84.0),
    ("pairs", "en"): (65.0, 84.0),
    ("whole statements with status", "de"): (50.0, 78.0),
    ("whole statements with status", "en"): (52.0, 78.0),
    (UNSURE, "de"): (92.0, 96.0),
    (UNSURE, "en"): (92.0, 96.0),
    ("spans exact, of heads found", "de"): (85.0, 93.0),
    ("spans exact, of heads found", "en"): (85.0, 93.0),
}
NONE = -1
FACT = (Polarity.AFFIRMED, Modality.ASSERTED)


def run(data: Path, *, model: Path | None = None) -> Iterator[Score]:
    """The figures of each language, of the shipped model or another, on `unlearnt` articles."""
    articles = unlearnt(data)
    for language, name in NAMES.items():
        chosen = [article for article in articles if article.language == language]
        if chosen:
            tally = Tally()
            for sentence, gold, lost, said in read(chosen, language, model or shipped_model()):
                tally.add(gold, said, words=len(sentence.tokens), lost=lost)
            yield from tally.scores(language, name, len(chosen))


def unlearnt(data: Path) -> list[Annotated]:
    """All articles in the folder ``statements`` of `data` that are not kg's own; where there is none, kg's own
    held-out ones."""
    own = annotated_news(NEWS_FOLDER)
    known = {article.id for article in own}
    given = annotated_news(data / FOLDER) if (data / FOLDER).is_dir() else []
    return [a for a in given if a.id not in known] or [article for article in own if article.held_out]


def read(
    articles: Sequence[Annotated], language: str, model: Path
) -> Iterator[tuple[Sentence, list[Statement], int, list[Statement]]]:
    """Each annotated sentence: itself, its statements, how many lines were lost, and what the model says."""
    reader = Reader(model, bank=BANKS[language], language=language)
    for article, sentences in parsed(articles, Parse(whole=True)):
        readings = reader.read_all([[token.text for token in sentence.tokens] for _, sentence in sentences])
        for (number, sentence), reading in zip(sentences, readings, strict=True):
            aligned = align(sentence, (line for line in article.lines if line.sentence == number))
            said = [statement for predicate in reading.predicates for statement in spread(predicate)]
            yield sentence, aligned.statements, aligned.lost.total(), said


def spread(predicate: Predicate) -> Iterator[Statement]:
    """A predicate as statements: every subject with every object."""
    subjects: Sequence[Argument | None] = predicate.having(Role.SUBJECT) or (None,)
    objects: Sequence[Argument | None] = predicate.having(Role.OBJECT, Role.PREPOSITIONAL) or (None,)
    for subject, obj in product(subjects, objects):
        yield Statement(predicate.word, predicate.kind, (predicate.polarity, predicate.modality), subject, obj)


Key = tuple[PredicateKind, int, int, int]


def keys(statements: Iterable[Statement]) -> dict[Key, Hashable]:
    """What two readings of a sentence are compared by, with the status of each."""
    return {(s.kind, s.word, _head(s.subject), _head(s.object)): s.status for s in statements}


def _head(argument: Argument | None) -> int:
    return argument.head if argument else NONE


def _pairs(found: Iterable[Key]) -> set[tuple[int, ...]]:
    return {tuple(sorted(ends)) for _, _, *ends in found if NONE not in ends}


def _spans(statements: Iterable[Statement]) -> dict[Hashable, tuple[int, int]]:
    return {
        (s.kind, s.word, argument.head): (argument.first, argument.last)
        for s in statements
        for argument in (s.subject, s.object)
        if argument
    }


@dataclass(slots=True)
class Tally:
    """Counts over sentences, by measure."""

    counts: dict[str, F1] = field(default_factory=dict)
    sizes: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Statement], said: Sequence[Statement], *, words: int = 0, lost: int = 0) -> None:
        """One sentence."""
        wanted, found = keys(gold), keys(said)
        self._count("pairs", _pairs(wanted), _pairs(found))
        predicates, heard = ({key[:2]: status for key, status in each.items()} for each in (wanted, found))
        self._count("predicates", set(predicates), set(heard))
        self._count("whole statements", set(wanted), set(found))
        self._count("whole statements with status", set(wanted.items()), set(found.items()))
        both = predicates.keys() & heard.keys()
        told = both & {(s.kind, s.word) for s in gold if s.tells_status}
        for measure, own in ((UNSURE, both), (f"{UNSURE}, told by the sentence", told)):
            self._count(measure, *({key for key in own if each[key] != FACT} for each in (predicates, heard)))
        spans, heard_spans = _spans(gold), _spans(said)
        shared = spans.keys() & heard_spans.keys()
        exact = sum(spans[key] == heard_spans[key] for key in shared)
        self._add("spans exact, of heads found", F1(exact, len(shared), len(shared)))
        self.sizes.update(sentences=1, words=words, statements=len(gold), lost=lost)

    def scores(self, language: str, name: str, articles: int) -> Iterator[Score]:
        """The figures, in the order of the table."""
        size = self.sizes
        about = f"{articles:,} articles, {size['sentences']:,} sentences, {size['statements']:,} statements"
        for measure, f1 in self.counts.items():
            must, aim = BARS.get((measure, language), (None, None))
            detail = f"{about} ({size['lost']} not aligned); P {f1.precision:.1f} R {f1.recall:.1f}"
            yield Score(f"{measure}, {name}", f1.f1, must=must, aim=aim, detail=detail)

    def _count(self, measure: str, gold: AbstractSet[Hashable], said: AbstractSet[Hashable]) -> None:
        self._add(measure, F1(len(gold & said), len(said), len(gold)))

    def _add(self, measure: str, f1: F1) -> None:
        self.counts[measure] = self.counts.get(measure, F1()) + f1
