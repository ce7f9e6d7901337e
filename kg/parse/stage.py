"""The first stage: an article's blocks parsed into sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from spacy.language import Language

from kg.model import Article, Block, BlockKind, Document, Sentence, Span
from kg.parse.boundaries import mark_as_one
from kg.parse.pipeline import load_pipeline
from kg.parse.syntax import sentences


class Parse:
    """Stage: adds the sentences of all blocks but boilerplate.

    A block is read by itself, so no sentence runs from a title into the text; line breaks inside one are blanks.
    `model` names an installed spaCy pipeline to use in place of the shipped one, `threads` the threads of the latter;
    with `whole` every block is one sentence. Raises ModelNotFound when the pipeline is not there.
    """

    name = "parse"
    requires = ("article",)
    provides = ("sentences",)

    def __init__(self, *, model: str | None = None, threads: int = 0, whole: bool = False) -> None:
        self.whole = whole
        self.model = model
        self.threads = threads

    def __call__(self, document: Document) -> Document:
        return replace(document, sentences=tuple(self._sentences(document.article)))

    def _sentences(self, article: Article) -> Iterator[Sentence]:
        whole = (Block(Span(0, len(article.text)), BlockKind.BODY),)
        blocks = [b for b in article.blocks or whole if b.kind is not BlockKind.BOILERPLATE]
        texts = (block.span.of(article.text).replace("\n", " ") for block in blocks)
        nlp = pipeline(article.language, self.model, self.threads)
        docs = (mark_as_one(nlp.make_doc(text)) for text in texts) if self.whole else texts
        for block, doc in zip(blocks, nlp.pipe(docs), strict=True):
            yield from sentences(doc, start=block.span.start, block=block.kind)


@lru_cache(maxsize=4)
def pipeline(language: str, model: str | None, threads: int) -> Language:
    """The pipeline, loaded once."""
    return load_pipeline(language, threads=threads, name=model)
