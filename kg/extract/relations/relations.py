"""What an article says: every sentence asked by the rules, and what they say written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.quotations.quoted import Quoted
from kg.extract.reading.reading import Cast, Reading, refers_elsewhere
from kg.extract.relations.confidence import confident
from kg.extract.relations.predicates import of_clauses
from kg.extract.relations.rules import beside_names, of_ages, of_places, of_roads
from kg.extract.relations.said import Passage, Said
from kg.extract.relations.writing import Writing
from kg.model import BlockKind, Document
from kg.ontology import Gazetteer, Ontology

RULES: tuple[Callable[[Passage], Iterator[Said]], ...] = (of_clauses, of_roads, beside_names, of_places, of_ages)


class Relations:
    """Stage: adds the relation mentions of all sentences; countries named by adjectives become mentions, and so do
    names in compounds and sources without a name."""

    name = "relations"
    requires = ("sentences", "mentions", "chains", "quotations")
    provides = ("mentions", "chains", "relation_mentions")

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self.gazetteer = gazetteer
        self.ontology = ontology

    def __call__(self, document: Document) -> Document:
        quoted = Quoted.of(document)
        writing = Writing(document, quoted, self.gazetteer)
        for passage in self._passages(document, quoted):
            for said in (said for rule in RULES for said in rule(passage)):
                if not said.commitment.moot:
                    writing.write(passage.reading, said)
        made = writing.draft.document()
        return replace(made, relation_mentions=confident(made.relation_mentions, made.mentions))

    def _passages(self, document: Document, quoted: Quoted) -> Iterator[Passage]:
        cast = Cast.of(document, self.gazetteer)
        for number, sentence in enumerate(document.sentences):
            if sentence.block is BlockKind.BOILERPLATE:
                continue
            reading = Reading.of(document, number, cast)
            if not refers_elsewhere(reading):
                yield Passage.of(reading, quoted, self.ontology, self.gazetteer)
