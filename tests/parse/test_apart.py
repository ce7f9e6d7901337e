"""What stands beside a clause hangs beside it: labels, whom a sentence addresses, names behind a day or a claim."""

from __future__ import annotations

import pytest

from kg.model import Sentence
from kg.parse.apart import set_apart
from tests.trees import tree

LABELLED = tree(
    """
Polizei Polizei NOUN 6 nsubj _
: : PUNCT 1 punct _
Voss Voss PROPN 6 nsubj _ B-PER
hat haben AUX 6 aux VerbForm=Fin
Rehm Rehm PROPN 6 obj _ B-PER
verklagt verklagen VERB 0 root VerbForm=Part
"""
)

BELOW_LABEL = tree(
    """
Vorwurf Vorwurf NOUN 0 root _
: : PUNCT 4 punct _
Voss Voss PROPN 4 nsubj _ B-PER
verklagte verklagen VERB 1 appos VerbForm=Fin
Rehm Rehm PROPN 4 obj _ B-PER
"""
)

STRAY_SUBJECT = tree(
    """
Police police NOUN 0 root _
: : PUNCT 4 punct _
Voss Voss PROPN 1 appos _ B-PER
sued sue VERB 1 parataxis VerbForm=Fin
Rehm Rehm PROPN 4 obj _ B-PER
"""
)


@pytest.mark.parametrize("given", [LABELLED, BELOW_LABEL, STRAY_SUBJECT])
def test_a_label_hangs_beside_its_sentence(given: Sentence) -> None:
    made = set_apart(given, language="de")
    root = made.tokens[made.root]
    assert root.upos == "VERB"
    assert [t.text for t in made.dependents(root.i, "dislocated")] == [given.tokens[0].text]
    assert [t.text for t in made.dependents(root.i, "nsubj")] == ["Voss"]
    assert made.label == range(2)
    assert sum(t.head < 0 for t in made.tokens) == 1


UNLABELLED = [
    pytest.param(
        """
Sieger Sieger NOUN 0 root _
: : PUNCT 3 punct _
Voss Voss PROPN 1 appos _ B-PER
, , PUNCT 7 punct _
die die PRON 7 nsubj PronType=Rel
Rehm Rehm PROPN 7 obj _ B-PER
besiegte besiegen VERB 3 acl VerbForm=Fin
""",
        id="a relative clause",
    ),
    pytest.param(
        """
Voss Voss PROPN 2 nsubj _ B-PER
traf treffen VERB 0 root VerbForm=Fin
zwei zwei NUM 2 obj _
: : PUNCT 5 punct _
Rehm Rehm PROPN 3 appos _ B-PER
""",
        id="a list behind a clause",
    ),
    pytest.param(
        """
Granulozyten Granulozyt NOUN 6 nsubj _
( ( PUNCT 4 punct _
auch: auch ADV 4 advmod _
Neutrophile Neutrophile NOUN 1 appos _
) ) PUNCT 4 punct _
helfen helfen VERB 0 root VerbForm=Fin
""",
        id="within brackets",
    ),
    pytest.param(
        """
Aus aus ADP 2 case _
Wien Wien PROPN 5 obl _ B-LOC
: : PUNCT 2 punct _
Voss Voss PROPN 5 nsubj _ B-PER
siegt siegen VERB 0 root VerbForm=Fin
""",
        id="a circumstance",
    ),
]


@pytest.mark.parametrize("table", UNLABELLED)
def test_no_label(table: str) -> None:
    given = tree(table)
    assert set_apart(given, language="de") == given
    assert not given.label


ADDRESSED = [
    (
        """
Voss Voss PROPN 6 nsubj _ B-PER
, , PUNCT 1 punct _
hat haben AUX 6 aux VerbForm=Fin
Siemens Siemens PROPN 6 nsubj _ B-ORG
Bosch Bosch PROPN 6 obj _ B-ORG
verklagt verklagen VERB 0 root VerbForm=Part
? ? PUNCT 6 punct _
""",
        "Voss",
    ),
    (
        """
Voss Voss PROPN 4 nsubj _ B-PER
, , PUNCT 3 punct _
Siemens Siemens PROPN 1 appos _ B-ORG
verklagt verklagen VERB 0 root VerbForm=Fin
Bosch Bosch PROPN 4 obj _ B-ORG
""",
        "Voss",
    ),
    (
        """
Verklagt verklagen VERB 0 root VerbForm=Fin
Siemens Siemens PROPN 1 nsubj _ B-ORG
Bosch Bosch PROPN 1 obj _ B-ORG
, , PUNCT 5 punct _
Voss Voss PROPN 1 nsubj _ B-PER
? ? PUNCT 1 punct _
""",
        "Voss",
    ),
]


