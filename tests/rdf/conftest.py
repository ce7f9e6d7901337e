"""A store with the small graph, made once."""

from __future__ import annotations

import pytest

from kg.rdf.store import GraphStore
from tests.rdf.graphs import SMALL


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    made = GraphStore(tmp_path_factory.mktemp("graph"))
    made.write(SMALL)
    return made
