"""The shipped pipelines, loaded once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.parse import load_pipeline


@pytest.fixture(scope="session")
def german() -> Language:
    return load_pipeline("de", threads=1)


@pytest.fixture(scope="session")
def english() -> Language:
    return load_pipeline("en", threads=1)
