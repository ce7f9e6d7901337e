"""What a student learns from a teacher: trees of sentences whose trees nobody has drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path

from kg.training.corpus import Example, read_conllu
from kg.training.examples import Encoder
from kg.training.label import ANNOTATED, GSD, GSD_TAGS, Labelled, read_shards
from kg.training.sources import Source

SILVER = 4_000  # sentences an epoch


def with_taught_trees(source: Source, folder: Path) -> Source:
    """The source, its sentences with the teacher's trees where it is sure of them; what people annotated stays.

    Nobody has drawn the trees of the annotated news: so they keep up the parse, on the text that it is for.
    """
    shards = (read_shards(folder, f"{ANNOTATED}-{bank}") for bank in ("EWT", "GSD"))
    taught = {(e.bank, *e.words): e for e in chain.from_iterable(shards)}

    def with_tree(example: Example | Labelled) -> Example | Labelled:
        tree = taught.get((example.bank, *example.words))
        if tree is None or not isinstance(example, Example):
            return example
        return replace(tree, names=example.names, scheme=example.scheme, statements=example.statements)

    return replace(source, examples=list(map(with_tree, source.examples)))


def silver_source(folder: Path, data: Path, encoder: Encoder) -> Source:
    """The sentences of GSD's training part with a teacher's trees, in `folder`, and with the gold tags they have."""
    tags = {tuple(e.words): e.upos for e in read_conllu(data / GSD_TAGS, "GSD")}
    found = read_shards(folder, GSD)
    tagged = [encoder.with_gold_tags(e, tags[tuple(e.words)]) if tuple(e.words) in tags else e for e in found]
    return Source("GSD, labelled", tagged, count=min(SILVER, len(tagged)))
