"""How good the shipped pipeline is: run on held-out sentences, with words given and from running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.parse.pipeline import load_pipeline
from kg.training.corpus import Example
from kg.training.evaluate import score_names, score_parses
from kg.training.sources import held_out_names, held_out_parses

FEATS = ("Case", "Gender", "Number", "Person", "Mood", "Tense", "VerbForm", "Degree", "PronType", "Definite")


def score_model(data: Path, *, threads: int = 1) -> Iterator[str]:
    """Lines of scores of the shipped pipelines on the held-out sentences below `data`."""
    pipelines = {"GSD": load_pipeline("de", threads=threads), "EWT": load_pipeline("en", threads=threads)}
    for name, examples in held_out_parses(data).items():
        nlp = pipelines[examples[0].bank]
        own = [example.unmerged or example for example in examples]
        yield f"{name}, words of running text: {_parses(nlp, examples)}"
        yield f"{name}, words of the treebank: {_parses(nlp, own)}"
    for name, examples in held_out_names(data).items():
        types = () if examples[0].has_misc else ("PER", "ORG", "LOC")
        found = annotate_all(pipelines[examples[0].bank], (example.words for example in examples))
        pairs = ((ours.names, gold.names) for ours, gold in zip(found, examples, strict=True))
        score = score_names(pairs, types=types)
        yield f"{name}: P {score.precision:.2f} R {score.recall:.2f} F1 {score.f1:.2f}"


def _parses(nlp: Language, examples: Sequence[Example]) -> str:
    found = annotate_all(nlp, (example.words for example in examples))
    return str(score_parses(zip(found, examples, strict=True), feats=FEATS))


def annotate_all(nlp: Language, sentences: Iterable[Sequence[str]]) -> Iterator[Example]:
    """What the pipeline says of sentences of given words."""
    docs = (Doc(nlp.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1)) for words in sentences)
    for doc in nlp.pipe(docs):
        yield Example(
            words=[token.text for token in doc],
            bank="",
            heads=[0 if token.head.i == token.i else token.head.i + 1 for token in doc],
            deprels=[token.dep_ for token in doc],
            upos=[token.pos_ for token in doc],
            feats=[token.morph.to_dict() for token in doc],
            lemmas=[token.lemma_ for token in doc],
            names=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
        )
