"""Sentences built by hand for tests, free of any parser.

A line is a token: ``text lemma UPOS head label [features] [entity]`` in CoNLL-U's order of ideas; heads count from 1,
0 is the root; features as ``Case=Nom|Number=Sing`` or ``_``; entity as ``B-PER``. Tokens are joined by single spaces.
"""

from __future__ import annotations

from kg.model import BlockKind, Sentence, Token


def text_of(table: str) -> str:
    """The text of the sentence: its tokens joined by spaces."""
    return " ".join(line.split()[0] for line in table.strip().splitlines())


def tree(table: str, *, start: int = 0, block: BlockKind = BlockKind.BODY) -> Sentence:
    """The sentence of a table, its first character at `start` of the article."""
    tokens: list[Token] = []
    for i, line in enumerate(table.strip().splitlines()):
        text, lemma, upos, head, label, *rest = line.split()
        feats = tuple(tuple(f.split("=", 1)) for f in rest[0].split("|")) if rest and rest[0] != "_" else ()
        begins, _, entity = rest[1].partition("-") if len(rest) > 1 else ("", "", "")
        end = start + len(text)
        tokens.append(
            Token(i, text, start, end, lemma, upos, int(head) - 1, label, feats, entity, begins == "B")  # type: ignore[arg-type]
        )
        start = end + 1
    return Sentence.of(tuple(tokens), block=block)
