"""Examples as numbers: pieces, targets, padded batches, and the small changes that make newspaper text of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kg.parse.lemmas import rule_between
from kg.parse.pieces import Pieces, WordPieces
from kg.training.corpus import Example
from kg.training.inventory import Labels
from kg.training.label import Labelled
from kg.training.sources import BANKS, FEATURE_BANKS, LABEL_BANKS, LEMMA_BANKS, SCHEMES, Source
from kg.training.statement_heads import Targets, targets

FEATURES = (
    "Case", "Gender", "Number", "Person", "Mood", "Tense", "VerbForm", "Degree", "PronType", "Poss", "Reflex",
    "Polarity", "Definite", "NumType", "Voice", "Foreign", "Abbr",
)  # fmt: skip
IGNORED = -100
MAYBE_MISC = -1
NAMES = ("O", *(f"{mark}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for mark in "BI"))
# The tags that an older release of GSD gives as today's does; the others changed meanwhile.
STABLE_TAGS = frozenset({"NOUN", "ADJ", "ADP", "NUM", "CCONJ", "SCONJ"})
# Of these the ones that need no second look: prepositions were conjunctions before comparisons.
SURE_TAGS = STABLE_TAGS - {"ADP"}
QUOTES = ("„“", "“”", "»«", "«»", "„”")
MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example as numbers; every list has one entry a word.

    `teacher_arcs` (words, words + 1) are a teacher's log-probabilities of heads.
    """

    pieces: Pieces
    bank: int
    heads: list[int]
    deprels: list[int]
    upos: list[int]
    feats: list[list[int]]
    lemmas: list[int]
    names: list[int]
    scheme: int = 0
    statements: Targets | None = None
    teacher_arcs: NDArray[np.float16] | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of several examples. Targets are IGNORED where unknown; `names` MAYBE_MISC for an unsure O.

    `taught` (batch) says of which examples a teacher gives the heads; `teacher_arcs` (batch, words, words + 1) are its
    probabilities, 0 elsewhere.
    """

    ids: Tensor
    first: Tensor
    last: Tensor
    bank: Tensor
    mask: Tensor
    words: Tensor
    heads: Tensor
    deprels: Tensor
    upos: Tensor
    feats: Tensor
    lemmas: Tensor
    names: Tensor
    scheme: Tensor
    statements: list[Targets | None]
    taught: Tensor
    teacher_arcs: Tensor


def count_labels(sources: Sequence[Source]) -> Labels:
    """The choices of the model, from what occurs often enough in the sources."""
    deprels: Counter[str] = Counter()
    upos: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    feats: dict[str, Counter[str]] = {name: Counter() for name in FEATURES}
    for example in (example for source in sources for example in source.gold):
        upos.update(example.upos)
        if example.bank in LABEL_BANKS:
            deprels.update(example.deprels)
        if example.bank in LEMMA_BANKS:
            pairs = zip(example.words, example.lemmas, strict=False)
            rules.update(rule_between(word, lemma) for word, lemma in pairs if _is_lemma(lemma))
        if example.bank in LEMMA_BANKS and example.heads:
            for name in FEATURES:
                feats[name].update(token[name] for token in example.feats if name in token)
    kept = {name: ("", *sorted(v for v, n in counts.items() if n >= 10)) for name, counts in feats.items()}
    return Labels(
        deprels=tuple(sorted(label for label, n in deprels.items() if n >= 5)),
        upos=tuple(sorted(upos)),
        feats={name: values for name, values in kept.items() if len(values) > 1},
        lemma_rules=tuple(sorted(rule for rule, n in rules.items() if n >= 2)),
        names=NAMES,
        banks=BANKS,
    )


def _is_lemma(lemma: str) -> bool:
    """False for "unknown" and for the undecided lemmas (er|es|sie) of automatic annotation."""
    return lemma not in ("", "_", "d") and "|" not in lemma


class Encoder:
    """Examples to numbers."""

    def __init__(self, labels: Labels, pieces: WordPieces) -> None:
        self._pieces = pieces
        self._deprels = {label: i for i, label in enumerate(labels.deprels)}
        self._upos = {label: i for i, label in enumerate(labels.upos)}
        self._rules = {rule: i for i, rule in enumerate(labels.lemma_rules)}
        self._names = {name: i for i, name in enumerate(labels.names)}
        self._feats: dict[str, dict[str | None, int]] = {
            name: {v: i for i, v in enumerate(values)} for name, values in labels.feats.items()
        }
        self._no_feats = [IGNORED] * len(self._feats)

    def encode(self, example: Example) -> Encoded | None:
        """None for an example of more pieces than the encoder should see."""
        pieces = self._pieces.cut(example.words)
        if len(pieces.ids) > MOST_PIECES:
            return None
        unknown = [IGNORED] * len(example.words)
        feats = example.feats if example.bank in FEATURE_BANKS else []
        return Encoded(
            pieces=pieces,
            bank=BANKS.index(example.bank),
            heads=example.heads or unknown,
            deprels=[self._deprel(label) for label in example.deprels] or unknown,
            upos=[self._tag(tag, bool(example.heads)) for tag in example.upos] or unknown,
            feats=[self._token_feats(token, bool(example.heads)) for token in feats] or [self._no_feats] * len(unknown),
            lemmas=self._lemma_rules(example) or unknown,
            names=[self._name(name, example.has_misc) for name in example.names] or unknown,
            scheme=SCHEMES.index(example.scheme),
            statements=None if example.statements is None else targets(len(example.words), example.statements),
        )

    def encode_labelled(self, labelled: Labelled) -> Encoded | None:
        """The same for what a teacher labelled; its numbers must be those of the same labels."""
        pieces = self._pieces.cut(labelled.words)
        if len(pieces.ids) > MOST_PIECES:
            return None
        unknown = [IGNORED] * len(labelled.words)
        return Encoded(
            pieces=pieces,
            bank=BANKS.index(labelled.bank),
            heads=labelled.heads,
            deprels=labelled.deprels,
            upos=labelled.upos,
            feats=labelled.feats,
            lemmas=labelled.lemmas,
            names=[self._name(name, has_misc=True) for name in labelled.names] or unknown,
            scheme=SCHEMES.index(labelled.scheme),
            statements=None if labelled.statements is None else targets(len(unknown), labelled.statements),
            teacher_arcs=labelled.arcs,
        )

    def with_gold_tags(self, labelled: Labelled, tags: Sequence[str]) -> Labelled:
        """The sentence with the tags that an older release gives, where they are today's."""
        kept = [self._upos[t] if t in SURE_TAGS else own for t, own in zip(tags, labelled.upos, strict=True)]
        return replace(labelled, upos=kept)

    def _deprel(self, label: str) -> int:
        return self._deprels.get(label, self._deprels.get(label.partition(":")[0], IGNORED))

    def _tag(self, tag: str, is_gold: bool) -> int:
        return self._upos.get(tag, IGNORED) if is_gold or tag in STABLE_TAGS else IGNORED

    def _token_feats(self, token: dict[str, str], is_gold: bool) -> list[int]:
        """A feature that is not given is absent in gold annotation and unknown otherwise."""
        absent = "" if is_gold else None
        return [values.get(token.get(name, absent), IGNORED) for name, values in self._feats.items()]

    def _lemma_rules(self, example: Example) -> list[int]:
        if example.bank not in LEMMA_BANKS:
            return []
        pairs = zip(example.words, example.lemmas, strict=False)
        return [self._rules.get(rule_between(w, lemma), IGNORED) if _is_lemma(lemma) else IGNORED for w, lemma in pairs]

    def _name(self, name: str, has_misc: bool) -> int:
        return MAYBE_MISC if name == "O" and not has_misc else self._names.get(name, IGNORED)


