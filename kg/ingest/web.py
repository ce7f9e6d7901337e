"""An article from its address on the web; nothing else in kg opens a connection."""

from __future__ import annotations

import re

import httpx

from kg.errors import NotFetched, NotText
from kg.ingest.article import make_article
from kg.ingest.formats import refuse_binary, text_and_metadata
from kg.ingest.html import main_text
from kg.ingest.items import Found, attempt
from kg.ingest.metadata import Metadata
from kg.model import Failure

_NUMBER = re.compile(r"\[Errno -?\d+\] ")
_TIMEOUT = 30.0
_MAX_BYTES = 20_000_000
_PAGES = ("text/html", "application/xhtml")
_TEXTS = {"text/plain": ".txt", "text/markdown": ".md"}


def is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def read_address(address: str, *, language: str | None = None) -> Found | Failure:
    """The article at `address`, or why there is none; the address is its id."""
    return attempt(address, lambda: _read(address, language))


def _read(address: str, language: str | None) -> Found:
    try:
        body, kind, charset = _fetched(address)
    except httpx.HTTPStatusError as error:
        raise NotFetched(f"the server answers {error.response.status_code} {error.response.reason_phrase}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        why = _NUMBER.sub("", str(error)).rstrip(".")
        raise NotFetched(f"cannot be fetched: {why or type(error).__name__}") from error
    if kind in _TEXTS:
        raw, known = text_and_metadata(body, _TEXTS[kind])
        known = Metadata(url=address).over(known)
    else:
        refuse_binary(body)
        raw, known = main_text(body, url=address, charset=charset)
    return Found(make_article(raw, known, name=address, language=language), known.unread)


def _fetched(address: str) -> tuple[bytes, str, str | None]:
    """What the server sends, what it calls that, and the encoding that it names. NotText, httpx's errors."""
    with httpx.stream("GET", address, follow_redirects=True, timeout=_TIMEOUT) as response:
        response.raise_for_status()
        kind = response.headers.get("content-type", _PAGES[0]).partition(";")[0].strip().lower()
        if not (kind in _TEXTS or kind.startswith(_PAGES)):
            raise NotText(f"this is {kind}, not a web page or a text")
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > _MAX_BYTES:
                raise NotText(f"the page is larger than {_MAX_BYTES:,} bytes")
        return bytes(body), kind, response.charset_encoding
