"""What a benchmark measured, and the bars it is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: `value` in percent (words a second or a ratio where `name` says so), with its bars.

    `detail` tells what stands behind it (precision and recall, how many sentences), `others` what other systems have.
    """

    name: str
    value: float
    must: float | None = None
    aim: float | None = None
    detail: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A set of data below the evaluation folder, how to get it, and what runs on it.

    `folder` is a folder or a file below the evaluation folder, "" for data that come with kg (then there may be no
    evaluation folder at all). `source` completes the sentence "get … and put it into FOLDER".
    """

    name: str
    folder: str
    source: str
    run: Callable[[Path], Iterator[Score]]

    def scores(self, data: Path) -> Iterator[Score]:
        """The figures; `data` is the evaluation folder."""
        return self.run(data / self.folder)
