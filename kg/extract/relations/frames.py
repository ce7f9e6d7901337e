"""From clauses to relations: the frames of the language tried on a clause, the special before the general.

A match is a relation with subject and object fillers; domain and range of the ontology veto what a wrong parse or a
second meaning of the verb would bring in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from kg.extract.clauses.clause import DATIVE, OBJECT, PART, POSSESSOR, SELF, SUBJECT, Argument, Clause, ClauseKind
from kg.extract.clauses.clauses import compound_of, event_nouns, nominal_arguments
from kg.extract.clauses.tense import is_past
from kg.extract.reading.fillers import Filler, bearer, fill, filler_type, told_event
from kg.extract.reading.hidden_objects import hidden_objects
from kg.extract.reading.qualifiers import no_goal
from kg.extract.reading.reading import Reading
from kg.lang import load
from kg.lang.schema import Factuality, Frame, Frames, Grammar
from kg.model import Literal
from kg.ontology import Ontology, RelationType, Types

_OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a clause with one pair of fillers. `via` is the head of the carrying noun, -1 for none."""

    relation: RelationType
    frame: Frame
    subject: Filler
    object: Filler
    via: int = -1


@cache
def _index(language: str) -> dict[tuple[str, str], tuple[Frame, ...]]:
    found: dict[tuple[str, str], list[Frame]] = {}
    for frame in load(Frames, language).frames:
        for kind, words in (("verb", frame.verbs), ("noun", frame.nouns), ("copula", frame.adjectives)):
            for word in words:
                found.setdefault((kind, word), []).append(frame)
    return {key: tuple(frames) for key, frames in found.items()}


def matches(reading: Reading, clause: Clause, ontology: Ontology) -> tuple[Match, ...]:
    """All that the first fitting frame makes of a clause, () where none fits; and what a later one says of a subject
    that the first leaves out ("X ernannte Y zum Minister" tells Y's office, and who appointed him)."""
    frames = next(filter(None, (_index(reading.language).get(key) for key in _keys(reading, clause))), ())
    clause = _in_case(reading, clause, frames)
    found: list[Match] = []
    for frame in frames:
        told = heads(found)
        made = _Trial(reading, clause, frame, ontology).matches()
        found += [match for match in made if not found or match.subject.head not in told]
    return tuple(found)


