"""The typed loader of the words of a language.

A section is a frozen `msgspec.Struct` of `kg.lang.schema`; its words are in ``kg/lang/<code>/<section>.yml``, the
file named after the class (``Factuality`` -> ``factuality.yml``); a large section is a folder of that name, whose files
have some of its fields each. A language is a folder, nothing more.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from kg.errors import LexiconError

Section = TypeVar("Section", bound=msgspec.Struct)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder, sorted."""
    return tuple(
        sorted(f.name for f in files("kg.lang").iterdir() if f.is_dir() and re.fullmatch("[a-z]{2,3}", f.name))
    )


@cache
def has(section: type[msgspec.Struct], language: str) -> bool:
    """Whether `language` has words for `section`."""
    return bool(_files(section, language))


@cache
def load(section: type[Section], language: str) -> Section:
    """The `section` of `language`.

    Raises LexiconError for an unknown language, a missing file, or words that do not fit the section's types.
    """
    if language not in languages():
        raise LexiconError(f"no words for language {language!r}; there are: {', '.join(languages())}")
    try:
        return msgspec.convert(_content(section, language), type=section)
    except msgspec.MsgspecError as error:
        raise LexiconError(f"kg/lang/{language}/{_name(section)}: {error}") from error


def _content(section: type[msgspec.Struct], language: str) -> dict[str, object]:
    """What the files of a section have together; LexiconError where there is none, or two have the same field."""
    content: dict[str, object] = {}
    for shown, source in _files(section, language).items():
        try:
            part = msgspec.yaml.decode(source.read_bytes(), type=dict[str, object])
        except (OSError, msgspec.MsgspecError) as error:
            raise LexiconError(f"{shown}: {error}") from error
        if twice := sorted(part.keys() & content.keys()):
            raise LexiconError(f"{shown}: {', '.join(twice)} stands in another file of its folder, too")
        content |= part
    if not content:
        raise LexiconError(f"there is no kg/lang/{language}/{_name(section)}.yml, nor a folder of that name with files")
    return content


def _files(section: type[msgspec.Struct], language: str) -> dict[str, Traversable]:
    """The file of a section, or those of its folder, by name as it is shown; empty where there is none."""
    folder, name = files("kg.lang") / language, _name(section)
    single, several = folder / f"{name}.yml", folder / name
    if not several.is_dir():
        return {f"kg/lang/{language}/{name}.yml": single} if single.is_file() else {}
    found = {file.name: file for file in several.iterdir() if file.name.endswith(".yml")}
    return {f"kg/lang/{language}/{name}/{file}": found[file] for file in sorted(found)}


def _name(section: type[msgspec.Struct]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", section.__name__).lower()
