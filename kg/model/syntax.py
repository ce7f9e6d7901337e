"""The one view of syntax that extraction sees: Universal Dependencies, free of any parser's own types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.article import BlockKind
from kg.model.predicates import Predicate
from kg.model.text import Span


class _Plain(dict[str, str]):
    """Labels without their subtypes; there are few, and they are asked for all the time."""

    def __missing__(self, label: str) -> str:
        return self.setdefault(label, label.partition(":")[0])


_PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `start` and `end` are offsets into the article; `head` is an index into the sentence, -1 at the root.

    `lemma` of a verb with a separated particle is the joined one (trat … an: antreten). `entity` is PER, ORG, LOC,
    MISC or "", `begins` says that a name begins here (BIO).
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    upos: str
    head: int
    deprel: str
    feats: tuple[tuple[str, str], ...] = ()
    entity: str = ""
    begins: bool = False

    def feat(self, name: str) -> str:
        """The value of a UD feature ("Case" -> "Nom"), "" where it has none."""
        for key, value in self.feats:
            if key == name:
                return value
        return ""

    def has(self, name: str, value: str) -> bool:
        """Whether a feature has a value among its alternatives ("PronType" "Dem,Rel" has "Rel")."""
        return value in self.feat(name).split(",")

    @property
    def relation(self) -> str:
        """The label without its subtype (nsubj:pass -> nsubj)."""
        return _PLAIN[self.deprel]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a tree of tokens: one root, no cycle. `children[i]` are the dependents of token i in order.

    `predicates` are what the model reads in it, beside the tree; none where another pipeline parsed it.
    """

    tokens: tuple[Token, ...]
    block: BlockKind
    children: tuple[tuple[int, ...], ...]
    predicates: tuple[Predicate, ...] = ()

    @classmethod
    def of(
        cls, tokens: tuple[Token, ...], *, block: BlockKind = BlockKind.BODY, predicates: tuple[Predicate, ...] = ()
    ) -> Sentence:
        below: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head >= 0:
                below[token.head].append(token.i)
        return cls(tokens, block, tuple(map(tuple, below)), predicates)

    def hung(self, tokens: tuple[Token, ...]) -> Sentence:
        """The same sentence, its words hung otherwise."""
        return Sentence.of(tokens, block=self.block, predicates=self.predicates)

    def __hash__(self) -> int:
        """By the form of the tree, which few sentences share; the words are many."""
        return hash(self.children)

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def root(self) -> int:
        return next(token.i for token in self.tokens if token.head < 0)

    @property
    def label(self) -> range:
        """Indices of the label that opens the sentence, with its colon ("Police: X killed Y"); empty for none."""
        labels = (t for t in self.tokens if t.deprel == "dislocated" and t.head > t.i)
        ends = (t.i for label in labels for t in self.tokens[label.i : label.head] if t.text.endswith(":"))
        return range(next(ends, -1) + 1)

    def dependents(self, i: int, *relations: str) -> tuple[Token, ...]:
        """Dependents of token `i`, all or those whose label (with or without subtype) is named."""
        children = self.children[i]
        if not children:  # most words have none, and this is asked of every word many times
            return ()
        found = map(self.tokens.__getitem__, children)
        if not relations:
            return tuple(found)
        return tuple([t for t in found if t.deprel in relations or _PLAIN[t.deprel] in relations])

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token `i` and all below it, in text order."""
        below = self.children
        if not below[i]:
            return (i,)
        found = [i]
        for node in found:  # which grows meanwhile
            found += below[node]
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads above token `i`, nearest first."""
        head = self.tokens[i].head
        while head >= 0:
            yield self.tokens[head]
            head = self.tokens[head].head
