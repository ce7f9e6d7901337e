"""English sentences and what must, or must not, be said of them. None of them is from an evaluation set."""

from __future__ import annotations

import pytest

from tests.extract.statements import lines_of

MET = "Angela Merkel | kg:met | Emmanuel Macron |"

# One event, told in every way: the status that its statement must have.
TOLD = [
    ("Angela Merkel met Emmanuel Macron in Paris.", "affirmed asserted"),
    ("Angela Merkel has met with Emmanuel Macron.", "affirmed asserted"),
    ("Emmanuel Macron was met by Angela Merkel.", "affirmed asserted"),
    ("Angela Merkel, who met President Emmanuel Macron, spoke about Europe.", "affirmed asserted"),
    ("After Angela Merkel had met Emmanuel Macron, she left.", "affirmed asserted"),
    ("Angela Merkel is meeting Emmanuel Macron.", "affirmed asserted"),
    ("Angela Merkel did not meet Emmanuel Macron.", "negated asserted"),
    ("Angela Merkel has not yet met Emmanuel Macron.", "negated asserted"),
    ("Angela Merkel never met Emmanuel Macron.", "negated asserted"),
    ("Angela Merkel refused to meet Emmanuel Macron.", "negated asserted"),
    ("Angela Merkel left without meeting Emmanuel Macron.", "negated asserted"),
    ("Angela Merkel wants to meet Emmanuel Macron.", "affirmed planned"),
    ("Angela Merkel will meet Emmanuel Macron on Thursday.", "affirmed planned"),
    ("Emmanuel Macron is met by Angela Merkel on 3 June 2030.", "affirmed planned"),
    ("Angela Merkel plans to meet Emmanuel Macron.", "affirmed planned"),
    ("Angela Merkel promised to meet Emmanuel Macron.", "affirmed planned"),
    ("Angela Merkel tried to meet Emmanuel Macron.", "affirmed planned"),
    ("Angela Merkel travelled to Paris to meet Emmanuel Macron.", "affirmed planned"),
    ("Angela Merkel is certain to meet Emmanuel Macron.", "affirmed possible"),
    ("It is certain that Angela Merkel met Emmanuel Macron.", "affirmed asserted"),
    ("Olaf Scholz told Angela Merkel that she had met Emmanuel Macron.", "affirmed reported by Olaf Scholz"),
    ("Angela Merkel reportedly met Emmanuel Macron.", "affirmed reported"),
    ("Der Spiegel reported that Angela Merkel had met Emmanuel Macron.", "affirmed reported by Der Spiegel"),
    ("According to the BBC, Angela Merkel met Emmanuel Macron in Paris.", "affirmed reported by BBC"),
    ("Olaf Scholz said Angela Merkel had met Emmanuel Macron.", "affirmed reported by Olaf Scholz"),
    ("Olaf Scholz denied that Angela Merkel had met Emmanuel Macron.", "negated reported by Olaf Scholz"),
    ("Olaf Scholz accused Angela Merkel of meeting Emmanuel Macron.", "affirmed reported by Olaf Scholz"),
    ("Angela Merkel could meet Emmanuel Macron.", "affirmed possible"),
    ("Perhaps Angela Merkel met Emmanuel Macron.", "affirmed possible"),
    ("If Angela Merkel meets Emmanuel Macron, Olaf Scholz will be pleased.", "affirmed hypothetical"),
    ("Did Angela Merkel meet Emmanuel Macron?", "affirmed hypothetical"),
]


@pytest.mark.parametrize(("sentence", "status"), TOLD)
def test_status_of_the_same_event(sentence: str, status: str) -> None:
    found = {line.removeprefix(MET).strip() for line in lines_of(sentence, "en") if line.startswith(MET)}
    assert {s.partition(" by ")[0] for s in found} == {status.partition(" by ")[0]}
    assert status in found or (" by " in next(iter(found)) and " by " not in status)


