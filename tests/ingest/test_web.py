"""Pages, from a file and from a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from kg.ingest import expand, read
from kg.ingest.items import Found
from kg.ingest.web import read_address
from kg.model import Article, Failure

PAGE = """<html lang="de"><head><title>Minister reist nach Wien</title><meta charset="utf-8">
<meta property="article:published_time" content="2023-08-15"><meta property="og:site_name" content="Das Blatt"></head>
<body><nav><a href="/">Startseite</a></nav><article><h1>Minister reist nach Wien</h1>
<p>Der Außenminister Klaus Weber ist am Montag zu einem zweitägigen Besuch nach Wien gereist.</p>
<p>Dort traf er die Kanzlerin. Über die Ergebnisse des Gesprächs wurde zunächst nichts bekannt.</p></article>
<footer>Impressum</footer></body></html>"""


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = {
            "/artikel": (200, "text/html; charset=utf-8", PAGE.encode()),
            "/leer": (200, "text/html", b"<html></html>"),
            "/rot13": (200, "text/html; charset=rot13", PAGE.encode()),
            "/1250": (
                200,
                "text/html; charset=windows-1250",
                PAGE.replace("Klaus Weber", "Łukasz Żebrów").encode("cp1250"),
            ),
            "/text": (200, "text/plain", "Der Außenminister Klaus Weber ist am Montag nach Wien gereist.".encode()),
            "/pdf": (200, "text/html", b"%PDF-1.4\n1 0 obj"),
            "/bild": (200, "image/png", b"\x89PNG"),
        }.get(self.path, (404, "text/html", b""))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def fetched(address: str) -> Article | Failure:
    item = read_address(address)
    return item.article if isinstance(item, Found) else item


def check(article: object) -> None:
    assert isinstance(article, Article)
    assert (article.title, article.published) == ("Minister reist nach Wien", date(2023, 8, 15))
    assert article.source == "Das Blatt"
    assert "Klaus Weber ist am Montag" in article.text
    assert "Impressum" not in article.text


def test_address(site: str) -> None:
    article = fetched(f"{site}/artikel")
    check(article)
    assert isinstance(article, Article)
    assert article.id == article.url == f"{site}/artikel"


def test_file(tmp_path: Path) -> None:
    (tmp_path / "seite.html").write_text(PAGE, "utf-8")
    article = next(iter(read(expand([tmp_path]))))
    check(article)
    assert isinstance(article, Article)
    assert article.id == "seite"


def test_a_charset_that_is_none(site: str) -> None:
    check(fetched(f"{site}/rot13"))


def test_the_charset_of_the_server(site: str) -> None:
    article = fetched(f"{site}/1250")
    assert isinstance(article, Article)
    assert "Łukasz Żebrów ist" in article.text


def test_a_text_at_an_address(site: str) -> None:
    article = fetched(f"{site}/text")
    assert isinstance(article, Article)
    assert (article.url, article.text[:16]) == (f"{site}/text", "Der Außenministe")


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/leer", "no article text"), ("/bild", "image/png"), ("/weg", "answers 404"), ("/pdf", "a PDF")],
)
def test_pages_that_are_no_articles(site: str, path: str, reason: str) -> None:
    failure = read_address(site + path)
    assert isinstance(failure, Failure)
    assert reason in failure.reason


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[bad/", "https://", "http://[::1", "http://a b/"])
def test_addresses_that_cannot_be_reached(address: str) -> None:
    failure = read_address(address)
    assert isinstance(failure, Failure)
    assert "cannot be fetched: " in failure.reason
    assert "Errno" not in failure.reason
    assert not failure.reason.endswith((".", ": "))
