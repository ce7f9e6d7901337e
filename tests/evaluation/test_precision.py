"""The judged sample: what is drawn, how verdicts survive, and what they add up to."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kg.errors import DataError, UsageError
from kg.evaluation import judged, precision
from kg.evaluation.judged import Item, Source
from kg.evaluation.precision import Tally, draw, scores, tally, wilson

TEXT = "Der Minister kam an. Anna Weber besuchte am 3. Mai 2010 zweimal Kassel."
RECORD = {
    "id": "0123456789abcdef",
    "subject": {"id": "Anna_Weber", "label": "Anna Weber", "type": "Person"},
    "relation": {"id": "kg:visited", "label": "visited", "open": False},
    "object": {"id": "Kassel", "label": "Kassel", "type": "City"},
    "polarity": "affirmed",
    "modality": "reported",
    "attribution": {"id": "dpa", "label": "dpa", "type": "Organization"},
    "time": {"text": "am 3. Mai 2010", "value": "2010-05-03", "start": "2010-05-03", "end": "2010-05-03"},
    "places": [{"id": "Kassel", "label": "Kassel"}],
    "count": {"value": 2, "comparator": ">="},
    "confidence": 0.9,
    "surface": "besuchte",
    "evidence": [{"article": "17", "start": 21, "end": len(TEXT), "quote": TEXT[21:]}],
}
PLAIN = RECORD | {"attribution": None, "time": None, "places": [], "count": None}
SOURCE = Source("Besuch", "2010-05-04", TEXT)


def entry(number: int, verdict: judged.Verdict = "", **changed: str) -> Item:
    plain = judged.item(PLAIN, SOURCE)
    return msgspec.structs.replace(plain, object=f"Ort {number}", verdict=verdict, **changed)


def test_item() -> None:
    shown = judged.item(RECORD, SOURCE)
    assert (shown.context, shown.quote) == ("Der Minister kam an.", TEXT[21:])
    assert (shown.subject, shown.relation, shown.object) == ("Anna Weber", "visited (kg:visited)", "Kassel")
    assert (shown.attribution, shown.time, shown.places, shown.count) == (
        "dpa", "am 3. Mai 2010 = 2010-05-03", ("Kassel",), ">= 2",
    )  # fmt: skip
    plain = judged.item(PLAIN, SOURCE)
    assert (plain.attribution, plain.time, plain.places, plain.count) == ("", "", (), "")


def test_what_is_judged_is_what_is_shown() -> None:
    first = judged.item(RECORD, SOURCE)
    renamed = judged.item(RECORD | {"id": "f" * 16}, Source("Anderer Titel", "", TEXT))
    assert renamed.key == first.key
    assert judged.item(RECORD | {"polarity": "negated"}, SOURCE).key != first.key


def test_file_and_back(tmp_path: Path) -> None:
    items = (
        judged.item(RECORD, SOURCE),
        entry(1, "wrong", reason="Nein: falsches Objekt"),
        entry(2, quote="ja\n# nein"),
    )
    path = tmp_path / "judged.yml"
    path.write_text(judged.written(items, head="One line\n\nand another"), "utf-8")
    assert path.read_text("utf-8").startswith("# One line\n#\n# and another\n\n- id: ")
    assert judged.read(path) == items


@pytest.mark.parametrize("verdict", ["maybe", "Right"])
def test_other_verdicts(verdict: str, tmp_path: Path) -> None:
    path = tmp_path / "judged.yml"
    path.write_text(judged.written([entry(1)], head="").replace("verdict: ''", f"verdict: {verdict}"), "utf-8")
    with pytest.raises(DataError, match=r"judged\.yml: Invalid enum value"):
        judged.read(path)


def test_drawing_does_not_depend_on_the_order() -> None:
    items = [entry(n) for n in range(50)]
    assert draw(items, 10) == draw(items[::-1], 10)
    assert len(draw(items, 10)) == 10


def test_drawing_again_keeps_verdicts_and_most_of_the_sample() -> None:
    items = [entry(n) for n in range(50)]
    first = [msgspec.structs.replace(found, verdict="right", reason="so") for found in draw(items, 10)]
    again = draw([*items[1:], entry(99)], 10, first)
    kept = [found for found in again if found.verdict]
    assert len(kept) >= 8
    assert all(found.reason == "so" for found in kept)


def test_half_of_the_articles_are_held_out(tmp_path: Path) -> None:
    out = {str(number) for number in range(1000) if precision.held_out(str(number))}
    assert 450 < len(out) < 550
    assert {"2", "3", "4", "5"} & out == {"2", "5"}
    folder = tmp_path / "news_de"
    folder.mkdir()
    for name in precision.SETS:
        with gzip.open(folder / name, "wt", encoding="utf-8") as lines:
            for number, city in enumerate(("Kassel", "Bonn", "Köln", "Wien"), 2):
                text = f"Anna Weber besuchte {city}."
                lines.write(json.dumps({"name": f"{number} - A (2010-05-04)", "text": text}) + "\n")
    assert {found.object for found in precision.statements(folder)} == {"Kassel", "Vienna"}


def test_tally() -> None:
    items = [entry(1, "right"), entry(2, "right"), entry(3, "wrong"), entry(4), entry(5, "right")]
    assert tally(items, [entry(n) for n in range(1, 5)]) == Tally(right=2, wrong=1, stale=1, waiting=1)


def test_scores() -> None:
    (score,) = scores(Tally(right=170, wrong=30, stale=3, waiting=1))
    assert (score.value, score.must, score.aim) == (85, 85, 95)
    assert score.detail == "170 of 200; 95 % interval 79.4% to 89.3%, 3 stale, 1 not judged yet"


def test_nothing_judged() -> None:
    with pytest.raises(UsageError, match="no statement of this build is judged"):
        list(scores(Tally(right=0, wrong=0, stale=7, waiting=2)))


@given(some.integers(0, 500), some.integers(1, 500))
def test_wilson(right: int, total: int) -> None:
    right = min(right, total)
    low, high = wilson(right, total)
    assert 0 <= low <= right / total + 1e-9
    assert right / total - 1e-9 <= high <= 1
    assert high - low < 1


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "news_de"
    folder.mkdir()
    texts = (
        "Anna Weber besuchte Kassel. Angela Merkel traf Wladimir Putin in Moskau.",
        "Frankreich kritisierte Italien.",
    )
    for number, (name, text) in enumerate(zip(precision.SETS, texts, strict=True)):
        with gzip.open(folder / name, "wt", encoding="utf-8") as lines:
            lines.write(json.dumps({"name": f"{number} - Titel (2010-05-04)", "text": text}) + "\n")
    file = tmp_path / "judged.yml"
    common = ["--data", str(tmp_path), "--file", str(file)]
    assert precision.main(["draw", *common, "-n", "2"]) == 0
    assert "2 statements, 2 to judge" in capsys.readouterr().err
    drawn = file.read_text("utf-8")
    assert "CC BY 2.5" in drawn
    file.write_text(drawn.replace("verdict: ''", "verdict: right", 1), "utf-8")
    assert precision.main(["read", *common]) == 0
    assert capsys.readouterr().out.startswith("100.0 %  1 of 1; 95 % interval 20.7% to 100.0%, 1 not judged yet")


def test_without_verdicts_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "VERDICTS", tmp_path / "none.yml")
    with pytest.raises(UsageError, match="nothing is judged yet"):
        list(precision.run(tmp_path / "no such folder"))


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert precision.main(["read", "--data", str(tmp_path), "--file", str(tmp_path / "none.yml")]) == 2
    assert capsys.readouterr().err.startswith("kg.evaluation.precision: ")
