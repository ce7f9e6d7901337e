"""Files, folders, lines of JSON and web pages, read as articles."""

from kg.ingest.article import make_article
from kg.ingest.sources import Source, expand, read

__all__ = ["Source", "expand", "make_article", "read"]
