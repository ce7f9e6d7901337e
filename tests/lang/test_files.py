"""The word files as files: nothing in them twice, in an order in which a word is found, lines that a diff can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kg.lang import languages

FOLDER = Path(__file__).parents[2] / "kg" / "lang"
FILES = sorted(FOLDER.rglob("*.yml"))
LONGEST_LINE = 120

# Why a file is there in some languages only.
ONE_SIDED = {
    "glossary": "English for words of phrases: English has its own",
    "strong_verbs": "English verbs with a past of their own are among the glosses of verbs.yml",
}

# What is in alphabetical order, reflexive verbs with the others: by file, the keys that lead there.
ALPHABETICAL = [
    *(("frames", key) for key in ("whole_with", "second_complements")),
    *(("given_names", f"genders {key}") for key in ("Masc", "Fem")),
    *(("glossary", key) for key in ("nouns", "adjectives", "prefixes", "heads")),
    *(("glossary", key) for key in ("ambiguous", "ambiguous_prefixes", "never_first", "never_last")),
    ("grammar", "verb_prefixes"),
    *(("quotations", key) for key in ("verbs", "telling", "perhaps", "nouns")),
    *(("sentences", key) for key in ("abbreviations", "never_final", "openers")),
    *(("verbs", key) for key in ("glosses", "by_object", "with_recipient", "with_preposition")),
]


def named(paths: list[Path]) -> list[str]:
    return [path.relative_to(FOLDER).as_posix() for path in paths]


@cache
def tree(path: Path) -> Node:
    return composed(path.read_text("utf-8"))


def composed(text: str) -> Node:
    node: Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    return node


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from nodes(item)
    if isinstance(node, MappingNode):
        for _, value in node.value:
            yield from nodes(value)


def keys(node: Node) -> list[str]:
    """The keys of a mapping, or the words of a list of nothing but words."""
    items = [key for key, _ in node.value] if isinstance(node, MappingNode) else node.value
    words = [item.value for item in items if isinstance(item, ScalarNode)]
    return words if len(words) == len(items) else []


def doubles(text_or_node: str | Node) -> list[str]:
    """What stands twice among the keys of one mapping or the words of one list; loaders take the last and are silent."""
    node = composed(text_or_node) if isinstance(text_or_node, str) else text_or_node
    collections = (one for one in nodes(node) if isinstance(one, MappingNode | SequenceNode))
    return [
        word
        for one in collections
        for words in [keys(one)]
        for word in sorted({w for w in words if words.count(w) > 1})
    ]


def place(word: str) -> tuple[str, str]:
    """Where a word goes: umlauts as their vowel, capitals like small letters, "sich" apart."""
    word = word.lower().removeprefix("sich ").replace("ß", "s")
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), word


def section(path: Path) -> tuple[str, str]:
    """Language and name of the section that a file has, or has a part of."""
    language, name, *_ = path.relative_to(FOLDER).with_suffix("").parts
    return language, name


def at(node: Node, path: str) -> Node | None:
    for step in path.split():
        assert isinstance(node, MappingNode)
        found: Node | None = next((value for key, value in node.value if key.value == step), None)
        if found is None:
            return None
        node = found
    return node


@pytest.mark.parametrize("path", FILES, ids=named(FILES))
def test_nothing_is_there_twice(path: Path) -> None:
    assert doubles(tree(path)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2", []),
        ("a: 1\nb: 2\na: 3", ["a"]),
        ("a: {b: 1, b: 2}", ["b"]),
        ("a: [{b: 1, c: 2, b: 3}]", ["b"]),
        ("a: [x, y, x]", ["x"]),
        ("a: [[x, y], [x, y]]", []),
        ("a: {b: 1}\nc: {b: 1}", []),
    ],
)
def test_doubles_are_seen(text: str, found: list[str]) -> None:
    assert doubles(text) == found


@pytest.mark.parametrize(("name", "path"), ALPHABETICAL)
def test_words_are_in_order(name: str, path: str) -> None:
    files = [file for file in FILES if section(file)[1] == name]
    words = {section(file)[0]: keys(node) for file in files if (node := at(tree(file), path)) is not None}
    assert any(words.values())
    for language, there in words.items():
        late = [word for before, word in pairwise(there) if place(before) > place(word)]
        assert late == [], f"{language}: not where they belong"


@pytest.mark.parametrize("path", FILES, ids=named(FILES))
def test_lines_are_short(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [n for n, line in enumerate(lines, 1) if len(line) > LONGEST_LINE or line != line.rstrip()] == []


def test_languages_have_the_same_files_or_a_reason() -> None:
    files = {code: {name for language, name in map(section, FILES) if language == code} for code in languages()}
    everywhere, somewhere = set.intersection(*files.values()), set.union(*files.values())
    assert somewhere - everywhere == set(ONE_SIDED)


def test_files_that_headers_name_are_there() -> None:
    words = {word.strip("\"'(),;:.") for path in FILES for word in path.read_text("utf-8").split() if "kg/" in word}
    named_there = {word for word in words if word.startswith("kg/")}
    assert named_there
    assert [word for word in named_there if not (FOLDER.parents[1] / word).exists()] == []
