"""Where the ontology's files are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import OntologyError


def data(name: str) -> Traversable:
    """The file `name` of ``ontologies/``.

    Raises OntologyError when there is none.
    """
    packaged = files("kg") / "_ontologies" / name
    if packaged.is_file():
        return packaged
    checkout = Path(__file__).parents[2] / "ontologies" / name
    if checkout.is_file():
        return checkout
    raise OntologyError(f"ontologies/{name} is missing; install kg again")