def collate(examples: Sequence[Encoded]) -> Batch:
    """One padded batch."""
    longest = max(len(e.pieces.ids) for e in examples)
    words = max(len(e.heads) for e in examples)

    def pad(rows: Sequence[list[int]], to: int, value: int) -> Tensor:
        return torch.tensor([row + [value] * (to - len(row)) for row in rows])

    def targets(name: str) -> Tensor:
        return pad([getattr(e, name) for e in examples], words, IGNORED)

    blank = [IGNORED] * len(examples[0].feats[0])
    taught = torch.tensor([e.teacher_arcs is not None for e in examples])
    arcs = torch.zeros(len(examples), words, words + 1)
    for i, example in enumerate(examples):
        if example.teacher_arcs is not None:
            count = len(example.heads)
            arcs[i, :count, : count + 1] = torch.from_numpy(example.teacher_arcs).float().exp()
    return Batch(
        taught=taught,
        teacher_arcs=arcs,
        ids=pad([e.pieces.ids for e in examples], longest, 1),
        first=pad([e.pieces.first for e in examples], words, 0),
        last=pad([e.pieces.last for e in examples], words, 0),
        bank=torch.tensor([e.bank for e in examples]),
        scheme=torch.tensor([e.scheme for e in examples]),
        statements=[e.statements for e in examples],
        mask=pad([[1] * len(e.pieces.ids) for e in examples], longest, 0),
        words=pad([[1] * len(e.heads) for e in examples], words, 0),
        feats=torch.tensor([e.feats + [blank] * (words - len(e.feats)) for e in examples]),
        **{name: targets(name) for name in ("heads", "deprels", "upos", "lemmas", "names")},
    )


