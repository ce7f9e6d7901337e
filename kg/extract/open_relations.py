"""Open relations: what a verb says that no frame knows, under the verb's own name.

The relation is the verb's lemma with its preposition, or with the noun that a light verb leans on ("Druck ausüben
auf"). Nothing is joined that the clause does not join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import ATTRIBUTE, COMPLEMENT, DATIVE, OBJECT, SUBJECT, Argument, Clause, ClauseKind
from kg.extract.glosses import gloss
from kg.extract.matching import Filler, fill
from kg.extract.qualifiers import place
from kg.extract.reading import Reading
from kg.lang import load
from kg.lang.schema import Frames, Grammar, Verbs
from kg.model import Labels, Literal, Relation
from kg.ontology import Ontology

_ENGLISH = "en"
_CORE = (SUBJECT, OBJECT, DATIVE, ATTRIBUTE, COMPLEMENT)
_HYPHENS = ("-", "‐", "–")  # "Zug- und Fluglinien": the first alone is no word
_LONGEST_PHRASE = 8  # words; a longer object is a sentence of its own and says little as a node


@dataclass(frozen=True, slots=True)
class OpenMatch:
    relation: Relation
    subject: Filler
    object: Filler
    via: int = -1


def open_matches(reading: Reading, number: int, ontology: Ontology) -> tuple[OpenMatch, ...]:
    """Open relations of a clause between its subjects and each other argument."""
    clause = reading.clauses[number]
    if clause.kind is ClauseKind.NOUN or not _verb(reading, clause) or _predicating(reading, clause):
        return ()
    subjects = [f for a in clause.slot(SUBJECT) if (f := fill(reading, a, literal=False)) is not None]
    if not subjects:
        return ()
    found = tuple(_objects(reading, clause, ontology))
    pairs = ((relation, s, o, via) for relation, o, via in found for s in subjects)
    return tuple(OpenMatch(*pair) for pair in pairs if reading.apart(pair[1].value, pair[2].value))


def _verb(reading: Reading, clause: Clause) -> bool:
    """Whether the predicate is a verb that the lexicon has; what a parser takes for one besides is mostly none."""
    return clause.kind is ClauseKind.COPULA or load(Verbs, reading.language).knows(clause.lemma)


def _predicating(reading: Reading, clause: Clause) -> bool:
    """Whether the verb says that something is something else ("als Terrorgruppe einstufen"): its object alone says
    little, and often the opposite."""
    return clause.lemma in load(Frames, reading.language).predicating_verbs


def _objects(reading: Reading, clause: Clause, ontology: Ontology) -> Iterator[tuple[Relation, Filler, int]]:
    empty = clause.lemma in load(Frames, reading.language).empty_verbs
    direct = [(a, f) for a in clause.slot(OBJECT) if (f := fill(reading, a, literal=True)) is not None]
    for _, filler in direct:
        if not empty and _worth(filler):
            yield open_relation(reading, clause), filler, -1
    if clause.kind is ClauseKind.COPULA:
        yield from _attributes(reading, clause)
    if any(not isinstance(f.value, Literal) for _, f in direct):
        return
    carried = next((a.head for a, f in direct if isinstance(f.value, Literal) and not f.value.datatype), -1)
    if carried < 0 and (empty or clause.slot(OBJECT)):
        return
    for argument in (*clause.slot(DATIVE), *_obliques(reading, clause, ontology, light=empty and carried >= 0)):
        other = fill(reading, argument, literal=False)
        if other is not None:
            yield open_relation(reading, clause, argument=argument, via=carried), other, carried


def _worth(filler: Filler) -> bool:
    if not isinstance(filler.value, Literal):
        return True
    words = filler.value.value.split()
    return len(words) <= _LONGEST_PHRASE and not words[-1].endswith(_HYPHENS)


def _attributes(reading: Reading, clause: Clause) -> Iterator[tuple[Relation, Filler, int]]:
    for argument in clause.slot(ATTRIBUTE):
        if reading.sentence.dependents(argument.head, "case") or reading.token(argument.head).feat("Case") == "Gen":
            continue  # "in der Lage sein", "der Meinung sein": a state, not what something is
        filler = fill(reading, argument, literal=True)
        if filler is not None and isinstance(filler.value, Literal) and _worth(filler):
            yield open_relation(reading, clause), filler, -1


def _obliques(reading: Reading, clause: Clause, ontology: Ontology, *, light: bool) -> Iterator[Argument]:
    """The prepositional arguments: what the verb governs by the lexicon, or the noun that a `light` verb leans on.

    All else tells the circumstances, and a statement of them would say that the verb was about them.
    """
    governed, words = load(Verbs, reading.language).with_preposition, load(Grammar, reading.language)
    verb = f"{words.reflexive} {clause.lemma}" if clause.reflexive else clause.lemma
    apart = (*words.adjunct_prepositions, *words.source_prepositions)
    for argument in clause.arguments:
        of_noun = light and argument.slot not in apart and place(reading, argument, ontology) is None
        if argument.slot not in _CORE and (f"{verb} {argument.slot}" in governed or of_noun):
            yield argument


def open_relation(reading: Reading, clause: Clause, *, argument: Argument | None = None, via: int = -1) -> Relation:
    """The relation that a clause's own words make."""
    noun = reading.token(via).lemma if via >= 0 else ""
    preposition = argument.slot if argument is not None and argument.slot not in _CORE else ""
    reflexive = load(Grammar, reading.language).reflexive if clause.reflexive else ""
    words = [noun, reflexive, clause.lemma, preposition]
    phrase = " ".join(word for word in words if word)
    labels = {reading.language: phrase}
    english = _english(reading, clause.lemma, noun, preposition, reflexive)
    if english:
        labels["en"] = english
    return Relation("rel:" + re.sub(r"\W+", "_", phrase.lower()).strip("_"), Labels.of(labels), open=True)


def _english(reading: Reading, verb: str, noun: str, preposition: str, reflexive: str) -> str:
    """The relation's English, "" where a word of it is not known."""
    english_noun = (gloss([(noun, "NOUN")], reading.language) or "") if noun else ""
    if reading.language == _ENGLISH:
        english_noun = noun
    if noun and not english_noun:
        return ""
    words: Verbs = load(Verbs, reading.language)
    return words.english(verb, preposition, reflexive=reflexive, noun=english_noun)
