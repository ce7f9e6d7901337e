"""The words of the page, by language: data in ``kg/view/strings/<code>.yml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from kg.errors import DataError, UsageError


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that the page speaks, sorted."""
    names = (f.name for f in (files("kg.view") / "strings").iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


@cache
def strings(language: str) -> dict[str, str]:
    """Key -> words with {names} to fill in. UsageError for a language that the page does not speak."""
    if language not in languages():
        raise UsageError(f"no labels in {language!r}; choose one of: {', '.join(languages())}")
    source = files("kg.view") / "strings" / f"{language}.yml"
    try:
        return msgspec.yaml.decode(source.read_bytes(), type=dict[str, str])
    except msgspec.MsgspecError as error:
        raise DataError(f"kg/view/strings/{language}.yml: {error}") from error
