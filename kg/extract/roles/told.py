"""The roles that an article tells of its people: role phrases joined to the chains of the names beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.roles.nouns import RoleNoun
from kg.extract.roles.phrases import Phrase, PhraseReader, names_in
from kg.model import BlockKind, Document, Mention
from kg.ontology import Gazetteer


@dataclass(frozen=True, slots=True)
class ToldRole:
    """A role phrase in a sentence. `names` are the sentence's names with their indices in the document; `holder` is
    the index of the name it stands beside (-1: none), `mention` that of the role mention of the phrase (-1: none)."""

    sentence: int
    noun: RoleNoun
    phrase: Phrase
    names: tuple[tuple[int, Mention], ...]
    holder: int = -1
    mention: int = -1

    @property
    def former(self) -> bool:
        return self.noun.former or self.phrase.former

    @property
    def body_name(self) -> str:
        """The name of that organization or place, "" where none is told."""
        body = self.body()
        return body.name if body else ""

    def body(self) -> Mention | None:
        """The organization or place whose role it is, as a name mention."""
        return self.names[self.phrase.body][1] if self.phrase.body >= 0 else None


def told_roles(document: Document, gazetteer: Gazetteer) -> tuple[ToldRole, ...]:
    """All role phrases of a document, in text order."""
    return tuple(_told(document, gazetteer))


def _told(document: Document, gazetteer: Gazetteer) -> Iterator[ToldRole]:
    heads: Mapping[tuple[int, int], int] = {
        (m.sentence, m.head): k for k, m in reversed(list(enumerate(document.mentions))) if m.kind == "role"
    }
    for number, sentence in enumerate(document.sentences):
        if sentence.block is BlockKind.BOILERPLATE:
            continue
        names = names_in(document.mentions, number)
        reader = PhraseReader(sentence, _values(names), gazetteer, language=document.article.language)
        for noun, phrase in reader.roles():
            holder = names[phrase.name][0] if phrase.name >= 0 else -1
            yield ToldRole(number, noun, phrase, names, holder, heads.get((number, phrase.head), -1))


def _values(names: Sequence[tuple[int, Mention]]) -> tuple[Mention, ...]:
    return tuple(mention for _, mention in names)