@pytest.mark.parametrize(("table", "name"), ADDRESSED)
def test_somebody_addressed_is_no_subject(table: str, name: str) -> None:
    made = set_apart(tree(table), language="de")
    assert [t.text for t in made.dependents(made.root, "vocative")] == [name]
    assert [t.text for t in made.dependents(made.root, "nsubj")] == ["Siemens"]


def test_an_apposition_between_commas_stays_one() -> None:
    given = tree(
        """
Voss Voss PROPN 5 nsubj _ B-PER
, , PUNCT 3 punct _
SPD SPD PROPN 1 appos _ B-ORG
, , PUNCT 3 punct _
verklagt verklagen VERB 0 root VerbForm=Fin
Bosch Bosch PROPN 5 obj _ B-ORG
"""
    )
    assert set_apart(given, language="de") == given


BEHIND = [
    ("Montag Wien LOC appos", "Wien"),
    ("März NATO ORG nmod", "NATO"),
    ("Anklage Rehm PER appos", "Rehm"),
    ("Minister Rehm PER appos", ""),
    ("Firma Solaris ORG appos", ""),
    ("Montag Dienstag LOC appos", ""),
]


@pytest.mark.parametrize(("given", "moved"), BEHIND)
def test_a_name_behind_a_day_or_a_claim(given: str, moved: str) -> None:
    noun, name, kind, label = given.split()
    made = set_apart(
        tree(
            f"""
Voss Voss PROPN 2 nsubj _ B-PER
besuchte besuchen VERB 0 root VerbForm=Fin
an an ADP 4 case _
{noun} {noun} NOUN 2 obl _
{name} {name} PROPN 4 {label} _ B-{kind}
"""
        ),
        language="de",
    )
    assert [t.text for t in made.dependents(1, "obj")] == ([moved] if moved else [])


TWO_SUBJECTS = """
Unterdessen unterdessen ADV 5 advmod _
ist sein AUX 5 cop VerbForm=Fin
Lis Li PROPN 5 nsubj _ B-PER
Reise Reise NOUN 5 nsubj _
beendet beendet ADJ 0 root _
"""
PART_OF_THE_NAME = """
Li Li PROPN 0 root _ B-PER
Huis Hui PROPN 1 flat _ I-PER
Reise Reise NOUN 1 flat _
nach nach ADP 5 case _
Minsk Minsk PROPN 1 nmod _ B-LOC
"""
NO_GENITIVE = TWO_SUBJECTS.replace("Lis", "Li")
ARTICLE = """
Dem der DET 2 det _
Tilburgs Tilburg PROPN 4 nsubj _ B-LOC
Reise Reise NOUN 4 nsubj _
endete enden VERB 0 root VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("given", "owned"),
    [
        pytest.param(TWO_SUBJECTS, ["Lis"], id="two subjects"),
        pytest.param(NO_GENITIVE, [], id="no genitive"),
        pytest.param(ARTICLE, [], id="a name with an article"),
    ],
)
def test_a_name_in_the_genitive_says_whose_a_noun_is(given: str, owned: list[str]) -> None:
    made = set_apart(tree(given), language="de")
    noun = next(t for t in made.tokens if t.text == "Reise")
    assert [t.text for t in made.dependents(noun.i, "nmod")] == owned
    assert noun.deprel == "nsubj"
    assert set_apart(tree(given), language="en") == tree(given)


def test_a_noun_behind_a_genitive_is_no_part_of_the_name() -> None:
    made = set_apart(tree(PART_OF_THE_NAME), language="de")
    assert made.tokens[made.root].text == "Reise"
    assert [t.text for t in made.dependents(made.root, "nmod")] == ["Li", "Minsk"]
    assert [t.text for t in made.dependents(0, "flat")] == ["Huis"]
