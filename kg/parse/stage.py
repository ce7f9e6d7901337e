"""The first stage: an article's blocks parsed into sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from spacy.language import Language

from kg.model import Article, Block, BlockKind, Document, Sentence, Span
from kg.parse.annotator import Annotator
from kg.parse.apart import set_apart
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
        return next(self.pipe([document]))

    def load(self, language: str) -> None:
        """Loads what the shipped pipeline of a language needs, so that forks share it. ModelNotFound."""
        if self.model is None:
            annotator = pipeline(language, None, self.threads).pipeline[-1][1]
            if isinstance(annotator, Annotator):
                annotator.load()

    def pipe(self, documents: Sequence[Document]) -> Iterator[Document]:
        """The documents in order; all of one language are parsed together."""
        languages = dict.fromkeys(document.article.language for document in documents)
        parsed = {
            language: self._parsed([d.article for d in documents if d.article.language == language], language)
            for language in languages
        }
        for document in documents:
            yield replace(document, sentences=next(parsed[document.article.language]))

    def _parsed(self, articles: Sequence[Article], language: str) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each article."""
        nlp = pipeline(language, self.model, self.threads)
        read = [_blocks(article) for article in articles]
        texts = (
            block.span.of(article.text).replace("\n", " ")
            for article, blocks in zip(articles, read, strict=True)
            for block in blocks
        )
        docs = nlp.pipe(mark_as_one(nlp.make_doc(text)) for text in texts) if self.whole else nlp.pipe(texts)
        for blocks in read:
            found = (sentences(next(docs), start=block.span.start, block=block.kind) for block in blocks)
            yield tuple(set_apart(sentence, language=language) for sentence in chain.from_iterable(found))


def _blocks(article: Article) -> Sequence[Block]:
    """The blocks that are read."""
    whole = (Block(Span(0, len(article.text)), BlockKind.BODY),)
    return [block for block in article.blocks or whole if block.kind is not BlockKind.BOILERPLATE]


@lru_cache(maxsize=4)
def pipeline(language: str, model: str | None, threads: int) -> Language:
    """The pipeline, loaded once."""
    return load_pipeline(language, threads=threads, name=model)
