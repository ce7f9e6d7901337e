"""The words of the page: the same keys in every language, all of them used, none missing."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kg.errors import UsageError
from kg.view.page import CODE
from kg.view.strings import languages, strings

STATIC = files("kg.view") / "static"
SOURCES = [(STATIC / name).read_text(encoding="utf-8") for name in CODE]
TEMPLATE = (files("kg.view") / "templates" / "graph.html").read_text(encoding="utf-8")
FAMILIES = (
    "modality_",
    "polarity_",
    "told_",
    "as_",
    "column_",
    "count_",
    "preset_",
    "comparator_",
    "group_",
    "types_",
    "relations_",
)


def names(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


def test_languages() -> None:
    assert languages() == ("de", "en")


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_words_to_fill_in(language: str) -> None:
    english, found = strings("en"), strings(language)
    assert found.keys() == english.keys()
    assert {key for key in found if names(found[key]) != names(english[key])} == set()


def test_unknown_language_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="no labels in 'fr'; choose one of: de, en"):
        strings("fr")


def test_every_word_is_there_and_used() -> None:
    said = {key for source in SOURCES for key in re.findall(r'say\(\s*"(\w+)"', source)}
    chosen = {
        key
        for source in SOURCES
        for key in re.findall(r'"((?:theme|told|silent|nothing|comparator|scope)_\w+)"', source)
    }
    there = strings("en").keys()
    used = said | chosen | set(re.findall(r"words\.(\w+)", TEMPLATE)) | {"title"}
    assert used - there == set()
    built = {key for key in there if key.startswith(FAMILIES)} | {key for key in there if key.endswith("_one")}
    assert there - used - built == set()
