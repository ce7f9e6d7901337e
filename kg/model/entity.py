"""Entities: one canonical thing in the graph, with every name it was given and why they were joined."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from kg.model.html import html_fields
from kg.model.text import Labels, Span


@dataclass(frozen=True, slots=True, order=True)
class EntityMention:
    """Where an entity is named: ``article.text[span] == text``; `reason` says why this mention was joined to it."""

    article: str
    span: Span
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing. `id` is the local name of its IRI, made from its name alone (and its scope where names clash).

    `aliases` are all surface forms, sorted; `links` pairs of scheme ("wikidata", "geonames", "iso3166") and id.
    """

    id: str
    type: str
    labels: Labels
    aliases: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    mentions: tuple[EntityMention, ...] = ()

    def label(self, language: str = "en") -> str:
        return self.labels.get(language) or self.id

    def _repr_html_(self) -> str:
        """The entity as a notebook shows it."""
        label = self.label()
        fields = {
            "type": self.type,
            "id": self.id,
            "also called": "; ".join(alias for alias in self.aliases if alias != label),
            "links": "; ".join(f"{scheme}:{key}" for scheme, key in self.links),
            "mentions": str(len(self.mentions)),
        }
        return html_fields(label, [(name, escape(value)) for name, value in fields.items()])
