"""Loading a section: from one file, or from the files of a folder; what is wrong in them is told with its file."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kg.errors import LexiconError
from kg.lang import has, lexicon, load


class OddWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nouns: dict[str, str]
    verbs: tuple[str, ...] = ()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the language "xx", the only one there is."""
    monkeypatch.setattr(lexicon, "files", lambda _: tmp_path)
    caches = (lexicon.languages, lexicon.has, lexicon.load)
    for function in caches:
        monkeypatch.setattr(lexicon, function.__name__, function.__wrapped__)
    (tmp_path / "xx").mkdir()
    return tmp_path / "xx"


def write(folder: Path, **contents: str) -> None:
    for name, content in contents.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")


@pytest.mark.parametrize(
    "contents",
    [
        {"odd_words": "nouns: {a: b}\nverbs: [c]"},
        {"odd_words__nouns": "nouns: {a: b}", "odd_words__verbs": "verbs: [c]"},
    ],
)
def test_a_section_is_a_file_or_a_folder(folder: Path, contents: dict[str, str]) -> None:
    write(folder, **contents)
    assert lexicon.has(OddWords, "xx")
    assert lexicon.load(OddWords, "xx") == OddWords({"a": "b"}, ("c",))


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        ({}, "no kg/lang/xx/odd_words.yml"),
        (
            {"odd_words__a": "nouns: {a: b}", "odd_words__b": "nouns: {c: d}"},
            "odd_words/b.yml: nouns stands in another",
        ),
        ({"odd_words": "nouns: [a"}, "kg/lang/xx/odd_words.yml: "),
        ({"odd_words": "nouns: [a]"}, r"kg/lang/xx/odd_words: Expected `object`.*nouns"),
        ({"odd_words": "nouns: {}\nplurals: []"}, "unknown field `plurals`"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(folder: Path, contents: dict[str, str], message: str) -> None:
    write(folder, **contents)
    assert lexicon.has(OddWords, "xx") is bool(contents)
    with pytest.raises(LexiconError, match=message):
        lexicon.load(OddWords, "xx")


def test_languages_without_words() -> None:
    assert not has(OddWords, "de")
    with pytest.raises(LexiconError, match="no words for language 'xx'; there are: de, en"):
        load(OddWords, "xx")
