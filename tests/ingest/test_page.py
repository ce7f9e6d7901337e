"""Pages as they are found: what they say of their date, hide, mark and lay out."""

from __future__ import annotations

from datetime import date

import pytest

from kg.ingest.cleaning import clean
from kg.ingest.html import main_text

FILL = (
    "Die Beratungen dauerten mehrere Stunden, und am Ende stand ein Papier, über das nun die Gremien entscheiden. " * 3
)
LEAD = "<p>Jana Holm traf am Montag den Präsidenten Emil Sorin in Wien.</p>"


def page(inside: str = LEAD, *, head: str = "", after: str = "", before: str = "") -> bytes:
    article = f"<article><h1>Holm trifft Sorin</h1>{inside}<p>{FILL}</p></article>"
    title = "<title>Holm trifft Sorin</title>"
    return f'<!DOCTYPE html><html lang="de"><head>{title}{head}</head><body>{before}{article}{after}</body></html>'.encode()


def text(inside: str) -> str:
    return main_text(page(inside))[0]


def ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


@pytest.mark.parametrize(
    "found",
    [
        page(LEAD + "<p>Die Firma Altair wurde am 3. März 2019 gegründet.</p>"),
        page(after="<footer>© 2018 Der Bote</footer>"),
        page(LEAD + '<img src="/img/2017/05/06/a.jpg">'),
        page(after='<ul><li><a href="/x">12.03.2016 Alte Meldung</a></li></ul>'),
        page(after='<aside><article><h2>Alt</h2><time datetime="2016-03-12">12.3.</time></article></aside>'),
        page(after='<article><h2>Alt</h2><time datetime="2016-03-12" pubdate>12.3.</time></article>'),
        page(after='<ul><li itemprop="datePublished" content="2016-03-12">Alt</li></ul>'),
        page(f'<p>Die Wahl am <time datetime="2024-09-01">1. September</time> ist offen. {FILL}</p>'),
        page(
            head='<meta property="og:updated_time" content="2020-01-01"><meta name="last-modified" content="2020-01-01">'
        ),
        page(head='<meta property="article:modified_time" content="2020-01-01">'),
        page(head=ld('{"@type": "NewsArticle", "dateModified": "2020-01-01"}')),
        page(head=ld('{"@type": "Event", "datePublished": "2020-01-01"}')),
        page(
            head=ld(
                '[{"@type": "Article", "datePublished": "2020-01-01"}, {"@type": "Article", "datePublished": "2021-01-01"}]'
            )
        ),
        page(head=ld("[" * 20_000)),
        page(head=ld("{nicht")),
        page(head='<meta name="date" content="03/04/2024">'),
        page(head='<meta name="date" content="2023">'),
        page(head='<link rel="canonical" href="https://bote.example/2015/04/05/holm">'),
        page(before="<p>Montag, 14. August 2023</p>"),
    ],
)
def test_a_page_without_a_declared_date_has_none(found: bytes) -> None:
    body, known = main_text(found)
    assert known.published is None
    assert "Beratungen" in body


@pytest.mark.parametrize(
    "found",
    [
        page(head='<meta property="article:published_time" content="2023-08-15T10:00:00+02:00">'),
        page(head='<META NAME="DC.Date" CONTENT="2023-08-15">'),
        page(head='<meta name="date" content="15.08.2023, 10:00 Uhr">'),
        page(head='<meta itemprop="datePublished" content="2023-08-15 10:00">'),
        page(head='<meta name="date" content="2020-01-01"><meta name="pubdate" content="20230815">'),
        page(
            head=ld(
                '{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2023-08-15T10:00:00Z"}'
            )
        ),
        page(head=ld('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2023-08-15"}]}')),
        page(head=ld('{"@type": "BlogPosting",\n"description": "a\nb", "datePublished": "2023-08-15"}')),
        page(
            head=ld(
                '[{"@type": "Article", "headline": "Holm trifft  Sorin", "datePublished": "2023-08-15"},'
                '{"@type": "Article", "headline": "Alt", "datePublished": "2020-01-01"}]'
            )
        ),
        page(f'<time datetime="2023-08-15T09:00">Dienstag</time>{LEAD}'),
        page(
            f'<p class="zeile">Stand: <time datetime="2023-08-16">heute</time>, <time datetime="2023-08-15">x</time></p>{LEAD}'
        ),
        page(f'<p><time pubdate datetime="2023-08-15">Dienstag</time> {FILL}</p>'),
        page(f'<span itemprop="datePublished">15. August 2023</span>{LEAD}'),
        page(
            f'<time datetime="2023-08-15">Dienstag</time>{LEAD}',
            after='<article><h2>Alt</h2><time datetime="2016-03-12">12.3.</time></article>',
        ),
    ],
)
def test_a_declared_date_is_the_pages(found: bytes) -> None:
    assert main_text(found)[1].published == date(2023, 8, 15)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<div hidden><p>{}</p></div>",
        '<p style="color: red; display: none">{}</p>',
        '<p style="VISIBILITY:hidden;">{}</p>',
        '<p aria-hidden="true">{}</p>',
        "<template><p>{}</p></template>",
        "<dialog><p>{}</p></dialog>",
        "<p><del>{}</del> Neu.</p>",
        "<p>Neu <s>{}</s></p>",
    ],
)
def test_what_the_page_hides_is_not_read(hidden: str) -> None:
    found = text(LEAD + hidden.format("Jana Holm tötete Anna Kern.") + "<p>Danach reiste sie ab.</p>")
    assert "Kern" not in found
    assert "Danach reiste sie ab." in found


