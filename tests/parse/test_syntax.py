"""The view of syntax, from Docs built by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.model.article import BlockKind
from kg.model.predicates import Argument, Predicate, PredicateKind, Role
from kg.model.statement import Modality, Polarity
from kg.parse.annotator import _write
from kg.parse.reader import Reading
from kg.parse.syntax import PREDICATES, sentences

DE, EN = spacy.blank("de"), spacy.blank("en")


def german() -> Doc:
    doc = Doc(
        DE.vocab,
        words=["Li", "trat", "an", ".", "\n", "Sie", "kam"],
        spaces=[True, True, False, False, False, True, False],
        heads=[1, 1, 1, 1, 3, 6, 6],
        deps=["nsubj", "root", "compound:prt", "punct", "dep", "nsubj", "root"],
        pos=["PROPN", "VERB", "ADP", "PUNCT", "SPACE", "PRON", "VERB"],
        lemmas=["Li", "treten", "an", ".", "\n", "sie", "kommen"],
        morphs=["Case=Nom|Number=Sing", "", "", "", "", "", ""],
    )
    doc.set_ents([Span(doc, 0, 1, label="PER")])
    return doc


def test_offsets_are_those_of_the_text_and_white_space_is_left_out() -> None:
    doc = german()
    found = sentences(doc)
    assert [[doc.text[t.start : t.end] for t in s.tokens] for s in found] == [["Li", "trat", "an", "."], ["Sie", "kam"]]
    assert [[t.text for t in s.tokens] for s in found] == [["Li", "trat", "an", "."], ["Sie", "kam"]]
    assert [[t.head for t in s.tokens] for s in found] == [[1, -1, 1, 1], [1, -1]]


def test_features_and_names() -> None:
    li = sentences(german())[0].tokens[0]
    assert (li.feat("Case"), li.feat("Person"), li.entity, li.begins) == ("Nom", "", "PER", True)


@pytest.mark.parametrize(("nlp", "lemma"), [(DE, "antreten"), (EN, "treten")])
def test_particle_joins_the_lemma_in_languages_that_write_it_so(nlp: Language, lemma: str) -> None:
    doc = Doc(nlp.vocab, words=["trat", "an"], heads=[0, 0], deps=["root", "compound:prt"], lemmas=["treten", "an"])
    assert sentences(doc)[0].tokens[0].lemma == lemma


def test_particle_that_the_lemma_has_already_is_not_joined_twice() -> None:
    doc = Doc(DE.vocab, words=["trat", "an"], heads=[0, 0], deps=["root", "compound:prt"], lemmas=["antreten", "an"])
    assert sentences(doc)[0].tokens[0].lemma == "antreten"


def test_block_and_offsets_are_the_article_s() -> None:
    found = sentences(german(), start=100, block=BlockKind.CAPTION)
    assert [s.block for s in found] == [BlockKind.CAPTION, BlockKind.CAPTION]
    assert found[0].span.start == 100 + sentences(german())[0].span.start


def test_white_space_at_the_root_does_not_make_two_roots() -> None:
    doc = Doc(DE.vocab, words=["\n", "Li", "kam"], heads=[0, 0, 0], deps=["ROOT", "nsubj", "x"])
    [sentence] = sentences(doc)
    assert [token.head for token in sentence.tokens] == [-1, 0]


def said(word: int, subject: int) -> Predicate:
    status = Polarity.AFFIRMED, Modality.ASSERTED
    return Predicate(word, PredicateKind.EVENT, *status, (Argument(Role.SUBJECT, subject, subject, subject),))


def test_what_is_read_in_a_sentence_is_by_its_words_there() -> None:
    doc = german()
    assert [sentence.predicates for sentence in sentences(doc)] == [(), ()]
    doc.user_data[PREDICATES] = [said(1, 0), said(6, 5)]
    one, two = sentences(doc)
    assert (one.predicates, two.predicates) == ((said(1, 0),), (said(1, 0),))
    assert two.hung(two.tokens).predicates == two.predicates


def test_the_annotator_writes_what_is_read_by_the_tokens_of_the_doc() -> None:
    doc = Doc(DE.vocab, words=["Li", "\n", "kam"], sent_starts=[True, False, False])
    reading = Reading(
        (2, 0), ("nsubj", "root"), ("PROPN", "VERB"), ("", ""), ("Li", "kommen"), ("O", "O"), (said(1, 0),)
    )
    _write(doc, [[doc[0], doc[2]]], iter([reading]))
    assert doc.user_data[PREDICATES] == [said(2, 0)]
    assert sentences(doc)[0].predicates == (said(1, 0),)
