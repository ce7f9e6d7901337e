"""Sentences and what must, or must not, be said of them. None of them is from an evaluation set."""

from __future__ import annotations

import pytest

from tests.extract.statements import document_of, lines_of
from tests.marks import misread

MET = "Angela Merkel | kg:met | Emmanuel Macron |"

# One event, told in every way: the status that its statement must have.
TOLD = [
    ("Angela Merkel traf Emmanuel Macron in Paris.", "affirmed asserted"),
    ("Angela Merkel hat Emmanuel Macron getroffen.", "affirmed asserted"),
    ("Emmanuel Macron wurde von Angela Merkel getroffen.", "affirmed asserted"),
    ("Angela Merkel, die den Präsidenten Emmanuel Macron traf, sprach über Europa.", "affirmed asserted"),
    ("Nachdem Angela Merkel Emmanuel Macron getroffen hatte, reiste sie ab.", "affirmed asserted"),
    ("Angela Merkel traf sich am Montag mit Emmanuel Macron.", "affirmed asserted"),
    ("Angela Merkel hat Emmanuel Macron nicht getroffen.", "negated asserted"),
    ("Angela Merkel hat sich noch nicht mit Emmanuel Macron getroffen.", "negated asserted"),
    ("Angela Merkel traf Emmanuel Macron nie.", "negated asserted"),
    ("Angela Merkel lehnte es ab, Emmanuel Macron zu treffen.", "negated asserted"),
    ("Angela Merkel reiste ab, ohne Emmanuel Macron zu treffen.", "negated asserted"),
    ("Angela Merkel will Emmanuel Macron treffen.", "affirmed planned"),
    ("Angela Merkel wird Emmanuel Macron am Donnerstag treffen.", "affirmed planned"),
    ("Angela Merkel hat Emmanuel Macron am 3. Juni 2030 getroffen.", "affirmed asserted"),
    ("Angela Merkel plant, Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel versprach, Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel versuchte, Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel reiste nach Paris, um Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel soll Emmanuel Macron getroffen haben.", "affirmed reported"),
    ("Angeblich traf Angela Merkel Emmanuel Macron.", "affirmed reported"),
    ("Der Spiegel berichtete, dass Angela Merkel Emmanuel Macron getroffen habe.", "affirmed reported by Der Spiegel"),
    ("Olaf Scholz sagte, Angela Merkel habe Emmanuel Macron getroffen.", "affirmed reported by Olaf Scholz"),
    ("Olaf Scholz bestritt, dass Angela Merkel Emmanuel Macron getroffen habe.", "negated reported by Olaf Scholz"),
    ("Angela Merkel könnte Emmanuel Macron treffen.", "affirmed possible"),
    ("Vielleicht traf Angela Merkel Emmanuel Macron.", "affirmed possible"),
    ("Wenn Angela Merkel Emmanuel Macron trifft, freut sich Olaf Scholz.", "affirmed hypothetical"),
    ("Hat Angela Merkel Emmanuel Macron getroffen?", "affirmed hypothetical"),
]


@pytest.mark.parametrize(("sentence", "status"), TOLD)
def test_status_of_the_same_event(sentence: str, status: str) -> None:
    found = {line.removeprefix(MET).strip() for line in lines_of(sentence) if line.startswith(MET)}
    assert {s.partition(" by ")[0] for s in found} == {status.partition(" by ")[0]}
    assert status in found or (" by " in next(iter(found)) and " by " not in status)


SAID = [
    ("Olaf Scholz wird Emmanuel Macron verlassen.", "Olaf Scholz | rel:verlassen | Emmanuel Macron | affirmed planned"),
    (
        "Olaf Scholz wurde von Emmanuel Macron empfangen.",
        "Emmanuel Macron | kg:received | Olaf Scholz | affirmed asserted",
    ),
    (
        "Angela Merkel und Emmanuel Macron trafen Joe Biden.",
        "Emmanuel Macron | kg:met | Joe Biden | affirmed asserted",
    ),
    (
        "Frankreich und Deutschland unterhalten enge militärische Beziehungen.",
        "France | kg:maintainsMilitaryRelationsWith | Germany | affirmed asserted",
    ),
    (
        "Polen und Litauen haben 2021 mindestens zehn gemeinsame Manöver abgehalten.",
        "Poland | kg:conductedExercisesWith | Lithuania | affirmed asserted",
    ),
    (
        "Siemens kaufte die Firma Varian aus Kalifornien.",
        "Siemens | kg:bought | Varian | affirmed asserted",
    ),
    (
        "Frankreich schickte Minister Bruno Le Maire nach Kairo.",
        "France | kg:sent | Bruno Le Maire | affirmed asserted",
    ),
    (
        "Wolodymyr Selenskyj kündigte an, nach Washington zu reisen.",
        "Wolodymyr Selenskyj | kg:visited | Washington | affirmed planned",
    ),
    (
        "Das Treffen von Olaf Scholz mit Joe Biden dauerte zwei Stunden.",
        "Olaf Scholz | kg:met | Joe Biden | affirmed asserted",
    ),
    (
        "Olaf Scholz sagte seine Reise nach Israel ab.",
        "Olaf Scholz | kg:visited | Israel | negated asserted",
    ),
    (
        "Die Ukraine griff Russland an.",
        "Ukraine | kg:attacked | Russia | affirmed asserted",
    ),
    (
        "Russland wurde von der Ukraine nicht angegriffen.",
        "Ukraine | kg:attacked | Russia | negated asserted",
    ),
    (
        "Lyon (Frankreich) feierte.",
        "Lyon | kg:locatedIn | France | affirmed asserted",
    ),
]


