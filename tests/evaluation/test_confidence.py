"""The weights of the confidence: fitted to verdicts, and checked on those that were left out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import yaml

from kg.evaluation import confidence, precision
from kg.evaluation.confidence import fitted, shares
from kg.extract.relations.confidence import ALWAYS, made_by
from kg.model import Derivation

ROWS = [{ALWAYS: 1.0, "good": 1.0}] * 30 + [{ALWAYS: 1.0, "bad": 1.0}] * 30
RIGHT = [True] * 27 + [False] * 3 + [True] * 6 + [False] * 24


def test_weights_follow_the_verdicts() -> None:
    weights = fitted(ROWS, RIGHT)
    assert {name for name, weight in weights.items() if weight} == {ALWAYS, "good", "bad"}
    assert weights["good"] > 0.5 > -0.5 > weights["bad"]


def test_every_kind_of_rule_has_a_weight_though_none_of_it_was_judged() -> None:
    weights = fitted([*ROWS, {ALWAYS: 1.0, made_by(Derivation.AGE): 1.0}], [*RIGHT, True])
    assert weights[made_by(Derivation.AGE)] > 0
    assert {weights[made_by(kind)] for kind in Derivation if kind is not Derivation.AGE} == {0}


def test_the_most_confident_are_right_more_often() -> None:
    found = {share: (least, percent) for share, least, percent in shares(ROWS, RIGHT)}
    assert found[0.5][1] == pytest.approx(90)
    assert found[1.0][1] == pytest.approx(55)
    assert found[0.5][0] > found[1.0][0]


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "news_de"
    folder.mkdir()
    cities = ("Kassel", "Bonn", "Wien", "Rom", "Prag", "Paris")
    for start, name in enumerate(precision.SETS):
        with gzip.open(folder / name, "wt", encoding="utf-8") as lines:
            for number in range(start, len(cities), len(precision.SETS)):
                text = f"Anna Weber besuchte {cities[number]}."
                lines.write(json.dumps({"name": f"{number} - A (2010-05-04)", "text": text}) + "\n")
    read = [str(number) for number in range(len(cities)) if not precision.held_out(str(number))]
    judged, out = tmp_path / "judged.yml", tmp_path / "weights.yml"
    monkey = pytest.MonkeyPatch()
    monkey.setattr(precision, "held_out", lambda article: article in read)
    assert precision.main(["draw", "--data", str(tmp_path), "--file", str(judged)]) == 0
    monkey.undo()
    judged.write_text(judged.read_text("utf-8").replace("verdict: ''", "verdict: right"), "utf-8")
    assert confidence.main(["--data", str(tmp_path), "--file", str(judged), "--out", str(out)]) == 0
    assert f"{len(read)} judged statements, 100.0% right" in capsys.readouterr().out
    assert yaml.safe_load(out.read_text("utf-8"))[ALWAYS] > 0


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert confidence.main(["--data", str(tmp_path), "--file", str(tmp_path / "none.yml")]) == 2
    assert capsys.readouterr().err.startswith("kg.evaluation.confidence: ")
