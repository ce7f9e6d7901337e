"""The shipped pipeline as a whole: what holds of every text, and what must not change from run to run."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelNotFound
from kg.parse import load_pipeline, sentences
from kg.parse.annotator import shipped_model
from kg.parse.reader import model_version, weights_digest
from kg.parse.tokenizer import SURROGATE

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ODD = st.text(alphabet=st.sampled_from("aä ß.„“\n\t!?-–()[]0Li\u200b\u00a0😀\ud800北'\""), max_size=60)
TEXT = "Li Shangfu traf am 14. August in Moskau Herrn Schoigu. „Das ist gut“, sagte er.\nFoto: EPA"


def snapshot(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.head.i, t.dep_, t.pos_, t.lemma_, str(t.morph), t.ent_iob_, t.ent_type_) for t in doc]


@SLOW
@given(text=st.one_of(ODD, st.text(max_size=60)))
def test_every_sentence_is_a_tree_and_offsets_are_those_of_the_text(german: Language, text: str) -> None:
    text = SURROGATE.sub("\ufffd", text)
    doc = german(text)
    assert doc.text == text
    covered = 0
    for sentence in sentences(doc):
        assert [token.head for token in sentence.tokens].count(-1) == 1
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert token.start >= covered
            assert not text[covered : token.start].strip()
            assert sum(1 for _ in sentence.ancestors(token.i)) < len(sentence.tokens)
            assert (token.deprel == "root") == (token.head < 0)
            covered = token.end
    assert not text[covered:].strip()


@SLOW
@given(text=st.one_of(ODD, st.text(max_size=60)))
def test_names_lie_within_sentences_and_begin_once(german: Language, text: str) -> None:
    doc = german(text)
    for name in doc.ents:
        assert name.label_ in ("PER", "ORG", "LOC", "MISC")
        assert name.text.strip() == name.text
        assert name.start_char >= name.sent.start_char
        assert name.end_char <= name.sent.end_char
    for sentence in sentences(doc):
        before = ""
        for token in sentence.tokens:
            assert token.begins or not token.entity or token.entity == before
            before = token.entity


def test_a_sentence_reads_the_same_whatever_stands_around_it(german: Language) -> None:
    one, other = "Li Shangfu besuchte Moskau.", "China und Russland haben seit 2012 mindestens 45 Übungen abgehalten."
    alone = snapshot(german(one))
    together = snapshot(german(f"{one} {other}"))
    assert together[: len(alone)] == alone


def test_pipe_and_threads_give_the_same(german: Language) -> None:
    texts = [TEXT, "", "Nein.", TEXT * 3]
    expected = [snapshot(german(text)) for text in texts]
    assert [snapshot(doc) for doc in german.pipe(texts)] == expected
    assert [snapshot(doc) for doc in load_pipeline("de", threads=2).pipe(texts)] == expected


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_in_another_process_whatever_the_hash_seed(german: Language, seed: str) -> None:
    show = "[(t.head.i, t.dep_, t.lemma_) for t in load_pipeline()"
    code = f"from kg.parse import load_pipeline; print({show}({TEXT!r})])"
    result = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    assert result.stdout.decode().strip() == str([(t.head.i, t.dep_, t.lemma_) for t in german(TEXT)])


def test_words_given_are_read_as_given(german: Language) -> None:
    words = ["Li", "trat", "im", "März", "sein", "Amt", "an", "."]
    doc = german(Doc(german.vocab, words=words))
    assert [token.text for token in doc] == words
    assert len(list(doc.sents)) == 1
    assert all(token.dep_ for token in doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t"])
def test_blank_texts_have_no_sentences(german: Language, text: str) -> None:
    assert sentences(german(text)) == ()


def test_half_a_character_is_replaced(german: Language) -> None:
    assert german("Li\ud800 kam.").text == "Li\ufffd kam."


def test_a_long_line_is_read_in_bounded_memory(german: Language) -> None:
    text = "die Lage und " * 1000
    tracemalloc.start()
    doc = german(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert max(len(sentence) for sentence in doc.sents) <= 200
    assert peak < 100_000_000


@pytest.mark.parametrize(
    "text",
    [
        "Die Zahlen lauten " + ", ".join(str(n * 9_148_611_733_219 + 7_331) for n in range(95)) + ".",
        "Sie schrieb an " + " ".join(f"anna.berg{n}@ministerium.stadt{n}.example" for n in range(45)) + " noch heute.",
        "Er nannte " + " ".join(f"Donaudampfschifffahrtsgesellschaftsvorstandssitzung{n}sprotokoll" for n in range(80)),
    ],
)
def test_a_sentence_of_more_pieces_than_the_model_reads_is_cut(german: Language, text: str) -> None:
    doc = german(f"{text}\n\nLi kam.")
    assert doc.text == f"{text}\n\nLi kam."
    assert len(list(doc.sents)) == len(sentences(doc)) > 2
    for sentence in sentences(doc):
        assert [token.head for token in sentence.tokens].count(-1) == 1
    assert snapshot(doc[-3:].as_doc()) == snapshot(german("Li kam."))


def test_a_sentence_given_is_cut_too(german: Language) -> None:
    starts: list[bool | int | None] = [True, *[False for _ in range(599)]]
    doc = german(Doc(german.vocab, words=["Haus"] * 600, sent_starts=starts))
    assert [len(sentence) for sentence in doc.sents] == [510, 90]


def test_a_line_of_five_million_characters_is_cut_into_sentences(german: Language) -> None:
    doc = german.make_doc("und so weiter " * 360_000)
    german.get_pipe("kg_boundaries")(doc)
    assert len(doc) > 1_000_000
    starts = [token.i for token in doc if token.is_sent_start]
    assert max(np.diff([*starts, len(doc)])) <= 200


@pytest.mark.parametrize("language", ["fr", "", "xx"])
def test_a_language_without_a_pipeline_is_refused(language: str) -> None:
    with pytest.raises(ModelNotFound, match="no pipeline is shipped"):
        load_pipeline(language)


def test_a_pipeline_that_is_not_installed_is_refused() -> None:
    with pytest.raises(ModelNotFound, match="spacy download de_none_such"):
        load_pipeline("de", name="de_none_such")


def test_the_model_is_the_one_its_card_speaks_of() -> None:
    folder = shipped_model()
    digest = weights_digest(folder)
    assert model_version(folder).endswith(digest[:12])
    assert digest in (folder / "meta.json").read_text("utf-8")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 45_000_000


def test_english(english: Language) -> None:
    [sentence] = sentences(english("Li Shangfu visited Moscow in April."))
    verb = sentence.tokens[sentence.root]
    assert (verb.lemma, [t.text for t in sentence.dependents(verb.i, "nsubj")]) == ("visit", ["Li"])
    assert [t.text for t in sentence.dependents(verb.i, "obj")] == ["Moscow"]


def test_docs_read_together_say_what_each_says_alone(german: Language) -> None:
    texts = [TEXT, "", "Sie kam. Er auch nicht.", "\n \n", "Li reiste nach Moskau."]
    assert [snapshot(doc) for doc in german.pipe(texts, batch_size=3)] == [snapshot(german(text)) for text in texts]


def test_a_pipeline_survives_pickling(german: Language) -> None:
    nlp = pickle.loads(pickle.dumps(german))
    assert snapshot(nlp("Li kam.")) == snapshot(german("Li kam."))
