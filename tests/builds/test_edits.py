"""The file of what people have decided: what is wrong in it is told, what is right is kept and replayed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg import api
from kg.builds import articles, forks
from kg.builds.edits import read_edits, unknown
from kg.errors import UsageError
from kg.model import Chain, ChainLink, Document, Mention, MentionKind, Span
from kg.resolve import Edits
from tests.resolve.stories import Story, resolved

SAME = "# as the Bote says\nsame:\n  - [Klaus_Weber, Karl_Weber]\n"


def people(document: Document) -> Document:
    """A stage in place of all others: two words with capitals are a person."""
    found = list(re.finditer(r"[A-Z]\w+ [A-Z]\w+", document.article.text))
    mentions = tuple(
        Mention(Span(*m.span()), m[0], MentionKind.NAME, "Person", 0, 0, (0, 1), m[0]) for m in found
    )  # fmt: skip
    chains = tuple(Chain((ChainLink(n, "same-name"),)) for n in range(len(found)))
    return replace(document, mentions=mentions, chains=chains)


people.name, people.requires, people.provides = "people", ("article",), ("mentions",)  # type: ignore[attr-defined]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(articles, "default_stages", lambda **_: (people,))
    monkeypatch.setattr(forks, "count", lambda: 1)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Heute reist Klaus Weber wieder durch das ganze Land.", "utf-8")
    (folder / "b.txt").write_text("Gestern kam Karl Weber aus dem Urlaub und schwieg.", "utf-8")
    return folder


def ids(folder: Path) -> list[str]:
    return [entity.id for entity in api.open(folder).entities]


# ------------------------------------------------------------------------------------------------- the file


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("", Edits()),
        ("# nothing yet\n", Edits()),
        ("same:\n", Edits()),
        ("same: [[A, B]]\ndifferent: [[C, D], [E, F]]", Edits((("A", "B"),), (("C", "D"), ("E", "F")))),
        ("same: [['*A', '&B']]", Edits((("*A", "&B"),))),
        ("same: [[007, 1.50]]", Edits((("007", "1.50"),))),
    ],
)
def test_what_a_file_says(text: str, edits: Edits) -> None:
    assert read_edits(text.encode(), "e.yml") == edits


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sames: [[A, B]]", "unknown key 'sames'; did you mean 'same'?; write: same: "),
        ("Different: [[A, B]]", "unknown key 'Different'; did you mean 'different'?"),
        ("xyz: [[A, B]]", "unknown key 'xyz'; write: same: "),
        ("labels: {A: B}", "unknown key 'labels'"),
        ("[A, B]", "it is no list of keys; write: same: "),
        ("same: A", "'A' is no list of pairs"),
        ("same: [A, B]", "'A' is no pair of ids"),
        ("same: [[A, B, C]]", "is no pair of ids"),
        ("same: [[A, [B]]]", "is no pair of ids"),
        ("same: [[A, '']]", "is no pair of ids"),
        ("same: [[A, A]]", "'A' is named twice"),
        ("same: [[A, B]]\ndifferent: [[B, A]]", "A and B are said to be the same and different"),
        ("same: [[A, B]", "write: same: "),
        ("a: &a [x]\nsame: [*a, *a]", "repeats a value by the alias *a; write the value out; write: same: "),
        ("same: [[A, B]]\nsame: [[C, D]]", "the key 'same' is given twice in the YAML; keep one; write: same: "),
        ("same: [[A, B]]\n---\nsame: [[C, D]]", "single document"),
        ("same: " + "[" * 5_000, "nested deeper than 20 levels; write: same: "),
        ("same: !!python/object:os.system {}", "write: same: "),
        ("\x00", "write: same: "),
    ],
)
def test_what_a_file_should_not_say(text: str, says: str) -> None:
    with pytest.raises(UsageError) as told:
        read_edits(text.encode(), "e.yml")
    assert says in str(told.value)
    assert str(told.value).startswith("e.yml: ")
    assert "\n" not in str(told.value)


def test_aliases_are_refused_before_they_unfold() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(UsageError, match="alias"):
        read_edits("\n".join(lines).encode(), "e.yml")


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("Klaus_Weber", None),
        ("Klaus_Weber_Person", None),
        ("Klaus_Weber_s", None),
        ("Klaus_Webber", "no entity has the id 'Klaus_Webber'; did you mean 'Klaus_Weber'?"),
        ("Klaus Weber", "no entity has the id 'Klaus Weber'; did you mean 'Klaus_Weber'?"),
        ("KLAUS WEBER", "no entity has the id 'KLAUS WEBER'; did you mean 'Klaus_Weber'?"),
        ("Zyx", "no entity has the id 'Zyx'"),
    ],
)
def test_ids_that_nothing_has(key: str, says: str | None) -> None:
    story = Story("s")
    story.chain("Klaus Weber")
    story.chain("Anna Berg")
    edits = Edits(different=((key, "Anna_Berg"),))
    assert unknown(edits, resolved(story, edits=edits)) == ((says,) if says else ())


# ------------------------------------------------------------------------------------------------- kept and replayed


def test_edits_are_kept_and_replayed_until_they_are_dropped(news: Path, tmp_path: Path) -> None:
    out, edits = tmp_path / "out", tmp_path / "edits.yml"
    edits.write_text(SAME)
    assert kg.build(news, out, edits=edits).notes == ()
    joined = ids(out)
    assert len(joined) == 1
    assert (out / "store" / "edits.yml").read_text() == SAME
    edits.unlink()
    again = kg.build(news, out)
    assert (again.unchanged, len(again.notes)) == (True, 1)
    assert "edits kept with the graph are replayed (1 the same, 0 different)" in again.notes[0]
    (news / "c.txt").write_text("Anna Berg bleibt lieber zu Hause.", "utf-8")
    more = kg.build(news, out)
    assert len(more.notes) == 1
    assert ids(out) == sorted(["Anna_Berg", *joined])
    assert kg.build(news, out, forget_edits=True).notes == ()
    assert ids(out) == ["Anna_Berg", "Karl_Weber", "Klaus_Weber"]
    assert kg.build(news, out).notes == ()
    assert ids(out) == ["Anna_Berg", "Karl_Weber", "Klaus_Weber"]


def test_a_file_that_is_wrong_changes_nothing(news: Path, tmp_path: Path) -> None:
    out, edits = tmp_path / "out", tmp_path / "edits.yml"
    edits.write_text(SAME)
    kg.build(news, out, edits=edits)
    before = ids(out)
    edits.write_text("same: [[Klaus Weber, Karl_Weber]]")
    with pytest.raises(UsageError, match=r"edits\.yml: no entity has the id 'Klaus Weber'; did you mean '\w+'\?"):
        kg.build(news, out, edits=edits)
    assert ids(out) == before
    assert (out / "store" / "edits.yml").read_text() == SAME


def test_what_has_left_the_graph_is_no_error_in_kept_edits(news: Path, tmp_path: Path) -> None:
    out, edits = tmp_path / "out", tmp_path / "edits.yml"
    edits.write_text(SAME)
    kg.build(news, out, edits=edits)
    (news / "b.txt").unlink()
    notes = kg.build(news, out).notes
    assert any(note.startswith("edits: no entity has the id 'Karl_Weber'") for note in notes)
    assert (out / "store" / "edits.yml").read_text() == SAME


def test_kept_edits_that_were_lost_or_damaged(news: Path, tmp_path: Path) -> None:
    out, edits, kept = tmp_path / "out", tmp_path / "edits.yml", tmp_path / "out" / "store" / "edits.yml"
    edits.write_text(SAME)
    kg.build(news, out, edits=edits)
    kept.unlink()
    (news / "c.txt").write_text("Anna Berg bleibt lieber zu Hause.", "utf-8")
    kg.build(news, out)
    assert read_edits(kept.read_bytes(), "") == read_edits(SAME.encode(), "")
    kept.write_text("same: [[")
    with pytest.raises(UsageError, match=r"store/edits\.yml: .*write: same: "):
        kg.build(news, out)
    assert kg.build(news, out, edits=edits).articles == 3
