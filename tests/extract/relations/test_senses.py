"""One word, several senses: the sense that a relation means must be sure, or the German words are the relation."""

from __future__ import annotations

import pytest

from tests.extract.statements import graph_of, lines_of

# What a sentence says, and what another of nearly the same words does not say.
SENSES = [
    ("Das Innenministerium hat die Bürger über den Sturm informiert.", "| kg:reportedOn |", True),
    ("Olaf Scholz will sich über den Sturm informieren.", "| kg:reportedOn |", False),
    ("Im Halbfinale bestritt Siemens ein Spiel gegen Bosch.", "| kg:denied |", False),
    ("Siemens bestritt den Vorwurf.", "| kg:denied |", True),
    ("Am Abend fand ein Fernsehduell zwischen Olaf Scholz und Friedrich Merz statt.", "| kg:playedAgainst |", False),
    ("Am Abend fand ein Spiel zwischen Rafael Nadal und Roger Federer statt.", "| kg:playedAgainst |", True),
    ("Die Taliban bekannten sich zu dem Anschlag.", "| kg:claimedResponsibilityFor |", True),
    ("Deutschland bekennt sich zu seiner Verantwortung.", "| kg:claimedResponsibilityFor |", False),
    ("Greenpeace forderte den Rücktritt des Ministers.", "| kg:demanded |", True),
    ("Die Offensive Russlands forderte 73 Todesopfer.", "| kg:demanded |", False),
    ("Siemens schlug Bosch mit 3:1.", "| kg:wonAgainst |", True),
    ("Olaf Scholz schlug Friedrich Merz mit der Faust.", "| kg:wonAgainst |", False),
    ("Das Landgericht Berlin verurteilte Olaf Scholz.", "| kg:convicted | Olaf Scholz", True),
    ("Olaf Scholz verurteilte den Anschlag.", "| kg:condemned |", True),
    ("Olaf Scholz plant eine Reise.", "| kg:plans |", True),
    ("Olaf Scholz erwägt den Rücktritt.", "| kg:plans |", False),
    ("Die USA fördern viel Öl.", "| kg:promoted |", False),
    ("Die USA fördern den Handel.", "| kg:promoted |", True),
    ("Die Opposition verfügt über 50 Sitze.", "| kg:ordered |", False),
    ("Olaf Scholz vertritt diese Meinung.", "| kg:represents |", False),
    ("Der Soldat schoss auf den Kasten von Manuel Neuer.", "| kg:attacked |", False),
    ("Bosch gründete seine Hoffnung auf die Wahl.", "| kg:founded |", False),
    ("Bosch gründete 1990 eine Firma.", "| kg:founded |", True),
    ("Die Stadt Bonn stellte Siemens ein Grundstück zur Verfügung.", "| rel:zur_verfügung_stellen | Siemens |", False),
    ("Die Stadt Bonn stellte ein Grundstück zur Verfügung.", "| rel:zur_verfügung_stellen | Grundstück |", True),
    ("Siemens kündigte vier neue Minister an.", "| vier neue Minister |", True),
    ("Siemens kündigte einen neuen Minister an.", "| vier neue Minister |", False),
    ("Olaf Scholz erklärte Friedrich Merz zum Sieger.", "| kg:announced |", False),
    ("Olaf Scholz erklärte seinen Rücktritt.", "| kg:announced |", True),
    ("Der Bürgerkrieg ist ein Konflikt zwischen Israel, Syrien und Jordanien.", "| kg:opposed |", False),
    ("Seit Jahren gibt es einen Konflikt zwischen Israel und Syrien.", "| kg:opposed |", True),
]

# A relation that is said in the present is not said of what was once.
LASTING = [
    ("Olaf Scholz arbeitet für Siemens.", "Olaf Scholz | kg:worksFor | Siemens | affirmed asserted", True),
    ("Olaf Scholz arbeitete für Siemens.", "Olaf Scholz | kg:worksFor | Siemens | affirmed asserted", False),
    ("Olaf Scholz arbeitete seit 1997 für Siemens.", "Olaf Scholz | kg:worksFor | Siemens | affirmed asserted", True),
    ("Olaf Scholz hatte Friedrich Merz vertreten.", "| kg:represents |", False),
    ("Olaf Scholz, der Friedrich Merz vertritt, kam.", "| kg:represents |", True),
    ("Olaf Scholz sagte, dass Angela Merkel für Siemens arbeitete.", "| kg:worksFor |", True),
]

