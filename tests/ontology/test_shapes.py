"""The shapes accept the data of the design page, and refuse it with any one thing wrong."""

import pyshacl
import pytest
import rdflib

from kg.ontology.files import data
from kg.ontology.ontology import load_ontology
from kg.ontology.terms import NAMESPACE

SHAPES = rdflib.Graph().parse(data=data("shapes.ttl").read_bytes(), format="turtle")
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")
DATA = """
@prefix kg: <https://kg.example/ontology#> . @prefix ent: <https://kg.example/entity/> .
@prefix st: <https://kg.example/statement/> . @prefix ev: <https://kg.example/evidence/> .
@prefix art: <https://kg.example/article/> . @prefix rel: <https://kg.example/relation/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

ent:Li kg:met ent:Shoigu .
st:1 a kg:Statement, rdf:Statement ;
    rdf:subject ent:Li ; rdf:predicate kg:met ; rdf:object ent:Shoigu ;
    kg:polarity kg:Affirmed ; kg:modality kg:Asserted ; prov:wasAttributedTo ent:Shoigu ;
    kg:count 2 ; kg:countComparator "=" ;
    kg:timeText "im April" ; kg:timeValue "2023-04" ;
    kg:timeStart "2023-04-01"^^xsd:date ; kg:timeEnd "2023-04-30"^^xsd:date ;
    kg:place ent:Moscow ; kg:surfaceForm "traf"@de ; kg:confidence 0.93 ;
    prov:wasDerivedFrom art:a ; kg:evidence ev:1 .
st:2 a kg:Statement, rdf:Statement ;
    rdf:subject ent:Li ; rdf:predicate rel:loben ; rdf:object "die Lage"@de ; kg:objectLabel "the situation"@en ;
    kg:polarity kg:Negated ; kg:modality kg:Reported ; kg:surfaceForm "lobt"@de ; kg:confidence 1.0 ;
    prov:wasDerivedFrom art:a ; kg:evidence ev:2 .
ev:1 a oa:Annotation ; oa:hasBody st:1 ; oa:hasTarget ev:1-target ; kg:surfaceForm "traf"@de ;
    kg:highlight ev:position .
ev:2 a oa:Annotation ; oa:hasBody st:2 ; oa:hasTarget ev:1-target ; kg:surfaceForm "lobt"@de .
ev:1-target a oa:SpecificResource ; oa:hasSource art:a ; oa:hasSelector ev:position, ev:quote .
ev:position a oa:TextPositionSelector ; oa:start 812 ; oa:end 961 .
ev:quote a oa:TextQuoteSelector ; oa:exact "Li traf Schoigu." .
ev:mention a oa:Annotation ; oa:hasBody ent:Li ; oa:hasTarget ev:1-target ; kg:mergeReason "surname" .
ent:Li a schema:Person ; rdfs:label "Li"@en, "Li"@de ; schema:name "Li" ; skos:altLabel "Herr Ly"@de ;
    kg:mention ev:mention .
ent:Shoigu a schema:Person ; rdfs:label "Shoigu"@en ; schema:name "Shoigu" .
ent:Moscow a schema:City ; rdfs:label "Moscow"@en ; schema:name "Moscow" .
kg:met a kg:Relation ; rdfs:label "met"@en .
rel:loben a kg:OpenRelation ; rdfs:label "loben"@de .
art:a a schema:NewsArticle ; schema:identifier "a" ; schema:inLanguage "de" ; schema:headline "Treffen"@de ;
    schema:datePublished "2023-08-15"^^xsd:date ; schema:url "https://example.org/a"^^xsd:anyURI ; kg:source "Zeitung" ;
    kg:digest "0000000000000000000000000000000000000000000000000000000000000000" .
"""


def conforms(turtle: str) -> bool:
    found, _, _ = pyshacl.validate(rdflib.Graph().parse(data=turtle, format="turtle"), shacl_graph=SHAPES)
    return bool(found)


