"""The component that has the model read each sentence and writes what it says into the Doc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc, Span, Token

from kg.model.predicates import Predicate
from kg.parse.boundaries import mark_sentences
from kg.parse.reader import Reader, Reading
from kg.parse.syntax import PREDICATES

ATTRIBUTES = [HEAD, DEP, POS, LEMMA, MORPH]
SPACE = "SPACE"
SPACE_DEPREL = "dep"
ROOT = "root"
SHIPPED = "xx_news"
MOST_TOGETHER = 4_000  # words
WRAP = 2**64  # heads are signed distances, written as unsigned


def shipped_model() -> Path:
    """The folder of the model that comes with kg."""
    return Path(str(files("kg.models") / SHIPPED))


@Language.factory(
    "kg_annotator",
    assigns=["token.head", "token.dep", "token.pos", "token.lemma", "token.morph", "doc.ents"],
    default_config={"bank": "GSD", "threads": 0},
)
def make_annotator(nlp: Language, name: str, bank: str, threads: int) -> Annotator:
    """The component, by spaCy's factory protocol."""
    return Annotator(shipped_model(), bank=bank, threads=threads, language=nlp.lang or "")


class Annotator:
    """Needs sentence boundaries; sets heads, UD labels, UPOS, features, lemmas and entities, and what the sentences
    say: `Doc.user_data` has it under `PREDICATES`.

    White space hangs on the word before it (at a sentence's beginning on the one after), labelled ``dep``.
    """

    def __init__(self, folder: Path, *, bank: str, threads: int, language: str) -> None:
        self._folder, self._bank, self._threads, self._language = folder, bank, threads, language

    @cached_property
    def reader(self) -> Reader:
        """Loaded on first use, so that the pipeline can be sent to worker processes."""
        return Reader(self._folder, bank=self._bank, threads=self._threads, language=self._language)

    def load(self) -> None:
        """Loads what it needs but the network, so that forks share it."""
        _ = self.reader

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key != "reader"}

    def __call__(self, doc: Doc) -> Doc:
        return self._annotated([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Docs in order, read together: at most `batch_size`, and fewer where they are long."""
        together: list[Doc] = []
        for doc in stream:
            together.append(doc)
            if len(together) >= batch_size or sum(map(len, together)) > MOST_TOGETHER:
                yield from self._annotated(together)
                together = []
        yield from self._annotated(together)

    def _annotated(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        bodies = [list(self._bodies(doc)) for doc in docs]
        words = [[token.text for token in body] for body in chain.from_iterable(bodies)]
        readings = self._readings(words)
        for doc, own in zip(docs, bodies, strict=True):
            _write(doc, own, readings)
        return docs

    def _bodies(self, doc: Doc) -> Iterator[list[Token]]:
        """The words of each sentence that has any; one of more pieces than the model reads is cut."""
        if not len(doc):
            return
        if not doc.has_annotation("SENT_START"):  # words given, the tokenizer and the boundaries passed over
            mark_sentences(doc, [0])
        for sentence in doc.sents:
            body = [token for token in sentence if not token.is_space]
            starts = self.reader.parts([token.text for token in body]) if body else []
            yield from (body[start:end] for start, end in pairwise([*starts, len(body)]))

    def _readings(self, sentences: Sequence[Sequence[str]]) -> Iterator[Reading]:
        """One for each sentence; only so many at a time, so that a long text takes no more memory than its Doc."""
        start, words = 0, 0
        for end, sentence in enumerate(sentences, 1):
            words += len(sentence)
            if words > MOST_TOGETHER or end == len(sentences):
                yield from self.reader.read_all(sentences[start:end])
                start, words = end, 0


def _write(doc: Doc, bodies: Sequence[Sequence[Token]], readings: Iterator[Reading]) -> None:
    """Write the next of the `readings` into the sentences of a Doc."""
    if not len(doc):
        return
    rows = _Rows(doc)
    names: list[Span] = []
    predicates: list[Predicate] = []
    for body in bodies:
        reading = next(readings)
        rows.write(body, reading)
        names.extend(_spans(doc, body, reading.names))
        places = [token.i for token in body]
        predicates.extend(predicate.moved(places) for predicate in reading.predicates)
    rows.write_spaces(doc, [list(sentence) for sentence in doc.sents])
    doc.from_array(ATTRIBUTES, rows.table)  # type: ignore[arg-type]  # spaCy's stub asks for its own protocol
    doc.set_ents(names)
    if predicates:
        doc.user_data[PREDICATES] = predicates


class _Rows:
    """The table of attributes, one row a token, as `Doc.from_array` takes it."""

    def __init__(self, doc: Doc) -> None:
        self.table = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        self._strings = doc.vocab.strings
        self._morphology = doc.vocab.morphology

    def write(self, body: Sequence[Token], reading: Reading) -> None:
        add, places = self._strings.add, [token.i for token in body]
        morphs = [self._morphology.add(feats) for feats in reading.feats]
        self.table[places] = np.array(
            [
                [(places[head - 1] - i if head else 0) % WRAP for i, head in zip(places, reading.heads, strict=True)],
                [add(deprel) for deprel in reading.deprels],
                [POS_IDS[upos] for upos in reading.upos],
                [add(lemma) for lemma in reading.lemmas],
                morphs,
            ],
            dtype=np.uint64,
        ).T

    def write_spaces(self, doc: Doc, sentences: Sequence[Sequence[Token]]) -> None:
        for sentence in sentences:
            worded = [token.i for token in sentence if not token.is_space]
            if len(worded) == len(sentence):
                continue
            for token in sentence:
                if token.is_space:
                    head = max((i for i in worded if i < token.i), default=worded[0] if worded else sentence[0].i)
                    deprel = ROOT if head == token.i else SPACE_DEPREL
                    self._set(token, head - token.i, deprel)

    def _set(self, token: Token, offset: int, deprel: str) -> None:
        add = self._strings.add
        row = (offset % WRAP, add(deprel), POS_IDS[SPACE], add(token.text), self._morphology.add(""))
        self.table[token.i] = np.array(row, dtype=np.uint64)


def _spans(doc: Doc, body: Sequence[Token], labels: Sequence[str]) -> list[Span]:
    """Names as spans of the Doc, from BIO labels of the words."""
    found: list[Span] = []
    start = None
    for k, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            found.append(Span(doc, body[start].i, body[k - 1].i + 1, label=labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = k
    return found
