"""Reading treebanks and names from small files written by hand."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg.training.corpus import is_tree, read_conllu, read_names, with_names
from kg.training.sources import crossner_label, germeval_label, mobie_label, uner_label, unimorph_features

IM = """\
# text = Im US-Amt saß er.
1-2	Im	_	_	_	_	_	_	_	_
1	In	in	ADP	APPR	_	5	case	_	_
2	dem	der	DET	ART	Case=Dat|Definite=Def|Number=Sing	5	det	_	_
3	US	US	PROPN	NE	_	5	compound	_	SpaceAfter=No
4	-	-	PUNCT	$(	_	3	punct	_	SpaceAfter=No
5	Amt	Amt	NOUN	NN	Case=Dat	6	obl	_	_
6	saß	sitzen	VERB	VVFIN	_	0	root	_	_
7	er	er	PRON	PPER	_	6	nsubj	_	SpaceAfter=No
8	.	.	PUNCT	$.	_	6	punct	_	_

"""
CYCLE = """\
1	a	a	X	X	_	2	dep	_	_
2	b	b	X	X	_	1	dep	_	_
3	c	c	X	X	_	0	root	_	_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress((IM + CYCLE).encode()))
    return path


def test_multiword_tokens_and_hyphened_words_become_one_word(treebank: Path) -> None:
    [example] = read_conllu(treebank, "GSD", join_hyphens=True)
    assert example.words == ["Im", "US-Amt", "saß", "er", "."]
    assert example.heads == [2, 3, 0, 3, 3]
    assert example.deprels == ["case", "obl", "root", "nsubj", "punct"]
    assert example.lemmas == ["in", "US-Amt", "sitzen", "er", "."]
    assert example.feats[0] == {"Case": "Dat", "Number": "Sing"}
    assert example.feats[1] == {"Case": "Dat"}


def test_the_treebanks_own_words_go_along(treebank: Path) -> None:
    [example] = read_conllu(treebank, "GSD", join_hyphens=True)
    assert example.unmerged is not None
    assert example.unmerged.words == ["In", "dem", "US", "-", "Amt", "saß", "er", "."]
    assert example.unmerged.heads == [5, 5, 5, 3, 6, 0, 6, 6]


def test_hyphens_stay_apart_where_the_language_wants_it(treebank: Path) -> None:
    [example] = read_conllu(treebank, "EWT")
    assert example.words == ["Im", "US", "-", "Amt", "saß", "er", "."]


def test_names(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("#\tsource\n1\tLi\tB-PER\n2\tkam\tO\n\n1\tNATO-nah\tB-ORGpart\n", "utf-8")
    first, second = read_names(path, "GSD", columns=(1, 2), relabel=germeval_label, has_misc=True)
    assert (first.words, first.names, first.has_misc) == (["Li", "kam"], ["B-PER", "O"], True)
    assert second.names == ["O"]


def test_names_of_columns_parted_by_blanks_begin_with_b(tmp_path: Path) -> None:
    path = tmp_path / "names.conll"
    path.write_text("in O\nNew I-LOC\nYork I-LOC\nLi I-PER\nMa B-PER\n. O\n", "utf-8")
    [example] = read_names(path, "EWT", columns=(0, 1), has_misc=True, scheme="CoNLL")
    assert example.words == ["in", "New", "York", "Li", "Ma", "."]
    assert example.names == ["O", "B-LOC", "I-LOC", "B-PER", "B-PER", "O"]
    assert example.scheme == "CoNLL"


def test_names_are_added_to_the_same_words_only(tmp_path: Path, treebank: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("\n".join(f"{i}\t{w}\tO" for i, w in enumerate(["Im", "US-Amt", "saß", "er", "."])), "utf-8")
    parsed = list(read_conllu(treebank, "GSD", join_hyphens=True))
    [example] = with_names(iter(parsed), read_names(path, "GSD", columns=(1, 2)))
    assert example.names == ["O"] * 5
    [other] = with_names(iter([parsed[0].unmerged]), read_names(path, "GSD", columns=(1, 2)))  # type: ignore[list-item]
    assert other.names == []


@pytest.mark.parametrize(
    ("label", "ours"),
    [("B-OTH", "B-MISC"), ("I-PERderiv", "O"), ("B-LOC", "B-LOC"), ("O", "O")],
)
def test_germeval_labels(label: str, ours: str) -> None:
    assert germeval_label(label) == ours


@pytest.mark.parametrize(
    ("label", "ours"),
    [("B-organization-company", "B-ORG"), ("I-location-city", "I-LOC"), ("B-location-route", "?"), ("B-date", "O"),
     ("B-person", "B-PER"), ("O", "O"), ("B-org-position", "?")],
)  # fmt: skip
def test_mobie_labels(label: str, ours: str) -> None:
    assert mobie_label(label) == ours


@pytest.mark.parametrize(
    ("label", "ours"),
    [("B-politician", "B-PER"), ("I-politicalparty", "I-ORG"), ("B-country", "B-LOC"), ("I-election", "I-MISC"), ("O", "O")],
)  # fmt: skip
def test_crossner_labels(label: str, ours: str) -> None:
    assert crossner_label(label) == ours


def test_universal_ner_labels() -> None:
    assert [uner_label(label) for label in ("B-PER", "I-OTH", "O")] == ["B-PER", "O", "O"]


@pytest.mark.parametrize(
    ("features", "feats"),
    [
        ("N;NOM;FEM;SG", {"Case": "Nom", "Gender": "Fem", "Number": "Sing"}),
        ("N;DAT;MASC;NEUT;SG", {"Case": "Dat", "Number": "Sing"}),
        ("N", {}),
    ],
)
def test_unimorph_features(features: str, feats: dict[str, str]) -> None:
    assert unimorph_features(features) == feats


@pytest.mark.parametrize(
    ("heads", "tree"), [([0], True), ([2, 0], True), ([2, 1], False), ([0, 0], False), ([2, 3, 2, 0], False)]
)
def test_is_tree(heads: list[int], tree: bool) -> None:
    assert is_tree(heads) is tree