def epoch(sources: Sequence[Source], encoder: Encoder, *, size: int, chance: random.Random) -> list[Batch]:
    """One epoch's batches of `size` examples of about the same length, in random order."""
    encoded = [e for example in _drawn(sources, chance) if (e := _encode(example, encoder, chance))]
    encoded.sort(key=lambda e: len(e.pieces.ids) + 8 * chance.random())
    batches = [collate(encoded[at : at + size]) for at in range(0, len(encoded), size)]
    chance.shuffle(batches)
    return batches


def _encode(example: Example | Labelled, encoder: Encoder, chance: random.Random) -> Encoded | None:
    if isinstance(example, Labelled):
        return encoder.encode_labelled(example)
    return encoder.encode(vary(example, chance))


def _drawn(sources: Sequence[Source], chance: random.Random) -> Iterator[Example | Labelled]:
    """Each source's share; where words were merged, sometimes (a second time round always) the unmerged ones."""
    for source in sources:
        drawn = 0
        while drawn < source.per_epoch:
            for example in chance.sample(source.examples, min(len(source.examples), source.per_epoch - drawn)):
                again = drawn >= len(source.examples)
                drawn += 1
                own = example.unmerged if isinstance(example, Example) else None
                yield own if own and (again or chance.random() < 0.2) else example


def vary(example: Example, chance: random.Random) -> Example:
    """The example with other quotation marks or dashes, or without its full stop, now and then."""
    words = list(example.words)
    if '"' in words and chance.random() < 0.5:
        marks = chance.choice(QUOTES)
        for k, i in enumerate([i for i, word in enumerate(words) if word == '"']):
            words[i] = marks[k % 2]
    if chance.random() < 0.3:
        words = ["–" if word == "-" else word for word in words]
    varied = replace(example, words=words)
    if (
        example.statements is None
        and len(words) > 4
        and words[-1] in (".", "!")
        and chance.random() < 0.08
        and _last_is_leaf(example)
    ):
        return _without_last(varied)
    return varied


def _last_is_leaf(example: Example) -> bool:
    return not example.heads or (len(example.words) not in example.heads and example.heads[-1] != 0)


def _without_last(example: Example) -> Example:
    lists = ("words", "heads", "deprels", "upos", "feats", "lemmas", "names")
    return replace(example, **{name: getattr(example, name)[:-1] for name in lists})
