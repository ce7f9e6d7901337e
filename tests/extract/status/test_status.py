"""Whose plan, claim or demand it is: the status of one event, told with many words. No sentence is from an evaluation
set; "" stands for no statement at all."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

MET = "Angela Merkel | kg:met | Emmanuel Macron |"

TOLD = [
    # What somebody demands is no plan of whoever shall do it.
    ("Olaf Scholz bat Angela Merkel, Emmanuel Macron zu treffen.", ""),
    ("Olaf Scholz rief Angela Merkel dazu auf, Emmanuel Macron zu treffen.", ""),
    ("Olaf Scholz forderte, Angela Merkel müsse Emmanuel Macron treffen.", ""),
    ("Olaf Scholz sagte, Angela Merkel solle Emmanuel Macron treffen.", ""),
    ("Angela Merkel schlug vor, Emmanuel Macron zu treffen.", ""),
    ("Angela Merkel muss Emmanuel Macron treffen.", ""),
    ("Angela Merkel hat Emmanuel Macron bis Freitag zu treffen.", ""),
    ("Angela Merkel darf Emmanuel Macron nicht treffen.", ""),
    ("Angela Merkel bot an, Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel beschloss, Emmanuel Macron zu treffen.", "affirmed planned"),
    # Wishes and what is scheduled are plans; what had to be done was done.
    ("Angela Merkel möchte Emmanuel Macron treffen.", "affirmed planned"),
    ("Angela Merkel soll Emmanuel Macron am Freitag treffen.", "affirmed planned"),
    ("Angela Merkel sollte Emmanuel Macron in Rom treffen.", "affirmed planned"),
    ("Angela Merkel wird Emmanuel Macron treffen müssen.", "affirmed planned"),
    ("Angela Merkel musste Emmanuel Macron treffen.", "affirmed asserted"),
    ("Angela Merkel hat Emmanuel Macron treffen können.", "affirmed asserted"),
    ("Angela Merkel musste Emmanuel Macron nicht treffen.", ""),
    ("Falls Angela Merkel Emmanuel Macron treffen muss, freut sich Olaf Scholz.", "affirmed hypothetical"),
    # A plan that is made known is a plan still.
    ("Angela Merkel machte ihr Vorhaben bekannt, Emmanuel Macron zu treffen.", "affirmed planned"),
    # Whoever leaves something, so as not to do another thing, does not plan that.
    ("Angela Merkel reiste nicht nach Rom, um Emmanuel Macron nicht zu treffen.", "negated planned"),
    ("Angela Merkel kam nicht nach Rom, um nicht Emmanuel Macron zu treffen.", "negated planned"),
    ("Angela Merkel reiste nach Rom, um Emmanuel Macron nicht zu treffen.", "negated planned"),
    ("Angela Merkel reiste nach Rom, um Emmanuel Macron zu treffen.", "affirmed planned"),
    # What "um" governs is no purpose where a verb of its own person ends the clause.
    ("Dem stehen die Stimmen gegenüber, um die Angela Merkel Emmanuel Macron traf.", "affirmed asserted"),
    # Accusations and claims are told by whoever makes them.
    ("Olaf Scholz beschuldigte Angela Merkel, Emmanuel Macron getroffen zu haben.", "affirmed reported by Olaf Scholz"),
    ("Olaf Scholz will wissen, dass Angela Merkel Emmanuel Macron getroffen hat.", "affirmed reported by Olaf Scholz"),
    (
        "Olaf Scholz will erfahren haben, dass Angela Merkel Emmanuel Macron getroffen hat.",
        "affirmed reported by Olaf Scholz",
    ),
    ("Angela Merkel hat nach eigenen Angaben Emmanuel Macron getroffen.", "affirmed reported by Angela Merkel"),
    # A source that is only a role or a group is one nevertheless.
    ("Nach Angaben von Augenzeugen hat Angela Merkel Emmanuel Macron getroffen.", "affirmed reported by Eyewitnesses"),
    (
        "Ein Oppositionspolitiker sagte, Angela Merkel habe Emmanuel Macron getroffen.",
        "affirmed reported by Opposition politician",
    ),
    ("Ihr Sohn sagte, Angela Merkel habe Emmanuel Macron getroffen.", "affirmed reported"),
    # Behind a colon only what is quoted is said.
    (
        "Weil Angela Merkel Emmanuel Macron traf, war Olaf Scholz froh: „Ein guter Start“, sagte er.",
        "affirmed asserted",
    ),
    ("„Angela Merkel traf Emmanuel Macron“, sagte Olaf Scholz.", "affirmed reported by Olaf Scholz"),
    ("Angela Merkel traf Emmanuel Macron: Er habe sie eingeladen.", "affirmed asserted"),
    ("Olaf Scholz sagte: „Angela Merkel sollte Emmanuel Macron treffen.“", ""),
    (
        "Olaf Scholz sprach in Rom. Er sei froh, dass Angela Merkel Emmanuel Macron getroffen hätte.",
        "affirmed reported by Olaf Scholz",
    ),
    # Neither begun nor ended is done.
    ("Angela Merkel begann, Emmanuel Macron zu treffen.", ""),
    ("Angela Merkel begann nicht, Emmanuel Macron zu treffen.", "negated asserted"),
    # What comes behind "until" has not happened where it is only said to.
    (
        "Olaf Scholz sagte, er warte, bis Angela Merkel Emmanuel Macron getroffen habe.",
        "affirmed hypothetical by Olaf Scholz",
    ),
    # An inability denies, whatever noun tells it; a pressure is no plan.
    ("Angela Merkel war nicht in der Lage, Emmanuel Macron zu treffen.", "negated asserted"),
    ("Angela Merkel ist in der Lage, Emmanuel Macron zu treffen.", "affirmed possible"),
    ("Angela Merkel bekam Emmanuel Macron zu treffen.", "affirmed asserted"),
    ("Angela Merkel hatte Pläne in Rom, Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel stand unter Druck, Emmanuel Macron zu treffen.", ""),
    (
        "Olaf Scholz geht davon aus, dass Angela Merkel Emmanuel Macron treffen würde.",
        "affirmed possible by Olaf Scholz",
    ),
    # A purpose is a plan, but not of what the deed itself does, nor where only others say so.
    ("Angela Merkel reiste nach Paris, um Emmanuel Macron zu treffen.", "affirmed planned"),
    ("Angela Merkel soll nach Paris gereist sein, um Emmanuel Macron zu treffen.", ""),
    # Means, consequence, subject: no hearsay.
    ("Der Gipfel begann damit, dass Angela Merkel Emmanuel Macron traf.", "affirmed asserted"),
    ("Es gab keinen Ausweg, so dass Angela Merkel Emmanuel Macron traf.", "affirmed asserted"),
    ("Olaf Scholz sagte, dass Angela Merkel Emmanuel Macron traf.", "affirmed reported by Olaf Scholz"),
    # Denied is the manner, the degree or the time, not the deed.
    ("Angela Merkel traf Emmanuel Macron nicht rechtzeitig.", ""),
    ("Angela Merkel traf Emmanuel Macron nicht sofort.", ""),
    ("Angela Merkel traf Emmanuel Macron nicht in geeigneter Form.", ""),
    ("Angela Merkel traf Emmanuel Macron nicht in Rom.", "negated asserted"),
    (
        "Trotz der Ankündigung von Angela Merkel, Emmanuel Macron zu treffen, kann Olaf Scholz siegen.",
        "affirmed planned",
    ),
    # What time a deed took is no plan of it.
    ("Angela Merkel brauchte drei Tage, um Emmanuel Macron zu treffen.", ""),
    # A second subject behind a comma, and who tells it in between, make another statement.
    ("Emmanuel Macron kam, so vermutet Angela Merkel, nach Rom.", ""),
    ("Angela Merkel traf Emmanuel Macron nicht mehr sehr oft.", ""),
    ("Angela Merkel hat Emmanuel Macron kaum getroffen.", ""),
    ("Angela Merkel hat Emmanuel Macron nicht mehr getroffen.", "negated asserted"),
    ("Angela Merkel hat Emmanuel Macron noch nicht offiziell getroffen.", "negated asserted"),
    # Who may do a thing as planned, and whom nobody doubts.
    ("Angela Merkel soll Emmanuel Macron treffen dürfen.", "affirmed planned"),
    ("Angela Merkel darf Emmanuel Macron treffen.", "affirmed possible"),
    ("Es gibt keinen Zweifel, dass Angela Merkel Emmanuel Macron traf.", "affirmed asserted"),
    ("Olaf Scholz hält es für unwahrscheinlich, dass Angela Merkel Emmanuel Macron traf.", ""),
    ("Olaf Scholz hält es für möglich, dass Angela Merkel Emmanuel Macron traf.", "affirmed possible by Olaf Scholz"),
    ("Es gibt Zweifel, dass Angela Merkel Emmanuel Macron traf.", "affirmed possible"),
    # A preposition before a relative pronoun opens no purpose.
    ("Der Ort, um den es geht, ist Rom, weil Angela Merkel dort Emmanuel Macron traf.", "affirmed asserted"),
    # Told is what stands before an aside, no other clause around it.
    (
        "Angela Merkel, die in Rom Emmanuel Macron traf, sprach über das Fest, bei dem - so ihr Bericht - viele sangen.",
        "affirmed asserted",
    ),
    # Behind a semicolon, or with an object of its own, stands no aside.
    ("Angela Merkel traf Emmanuel Macron; sie bekannte sich zu Europa.", "affirmed asserted"),
    ("Angela Merkel traf Emmanuel Macron, er schrieb Briefe an die Gäste.", "affirmed asserted"),
    ("Angela Merkel traf Emmanuel Macron, schrieb die Zeitung „Le Monde“.", "affirmed reported by Le Monde"),
    # Behind a colon only what is told in the mood of hearsay, or quoted, is hearsay.
    ("Der Abend begann gut: Angela Merkel traf Emmanuel Macron.", "affirmed asserted"),
    (
        "Olaf Scholz sagte: Sollte er siegen, werde Angela Merkel Emmanuel Macron treffen.",
        "affirmed hypothetical by Olaf Scholz",
    ),
    # What one does not do instead, or without it, is told as the clause around.
    (
        "Olaf Scholz sagte, Angela Merkel sei abgereist, ohne Emmanuel Macron zu treffen.",
        "negated reported by Olaf Scholz",
    ),
    ("Angela Merkel reiste ab, ohne Emmanuel Macron zu treffen.", "negated asserted"),
]


@pytest.mark.parametrize(("sentence", "status"), TOLD)
def test_status(sentence: str, status: str) -> None:
    found = {line.removeprefix(MET).strip() for line in lines_of(sentence) if line.startswith(MET)}
    assert found == ({status} if status else set())


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        # The condition is of what is said, not of the saying.
        ("Angela Merkel warnte vor Angriffen auf Polen, falls Russland gewinnt.", "affirmed asserted"),
        ("Angela Merkel warnt Polen, wenn Russland angreift.", "affirmed asserted"),
        ("Angela Merkel unterstützt Polen, wenn Russland angreift.", "affirmed hypothetical"),
        # What opens the sentence and is called something is taken for granted.
        ("Dass Angela Merkel Polen unterstützt, ist ein gutes Zeichen.", "affirmed asserted"),
        # What a name is called by others is not what others report.
        ("Angela Merkel, wie sie weithin genannt wird, besuchte Polen.", "affirmed asserted"),
        ("Angela Merkel besuchte Polen, wie Olaf Scholz berichtet.", "affirmed reported by Olaf Scholz"),
        # A condition behind another clause may be that one's: nothing is told of either.
        ("Angela Merkel lobt Polen, weil es dort hilft.", "affirmed asserted"),
    ],
)
def test_status_of_a_main_clause(sentence: str, line: str) -> None:
    assert {status for found in lines_of(sentence) for *_, status in [found.split(" | ")] if "Merkel |" in found} == {
        line
    }


INTERVIEW = """Im Gespräch mit Wikinews antwortet Angela Merkel auf unsere Fragen.

