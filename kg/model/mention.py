"""Mentions: spans of text that name something, and the chains of those that name the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Labels, Span


class MentionKind(StrEnum):
    """How a span names its entity: by name, by role or description, by pronoun."""

    NAME = "name"
    ROLE = "role"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something. Never changed once made; `article.text[start:end] == text`.

    `sentence` and `head` say where it stands in the parse; `tokens` is the half-open range of its tokens.
    `type` is the id of an entity type of the ontology. `name` is the normal form: inflection and titles taken off
    ("Herr Lis" -> "Li"), for a role its lemma phrase. `title` is the courtesy or academic title that went before.
    `country` is the gazetteer id of the country that an adjective or a compound names ("russische", "US-").
    `links` are candidates of the gazetteer, best first. `labels` is what it is called, where that is known.
    """

    span: Span
    text: str
    kind: MentionKind
    type: str
    sentence: int
    head: int
    tokens: tuple[int, int]
    name: str
    title: str = ""
    gender: str = ""
    number: str = ""
    country: str = ""
    links: tuple[str, ...] = ()
    labels: Labels = Labels()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One mention's place in a chain, and why it is there (a machine-readable word: "same-name", "surname" …)."""

    mention: int
    reason: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one article that name one entity; indices into `Document.mentions`, in text order.

    `link` is the gazetteer id that the chain as a whole was linked to, "" for none.
    """

    links: tuple[ChainLink, ...]
    link: str = ""
