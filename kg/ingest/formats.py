"""The formats that an article can be in: for each ending, who makes text and metadata of a file's bytes.

What is not text is never read as if it were, whatever it is called: sentences in the middle of a table, a mail's
headers or a program's data say other things than they would in an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import msgspec

from kg.errors import NotText
from kg.ingest.decoding import decode
from kg.ingest.html import main_text
from kg.ingest.markdown import plain_text
from kg.ingest.metadata import Metadata, split_front_matter

Content = tuple[str, Metadata]

READ = "kg reads text (.txt), Markdown (.md), HTML (.html) and articles a line (.jsonl)"
SIDECARS = (".yml", ".yaml")

# Endings that say that a file is no article; a file with any other is read as text where it is named.
NOT_TEXT = frozenset({
    "7z", "avi", "avif", "bib", "bmp", "bz2", "c", "csv", "css", "db", "dll", "doc", "docm", "docx", "dot", "emf",
    "eml", "emlx", "epub", "exe", "fb2", "geojson", "gif", "gml", "graphml", "gexf", "gz", "h", "heic", "htaccess",
    "ico", "ics", "ini", "ipynb", "jar", "java", "jpeg", "jpg", "js", "json", "jsonld", "kml", "latex", "lz4", "m4a",
    "mbox", "mdb", "mht", "mhtml", "mkv", "mobi", "mov", "mp3", "mp4", "msg", "n3", "nq", "nt", "numbers", "odp", "ods",
    "odt", "ogg", "opus", "owl", "pages", "parquet", "pdf", "php", "pickle", "pkl", "png", "ppt", "pptx", "ps", "psd",
    "py", "rar", "rdf", "rels", "rss", "rtf", "so", "sql", "sqlite", "srt", "svg", "tar", "tex", "tgz", "tif", "tiff",
    "toml", "trig", "tsv", "ttl", "ttf", "vcf", "vtt", "warc", "wav", "webm", "webp", "wma", "wmv", "woff", "xls",
    "xlsm", "xlsx", "xml", "xsl", "xz", "yaml", "yml", "zip", "zst",
})  # fmt: skip

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file or an office document"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%!PS", "PostScript"),
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]|[ \t]+\S")
_OF_MAIL = re.compile(rb"^(?:mime-version|message-id|received|return-path|snapshot-content-location):", re.I | re.M)
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_DATA = re.compile(rb"\s*(?:<\?xml|<rss|<feed|[\[{])", re.I)
_SAMPLE = 4_000


def text_and_metadata(data: bytes, ending: str) -> Content:
    """What a file with this ending (lower case, with its dot) says. NotText, EmptyArticle, BadMetadata."""
    refuse_binary(data)
    read = FORMATS.get(ending, _plain)
    if read is not _page and _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:_SAMPLE]):
        read = _page
    if read is not _page and _DATA.match(data[:_SAMPLE]) and _is_data(data):
        raise NotText(f"this is data, not text; {READ}")
    return read(data)


def refuse_binary(data: bytes) -> None:
    """NotText where the content is known to be no article, whatever the file is called."""
    what = next((name for mark, name in _MAGIC if data.startswith(mark)), None)
    if what is None and _is_mail(data):
        what = "an e-mail or a saved page with its headers"
    if what:
        raise NotText(f"this is {what}, not text; {READ}")


def refuse_all_but_text(data: bytes) -> None:
    """NotText for what is not plain text as it stands: also pages, data, and articles a line."""
    refuse_binary(data)
    if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:_SAMPLE]):
        raise NotText("this is a web page, not plain text; kg build reads it")
    line = data.lstrip().partition(b"\n")[0]
    if _DATA.match(data[:_SAMPLE]) and (_is_data(data) or (line.startswith(b"{") and _is_data(line))):
        raise NotText("this is data, not plain text; articles a line are read by kg build")


def _is_mail(data: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", data[:_SAMPLE], maxsplit=1)[0]
    lines = head.splitlines()
    return len(lines) > 1 and all(map(_HEADER.match, lines[:-1])) and bool(_OF_MAIL.search(head))


def _plain(data: bytes) -> Content:
    known, body = _split(data)
    return body, known


def _is_data(data: bytes) -> bool:
    """Whether it is JSON or XML as a whole; a text may begin with a bracket."""
    if data.lstrip()[:1] == b"<":
        return True
    try:
        msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    except RecursionError:
        return True
    return True


def _markdown(data: bytes) -> Content:
    known, body = _split(data)
    return plain_text(body), known


def _split(data: bytes) -> tuple[Metadata, str]:
    return split_front_matter(decode(data).replace("\r\n", "\n"))


def _page(data: bytes) -> Content:
    return main_text(data)


FORMATS: Mapping[str, Callable[[bytes], Content]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
}
