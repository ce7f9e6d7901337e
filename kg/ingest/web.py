"""An article from its address on the web; nothing else in kg opens a connection."""

from __future__ import annotations

import httpx

from kg.errors import ArticleError, NotText
from kg.ingest.article import make_article
from kg.ingest.html import main_text
from kg.model import Article, Failure

_TIMEOUT = 30.0
_MAX_BYTES = 20_000_000


def is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def read_address(address: str, *, language: str | None = None) -> Article | Failure:
    """The article at `address`, or why there is none; the address is its id."""
    try:
        raw, known = main_text(_page(address), url=address)
        return make_article(raw, known, name=address, language=language)
    except ArticleError as error:
        return Failure(address, str(error))
    except httpx.HTTPStatusError as error:
        return Failure(address, f"the server answers {error.response.status_code} {error.response.reason_phrase}")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Failure(address, f"cannot be fetched: {error or type(error).__name__}")


def _page(address: str) -> str:
    with httpx.stream("GET", address, follow_redirects=True, timeout=_TIMEOUT) as response:
        response.raise_for_status()
        if not response.headers.get("content-type", "text/html").startswith(("text/", "application/xhtml")):
            raise NotText(f"this is {response.headers['content-type']}, not a web page")
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > _MAX_BYTES:
                raise NotText(f"the page is larger than {_MAX_BYTES:,} bytes")
        return body.decode(response.encoding or "utf-8", "replace")
