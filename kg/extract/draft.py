"""A document in the making: how every stage writes down mentions, their chains, and what is said of them.

A stage reads the document that it is given and writes into a draft of it; indices that the draft gives are those of
the finished document.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from kg.model import Chain, ChainLink, Document, Mention, RelationMention


@dataclass(frozen=True, slots=True)
class NewChain:
    """A chain that a stage makes: its first mention begins it, those given the same `name` join it.

    `link` is its gazetteer id, "" for none; `begins` is why its first mention is there, where the others have another
    reason.
    """

    name: Hashable
    link: str = ""
    begins: str = ""


class Draft:
    """A document with what is added to it: each mention and each relation mention once, chains in text order."""

    def __init__(self, document: Document) -> None:
        self._source = document
        self._mentions = list(document.mentions)
        self._numbers: dict[Mention, int] = {}
        for number, mention in enumerate(self._mentions):
            self._numbers.setdefault(mention, number)
        self._chains = [(list(chain.links), chain.link) for chain in document.chains]
        self._chained = {link.mention for chain in document.chains for link in chain.links}
        self._made: dict[Hashable, int] = {}
        self._said = dict.fromkeys(document.relation_mentions)

    @classmethod
    def anew(cls, document: Document) -> Draft:
        """Without the mentions and chains that the document has: they are written again, or left out."""
        return cls(replace(document, mentions=(), chains=()))

    @property
    def mentions(self) -> Sequence[Mention]:
        """All mentions so far, those of the document first."""
        return self._mentions

    def chained(self, mention: int) -> bool:
        """Whether the mention with this index is in a chain."""
        return mention in self._chained

    def mention(self, mention: Mention, *, chain: int | NewChain | None = None, reason: str = "") -> int:
        """The index of a mention, written down where it is not there yet: into the `chain` with this index or by this
        name, for a `reason`, or into none."""
        number = self._numbers.setdefault(mention, len(self._mentions))
        if number == len(self._mentions):
            self._mentions.append(mention)
            if chain is not None:
                self._link(number, chain, reason)
        return number

    def say(self, said: RelationMention) -> None:
        """Writes down a relation mention; the same one twice is one."""
        self._said.setdefault(said)

    def document(self) -> Document:
        """The document with all that was written."""
        return replace(
            self._source,
            mentions=tuple(self._mentions),
            chains=tuple(Chain(tuple(links), link) for links, link in self._chains),
            relation_mentions=tuple(self._said),
        )

    def _link(self, mention: int, chain: int | NewChain, reason: str) -> None:
        if isinstance(chain, NewChain):
            number = self._made.setdefault(chain.name, len(self._chains))
            if number == len(self._chains):
                self._chains.append(([], chain.link))
                reason = chain.begins or reason
        else:
            number = chain
        insort(self._chains[number][0], ChainLink(mention, reason), key=self._place)
        self._chained.add(mention)

    def _place(self, link: ChainLink) -> tuple[int, int]:
        """Where a mention stands; of two that begin together the longer is first."""
        span = self._mentions[link.mention].span
        return span.start, -span.end
