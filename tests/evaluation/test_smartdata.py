"""Which pairs the set asks for, and when a statement joins one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.evaluation import smartdata
from kg.evaluation.smartdata import Annotation, Argument, Tally, main_pairs, named_pairs
from kg.model import (
    Article,
    Chain,
    ChainLink,
    Derivation,
    Document,
    Labels,
    Literal,
    Mention,
    MentionKind,
    Relation,
    RelationMention,
    Span,
    Spans,
)

TEXT = "Nordwerk kauft Ostbank in Wien. Der Konzern zahlt Geld."
RELATION = Relation("rel:kaufen", Labels.of({"de": "kaufen"}), open=True)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def argument(role: str, words: str, kind: str = "organization-company") -> Argument:
    found = span(words)
    return Argument(role, found.start, found.end, kind)


def mention(words: str) -> Mention:
    return Mention(span(words), words, MentionKind.NAME, "Organization", 0, 0, (0, 1), words)


NAMES = ("Nordwerk", "Ostbank", "Wien", "Der Konzern")
CHAINS = (
    Chain((ChainLink(0, "name"), ChainLink(3, "description"))),
    Chain((ChainLink(1, "name"),)),
    Chain((ChainLink(2, "name"),)),
)


def document(*, target: int | Literal = 1, places: tuple[int, ...] = ()) -> Document:
    said = RelationMention(
        0, RELATION, target, 0, Span(0, 31), "kauft", Derivation.CLAUSE,
        spans=Spans((span("Nordwerk"),), (span("kauft"),), (span("Ostbank"),)), places=places,
    )  # fmt: skip
    return Document(Article("a", TEXT), (), tuple(map(mention, NAMES)), CHAINS, (said,))


def acquisition(*arguments: Argument) -> Annotation:
    return Annotation("Acquisition", arguments)


BUYER, BOUGHT = argument("buyer", "Nordwerk"), argument("acquired", "Ostbank")
TRIGGER = argument("trigger", "kauft", "trigger")


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (acquisition(BUYER, BOUGHT, TRIGGER), [("Nordwerk", "Ostbank")]),
        (acquisition(BOUGHT, TRIGGER), []),
        (Annotation("Insolvency", (argument("company", "Ostbank"), TRIGGER)), [("kauft", "Ostbank")]),
        (Annotation("Merger", (argument("old", "Nordwerk"), argument("old", "Ostbank"))), [("Nordwerk", "Ostbank")]),
        (Annotation("Merger", (argument("old", "Nordwerk"), argument("new", "Ostbank"))), []),
    ],
)
def test_main_pairs(annotation: Annotation, expected: list[tuple[str, str]]) -> None:
    assert [(a.of(TEXT), b.of(TEXT)) for a, b in main_pairs(annotation)] == expected


def test_named_pairs_leave_out_triggers_and_numbers() -> None:
    price, place = argument("price", "Geld", "number"), argument("location", "Wien", "location-city")
    found = [(a.of(TEXT), b.of(TEXT)) for a, b in named_pairs(acquisition(BUYER, BOUGHT, TRIGGER, price, place))]
    assert found == [("Nordwerk", "Ostbank"), ("Nordwerk", "Wien"), ("Ostbank", "Wien")]


@pytest.mark.parametrize(
    ("told", "annotation", "joined"),
    [
        pytest.param(document(), acquisition(BUYER, BOUGHT), 1, id="subject and object"),
        pytest.param(
            document(), acquisition(argument("acquired", "Der Konzern"), argument("buyer", "Ostbank")), 1,
            id="another mention, the other way round",
        ),
        pytest.param(
            document(), acquisition(BUYER, argument("acquired", "Der Konzern")), 0, id="one part is not two",
        ),
        pytest.param(document(), acquisition(BUYER, argument("acquired", "Wien")), 0, id="no part of it"),
        pytest.param(document(places=(2,)), acquisition(BUYER, argument("acquired", "Wien")), 1, id="a place"),
        pytest.param(document(target=Literal("Ostbank")), acquisition(BUYER, BOUGHT), 1, id="a phrase"),
        pytest.param(
            document(), Annotation("Insolvency", (argument("company", "Ostbank"), TRIGGER)), 1, id="the relation's words",
        ),
        pytest.param(
            document(), Annotation("Insolvency", (argument("company", "Ostbank"), argument("trigger", "zahlt", "trigger"))),
            0, id="other words",
        ),
    ],
)  # fmt: skip
def test_joined(told: Document, annotation: Annotation, joined: int) -> None:
    tally = Tally()
    tally.add((annotation, annotation), told, main_pairs)
    assert (tally.pairs.total(), tally.joined.total(), tally.share) == (1, joined, 100 * joined)


def test_nothing_to_join() -> None:
    assert Tally().share == 0


def test_run_reads_news_only(tmp_path: Path) -> None:
    text = "Die Nordbank kaufte die Westbank in Wien."
    start = [text.index(name) for name in ("Nordbank", "Westbank")]
    relation = {
        "name": "Acquisition",
        "args": [
            {"role": role, "start": at, "end": at + 8, "type": "organization-company", "text": ""}
            for role, at in zip(("buyer", "acquired"), start, strict=True)
        ],
    }
    line = {"id": "x", "source": "news", "date": "2016-04-12T13:47:17Z", "text": text, "relations": [relation]}
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n" + json.dumps(line | {"source": "tweet"}) + "\n")
    main, named = smartdata.run(tmp_path / "dev.jsonl.gz")
    assert (main.value, main.must, main.aim) == (100, 50, 70)
    assert main.detail.startswith("1 of 1")
    assert named.value == 100