def test_the_data_of_the_design_conforms() -> None:
    assert conforms(DATA)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("rdf:subject ent:Li ; rdf:predicate kg:met", "rdf:predicate kg:met"),
        ("rdf:predicate kg:met", "rdf:predicate kg:met, rel:loben"),
        ("rdf:object ent:Shoigu", "rdf:object ent:Nobody"),
        ("rdf:object ent:Shoigu", "rdf:object []"),
        ("kg:polarity kg:Affirmed ;", ""),
        ("kg:polarity kg:Affirmed", "kg:polarity kg:Affirmed, kg:Negated"),
        ("kg:modality kg:Asserted", "kg:modality kg:Certain"),
        ("prov:wasAttributedTo ent:Shoigu", "prov:wasAttributedTo ent:Shoigu, ent:Li"),
        ("kg:count 2 ;", ""),
        ('kg:countComparator "=" ;', ""),
        ('kg:countComparator "="', 'kg:countComparator "!"'),
        ("kg:count 2", 'kg:count "two"'),
        ('kg:timeText "im April" ;', ""),
        ('kg:timeStart "2023-04-01"', 'kg:timeStart "2023-05-01"'),
        ('"2023-04-30"^^xsd:date', '"2023-04-30"'),
        ("kg:confidence 0.93", "kg:confidence 1.5"),
        ("kg:confidence 0.93", "kg:confidence 0.0"),
        ("kg:confidence 0.93 ;", ""),
        ("; kg:evidence ev:1 .", "."),
        ("kg:evidence ev:1 .", "kg:evidence ev:2 ."),
        ("kg:place ent:Moscow", "kg:place ent:Atlantis"),
        ("kg:place ent:Moscow", "kg:location ent:Moscow"),
        ("st:1 a kg:Statement, rdf:Statement", "st:1 a kg:Statement"),
        ("prov:wasDerivedFrom art:a ; kg:evidence ev:1", "kg:evidence ev:1"),
        ("oa:hasBody st:1 ;", ""),
        ("oa:hasBody st:1", "oa:hasBody st:2"),
        ("oa:hasBody ent:Li", "oa:hasBody ent:Shoigu"),
        ("oa:hasSource art:a ;", ""),
        ("oa:hasSelector ev:position, ev:quote", "oa:hasSelector ev:position"),
        ("oa:start 812", "oa:start 962"),
        ("oa:start 812", "oa:start -1"),
        ('oa:exact "Li traf Schoigu."', "rdfs:seeAlso art:a"),
        ("ent:Moscow a schema:City ;", "ent:Moscow"),
        ("ent:Moscow a schema:City", "ent:Moscow a schema:Planet"),
        ('rdfs:label "Moscow"@en', 'rdfs:label "Moscow"@en, "Moskva"@en'),
        ('rdfs:label "Moscow"@en ;', ""),
        ("kg:met a kg:Relation ;", "kg:met"),
        ('schema:identifier "a" ;', ""),
        ('schema:inLanguage "de"', 'schema:inLanguage "Deutsch"'),
        ('kg:digest "0000', 'kg:digest "'),
        ('schema:datePublished "2023-08-15"^^xsd:date', 'schema:datePublished "gestern"'),
        ("ev:quote a oa:TextQuoteSelector", "[] a oa:TextQuoteSelector"),
    ],
)
def test_one_thing_wrong_is_found(right: str, wrong: str) -> None:
    assert DATA.count(right) >= 1
    assert not conforms(DATA.replace(right, wrong, 1))


def test_entities_may_have_the_types_of_the_ontology() -> None:
    [allowed] = SHAPES.query(
        "SELECT ?list { shape:Entity sh:property [ sh:path rdf:type ; sh:in ?list ] }",
        initNs={"shape": "https://kg.example/shapes#", "sh": SHACL, "rdf": rdflib.RDF},
    )
    assert isinstance(allowed, rdflib.query.ResultRow)
    assert {str(kind) for kind in SHAPES.items(allowed[0])} == {kind.iri for kind in load_ontology().types}


def test_the_shapes_name_only_terms_of_the_ontology() -> None:
    known = set(rdflib.Graph().parse(data=data("kg.ttl").read_bytes(), format="turtle").subjects())
    used = {term for triple in SHAPES for term in triple if str(term).startswith(NAMESPACE)}
    assert used <= known
