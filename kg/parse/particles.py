"""Separable verbs: "trat … an" is the verb antreten."""

from __future__ import annotations

from spacy.tokens import Token

PARTICLE = "compound:prt"


def joined_lemma(token: Token) -> str:
    """The lemma of `token` with its separated particles before it; the plain lemma where it has none.

    A particle that the lemma already begins with (the treebanks differ) is not put there twice.
    """
    lemma: str = token.lemma_
    for particle in reversed([child for child in token.children if child.dep_ == PARTICLE]):
        front = particle.text.lower()
        if not lemma.startswith(front) or lemma == front:
            lemma = front + lemma
    return lemma
