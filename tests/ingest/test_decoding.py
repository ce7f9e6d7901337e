"""Bytes to text: encodings that newsrooms use are read, what is not text is refused."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NotText
from kg.ingest.decoding import decode

GERMAN = "Der Präsident äußerte sich über die Lage in Österreich – „größere“ Übungen folgen."
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000040000000400806000000aa6971de")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_decode_german(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)).removeprefix("\ufeff") == GERMAN


@pytest.mark.parametrize("text", ["Müller trifft Schröder in Köln.", "Über", "Größe", "Straße in Zürich"])
def test_decode_short_latin_1(text: str) -> None:
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize(
    "data",
    [
        PNG + random.Random(1).randbytes(2_000),
        random.Random(2).randbytes(300),
        b"\x1f\x8b\x08\x00" + random.Random(3).randbytes(500),
        b"a\0b\0\0\0c",
        b"\xff\xfeabc",
    ],
    ids=["png", "noise", "gzip", "nul", "broken-utf-16"],
)
def test_decode_refuses_binary(data: bytes) -> None:
    with pytest.raises(NotText) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_decode_utf_8_is_exact(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@given(st.binary(max_size=200))
def test_decode_anything(data: bytes) -> None:
    with suppress(NotText):
        assert isinstance(decode(data), str)
