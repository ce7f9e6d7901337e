"""Names that stand first in a compound: "der Lufthansa-Streik", "die Moovel-Tochter Car2Go", "the Boeing strike"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions.forms import core, folded
from kg.extract.reading.reading import Reading
from kg.lang import load
from kg.lang.schema import Grammar
from kg.model import MentionKind, Span
from kg.ontology import Place, load_gazetteer

_HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class FirstPart:
    """A name that a compound begins with: its letters, and the mention that the article has of it elsewhere, -1 where
    only the gazetteer knows it as that of `place`."""

    span: Span
    mention: int
    head: int
    place: Place | None = None


def first_part(reading: Reading, head: int) -> FirstPart | int | None:
    """Who is named in the first part of the noun `head`: one that the article names by himself elsewhere, or that
    the gazetteer alone calls so; a mention's index where the parts are words of their own."""
    if load(Grammar, reading.language).open_compounds:
        parts = (t for t in reading.sentence.dependents(head, "compound") if t.upos == "PROPN" and t.i < head)
        named = (reading.mention(t.i) for t in parts)
        return next((m for m in named if m is not None and reading.cast.mentions[m].kind is MentionKind.NAME), None)
    token = reading.token(head)
    name, hyphen, rest = token.text.rpartition(_HYPHEN)
    if not hyphen or not name[:1].isupper() or not rest[:1].isupper() or reading.covered(head):
        return None
    span, mention = Span(token.start, token.start + len(name)), _known(reading, name)
    if mention is not None:
        return FirstPart(span, mention, head)
    listed = load_gazetteer().find(name)
    return FirstPart(span, -1, head, listed[0]) if len(listed) == 1 and not listed[0].common_word else None


def _known(reading: Reading, name: str) -> int | None:
    """The first mention of the only one whose name, legal forms aside, this is."""
    cast, wanted = reading.cast, folded(name)
    found = {
        cast.chain_of[m]: m
        for m in sorted(cast.chain_of, reverse=True)
        if cast.mentions[m].kind is MentionKind.NAME
        and wanted in (folded(cast.mentions[m].name), " ".join(core(cast.mentions[m].name, reading.language)))
    }
    return next(iter(found.values())) if len(found) == 1 else None