# What is asked for, shared out, or told of another time or place.
LOOSE = [
    ("Olaf Scholz weiß nicht, wie viele Häuser er besitzt.", "Olaf Scholz | kg:owns |", False),
    ("Olaf Scholz und Friedrich Merz erhielten 9 bzw. 8 Prozent der Stimmen.", "| kg:reached |", False),
    ("Olaf Scholz und Friedrich Merz erhielten 8 Prozent der Stimmen.", "| kg:reached | 8 |", True),
    ("Die SPD hat 125 der 308 Sitze errungen.", "| kg:reached | 308", False),
    ("Nach den Städten Bonn und Köln reist Olaf Scholz in die Schweiz.", "| kg:visited | Bonn", False),
    ("Olaf Scholz reist nach Bonn.", "| kg:visited | Bonn", True),
    ("Der Regierung gestattet das Gesetz die Zensur.", "Government | kg:permitted |", False),
    ("Die Regierung gestattet die Zensur.", "Government | kg:permitted |", True),
    ("„Bald“, so Minister Olaf Scholz, wird Siemens „ein Fahrzeug entwickeln“.", "Olaf Scholz | kg:developed |", False),
    ("Nach dem Urteil der Stiftung Warentest hat die Schauspielerin Klage eingereicht.", "Warentest | kg:filed", False),
]

# Who gets something is not what he gets.
RECIPIENTS = [
    ("Deutschland hat Frankreich den Kredit gewährt.", "Germany | kg:granted | France |", False),
    (
        "Olaf Scholz sicherte Friedrich Merz seine Unterstützung zu.",
        "Olaf Scholz | kg:promised | Friedrich Merz",
        False,
    ),
    ("Olaf Scholz empfahl dem Gericht eine Pause.", "Olaf Scholz | kg:recommended | Court", False),
    ("Olaf Scholz gratulierte Friedrich Merz.", "Olaf Scholz | kg:congratulated | Friedrich Merz", True),
]

# Where the parts of a sentence end.
BOUNDS = [
    (
        "Olaf Scholz, der von Friedrich Merz begleitet wurde, Robert Habeck und Annalena Baerbock kamen.",
        "Robert Habeck | kg:accompanied | Olaf Scholz",
        False,
    ),
    (
        "Olaf Scholz unterstützt die Forderung von Politikern der SPD, die Deutsche Bank zu boykottieren.",
        "Olaf Scholz | kg:boycotted |",
        False,
    ),
    ("Siemens verfolgt das Ziel, Bosch zu kaufen.", "Siemens | kg:bought | Bosch | affirmed planned", True),
    ("Siemens lobte den Plan, Bosch zu kaufen.", "Siemens | kg:bought |", False),
    ("Greenpeace boykottiert das Projekt Abgeordnetenwatch.", "Greenpeace | kg:boycotted | project", False),
    ("Es waren Inspektoren, die Brasilien überprüft hatten.", "Brazil | kg:investigated |", False),
    ("Es waren Inspektoren, die Brasilien überprüft hatte.", "Brazil | kg:investigated |", True),
    ("Das Geld, das nach der Übernahme der Firma durch Siemens gezahlt wurde, fehlt.", "Siemens | kg:paid |", False),
    ("Das Geld, das durch Siemens gezahlt wurde, fehlt.", "Siemens | kg:paid |", True),
    ("Paris unterstützt die Ukraine.", "France | kg:supported | Ukraine", True),
    ("Paris unterstützt die Ukraine. Das sagte die Pariser Bürgermeisterin.", "France | kg:supported |", False),
    ("Ihren Gegner Olaf Scholz forderte Angela Merkel heraus.", "Olaf Scholz | rel:herausfordern |", False),
]


# Where somebody is who says, thinks or wants something, and where that is which he speaks of.
@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Greenpeace berichtete von Unruhen in Libyen.", ()),
        ("Greenpeace berichtete in Berlin von Unruhen.", ("Berlin",)),
        ("Siemens baut eine Fabrik in Indien.", ("India",)),
    ],
)
def test_places(sentence: str, places: tuple[str, ...]) -> None:
    graph = graph_of(sentence)
    labels = {entity.id: entity.label("en") for entity in graph.entities}
    told = [s for s in graph.statements if s.relation.id in ("kg:reportedOn", "kg:built")]
    assert [tuple(labels[place] for place in s.places) for s in told] == [places]


@pytest.mark.parametrize(("sentence", "part", "said"), [*SENSES, *LASTING, *LOOSE, *RECIPIENTS, *BOUNDS])
def test_says(sentence: str, part: str, said: bool) -> None:
    assert any(part in line for line in lines_of(sentence)) is said, lines_of(sentence)
