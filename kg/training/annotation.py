"""Annotated news as it is written down: articles, their sentences, a line for each statement and each mention.

``kg/training/news/GUIDE.md`` says what the lines mean. A record is an object of a JSON lines file, gzipped or not.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model.predicates import PredicateKind, Role
from kg.model.statement import Modality, Polarity

POLARITIES = {"+": Polarity.AFFIRMED, "-": Polarity.NEGATED}
MODALITIES = {
    "a": Modality.ASSERTED,
    "r": Modality.REPORTED,
    "p": Modality.PLANNED,
    "o": Modality.POSSIBLE,
    "h": Modality.HYPOTHETICAL,
}
STATUSES = {p + m: (polarity, modality) for p, polarity in POLARITIES.items() for m, modality in MODALITIES.items()}
EXTRAS = {
    "time": Role.TIME,
    "place": Role.PLACE,
    "src": Role.SOURCE,
    "count": Role.COUNT,
    "cause": Role.CAUSE,
    "to": Role.DIRECTION,
    "with": Role.MEANS,
}
KINDS = frozenset(PredicateKind)
NOTHING = "none"
NOBODY = "-"
HELD_OUT_EVERY = 10

_SOURCE_ELSEWHERE = "src=="
_BRACES = re.compile(r"\{([a-z ]+)\}\s*(.*)")


Status = tuple[Polarity, Modality]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a sentence (numbered from 0), its words as they stand there; "" where the sentence has none.

    Its source may be named in another sentence, as those of interviews are.
    """

    sentence: int
    status: Status
    kind: PredicateKind
    subject: str
    predicate: str
    object: str
    extras: tuple[tuple[Role, str], ...] = ()
    source_is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class MentionLine:
    """Words of a sentence that name or describe the thing numbered `entity`; `nth` counts their places from 1."""

    sentence: int
    kind: str
    words: str
    nth: int
    entity: int

    @property
    def is_name(self) -> bool:
        return self.kind.isupper()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its annotation; `sentences` are (start, end) in `text`. `read` are the sentences with lines."""

    id: str
    language: str
    source: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    lines: tuple[Line, ...]
    read: frozenset[int]
    mentions: tuple[MentionLine, ...] | None = None

    @property
    def held_out(self) -> bool:
        """Whether the article is of the tenth that is never trained on; chosen by its id alone."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % HELD_OUT_EVERY == 0


def read_annotated(path: Path) -> Iterator[Annotated]:
    """The articles of a file of records. ValueError names the line that is none."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for number, row in enumerate(text.split("\n"), 1):
        if row.strip():
            try:
                yield _article(json.loads(row))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}:{number}: {error}") from error


def _article(record: dict[str, object]) -> Annotated:
    lines, mentions = _strings(record["lines"]), record.get("mentions")
    numbers = (line.partition(" | ")[0] for line in lines)
    return Annotated(
        id=str(record["id"]),
        language=str(record["language"]),
        source=str(record["source"]),
        text=str(record["text"]),
        sentences=tuple((int(start), int(end)) for start, end in record["sentences"]),  # type: ignore[attr-defined]
        lines=tuple(statements(lines)),
        read=frozenset(int(number) - 1 for number in numbers if number.isdigit()),
        mentions=None if mentions is None else tuple(map(_mention, _strings(mentions))),
    )


def _strings(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("lines and mentions are lists")
    return [str(line) for line in value]


def statements(lines: Iterable[str]) -> Iterator[Line]:
    """The statements among the lines of an article. ValueError where one is not well formed."""
    for line in lines:
        number, *fields = (field.strip() for field in line.split(" | "))
        if fields == [NOTHING]:
            continue
        if len(fields) not in (4, 5) or fields[0] not in STATUSES or not number.isdigit():
            raise ValueError(f"no statement: {line!r}")
        status, subject, predicate, obj = fields[:4]
        named = _BRACES.fullmatch(predicate)
        if named and named[1] not in KINDS:
            raise ValueError(f"no such predicate: {line!r}")
        yield Line(
            sentence=int(number) - 1,
            status=STATUSES[status],
            kind=PredicateKind(named[1]) if named else PredicateKind.EVENT,
            subject=_own_words(subject),
            predicate=named[2] if named else predicate,
            object=_own_words(obj),
            extras=tuple(_extras(fields[4])) if len(fields) == 5 else (),
            source_is_elsewhere=len(fields) == 5 and _SOURCE_ELSEWHERE in fields[4],
        )


def _own_words(field: str) -> str:
    """What of a subject or object stands in the sentence: neither who is meant, nor what is only understood."""
    return "" if field == NOBODY or field.startswith("(=") else field.partition("=")[0].strip("() ")


def _extras(field: str) -> Iterator[tuple[Role, str]]:
    for pair in field.split("; "):
        key, _, words = pair.partition("=")
        if key in EXTRAS and not words.startswith("="):
            yield EXTRAS[key], words.partition("=")[0]


def _mention(line: str) -> MentionLine:
    number, kind, words, entity = (field.strip() for field in line.split(" | "))
    text, _, nth = words.partition("#")
    return MentionLine(int(number) - 1, kind, text, int(nth or 1), int(entity))
