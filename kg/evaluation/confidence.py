"""The weights of a statement's confidence, fitted to judged statements.

    python -m kg.evaluation.confidence --data FOLDER     fits and writes kg/extract/relations/confidence.yml

The statements judged are those of ``docs/judged/development.yml``, of the Wikinews articles that rules are made on, and
of ``docs/judged/second.yml``, of the articles held out: rules fit what they were made on better than what comes. The
regression is L2-regularized and solved by Newton's method (iteratively reweighted least squares); what it would have
said of statements that it was not fitted to (ten-fold) is printed: the share right among the most confident.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from kg.builds.stages import default_stages
from kg.errors import KGError, UsageError
from kg.evaluation import judged, wikinews
from kg.evaluation.judged import Source
from kg.evaluation.precision import SETS, held_out
from kg.extract.relations.confidence import ALWAYS, WEIGHTS, made_by, traits
from kg.ingest import blocks
from kg.model import Article, Derivation, Document, RelationMention, Statement
from kg.model.records import statement_records
from kg.ontology import load_gazetteer, load_ontology
from kg.resolve import resolve

JUDGED = Path(__file__).parents[2] / "docs" / "judged"
VERDICTS = (JUDGED / "development.yml", JUDGED / "second.yml")
_STRENGTH = 3.0  # of the regularization: the prior variance of a weight is its inverse
_STEPS, _FOLDS = 50, 10
_SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Row = dict[str, float]
Floats = NDArray[np.float64]


def fitted(rows: Sequence[Row], right: Sequence[bool]) -> dict[str, float]:
    """The weight of each trait, by name; a kind of rule of which nothing was judged has none either way, 0."""
    names = sorted({*chain.from_iterable(rows), *map(made_by, Derivation)})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    weights = _solved(table, np.array(right, float), np.array([name != ALWAYS for name in names]))
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def shares(rows: Sequence[Row], right: Sequence[bool]) -> Iterator[tuple[float, float, float]]:
    """For some shares of the statements, the most confident first: share, least confidence, percent right.

    Each is told by weights that were fitted without it.
    """
    told = np.zeros(len(rows))
    for fold in range(_FOLDS):
        others = [k for k in range(len(rows)) if k % _FOLDS != fold]
        weights = fitted([rows[k] for k in others], [right[k] for k in others])
        for k in range(fold, len(rows), _FOLDS):
            told[k] = 1 / (1 + np.exp(-sum(weights.get(name, 0.0) * value for name, value in rows[k].items())))
    order = np.argsort(-told, kind="stable")
    for share in _SHARES:
        first = order[: max(1, round(share * len(rows)))]
        yield share, float(told[first[-1]]), 100 * float(np.mean([right[k] for k in first]))


def examples(folder: Path, verdicts: Sequence[Path]) -> tuple[list[Row], list[bool]]:
    """Traits and verdict of every judged statement that is still made. `folder` is that of the set."""
    judgements = chain.from_iterable(map(judged.read, verdicts))
    known = {entry.key: entry.verdict == "right" for entry in judgements if entry.verdict}
    records = list(chain.from_iterable(wikinews.read(folder / name) for name in SETS))
    halves = ([record for record in records if held_out(record.id) is half] for half in (False, True))
    found = [example for half in halves for example in _examples({record.id: record for record in half}, known)]
    return [row for row, _ in found], [right for _, right in found]


def _examples(records: Mapping[str, wikinews.Record], known: Mapping[str, bool]) -> Iterator[tuple[Row, bool]]:
    """Those of some articles, read together as they were when statements of them were judged."""
    documents = {record.id: _document(record) for record in records.values()}
    graph = resolve(documents.values(), gazetteer=load_gazetteer(), ontology=load_ontology(), least=0)
    for statement, shown in zip(graph.statements, statement_records(graph), strict=True):
        record = records[statement.evidence[0].article]
        verdict = known.get(judged.item(shown, Source(record.title, record.published or "", record.text)).key)
        said = _mention(statement, documents[record.id]) if verdict is not None else None
        if verdict is not None and said is not None:
            yield traits(said, documents[record.id].mentions), verdict


def _mention(statement: Statement, document: Document) -> RelationMention | None:
    """The relation mention that a statement's first evidence comes from."""
    first = statement.evidence[0]
    about = (first.span, first.surface, statement.relation.id, statement.polarity, statement.modality)
    return next(
        (
            m
            for m in document.relation_mentions
            if (m.evidence, m.surface, m.relation.id, m.polarity, m.modality) == about
        ),
        None,
    )


def _document(record: wikinews.Record) -> Document:
    published = date.fromisoformat(record.published) if record.published else None
    document = Document(Article(record.id, record.text, published=published, blocks=blocks(record.text, language="de")))
    for stage in default_stages():
        document = stage(document)
    return document.without_syntax()


def _solved(table: Floats, right: Floats, held: NDArray[np.bool_]) -> Floats:
    weights = np.zeros(table.shape[1])
    penalty = _STRENGTH * held
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right) + penalty * weights
        curve = (table.T * (chance * (1 - chance))) @ table + np.diag(penalty + 1e-9)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def main(arguments: Sequence[str] | None = None) -> int:
    """One command line, by default that of the process; 0, or 2 for wrong use."""
    options = _parser().parse_args(arguments)
    try:
        rows, right = examples(Path(options.data) / wikinews.FOLDER, options.file)
        if not rows:
            raise UsageError("no statement that was judged is made any more; judge others")
        options.out.write_text(yaml.safe_dump(fitted(rows, right), allow_unicode=True), "utf-8")
    except (KGError, OSError) as error:
        print("kg.evaluation.confidence:", " ".join(str(error).split()), file=sys.stderr)
        return 2
    print(f"{len(rows)} judged statements, {np.mean(right):.1%} right")
    for share, least, percent in shares(rows, right):
        print(f"the most confident {share:4.0%}, from {least:.2f} on: {percent:.1f} % right")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kg.evaluation.confidence",
        description="Fit the weights of a statement's confidence.",
        epilog="example:\n  python -m kg.evaluation.confidence --data ../shared/data",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", metavar="DIR", required=True, help="the folder of the sets")
    parser.add_argument("--file", type=Path, nargs="+", default=VERDICTS, help="files of statements and verdicts")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    return parser


if __name__ == "__main__":
    sys.exit(main())