SAID = [
    ("Emmanuel Macron received Olaf Scholz in Paris.", "Emmanuel Macron | kg:received | Olaf Scholz"),
    ("Angela Merkel and Emmanuel Macron met Joe Biden.", "Emmanuel Macron | kg:met | Joe Biden"),
    ("France and Germany maintain close military ties.", "France | kg:maintainsMilitaryRelationsWith | Germany"),
    ("France has cut diplomatic ties with Mali.", "France | kg:brokeRelationsWith | Mali"),
    ("China and Russia held a joint naval drill.", "China | kg:conductedExercisesWith | Russia"),
    ("Norway signed a trade agreement with Japan.", "Norway | kg:signedAgreementWith | Japan"),
    ("Germany supplied tanks to Ukraine.", "Germany | kg:suppliedWeaponsTo | Ukraine"),
    ("Germany supplied Ukraine with tanks.", "Germany | kg:suppliedWeaponsTo | Ukraine"),
    ("The United States imposed sanctions on Iran.", "United States | kg:sanctioned | Iran"),
    ("The United States lifted sanctions against Iran.", "United States | kg:liftedSanctionsAgainst | Iran"),
    ("US sanctions against Iran hit the economy.", "United States | kg:sanctioned | Iran"),
    ("Russia's invasion of Ukraine shocked Europe.", "Russia | kg:invaded | Ukraine"),
    ("The war between Sudan and Ethiopia goes on.", "Sudan | kg:foughtAgainst | Ethiopia"),
    ("Olaf Scholz called on Emmanuel Macron to resign.", "Olaf Scholz | kg:urged | Emmanuel Macron"),
    ("Turkey shot down a Syrian jet.", "Turkey | kg:shotDown | Syrian jet"),
    ("Hanna Lund was born in Oslo.", "Hanna Lund | kg:bornIn | Oslo"),
    ("Hanna Lund is married to Erik Dahl.", "Hanna Lund | kg:marriedTo | Erik Dahl"),
    ("Hanna Lund is the daughter of Erik Dahl.", "Hanna Lund | kg:childOf | Erik Dahl"),
    ("Hanna Lund was sentenced to death.", "Hanna Lund | kg:sentencedTo | death"),
    ("Hanna Lund was convicted of fraud.", "Hanna Lund | kg:convictedOf | fraud"),
    ("Oslo is the capital of Norway.", "Oslo | kg:capitalOf | Norway"),
    ("Norway is a member of NATO.", "Norway | kg:memberOf | NATO"),
    ("Norway borders Sweden.", "Norway | kg:borders | Sweden"),
    ("Microsoft took over Nokia.", "Microsoft | kg:acquired | Nokia"),
    ("Microsoft's takeover of Nokia was a mistake.", "Microsoft | kg:acquired | Nokia"),
    ("Siemens is headquartered in Munich.", "Siemens | kg:headquarteredIn | Munich"),
    ("Siemens is based in Munich.", "Siemens | kg:headquarteredIn | Munich"),
    ("Hanna Lund resigned as chancellor.", "Hanna Lund | kg:resignedFrom | chancellor"),
    ("Hanna Lund beat Erik Dahl in the final.", "Hanna Lund | kg:wonAgainst | Erik Dahl"),
    ("Nokia praised Siemens and was sold to Microsoft.", "Nokia | kg:praised | Siemens"),
    ("Norway's support for Ukraine goes on.", "Norway | kg:supported | Ukraine"),
    ("The visit of Olaf Scholz to Norway ended.", "Olaf Scholz | kg:visited | Norway"),
    ("Talks between Norway and Japan began in Geneva.", "Norway | kg:spokeWith | Japan"),
    ("Emmanuel Macron awarded Hanna Lund a medal.", "Emmanuel Macron | kg:awarded | Hanna Lund"),
    ("The trade union Unite criticised Germany.", "Unite | kg:criticized | Germany"),
    ("Hanna Lund grew up in Oslo.", "Hanna Lund | kg:grewUpIn | Oslo"),
]


@pytest.mark.parametrize(("sentence", "said"), SAID)
def test_says(sentence: str, said: str) -> None:
    assert {line for line in lines_of(sentence, "en") if line.startswith(f"{said} | affirmed asserted")}


