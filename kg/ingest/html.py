"""Web pages: the article's own text without the page around it, by trafilatura; its date where it is declared."""

from __future__ import annotations

from kg.errors import EmptyArticle
from kg.ingest.decoding import decode_page
from kg.ingest.metadata import Metadata, metadata


def main_text(page: bytes, *, url: str | None = None, charset: str | None = None) -> tuple[str, Metadata]:
    """Text and metadata of an HTML page; paragraphs are parted by blank lines.

    `charset` is what the server calls the encoding. A date that is merely written somewhere on the page is not its
    date. EmptyArticle where there is no article in it, NotText.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 (half a second to load, and few builds read pages)

    from kg.ingest.page import prepare, tree_of  # noqa: PLC0415 (as above)
    from kg.ingest.page_dates import declared  # noqa: PLC0415

    tree = tree_of(decode_page(page, charset))
    published = declared(tree)
    prepare(tree)
    found = bare_extraction(tree, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        raise EmptyArticle("no article text was found in the page")
    known = {"title": found.title, "published": published, "source": found.sitename, "url": url or found.url}
    return "\n\n".join(line for line in found.text.split("\n") if line.strip()), metadata(known)
