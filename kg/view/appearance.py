"""What things look like and where they link: the data of ``appearance.yml`` and ``links.yml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar
from urllib.parse import quote

import msgspec

from kg.errors import DataError
from kg.ontology import Ontology
from kg.ontology.terms import Types

T = TypeVar("T")


class Look(msgspec.Struct, frozen=True):
    """Colour (by the name of a family) and shape of a type of entity."""

    family: str
    shape: str


class Site(msgspec.Struct, frozen=True):
    """Another data set: its name, and the address of a page in it, {id} to be filled in; "" where it has no pages."""

    name: str
    address: str = ""


def look(ontology: Ontology, kind: str) -> Look:
    """The look of a type, or of the nearest one above it; a type that the ontology lacks looks like any thing."""
    looks: dict[str, Look] = _load("appearance.yml", Look)
    level = [kind] if kind in {t.id for t in ontology.types} else []
    while level:
        for found in level:
            if found in looks:
                return looks[found]
        level = [parent for found in level for parent in ontology.entity_type(found).parents]
    return looks[Types.THING]


def link(scheme: str, key: str) -> tuple[str, str]:
    """Text and address of an entity's link; the address is "" where there is no page."""
    site = _load("links.yml", Site).get(scheme, Site(scheme))
    return f"{site.name} {key}", site.address.replace("{id}", quote(key.encode("utf-8", "replace"), safe=""))


@cache
def _load(name: str, kind: type[T]) -> dict[str, T]:
    try:
        return msgspec.yaml.decode((files("kg.view") / name).read_bytes(), type=dict[str, kind])  # type: ignore[valid-type]
    except msgspec.MsgspecError as error:
        raise DataError(f"kg/view/{name}: {error}") from error
