"""Where quotations stand among the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.lang.schema import Factuality
from kg.model import Token

_EITHER = '"'  # opens and closes


def quote_places(tokens: Sequence[Token], words: Factuality) -> Iterator[tuple[int, int]]:
    """Places of the marks around each quotation; one that goes on in the next sentence ends with this one."""
    opening, closing = (*words.opening_quotes, _EITHER), (*words.closing_quotes, _EITHER)
    opened = -1
    for token in tokens:
        if opened < 0 and token.text in opening:
            opened = token.i
        elif opened >= 0 and token.text in closing:
            yield opened, token.i
            opened = -1
    if opened >= 0:
        yield opened, len(tokens)


def quoted_alone(tokens: Sequence[Token], speech: int, quoted: Iterable[tuple[int, int]]) -> int:
    """Place of the mark that opens what a verb of saying at `speech`, right behind it, has said, where a colon sets it
    apart from the rest of the sentence ("Er war froh: „Ein guter Start“, sagte er"); -1 for none. `quoted` are the
    places of the marks around each quotation."""
    for opening, end in quoted:
        apart = opening > 0 and tokens[opening - 1].text == ":"
        if apart and end < speech and all(token.upos == "PUNCT" for token in tokens[end:speech]):
            return opening
    return -1
