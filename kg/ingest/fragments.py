"""Text that still has a page's marks in it, as programs that manage news hand it out: made plain."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(
    r"</?(?:p|div|br|span|b|i|u|a|em|strong|h[1-6]|ul|ol|li|blockquote|img|figure|table)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}\d{0,2}|#\d{2,6}|#x[\da-f]{2,5});", re.I)
_BLOCKS = (
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr",
    "ul",
)  # fmt: skip
_NO_TEXT = ("script", "style", "noscript", "head", "figure", "iframe", "svg", "nav", "aside")


def without_markup(text: str) -> str:
    """The text of a fragment of HTML, blocks parted by blank lines; a text without any marks is left as it is."""
    if _TAG.search(text):
        return _plain(text)
    return unescape(text) if _ENTITY.search(text) else text


def _plain(text: str) -> str:
    from kg.ingest.page import prepare, tree_of  # noqa: PLC0415 (few articles have markup)

    tree = tree_of(f"<div>{text}</div>")
    prepare(tree)
    for element in list(tree.iter(*_NO_TEXT)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter("br", *_BLOCKS):
        element.text = "\n\n" + (element.text or "")
        element.tail = "\n\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n\n"))
    return "\n\n".join(filter(None, lines))
