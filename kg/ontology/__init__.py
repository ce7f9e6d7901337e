"""The ontology: entity types, relations, and the gazetteer of places."""

from kg.ontology.gazetteer import Gazetteer, Place, load_gazetteer
from kg.ontology.ontology import EntityType, Ontology, RelationType, load_ontology
from kg.ontology.relation_terms import Relations
from kg.ontology.terms import Classes, Individuals, Types, Vocabulary

__all__ = [
    "Classes", "EntityType", "Gazetteer", "Individuals", "Ontology", "Place", "RelationType", "Relations", "Types",
    "Vocabulary", "load_gazetteer", "load_ontology",
]  # fmt: skip
