"""Ages: whose, how many years, how far claimed; and numbers beside names that are none."""

from __future__ import annotations

from functools import cache, reduce

import pytest

from kg.model import Article, Document, Literal
from kg.ontology.relation_terms import Relations
from tests.extract.statements import PUBLISHED, stages


@cache
def ages(text: str, language: str) -> list[str]:
    """Each age as ``person years polarity modality``."""
    article = Article("probe", text, published=PUBLISHED, language=language)
    document = reduce(lambda found, stage: stage(found), stages(), Document(article))
    return [
        f"{document.mentions[said.subject].text} {said.object.value} {said.polarity} {said.modality}"
        for said in document.relation_mentions
        if said.relation.id == Relations.AGE and isinstance(said.object, Literal)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der 57-jährige Hans Meier wurde verhaftet.", ["Hans Meier 57 affirmed asserted"]),
        ("Die 57-jährige Ministerin Anna Berg besuchte Wien.", ["Anna Berg 57 affirmed asserted"]),
        ("Hans Meier (57) besuchte Wien.", ["Hans Meier 57 affirmed asserted"]),
        ("Hans Meier, 57, besuchte Wien.", ["Hans Meier 57 affirmed asserted"]),
        ("Hans Meier, 9 Jahre alt, besuchte Wien.", ["Hans Meier 9 affirmed asserted"]),
        ("Hans Meier ist 57 Jahre alt.", ["Hans Meier 57 affirmed asserted"]),
        ("Hans Meier ist nicht 57 Jahre alt.", ["Hans Meier 57 negated asserted"]),
        ("Hans Meier muss 57 Jahre alt sein.", []),
        ("Hans Meier (9) besuchte Wien.", []),
        ("Tore: Hans Meier (37), Anna Berg (57)", []),
        ("Der 80-jährige Krieg endete.", []),
        ("Die Firma Siemens (57) wuchs.", []),
    ],
)
def test_german(text: str, expected: list[str]) -> None:
    assert ages(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Weber, 57, visited Rome.", ["Maria Weber 57 affirmed asserted"]),
        ("Maria Weber, aged 7, visited Rome.", ["Maria Weber 7 affirmed asserted"]),
        ("Maria Weber is 57 years old.", ["Maria Weber 57 affirmed asserted"]),
        ("Maria Weber is not 57 years old.", ["Maria Weber 57 negated asserted"]),
        ("57-year-old Maria Weber visited Rome.", ["Maria Weber 57 affirmed asserted"]),
        ("Maria Weber, 7, visited Rome.", []),
        ("The 57-year-old treaty failed.", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert ages(text, "en") == expected
