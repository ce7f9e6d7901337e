"""The scorer of time expressions: reading TimeML, and the four figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.evaluation import krauts
from kg.evaluation.krauts import Expression, Tally, TimeMLDocument, tally

DOCUMENT = """<?xml version="1.0" ?><TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2014-05-13">13.05.2014</TIMEX3></DCT>
<TITLE>Von gestern</TITLE>
<TEXT>Er kam <TIMEX3 tid="t1" type="DATE" value="2014-05-12">gestern</TIMEX3> &amp; blieb
<TIMEX3 tid="t2" type="DURATION" value="P2D">zwei Tage</TIMEX3><TIMEX3 tid="t3" type="DATE" value="2014"/>.</TEXT>
</TimeML>"""


def at(start: int, end: int, value: str = "2014", kind: str = "DATE") -> Expression:
    return Expression(start, end, kind, value)


def test_a_document_is_read_with_the_places_of_its_expressions() -> None:
    document = TimeMLDocument.read(DOCUMENT)
    assert document.created == date(2014, 5, 13)
    assert document.text == "Er kam gestern & blieb\nzwei Tage."
    found = [(document.text[e.start : e.end], e.type, e.value) for e in document.expressions]
    assert found == [("gestern", "DATE", "2014-05-12"), ("zwei Tage", "DURATION", "P2D")]


def test_what_is_no_timeml_is_an_error() -> None:
    with pytest.raises(ValueError, match="no TimeML"):
        TimeMLDocument.read("<TimeML><TEXT>Er kam.</TEXT></TimeML>")


@pytest.mark.parametrize(
    ("gold", "system", "expected"),
    [
        ([at(0, 4)], [at(0, 4)], (100, 100, 100, 100)),
        ([at(0, 4)], [at(2, 6)], (0, 100, 100, 100)),
        ([at(0, 4)], [at(4, 6)], (0, 0, 0, 0)),
        ([at(0, 4)], [at(0, 4, "2015")], (100, 100, 100, 0)),
        ([at(0, 4)], [at(0, 4, "2014", "TIME")], (100, 100, 0, 100)),
        ([at(0, 4), at(9, 12)], [at(0, 4)], (66.7, 66.7, 66.7, 66.7)),
        ([at(0, 4)], [at(0, 4), at(9, 12)], (66.7, 66.7, 66.7, 66.7)),
        ([at(0, 9, "P3Y4M")], [at(0, 4, "P3Y"), at(5, 9, "P4M")], (0, 100, 100, 0)),
        ([at(0, 4), at(5, 9, "2015")], [at(0, 9, "2015")], (0, 100, 100, 0)),
        ([], [], (0, 0, 0, 0)),
        ([], [at(0, 4)], (0, 0, 0, 0)),
    ],
)
def test_figures(gold: list[Expression], system: list[Expression], expected: tuple[float, ...]) -> None:
    counts = Tally()
    counts.add(gold, system)
    found = tuple(round(counts.f1(name), 1) for name in ("strict", "relaxed", "types", "values"))
    assert found == expected


def test_all_documents_count_together(tmp_path: Path) -> None:
    for name in ("one/a.tml", "two/b.tml"):
        path = tmp_path / "gold" / name
        path.parent.mkdir(parents=True)
        path.write_text(DOCUMENT, "utf-8")
    seen = []

    def system(path: Path, document: TimeMLDocument) -> tuple[Expression, ...]:
        seen.append(path.as_posix())
        return document.expressions if path.name == "a.tml" else ()

    counts = tally(tmp_path, system)
    assert seen == ["one/a.tml", "two/b.tml"]
    assert (counts.gold, counts.system, round(counts.f1("values"), 1)) == (4, 2, 66.7)


def test_the_benchmark_has_heideltimes_figure_beside_kgs(tmp_path: Path) -> None:
    for folder in ("gold", "heideltime"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.tml").write_text(DOCUMENT, "utf-8")
    scores = {score.name: score for score in krauts.run(tmp_path)}
    assert scores["value F1"].value == pytest.approx(100)
    assert scores["value F1"].must == 62
    assert scores["relaxed F1"].others == "HeidelTime 100.0 here"
