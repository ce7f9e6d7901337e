"""Open triples by surface form: what each clause says, in the words of the sentence.

The verb and the parts of a clause make a line; a triple is a subject and such a line, cut in two. The cuts follow what
open-extraction benchmarks accept (Gashteovski et al. 2022, BenchIE). Nothing implicit is made explicit.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.clauses.clause import ClauseKind
from kg.extract.clauses.clauses import clauses
from kg.extract.openie.cuts import cuts
from kg.extract.openie.fields import Field
from kg.model import Sentence


class Triple(NamedTuple):
    """Subject, relation and object, each a phrase of the sentence."""

    subject: str
    relation: str
    object: str


def triples(sentence: Sentence, *, language: str) -> tuple[Triple, ...]:
    """The triples of a sentence, in text order, each once."""
    found = clauses(sentence, language=language)
    said = (clause for clause in found if clause.kind is not ClauseKind.NOUN)
    fields = (Field(sentence, clause, found, language=language) for clause in said)
    return tuple(dict.fromkeys(triple for field in fields for triple in _triples(field)))


def _triples(field: Field) -> tuple[Triple, ...]:
    if not field.told:
        return ()
    text = field.phrases.text
    lines = tuple((text(cut.relation), text(cut.object)) for cut in cuts(field))
    return tuple(Triple(text(subject), *line) for subject in field.subjects() for line in lines if all(line))
