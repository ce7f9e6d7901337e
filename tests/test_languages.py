"""Articles of several languages in one folder make one graph."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg

ARTICLES = {
    "de.txt": "Der chinesische Verteidigungsminister Li Shangfu traf am Montag in Berlin den deutschen Kanzler Olaf Scholz. "
    "Deutschland unterstützt die Ukraine.",
    "en.txt": "The Chinese defence minister, Li Shangfu, met the German chancellor, Olaf Scholz, in Berlin on Monday. "
    "Germany supports Ukraine.",
    "headline.txt": "Chinese minister meets Olaf Scholz in Berlin",
    "fr.txt": "Le ministre chinois de la Défense s'est rendu lundi à Berlin, où il a rencontré le chancelier allemand.",
    "told.txt": "---\nlanguage: de\n---\nOlaf Scholz, Li Shangfu, Berlin, Germany, NATO, Ukraine, China.",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[kg.BuildReport, Path]:
    folder = tmp_path_factory.mktemp("mixed")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return kg.build([folder], folder / "out"), folder / "out"


def test_an_article_of_another_language_is_a_failure_that_says_so(built: tuple[kg.BuildReport, Path]) -> None:
    report, _ = built
    assert [Path(failure.source).stem for failure in report.failures] == ["fr"]
    assert "'fr'" in report.failures[0].reason


@pytest.mark.parametrize(
    "name", ["Li Shangfu", "Olaf Scholz", "Germany", "Ukraine", "Berlin", "Defence Minister of China"]
)
def test_entities_are_shared(built: tuple[kg.BuildReport, Path], name: str) -> None:
    found = [entity for entity in kg.open(built[1]).entities if entity.label("en") == name]
    assert len(found) == 1
    assert {"de", "en"} <= {mention.article for mention in found[0].mentions}


def test_the_same_said_in_two_languages_is_one_statement(built: tuple[kg.BuildReport, Path]) -> None:
    said = [s for s in kg.open(built[1]).statements if s.relation.id == "kg:supported"]
    assert [sorted({evidence.article for evidence in s.evidence}) for s in said] == [["de", "en"]]