def slots_of_subject(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """All slots in which a frame of the clause's word looks for its subject."""
    frames = next(filter(None, (_index(reading.language).get(key) for key in _keys(reading, clause))), ())
    return tuple(dict.fromkeys(slot for frame in frames for slot in frame.subject))


def heads(found: Iterable[Match]) -> frozenset[int]:
    """The heads of all fillers."""
    return frozenset(filler.head for match in found for filler in (match.subject, match.object))


def _keys(reading: Reading, clause: Clause) -> Iterator[tuple[str, str]]:
    """What frames are found by: kind and word; an adjective behind a copula has no ending, its form is a word too."""
    kind, token = clause.kind.value, reading.token(clause.predicate)
    match clause.kind:
        case ClauseKind.VERB:
            yield kind, clause.lemma
            copulas = {reading.token(a).lemma for a in clause.auxiliaries}
            if copulas <= {load(Grammar, reading.language).copula}:  # "ist gesperrt"; headlines leave it out
                yield ClauseKind.COPULA.value, token.text.lower()
        case ClauseKind.NOUN:
            yield kind, compound_of(token.lemma, event_nouns(reading.language))
        case ClauseKind.COPULA:
            yield kind, clause.lemma
            yield kind, token.lemma
            yield kind, token.text.lower() if token.upos == "ADJ" else predicate_noun(token.lemma, reading.language)


def predicate_noun(lemma: str, language: str) -> str:
    """The noun with a frame for what it says of somebody that this noun is or ends in, "" for none."""
    return compound_of(lemma, _predicate_nouns(language))


@cache
def _predicate_nouns(language: str) -> frozenset[str]:
    capitals = load(Grammar, language).noun_capitals
    known = {word for kind, word in _index(language) if kind == ClauseKind.COPULA.value}
    return frozenset(word for word in known if word[0].isupper() == capitals)


def _ends(reading: Reading, head: int, endings: tuple[str, ...]) -> bool:
    """Whether a noun ends in one of the words (small letters): a compound, written in one word or in several."""
    lemma = reading.token(head).lemma.lower()
    if not load(Grammar, reading.language).open_compounds:
        return lemma.endswith(endings)
    first = (t.lemma.lower() for t in reading.sentence.dependents(head, "compound", "amod") if t.i < head)
    return f" {' '.join((*first, lemma))}".endswith(tuple(f" {ending}" for ending in endings))


def _in_case(reading: Reading, clause: Clause, frames: tuple[Frame, ...]) -> Clause:
    """A bare object in a case that no frame of the verb knows is in the one that a frame wants: names show no case, and
    a parser has to guess it. An article shows the dative."""
    wanted = {slot for frame in frames for slot in _slots(frame)}
    for guessed, meant in ((OBJECT, DATIVE), (DATIVE, OBJECT)):
        if guessed not in wanted and meant in wanted and not clause.slot(meant):
            shown = {a.head for a in clause.slot(DATIVE) if _dative(reading, a.head)}
            arguments = (
                replace(a, slot=meant) if a.slot == guessed and a.head not in shown else a for a in clause.arguments
            )
            return replace(clause, arguments=tuple(arguments))
    return clause


def _dative(reading: Reading, head: int) -> bool:
    """Whether an article shows the dative: that of a plural shows it only where the noun is sure to be one ("den
    Kollegen" may be one)."""
    noun, grammar = reading.token(head), load(Grammar, reading.language)
    articles = [d for d in reading.sentence.dependents(head, "det") if d.has("Case", "Dat")]
    weak = noun.upos == "NOUN" and noun.lemma != noun.text and not noun.lemma.endswith(grammar.weak_lemma_ending)
    unsure = weak and all(
        a.has("Number", "Plur") and noun.text != f"{noun.lemma}{grammar.plural_ending}" for a in articles
    )
    return bool(articles) and not unsure


def _slots(frame: Frame) -> tuple[str, ...]:
    return (*frame.subject, *frame.object, *((frame.via.slot,) if frame.via else ()))


class _Trial:
    """One frame tried on one clause."""

    def __init__(self, reading: Reading, clause: Clause, frame: Frame, ontology: Ontology) -> None:
        self.reading = reading
        self.clause = clause
        self.frame = frame
        self.ontology = ontology
        self.relation = ontology.relation("kg:" + frame.relation)

    def matches(self) -> Iterator[Match]:
        if not self._sense():
            return
        via = self._via()
        if via is None:
            return
        for slot in self.frame.object:
            found = tuple(self._pairs(slot, via))
            if found:
                yield from (Match(self.relation, self.frame, s, o, via) for s, o in found)
                return

    def _sense(self) -> bool:
        """Whether the word may have the frame's sense here, and the tense the relation's."""
        frame, clause = self.frame, self.clause
        others = (argument for slot in frame.without for argument in clause.slot(slot))
        if frame.reflexive not in (None, clause.reflexive) or any(not self._when(a.head) for a in others):
            return False
        other = frame.unless and any(_ends(self.reading, a.head, frame.unless) for a in clause.slot(OBJECT))
        return not other and not (self.relation.lasting and self._over())

    def _when(self, head: int) -> bool:
        """Whether an argument tells a time: it may stand beside any sense ("traf am 3.4.2020 Li")."""
        return any(first <= head < end for first, end in (time.tokens for time in self.reading.times))

    def _over(self) -> bool:
        """Whether the clause tells what was so once, at no time that it names; what was reported then may last."""
        clause, tokens = self.clause, self.reading.sentence.tokens
        words = (tokens[i] for i in (clause.predicate, *clause.auxiliaries))
        finite = next((word for word in words if word.feat("VerbForm") == "Fin"), None)
        if clause.kind is ClauseKind.NOUN or finite is None or clause.link == "ccomp":
            return False
        perfect = (
            finite.lemma in load(Grammar, self.reading.language).perfect_auxiliaries and finite.i != clause.predicate
        )
        number = self.reading.owner(clause.predicate)
        times = (time for time in self.reading.times if self.reading.owner(time.head) == number)
        dated = any(time.time.start or time.time.end for time in times)
        return not dated and (perfect or is_past(finite, load(Factuality, self.reading.language)))

    def _via(self) -> int | None:
        """Head of the noun that carries the meaning, -1 where the frame wants none, None where it is not there."""
        wanted = self.frame.via
        if wanted is None:
            return -1
        for argument in self.clause.slot(wanted.slot):
            if _ends(self.reading, argument.head, wanted.nouns) and self._adjective(argument.head):
                return argument.head
        return None

    def _adjective(self, head: int) -> bool:
        wanted = self.frame.via.adjectives if self.frame.via else ()
        if not wanted:
            return True
        noun = self.reading.token(head).lemma.lower()
        beside = self.reading.sentence.dependents(head, "amod", "compound")
        there = {word.lower() for token in beside for word in (token.lemma, token.text)}
        return any(adjective in there or noun.startswith(adjective) for adjective in wanted)

    def _pairs(self, slot: str, via: int) -> Iterator[tuple[Filler, Filler]]:
        subjects = self._first(self.frame.subject, via)
        if slot == _OTHERS or slot in self.frame.subject:
            subjects = () if self.frame.sides and len(subjects) > 2 else subjects
            pairs = tuple(combinations(subjects, 2))
        else:
            objects = tuple(self._fillers(slot, via, literal=self.relation.literal))
            pairs = tuple((s, o) for s in subjects for o in objects)
        yield from (pair for pair in pairs if self._accepts(*pair))

    def _first(self, slots: tuple[str, ...], via: int) -> tuple[Filler, ...]:
        """Fillers of the first slot that has any."""
        for slot in slots:
            found = tuple(f for f in self._fillers(slot, via, literal=False) if not isinstance(f.value, Literal))
            if found:
                return found
        return self._supporter() if set(slots) & {POSSESSOR, *self._agents()} else ()

    def _agents(self) -> tuple[str, ...]:
        words: Grammar = load(Grammar, self.reading.language)
        return words.agent_prepositions

    def _supporter(self) -> tuple[Filler, ...]:
        """Who does what an event noun names, where a verb says no more than that he does it, or means to: its subject
        ("Rom kündigt den Kauf von Panzern an")."""
        if self.clause.kind is not ClauseKind.NOUN or self.clause.parent < 0:
            return ()
        verb = self.reading.clauses[self.clause.parent]
        supports = verb.lemma in load(Frames, self.reading.language).support_verbs
        if not supports or self.clause.predicate not in {a.head for a in verb.slot(OBJECT)}:
            return ()
        found = (fill(self.reading, argument, literal=False) for argument in verb.slot(SUBJECT))
        return tuple(f for f in found if f is not None and not isinstance(f.value, Literal))

    def _fillers(self, slot: str, via: int, *, literal: bool) -> Iterator[Filler]:
        for argument in self._arguments(slot, via):
            if self._goes and no_goal(self.reading, argument):
                continue
            filler = fill(self.reading, argument, literal=literal)
            if filler is not None and argument.slot == SELF and self.frame.event:
                filler = replace(filler, value=told_event(self.frame.event, self.reading.language))
            apart = argument.head != via or argument.slot == PART
            if filler is not None and apart and self._phrase_fits(filler):
                yield filler

    @property
    def _goes(self) -> bool:
        """Whether the relation may lead to a place."""
        return any(self.ontology.is_a(kind, Types.PLACE) for kind in self.relation.range)

    def _phrase_fits(self, filler: Filler) -> bool:
        """An object that is a phrase must end in one of the frame's words, if it names any."""
        if not self.frame.names and not isinstance(filler.value, Literal):
            return filler.slot in self.frame.subject
        if not self.frame.phrases or not isinstance(filler.value, Literal):
            return True
        return _ends(self.reading, filler.head, self.frame.phrases)

    def _arguments(self, slot: str, via: int) -> Iterator[Argument]:
        """Arguments in a slot of the clause, then of the noun that carries the meaning; ``gen>adj`` looks below."""
        outer, _, inner = slot.partition(">")
        if outer in (SELF, PART):
            yield Argument(outer, via if via >= 0 and outer == PART else self.clause.predicate)
            return
        around = (self._behind, self._under_object, self._hidden, self._meanwhile)
        found = list(self.clause.slot(outer) or next(filter(None, (look(outer) for look in around)), ()))
        if via >= 0 and outer != SUBJECT:
            found += Clause(via, "", ClauseKind.NOUN, self._below(via)).slot(outer)
        if not inner:
            yield from found
            return
        for step in inner.split(">"):
            found = [a for argument in found for a in self._inside(argument, step)]
        yield from found

    def _inside(self, argument: Argument, slot: str) -> tuple[Argument, ...]:
        """What fills a slot of the noun that an argument is."""
        below = (Argument(PART, argument.head), *self._below(argument.head))
        return Clause(argument.head, "", ClauseKind.NOUN, below).slot(slot)

    def _behind(self, slot: str) -> tuple[Argument, ...]:
        """A prepositional phrase right behind an event noun is the noun's if its frame wants it, though the parser
        may have hung it on the verb ("sagte seine Reise nach Israel ab")."""
        if self.clause.kind is not ClauseKind.NOUN or self.clause.parent < 0:
            return ()
        parent, sentence = self.reading.clauses[self.clause.parent], self.reading.sentence
        behind = sentence.subtree(self.clause.predicate)[-1] + 1
        return tuple(a for a in parent.slot(slot) if sentence.subtree(a.head)[0] == behind)

    def _meanwhile(self, slot: str) -> tuple[Argument, ...]:
        """What happens during an event happens in its place ("Bei dem Unfall starben in Lyon zwei Menschen")."""
        token, grammar = self.reading.token(self.clause.predicate), load(Grammar, self.reading.language)
        placed = any(self.clause.slot(own.partition(">")[0]) for own in self.frame.subject)
        if self.clause.kind is not ClauseKind.NOUN or self.clause.parent < 0 or self.frame.object != (SELF,) or placed:
            return ()
        parent = self.reading.clauses[self.clause.parent]
        during = {a.slot for a in parent.arguments if a.head == token.i} & set(grammar.meanwhile)
        return tuple(a for a in parent.slot(slot) if a.head != token.i) if during else ()

    def _under_object(self, slot: str) -> tuple[Argument, ...]:
        """What a verb wants behind a preposition may hang on its object ("gave money to the museum"); places may not,
        for which the object's place is not the event's."""
        grammar = load(Grammar, self.reading.language)
        attached = slot in grammar.attached_prepositions and self.clause.kind is ClauseKind.VERB
        objects = self.clause.slot(OBJECT) if attached else ()
        return tuple(a for o in objects for a in self._below(o.head) if a.slot == slot)

    def _hidden(self, slot: str) -> tuple[Argument, ...]:
        return hidden_objects(self.reading, self.clause) if slot == OBJECT else ()

    def _below(self, head: int) -> tuple[Argument, ...]:
        return nominal_arguments(self.reading.sentence, head, language=self.reading.language)

    def _accepts(self, subject: Filler, target: Filler) -> bool:
        if not self.reading.apart(*(bearer(filler) for filler in (subject, target))):
            return False
        kind = filler_type(self.reading, subject) or Types.THING
        if self.frame.kinds and not any(self.ontology.is_a(kind, wanted) for wanted in self.frame.kinds):
            return False
        return self.ontology.accepts(self.relation.relation.id, kind, filler_type(self.reading, target))
