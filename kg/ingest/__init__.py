"""Files, folders, lines of JSON, standard input and web pages, read as articles."""

from kg.ingest.article import make_article
from kg.ingest.cleaning import clean
from kg.ingest.files import read_text
from kg.ingest.items import Note
from kg.ingest.layout import blocks, line_blocks
from kg.ingest.sources import Source, expand, read

__all__ = ["Note", "Source", "blocks", "clean", "expand", "line_blocks", "make_article", "read", "read_text"]
