"""How notebooks show the values: status first, everything escaped, long tables cut."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kg.model import Entity, Evidence, Labels, Literal, Modality, Polarity, Relation, Span, Spans, Statement
from kg.model.html import SHOWN, html_table

EVIL = "<script>alert('x')</script>&"
QUOTE = f"Anna traf {EVIL} nicht."
EVIDENCE = Evidence(EVIL, Span(10, 10 + len(QUOTE)), QUOTE, "traf", spans=Spans((Span(10, 14),), (Span(15, 19),)))
STATEMENT = Statement(
    EVIL, Relation("kg:met", Labels.of({"en": EVIL})), Literal(EVIL, "de"), (EVIDENCE,), 0.9,
    polarity=Polarity.NEGATED, modality=Modality.REPORTED, attribution=EVIL, places=(EVIL,),
)  # fmt: skip
ENTITY = Entity(EVIL, EVIL, Labels.of({"en": EVIL}), aliases=(EVIL, "A & B"), links=((EVIL, EVIL),))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert not attrs
        self.found.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("value", [STATEMENT, ENTITY, EVIDENCE], ids=["statement", "entity", "evidence"])
def test_everything_is_escaped(value: Statement | Entity | Evidence) -> None:
    tags = Tags(value._repr_html_())
    assert tags.found <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "q", "mark", "br"}
    assert EVIL in tags.text


def test_a_table_is_escaped_and_cut() -> None:
    tags = Tags(html_table((EVIL,), [[EVIL]] * (SHOWN + 7), caption=EVIL))
    assert tags.found == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert tags.text.count(EVIL) == SHOWN + 2
    assert "7 more rows" in tags.text
    assert "more" not in html_table(("a",), [["b"]])


@pytest.mark.parametrize(
    ("polarity", "modality", "status"),
    [
        (Polarity.AFFIRMED, Modality.ASSERTED, "asserted"),
        (Polarity.NEGATED, Modality.ASSERTED, "negated, asserted"),
        (Polarity.NEGATED, Modality.REPORTED, "negated, reported"),
        (Polarity.AFFIRMED, Modality.PLANNED, "planned"),
    ],
)
def test_status_is_said(polarity: Polarity, modality: Modality, status: str) -> None:
    statement = replace(STATEMENT, polarity=polarity, modality=modality)
    assert statement.status == status
    assert f"<th>status</th><td>{status}</td>" in statement._repr_html_()


def test_marks_are_those_of_the_text() -> None:
    assert EVIDENCE._repr_html_().startswith("<q><mark>Anna</mark> <mark>traf</mark> &lt;script&gt;")
