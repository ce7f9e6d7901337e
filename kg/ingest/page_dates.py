"""The day on which a page says that its article was published.

Only what is declared as that counts: a year in the text, a copyright line, the path of a picture or the date of
another article beside it would be days that nobody wrote anything on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from kg.errors import BadMetadata
from kg.ingest.dates import day

_DECLARED = frozenset({
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "article.published", "datepublished", "date_published", "publication_date", "publicationdate", "publish_date",
    "publish-date", "publishdate", "published", "published_at", "published_time", "pubdate", "pub_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate", "rnews:datepublished",
    "originalpublicationdate", "citation_publication_date",
})  # fmt: skip
# Of the document, which mostly is the article.
_OF_DOCUMENT = frozenset({
    "date", "dc.date", "dc:date", "dc.date.issued", "dc.date.created", "dc.issued", "dc.created", "dcterms.date",
    "dcterms.issued", "dcterms.created", "dcterms.available", "citation_date",
})  # fmt: skip
_ARTICLES = ("Article", "Posting", "Report")
# Around what belongs to other articles, or to something in this one.
_ASIDE = ("aside", "nav", "footer", "li", "figure", "table", "dialog")
_LONGEST_LINE = 120


def declared(tree: HtmlElement) -> date | None:
    """The day of publication; the first source that has one goes before the others."""
    return (
        _earliest(_meta(tree, _DECLARED))
        or _of_objects(tree)
        or _earliest(_marked(tree))
        or _earliest(_meta(tree, _OF_DOCUMENT))
        or _earliest(_times(tree))
    )


def _earliest(values: Iterable[str | None]) -> date | None:
    """The first of the days: what is said of one article as its date may also be the day of a change to it."""
    return min(filter(None, map(_day, values)), default=None)


def _day(value: object) -> date | None:
    try:
        return day(value) if isinstance(value, str) and value.strip() else None
    except BadMetadata:
        return None


def _meta(tree: HtmlElement, names: frozenset[str]) -> Iterator[str | None]:
    for meta in tree.iter("meta"):
        told = (meta.get(key, "").strip().lower() for key in ("property", "name", "itemprop"))
        if names.intersection(told) and not _is_aside(meta):
            yield meta.get("content")


def _of_objects(tree: HtmlElement) -> date | None:
    """From JSON-LD: the article of the page's headline, or the only day that articles in it have."""
    articles = [one for script in tree.iter("script") for one in _objects(script) if _is_article(one)]
    heads = {_folded(head.text_content()) for head in tree.iter("h1", "title")}
    own = [one for one in articles if _folded(one.get("headline")) in heads] or articles
    days = {found for one in own if (found := _day(one.get("datePublished")))}
    return days.pop() if len(days) == 1 else None


def _objects(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if script.get("type", "").strip().lower() != "application/ld+json":
        return
    try:
        found = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            inside = one.get("@graph")
            yield from (part for part in (one, *(inside if isinstance(inside, list) else ())) if isinstance(part, dict))


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    return any(str(kind).endswith(_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _marked(tree: HtmlElement) -> Iterator[str | None]:
    """Elements marked as the date of publication, in the page itself."""
    for element in tree.iter("*"):
        marks = {"datepublished"} & set(element.get("itemprop", "").lower().split())
        if (marks or (element.tag == "time" and "pubdate" in element.attrib)) and not _is_aside(element):
            yield element.get("datetime") or element.get("content") or element.text_content()


def _times(tree: HtmlElement) -> Iterator[str | None]:
    """``<time datetime>`` in the article with the headline, on a line of its own: in a sentence it is an event's."""
    for time in tree.iter("time"):
        article = next(time.iterancestors("article", "main"), None)
        if article is None or next(article.iter("h1"), None) is None or _is_aside(time):
            continue
        paragraph = next(time.iterancestors("p"), None)
        line = (time.tail or "") if paragraph is None else paragraph.text_content()
        if len(line.strip()) <= _LONGEST_LINE:
            yield time.get("datetime")


def _is_aside(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(one.tag in _ASIDE for one in around) or _is_of_another(element)


def _is_of_another(element: HtmlElement) -> bool:
    """Whether it stands in an article without the page's headline, where one has it."""
    article = next(element.iterancestors("article"), None)
    if article is None or next(article.iter("h1"), None) is not None:
        return False
    return next(element.getroottree().iter("h1"), None) is not None


def _folded(text: object) -> str:
    return " ".join(str(text or "").split()).casefold()
