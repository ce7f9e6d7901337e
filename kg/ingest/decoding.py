"""Bytes to text, so that the same bytes always give the same text.

UTF-8 (with or without mark) and UTF-16/32 with a mark are taken at their word. What is not UTF-8 is told apart from
binary content, and read as the old single-byte encoding of western texts that charset-normalizer finds fitting.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes, is_binary

from kg.errors import NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf_16_le", "utf_16_be")
# Asked about all encodings, a detector finds Icelandic or Baltic ones in a short German text; these two are what
# western newsrooms wrote, and the first includes Latin-1 as far as text goes.
_WESTERN = ("cp1252", "mac_roman")
_SAMPLE = 200_000
_DECLARED = re.compile(rb"""(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4_000
_PAGE_ENCODINGS = re.compile(
    r"utf-8|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_jp"
)


def decode(data: bytes) -> str:
    """The text of `data`; NotText for binary content and for encodings that cannot be read."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data:
        return _strict(data, _guess(data, _WIDE))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, _guess(data, _WESTERN))


def _guess(data: bytes, encodings: tuple[str, ...]) -> str:
    sample = data[:_SAMPLE]
    if is_binary(sample):
        raise NotText("this is binary content, not text; give a text file in UTF-8")
    best = from_bytes(sample, cp_isolation=list(encodings)).best()
    if best is None:
        raise NotText("the encoding cannot be read; save the file as UTF-8")
    return best.encoding


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"not valid {encoding} at byte {error.start}; save the file as UTF-8") from error


def decode_page(data: bytes, told: str | None = None) -> str:
    """The text of a web page: what is valid UTF-8 is that, else it is in the encoding told by the server or the page.

    NotText where neither tells one and none fits.
    """
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode(data)
    declared = _DECLARED.search(data[:_HEAD])
    for name in (told, declared and declared[1].decode("ascii")):
        encoding = _page_encoding(name)
        if encoding and not _is_utf8(data):
            return data.decode(encoding, "replace")
    return decode(data)


def _page_encoding(name: str | None) -> str | None:
    """Python's encoding by a page's name for it; none for what is no encoding of text, or none for pages."""
    try:
        encoding = codecs.lookup((name or "").strip()).name
    except (LookupError, ValueError):
        return None
    if encoding in ("ascii", "iso8859-1"):
        return "cp1252"  # as browsers have it
    return encoding if _PAGE_ENCODINGS.fullmatch(encoding) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
