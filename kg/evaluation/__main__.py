"""``python -m kg.evaluation``: benchmarks run, a table printed, and the document of them kept up to date."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kg.errors import KGError, UsageError
from kg.evaluation.benchmarks import BENCHMARKS
from kg.evaluation.measure import Measured, how_to_get, is_there, measure
from kg.evaluation.score import Benchmark
from kg.evaluation.table import plain, rows, update
from kg.workspace.folder import write_whole

VARIABLE = "KG_EVAL_DATA"
DONE, SOME_FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

_EXAMPLES = f"""\
The table goes to standard output, everything else to standard error. Sets that are not there are named, with where
to get them, and passed over. A row of the document stays until its benchmark is run again.
Exit codes: 0 done; 1 a benchmark failed, or one that was named has no data; 2 wrong use.

examples:
  python -m kg.evaluation --list
  python -m kg.evaluation --data ../shared/data
  {VARIABLE}=../shared/data python -m kg.evaluation benchie-de --write docs/benchmarks.md
"""


def main(arguments: Sequence[str] | None = None, benchmarks: Sequence[Benchmark] = BENCHMARKS) -> int:
    """One command line, by default that of the process; its exit code."""
    options = _parser().parse_args(arguments)
    try:
        chosen = _chosen(options.names, benchmarks)
        data = _folder(options.data)
        if options.list:
            _list(chosen, data)
            return DONE
        _read(options.write)  # a document that cannot be kept up to date is told before an hour of measuring
        return _run(chosen, data, options, order=[benchmark.name for benchmark in benchmarks])
    except BrokenPipeError:  # the reader of the table went away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (KGError, OSError) as error:
        _note(f"kg.evaluation: {' '.join(str(error).split())}")
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kg.evaluation",
        description="Runs the benchmarks of kg and prints one table.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="benchmarks to run; all of them where none is named")
    parser.add_argument(
        "--data", metavar="DIR", help=f"the folder of the sets; the variable {VARIABLE} where not given"
    )
    parser.add_argument("--list", action="store_true", help="name the benchmarks and their data, and run none")
    parser.add_argument(
        "--write", metavar="FILE", type=Path, help="the Markdown document whose rows to bring up to date"
    )
    return parser


def _chosen(names: Sequence[str], benchmarks: Sequence[Benchmark]) -> list[Benchmark]:
    known = [benchmark.name for benchmark in benchmarks]
    for name in names:
        if name not in known:
            raise UsageError(f"there is no benchmark {name!r}; there are: {', '.join(known)}")
    return [benchmark for benchmark in benchmarks if not names or benchmark.name in names]


def _folder(named: str | None) -> Path | None:
    place = named or os.environ.get(VARIABLE)
    if not place:
        return None
    if not Path(place).is_dir():
        raise UsageError(f"there is no folder {place}; name that of the sets with --data DIR or {VARIABLE}=DIR")
    return Path(place)


def _list(benchmarks: Sequence[Benchmark], data: Path | None) -> None:
    for benchmark in benchmarks:
        state = "there" if is_there(benchmark, data) else "missing"
        print("\t".join((benchmark.name, state, benchmark.folder or "-", benchmark.source)))


def _run(benchmarks: Sequence[Benchmark], data: Path | None, options: argparse.Namespace, *, order: list[str]) -> int:
    if data is None:
        _note(f"{VARIABLE} is not set: set it, or --data, to the folder that holds the sets of data")
    results: list[Measured] = []
    code = DONE
    try:
        for count, benchmark in enumerate(benchmarks, 1):
            _note(f"[{count}/{len(benchmarks)}] {benchmark.name} …")
            for result in measure([benchmark], data):
                results.append(result)
                _tell(result, data)
                _keep(result, options.write, order)
    except KeyboardInterrupt:
        _note("interrupted; what was measured is kept")
        code = INTERRUPTED
    if found := rows(results):
        print("\n".join(plain(found)), flush=True)
    failed = any(result.fault or (result.missing and options.names) for result in results)
    return code or (SOME_FAILED if failed else DONE)


def _tell(result: Measured, data: Path | None) -> None:
    if result.missing:
        _note(how_to_get(result.benchmark, data))
    elif result.fault:
        _note(f"{result.benchmark.name}: failed: {result.fault}")
    else:
        _note(f"{result.benchmark.name}: {len(result.scores)} figures in {result.seconds:.0f} s")


def _keep(result: Measured, document: Path | None, order: list[str]) -> None:
    if document and result.scores:
        text = update(_read(document), [result], order=order, today=date.today())
        write_whole(document, text.encode())


def _read(document: Path | None) -> str:
    if document is None or not document.exists():
        return ""
    text = document.read_text("utf-8")
    update(text, [], order=[], today=date.today())
    return text


def _note(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
