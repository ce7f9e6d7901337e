"""What nouns and articles can be, and what of it goes together."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.agreement import Agreement
from kg.parse.noun_forms import Form, NounForms, forms_of
from kg.parse.words import article_forms
from kg.training.noun_forms import pruned, read_dictionary

NOUNS = {
    "minister": "mSNDA,mPNGA",
    "leiter": "fSNGDA,mSNDA,mPNGA",
    "land": "nSNDA",
    "leute": "-PNGA",
}
TABLE = NounForms(NOUNS, article_forms("de"))
VALUES = {
    "Tense": ["", "Past"],
    "Case": ["", "Acc", "Dat", "Gen", "Nom"],
    "Gender": ["", "Fem", "Masc", "Neut"],
    "Number": ["", "Plur", "Sing"],
}


def test_letters_as_readings() -> None:
    assert forms_of("mSD,-PN") == (Form("Masc", "Sing", "Dat"), Form("", "Plur", "Nom"))


@pytest.mark.parametrize(
    ("word", "known"),
    [("Minister", "minister"), ("MINISTER", "minister"), ("Verteidigungsminister", "minister"), ("USA-Land", "land"),
     ("Haus", ""), ("nd", ""), ("", "")],
)  # fmt: skip
def test_a_compound_is_its_last_part(word: str, known: str) -> None:
    assert TABLE.of(word) == (forms_of(NOUNS[known]) if known else ())


@pytest.mark.parametrize(
    ("articles", "word", "guess", "form"),
    [
        (["Den"], "Minister", ("Fem", "Sing", "Nom"), ("Masc", "Sing", "Acc")),
        (["der"], "Leiter", ("", "Sing", "Nom"), ("Masc", "Sing", "Nom")),
        (["der"], "Leiter", ("", "Sing", "Dat"), ("Fem", "Sing", "Dat")),
        (["im"], "Land", ("Masc", "Sing", "Acc"), ("Neut", "Sing", "Dat")),
        (["den"], "Land", ("Neut", "Sing", "Nom"), ("Neut", "Sing", "Nom")),  # no reading goes with it
        (["die"], "Leute", ("Fem", "Plur", "Acc"), ("Fem", "Plur", "Acc")),  # has no gender of its own
        (["in"], "Minister", ("Masc", "Plur", "Gen"), ("Masc", "Plur", "Gen")),
    ],
)  # fmt: skip
def test_the_reading_that_goes_with_the_article(
    articles: list[str], word: str, guess: tuple[str, str, str], form: tuple[str, str, str]
) -> None:
    assert TABLE.agreed(word, articles, Form(*guess)) == Form(*form)


def test_an_unknown_noun_is_what_it_was() -> None:
    assert TABLE.agreed("Haus", ["das"], Form("Masc", "Sing", "Nom")) is None


def agreed(words: str, heads: list[int], labels: str, tags: str, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    numbers = [[values.index(row.get(name, "")) for name, values in VALUES.items()] for row in rows]
    found = Agreement(TABLE, VALUES).of(words.split(), heads, labels.split(), tags.split(), numbers)
    return [{name: values[n] for (name, values), n in zip(VALUES.items(), row, strict=True) if n} for row in found]


def test_noun_and_article_are_put_right_and_nothing_else() -> None:
    seen = [{"Case": "Acc", "Gender": "Masc", "Number": "Sing"}, {"Case": "Dat", "Gender": "Fem", "Number": "Plur"},
            {"Tense": "Past"}, {"Case": "Nom"}]  # fmt: skip
    right = {"Case": "Acc", "Gender": "Masc", "Number": "Sing"}
    assert agreed("Den Minister sah niemand", [2, 3, 0, 3], "det obl:arg root nsubj", "DET NOUN VERB PRON", seen) == [
        right,
        right,
        *seen[2:],
    ]


def test_the_place_in_the_tree_tells_the_case() -> None:
    seen = [{"Case": "Dat", "Gender": "Masc", "Number": "Plur"}] * 2
    right = {"Case": "Acc", "Gender": "Masc", "Number": "Sing"}
    assert agreed("seinen Leiter", [2, 0], "det obj", "DET NOUN", seen) == [right, right]


def test_a_plural_article_gets_no_gender() -> None:
    seen = [{"Case": "Nom", "Number": "Plur"}, {"Case": "Nom", "Number": "Plur", "Gender": "Fem"}]
    article, noun = agreed("Die Minister", [2, 0], "det root", "DET NOUN", seen)
    assert article == {"Case": "Nom", "Number": "Plur"}
    assert noun == {"Case": "Nom", "Number": "Plur", "Gender": "Masc"}


def test_without_the_features_nothing_changes() -> None:
    assert list(Agreement(TABLE, {"Tense": ["", "Past"]}).of(["Minister"], [0], ["root"], ["NOUN"], [[1]])) == [(1,)]


def test_a_dictionary_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "forms.tsv.gz"
    lines = "See\tSee\tf\tS\tNGDA\nSee\tSee\tm\tS\tNDA\n-algie\t-algie\tf\tS\tNGDA\n"
    path.write_bytes(gzip.compress(lines.encode()))
    assert read_dictionary(path) == {"see": "fSNGDA,mSNDA", "algie": "fSNGDA"}


@given(st.dictionaries(st.text("abc", min_size=1, max_size=7), st.sampled_from(["mSN", "fSN", "nPD"])))
def test_what_is_left_out_is_told_by_the_rest(forms: dict[str, str]) -> None:
    table = NounForms(pruned(forms), {})
    assert {form: table.of(form) for form in forms} == {form: forms_of(written) for form, written in forms.items()}