@pytest.mark.parametrize(("sentence", "line"), SAID)
def test_a_sentence_says_so(sentence: str, line: str) -> None:
    assert line in lines_of(sentence)


# What is no fact must not become one, however it is put.
UNREAL = [
    ("Ein Treffen zwischen Wladimir Putin und Emmanuel Macron ist nicht geplant.", "negated planned"),
    ("Ein Treffen zwischen Wladimir Putin und Emmanuel Macron ist für Mai geplant.", "affirmed planned"),
    ("Das geplante Treffen zwischen Wladimir Putin und Emmanuel Macron wurde abgesagt.", "negated planned"),
    ("Zu einem Treffen zwischen Wladimir Putin und Emmanuel Macron kam es nicht.", "negated asserted"),
    ("Ob Wladimir Putin Emmanuel Macron trifft, ist unklar.", "affirmed possible"),
    ("Wladimir Putin hätte Emmanuel Macron treffen sollen.", "affirmed hypothetical"),
    ("Es wird erwartet, dass Wladimir Putin Emmanuel Macron trifft.", "affirmed possible"),
    ("Wladimir Putin ist bereit, Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Sollte Wladimir Putin Emmanuel Macron treffen, reist Olaf Scholz ab.", "affirmed hypothetical"),
    ("Olaf Scholz glaubt, dass Wladimir Putin Emmanuel Macron treffen wird.", "affirmed possible"),
    ("Olaf Scholz verhinderte, dass Wladimir Putin Emmanuel Macron traf.", "negated asserted"),
    ("Fast hätte Wladimir Putin Emmanuel Macron getroffen.", "affirmed hypothetical"),
]


@pytest.mark.parametrize(("sentence", "status"), UNREAL)
def test_what_is_no_fact(sentence: str, status: str) -> None:
    met = {line for line in lines_of(sentence) if "| kg:met |" in line}
    assert {line.rpartition("|")[2].strip().partition(" by ")[0] for line in met} == {status}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "Wladimir Putin traf nicht Emmanuel Macron, sondern Olaf Scholz.",
            "Wladimir Putin | kg:met | Emmanuel Macron",
        ),
        ("Statt Emmanuel Macron traf Wladimir Putin Olaf Scholz.", "Wladimir Putin | kg:met | Emmanuel Macron"),
        ("Weder Wladimir Putin noch Olaf Scholz traf Emmanuel Macron.", "Olaf Scholz | kg:met | Emmanuel Macron"),
        ("Niemand traf Emmanuel Macron.", "Emmanuel Macron"),
        (
            "Olaf Scholz unterstützt den Plan von Emmanuel Macron, die Bank zu kaufen, jedoch nicht.",
            "Olaf Scholz | kg:supported | Plan von Emmanuel Macron",
        ),
        ("Pascal Lamy kam. Die Ernennung Lamys schließt einen Prozess ab.", "Pascal Lamy"),
        ("Es gibt keine Beweise, dass Max Meier Anna Schmidt getötet hat.", "Max Meier | kg:killed | Anna Schmidt"),
    ],
)
def test_no_fact_is_made_of_it(sentence: str, fact: str) -> None:
    assert not [line for line in lines_of(sentence) if fact in line and line.endswith("affirmed asserted")]


