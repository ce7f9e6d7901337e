"""Are the lines of annotated articles well formed, and their words those of the sentence?

python -m kg.training.faults FILE …     prints every fault; exit code 1 where there is one
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.training.annotation import EXTRAS, KINDS, NOBODY, NOTHING, STATUSES

MENTION_KINDS = frozenset({"PER", "ORG", "LOC", "OTH", "per", "org", "loc", "oth", "grp"})
_BRACES = re.compile(r"\{([a-z ]+)\}")

Record = dict[str, Any]


def faults(record: Record) -> Iterator[str]:
    """What is wrong with the lines of one article, a line each."""
    check = _Check(record)
    for line in record["lines"]:
        yield from (f"{record['id']}: {fault}: {line}" for fault in check.statement(line))
    for line in record.get("mentions", ()):
        yield from (f"{record['id']}: {fault}: {line}" for fault in check.mention(line))
    for number in check.sentences.keys() - check.seen.keys():
        yield f"{record['id']}: sentence {number} has no line"
    for number, fields in check.seen.items():
        if fields[NOTHING] and fields.total() > 1:
            yield f"{record['id']}: sentence {number} has statements beside {NOTHING!r}"


class _Check:
    """The words of an article's sentences; `seen` counts the lines of each, those that say nothing apart."""

    def __init__(self, record: Record) -> None:
        text = record["text"]
        self.sentences = {str(n): _plain(text[start:end]) for n, (start, end) in enumerate(record["sentences"], 1)}
        self.text = _plain(text)
        self.seen: dict[str, Counter[str]] = {}

    def statement(self, line: str) -> Iterator[str]:
        number, *fields = (field.strip() for field in line.split(" | "))
        if number not in self.sentences:
            yield "no such sentence"
            return
        self.seen.setdefault(number, Counter())[NOTHING if fields == [NOTHING] else "said"] += 1
        if fields == [NOTHING]:
            return
        if len(fields) not in (4, 5) or fields[0] not in STATUSES:
            yield "form"
            return
        sentence = self.sentences[number]
        for name, field in (("subject", fields[1]), ("object", fields[3])):
            yield from self._participant(name, field, sentence)
        yield from _predicate(fields[2], sentence)
        for pair in fields[4].split("; ") if len(fields) == 5 else ():
            yield from self._extra(pair, sentence)

    def _participant(self, name: str, field: str, sentence: str) -> Iterator[str]:
        words, _, meant = field.partition("=")
        if words.strip("()") not in ("", NOBODY) and _plain(words) not in sentence:
            yield f"{name} is not in the sentence"
        if meant and _plain(meant.rstrip(")")) not in self.text:
            yield f"who is meant by the {name} is not in the article"

    def _extra(self, pair: str, sentence: str) -> Iterator[str]:
        key, _, words = pair.partition("=")
        elsewhere = key == "src" and words.startswith("=")
        if key not in EXTRAS:
            yield f"no such key {key!r}"
        elif _plain(words.strip("=").partition("=")[0]) not in (self.text if elsewhere else sentence):
            yield f"{key} is not there"

    def mention(self, line: str) -> Iterator[str]:
        fields = [field.strip() for field in line.split(" | ")]
        if len(fields) != 4 or fields[0] not in self.sentences or not fields[3].isdigit():
            yield "form of the mention"
            return
        words, _, nth = fields[2].partition("#")
        if fields[1] not in MENTION_KINDS:
            yield f"no such kind {fields[1]!r}"
        if self.sentences[fields[0]].count(_plain(words)) < int(nth or 1):
            yield "the mention is not in the sentence"


def _predicate(field: str, sentence: str) -> Iterator[str]:
    if named := _BRACES.match(field):
        if named[1] not in KINDS:
            yield "no such predicate"
        return
    yield from (f"{word!r} is not in the sentence" for word in field.split() if _plain(word) not in sentence)


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def main(paths: list[Path]) -> int:
    """Prints the faults of all files, then how many; the exit code."""
    count = articles = 0
    for path in paths:
        data = path.read_bytes()
        for row in (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines():
            articles += 1
            for fault in faults(json.loads(row)):
                count += 1
                print(fault)
    print(f"{articles} articles, {count} faults", file=sys.stderr)
    return 1 if count else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m kg.training.faults", description=__doc__.split("\n", 1)[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="records, a JSON object a line")
    sys.exit(main(parser.parse_args().paths))
