from pathlib import Path

from kg.ontology import generate, relation_terms, terms
from kg.ontology.files import data
from kg.ontology.ontology import load_ontology


def test_terms_are_those_of_the_ontology_file() -> None:
    source = data("kg.ttl").read_bytes()
    assert Path(terms.__file__).read_text(encoding="utf-8") == generate.terms(source)
    assert Path(relation_terms.__file__).read_text(encoding="utf-8") == generate.relation_terms(source)


def test_terms_are_usable_ids() -> None:
    ontology = load_ontology()
    assert ontology.relation(relation_terms.Relations.HOLDS_OFFICE).relation.labels.get("en") == "holds office"
    assert ontology.entity_type(terms.Types.NEWS_MEDIA_ORGANIZATION).iri == "https://schema.org/NewsMediaOrganization"
    assert terms.Vocabulary.TIME_START == terms.NAMESPACE + "timeStart"
    assert terms.Individuals.NEGATED == terms.NAMESPACE + "Negated"
