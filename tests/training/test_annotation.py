"""Annotated articles as they are written down: what a line says, and what is none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.model.predicates import PredicateKind, Role
from kg.model.statement import Modality, Polarity
from kg.training.annotation import Line, MentionLine, read_annotated, statements

FACT = (Polarity.AFFIRMED, Modality.ASSERTED)
TEXT = "Berg traf Holm. Er ging."
RECORD = {
    "id": "a", "language": "de", "source": "made up", "text": TEXT, "sentences": [[0, 15], [16, 24]],
    "lines": ["1 | +a | Berg | traf | Holm | time=am Montag; src==Anna", "2 | none"],
    "mentions": ["1 | PER | Berg | 1", "2 | per | Er#1 | 1"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1 | +a | Berg | traf | Holm", Line(0, FACT, PredicateKind.EVENT, "Berg", "traf", "Holm")),
        (
            "3 | -p | - | verhaftet | er=Emil Sorin | place=in Wien=Hauptstadt; src=die Polizei",
            Line(
                2, (Polarity.NEGATED, Modality.PLANNED), PredicateKind.EVENT, "", "verhaftet", "er",
                ((Role.PLACE, "in Wien"), (Role.SOURCE, "die Polizei")),
            ),
        ),
        ("1 | +r | (=Berg) | ging | -", Line(0, (Polarity.AFFIRMED, Modality.REPORTED), PredicateKind.EVENT, "", "ging", "")),
        ("1 | +a | Berg | {kin} Bruder | Holm", Line(0, FACT, PredicateKind.KIN, "Berg", "Bruder", "Holm")),
        ("1 | +a | Berg | {former office} | Minister", Line(0, FACT, PredicateKind.FORMER_OFFICE, "Berg", "", "Minister")),
        ("1 | +a | Berg | kam | - | src==Anna Holm", Line(0, FACT, PredicateKind.EVENT, "Berg", "kam", "", (), True)),
    ],
)  # fmt: skip
def test_a_line_is_a_statement(line: str, expected: Line) -> None:
    assert list(statements([line])) == [expected]


def test_a_sentence_that_says_nothing_has_no_statement() -> None:
    assert list(statements(["1 | none"])) == []


@pytest.mark.parametrize(
    "line", ["1 | +x | A | traf | B", "1 | +a | A | traf", "n | +a | A | traf | B", "1 | +a | A | {post} | B"]
)
def test_what_is_not_well_formed_is_told(line: str) -> None:
    with pytest.raises(ValueError, match="no s"):
        list(statements([line]))


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_articles_are_read_from_a_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"de{ending}"
    data = f"{json.dumps(RECORD)}\n\n".encode()
    path.write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    [article] = read_annotated(path)
    assert (article.sentences, article.read) == (((0, 15), (16, 24)), frozenset({0, 1}))
    assert article.lines[0].extras == ((Role.TIME, "am Montag"),)
    assert article.mentions == (MentionLine(0, "PER", "Berg", 1, 1), MentionLine(1, "per", "Er", 1, 1))
    assert [mention.is_name for mention in article.mentions] == [True, False]


def test_a_broken_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "de.jsonl"
    path.write_text(json.dumps(RECORD) + '\n{"id": "b"}\n', "utf-8")
    with pytest.raises(ValueError, match=r"de\.jsonl:2"):
        list(read_annotated(path))


def test_about_a_tenth_is_held_out_by_the_id_alone(tmp_path: Path) -> None:
    path = tmp_path / "de.jsonl"
    path.write_text("\n".join(json.dumps(RECORD | {"id": f"a{n}"}) for n in range(1000)), "utf-8")
    held = [article.id for article in read_annotated(path) if article.held_out]
    assert 60 < len(held) < 140
    path.write_text("\n".join(json.dumps(RECORD | {"id": name, "lines": []}) for name in held), "utf-8")
    assert all(article.held_out for article in read_annotated(path))
