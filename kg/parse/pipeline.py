"""The pipelines: the shipped one of each language, or any other that is installed for spaCy."""

from __future__ import annotations

import spacy
from spacy.language import Language

from kg.errors import ModelNotFound
from kg.parse import annotator, boundaries  # noqa: F401  (their factories must be known to spaCy)
from kg.parse.tokenizer import NewsTokenizer
from kg.parse.words import sentence_words

# Whose conventions the model follows for a language: the treebank it learnt the language's words and features from.
BANKS = {"de": "GSD", "en": "EWT"}
LONGEST_TEXT = 100_000_000


def load_pipeline(language: str = "de", *, threads: int = 0, name: str | None = None) -> Language:
    """The pipeline that reads `language`, or the installed spaCy pipeline called `name`.

    `threads` says on how many threads the shipped model reads sentences, 0 on as many as there are cores.
    The shipped pipeline sets heads, Universal Dependencies labels, UPOS, features, lemmas and PER, ORG, LOC, MISC.
    Raises ModelNotFound for a language without a shipped pipeline, or a name that is not installed.
    """
    if name is not None:
        return _installed(name)
    if language not in BANKS:
        raise ModelNotFound(
            f"no pipeline is shipped for language {language!r} (there are: {', '.join(BANKS)}); "
            "install a spaCy pipeline for it and give its name"
        )
    nlp = spacy.blank(language)
    nlp.max_length = LONGEST_TEXT
    nlp.tokenizer = NewsTokenizer(nlp.tokenizer, sentence_words(language))
    nlp.add_pipe("kg_boundaries", config={"language": language})
    nlp.add_pipe("kg_annotator", config={"bank": BANKS[language], "threads": threads})
    return nlp


def _installed(name: str) -> Language:
    if not spacy.util.is_package(name):
        raise ModelNotFound(f"no spaCy pipeline {name!r} is installed; try: python -m spacy download {name}")
    return spacy.load(name)
