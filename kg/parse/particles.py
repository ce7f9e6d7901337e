"""Separable verbs: "trat … an" is the verb antreten."""

from __future__ import annotations

from collections.abc import Sequence

from kg.parse.adapters import Tree

PARTICLE = "compound:prt"
# Languages that write the infinitive as one word, the particle first; English has "to give up".
JOINING_LANGUAGES = frozenset({"af", "de", "lb", "nl"})


def join_lemmas(tree: Tree, forms: Sequence[str], language: str) -> list[str]:
    """The lemma of each word, in a joining language that of a verb with its separated particle before it.

    A particle that the lemma already begins with (treebanks and pipelines differ) is not put there twice.
    """
    lemmas = list(tree.lemmas)
    for i, label in enumerate(tree.labels):
        head = tree.heads[i]
        if label == PARTICLE and head >= 0 and language in JOINING_LANGUAGES:
            front = forms[i].lower()
            if not lemmas[head].startswith(front) or lemmas[head] == front:
                lemmas[head] = front + lemmas[head]
    return lemmas
