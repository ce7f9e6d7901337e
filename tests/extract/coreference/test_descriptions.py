"""Descriptions that fit anybody: whom they mean, and when nobody is meant for certain."""

from __future__ import annotations

import pytest

from tests.extract.statements import document_of


def meant(text: str, description: str) -> str:
    """The first mention of the chain that a description is in."""
    document = document_of(text)
    chains = [[document.mentions[link.mention].text for link in chain.links] for chain in document.chains]
    return next(chain[0] for chain in chains if description in chain)


@pytest.mark.parametrize(
    ("text", "description", "person"),
    [
        ("Karl Weber wurde verletzt. Der 57-Jährige kam ins Krankenhaus.", "Der 57-Jährige", "Karl Weber"),
        (
            "Der 57-jährige Karl Weber stritt mit Peter Huber. Dann ging der 57-Jährige fort.",
            "der 57-Jährige",
            "Karl Weber",
        ),
        ("Karl Weber (57) stritt mit Peter Huber. Dann ging der 57-Jährige fort.", "der 57-Jährige", "Karl Weber"),
        ("Anna Kern traf Karl Weber. Die 57-Jährige lachte.", "Die 57-Jährige", "Anna Kern"),
        pytest.param(
            "Karl Weber stritt mit Peter Huber. Dann ging der 57-Jährige fort.",
            "der 57-Jährige",
            "der 57-Jährige",
            id="either of two",
        ),
        pytest.param(
            "Anna Kern kam nach Wien. Der 57-Jährige wartete.", "Der 57-Jährige", "Der 57-Jährige", id="a woman is not"
        ),
        pytest.param(
            "Karl Weber kam. Es regnete. Das Dorf war leer. Der Wald war grün. Der 57-Jährige wartete.",
            "Der 57-Jährige",
            "Der 57-Jährige",
            id="named long ago",
        ),
    ],
)
def test_somebody_of_an_age(text: str, description: str, person: str) -> None:
    assert meant(text, description) == person
