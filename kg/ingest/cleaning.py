"""The text that all offsets point into: what a reader sees, without what only a typesetter or a page needs."""

from __future__ import annotations

import re
import unicodedata

from kg.errors import EmptyArticle

_NEWLINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
# What XML and Turtle cannot hold: control characters but tab and newline, halves of surrogate pairs, non-characters.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A soft hyphen, with the break of the line that it made; marks of width zero and of the direction of writing.
_UNSEEN = re.compile("\xad(?:[ \t]*\n[ \t]*)?|[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_JOINER = re.compile(r"(?<=\w)\u200d(?=\w)")  # elsewhere it holds an emoji together
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Marks of footnotes behind a word or the sign that closes a sentence: "Holm[2]", "Holm¹". "m²", "[ad]", "10⁶" are none.
_NOTES = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?)“”»\"’']))(?:(?:\[\d{1,3}\])+|[¹²³⁰⁴-⁹]+)")


def seen(raw: str) -> str:
    """`raw` as a reader sees it: composed letters, plain blanks, one ``\\n`` for a newline, nothing unseen."""
    text = _UNSEEN.sub("", _NEWLINES.sub("\n", raw))
    return unicodedata.normalize("NFC", UNSAFE.sub(" ", _BLANKS.sub(" ", _JOINER.sub("", text))))


def clean(raw: str) -> str:
    """The text of an article: as a reader sees it, without the marks of footnotes. EmptyArticle."""
    text = _NOTES.sub("", seen(raw))
    if not text.strip():
        raise EmptyArticle("there is no text in it")
    return text
