"""Web pages: the article's own text without the page around it, by trafilatura."""

from __future__ import annotations

from kg.errors import EmptyArticle
from kg.ingest.metadata import Metadata, metadata


def main_text(page: str, *, url: str | None = None) -> tuple[str, Metadata]:
    """Text and metadata of an HTML page; EmptyArticle where there is no article in it."""
    from trafilatura import bare_extraction  # noqa: PLC0415 (half a second to load, and few builds read pages)

    found = bare_extraction(page, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        raise EmptyArticle("no article text was found in the page")
    known = {"title": found.title, "published": found.date, "source": found.sitename, "url": url or found.url}
    return found.text, metadata(known)
