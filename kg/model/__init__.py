"""The words of the house as frozen values; standard library only."""

from kg.model.article import Article, ArticleRecord, Block, BlockKind
from kg.model.document import Document, Failure
from kg.model.entity import Entity, EntityMention
from kg.model.graph import KnowledgeGraph
from kg.model.mention import Chain, ChainLink, Mention, MentionKind
from kg.model.quotation import Quotation, QuotationKind
from kg.model.statement import (
    Count,
    Derivation,
    Evidence,
    Literal,
    Modality,
    Polarity,
    Relation,
    RelationMention,
    Statement,
    Time,
)
from kg.model.syntax import Sentence, Token
from kg.model.text import Labels, Span, Spans

__all__ = [
    "Article", "ArticleRecord", "Block", "BlockKind", "Chain", "ChainLink", "Count", "Derivation", "Document", "Entity",
    "EntityMention", "Evidence", "Failure", "KnowledgeGraph", "Labels", "Literal", "Mention", "MentionKind", "Modality",
    "Polarity", "Quotation", "QuotationKind", "Relation", "RelationMention", "Sentence", "Span", "Spans", "Statement",
    "Time", "Token",
]  # fmt: skip
