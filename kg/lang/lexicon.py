"""The typed loader of the words of a language.

A section is a frozen `msgspec.Struct` of `kg.lang.schema`; its words are in ``kg/lang/<code>/<section>.yml``, the
file named after the class (``Factuality`` -> ``factuality.yml``). A language is a folder, nothing more.
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
    return _file(section, language).is_file()


@cache
def load(section: type[Section], language: str) -> Section:
    """The `section` of `language`.

    Raises LexiconError for an unknown language, a missing file, or words that do not fit the section's types.
    """
    if language not in languages():
        raise LexiconError(f"no words for language {language!r}; there are: {', '.join(languages())}")
    source = _file(section, language)
    try:
        return msgspec.yaml.decode(source.read_bytes(), type=section)
    except (OSError, msgspec.MsgspecError) as error:
        raise LexiconError(f"kg/lang/{language}/{source.name}: {error}") from error


def _file(section: type[msgspec.Struct], language: str) -> Traversable:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", section.__name__).lower() + ".yml"
    return files("kg.lang") / language / name