NOT_SAID = [
    ("Olaf Scholz wird Emmanuel Macron verlassen.", "Olaf Scholz | rel:verlassen | Emmanuel Macron | affirmed planned"),
    (
        "Olaf Scholz wurde von Emmanuel Macron empfangen.",
        "Emmanuel Macron | kg:received | Olaf Scholz | affirmed asserted",
    ),
    ("Angela Merkel las in Paris einen Brief von Emmanuel Macron.", "kg:met"),
    ("Angela Merkel traf eine Entscheidung.", "kg:met"),
    ("Olaf Scholz und Joe Biden waren in Brüssel.", "kg:met"),
    ("Lyon feierte, Frankreich trauerte.", "kg:locatedIn"),
    ("Er sprach über Berlin und Paris.", "kg:visited"),
]


@pytest.mark.parametrize(("sentence", "relation"), NOT_SAID)
def test_a_sentence_does_not_say_so(sentence: str, relation: str) -> None:
    assert not [line for line in lines_of(sentence) if f"| {relation} |" in line]


DESCRIBED = [
    ("Die Lufthansa-Tochter Eurowings AG wächst.", "Eurowings AG | kg:subsidiaryOf | Lufthansa | affirmed asserted"),
    (
        "Die Solara AG, eine Tochter der Siemens AG, wächst.",
        "Solara AG | kg:subsidiaryOf | Siemens AG | affirmed asserted",
    ),
    ("Die Solara AG ist keine Tochter der Siemens AG.", "Solara AG | kg:subsidiaryOf | Siemens AG | negated asserted"),
    ("Der Lufthansa-Streik dauert an.", "Lufthansa | kg:hitBy | Lufthansa-Streik | affirmed asserted"),
    ("Anna Weber, Tochter des Malers Paul Weber, kam.", "Anna Weber | kg:childOf | Paul Weber | affirmed asserted"),
]


@pytest.mark.parametrize(("sentence", "line"), DESCRIBED)
def test_what_a_noun_beside_a_name_and_a_name_in_a_compound_say(sentence: str, line: str) -> None:
    assert line in lines_of(sentence)


NOT_DESCRIBED = [
    ("An der Nordwerk AG ist die Solara AG, eine Tochter der Siemens AG, beteiligt.", "Nordwerk AG | kg:subsidiaryOf"),
    ("Die Gewerkschaft Verdi verhandelt. Der Verdi-Streik dauert an.", "Verdi | kg:hitBy"),
    ("Anna Weber, Tochter von Paul Weber und Ehefrau von Max Haller, kam.", "Anna Weber | kg:childOf | Max Haller"),
]


@pytest.mark.parametrize(("sentence", "start"), NOT_DESCRIBED)
def test_what_they_do_not_say(sentence: str, start: str) -> None:
    assert [line for line in lines_of(sentence) if line.startswith(start)] == []


TRAFFIC = [
    ("Für die Bergung wurde die B214 gesperrt.", "B214 | kg:trafficSituation | Sperrung | affirmed asserted"),
    ("Die A 27 ist gesperrt.", "A 27 | kg:trafficSituation | gesperrt | affirmed asserted"),
    ("Die A 27 ist nicht gesperrt.", "A 27 | kg:trafficSituation | gesperrt | negated asserted"),
    ("Die Vollsperrung der A 3 dauert an.", "A 3 | kg:trafficSituation | Vollsperrung | affirmed asserted"),
    ("Bei einem Unfall auf der B 27 starb ein Mann.", "B 27 | kg:sceneOf | Unfall | affirmed asserted"),
    (
        "A 7 Hannover Richtung Hamburg, in Höhe Celle Vollsperrung nach einem Unfall.",
        "A 7 | kg:trafficSituation | Vollsperrung | affirmed asserted",
    ),
    pytest.param(
        "A 7 Hannover Richtung Hamburg, in Höhe Westenholz Vollsperrung nach einem Unfall.",
        "A 7 | kg:trafficSituation | Vollsperrung | affirmed asserted",
        marks=misread,
    ),
    ("In Chile hat die Erde gebebt.", "Chile | kg:sceneOf | Erdbeben | affirmed asserted"),
    ("In Lyon ist ein Haus in Brand geraten.", "Lyon | kg:sceneOf | Brand | affirmed asserted"),
]


@pytest.mark.parametrize(("sentence", "line"), TRAFFIC)
def test_what_happens_on_roads_and_in_places(sentence: str, line: str) -> None:
    assert line in lines_of(sentence)


