from collections.abc import Callable

import pytest

from kg.errors import OntologyError
from kg.ontology.ontology import load_ontology, parse

ONTOLOGY = load_ontology()
PREFIXES = """
@prefix kg: <https://kg.example/ontology#> . @prefix schema: <https://schema.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
schema:Person a owl:Class ; rdfs:label "person"@en ; kg:typeId "Person" .
"""


@pytest.mark.parametrize(
    ("relation", "subject", "target", "accepted"),
    [
        ("kg:met", "Person", "Person", True),
        ("kg:met", "Person", "Country", True),
        ("kg:met", "Person", "City", False),
        ("kg:met", "Person", "Place", False),
        ("kg:met", "Person", "Thing", False),
        ("kg:met", "Person", None, False),
        ("kg:visited", "Person", "City", True),
        ("kg:visited", "City", "Person", False),
        ("kg:spokeAt", "Person", "Thing", True),
        ("kg:spokeAt", "Person", "Place", False),
        ("kg:discussed", "Person", None, True),
        ("kg:acquired", "Organization", "Company", True),
        ("kg:governs", "Person", "Place", True),
        ("kg:playsFor", "Person", "Organization", True),
        ("kg:holdsOffice", "Person", "Office", True),
        ("kg:holdsOffice", "Person", "Thing", False),
        ("kg:locatedIn", "City", "Country", True),
        ("kg:locatedIn", "Person", "Country", False),
    ],
)
def test_accepts_only_types_that_fit(relation: str, subject: str, target: str | None, accepted: bool) -> None:
    assert ONTOLOGY.accepts(relation, subject, target) is accepted


@pytest.mark.parametrize(
    ("kind", "expected", "fits"),
    [
        ("Company", "Organization", True),
        ("Organization", "Company", True),
        ("Place", "City", True),
        ("Place", "Country", False),
        ("Thing", "Event", True),
        ("Thing", "Vehicle", True),
        ("Thing", "Company", False),
        ("Thing", "Country", False),
        ("Person", "Organization", False),
        ("Event", "Work", False),
    ],
)
def test_a_vaguer_type_fits_unless_the_narrower_would_have_been_recognized(
    kind: str, expected: str, fits: bool
) -> None:
    assert ONTOLOGY.fits(kind, expected) is fits


def test_is_a_follows_parents() -> None:
    assert ONTOLOGY.is_a("Country", "Place")
    assert ONTOLOGY.is_a("Country", "Thing")
    assert not ONTOLOGY.is_a("Place", "Country")


def test_every_relation_has_labels_in_both_languages() -> None:
    labels = {relation.relation.id: relation.relation.labels.as_dict() for relation in ONTOLOGY.relations}
    assert [key for key, found in labels.items() if found.keys() != {"de", "en"}] == []
    assert [text for found in labels.values() for text in found.values() if text != text.strip() or not text] == []


def test_every_relation_has_domain_range_and_qualifiers() -> None:
    allowed = ({"time", "place"}, {"time", "place", "count"})
    assert [
        r for r in ONTOLOGY.relations if not (r.domain and (r.range or r.literal) and set(r.qualifiers) in allowed)
    ] == []


def test_symmetry_goes_with_equal_domain_and_range() -> None:
    symmetric = [relation for relation in ONTOLOGY.relations if relation.symmetric]
    assert len(symmetric) > 10
    assert [r.relation.id for r in symmetric if set(r.domain) != set(r.range)] == []


def test_inverses_are_mutual_and_mirror_the_types() -> None:
    pairs = [(relation, ONTOLOGY.relation(relation.inverse)) for relation in ONTOLOGY.relations if relation.inverse]
    assert len(pairs) > 5
    for relation, back in pairs:
        assert back.inverse == relation.relation.id
        assert (set(back.domain), set(back.range)) == (set(relation.range), set(relation.domain)), relation.relation.id


def test_codes_come_together() -> None:
    assert [r.relation.id for r in ONTOLOGY.relations if bool(r.cameo) != bool(r.plover)] == []


def test_relation_labels_are_told_apart() -> None:
    for language in ("de", "en"):
        labels = [relation.relation.labels.get(language) for relation in ONTOLOGY.relations]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ONTOLOGY.relation("kg:unheardOf"), "no relation"),
        (lambda: ONTOLOGY.entity_type("Unheard"), "no entity type"),
        (lambda: ONTOLOGY.is_a("Person", "Unheard"), "no entity type"),
        (lambda: parse(b"kg:met a ."), "not Turtle"),
        (lambda: parse(f"{PREFIXES} kg:x a kg:EventRelation .".encode()), "no label"),
        (
            lambda: parse(
                f'{PREFIXES} kg:x a kg:EventRelation ; rdfs:label "x" ; schema:domainIncludes kg:y .'.encode()
            ),
            "no entity type",
        ),
        (
            lambda: parse(f'{PREFIXES} kg:x a kg:EventRelation ; rdfs:label "x" ; owl:inverseOf kg:y .'.encode()),
            "inverse that is not there",
        ),
    ],
)
def test_wrong_ids_and_files_say_what_is_wrong(call: Callable[[], object], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        call()
