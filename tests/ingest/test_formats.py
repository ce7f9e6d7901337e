"""What a file says, by its ending; what is no text, whatever it is called."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from kg.errors import EmptyArticle, NotText
from kg.ingest.formats import FORMATS, text_and_metadata

MAIL = (
    b"From: a@b.example\r\nTo: c@d.example\r\nSubject: =?utf-8?q?x?=\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed;\r\n boundary=x\r\n\r\n--x\r\n\r\nDer Minister reiste nach Wien.\r\n"
)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<w/>")  # of 1980, not of now
    return out.getvalue()


@pytest.mark.parametrize("ending", [*FORMATS, "", ".note"])
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (zipped(), "a zip file"),
        (b"{\\rtf1\\ansi Der Minister}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (gzip.compress(b"Der Minister", mtime=0), "compressed"),
        (MAIL, "an e-mail"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x\r\n\r\n", "an e-mail or a saved page"),
    ],
)
def test_content_that_is_no_text(ending: str, data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=f"{what}.*kg reads text"):
        text_and_metadata(data, ending)


@pytest.mark.parametrize("ending", [".txt", ".md", ""])
@pytest.mark.parametrize(
    "data",
    [b'{"text": "a"}', b'[{"text": "a"}]', b"[" * 50_000, b"<?xml version='1.0'?><rss/>", b" <rss version='2.0'/>"],
)
def test_data_is_no_text(ending: str, data: bytes) -> None:
    with pytest.raises(NotText, match="this is data"):
        text_and_metadata(data, ending)


@pytest.mark.parametrize(
    "text",
    [
        "[Anzeige] Der Minister reiste nach Wien.",
        "{Wien} Der Minister",
        "Von: Anna Berg\nBetreff: Reise\n\nDer Minister reiste nach Wien.",
        "Received wisdom: the minister\n\nThe minister left.",
        "Subject: Reise\nFrom: Anna Berg\n\nDer Minister",
        "Wien: Der Minister reiste ab.",
    ],
)
def test_text_that_looks_a_little_like_data(text: str) -> None:
    assert text_and_metadata(text.encode(), ".txt")[0] == text


PAGE = "<!doctype html><html><body><article><h1>Reise</h1><p>{}</p></article></body></html>".format(
    "Der Minister reiste am Montag nach Wien, wo er die Kanzlerin traf und mit ihr sprach. " * 5
)


@pytest.mark.parametrize("start", ["", "\ufeff", "\n ", "<?xml version='1.0'?>\n", "<!-- gespeichert -->\n"])
@pytest.mark.parametrize("ending", [".txt", ".html", ".md", ""])
def test_a_page_is_one_by_any_name(start: str, ending: str) -> None:
    text, _ = text_and_metadata((start + PAGE).encode(), ending)
    assert text.startswith("Reise\n\nDer Minister")
    assert "<" not in text


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<p>" * 100_000, b"\x00" * 50, b"<!doctype html>"])
def test_pages_with_nothing_in_them(data: bytes) -> None:
    with pytest.raises((EmptyArticle, NotText)):
        text_and_metadata(data, ".html")
