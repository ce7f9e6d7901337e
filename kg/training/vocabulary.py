"""A smaller vocabulary: the pieces of the multilingual tokenizer that Latin-script newspaper text uses."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from kg.training.sources import training_sources

SIZE = 38_000
LEAST = 3
SPECIAL = 4
MARK = "▁"
WORD = re.compile(r"\w+|[^\w\s]")
# Latin, Greek, Cyrillic; punctuation, currency, letter-like signs and arrows.
SCRIPTS = (range(0x0250), range(0x0370, 0x0460), range(0x1E00, 0x1F00), range(0x2000, 0x2070), range(0x20A0, 0x20D0))
SIGNS = range(0x2100, 0x2200)
BATCH = 20_000


def cut_vocabulary(tokenizer: Path, data: Path, folder: Path) -> None:
    """Write ``tokenizer.json`` and ``rows.json`` (the kept rows of the embedding table) into `folder`.

    Kept are all single characters of the scripts above and the pieces most frequent in German sentences
    (``raw_de/mix_clean.tsv.gz``) and in the training corpora, the more weighty ones counted eight times.
    """
    full: dict[str, Any] = json.loads(tokenizer.read_text("utf-8"))
    pieces: list[list[Any]] = full["model"]["vocab"]
    counts = _count_pieces(Tokenizer.from_file(str(tokenizer)), _count_words(data))
    rows = _kept_rows([piece for piece, _ in pieces], counts)
    full["model"]["vocab"] = [pieces[row] for row in rows]
    full["added_tokens"] = [token for token in full["added_tokens"] if token["id"] < SPECIAL]
    full |= {"post_processor": None, "truncation": None, "padding": None}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(json.dumps(full, ensure_ascii=False), "utf-8")
    (folder / "rows.json").write_text(json.dumps(rows), "utf-8")


def _count_words(data: Path) -> Counter[str]:
    words: Counter[str] = Counter()
    with gzip.open(data / "raw_de" / "mix_clean.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            words.update(WORD.findall(line.partition("\t")[2]))
    for source in training_sources(data):
        weight = 8 if source.name in ("GSD", "PUD", "HDT", "EWT", "GUM", "GermEval") else 2
        for example in source.examples:
            for word in example.words:
                words[word] += weight
    return words


def _count_pieces(tokenizer: Tokenizer, words: Counter[str]) -> Counter[int]:
    counts: Counter[int] = Counter()
    ordered = list(words)
    for at in range(0, len(ordered), BATCH):
        batch = ordered[at : at + BATCH]
        for word, encoding in zip(batch, tokenizer.encode_batch(batch, add_special_tokens=False), strict=True):
            for piece in set(encoding.ids):
                counts[piece] += words[word]
    return counts


def _kept_rows(pieces: list[str], counts: Counter[int]) -> list[int]:
    kept = set(range(SPECIAL))
    kept.update(i for i, piece in enumerate(pieces) if len(piece.lstrip(MARK)) <= 1 and _is_known_script(piece))
    for i, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(kept) >= SIZE or count < LEAST:
            break
        if _is_known_script(pieces[i]):
            kept.add(i)
    return sorted(kept)


def _is_known_script(characters: Iterable[str]) -> bool:
    return all(c == MARK or ord(c) in SIGNS or any(ord(c) in script for script in SCRIPTS) for c in characters)
