"""The ontology: entity types, relations, and the gazetteer of places."""

from kg.ontology.ontology import EntityType, Ontology, RelationType, load_ontology

__all__ = ["EntityType", "Ontology", "RelationType", "load_ontology"]
