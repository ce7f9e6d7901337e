import pytest

from kg.errors import OntologyError
from kg.ontology.files import data


def test_finds_the_ontology() -> None:
    assert b"kg:met" in data("kg.ttl").read_bytes()


def test_says_which_file_is_missing() -> None:
    with pytest.raises(OntologyError, match="no-such"):
        data("no-such.ttl")
