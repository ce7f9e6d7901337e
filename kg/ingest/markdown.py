"""Markdown to plain text: one line a paragraph, headings kept apart, marks and pictures gone."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token


def plain_text(markdown: str) -> str:
    """The text a reader sees, blocks parted by blank lines; code, tables and raw HTML are left out."""
    blocks = (_inline(token) for token in MarkdownIt().parse(markdown) if token.type == "inline")
    return "\n\n".join(filter(None, map(str.strip, blocks)))


def _inline(token: Token) -> str:
    parts = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": "\n"}
    children = (child for child in token.children or () if child.type in parts)
    return "".join(parts[child.type] or child.content for child in children)
