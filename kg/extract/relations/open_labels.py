"""What open relations are called: by the verb with what goes with it, in English where its sense is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.clauses.clause import ATTRIBUTE, COMPLEMENT, DATIVE, OBJECT, SUBJECT, Argument, Clause
from kg.extract.phrases.glosses import glossary_form, noun_gloss
from kg.extract.reading.fillers import Filler, filler_type
from kg.extract.reading.reading import Reading
from kg.lang import load
from kg.lang.schema import Expression, Grammar, Verbs
from kg.model import Labels, Relation
from kg.ontology import Ontology

_ENGLISH = "en"
CORE = (SUBJECT, OBJECT, DATIVE, ATTRIBUTE, COMPLEMENT)


def open_relation(
    reading: Reading,
    clause: Clause,
    *,
    argument: Argument | None = None,
    via: int = -1,
    target: Filler | None = None,
    ontology: Ontology | None = None,
) -> Relation:
    """The relation that a clause's own words make; its direct object, the `target`, may settle the verb's sense."""
    words: Verbs = load(Verbs, reading.language)
    noun = reading.token(via).lemma if via >= 0 else ""
    preposition = argument.slot if argument is not None and argument.slot not in CORE else ""
    reflexive = load(Grammar, reading.language).reflexive if clause.reflexive else ""
    phrase = " ".join(word for word in (noun, reflexive, clause.lemma, preposition) if word)
    if preposition:
        english = words.english_of_governed(clause.lemma, preposition, reflexive=reflexive, noun=noun)
    elif noun:
        english = _giving(words, clause.lemma, noun, reading.language)
    else:
        object_noun = glossary_form(reading.token(target.head), reading.language) if target is not None else ""
        kinds = _kinds(reading, target, ontology) if target is not None and ontology is not None else ()
        english = words.english(clause.lemma, reflexive=reflexive, noun=object_noun, kinds=kinds)
    return labelled(phrase, english, reading.language)


def being(reading: Reading, clause: Clause) -> Relation:
    """That of a copula: what somebody is, or was and may be no more."""
    copulas = reading.sentence.dependents(clause.predicate, "cop")
    told = any(t.has("Tense", "Past") and not t.has("Mood", "Sub") for t in copulas)
    for phrase, english in load(Verbs, reading.language).been.items() if told else ():
        return labelled(phrase, english, reading.language)
    return open_relation(reading, clause)


def labelled(phrase: str, english: str, language: str) -> Relation:
    """An open relation of the name `phrase`, with its English where it has any."""
    labels = {language: phrase} | ({_ENGLISH: english} if english else {})
    return Relation("rel:" + re.sub(r"\W+", "_", phrase.lower()).strip("_"), Labels.of(labels), open=True)


def _kinds(reading: Reading, target: Filler, ontology: Ontology) -> tuple[str, ...]:
    """The types of an object that is named or described, the general ones too."""
    kind = filler_type(reading, target)
    return tuple(t.id for t in ontology.types if ontology.is_a(kind, t.id)) if kind else ()


def _giving(words: Verbs, verb: str, noun: str, language: str) -> str:
    """ "granted permission to": the English of giving a thing, "" where a word of it is not safe."""
    thing = noun if language == _ENGLISH else noun_gloss(noun, language)
    parts = (words.english(verb, noun=noun), thing, words.with_recipient.get(verb, ""))
    return " ".join(parts) if all(parts) else ""


def expression_of(reading: Reading, clause: Clause) -> tuple[Expression, int] | None:
    """The noun, or pronoun, and verb of the clause that mean something together, and the noun's index."""
    for expression in _expressions(reading.language).get(clause.lemma, ()):
        nouns = [*(a.head for a in clause.slot(expression.slot)), *_reflexives(reading, clause, expression.slot)]
        found = next((i for i in nouns if reading.token(i).text == expression.noun), -1)
        if found >= 0:
            return expression, found
    return None


@cache
def _expressions(language: str) -> dict[str, tuple[Expression, ...]]:
    """Expressions by their verb."""
    words: Verbs = load(Verbs, language)
    verbs = {expression.verb for expression in words.expressions}
    return {verb: tuple(e for e in words.expressions if e.verb == verb) for verb in verbs}


def _reflexives(reading: Reading, clause: Clause, preposition: str) -> Iterator[int]:
    """Reflexive pronouns behind a preposition, which are no arguments ("für sich entscheiden")."""
    for token in reading.sentence.dependents(clause.predicate, "obl"):
        case = reading.sentence.dependents(token.i, "case")
        if token.feat("Reflex") == "Yes" and case and case[0].lemma.lower() == preposition:
            yield token.i
