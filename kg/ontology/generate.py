"""Writes ``terms.py`` and ``relation_terms.py`` from ``ontologies/kg.ttl``: ``python -m kg.ontology.generate``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kg.ontology.files import data
from kg.ontology.ontology import KG, OWL, RDF_TYPE, parse, read

HEAD = f'''"""The terms of ``kg.ttl`` for code; made by ``kg.ontology.generate``, never edited."""

NAMESPACE = "{KG}"
'''
RELATIONS_HEAD = '''"""The relations of ``kg.ttl`` for code; made by ``kg.ontology.generate``, never edited."""
'''


def terms(turtle: bytes) -> str:
    """The source of ``terms.py`` for an ontology: types by id, all its other terms but relations by full IRI."""
    ontology = parse(turtle)
    relations = [relation.relation.id for relation in ontology.relations]
    kinds = {iri: {term.value for term in node[RDF_TYPE]} for iri, node in read(turtle).items() if iri.startswith(KG)}
    classes = {iri for iri, kind in kinds.items() if OWL + "Class" in kind}
    individuals = {iri for iri, kind in kinds.items() if OWL + "NamedIndividual" in kind}
    known = {KG + relation.removeprefix("kg:") for relation in relations}
    properties = kinds.keys() - classes - individuals - known
    sections = (
        ("Types", "Ids of entity types.", [entity_type.id for entity_type in ontology.types]),
        ("Classes", "Full IRIs of the classes of kg.", classes),
        ("Individuals", "Full IRIs of the polarities and modalities.", individuals),
        ("Vocabulary", "Full IRIs of the properties of statements, evidence, entities and articles.", properties),
    )
    return HEAD + "".join(_section(name, comment, values) for name, comment, values in sections)


def relation_terms(turtle: bytes) -> str:
    """The source of ``relation_terms.py`` for an ontology: its relations by id."""
    relations = [relation.relation.id for relation in parse(turtle).relations]
    return RELATIONS_HEAD + _section("Relations", "Ids of relations.", relations)


def _section(name: str, comment: str, values: Iterable[str]) -> str:
    lines = (f'    {_constant(value)} = "{value}"\n' for value in sorted(values))
    return f'\n\nclass {name}:\n    """{comment}"""\n\n{"".join(lines)}'


def _constant(value: str) -> str:
    """The name of the constant: ``kg:spokeAt`` -> ``SPOKE_AT``."""
    local = value.removeprefix(KG).removeprefix("kg:")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", local).upper()


if __name__ == "__main__":
    source = data("kg.ttl").read_bytes()
    for made in (terms, relation_terms):
        Path(__file__).with_name(f"{made.__name__}.py").write_text(made(source), encoding="utf-8")
