"""The tree of a page, made ready for whoever finds the article in it: what a reader does not see is gone from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from kg.errors import EmptyArticle

_PROLOGUE = re.compile(r"\s*<\?xml[^>]*>")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_NOTE = re.compile(r"[\[(]?\s*(?:\d{1,3}|[*†‡§]{1,3})(?:\s*[,;–-]\s*\d{1,3})*\s*[\])]?")
_RAISED_BY = re.compile(r"(?:\d|\b[kcmd]?m)$")  # what an exponent stands on: "10⁶", "25 km²"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"\s+")
_CELLS = ("tr", "td", "th", "tbody", "thead", "tfoot", "caption", "center")
_LONG_CELL = 300
_MOST_ATTRIBUTES = 100  # looking for one among more takes its time, and no page needs them
_TAKEN_BACK = ("del", "s", "strike", "template")


def tree_of(text: str) -> HtmlElement:
    """The tree of a page. EmptyArticle where there is nothing in it."""
    plain = _UNREADABLE.sub(" ", _PROLOGUE.sub("", text, count=1))
    try:
        found = html.document_fromstring(plain, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyArticle("there is nothing in the page") from error
    return found


def prepare(tree: HtmlElement) -> None:
    """Takes out of the tree what is hidden or taken back and the marks of notes; undoes tables that only lay out."""
    for element in list(tree.iter("*")):
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()
        if element.getparent() is not None and _is_unseen(element):
            element.drop_tree()
    for element in list(tree.iter("sup", "a")):
        _settle_note(element)
    for table in reversed(list(tree.iter("table"))):
        if _only_lays_out(table):
            _undo(table)
    _settle_breaks(tree)


def _is_unseen(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "head"):
        return False
    if element.tag in _TAKEN_BACK or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    # A page behind an open dialogue is hidden from a screen reader as a whole.
    return element.get("aria-hidden") == "true" and next(element.iter("article", "main", "h1"), None) is None


def _settle_note(element: HtmlElement) -> None:
    """Drops the mark of a note; an exponent becomes the character for it."""
    mark = element.text_content().strip()
    if element.getparent() is None or not _NOTE.fullmatch(mark):
        return
    if element.tag == "a":
        if element.get("href", "").startswith("#"):
            element.drop_tree()
        return
    if mark.isdigit() and _RAISED_BY.search(_before(element)):
        element.text = mark.translate(_RAISED)
        element.drop_tag()
    else:
        element.drop_tree()


def _before(element: HtmlElement) -> str:
    """The text right before the element, within its parent."""
    previous = element.getprevious()
    text = element.getparent().text if previous is None else previous.tail or previous.text_content()
    return text or ""


def _only_lays_out(table: HtmlElement) -> bool:
    """Whether a table has one column, or a cell as long as only articles are."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr") if _is_of(row, table)]
    texts = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    one_column = all(sum(map(bool, row)) <= 1 for row in texts)
    return one_column or any(len(text) >= _LONG_CELL for row in texts for text in row)


def _undo(table: HtmlElement) -> None:
    for part in list(table.iter(*_CELLS)):
        if _is_of(part, table):
            part.tag = "div"
    table.tag = "div"


def _is_of(part: HtmlElement, table: HtmlElement) -> bool:
    return next(part.iterancestors("table"), None) is table


def _settle_breaks(tree: HtmlElement) -> None:
    """Lines of the source and single ``<br>`` are blanks in the page's sentences; two ``<br>`` part paragraphs."""
    for block in list(tree.iter("pre")):
        _unset(block)
    for element in tree.iter("*"):
        element.text = element.text and _BLANKS.sub(" ", element.text)
        element.tail = element.tail and _BLANKS.sub(" ", element.tail)
    for mark in [mark for mark in tree.iter("br") if not any(_neighbours(mark))]:
        mark.tail = " " + (mark.tail or "")
        mark.drop_tag()


def _unset(block: HtmlElement) -> None:
    """A text set as it was typed becomes paragraphs, parted by its blank lines."""
    paragraphs = re.split(r"\n\s*\n", block.text_content())
    tail = block.tail
    block.clear()
    block.tag, block.tail = "div", tail
    for text in paragraphs:
        etree.SubElement(block, "p").text = text


def _neighbours(mark: HtmlElement) -> Iterator[bool]:
    """Whether another break comes right before or after this one."""
    following, previous = mark.getnext(), mark.getprevious()
    yield following is not None and following.tag == "br" and not (mark.tail or "").strip()
    yield previous is not None and previous.tag == "br" and not (previous.tail or "").strip()