@pytest.mark.parametrize("attribute", ['style="display:block"', 'aria-hidden="false"', 'style="color: red"'])
def test_what_only_looks_hidden(attribute: str) -> None:
    assert "Anna Kern" in text(f"{LEAD}<p {attribute}>Danach traf sie Anna Kern in der Stadt Linz.</p>")


def test_a_page_behind_a_dialogue_is_read() -> None:
    found = (
        page()
        .replace(b"<body>", b'<body style="visibility:hidden"><div aria-hidden="true">')
        .replace(b"</body>", b"</div></body>")
    )
    assert "Emil Sorin" in main_text(found)[0]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            "Jana Holm<sup>1</sup> kritisierte Ralf Brandau in einer Rede.<sup>[2]</sup>",
            "Jana Holm kritisierte Ralf Brandau in einer Rede.",
        ),
        ('Jana Holm<sup id="f"><a href="#n1">[1]</a></sup> ging.', "Jana Holm ging."),
        ('Jana Holm <a href="#n1">[1]</a> ging heute.', "Jana Holm ging heute."),
        ("Jana Holm<sup>*</sup> ging weg.", "Jana Holm ging weg."),
        ("Jana Holm[3] ging fort.", "Jana Holm ging fort."),
        ("Es waren 25 km<sup>2</sup> und 10<sup>6</sup> Bäume.", "Es waren 25 km² und 10⁶ Bäume."),
        ("Am 1<sup>st</sup> Avenue Platz.", "Am 1st Avenue Platz."),
        ('Mehr dazu <a href="/seite">2</a> hier.', "Mehr dazu 2 hier."),
    ],
)
def test_marks_of_notes(inside: str, expected: str) -> None:
    assert expected in " ".join(clean(text(f"<p>{inside}</p>")).split())


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{LEAD}</td></tr></table>",
        f"<table><tbody><tr><td></td><td>{LEAD}</td></tr><tr><td>&nbsp;</td><td><p>Mehr folgt.</p></td></tr></tbody></table>",
        f'<table role="presentation"><tr><td>a</td><td>{LEAD}</td></tr></table>',
        f"<table><tr><td>Start</td><td>{LEAD}<p>{FILL}</p></td></tr></table>",
        f"<table><tr><td><table><tr><td>{LEAD}<p>{FILL}</p></td></tr></table></td></tr></table>",
    ],
)
def test_an_article_set_in_a_table(table: str) -> None:
    assert "Jana Holm traf am Montag den Präsidenten Emil Sorin in Wien." in text(table)


def test_a_table_of_data_is_none() -> None:
    table = "<table><tr><th>Partei</th><th>Sitze</th></tr><tr><td>Grüne</td><td>42</td></tr></table>"
    assert "42" not in text(LEAD + table)


@pytest.mark.parametrize(
    "inside",
    [
        "Es ist falsch, dass\nJana Holm ihn traf.",
        "Es ist falsch, dass<br>Jana Holm ihn traf.",
        "Es ist falsch, dass<br/>\n   Jana Holm ihn traf.",
    ],
)
def test_a_line_of_the_source_is_no_line(inside: str) -> None:
    assert "Es ist falsch, dass Jana Holm ihn traf." in text(f"<p>{inside}</p>")


def test_two_breaks_part_paragraphs() -> None:
    assert "Erste Zeile hier\n\nZweite Zeile" in text("<p>Erste Zeile hier<br><br>Zweite Zeile dort drüben.</p>")


def test_a_text_set_as_it_was_typed() -> None:
    found = text("<pre>Es ist falsch, dass\nJana Holm ihn traf.\n\nDanach reiste sie ab.</pre>")
    assert "Es ist falsch, dass Jana Holm ihn traf." in found


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1250", "cp1250"),
        ("iso-8859-2", "iso8859-2"),
        ("UTF-8", "utf-8"),
        ("windows-1250", "utf-8"),  # a browser that saved it anew
        ("utf-16", "utf-8"),
        ("rot13", "utf-8"),
        ("unicode_escape", "utf-8"),
        ("gibt-es-nicht", "utf-8"),
    ],
)
@pytest.mark.parametrize(
    "form",
    ['<meta charset="{}">', "<meta charset={}>", '<meta http-equiv="Content-Type" content="text/html; charset={}">'],
)
def test_declared_encodings(declared: str, encoding: str, form: str) -> None:
    raw = page("<p>Jana Holm traf Łukasz Żebrów in der Stadt.</p>", head=form.format(declared)).decode()
    assert "Łukasz Żebrów" in main_text(raw.replace("ü", "u").encode(encoding))[0]


def test_undeclared_encoding_of_the_west() -> None:
    assert "Präsidenten" in main_text(page().decode().encode("cp1252"))[0]
