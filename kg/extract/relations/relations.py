"""What an article says: every clause of every sentence, as relation mentions with commitment and qualifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.clauses.clauses import SUBJECT, Clause, ClauseKind
from kg.extract.clauses.tense import is_past
from kg.extract.draft import Draft, NewChain
from kg.extract.mentions.nominals import unnamed
from kg.extract.quotations.quoted import Quoted
from kg.extract.reading.compound_parts import FirstPart
from kg.extract.reading.fillers import Filler, Nation
from kg.extract.reading.qualifiers import Qualifiers, qualifiers
from kg.extract.reading.reading import Cast, Reading, refers_elsewhere
from kg.extract.relations.ages import Age, ages
from kg.extract.relations.attributes import attributes
from kg.extract.relations.bulletins import bulletins
from kg.extract.relations.confidence import confident
from kg.extract.relations.frames import Match, heads, matches
from kg.extract.relations.located import located
from kg.extract.relations.open import OpenMatch, open_matches
from kg.extract.relations.open_doubts import contentless, entangled
from kg.extract.status.commitment import Commitment
from kg.extract.status.cues import governs
from kg.extract.status.negation import negated_argument
from kg.lang import load
from kg.lang.schema import Factuality
from kg.model import (
    BlockKind,
    Derivation,
    Document,
    Literal,
    Mention,
    MentionKind,
    Modality,
    RelationMention,
    Span,
)
from kg.ontology import Gazetteer, Ontology, Types
from kg.ontology import Relations as Terms

INTEGER = "xsd:integer"


class Relations:
    """Stage: adds the relation mentions of all sentences; countries named by adjectives become mentions.

    Titles and captions make statements by frames only: their style leaves too much out for open relations.
    """

    name = "relations"
    requires = ("sentences", "mentions", "chains", "quotations")
    provides = ("mentions", "chains", "relation_mentions")

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.gazetteer = gazetteer
        self.ontology = ontology

    def __call__(self, document: Document) -> Document:
        made = _Extraction(document, self.gazetteer, self.ontology)
        for number, sentence in enumerate(document.sentences):
            if sentence.block is not BlockKind.BOILERPLATE:
                made.read(number)
        return made.document()


@dataclass(frozen=True, slots=True)
class _Said:
    """A match with all that goes with it, ready to be written down."""

    match: Match | OpenMatch
    clause: Clause
    commitment: Commitment
    qualifiers: Qualifiers
    derivation: Derivation


class _Extraction:
    """One document being read: collects relation mentions and the mentions that adjectives make."""

    def __init__(self, document: Document, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.source = document
        self.gazetteer = gazetteer
        self.ontology = ontology
        self.cast = Cast.of(document, gazetteer)
        self.draft = Draft(document)
        self.quoted = Quoted.of(document)
        self.located: tuple[tuple[int, int, int], ...] = ()

    def document(self) -> Document:
        made = self.draft.document()
        return replace(made, relation_mentions=confident(made.relation_mentions, made.mentions))

    def read(self, number: int) -> None:
        reading = Reading.of(self.source, number, self.cast)
        if refers_elsewhere(reading):
            return
        self.located = tuple(located(reading, self.ontology, self.gazetteer))
        for clause in range(len(reading.clauses)):
            for said in self._said(reading, clause):
                if not said.commitment.moot:
                    self.draft.say(self._written(reading, said))
        for noun, match in bulletins(reading, self.ontology):
            said = _Said(match, reading.clauses[noun], reading.commitments[noun], Qualifiers(), Derivation.NOUN)
            if not said.commitment.moot:
                self.draft.say(self._written(reading, said))
        for said in self._attributed(reading):
            self.draft.say(self._written(reading, said))
        for inner, outer, sign in self.located:
            self.draft.say(self._place(reading, inner, outer, sign))
        for age in ages(reading, self.ontology):
            self.draft.say(self._age(reading, age))

    # -- what a clause says ---------------------------------------------------------------------------------------

    def _said(self, reading: Reading, number: int) -> Iterator[_Said]:
        clause = reading.clauses[number]
        if entangled(reading, clause):
            return
        framed = matches(reading, clause, self.ontology)
        derivation = Derivation.NOUN if clause.kind is ClauseKind.NOUN else Derivation.CLAUSE
        found: list[tuple[Match | OpenMatch, Derivation]] = [(match, derivation) for match in framed]
        if reading.sentence.block is BlockKind.BODY:
            found += [(match, Derivation.OPEN) for match in self._open(reading, number, heads(framed))]
        for match, derivation in found:
            if contentless(reading, match.object):
                continue
            added = self._timed(reading, number, self._qualifiers(reading, number, match))
            yield _Said(match, clause, self._commitment(reading, number, match, added), added, derivation)

    def _open(self, reading: Reading, number: int, told: frozenset[int]) -> Iterator[OpenMatch]:
        """Open relations of a clause that no frame fits, and of a subject that the frames leave out, to a name."""
        subjects = {argument.head for argument in reading.clauses[number].slot(SUBJECT)}
        if told and subjects & told:
            return
        for match in open_matches(reading, number, self.ontology):
            if not told or not isinstance(match.object.value, Literal):
                yield match

    def _attributed(self, reading: Reading) -> Iterator[_Said]:
        """What words beside a name say is taken for granted, though by another where the clause around is hearsay."""
        for clause, match in attributes(reading, self.ontology):
            around = reading.owner(clause.predicate)
            commitment = replace(reading.commitments[around].affirm(), moot=False) if around >= 0 else Commitment()
            commitment = commitment if commitment.modality is Modality.REPORTED else Commitment()
            yield _Said(match, clause, commitment, Qualifiers(), Derivation.NOUN)

    def _qualifiers(self, reading: Reading, number: int, match: Match | OpenMatch) -> Qualifiers:
        counted: tuple[int, ...] = (match.via,) if match.via >= 0 else ()
        if isinstance(match, Match) and match.frame.count:
            counted += tuple(a.head for a in reading.clauses[number].slot(match.frame.count))
        apart = frozenset(f.value for f in (match.subject, match.object) if isinstance(f.value, int))
        apart |= {outer for _, outer, _ in self.located}
        mapped = isinstance(match, Match) and not match.relation.attitude
        thing = isinstance(match.object.value, Literal) and mapped
        beside, counted = (match.object.head,) if thing else (), tuple(dict.fromkeys(counted))
        return qualifiers(reading, number, self.ontology, counted=counted, beside=beside, apart=apart)

    def _timed(self, reading: Reading, number: int, added: Qualifiers) -> Qualifiers:
        """Without a time that is still to come where the verb tells what is expected, planned, said: it is that of
        what is expected ("erwartet im nächsten Jahr Verluste")."""
        told = reading.commitments[number].modality is Modality.ASSERTED and governs(
            reading.clauses[number].lemma, language=reading.language
        )
        later = added.later_than(reading.document.article.published)
        return replace(added, time=None) if told and later else added

    def _commitment(self, reading: Reading, number: int, match: Match | OpenMatch, added: Qualifiers) -> Commitment:
        commitment = reading.commitments[number]
        if match.via >= 0 and match.via in reading.owners:
            carried = reading.commitments[reading.owners[match.via]]
            commitment = commitment.weaken(carried.modality, *(c for c in carried.cues if c not in commitment.cues))
        for filler in (match.subject, match.object):
            if negated_argument(reading.sentence, filler.head, language=reading.language) and not (
                set(commitment.cues) & set(reading.sentence.subtree(filler.head))
            ):
                commitment = commitment.negate(filler.head)
        if added.later_than(reading.document.article.published) and not _past(reading, number):
            commitment = commitment.weaken(Modality.PLANNED)
        if not reading.finite(number):  # what is wanted, refused … is no report
            return commitment
        place = reading.token(reading.clauses[number].predicate).span
        return self.quoted.weakened(commitment, place, unreal=reading.unreal(number), advice=reading.advice(number))

    # -- writing it down ------------------------------------------------------------------------------------------

    def _written(self, reading: Reading, said: _Said) -> RelationMention:
        match, relation = said.match, said.match.relation
        subject = self._mention(reading, match.subject)
        target = match.object.value if isinstance(match.object.value, Literal) else self._mention(reading, match.object)
        verbal = _verbal(reading, said)
        parts = [f.value.span for f in (match.subject, match.object) if isinstance(f.value, FirstPart)]
        words = (_beside(span, parts) for span in reading.span(*verbal))
        spans = (*self._spans(reading, match.subject), *self._spans(reading, match.object), *words)
        return RelationMention(
            subject=subject,
            relation=relation if isinstance(match, OpenMatch) else match.relation.relation,  # type: ignore[arg-type]
            object=target,
            sentence=reading.number,
            evidence=reading.sentence.span,
            surface=_surface(reading, verbal),
            derivation=said.derivation,
            highlights=tuple(sorted(set(spans))),
            cues=reading.span(*said.commitment.cues),
            polarity=said.commitment.polarity,
            modality=said.commitment.modality,
            attribution=self._source(reading, said, subject),
            time=said.qualifiers.time,
            places=said.qualifiers.places,
            count=said.qualifiers.count,
        )

    def _source(self, reading: Reading, said: _Said, subject: int) -> int | None:
        """Who says so: the source that the sentence names, else the speaker of the quotation around the clause, but
        for plans of his own ("kündigte an, zu kommen")."""
        source, place = said.commitment.source, reading.token(said.clause.predicate).span
        found = None if source is None else reading.mention(source)
        if (found is not None and reading.cast.named(found)) or said.commitment.modality is Modality.ASSERTED:
            return found
        if source is not None and (unknown := self._unnamed(reading.token(source).span)) is not None:
            return unknown
        if found is not None:
            return found
        speaker = self.quoted.speaker(place)
        if speaker is None or not reading.cast.named(speaker):
            phrases = self.quoted.phrases(place)
            return self._unnamed(phrases[0]) if phrases else speaker
        willing = said.commitment.modality in (Modality.PLANNED, Modality.POSSIBLE)
        return None if willing and reading.cast.same(speaker, subject) else speaker

    def _unnamed(self, phrase: Span) -> int | None:
        """The mention of a source that is only a role or a group, in a chain of the article by that name; None where
        the phrase is none."""
        sentences = enumerate(self.source.sentences)
        number = next((n for n, sentence in sentences if sentence.span.contains(phrase)), -1)
        mention = unnamed(self.source, number, phrase, self.gazetteer) if number >= 0 else None
        if mention is None:
            return None
        return self.draft.mention(mention, chain=NewChain(mention.name), reason="source")

    def _mention(self, reading: Reading, filler: Filler) -> int:
        """The mention of a filler; a country that only an adjective names becomes one, in a chain of its own, and so
        does a name in a compound, in that of its bearer."""
        if isinstance(filler.value, int):
            return filler.value
        if isinstance(filler.value, FirstPart):
            return self._part(reading, filler.value)
        if not isinstance(filler.value, Nation):
            raise TypeError("a literal is no mention")
        token = reading.token(filler.head)
        place = self.gazetteer.get(filler.value.country)
        name = place.labels.get(reading.language) if place else filler.value.country
        mention = Mention(
            token.span, token.text, MentionKind.NOMINAL, Types.COUNTRY, reading.number, token.i,
            (token.i, token.i + 1), name, country=filler.value.country, links=(filler.value.country,),
        )  # fmt: skip
        return self.draft.mention(mention, chain=NewChain(mention, filler.value.country), reason="nationality")

    def _part(self, reading: Reading, part: FirstPart) -> int:
        text, where = part.span.of(reading.document.article.text), (part.head, part.head + 1)
        named = Mention(part.span, text, MentionKind.NAME, "", reading.number, part.head, where, text)
        if part.place is None:
            known, chain = self.draft.mentions[part.mention], self.cast.chain_of[part.mention]
            mention = replace(known, span=named.span, text=text, sentence=named.sentence, head=part.head, tokens=where)
            return self.draft.mention(mention, chain=chain, reason="compound")
        place = part.place
        mention = replace(named, type=place.type, country=place.country, links=(place.id,), labels=place.labels)
        return self.draft.mention(mention, chain=NewChain(mention, place.id), reason="compound")

    def _spans(self, reading: Reading, filler: Filler) -> tuple[Span, ...]:
        if isinstance(filler.value, FirstPart):
            return (filler.value.span,)
        if isinstance(filler.value, int) and self.draft.mentions[filler.value].sentence == reading.number:
            return (self.draft.mentions[filler.value].span,)
        return reading.span(filler.head)

    def _place(self, reading: Reading, subject: int, country: int, head: int) -> RelationMention:
        spans = tuple(sorted({self.draft.mentions[m].span for m in (subject, country)}))
        return RelationMention(
            subject, self.ontology.relation(Terms.LOCATED_IN).relation, country, reading.number, reading.sentence.span,
            reading.token(head).text, Derivation.PLACE, spans,
        )  # fmt: skip

    def _age(self, reading: Reading, age: Age) -> RelationMention:
        years = Literal(str(age.years), datatype=INTEGER)
        words = Span(reading.token(age.tokens[0]).start, reading.token(age.tokens[-1]).end)
        spans = tuple(sorted({self.draft.mentions[age.person].span, words}))
        return RelationMention(
            age.person, self.ontology.relation(Terms.AGE).relation, years, reading.number, reading.sentence.span,
            words.of(reading.document.article.text), Derivation.AGE, spans,
            reading.span(*age.commitment.cues), age.commitment.polarity, age.commitment.modality,
            None if age.commitment.source is None else reading.mention(age.commitment.source),
        )  # fmt: skip


def _verbal(reading: Reading, said: _Said) -> tuple[int, ...]:
    """The words of the relation: auxiliaries, verb, particle, reflexive, the noun that carries the meaning."""
    clause = said.clause
    beside = reading.sentence.dependents(clause.predicate, "compound:prt", "expl:pv")
    carried = (said.match.via,) if said.match.via >= 0 else ()
    return tuple(sorted({clause.predicate, *clause.auxiliaries, *(t.i for t in beside), *carried}))


def _beside(word: Span, parts: list[Span]) -> Span:
    """A word without the name that it begins with."""
    return next((Span(part.end + 1, word.end) for part in parts if word.contains(part)), word)


def _surface(reading: Reading, indices: tuple[int, ...]) -> str:
    return " ".join(reading.token(i).text for i in indices)


def _past(reading: Reading, number: int) -> bool:
    clause, words = reading.clauses[number], load(Factuality, reading.language)
    own = [reading.token(i) for i in (clause.predicate, *clause.auxiliaries)]
    return any(is_past(token, words) or token.feat("Tense") == "Past" for token in own)
