"""Open relations: what a verb says that no frame knows, under the verb's own name.

The relation is the verb's lemma with its preposition, or with the noun that a light verb leans on ("Druck ausüben
auf"). Nothing is joined that the clause does not join.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses.clause import (
    ATTRIBUTE,
    COMPLEMENT,
    DATIVE,
    GENITIVE,
    NATIONALITY,
    OBJECT,
    POSSESSOR,
    SUBJECT,
    Argument,
    Clause,
    ClauseKind,
)
from kg.extract.reading.fillers import Filler, fill, filler_type
from kg.extract.reading.qualifiers import no_goal, place
from kg.extract.reading.reading import Reading
from kg.extract.relations.open_doubts import doubtful, partial
from kg.extract.relations.open_labels import CORE, being, expression_of, labelled, open_relation
from kg.lang import load
from kg.lang.schema import Expression, Frames, Grammar, Verbs
from kg.model import Literal, Relation
from kg.ontology import Ontology, Types

_OF_NOUNS = (GENITIVE, NATIONALITY, POSSESSOR)
_HYPHENS = ("-", "‐", "–")  # "Zug- und Fluglinien": the first alone is no word
_BESIDE = ("nmod", "conj")  # how what a verb takes besides may hang on its object ("die Tat | als Mord")
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
    if doubtful(reading, clause, expression=expression_of(reading, clause) is not None):
        return ()
    subjects = [f for a in clause.slot(SUBJECT) if (f := fill(reading, a, literal=False)) is not None]
    if not subjects:
        return ()
    subjects = [subject for subject in subjects if not partial(reading, clause, subject)]
    found = [told for told in _objects(reading, clause, ontology) if not partial(reading, clause, told[1])]
    pairs = ((relation, s, o, via) for relation, o, via in found for s in subjects)
    return tuple(OpenMatch(*pair) for pair in pairs if reading.apart(pair[1].value, pair[2].value))


def _verb(reading: Reading, clause: Clause) -> bool:
    """Whether the predicate is a verb that the lexicon has; what a parser takes for one besides is mostly none."""
    return clause.kind is ClauseKind.COPULA or load(Verbs, reading.language).knows(clause.lemma)


def _predicating(reading: Reading, clause: Clause) -> bool:
    """Whether the verb says that something is something else ("als Terrorgruppe einstufen"), or says it only together
    with what it takes besides ("um sein Geld erleichtern"): its object alone says little, and often the opposite."""
    frames: Frames = load(Frames, reading.language)
    wanted = frames.whole_with.get(clause.lemma, ())
    if clause.lemma in frames.predicating_verbs or not wanted:
        return clause.lemma in frames.predicating_verbs
    if COMPLEMENT in wanted and clause.slot(COMPLEMENT):
        return True
    sentence, objects = reading.sentence, {a.head for a in clause.slot(OBJECT)}
    below = sentence.dependents(clause.predicate)
    found = [t for t in below if t.i not in objects]
    found += [t for above in below for t in sentence.dependents(above.i) if t.upos == "ADJ" or t.relation in _BESIDE]
    marks = [t for t in below if t.relation == "mark" and t.upos == "ADP"]  # "für nichtig zu erklären"
    cases = ((c.lemma, t.feat("Case")) for t in found for c in sentence.dependents(t.i, "case"))
    return any(c.lemma in wanted for c in marks) or any(
        preposition in wanted or f"{preposition}+{case}" in wanted for preposition, case in cases
    )


def _objects(reading: Reading, clause: Clause, ontology: Ontology) -> Iterator[tuple[Relation, Filler, int]]:
    words: Verbs = load(Verbs, reading.language)
    expression = expression_of(reading, clause)
    if expression is not None:
        yield from _of_expression(reading, clause, *expression)
        return
    frames: Frames = load(Frames, reading.language)
    empty = clause.lemma in frames.empty_verbs
    for_whom = DATIVE in frames.whole_with.get(clause.lemma, ())
    direct = [(a, f) for a in clause.slot(OBJECT) if (f := fill(reading, a, literal=True)) is not None]
    gives = clause.lemma in words.with_recipient
    recipients = _recipients(clause, direct) if gives else clause.slot(DATIVE)
    direct = [(a, f) for a, f in direct if a not in recipients]
    for _, filler in direct:
        if not empty and not for_whom and _worth(filler):
            yield open_relation(reading, clause, target=filler, ontology=ontology), filler, -1
    if clause.kind is ClauseKind.COPULA:
        yield from _attributes(reading, clause)
    if any(not isinstance(f.value, Literal) for _, f in direct):
        return
    carried = next((a.head for a, f in direct if isinstance(f.value, Literal) and not _measure(reading, a.head)), -1)
    if carried < 0 and (empty or clause.slot(OBJECT)):
        return
    whole = carried >= 0 or not clause.slot(COMPLEMENT)  # to whom: half of what is said beside a clause
    recipients = recipients if gives == (carried >= 0) and whole else ()
    for argument in (*recipients, *_obliques(reading, clause, ontology, light=empty and carried >= 0)):
        other = fill(reading, argument, literal=False)
        if other is not None and not _no_target(reading, argument, other, ontology):
            yield open_relation(reading, clause, argument=argument, via=carried), other, carried


def _no_target(reading: Reading, argument: Argument, filler: Filler, ontology: Ontology) -> bool:
    """Whether it is half a word, or a place that nobody goes to."""
    place = ontology.is_a(filler_type(reading, filler) or Types.THING, Types.PLACE)
    return reading.token(argument.head).text.endswith(_HYPHENS) or (place and no_goal(reading, argument))


def _measure(reading: Reading, head: int) -> bool:
    """Whether a noun is an amount, or one that another tells what it is ("eine Art Erklärung")."""
    return (
        reading.amount(head) is not None or reading.token(head).lemma in load(Grammar, reading.language).content_nouns
    )


def _recipients(clause: Clause, direct: list[tuple[Argument, Filler]]) -> tuple[Argument, ...]:
    """To whom, or from whom, something goes: the datives, and what has a name beside an object that has none, or beside
    a clause."""
    things = bool(clause.slot(COMPLEMENT)) or any(isinstance(f.value, Literal) for _, f in direct)
    named = tuple(a for a, f in direct if things and not isinstance(f.value, Literal))
    return (*clause.slot(DATIVE), *named)


def _of_expression(
    reading: Reading, clause: Clause, expression: Expression, noun: int
) -> Iterator[tuple[Relation, Filler, int]]:
    """What an expression is said of: the object beside its noun, else the one in the dative. A name beside an object
    that has none is who gets that."""
    others = [a for a in clause.slot(OBJECT) if a.head != noun] or list(clause.slot(DATIVE))
    relation = labelled(expression.phrase, expression.gloss, reading.language)
    filled = [f for a in others if (f := fill(reading, a, literal=True)) is not None]
    things = [f for f in filled if isinstance(f.value, Literal)]
    joined = any(reading.token(a.head).relation == "conj" for a in others)
    for filler in things if things and not joined else filled:
        if _worth(filler):
            yield relation, filler, -1


def _worth(filler: Filler) -> bool:
    if not isinstance(filler.value, Literal):
        return True
    words = filler.value.value.split()
    return len(words) <= _LONGEST_PHRASE and not words[-1].endswith(_HYPHENS)


def _attributes(reading: Reading, clause: Clause) -> Iterator[tuple[Relation, Filler, int]]:
    for argument in clause.slot(ATTRIBUTE):
        if reading.sentence.dependents(argument.head, "case") or reading.token(argument.head).feat("Case") == "Gen":
            continue  # "in der Lage sein", "der Meinung sein": a state, not what something is
        if _told_apart(reading, argument.head):
            continue
        filler = fill(reading, argument, literal=True)
        if filler is not None and isinstance(filler.value, Literal) and _worth(filler):
            yield being(reading, clause), filler, -1


def _told_apart(reading: Reading, i: int) -> bool:
    """Whether a relative clause tells which one a definite noun means ("das achte Land, das …"): alone it says more."""
    below = (reading.token(j) for j in reading.sentence.subtree(i) if j > i)
    clauses = (t for t in below if t.relation == "acl" and _relative(reading, t.i))
    return _definite(reading, i) and any(t.head == i or not _indefinite(reading, t.head) for t in clauses)


def _definite(reading: Reading, i: int) -> bool:
    return any(t.has("Definite", "Def") for t in reading.sentence.dependents(i, "det"))


def _indefinite(reading: Reading, i: int) -> bool:
    return any(t.has("Definite", "Ind") for t in reading.sentence.dependents(i, "det"))


def _relative(reading: Reading, i: int) -> bool:
    return any(reading.token(j).has("PronType", "Rel") for j in reading.sentence.subtree(i) if j < i)


def _obliques(reading: Reading, clause: Clause, ontology: Ontology, *, light: bool) -> Iterator[Argument]:
    """The prepositional arguments: what the verb governs by the lexicon, or the noun that a `light` verb leans on.

    All else tells the circumstances, and a statement of them would say that the verb was about them.
    """
    governed, words = load(Verbs, reading.language).with_preposition, load(Grammar, reading.language)
    verb = f"{words.reflexive} {clause.lemma}" if clause.reflexive else clause.lemma
    apart = (*words.adjunct_prepositions, *words.source_prepositions)
    for argument in clause.arguments:
        of_noun = light and argument.slot not in (*apart, *words.inside) and place(reading, argument, ontology) is None
        if argument.slot not in (*CORE, *_OF_NOUNS) and (f"{verb} {argument.slot}" in governed or of_noun):
            yield argument
