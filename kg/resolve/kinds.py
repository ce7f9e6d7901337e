"""The type of a thing from the types of its mentions, and which types exclude each other."""

from __future__ import annotations

from collections.abc import Mapping

from kg.ontology import Ontology
from kg.ontology.terms import Types


def family(kind: str, ontology: Ontology) -> str:
    """The widest type below Thing that `kind` is of: Company -> Organization, City -> Place; Thing is its own."""
    while parents := tuple(p for p in ontology.entity_type(kind).parents if p != Types.THING):
        kind = parents[0]
    return kind


def excludes(family_a: str, family_b: str) -> bool:
    """Whether nothing can be of both families; Thing says nothing, so it excludes none."""
    return family_a != family_b and Types.THING not in (family_a, family_b)


def voted(counts: Mapping[str, int], ontology: Ontology) -> str:
    """The type that most mentions speak for: those of the type itself and those of a wider one.

    So one "Company" among many "Organization" makes a company, and a person remains one beside a few of "Thing".
    """

    def support(kind: str) -> tuple[int, int, str]:
        weight = sum(count for other, count in counts.items() if ontology.is_a(kind, other))
        return -weight, -counts[kind], kind

    return min(counts, key=support)
