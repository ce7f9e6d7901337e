"""The table of seen lemmas that goes with the model."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from kg.training.sources import Source

SOURCES = ("GSD", "PUD", "GSD words", "EWT")
RUN_TIME_BANK = {"PUD": "GSD"}
UNWRITTEN = frozenset({"PUNCT", "SYM", "NUM", "X", "_"})
# Automatic lemmas of the older release are taken for these only, and not where they bring back the old spelling (ß).
AUTOMATIC = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def write_lemma_table(path: Path, sources: Sequence[Source]) -> None:
    """Lines of bank, form, UPOS, lemma: the most frequent lemma of each form and tag, sorted, gzipped."""
    counts: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for source in sources:
        if source.name in SOURCES:
            _count(source, counts)
    rows = ["\t".join((*key, _best(lemmas))) for key, lemmas in sorted(counts.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(("\n".join(rows) + "\n").encode("utf-8"), mtime=0))


def _count(source: Source, counts: defaultdict[tuple[str, str, str], Counter[str]]) -> None:
    is_gold = any(example.heads for example in source.examples)
    for example in source.examples:
        bank = RUN_TIME_BANK.get(example.bank, example.bank)
        for form, upos, lemma in zip(example.words, example.upos, example.lemmas, strict=True):
            sure = "|" not in lemma and lemma not in ("", "_") and upos not in UNWRITTEN
            if sure and (is_gold or (upos in AUTOMATIC and ("ß" in form or "ß" not in lemma))):
                counts[bank, form if upos in ("NOUN", "PROPN") else form.lower(), upos][lemma] += 3 if is_gold else 1


def _best(lemmas: Counter[str]) -> str:
    return min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
