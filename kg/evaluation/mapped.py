"""How much of what German news say between named things the ontology has words for (Wikinews articles).

The measure "share of statements between two named entities that map to an ontology relation": the articles of the file
are read and resolved together, as `kg build` does it; of the statements whose subject and object are both entities
other than offices, the share of those whose relation is one of the ontology, not an open one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.analysis import stats
from kg.builds.stages import default_stages
from kg.evaluation import wikinews
from kg.evaluation.score import Score
from kg.ingest import blocks
from kg.model import Article, Document
from kg.ontology import load_gazetteer, load_ontology
from kg.resolve import resolve

FOLDER = f"{wikinews.FOLDER}/wikinews_dev.jsonl.gz"
SOURCE = wikinews.SOURCE
_MUST, _AIM = 55.0, 75.0


def run(path: Path) -> Iterator[Score]:
    """The share of mapped statements, over the articles of the file at `path`."""
    graph = resolve(_documents(path), gazetteer=load_gazetteer(), ontology=load_ontology())
    sizes = stats(graph)
    yield Score(
        "statements between two named entities that map to the ontology",
        sizes.share,
        must=_MUST,
        aim=_AIM,
        detail=f"{sizes.mapped} of {sizes.between}; {sizes.statements} statements in {sizes.articles} articles",
    )


def _documents(path: Path) -> Iterator[Document]:
    stages = default_stages()
    for record in wikinews.read(path):
        published = date.fromisoformat(record.published) if record.published else None
        article = Article(record.id, record.text, published=published, blocks=blocks(record.text, language="de"))
        document = Document(article)
        for stage in stages:
            document = stage(document)
        yield document.without_syntax()
