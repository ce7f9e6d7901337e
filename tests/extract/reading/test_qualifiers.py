"""When, where and how often, of the right clause: its own words, its event noun's, its carrier's; and nobody else's."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.clauses.clause import Argument
from kg.extract.reading.qualifiers import Qualifiers, place, qualifiers
from kg.extract.reading.reading import Reading
from kg.model import Count, Time
from kg.ontology import load_ontology
from tests.extract.inline import clause, index, reading
from tests.extract.statements import graph_of


def read(line: str, predicate: str, *, counted: tuple[str, ...] = (), beside: tuple[str, ...] = ()) -> Qualifiers:
    made = reading(line)
    heads, nouns = (tuple(index(made.sentence, text) for text in texts) for texts in (counted, beside))
    return qualifiers(made, clause(made, predicate), load_ontology(), counted=heads, beside=nouns)


def places(line: str, predicate: str, **options: tuple[str, ...]) -> list[str]:
    found = read(line, predicate, **options).places
    return [reading(line).cast.mentions[n].text for n in found]


MET = "Li/PROPN/2/nsubj@B-Person traf:treffen/VERB/0/root/Fin+Past+Ind Hui/PROPN/2/obj/Acc@B-Person"
ON_MONDAY = "am:an/ADP/5/case Montag/NOUN/{head}"
SAID_MET = """Li/PROPN/2/nsubj@B-Person sagte:sagen/VERB/0/root/Fin+Past am:an/ADP/4/case Montag/NOUN/2/obl
    ,/PUNCT/7/punct Hui/PROPN/7/nsubj@B-Person lachte:lachen/VERB/2/ccomp/Fin+Past"""
TOOK_PLACE = """Lis:Li/PROPN/2/nmod/Gen@B-Person Treffen/NOUN/5/nsubj mit/ADP/4/case Hui/PROPN/2/nmod/Dat@B-Person
    {verb}/VERB/0/root/Fin+Past am:an/ADP/7/case Montag/NOUN/5/obl/Dat in/ADP/9/case Lyon/PROPN/5/obl/Dat@B-City"""
WEAPONS = """China/PROPN/2/nsubj@B-Country zeigte:zeigen/VERB/0/root/Fin+Past Waffen:Waffe/NOUN/2/obj/Acc in/ADP/5/case
    Minsk/PROPN/3/nmod/Dat@B-City"""
HELD = """China/PROPN/2/nsubj@B-Country hielt:abhalten/VERB/0/root/Fin+Past {count} Übungen:Übung/NOUN/2/obj/Acc
    ab/ADP/2/compound:prt"""


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(f"{MET} {ON_MONDAY.format(head='2/obl')}", "traf", date(2024, 5, 13), id="at the verb"),
        pytest.param(MET, "traf", None, id="none"),
        pytest.param(f"{MET} damals/ADV/2/advmod", "traf", None, id="vague"),
        pytest.param(SAID_MET, "sagte", date(2024, 5, 13), id="of the clause above, above"),
        pytest.param(SAID_MET, "lachte", None, id="of the clause above, below"),
        pytest.param(TOOK_PLACE.format(verb="erfolgte:erfolgen"), "Treffen", date(2024, 5, 13), id="when it happened"),
        pytest.param(TOOK_PLACE.format(verb="schadete:schaden"), "Treffen", None, id="when something else happened"),
    ],
)
def test_time(line: str, predicate: str, expected: date | None) -> None:
    found = read(line, predicate).time
    assert (found and found.start) == expected


def test_a_date_goes_before_a_length() -> None:
    line = f"{MET} zwei/NUM/5/nummod Stunden:Stunde/NOUN/2/obl am:an/ADP/7/case Montag/NOUN/2/obl"
    found = read(line, "traf").time
    assert found is not None
    assert found.start == date(2024, 5, 13)


@pytest.mark.parametrize(
    ("line", "predicate", "options", "expected"),
    [
        pytest.param(f"{MET} in/ADP/5/case Lyon/PROPN/2/obl/Dat@B-City", "traf", {}, ["Lyon"], id="in"),
        pytest.param(f"{MET} nach/ADP/5/case Lyon/PROPN/2/obl/Dat@B-City", "traf", {}, ["Lyon"], id="to"),
        pytest.param(f"{MET} in/ADP/6/case die:der/DET/6/det USA/PROPN/2/obl/Acc@B-Country", "traf", {}, [], id="into"),
        pytest.param(
            f"{MET} in/ADP/6/case den:der/DET/6/det USA/PROPN/2/obl/Dat@B-Country", "traf", {}, ["USA"], id="in the"
        ),
        pytest.param(f"{MET} trotz/ADP/5/case Lyon/PROPN/2/obl/Dat@B-City", "traf", {}, [], id="in spite of"),
        pytest.param(
            f"{MET} im:in/ADP/5/case Norden/NOUN/2/obl/Dat von/ADP/7/case Polen/PROPN/5/nmod/Dat@B-Country",
            "traf",
            {},
            ["Polen"],
            id="in a part of it",
        ),
        pytest.param(
            f"{MET} im:in/ADP/5/case Auftrag/NOUN/2/obl/Dat von/ADP/7/case Polen/PROPN/5/nmod/Dat@B-Country",
            "traf",
            {},
            [],
            id="in what is no part of it",
        ),
        pytest.param(f"{MET} in/ADP/5/case Siemens/PROPN/2/obl/Dat@B-Company", "traf", {}, [], id="no place"),
        pytest.param(f"{MET} in/ADP/5/case Eile/NOUN/2/obl/Dat", "traf", {}, [], id="no mention"),
        pytest.param(
            f"{MET} in/ADP/5/case Lyon/PROPN/2/obl/Dat@B-City und/CCONJ/7/cc Kiew/PROPN/5/conj@B-City",
            "traf",
            {},
            ["Lyon", "Kiew"],
            id="two",
        ),
        pytest.param(TOOK_PLACE.format(verb="erfolgte:erfolgen"), "Treffen", {}, ["Lyon"], id="where it happened"),
        pytest.param(TOOK_PLACE.format(verb="schadete:schaden"), "Treffen", {}, [], id="where something else happened"),
        pytest.param(WEAPONS, "zeigte", {"beside": ("Waffen",)}, ["Minsk"], id="of a noun beside"),
        pytest.param(WEAPONS, "zeigte", {}, [], id="of a noun"),
    ],
)
def test_places(line: str, predicate: str, options: dict[str, tuple[str, ...]], expected: list[str]) -> None:
    assert places(line, predicate, **options) == expected


def test_subject_and_object_are_no_places() -> None:
    made = reading(f"{MET} in/ADP/5/case Lyon/PROPN/2/obl/Dat@B-City")
    lyon = made.mention(4)
    assert lyon is not None
    assert qualifiers(made, 0, load_ontology(), apart=frozenset({lyon})).places == ()


@pytest.mark.parametrize(
    ("line", "counted", "expected"),
    [
        pytest.param(HELD.format(count="zwei/NUM/4/nummod"), ("Übungen",), Count(2), id="counted"),
        pytest.param(HELD.format(count="zwei/NUM/4/nummod"), (), None, id="of a noun that does not count the event"),
        pytest.param(HELD.format(count="große:groß/ADJ/4/amod"), ("Übungen",), None, id="no number"),
        pytest.param(HELD.format(count="zweimal/ADV/2/advmod"), (), Count(2), id="how often"),
    ],
)
def test_count(line: str, counted: tuple[str, ...], expected: Count | None) -> None:
    assert read(line, "hielt", counted=counted).count == expected


@pytest.mark.parametrize(
    ("start", "day", "expected"),
    [
        (date(2024, 5, 15), date(2024, 5, 14), True),
        (date(2024, 5, 14), date(2024, 5, 14), False),
        (date(2024, 5, 13), date(2024, 5, 14), False),
        (None, date(2024, 5, 14), False),
        (date(2024, 5, 15), None, False),
    ],
)
def test_later_than(start: date | None, day: date | None, expected: bool) -> None:
    assert Qualifiers(Time("bald", start=start)).later_than(day) is expected
    assert not Qualifiers().later_than(day)


def test_a_place_by_preposition() -> None:
    made: Reading = reading(f"{MET} in/ADP/5/case Lyon/PROPN/2/obl/Dat@B-City")
    assert place(made, Argument("in", 4), load_ontology()) == 2
    assert place(made, Argument("wegen", 4), load_ontology()) is None
    assert place(made, Argument("in", 2), load_ontology()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angela Merkel besuchte am Montag Warschau.", "am Montag"),
        ("Angela Merkel besuchte im Mai 2023 das Museum.", "im Mai 2023"),
        ("Angela Merkel besuchte den im Mai 2023 verletzten Soldaten Peter Kunz.", None),
        ("Angela Merkel lobte den Bericht vom 3. Mai.", None),
        ("Angela Merkel steigerte ihr Einkommen gegenüber 2019 deutlich.", None),
        ("Angela Merkel erwartet im nächsten Jahr höhere Steuern.", None),
        ("Angela Merkel kündigte für den 3. Juni einen Besuch an.", None),
        ("Zehn Tage nach der Wahl hat Angela Merkel Polen besucht.", None),
        ("Angela Merkel besuchte erstmals seit zehn Jahren Warschau.", None),
        ("Angela Merkel lebt seit zehn Jahren in Warschau.", "seit zehn Jahren"),
        ("Angela Merkel wird im nächsten Jahr Warschau besuchen.", "im nächsten Jahr"),
        ("Angela Merkel hat seit ihrem Beitritt im Jahr 1990 viele Städte besucht.", None),
        ("Angela Merkel hat nach dem Tod des Königs im Jahr 1986 Warschau besucht.", None),
        ("Angela Merkel, am Montag Gast des Präsidenten, hat Warschau besucht.", None),
    ],
)
def test_a_time_is_that_of_what_it_hangs_on(text: str, expected: str | None) -> None:
    told = [s for s in graph_of(text).statements if s.relation.id != "kg:holdsOffice"]
    assert told
    assert {s.time and s.time.text for s in told if "Merkel" in s.subject} == {expected}
