"""Files, folders, lines of JSON and web pages, read as articles."""

from kg.ingest.article import clean, make_article
from kg.ingest.files import read_text
from kg.ingest.layout import blocks, line_blocks
from kg.ingest.sources import Source, expand, read

__all__ = ["Source", "blocks", "clean", "expand", "line_blocks", "make_article", "read", "read_text"]