STRUCK = [
    ("In der Klinik Sonnenberg GmbH wird gestreikt.", "Klinik Sonnenberg GmbH | kg:hitBy | Streik | affirmed asserted"),
    ("Die Piloten der Lufthansa streiken.", "Lufthansa | kg:hitBy | Streik | affirmed asserted"),
    ("Die Lufthansa-Piloten streiken nicht.", "Lufthansa | kg:hitBy | Streik | negated asserted"),
    ("Die Piloten der Lufthansa setzen ihren Streik fort.", "Lufthansa | kg:hitBy | Streik | affirmed asserted"),
    ("Der Streik der Piloten der Lufthansa dauert an.", "Lufthansa | kg:hitBy | Streik | affirmed asserted"),
    ("Bei einem Unfall wurden in Lyon acht Menschen verletzt.", "Lyon | kg:sceneOf | Unfall | affirmed asserted"),
    ("Es gab einen Unfall mit Verletzten in Lyon.", "Lyon | kg:sceneOf | Unfall | affirmed asserted"),
]


@pytest.mark.parametrize(("sentence", "line"), STRUCK)
def test_who_is_struck_and_where(sentence: str, line: str) -> None:
    assert line in lines_of(sentence)


NOT_STRUCK = [
    "Die Mitglieder der Gewerkschaft Verdi streiken.",
    "Nach einem Unfall besuchte Peter Müller in Lyon seine Mutter.",
]


@pytest.mark.parametrize("sentence", NOT_STRUCK)
def test_who_is_not_struck(sentence: str) -> None:
    assert [line for line in lines_of(sentence) if "hitBy" in line or "sceneOf" in line] == []


NO_TRAFFIC = [
    "Der neue A 7 ist gesperrt.",
    "Die Bank hat das Konto von Peter Müller gesperrt.",
    "A 7 Hannover Richtung Hamburg, Westenholz.",
    "Auf der A 7 fuhr Peter Müller nach Hamburg.",
    "Salzufler Straße vor der Vollsperrung.",
]


@pytest.mark.parametrize("sentence", NO_TRAFFIC)
def test_what_is_no_traffic_situation(sentence: str) -> None:
    assert [line for line in lines_of(sentence) if "trafficSituation" in line or "sceneOf" in line] == []


def test_roads_in_english() -> None:
    assert "Interstate 95 | kg:trafficSituation | closure | affirmed asserted" in lines_of(
        "Interstate 95 was closed on Monday.", "en"
    )


POSTS = [
    ("Anna Weber, Chefin der Siemens AG und der Bosch GmbH, kam.", "Anna Weber | kg:hasPostAt | Bosch GmbH"),
    ("Lufthansa wächst. Der Chef der Airline, Carsten Spohr, kam.", "Carsten Spohr | kg:hasPostAt | Lufthansa"),
    ("Die Nordwerk AG i. I. zahlt aus.", "Nordwerk AG | kg:insolvencyStatus | Insolvenz"),
    pytest.param(
        "Die Nordwerk GmbH i. I. zahlt aus.", "Nordwerk GmbH | kg:insolvencyStatus | Insolvenz", marks=misread
    ),
]


@pytest.mark.parametrize(("sentence", "start"), POSTS)
def test_posts_at_bodies_and_states_in_names(sentence: str, start: str) -> None:
    assert f"{start} | affirmed asserted" in lines_of(sentence)


NO_POSTS = [
    ("Anna Weber, Chefin der Siemens AG, und die Bosch GmbH stritten.", "Anna Weber | kg:hasPostAt | Bosch GmbH"),
    ("Der Chef einer Bank, Carsten Spohr, kam.", "Carsten Spohr | kg:hasPostAt"),
    ("Die Nordwerk GmbH i. L. zahlt aus.", "Nordwerk GmbH | kg:insolvencyStatus"),
]


@pytest.mark.parametrize(("sentence", "start"), NO_POSTS)
def test_no_posts_and_states(sentence: str, start: str) -> None:
    assert [line for line in lines_of(sentence) if line.startswith(start)] == []


def test_a_verb_and_its_particle_set_the_status() -> None:
    document = document_of("Trump sagte seine Reise nach Polen ab.")
    assert {tuple(cue.of(document.article.text) for cue in m.spans.cue) for m in document.relation_mentions} >= {
        ("sagte", "ab")
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Li Shangfu hat Lloyd Austin noch nicht getroffen.",
            {"subject": ["Li Shangfu"], "relation": ["hat", "getroffen"], "object": ["Lloyd Austin"], "cue": ["nicht"]},
        ),
        (
            "Lloyd Austin traf Li Shangfu in Moskau.",
            {"subject": ["Lloyd Austin"], "relation": ["traf"], "object": ["Li Shangfu"], "cue": []},
        ),
    ],
)
def test_where_the_parts_of_a_statement_stand(text: str, said: dict[str, list[str]]) -> None:
    document = document_of(text)
    [met] = [mention for mention in document.relation_mentions if mention.relation.id == "kg:met"]
    assert {name: [text[a:b] for a, b in spans] for name, spans in met.spans.as_dict().items()} == said
