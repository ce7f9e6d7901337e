"""Where sentences begin: a rule component, run before the model.

A new line always begins a sentence. Otherwise one ends at . ! ? … with the quotes and brackets that close behind it,
if what follows looks like a beginning: a capital, a number, an amount, or an opening quote before one. Abbreviations
and initials end a sentence only before a word that likes to stand first. Sentences longer than the model can read are
cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from kg.lang.schema import Sentences
from kg.parse.words import sentence_words

ENDINGS = frozenset({".", "!", "?", "…", "...", "!!", "??", "?!", "!?", "!!!", "???", "..", "....", "。"})
TRAILING = frozenset({"…", "...", "....", ".."})
CLOSING = frozenset({*"”“»«\"'’)]›‘", "''", "'''"})
OPENING = frozenset({*"„“”»«\"'‚‘([–—-‹›", "``", "`", "''"})
CURRENCIES = frozenset("$€£¥")
INITIAL_OR_ROMAN = re.compile(r"[^\W\d_]|[IVX]+")
LONGEST = 200
START, NO_START = np.uint64(1), np.uint64(2**64 - 1)  # spaCy's 1 and -1
SOFT_CUTS = frozenset({";", ":", ",", "–", "—", "|"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A token as the rules see it: its text and whether a space follows."""

    text: str
    space: bool

    @property
    def is_break(self) -> bool:
        return "\n" in self.text

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def sentence_starts(pieces: Sequence[Piece], words: Sentences) -> list[int]:
    """Indices of the pieces that begin a sentence, ascending; the first is 0 unless there are none.

    White space that stands between two sentences belongs to the first.
    """
    starts = [0] if pieces else []
    for i in _proposed(pieces, words):
        if i < len(pieces) and i > starts[-1]:
            starts.append(i)
    ends = [*starts[1:], len(pieces)]
    return [cut for start, end in zip(starts, ends, strict=True) for cut in _short_enough(pieces, start, end)]


def _proposed(pieces: Sequence[Piece], words: Sentences) -> Iterator[int]:
    for i, piece in enumerate(pieces):
        if piece.is_break:
            yield _skip_blank(pieces, i)
        elif piece.text[-1] in ".!?…。":
            after = _skip_closing(pieces, i)
            if _ends(pieces, i, after, words):
                yield _skip_blank(pieces, after)


def _skip_blank(pieces: Sequence[Piece], i: int) -> int:
    while i < len(pieces) and pieces[i].is_blank:
        i += 1
    return i


def _skip_closing(pieces: Sequence[Piece], i: int) -> int:
    """Index behind the quotes and brackets that close right after piece i."""
    j = i + 1
    while j < len(pieces) and pieces[j].text in CLOSING and not pieces[j - 1].space:
        j += 1
    return j


def _ends(pieces: Sequence[Piece], i: int, after: int, words: Sentences) -> bool:
    text = pieces[i].text
    opener = _first_word(pieces, after)
    if not opener or not (opener[0].isupper() or opener[0].isdigit() or opener[0] in CURRENCIES):
        return False
    if text in TRAILING:
        return opener in words.openers or (i > 0 and not pieces[i - 1].space)
    if text not in ENDINGS:  # an abbreviation, an initial, an ordinal: its full stop is its own
        return text not in words.never_final and text[0].isalpha() and opener in words.openers
    if text == "." and i and not pieces[i - 1].space and INITIAL_OR_ROMAN.fullmatch(pieces[i - 1].text):
        return opener in words.openers
    return True


def _first_word(pieces: Sequence[Piece], i: int) -> str:
    """The next piece that is neither blank nor an opening mark, "" at the end."""
    while i < len(pieces) and (pieces[i].is_blank or pieces[i].text in OPENING):
        i += 1
    return pieces[i].text if i < len(pieces) else ""


def _short_enough(pieces: Sequence[Piece], start: int, end: int) -> Iterator[int]:
    """Starts of the parts, none of more words than the model reads, that pieces[start:end] is cut into."""
    texts = [piece.text for piece in pieces[start:end]]
    yield from (start + cut for cut in cuts(texts, [1] * len(texts), LONGEST))


def cuts(texts: Sequence[str], sizes: Sequence[int], most: int) -> Iterator[int]:
    """Starts of the parts, each of at most this size, that a run of words is cut into.

    The last comma or the like in the second half of what fits ends a part, else the last word that fits.
    """
    start = 0
    yield start
    while (fits := _fitting(sizes, start, most)) < len(texts):
        softly = range(fits - 1, start + (fits - start) // 2, -1)
        start = next((i + 1 for i in softly if texts[i] in SOFT_CUTS), fits)
        yield start


def _fitting(sizes: Sequence[int], start: int, most: int) -> int:
    """The end of what fits together from `start` on: one word at least."""
    total = 0
    for i in range(start, len(sizes)):
        total += sizes[i]
        if total > most and i > start:
            return i
    return len(sizes)


@Language.factory("kg_boundaries", assigns=["token.is_sent_start"], default_config={"language": "de"})
def make_boundaries(nlp: Language, name: str, language: str) -> Boundaries:
    """The component, by spaCy's factory protocol."""
    return Boundaries(sentence_words(language))


class Boundaries:
    """Sets `is_sent_start` of every token, unless the Doc comes with sentences."""

    def __init__(self, words: Sentences) -> None:
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        if doc.has_annotation("SENT_START"):
            return doc
        pieces = [Piece(token.text, bool(token.whitespace_)) for token in doc]
        return mark_sentences(doc, sentence_starts(pieces, self._words))


def mark_as_one(doc: Doc) -> Doc:
    """Make all of `doc` one sentence, cut only where it is longer than the model reads."""
    pieces = [Piece(token.text, bool(token.whitespace_)) for token in doc]
    return mark_sentences(doc, list(_short_enough(pieces, 0, len(pieces)))) if pieces else doc


def mark_sentences(doc: Doc, starts: Sequence[int]) -> Doc:
    """Set the sentence starts of `doc`, all at once: one by one spaCy takes quadratic time."""
    marks = np.full((len(doc), 1), NO_START, dtype=np.uint64)
    marks[list(starts)] = START
    return doc.from_array([SENT_START], marks)  # type: ignore[arg-type]  # spaCy's stub asks for its own protocol
