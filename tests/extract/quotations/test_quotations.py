"""Who is quoted with what: sentences read by the shipped parser, quotations as lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.phrases.quotation_marks import quoted
from kg.model import Article, QuotationKind
from tests.extract.statements import document_of, lines_of
from tests.marks import misread


def quotes(text: str) -> list[str]:
    """ "kind: what / speaker = name", one line a quotation."""
    document = document_of(text)
    lines = []
    for quotation in document.quotations:
        parts = " + ".join(span.of(text) for span in quotation.spans)
        speaker = " + ".join(span.of(text) for span in quotation.speaker)
        name = document.mentions[quotation.mention].text if quotation.mention >= 0 else ""
        lines.append(f"{quotation.kind}: {parts} / {speaker}{' = ' + name if name else ''}")
    return lines


DIRECT = [
    pytest.param(
        "„Wir bauen die Brücke neu“, sagte Anna Kern am Montag.",
        "direct: „Wir bauen die Brücke neu“ / Anna Kern = Anna Kern",
        id="speaker behind",
    ),
    pytest.param(
        "Anna Kern sagte: „Wir bauen die Brücke neu.“",
        "direct: „Wir bauen die Brücke neu.“ / Anna Kern = Anna Kern",
        id="speaker before",
    ),
    pytest.param(
        "„Wir bauen“, betonte Anna Kern, „die Brücke im Sommer.“",
        "direct: „Wir bauen“ + „die Brücke im Sommer.“ / Anna Kern = Anna Kern",
        id="speaker in between",
        marks=misread,
    ),
    pytest.param(
        "Anna Kern sagte: „Wir bauen die Brücke. Das Geld ist da. Es geht los.“",
        "direct: „Wir bauen die Brücke. Das Geld ist da. Es geht los.“ / Anna Kern = Anna Kern",
        id="several sentences, speaker before",
    ),
    pytest.param(
        "„Wir bauen die Brücke. Das Geld ist da“, sagte Anna Kern.",
        "direct: „Wir bauen die Brücke. Das Geld ist da“ / Anna Kern = Anna Kern",
        id="several sentences, speaker behind",
    ),
    pytest.param(
        "Anna Kern sprach von einer „großen Gefahr für die Stadt“.",
        "direct: „großen Gefahr für die Stadt“ / Anna Kern = Anna Kern",
        id="mixed",
    ),
    pytest.param(
        "Anna Kern lobte den Plan. „Wir bauen die Brücke neu“, sagte sie.",
        "direct: „Wir bauen die Brücke neu“ / sie = sie",
        id="a pronoun speaks",
    ),
]
INDIRECT = [
    pytest.param(
        "Anna Kern sagte, dass die Brücke gesperrt ist.",
        "indirect: dass die Brücke gesperrt ist / Anna Kern = Anna Kern",
        id="dass",
    ),
    pytest.param(
        "Die Brücke sei gesperrt, sagte Anna Kern.",
        "indirect: Die Brücke sei gesperrt / Anna Kern = Anna Kern",
        id="inverted",
    ),
    pytest.param(
        "Laut Anna Kern ist die Brücke gesperrt.",
        "indirect: ist die Brücke gesperrt / Anna Kern = Anna Kern",
        id="laut",
    ),
    pytest.param(
        "Der Polizei zufolge ist die Brücke gesperrt.",
        "indirect: ist die Brücke gesperrt / Der Polizei = Der Polizei",
        id="zufolge",
    ),
    pytest.param(
        "Nach Angaben der Polizei ist die Brücke gesperrt.",
        "indirect: ist die Brücke gesperrt / Angaben der Polizei = der Polizei",
        id="nach Angaben",
    ),
    pytest.param(
        "Die Brücke sei gesperrt, so Anna Kern.", "indirect: Die Brücke sei gesperrt / Anna Kern = Anna Kern", id="so"
    ),
    pytest.param(
        "Wie Anna Kern mitteilte, ist die Brücke gesperrt.",
        "indirect: ist die Brücke gesperrt / Anna Kern = Anna Kern",
        id="wie",
    ),
    pytest.param(
        "Anna Kern ist der Meinung, dass die Brücke zu teuer ist.",
        "indirect: dass die Brücke zu teuer ist / Anna Kern = Anna Kern",
        id="a noun",
    ),
    pytest.param(
        "Anna Kern ging davon aus, dass die Brücke hält.",
        "indirect: dass die Brücke hält / Anna Kern = Anna Kern",
        id="a correlate",
    ),
]
LONGER = [
    pytest.param(
        "Anna Kern sagte, die Brücke sei gesperrt. Der Tunnel werde im Mai gebaut. Das Geld habe die Stadt.",
        [
            "indirect: die Brücke sei gesperrt / Anna Kern = Anna Kern",
            "free: Der Tunnel werde im Mai gebaut. / Anna Kern = Anna Kern",
            "free: Das Geld habe die Stadt. / Anna Kern = Anna Kern",
        ],
        id="the mood goes on",
    ),
    pytest.param(
        "Anna Kern sagte, die Brücke sei gesperrt. Der Tunnel wird im Mai gebaut.",
        ["indirect: die Brücke sei gesperrt / Anna Kern = Anna Kern"],
        id="the mood ends",
    ),
    pytest.param(
        "Anna Kern sagte, die Brücke sei gesperrt. Der Tunnel soll im Mai fertig sein.",
        [
            "indirect: die Brücke sei gesperrt / Anna Kern = Anna Kern",
            "free: Der Tunnel soll im Mai fertig sein. / Anna Kern = Anna Kern",
        ],
        id="hearsay goes on",
    ),
    pytest.param("Der Tunnel werde im Mai gebaut.", [], id="nobody spoke before"),
    pytest.param("Der Tunnel ist lang. Er soll im Mai fertig sein.", [], id="a plan of nobody"),
    pytest.param("Anna Kern besuchte Wien.", [], id="nobody speaks"),
    pytest.param("Anna Kern las „Krieg und Frieden“.", [], id="a title"),
]


@pytest.mark.parametrize(("text", "line"), [*DIRECT, *INDIRECT])
def test_quotation(text: str, line: str) -> None:
    assert line in quotes(text)


@pytest.mark.parametrize(("text", "lines"), LONGER)
def test_over_several_sentences(text: str, lines: list[str]) -> None:
    assert quotes(text) == lines


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We will build the bridge,” said Anna Miller on Monday.", ["Anna Miller"]),
        ("According to the police, the bridge is closed.", ["the police"]),
        ("Anna Miller said that the bridge was closed.", ["Anna Miller"]),
        ("Anna Miller visited Vienna.", []),
    ],
)
def test_in_english(text: str, speakers: list[str]) -> None:
    document = document_of(text, language="en")
    assert [quotation.speaker[0].of(text) for quotation in document.quotations] == speakers


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(
            "Anna Kern sagte: „Die Lage ist ernst. Peter Huber hat Karl Weber getroffen.“",
            "Peter Huber | kg:met | Karl Weber | affirmed reported by Anna Kern",
            id="the second sentence of direct speech",
        ),
        pytest.param(
            "„Ich habe Karl Weber getroffen“, sagte Anna Kern.",
            "Anna Kern | kg:met | Karl Weber | affirmed reported by Anna Kern",
            id="I",
        ),
        pytest.param(
            "Anna Kern sagte, die Lage sei ernst. Peter Huber habe Karl Weber getroffen.",
            "Peter Huber | kg:met | Karl Weber | affirmed reported by Anna Kern",
            id="the mood goes on",
        ),
        pytest.param(
            "Anna Kern sagte, die Lage sei ernst. Peter Huber traf Karl Weber.",
            "Peter Huber | kg:met | Karl Weber | affirmed asserted",
            id="the mood ends",
        ),
    ],
)
def test_statement(text: str, line: str) -> None:
    assert line in lines_of(text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("„a“ und „b“", ["„a“", "„b“"]),
        ("»a« und «b»", ["»a«", "«b»"]),
        ('"a" und "b"', ['"a"', '"b"']),
        ("„a und b", []),
        ("„“", []),
        ("„a ‚b‘ c“", ["„a ‚b‘ c“"]),
    ],
)
def test_marks(text: str, spans: list[str]) -> None:
    marks = {"„": "“", "»": "«", "«": "»", '"': '"', "‚": "‘"}
    assert [span.of(text) for span in quoted(Article("probe", text), marks)] == spans


@given(st.text(alphabet='ab „“"»«', max_size=30))
def test_marks_never_overlap(text: str) -> None:
    found = quoted(Article("probe", text), {"„": "“", "»": "«", "«": "»", '"': '"'})
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(len(span.of(text)) > 2 for span in found)


def test_kinds_are_what_records_show() -> None:
    assert [kind.value for kind in QuotationKind] == ["direct", "indirect", "free", "told"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Peter Huber lobte den Plan. „Ich habe Karl Weber getroffen. Der Bau beginnt im Mai“, sagte er.",
            "Peter Huber",
            id="not somebody named in his own words",
        ),
        pytest.param("Anna Kern kam nach Wien. Maria Huber sei krank, sagte sie.", "Anna Kern", id="nor in his report"),
    ],
)
def test_a_pronoun_is_none_of_those_it_speaks_of(text: str, speaker: str) -> None:
    document = document_of(text)
    speakers = [quotation.mention for quotation in document.quotations]
    chain = next(chain for chain in document.chains if speakers[-1] in {link.mention for link in chain.links})
    assert document.mentions[chain.links[0].mention].text == speaker
