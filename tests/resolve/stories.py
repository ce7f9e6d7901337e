"""Documents made by hand: chains and claims, with a text that has every mention where it says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kg.model import (
    Article,
    Chain,
    ChainLink,
    Derivation,
    Document,
    KnowledgeGraph,
    Labels,
    Literal,
    Mention,
    MentionKind,
    Relation,
    RelationMention,
    Span,
)
from kg.ontology import load_ontology
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.relation_terms import Relations
from kg.ontology.terms import Types
from kg.resolve import Edits, Resolution, resolution


@dataclass
class Story:
    """An article in the making; chains are named by their number."""

    id: str
    language: str = "de"
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    claims: list[RelationMention] = field(default_factory=list)

    def chain(
        self,
        *names: str,
        type: str = Types.PERSON,  # noqa: A002
        kind: MentionKind = MentionKind.NAME,
        link: str = "",
        reason: str = "same-name",
        **fields: Any,
    ) -> int:
        """A chain with a mention for each name; a pair is the words of the text and the name they stand for."""
        first = len(self.mentions)
        for name in names:
            self._mention(name, name, kind, type, fields)
        self.chains.append(Chain(tuple(ChainLink(n, reason) for n in range(first, len(self.mentions))), link))
        return len(self.chains) - 1

    def also(self, chain: int, text: str, *, kind: MentionKind, name: str = "", **fields: Any) -> None:
        """One more mention of a chain."""
        of = self.mentions[self.chains[chain].links[0].mention].type
        self._mention(text, name or text, kind, of, fields)
        links = (*self.chains[chain].links, ChainLink(len(self.mentions) - 1, "added"))
        self.chains[chain] = replace(self.chains[chain], links=links)

    def office(self, holder: int, name: str, *, en: str, country: str = "", **fields: Any) -> int:
        """An office, and that the chain `holder` holds it."""
        labels = Labels.of({"de": name, "en": en})
        n = self.chain(name, type=Types.OFFICE, kind=MentionKind.ROLE, country=country, labels=labels)
        self.says(holder, Relations.HOLDS_OFFICE, n, **fields)
        return n

    def says(self, subject: int, relation: str, target: int | Literal, **fields: Any) -> Story:
        """A claim in a sentence of its own, or in that of the claim before (`again=True`)."""
        again = fields.pop("again", False)
        evidence = self.claims[-1].evidence if again else self._write(f"Satz {len(self.claims)} von {self.id}.")
        for name in ("attribution",):
            if name in fields:
                fields[name] = self._of(fields[name])
        fields["places"] = tuple(self._of(place) for place in fields.get("places", ()))
        self.claims.append(
            RelationMention(
                subject=self._of(subject),
                relation=Relation(relation, Labels.of({"en": relation}), relation.startswith("rel:")),
                object=target if isinstance(target, Literal) else self._of(target),
                sentence=len(self.claims),
                evidence=evidence,
                surface=fields.pop("surface", "traf"),
                derivation=Derivation.CLAUSE,
                confidence=fields.pop("confidence", 0.8),
                **fields,
            )
        )
        return self

    def document(self) -> Document:
        article = Article(self.id, self.text, published=date(2024, 5, 1), language=self.language)
        return Document(article, (), tuple(self.mentions), tuple(self.chains), tuple(self.claims))

    def _mention(self, text: str, name: str, kind: MentionKind, type: str, fields: dict[str, Any]) -> None:  # noqa: A002
        span = self._write(text)
        self.mentions.append(Mention(span, text, kind, type, 0, 0, (0, 1), name, **fields))

    def _of(self, chain: int) -> int:
        return self.chains[chain].links[0].mention

    def _write(self, text: str) -> Span:
        start = len(self.text)
        self.text += text + "\n"
        return Span(start, start + len(text))


def resolved(*stories: Story, edits: Edits | None = None) -> Resolution:
    documents = [story.document() for story in stories]
    return resolution(documents, gazetteer=load_gazetteer(), ontology=load_ontology(), edits=edits)


def graph_of(*stories: Story, edits: Edits | None = None) -> KnowledgeGraph:
    return resolved(*stories, edits=edits).graph


def ids(graph: KnowledgeGraph) -> list[str]:
    return [entity.id for entity in graph.entities]
