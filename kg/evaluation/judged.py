"""A file of judged statements: what a person reads of each, and the verdict.

YAML, one entry a statement, whole enough to be judged without anything else. A verdict is about what is shown, so it
counts for every build in which a statement shows the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from kg.errors import DataError

Verdict = Literal["right", "wrong", ""]
_WIDTH = 120


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement as a person reads it, its quote with the sentence's surroundings, and the verdict, "" for none yet.

    `time` is the text with its EDTF value, `count` the number with its comparator; "" where a statement has none.
    """

    id: str
    article: str
    title: str = ""
    published: str = ""
    quote: str
    context: str = ""
    subject: str
    relation: str
    object: str
    polarity: str
    modality: str
    attribution: str = ""
    time: str = ""
    places: tuple[str, ...] = ()
    count: str = ""
    verdict: Verdict = ""
    reason: str = ""

    @property
    def key(self) -> str:
        """What is judged: everything shown of the statement, but for its id, the article's title and its day."""
        about = (
            self.article, self.quote, self.subject, self.relation, self.object, self.polarity, self.modality,
            self.attribution, self.time, self.places, self.count,
        )  # fmt: skip
        return hashlib.sha256(msgspec.json.encode(about)).hexdigest()


@dataclass(frozen=True, slots=True)
class Source:
    """What stands in the file of an article: its title, day and text."""

    title: str
    published: str
    text: str


def item(record: Mapping[str, Any], source: Source) -> Item:
    """The entry of a record of ``statements.jsonl``; its first piece of evidence is what is judged."""
    evidence = record["evidence"][0]
    time, count, attribution = record["time"], record["count"], record["attribution"]
    return Item(
        id=record["id"],
        article=evidence["article"],
        title=source.title,
        published=source.published,
        quote=_plain(evidence["quote"]),
        context=_plain(source.text[max(0, evidence["start"] - 300) : evidence["start"]]),
        subject=record["subject"]["label"],
        relation=f"{record['relation']['label']} ({record['relation']['id']})",
        object=record["object"]["label"],
        polarity=record["polarity"],
        modality=record["modality"],
        attribution=attribution["label"] if attribution else "",
        time=" = ".join(filter(None, (time["text"], time["value"]))) if time else "",
        places=tuple(place["label"] for place in record["places"]),
        count=f"{count['comparator']} {count['value']}" if count else "",
    )


def read(path: Path) -> tuple[Item, ...]:
    """The entries of a file. DataError where it cannot be read, an entry is none, or a verdict is another word."""
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=tuple[Item, ...])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {' '.join(str(error).split())}") from error


def written(items: Iterable[Item], *, head: str) -> str:
    """The file: `head` as a comment, then the entries, every field but empty qualifiers."""
    comment = "".join(f"# {line}".rstrip() + "\n" for line in head.splitlines())
    entries = [_shown(entry) for entry in items]
    return f"{comment}\n" + "\n".join(
        yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=_WIDTH) for entry in entries
    )


def _shown(entry: Item) -> dict[str, Any]:
    fields = msgspec.to_builtins(entry)
    always = {"verdict", "reason"}
    return {name: list(v) if isinstance(v, (list, tuple)) else v for name, v in fields.items() if v or name in always}


def _plain(text: str) -> str:
    return " ".join(text.split())
