"""What an adjective says of the name that it stands before: "die insolvente Nordwerk AG" is insolvent."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import SUBJECT, Argument, Clause, ClauseKind
from kg.extract.matching import Match, matches
from kg.extract.reading import Reading
from kg.ontology import Ontology


def attributes(reading: Reading, ontology: Ontology) -> Iterator[tuple[Clause, Match]]:
    """A predicate of its own for each adjective before a noun, where a frame knows it, with what it says."""
    for token in reading.sentence.tokens:
        if token.relation == "amod" and token.head >= 0:
            subject = Argument(SUBJECT, token.head)
            clause = Clause(token.i, token.lemma, ClauseKind.COPULA, (subject,), head=token.head, link=token.deprel)
            yield from ((clause, match) for match in matches(reading, clause, ontology))
