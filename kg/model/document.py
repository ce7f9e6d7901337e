"""An article on its way through the house: each stage returns a new document with more in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model.article import Article
from kg.model.mention import Chain, Mention
from kg.model.quotation import Quotation
from kg.model.statement import RelationMention
from kg.model.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Document:
    """Article, sentences, mentions, coreference chains, who is quoted, and what the sentences say.

    Every mention that is part of the graph is in exactly one chain.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    relation_mentions: tuple[RelationMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def without_syntax(self) -> Document:
        """The same without the parse: what resolution needs, small enough to keep by the thousand."""
        return replace(self, sentences=())


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be used, and why, in one line."""

    source: str
    reason: str
