"""spaCy's tokenizer of the language, with the cuts that newspaper text and the treebanks ask for.

Abbreviations keep their full stop, ordinals too ("14. August"), but a year at the end of a sentence does not
("2012 ."); a web address gives back the full stop after it; a run without spaces as long as a page is cut up, for
spaCy's patterns take quadratic time on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.lang.schema import Sentences

DOTTED_NUMBER = re.compile(r"\d[\d.,:/-]*(?<=\d)\.")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[\w/](?P<tail>[.,;:!?]+)")
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which spaCy cannot take
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LONG_RUN = re.compile(r"\S{400}(?=\S)")
CLOSING = frozenset("”“»«\"'’)]›")
HIGHEST_ORDINAL_WITH_CAPITAL = 999

Piece = tuple[str, bool]


class NewsTokenizer:
    """Text to a Doc of words. The characters of the text are kept, but for lone surrogates."""

    def __init__(self, base: Tokenizer, words: Sentences) -> None:
        self.vocab: Vocab = base.vocab
        self._base = base
        self._words = words
        for abbreviation in sorted(words.abbreviations):
            base.add_special_case(abbreviation, [{ORTH: abbreviation}])

    def __call__(self, text: str) -> Doc:
        text = SURROGATE.sub(REPLACEMENT, text)
        doc: Doc | None = None if LONG_RUN.search(text) else self._base(text)
        pieces = _pieces(doc) if doc is not None else self._chunked(text)
        cut = list(self._recut(pieces))
        if doc is not None and len(cut) == len(doc):
            return doc
        return Doc(self.vocab, words=[word for word, _ in cut], spaces=[space for _, space in cut])

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Docs of `texts`, in order; `batch_size` is there for spaCy's sake."""
        for text in texts:
            yield self(text)

    def to_disk(self, path: Path, **kwargs: object) -> None:
        self._base.to_disk(path, **kwargs)

    def from_disk(self, path: Path, **kwargs: object) -> NewsTokenizer:
        self._base.from_disk(path, **kwargs)
        return self

    def to_bytes(self, **kwargs: object) -> bytes:
        data: bytes = self._base.to_bytes(**kwargs)
        return data

    def from_bytes(self, data: bytes, **kwargs: object) -> NewsTokenizer:
        self._base.from_bytes(data, **kwargs)
        return self

    def _chunked(self, text: str) -> list[Piece]:
        """Pieces of a text with runs too long for spaCy, cut every 400 characters of such a run."""
        starts = [0, *(match.end() for match in LONG_RUN.finditer(text)), len(text)]
        chunks = (text[start:end] for start, end in pairwise(starts))
        return [piece for chunk in chunks if chunk for piece in _pieces(self._base(chunk))]

    def _recut(self, pieces: list[Piece]) -> Iterator[Piece]:
        for i, (word, space) in enumerate(pieces):
            kept = len(word) - self._loose_tail(word, pieces, i)
            if kept == len(word):
                yield word, space
            else:
                yield word[:kept], False
                yield word[kept:], space

    def _loose_tail(self, word: str, pieces: list[Piece], i: int) -> int:
        """How many characters at the end of the word are punctuation of the sentence."""
        if word[-1:] == "." and word[:1].isdigit() and DOTTED_NUMBER.fullmatch(word):
            return 0 if self._words.dotted_ordinals and self._is_ordinal(word, pieces[i + 1 :][:2]) else 1
        address = ADDRESS.fullmatch(word)
        return len(address["tail"]) if address else 0

    def _is_ordinal(self, word: str, following: list[Piece]) -> bool:
        """Whether the full stop belongs to the number: it does before a small letter, and mostly before a noun."""
        after = next((piece for piece, _ in following if piece.strip(" \t")), "\n")
        if "\n" in after or after[0] in CLOSING:
            return False
        if after[0].islower() or after in self._words.after_ordinals:
            return True
        if after[0].isdigit():  # "am 14. 8. 2023", but not "… bis 2012. 14 Menschen …"
            return len(word) <= 3
        if after in self._words.openers:
            return False
        return bool(word[:-1].isdigit()) and int(word[:-1]) <= HIGHEST_ORDINAL_WITH_CAPITAL


def _pieces(doc: Doc) -> list[Piece]:
    return [(token.text, bool(token.whitespace_)) for token in doc]
