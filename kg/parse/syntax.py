"""The one view of syntax that extraction sees: a Doc as frozen sentences of Universal Dependencies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.tokens import Token as DocToken

from kg.model.article import Block, BlockKind
from kg.model.syntax import Sentence, Token
from kg.parse.particles import joined_lemma

ROOT = "root"


def sentences(doc: Doc, *, blocks: Sequence[Block] = ()) -> tuple[Sentence, ...]:
    """The sentences of `doc`, in text order, without white space; offsets are those of `doc.text`.

    `doc` carries Universal Dependencies, as the shipped pipelines give them; see `kg.parse.adapters` for others.
    `blocks`, in text order, say what part of the article a sentence stands in; outside of all it is body.
    """
    starts = [block.span.start for block in blocks]
    found = []
    for span in doc.sents:
        tokens = _tokens(span)
        if tokens:
            found.append(Sentence.of(tokens, block=_kind(tokens[0].start, blocks, starts)))
    return tuple(found)


def _kind(offset: int, blocks: Sequence[Block], starts: Sequence[int]) -> BlockKind:
    i = bisect_right(starts, offset) - 1
    return blocks[i].kind if i >= 0 and offset < blocks[i].span.end else BlockKind.BODY


def _tokens(span: DocSpan) -> tuple[Token, ...]:
    words = [token for token in span if not token.is_space]
    index = {token.i: k for k, token in enumerate(words)}
    return tuple(_token(token, k, index) for k, token in enumerate(words))


def _token(token: DocToken, k: int, index: dict[int, int]) -> Token:
    is_root = token.head.i == token.i
    return Token(
        i=k,
        text=token.text,
        start=token.idx,
        end=token.idx + len(token.text),
        lemma=joined_lemma(token),
        upos=token.pos_,
        head=-1 if is_root else index[token.head.i],
        deprel=ROOT if is_root else token.dep_,
        feats=tuple(sorted(token.morph.to_dict().items())),
        entity=token.ent_type_,
        begins=token.ent_iob_ == "B",
    )