UNSAID = [
    ("Norway and Sweden have borders.", "kg:borders"),
    ("Olaf Scholz met the deadline.", "kg:met | "),
    ("The man visiting Norway is Olaf Scholz.", "Norway | kg:visited"),
    ("Hanna Lund was arrested by Norwegian police.", "Hanna Lund | kg:arrested"),
    ("Germany's weapons were not supplied to Ukraine.", "affirmed"),
    ("Nokia was taken over by Microsoft.", "Nokia | kg:acquired"),
    ("Olaf Scholz warned against attacks on Ukraine.", "Olaf Scholz | kg:attacked"),
    ("Former US President Donald Trump spoke in Ohio.", "kg:holdsOffice"),
    ("The alarm was supplied to Ukraine by Siemens.", "kg:suppliedWeaponsTo"),
]


@pytest.mark.parametrize(("sentence", "unsaid"), UNSAID)
def test_does_not_say(sentence: str, unsaid: str) -> None:
    assert [line for line in lines_of(sentence, "en") if unsaid in line] == []


HELD = [
    ("Russian Defence Minister Sergei Shoigu spoke.", "Sergei Shoigu", "Defence Minister of Russia"),
    ("Sergei Shoigu, the Russian defence minister, spoke.", "Sergei Shoigu", "Defence Minister of Russia"),
    ("Sergei Shoigu, Russia's defence minister, spoke.", "Sergei Shoigu", "Defence Minister of Russia"),
    ("The Russian minister of defence, Sergei Shoigu, spoke.", "Sergei Shoigu", "Defence Minister of Russia"),
    ("US President Joe Biden spoke.", "Joe Biden", "President of the United States"),
    ("The US president, Joe Biden, spoke.", "Joe Biden", "President of the United States"),
    ("Tim Cook, chief executive of Apple, spoke.", "Tim Cook", "Chief Executive of Apple"),
    ("Apple chief executive officer Tim Cook spoke.", "Tim Cook", "Chief Executive of Apple"),
    ("Apple's CEO Tim Cook spoke.", "Tim Cook", "Chief Executive of Apple"),
    ("NATO Secretary-General Jens Stoltenberg spoke.", "Jens Stoltenberg", "Secretary-General of NATO"),
    ("Kremlin spokesman Dmitry Peskov spoke.", "Dmitry Peskov", "Spokesperson of Kremlin"),
    ("Jane Doe, a spokeswoman for Siemens, spoke.", "Jane Doe", "Spokesperson of Siemens"),
    ("Norway's deputy prime minister Anna Vik spoke.", "Anna Vik", "Deputy Prime Minister of Norway"),
    (
        "Sergei Shoigu, the Russian defence minister, met his Chinese counterpart, Li Shangfu.",
        "Li Shangfu",
        "Defence Minister of China",
    ),
]


@pytest.mark.parametrize(("sentence", "holder", "office"), HELD)
def test_offices(sentence: str, holder: str, office: str) -> None:
    assert f"{holder} | kg:holdsOffice | {office} | affirmed asserted" in lines_of(sentence, "en")


MEANT = [
    ("Olaf Scholz spoke with Angela Merkel in Oslo. He praised Norway.", "kg:praised", {"Olaf Scholz"}),
    ("Olaf Scholz spoke in Oslo. Mr Scholz praised Norway.", "kg:praised", {"Olaf Scholz"}),
    ("German Chancellor Olaf Scholz spoke. The chancellor praised Norway.", "kg:praised", {"Olaf Scholz"}),
    ("Siemens opened a factory. The company praised Norway.", "kg:praised", {"Siemens"}),
    ("Washington criticized Norway.", "kg:criticized", {"United States"}),
    ("Angela Merkel spoke with Emmanuel Macron. She praised Norway.", "kg:praised", {"Angela Merkel"}),
    ("Angela Merkel met Ursula von der Leyen. The car broke down. It hit Norway.", "kg:hit", set()),
]


@pytest.mark.parametrize(("text", "relation", "subjects"), MEANT)
def test_who_is_meant(text: str, relation: str, subjects: set[str]) -> None:
    found = [line.split(" | ") for line in lines_of(text, "en")]
    assert {subject for subject, said, *_ in found if said == relation} == subjects
