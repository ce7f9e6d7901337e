"""Articles made of hand-built sentences, with who is who in them as lines that a table can hold."""

from __future__ import annotations

from datetime import date

from kg.extract.coreference.coreference import Coreference
from kg.extract.mentions.mentions import Mentions
from kg.extract.offices.offices import Offices
from kg.model import Article, BlockKind, Document, MentionKind, Sentence
from kg.ontology import Relations, Types, load_gazetteer, load_ontology
from tests.trees import text_of, tree


def article(*tables: str, block: BlockKind = BlockKind.BODY, kinds: tuple[BlockKind, ...] = ()) -> Document:
    """A document of the sentences of the tables, joined by blanks; `kinds` are their blocks, else all are `block`."""
    sentences: list[Sentence] = []
    start = 0
    for n, table in enumerate(tables):
        sentences.append(tree(table, start=start, block=kinds[n] if kinds else block))
        start = sentences[-1].span.end + 1
    text = " ".join(map(text_of, tables))
    return Document(Article("probe", text, published=date(2023, 8, 15)), tuple(sentences))


def with_mentions(*tables: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    return Mentions(load_gazetteer(), load_ontology())(article(*tables, kinds=kinds))


def with_chains(*tables: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    return Coreference(load_gazetteer(), load_ontology())(with_mentions(*tables, kinds=kinds))


def with_offices(*tables: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    return Offices(load_gazetteer(), load_ontology())(with_chains(*tables, kinds=kinds))


def names(document: Document) -> list[tuple[str, str, str]]:
    """Text, type and normal form of the name mentions, in order."""
    return [(m.text, m.type, m.name) for m in document.mentions if m.kind is MentionKind.NAME]


def others(document: Document, kind: MentionKind) -> list[tuple[str, str]]:
    """Text and type of the mentions of another kind, in order."""
    return [(m.text, m.type) for m in document.mentions if m.kind is kind]


def chains(document: Document) -> list[tuple[str, ...]]:
    """The texts of each chain, in order."""
    return [tuple(document.mentions[link.mention].text for link in chain.links) for chain in document.chains]


def chain_of(document: Document, text: str) -> tuple[str, ...]:
    """The texts of the chain in which the mention of this text is (the first such)."""
    return next(chain for chain in chains(document) if text in chain)


def reasons(document: Document) -> dict[str, str]:
    """The reason of each mention's place, by its text (the last of the same text counts)."""
    return {document.mentions[link.mention].text: link.reason for chain in document.chains for link in chain.links}


def offices(document: Document) -> list[tuple[str, str, str]]:
    """Who holds which office (English label) and how far that is claimed, in order."""
    return [
        (
            document.mentions[said.subject].text,
            document.mentions[said.object].labels.get("en"),
            f"{said.polarity} {said.modality}",
        )
        for said in document.relation_mentions
        if isinstance(said.object, int) and document.mentions[said.object].type == Types.OFFICE
    ]


def posts(document: Document) -> list[tuple[str, str]]:
    """Who has a post at which body, in order."""
    return [
        (document.mentions[said.subject].text, document.mentions[said.object].text)
        for said in document.relation_mentions
        if isinstance(said.object, int) and said.relation.id == Relations.HAS_POST_AT
    ]
