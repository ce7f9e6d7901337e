"""Reading annotated corpora: CoNLL-U treebanks and column files of names.

Multiword tokens (im = in + dem) become one word, as in running text: head, label, tag and lemma are those of the part
whose head lies outside; a preposition takes the case of the article in it. Words joined by hyphens without spaces
(US - Amtskollegen in the German treebanks) become one word too.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.training.alignment import Statement

Row = list[str]
OF_ARTICLE = ("Case", "Gender", "Number")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what is known of it; an empty list says that nothing of the kind is.

    `heads` count words from 1, 0 is the root. `names` are BIO labels, "?" where a label is unknown. `has_misc` says
    whether the corpus marks names of the type MISC; without it, an O may hide one. `scheme` is whose idea of a name the
    names follow. `statements` are None where nobody has read the sentence for them. `unmerged` is the sentence with the
    treebank's own words where those differ.
    """

    words: list[str]
    bank: str
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    feats: list[dict[str, str]] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    has_misc: bool = True
    scheme: str = ""
    statements: tuple[Statement, ...] | None = None
    unmerged: Example | None = None


def read_conllu(path: Path, bank: str, *, join_hyphens: bool = False) -> Iterator[Example]:
    """Sentences of a CoNLL-U file, gzipped or not; those whose words do not form a tree are left out."""
    for lines in _blocks(path):
        rows, ranges = _rows(lines)
        if not rows:
            continue
        plain = _merged(rows, [], bank)
        hyphened = _hyphen_runs(rows, ranges) if join_hyphens else []
        if not ranges and not hyphened:
            if plain:
                yield plain
            continue
        merged = _merged(rows, sorted(ranges + hyphened), bank)
        if merged:
            yield replace(merged, unmerged=plain)
        elif plain:
            yield plain


def read_names(
    path: Path,
    bank: str,
    *,
    columns: tuple[int, int],
    relabel: Callable[[str], str] = str,
    has_misc: bool = False,
    scheme: str = "",
) -> Iterator[Example]:
    """Sentences of a column file, parted by tabs or blanks; `columns` are word and label, `relabel` maps labels.

    A name may begin with I, as in CoNLL 2003.
    """
    word, label = columns
    for lines in _blocks(path):
        rows = [_cells(line) for line in lines if not line.startswith(("#\t", "# ", "-DOCSTART-"))]
        if rows:
            names = _begun([relabel(row[label]) for row in rows])
            yield Example([row[word] for row in rows], bank, names=names, has_misc=has_misc, scheme=scheme)


def _cells(line: str) -> list[str]:
    return line.split("\t") if "\t" in line else line.split(" ")


def _begun(labels: list[str]) -> list[str]:
    """BIO labels in which every name begins with B."""
    before = ["O", *labels]
    return [
        f"B{label[1:]}" if label[:2] == "I-" and before[i][1:] != label[1:] else label for i, label in enumerate(labels)
    ]


def with_names(parsed: Iterator[Example], named: Iterator[Example]) -> Iterator[Example]:
    """The parsed sentences, with names where the same words are in `named`."""
    known = {tuple(example.words): example for example in named}
    for example in parsed:
        other = known.get(tuple(example.words))
        yield _named(example, other) if other else example


def _named(example: Example, other: Example) -> Example:
    return replace(example, names=other.names, has_misc=other.has_misc, scheme=other.scheme)


def _blocks(path: Path) -> Iterator[list[str]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _rows(lines: Sequence[str]) -> tuple[list[Row], list[tuple[int, int, str]]]:
    """Word lines, and (first, last, form) of multiword tokens."""
    rows: list[Row] = []
    ranges = []
    for line in lines:
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if "-" in row[0]:
            first, last = row[0].split("-")
            ranges.append((int(first), int(last), row[1]))
        elif "." not in row[0]:
            rows.append(row)
    return rows, ranges


def _hyphen_runs(rows: Sequence[Row], ranges: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Runs word - word (- word …) without spaces, as (first, last, form)."""
    taken = {i for first, last, _ in ranges for i in range(first, last + 1)}
    runs = []
    first = 1
    while first <= len(rows):
        last = first
        while _joins(rows, last, taken):
            last += 2
        if last > first:
            runs.append((first, last, "".join(row[1] for row in rows[first - 1 : last])))
        first = last + 1
    return runs


def _joins(rows: Sequence[Row], i: int, taken: set[int]) -> bool:
    """Whether word i is tied by a hyphen to word i + 2 (numbers from 1)."""
    if i + 2 > len(rows) or taken & {i, i + 1, i + 2} or rows[i][1] != "-":
        return False
    tight = all("SpaceAfter=No" in rows[k - 1][9] for k in (i, i + 1))
    return tight and rows[i - 1][1][-1:].isalnum() and rows[i + 1][1][:1].isalnum()


def _merged(rows: Sequence[Row], ranges: Sequence[tuple[int, int, str]], bank: str) -> Example | None:
    """The sentence with each range as one word; None when heads are given and do not form a tree."""
    spans = _spans(rows, ranges)
    index = {i: k for k, (first, last, _) in enumerate(spans, 1) for i in range(first, last + 1)} | {0: 0}
    example = Example([form for _, _, form in spans], bank)
    has_heads = all(row[6].isdigit() for row in rows)
    for first, last, _ in spans:
        lead = _lead(rows, first, last) if has_heads else first
        row = rows[lead - 1]
        if has_heads:
            example.heads.append(index[int(row[6])])
            example.deprels.append(row[7])
        example.upos.append(row[3])
        example.feats.append(_merged_feats(rows, first, last, lead))
        example.lemmas.append(_merged_lemma(rows, first, last, lead))
    return example if not has_heads or is_tree(example.heads) else None


def _spans(rows: Sequence[Row], ranges: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    spans = []
    starts = {first: (first, last, form) for first, last, form in ranges}
    i = 1
    while i <= len(rows):
        span = starts.get(i, (i, i, rows[i - 1][1]))
        spans.append(span)
        i = span[1] + 1
    return spans


def _lead(rows: Sequence[Row], first: int, last: int) -> int:
    """The part of a merged word that stands for it: the one under the root, else the first with its head outside."""
    outside = [i for i in range(first, last + 1) if not first <= int(rows[i - 1][6]) <= last]
    return next((i for i in outside if rows[i - 1][6] == "0"), outside[0] if outside else first)


def _is_hyphened(rows: Sequence[Row], first: int, last: int) -> bool:
    return last > first and rows[first][1] == "-"


def _merged_feats(rows: Sequence[Row], first: int, last: int, lead: int) -> dict[str, str]:
    feats = _feats(rows[lead - 1])
    if last > first and rows[lead - 1][3] == "ADP" and not _is_hyphened(rows, first, last):
        for row in rows[first:last]:
            feats = {name: value for name, value in _feats(row).items() if name in OF_ARTICLE} | feats
    return feats


def _merged_lemma(rows: Sequence[Row], first: int, last: int, lead: int) -> str:
    if _is_hyphened(rows, first, last):
        return "".join(row[1] for row in rows[first - 1 : last - 1]) + rows[last - 1][2]
    return rows[lead - 1][2]


def _feats(row: Row) -> dict[str, str]:
    return {} if row[5] in ("_", "") else dict(pair.split("=", 1) for pair in row[5].split("|"))


def is_tree(heads: Sequence[int]) -> bool:
    """Whether heads (from 1, 0 the root) have one word under the root and no cycle."""
    if list(heads).count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True
