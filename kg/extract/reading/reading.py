"""A sentence with all that is known of it: clauses, commitments, mentions, times and numbers.

The extraction rules ask this value; they never walk the tree themselves for what it can tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.amounts.amounts import Quantity, quantities
from kg.extract.clauses.clause import Clause
from kg.extract.clauses.clauses import clauses, event_nouns
from kg.extract.clauses.read import completed
from kg.extract.roles.nouns import BodyNoun, body_noun, role_noun
from kg.extract.status.commitment import Commitment
from kg.extract.status.factuality import commitments
from kg.extract.status.headlines import credited, parted
from kg.extract.times.times import TimeMention, times
from kg.lang import load
from kg.lang.schema import Factuality, Grammar, Institutions
from kg.model import BlockKind, Document, Literal, Mention, MentionKind, Modality, Sentence, Span, Token
from kg.ontology import Gazetteer, Types

_DENYING = ("PART", "DET", "PRON")
_NAMELESS = (MentionKind.ROLE, MentionKind.PRONOUN)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in a document: chain and type of every mention, mentions by sentence."""

    mentions: tuple[Mention, ...]
    chain_of: dict[int, int]
    types: dict[int, str]
    by_sentence: dict[int, tuple[int, ...]]
    nameless: frozenset[int]

    @classmethod
    def of(cls, document: Document, gazetteer: Gazetteer) -> Cast:
        chain_of: dict[int, int] = {}
        types: dict[int, str] = {}
        nameless: set[int] = set()
        for number, chain in enumerate(document.chains):
            members = [link.mention for link in chain.links]
            place = gazetteer.get(chain.link) if chain.link else None
            kind = place.type if place else _best_type([document.mentions[m] for m in members])
            unnamed = all(_nameless(document.mentions[m], document.article.language) for m in members)
            if unnamed and not chain.link and kind != Types.OFFICE:
                nameless.update(members)
            for member in members:
                chain_of[member] = number
                types[member] = kind
        grouped: dict[int, list[int]] = {}
        for number, mention in enumerate(document.mentions):
            grouped.setdefault(mention.sentence, []).append(number)
        return cls(document.mentions, chain_of, types, {s: tuple(m) for s, m in grouped.items()}, frozenset(nameless))

    def named(self, mention: int) -> bool:
        """Whether the article says somewhere who this is; pronouns and roles alone do not."""
        return mention not in self.nameless

    def same(self, one: int, other: int) -> bool:
        """Whether two mentions name the same entity."""
        return one == other or (one in self.chain_of and self.chain_of.get(one) == self.chain_of.get(other))


def _nameless(mention: Mention, language: str) -> bool:
    """Whether a mention alone does not say who it is: a pronoun, a role, a body by no more than the word for its
    kind ("das Unternehmen")."""
    bare = mention.kind is MentionKind.NOMINAL and mention.name in load(Institutions, language).bare
    return bare or mention.kind in _NAMELESS


