"""Words to subword pieces, as the model was trained on them."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

BEGIN, END, UNKNOWN = 0, 2, 3
SPACE_MARK = "▁"
LONGEST_WORD = 64
MOST_PIECES = 12
READABLE = 510
"""Pieces that the model reads at once: it has 512 positions, two of them for the marks of begin and end."""
CACHED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Pieces:
    """Piece numbers of a sentence with its begin and end marks, and where each word's first and last piece is."""

    ids: list[int]
    first: list[int]
    last: list[int]


class WordPieces:
    """Each word is cut on its own, so that the space before it does not matter; cuts are remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """From a ``tokenizer.json``, gzipped or not."""
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        return cls(Tokenizer.from_str(data.decode("utf-8")))

    def sizes(self, words: Sequence[str]) -> list[int]:
        """How many pieces each word has."""
        return [len(self._word(word)) for word in words]

    def cut(self, words: Sequence[str]) -> Pieces:
        """Pieces of a sentence; a word has at least one and at most twelve."""
        ids, first, last = [BEGIN], [], []
        for word in words:
            first.append(len(ids))
            ids.extend(self._word(word))
            last.append(len(ids) - 1)
        ids.append(END)
        return Pieces(ids, first, last)

    def _word(self, word: str) -> list[int]:
        word = word[:LONGEST_WORD]
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= CACHED_WORDS:
                self._known.clear()
            found = self._known[word] = self._encode(word)
        return found

    def _encode(self, word: str) -> list[int]:
        # Lone surrogates cannot be encoded; they are unknown anyway.
        encoding = self._tokenizer.encode(word.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False)
        ids: list[int] = list(encoding.ids)
        if len(ids) > 1 and encoding.tokens[0] == SPACE_MARK:
            ids = ids[1:]  # the mark alone says nothing; the word's first piece should
        return ids[:MOST_PIECES] or [UNKNOWN]
