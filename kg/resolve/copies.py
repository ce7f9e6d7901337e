"""Articles that are one text printed twice: an agency's report in two papers is one source with two addresses.

A copy is told by the words of its body, all of them, in their order. What stands around the body (headline, byline,
dateline, credits, the page's furniture), white space, and which kind of quotation mark or dash a paper sets may differ;
a number, a name, a "not", a sentence more or less, and any mark that can change what is said may not. So an update of a
report is no copy of it, and what was shortened is none either: a copy missed is one source counted twice, a copy made
up would be a voice taken from somebody.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kg.model import Article, ArticleRecord, Block, BlockKind

# In the same words on another day "on Monday" is another Monday; a paper reprints a report within days.
_APART = timedelta(days=7)
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
_SIGNS = str.maketrans(
    dict.fromkeys("„“”‟«»", '"') | dict.fromkeys("‚‘’‛‹›`´", "'") | dict.fromkeys("‐‑‒–—―−", "-") | {"…": "..."}
)


def plain(text: str) -> str:
    """The text as it is compared: one space between words, one kind of quotation mark, apostrophe and dash."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    return " ".join(visible.split())


def wording(article: Article) -> str:
    """SHA-256 of the words of the body, from its first paragraph to its last; "" where there are none."""
    words = plain(" ".join(block.span.of(article.text) for block in _body(article.blocks)))
    if not article.blocks:
        words = plain(article.text)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest() if words else ""


def copies(articles: Iterable[tuple[ArticleRecord, str]]) -> Mapping[str, str]:
    """For each article that is a copy the id of its original; articles come with their `wording`, in any order.

    The original is the one that was published first, then the one with the smallest id. Articles of the same words that
    were published more than a week apart are no copies.
    """
    alike: dict[str, list[ArticleRecord]] = defaultdict(list)
    for article, words in articles:
        if words:
            alike[words].append(article)
    found: dict[str, str] = {}
    for members in alike.values():
        original: ArticleRecord | None = None
        for article in sorted(members, key=_order):
            if original and _near(original.published, article.published):
                found[article.id] = original.id
            else:
                original = article
    return found


def _body(blocks: Iterable[Block]) -> list[Block]:
    """From the first paragraph to the last all that may say something."""
    found = list(blocks)
    bodies = [n for n, block in enumerate(found) if block.kind is BlockKind.BODY]
    inside = found[bodies[0] : bodies[-1] + 1] if bodies else []
    return [block for block in inside if block.kind is not BlockKind.BOILERPLATE]


def _order(article: ArticleRecord) -> tuple[bool, date, str]:
    return article.published is None, article.published or date.max, article.id


def _near(first: date | None, second: date | None) -> bool:
    return first is None or second is None or abs(second - first) <= _APART