def _best_type(mentions: list[Mention]) -> str:
    order = tuple(MentionKind)
    return min(mentions, key=lambda m: (order.index(m.kind), m.span)).type if mentions else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence of a document, read. `commitments` and `clauses` run parallel."""

    document: Document
    number: int
    sentence: Sentence
    cast: Cast
    clauses: tuple[Clause, ...]
    commitments: tuple[Commitment, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[Quantity, ...]
    owners: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, number: int, cast: Cast) -> Reading:
        article, sentence = document.article, document.sentences[number]
        title = sentence.block is BlockKind.TITLE
        sentence = parted(sentence) if title else sentence
        found = clauses(sentence, language=article.language, event_nouns=event_nouns(article.language))
        found = completed(sentence, found, sentence.predicates)
        told = commitments(sentence, found, language=article.language)
        if title or sentence.label:
            named = ((cast.mentions[m], cast.types.get(m, "")) for m in cast.by_sentence.get(number, ()))
            told = credited(sentence, found, told, tuple(named), language=article.language)
        return cls(
            document,
            number,
            sentence,
            cast,
            found,
            told,
            times(sentence, article.text, published=article.published, language=article.language),
            quantities(sentence, article.text, language=article.language),
            {clause.predicate: n for n, clause in enumerate(found)},
        )

    @property
    def language(self) -> str:
        return self.document.article.language

    def token(self, i: int) -> Token:
        return self.sentence.tokens[i]

    def finite(self, number: int) -> bool:
        """Whether a clause has a finite verb."""
        clause = self.clauses[number]
        return any(self.token(i).feat("VerbForm") == "Fin" for i in (clause.predicate, *clause.auxiliaries))

    def unreal(self, number: int) -> bool:
        """Whether it is the subjunctive of its verb alone that makes a clause a supposition, and no wish."""
        clause, found = self.clauses[number], self.commitments[number]
        own = {i for i in (clause.predicate, *clause.auxiliaries) if self.token(i).feat("Mood") == "Sub"}
        others = [self.token(i) for i in found.cues if i not in own]
        alone = bool(own & set(found.cues)) and all(t.upos in _DENYING for t in others)
        wishes = load(Factuality, self.language).wishes
        wished = any(t.lemma in wishes for t in self.sentence.dependents(clause.predicate, "advmod"))
        return found.modality is Modality.HYPOTHETICAL and alone and not wished

    def advice(self, number: int) -> bool:
        """Whether a past form of a modal of hearsay stands over a clause: what is told so by somebody is advice."""
        modals = load(Factuality, self.language).modals
        over = [self.token(i) for i in self.clauses[number].auxiliaries]
        return any(modals.get(t.lemma) == Modality.REPORTED and t.feat("Tense") == "Past" for t in over)

    def owner(self, i: int) -> int:
        """Number of the clause that token `i` belongs to: the nearest predicate at or above it; -1 for none."""
        if i in self.owners:
            return self.owners[i]
        return next((self.owners[a.i] for a in self.sentence.ancestors(i) if a.i in self.owners), -1)

    def mention(self, head: int) -> int | None:
        """The mention that an argument with this head stands for: a name at the head or in apposition to it, else
        a role, an institution, a pronoun."""
        here = [m for m in self.cast.by_sentence.get(self.number, ()) if m in self.cast.chain_of]
        at_head = [m for m in here if self.cast.mentions[m].head == head]
        beside = {t.i for t in self.sentence.dependents(head, "appos", "flat")}
        named = [m for m in here if self.cast.mentions[m].head in beside and self._names(m) and self._agrees(m, head)]
        inside = [m for m in here if self._names(m) and self._covers(m, head)]
        for group in ([m for m in at_head if self._names(m)], inside, named, at_head):
            if group:
                return group[0]
        return self._whole(head)

    def _whole(self, head: int) -> int | None:
        """The place that a part of it stands for: what happens in the north of a country happens in the country."""
        if self.token(head).lemma not in load(Grammar, self.language).area_nouns:
            return None
        below = (self.mention(t.i) for t in self.sentence.dependents(head, "nmod", "appos"))
        return next((m for m in below if m is not None and self._names(m)), None)

    def _agrees(self, mention: int, head: int) -> bool:
        """Whether a name behind a noun explains it; a genitive says whose it is ("die Ernennung Lamys"), one person is
        not several ("von Ermittlern Li zugeordnet"), nor one body behind a comma, nor a body at all ("dass die
        Kommission Li ernennt")."""
        found = self.cast.mentions[mention]
        person = self.cast.types.get(mention) == Types.PERSON
        if person and self._body(head):
            return False
        apart = self.sentence.tokens[max(found.tokens[0] - 2, 0) : found.tokens[0]]
        joined = self.sentence.dependents(found.head, "conj") or [
            t for t in self.sentence.dependents(head, "conj") if person and t.entity == "PER"
        ]
        single = (person or any(t.text == "," for t in apart)) and not joined
        if single and self.token(head).has("Number", "Plur") and not self.sentence.dependents(head, "nummod"):
            return False
        return found.text.endswith(found.name) or self.token(head).feat("Case") == "Gen"

    def _body(self, head: int) -> bool:
        """Whether a noun with an article is that of a body and of no person; companies have names like people's."""
        role, body = (look(self.sentence, head, language=self.language) for look in (role_noun, body_noun))
        article = bool(self.sentence.dependents(head, "det"))
        return article and role is None and isinstance(body, BodyNoun) and body.type != Types.COMPANY

    def apart(self, one: object, other: object) -> bool:
        """Whether two fillers are not the same entity; mentions are numbers, anything else is apart."""
        return not (isinstance(one, int) and isinstance(other, int) and self.cast.same(one, other))

    def _names(self, mention: int) -> bool:
        return self.cast.mentions[mention].kind is MentionKind.NAME

    def covered(self, i: int) -> bool:
        """Whether a token is part of a name."""
        return any(self._names(m) and self._covers(m, i) for m in self.cast.by_sentence.get(self.number, ()))

    def _covers(self, mention: int, i: int) -> bool:
        first, end = self.cast.mentions[mention].tokens
        return first <= i < end

    def described(self, head: int) -> Mention | None:
        """The description at this head of someone whom the article does not name ("russische Minister")."""
        here = (self.cast.mentions[m] for m in self.cast.by_sentence.get(self.number, ()) if m in self.cast.nameless)
        return next((m for m in here if m.head == head and m.kind is MentionKind.ROLE), None)

    def amount(self, head: int) -> Literal | None:
        """The amount (money, percent …) whose head is this token."""
        return next((q.literal for q in self.quantities if q.head == head and q.literal is not None), None)

    def span(self, *indices: int) -> tuple[Span, ...]:
        return tuple(self.token(i).span for i in sorted(set(indices)))


def refers_elsewhere(reading: Reading) -> bool:
    """Whether the sentence is the title of another article with its date ("Wahl in Wien (3. Mai 2015)"): a line of a
    list of links."""
    tokens = reading.sentence.tokens
    if len(tokens) < 3 or tokens[-1].text != ")":
        return False
    ends = {time.tokens[1]: time.tokens[0] for time in reading.times if time.time.start is not None}
    first = ends.get(len(tokens) - 1, 0)
    return first > 0 and tokens[first - 1].text == "("