Wikinews: Was sagen Sie zu Polen?

Angela Merkel: Die Ukraine unterstützt Polen.

Wikinews: Und was noch?

Angela Merkel: Frankreich besiegte Portugal.
Es war gut.

Wikinews: Danke.

Angela Merkel: Gern."""


def test_answers_of_an_interview_are_said_by_whoever_gives_them() -> None:
    told = {line for line in lines_of(INTERVIEW) if line.startswith(("Ukraine", "France"))}
    assert {line.rpartition(" | ")[2] for line in told} == {"affirmed reported by Angela Merkel"}
    assert len(told) == 2


def test_a_line_with_a_colon_is_no_interview() -> None:
    told = lines_of("Fußball: Frankreich besiegte Portugal.\n\nOrt: Paris ist die Hauptstadt von Frankreich.")
    assert {line.rpartition(" | ")[2] for line in told if line.startswith("France")} == {"affirmed asserted"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        # An event that is a circumstance, or known already, is no part of what a source says of it.
        ("Bei einem Anschlag in Rom starben laut BBC zwei Menschen.", "affirmed asserted"),
        ("Bei einem Anschlag in Rom sind offenbar zwei Menschen gestorben.", "affirmed asserted"),
        ("Der Anschlag in Rom wurde laut BBC scharf verurteilt.", "affirmed asserted"),
        ("Bei dem Anschlag in Rom kamen laut BBC zwei Menschen ums Leben.", "affirmed asserted"),
        ("Laut BBC ereignete sich in Rom ein Anschlag.", "affirmed reported by BBC"),
        (
            "Olaf Scholz sagte, bei einem Anschlag in Rom seien zwei Menschen gestorben.",
            "affirmed reported by Olaf Scholz",
        ),
    ],
)
def test_status_of_an_event(sentence: str, status: str) -> None:
    found = {line.rpartition(" | ")[2] for line in lines_of(sentence) if line.startswith("Rome | kg:sceneOf")}
    assert found == {status}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Deutschland bestreitet sein erstes Gruppenspiel gegen Spanien.", "affirmed asserted"),
        ("Olaf Scholz bestreitet, dass Deutschland Spanien besiegt hat.", "negated reported by Olaf Scholz"),
    ],
)
def test_to_contest_is_not_to_deny(sentence: str, told: str) -> None:
    assert {line.rpartition(" | ")[2] for line in lines_of(sentence) if "Spain" in line} == {told}


def test_what_is_done_for_somebody_is_not_done_by_him() -> None:
    assert not lines_of("Angela Merkel bekam einen Ball zugepasst.")
    assert not lines_of("Angela Merkel sieht ihre Ziele erfüllt.")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Die Reaktion von Angela Merkel auf das Angebot fiel positiv aus.", {"affirmed asserted"}),
        ("Die Reaktion von Angela Merkel auf das Angebot fiel aus.", {"negated asserted"}),
    ],
)
def test_to_turn_out_is_not_to_be_cancelled(sentence: str, status: set[str]) -> None:
    assert {line.rpartition(" | ")[2] for line in lines_of(sentence) if "kg:reactedTo" in line} == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Es gibt neue Verdachtsmomente für eine Beteiligung Frankreichs an dem Krieg.", {"affirmed possible"}),
        ("Die Beteiligung Frankreichs an dem Krieg begann 2003.", {"affirmed asserted"}),
    ],
)
def test_a_suspicion_right_before_an_event_governs_it(sentence: str, status: set[str]) -> None:
    assert {line.rpartition(" | ")[2] for line in lines_of(sentence) if "kg:tookPartIn" in line} == status


def test_half_of_a_statement_is_none() -> None:
    assert not [line for line in lines_of("Wer siegt, Angela Merkel bestritt die Annahme nicht.") if "Annahme" in line]
    assert not [line for line in lines_of("Angela Merkel beantwortete die Frage nicht.") if "question" in line]
    assert not lines_of("Angela Merkel hatte Emmanuel Macron unterstützt, Olaf Scholz nicht.")


@pytest.mark.parametrize("verb", ["told", "warned", "urged"])
def test_what_somebody_is_told_to_do_is_not_said_to_be_done(verb: str) -> None:
    found = lines_of(f"Olaf Scholz {verb} Angela Merkel to meet Emmanuel Macron.", "en")
    assert not [line for line in found if "kg:met" in line]
