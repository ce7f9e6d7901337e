"""Fixtures on a toy scale; the modules that use them need the extra `train`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

from kg.parse.pieces import WordPieces

if TYPE_CHECKING:
    from kg.training.inventory import Labels
    from kg.training.network import Network


@pytest.fixture
def pieces() -> WordPieces:
    vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -10.0), ("▁", -2.0)]
    vocabulary += [(letter, -5.0) for letter in "abcdefghijklmnopqrstuvwxyzALMI."]
    tokenizer = Tokenizer(Unigram(vocabulary, unk_id=3))
    tokenizer.pre_tokenizer = Metaspace()
    return WordPieces(tokenizer)


@pytest.fixture
def labels() -> Labels:
    from kg.training.examples import count_labels
    from tests.training.toy import SOURCES

    return count_labels(SOURCES)


@pytest.fixture
def network(labels: Labels) -> Network:
    import torch

    from kg.training.network import Network
    from tests.training.toy import SHAPE

    torch.manual_seed(0)
    return Network(labels, 40, SHAPE)
