"""Gender, number and case of nouns and their articles, where a dictionary knows the noun.

A parser of few layers sees an article's form better than a noun's, and gender hardly at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.parse.noun_forms import Form, NounForms

FEATURES = ("Gender", "Number", "Case")
CASES = {"nsubj": "Nom", "nsubj:pass": "Nom", "obj": "Acc", "iobj": "Dat"}
ARTICLES = ("DET", "ADP")  # a preposition may hold an article ("im")

CACHED = 20_000

Row = list[int]


class Agreement:
    """What the dictionary says against what the model sees, on features as numbers."""

    def __init__(self, nouns: NounForms, features: Mapping[str, Sequence[str]]) -> None:
        """`features` has the values of each, the first "" for none, in the order of the rows."""
        names = list(features)
        self._agreed = lru_cache(CACHED)(nouns.agreed)
        self._goes_with = lru_cache(CACHED)(nouns.goes_with)
        self._columns = [(names.index(name), list(features[name])) for name in FEATURES if name in features]

    def of(
        self,
        words: Sequence[str],
        heads: Sequence[int],
        labels: Sequence[str],
        tags: Sequence[str],
        rows: list[Row],
    ) -> Iterator[tuple[int, ...]]:
        """The features (words, features) with those of known nouns and their articles as they can be.

        `heads` count from 1.
        """
        if len(self._columns) == len(FEATURES):
            for noun, tag in enumerate(tags):
                if tag == "NOUN":
                    own = [k for k, head in enumerate(heads) if head == noun + 1 and tags[k] in ARTICLES]
                    self._agree(words, noun, own, rows, CASES.get(labels[noun], ""))
        return map(tuple, rows)

    def _agree(self, words: Sequence[str], noun: int, articles: Sequence[int], rows: list[Row], case: str) -> None:
        """Settle the form of one noun: in the `case` of its place in the tree, nearest to what the last of its articles
        seems to be."""
        seen = [self._form(rows[k]) for k in (noun, *articles)]
        nearest = next((form for form in reversed(seen) if all(form)), seen[0])
        form = self._agreed(words[noun], tuple(words[k] for k in articles), nearest, case)
        if not form:
            return
        for at, value in self._written(form):
            rows[noun][at] = value
            for k in articles:
                if rows[k][at] and self._goes_with(words[k], form):
                    rows[k][at] = value

    def _written(self, form: Form) -> Iterator[tuple[int, int]]:
        for (at, values), value in zip(self._columns, form, strict=True):
            if value in values:
                yield at, values.index(value)

    def _form(self, row: Row) -> Form:
        return Form(*(values[row[at]] for at, values in self._columns))
