"""How many statements are right: a random sample of what kg says of Wikinews articles, judged by people.

    python -m kg.evaluation.precision draw --data FOLDER [-n 200]     statements to judge, into the file of verdicts
    python -m kg.evaluation.precision read                            the figure that the verdicts give

Which statements are drawn depends on what they say and on nothing else: each has a place in a shuffled order by the
hash of its content, and the first so many are taken. So drawing again after a change keeps most of the sample, with
the verdicts that were given, and nobody chooses what comes in the place of one that is gone.

The sample is of every second article (`held_out`, by the hash of its number). Whoever makes rules reads what kg says of
the others; once verdicts of a sample have been read for that, another `_SAMPLING` draws a fresh one.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from pathlib import Path

import msgspec

from kg import api
from kg.errors import KGError, UsageError
from kg.evaluation import judged, wikinews
from kg.evaluation.judged import Item, Source
from kg.evaluation.score import Score
from kg.workspace.folder import write_whole

SETS = ("wikinews_train.jsonl.gz", "wikinews_dev.jsonl.gz")
VERDICTS = Path(__file__).parents[2] / "docs" / "judged" / "wikinews.yml"
SAMPLE = 200
_SAMPLING = "3"  # the number of the sample; rules were made from the first, confidences fitted to the second
_Z = 1.959963985  # of the normal distribution, 95 %
_HEAD = """\
Statements that kg makes of German Wikinews articles, drawn at random from those held out when rules are
made, each judged against its sentence by a language model.
The quotes are from de.wikinews.org, articles as named by number and title, CC BY 2.5
(https://creativecommons.org/licenses/by/2.5/); their authors are in the history of each article.

verdict: right where the article says just that, with this subject, relation, object, polarity (negated or not),
modality (asserted, or reported, planned, possible, hypothetical), source, time, places and count; else wrong, with
the reason in a few words. "context" is what stands before the quote.
Drawn and brought up to date by: python -m kg.evaluation.precision draw"""


@dataclass(frozen=True, slots=True)
class Tally:
    """Verdicts on statements that the build still makes, those on others (stale), and drawn ones without a verdict."""

    right: int
    wrong: int
    stale: int
    waiting: int

    @property
    def judged(self) -> int:
        return self.right + self.wrong


def run(folder: Path) -> Iterator[Score]:
    """Builds the articles and reads the verdicts on what is still said. UsageError where there are no verdicts."""
    items = judged.read(VERDICTS) if VERDICTS.exists() else ()
    if not any(entry.verdict for entry in items):
        raise UsageError("nothing is judged yet; draw statements with: python -m kg.evaluation.precision draw --data …")
    yield from scores(tally(items, statements(folder)))


def scores(found: Tally) -> Iterator[Score]:
    """The share of right ones among the judged; UsageError where none is judged."""
    if not found.judged:
        raise UsageError("no statement of this build is judged; draw some with kg.evaluation.precision and judge them")
    low, high = wilson(found.right, found.judged)
    stale = f", {found.stale} stale" if found.stale else ""
    waiting = f", {found.waiting} not judged yet" if found.waiting else ""
    yield Score(
        "statements judged right", 100 * found.right / found.judged, must=85, aim=95,
        detail=f"{found.right} of {found.judged}; 95 % interval {low:.1%} to {high:.1%}{stale}{waiting}",
    )  # fmt: skip


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), as shares; `total` is above 0."""
    share, square = right / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def tally(items: Iterable[Item], present: Iterable[Item]) -> Tally:
    """What the verdicts say of the statements that are present."""
    known = {entry.key for entry in present}
    verdicts = [entry.verdict if entry.key in known else "stale" for entry in items]
    return Tally(*(verdicts.count(verdict) for verdict in ("right", "wrong", "stale", "")))


def draw(present: Iterable[Item], number: int, before: Iterable[Item] = ()) -> list[Item]:
    """The first `number` in the shuffled order, with the verdicts that they had `before`; in the order of the articles.

    What a person has judged and is no longer among them goes: it is no part of the sample any more.
    """
    verdicts = {entry.key: entry for entry in before if entry.verdict}
    drawn = sorted(present, key=_place)[:number]
    kept = (_with_verdict(entry, verdicts.get(entry.key)) for entry in drawn)
    return sorted(kept, key=lambda entry: (len(entry.article), entry.article, entry.key))


def held_out(article: str) -> bool:
    """Whether what kg says of the article is for judging only, never read to make rules; half of them are."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 2 == 1


def statements(folder: Path) -> list[Item]:
    """Every statement of a build of the articles held out, as it is shown. `folder` is that of the set."""
    read = chain.from_iterable(wikinews.read(folder / name) for name in SETS)
    records = [record for record in read if held_out(record.id)]
    sources = {record.id: Source(record.title, record.published or "", record.text) for record in records}
    with tempfile.TemporaryDirectory() as scratch:
        source, output = Path(scratch) / "articles.jsonl", Path(scratch) / "graph"
        wikinews.write(records, source)
        api.build([source], output)
        lines = (output / "statements.jsonl").read_bytes().splitlines()
    found = map(msgspec.json.decode, lines)
    return [judged.item(record, sources[record["evidence"][0]["article"]]) for record in found]


def main(arguments: Sequence[str] | None = None) -> int:
    """One command line, by default that of the process; 0, or 2 for wrong use."""
    options = _parser().parse_args(arguments)
    try:
        folder = Path(options.data) / wikinews.FOLDER
        if options.step == "draw":
            _draw(folder, options.n, options.file)
        else:
            found = tally(judged.read(options.file), statements(folder))
            for score in scores(found):
                print(f"{score.value:.1f} %  {score.detail}")
    except (KGError, OSError) as error:
        print("kg.evaluation.precision:", " ".join(str(error).split()), file=sys.stderr)
        return 2
    return 0


def _draw(folder: Path, number: int, file: Path) -> None:
    before = judged.read(file) if file.exists() else ()
    drawn = draw(statements(folder), number, before)
    write_whole(file, judged.written(drawn, head=_HEAD).encode())
    waiting = sum(not entry.verdict for entry in drawn)
    print(f"{file}: {len(drawn)} statements, {waiting} to judge", file=sys.stderr)


def _place(entry: Item) -> str:
    return hashlib.sha256(f"{_SAMPLING} {entry.key}".encode()).hexdigest()


def _with_verdict(entry: Item, before: Item | None) -> Item:
    if before is None:
        return entry
    return msgspec.structs.replace(entry, verdict=before.verdict, reason=before.reason)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kg.evaluation.precision",
        description="The sample of statements that people judge.",
        epilog="examples:\n  python -m kg.evaluation.precision draw --data ../shared/data\n"
        "  python -m kg.evaluation.precision read --data ../shared/data",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("step", choices=["draw", "read"], help="draw statements to judge, or read the verdicts")
    parser.add_argument(
        "--data", metavar="DIR", required=True, help="the folder of the sets, as in python -m kg.evaluation"
    )
    parser.add_argument("-n", type=int, default=SAMPLE, metavar="NUMBER", help="how many statements to draw")
    parser.add_argument("--file", type=Path, default=VERDICTS, help="the file of statements and verdicts")
    return parser


if __name__ == "__main__":
    sys.exit(main())
