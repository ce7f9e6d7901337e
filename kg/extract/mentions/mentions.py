"""What a text names: people, places and organizations by name, by role, as institutions, and by pronoun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.draft import Draft
from kg.extract.mentions.forms import (
    core,
    folded,
    given_gender,
    is_given_name,
    spelled_alike,
    surnames,
    without_genitive,
)
from kg.extract.mentions.labels import english_name
from kg.extract.mentions.nominals import nominals
from kg.extract.mentions.normal_forms import NormalForms, Written
from kg.extract.mentions.spans import name_spans, surname_spans
from kg.extract.mentions.types import Typed, typed
from kg.extract.mentions.words import NameSpan
from kg.extract.phrases.glosses import noun_gloss
from kg.extract.roles.nouns import body_noun, role_noun
from kg.model import BlockKind, Document, Labels, Mention, MentionKind, Sentence, Span
from kg.ontology import Gazetteer, Ontology, Types


class Mentions:
    """Stage: sentences to mentions, in text order."""

    name = "mentions"
    requires = ("sentences",)
    provides = ("mentions",)

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.gazetteer = gazetteer
        self.ontology = ontology

    def __call__(self, document: Document) -> Document:
        names = self._names(document)
        draft, found = Draft(document), list[Mention]()
        for number, sentence in enumerate(document.sentences):
            if sentence.block is BlockKind.BOILERPLATE:
                continue
            here = tuple(m for m in names if m.sentence == number)
            found.extend(here)
            found.extend(nominals(document, number, here, self.gazetteer))
        for mention in sorted(found, key=_order):
            draft.mention(mention)
        return draft.document()

    def _drafts(self, document: Document) -> list[_Draft]:
        """Names sentence by sentence, then the surnames of the people among them that were overlooked."""
        language = document.article.language
        read = [(n, s) for n, s in enumerate(document.sentences) if s.block is not BlockKind.BOILERPLATE]
        spans = {n: name_spans(s, gazetteer=self.gazetteer, language=language) for n, s in read}
        drafts = [_Draft(n, s, x, typed(s, x, self.ontology, language=language)) for n, s in read for x in spans[n]]
        people = frozenset(d.last() for d in drafts if d.somebody())
        for n, s in read:
            missed = surname_spans(s, spans[n], people, gazetteer=self.gazetteer, language=language)
            drafts.extend(_Draft(n, s, span, Typed(Types.PERSON, weight=1)) for span in missed)
            drafts.extend(self._repeated(n, s, drafts, language))
        return drafts

    def _repeated(self, number: int, sentence: Sentence, drafts: list[_Draft], language: str) -> Iterator[_Draft]:
        """Words that the tagger took for the name of a body or a place elsewhere in the text: several with capitals
        ("Öffentlicher Dienst"), or a noun that is no common one ("Zielpunkt")."""
        known = {d.words(): d for d in drafts if d.span.tag in ("ORG", "LOC")}
        taken = {i for d in drafts if d.number == number for i in range(d.span.first, d.span.end)}
        tokens = sentence.tokens
        begins = {words[0] for words in known}
        for length in sorted({len(words) for words in known}, reverse=True):
            for first in range(len(tokens) - length + 1):
                if tokens[first].text not in begins:
                    continue
                where = range(first, first + length)
                draft = known.get(tuple(tokens[i].text for i in where))
                if draft is None or not taken.isdisjoint(where) or not _proper(sentence, where, language):
                    continue
                taken.update(where)
                span = replace(draft.span, first=first, end=where.stop, opening=-1, title="", gender="")
                yield replace(draft, number=number, sentence=sentence, span=span)

    def _names(self, document: Document) -> tuple[Mention, ...]:
        language, text = document.article.language, document.article.text
        drafts = self._drafts(document)
        seen = frozenset(folded(p) for d in drafts for p in d.written(text).text.split())
        drafts = [d.parted(seen, language) for d in drafts]
        people = frozenset(d.last() for d in drafts if d.somebody())
        drafts = [d for d in drafts if d.vouched(text, drafts, people)]
        written = tuple(d.written(text) for d in drafts)
        forms = NormalForms(written, self.gazetteer, language)
        normal = [d.span.form if d.typed.places else forms.normal(w) for d, w in zip(drafts, written, strict=True)]
        mentions = [d.mention(text, name, self.gazetteer, language) for d, name in zip(drafts, normal, strict=True)]
        return tuple(_harmonised(mentions, [d.typed.weight for d in drafts], language))


def _proper(sentence: Sentence, where: range, language: str) -> bool:
    """Whether words are a name rather than a description: all with capitals, or one noun of which nothing says that it
    is a common one: an adjective, the glossary, a role or a body that it names."""
    if len(where) > 1:
        return all(sentence.tokens[i].text[0].isupper() for i in where)
    token = sentence.tokens[where.start]
    common = role_noun(sentence, token.i, language=language) or body_noun(sentence, token.i, language=language)
    adjectives = sentence.dependents(token.i, "amod")
    described = common is not None or bool(adjectives) or bool(noun_gloss(token.lemma, language))
    return token.upos in ("NOUN", "PROPN") and not described


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, -mention.span.end, mention.kind


@dataclass(frozen=True, slots=True)
class _Draft:
    """A name found, before the names of the whole text have been looked at together."""

    number: int
    sentence: Sentence
    span: NameSpan
    typed: Typed

    def somebody(self) -> bool:
        """Whether it is the full name of a person."""
        return self.typed.type == Types.PERSON and self.typed.weight > 0 and self.span.end - self.span.first > 1

    def last(self) -> str:
        """The last word of the name."""
        return self.sentence.tokens[self.span.end - 1].text

    def words(self) -> tuple[str, ...]:
        """The words of the name as they are written."""
        return tuple(token.text for token in self.sentence.tokens[self.span.first : self.span.end])

    def parted(self, seen: frozenset[str], language: str) -> _Draft:
        """Without the noun that the tagger took for a part of the name in front of it ("Lis Reise")."""
        tokens = self.sentence.tokens[self.span.first : self.span.end]
        owner = without_genitive(tokens[0].text, language) if len(tokens) == 2 and not self.typed.places else ""
        if not owner or folded(owner) not in seen or is_given_name(tokens[0].text, language):
            return self
        return replace(self, span=replace(self.span, end=self.span.first + 1), typed=Typed(Types.PERSON, weight=1))

    def vouched(self, text: str, others: list[_Draft], people: frozenset[str]) -> bool:
        """Whether a single word that only its part of speech makes a name is one: all capitals, found again, or the
        surname of one of the people."""
        if self.typed.weight or self.span.tag or self.span.end - self.span.first > 1:
            return True
        name = self.written(text).text
        return name.isupper() or name in people or sum(other.written(text).text == name for other in others) > 1

    def written(self, text: str) -> Written:
        tokens = self.sentence.tokens[self.span.first : self.span.end]
        return Written(self.sentence, tokens, " ".join(text[tokens[0].start : tokens[-1].end].split()))

    def mention(self, text: str, name: str, gazetteer: Gazetteer, language: str) -> Mention:
        opening = self.span.opening if self.span.opening >= 0 else self.span.first
        tokens = self.sentence.tokens[opening : self.span.end]
        places = self.typed.places
        person = self.typed.type == Types.PERSON
        span = Span(tokens[0].start, tokens[-1].end)
        return Mention(
            span=span,
            text=span.of(text),
            kind=MentionKind.NAME,
            type=self.typed.type,
            sentence=self.number,
            head=_head(self.sentence, self.span),
            tokens=(opening, self.span.end),
            name=name,
            title=self.span.title,
            gender=(self.span.gender or given_gender(name, language)) if person else "",
            number="Sing" if person else "",
            country=places[0].country if places else "",
            links=tuple(p.id for p in places),
            labels=places[0].labels if places else self._labels(name, gazetteer, language),
        )

    def _labels(self, name: str, gazetteer: Gazetteer, language: str) -> Labels:
        tokens = self.sentence.tokens[self.span.first : self.span.end]
        english = english_name(tokens, self.typed.type, gazetteer, language=language)
        return Labels.of({language: name, "en": english}) if english else Labels()


def _head(sentence: Sentence, span: NameSpan) -> int:
    """The token of the name that hangs on a word outside it, or is the root; the first such."""
    inside = range(span.first, span.end)
    return next((i for i in inside if sentence.tokens[i].head not in inside), span.first)


def _harmonised(mentions: list[Mention], weights: list[int], language: str) -> Iterator[Mention]:
    """One type for the names of one text: what is sure of a name in one place corrects the tagger in another, and the
    surname of somebody named in full is a person."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    people: set[str] = set()
    for mention, weight in zip(mentions, weights, strict=True):
        votes.setdefault(core(mention.name, language), Counter())[mention.type] += 4**weight
        if mention.type == Types.PERSON and weight > 1:
            people.update(surnames(mention.name, language))
    for mention, weight in zip(mentions, weights, strict=True):
        yield _retyped(mention, weight, votes[core(mention.name, language)], people, language)


def _retyped(mention: Mention, weight: int, votes: Counter[str], people: set[str], language: str) -> Mention:
    if weight > 2 or mention.links:
        return mention
    parts = core(mention.name, language)
    if len(parts) == 1 and weight < 2 and (parts[0] in people or _sounds_like(parts[0], people, language)):
        return replace(mention, type=Types.PERSON, number="Sing")
    best = max(votes, key=lambda kind: (votes[kind], kind))
    if best in (mention.type, Types.THING):
        return mention
    return replace(mention, type=best, number="Sing" if best == Types.PERSON else "")


def _sounds_like(part: str, people: set[str], language: str) -> bool:
    return any(spelled_alike(part, surname, language) for surname in people)
