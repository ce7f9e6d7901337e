"""Graphs to look at: the seed article's, one of hostile text, one of two thousand nodes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.model import (
    ArticleRecord,
    Count,
    Entity,
    EntityMention,
    Evidence,
    KnowledgeGraph,
    Labels,
    Literal,
    Modality,
    Polarity,
    Relation,
    Span,
    Statement,
    Time,
)
from kg.ontology.terms import Relations, Types

SEED = Path(__file__).parents[2] / "seeds" / "li_shangfu_russland_belarus.txt"
ARTICLE = "li_shangfu_russland_belarus"
HOSTILE = "\u202e<script>alert(1)</script></script><!--<img src=x onerror=alert(2)>'\"`${alert(3)}\\u0022 \\\" ^^<x:y> \u2028\u2066"


def relation(key: str, en: str, de: str, *, open: bool = False) -> Relation:
    return Relation(key, Labels.of({"en": en, "de": de}), open)


MET = relation(Relations.MET, "met", "traf")
VISITED = relation(Relations.VISITED, "visited", "besuchte")
OFFICE = relation(Relations.HOLDS_OFFICE, "holds office", "hat das Amt")
LOCATED = relation(Relations.LOCATED_IN, "located in", "liegt in")
EXERCISES = relation(Relations.CONDUCTED_EXERCISES_WITH, "conducted exercises with", "hielt Übungen ab mit")
RELATIONS = relation(Relations.MAINTAINS_MILITARY_RELATIONS_WITH, "maintains military relations with",
                     "unterhält militärische Beziehungen zu")  # fmt: skip
DISCUSSED = relation(Relations.DISCUSSED, "discussed", "besprach")
SENT = relation(Relations.SENT, "sent", "schickte")
SPOKE = relation(Relations.SPOKE_AT, "spoke at", "sprach auf")
PROMISED = relation("rel:versprechen", "promise", "versprechen", open=True)
EXPAND = relation("rel:ausbauen", "expand", "ausbauen", open=True)
STATION = relation("rel:stationieren", "station", "stationieren", open=True)
MEDIATE = relation("rel:vermitteln_in", "mediate in", "vermitteln in", open=True)
TAKE_PART = relation("rel:teilnehmen_an", "take part in", "teilnehmen an", open=True)


def _entity(key: str, kind: str, *, de: str = "", names: tuple[str, ...] = (), links: tuple[tuple[str, str], ...] = (),
            text: str) -> Entity:  # fmt: skip
    label = key.replace("_", " ")
    labels = Labels.of({"en": label, "de": de or label})
    places = [(text.find(name), name) for name in (*names, de or label)]
    mentions = tuple(EntityMention(ARTICLE, Span(at, at + len(name)), name) for at, name in sorted(places) if at >= 0)
    return Entity(key, kind, labels, tuple(sorted({*names, de or label})), links, mentions)


def _entities(text: str) -> tuple[Entity, ...]:
    rows = [
        ("Li_Shangfu", Types.PERSON, "", ("Herr Li Shangfu", "Li", "Lis", "Herr Ly", "Herr Lee"), (("wikidata", "Q15918036"),)),
        ("Li_Hui", Types.PERSON, "", (), ()),
        ("Sergei_Shoigu", Types.PERSON, "Sergei Schoigu", ("Sergei Shoigu", "Schoigu"), (("wikidata", "Q206218"),)),
        ("Nikolai_Jewmenow", Types.PERSON, "", ("Yevmenov",), ()),
        ("Lloyd_Austin", Types.PERSON, "", (), (("wikidata", "Q941013"),)),
        ("South_China_Morning_Post", Types.NEWS_MEDIA_ORGANIZATION, "", ("SCMP",), (("wikidata", "Q1055334"),)),
        ("China", Types.COUNTRY, "", ("Peking", "Chinas"), (("iso3166", "CN"), ("geonames", "1814991"))),
        ("Russia", Types.COUNTRY, "Russland", ("Moskau",), (("iso3166", "RU"), ("geonames", "2017370"))),
        ("Belarus", Types.COUNTRY, "", ("Weißrussland",), (("iso3166", "BY"), ("geonames", "630336"))),
        ("Ukraine", Types.COUNTRY, "", (), (("iso3166", "UA"),)),
        ("India", Types.COUNTRY, "Indien", (), (("iso3166", "IN"),)),
        ("Saudi_Arabia", Types.COUNTRY, "Saudi-Arabien", (), (("iso3166", "SA"),)),
        ("Moscow", Types.CITY, "Moskau", (), (("geonames", "524901"),)),
        ("New_Delhi", Types.CITY, "Neu-Delhi", (), (("geonames", "1261481"),)),
        ("Beijing", Types.CITY, "Peking", (), (("geonames", "1816670"),)),
        ("Jeddah", Types.CITY, "Dschidda", (), (("geonames", "105343"),)),
        ("Moscow_Conference_on_International_Security", Types.EVENT, "Moskauer Konferenz für Internationale Sicherheit", (), ()),
        ("Defence_Minister_of_China", Types.OFFICE, "Verteidigungsminister von China", (), ()),
        ("Defence_Minister_of_Russia", Types.OFFICE, "Verteidigungsminister von Russland", (), ()),
        ("Secretary_of_Defense_of_the_United_States", Types.OFFICE, "Verteidigungsminister der USA", (), ()),
        ("Commander_of_the_Russian_Navy", Types.OFFICE, "Marinekommandeur von Russland", (), ()),
        ("Special_Envoy_of_China_for_Eurasian_Affairs", Types.OFFICE, "Sondergesandter von China für eurasische Angelegenheiten", (), ()),
        ("Ukraine_conflict", Types.EVENT, "Ukraine-Konflikt", (), ()),
    ]  # fmt: skip
    return tuple(sorted((_entity(k, t, de=de, names=n, links=li, text=text) for k, t, de, n, li in rows), key=lambda e: e.id))


def _evidence(text: str, quote: str, surface: str, *words: str) -> Evidence:
    start = text.index(quote)
    marks = (quote.index(word) for word in words)
    spans = tuple(sorted(Span(start + at, start + at + len(word)) for at, word in zip(marks, words, strict=True)))
    return Evidence(ARTICLE, Span(start, start + len(quote)), quote, surface, "de", spans)


def _phrase(de: str, en: str) -> Literal:
    return Literal(de, "de", labels=Labels.of({"de": de, "en": en}))


def seed_graph() -> KnowledgeGraph:
    """What the seed article says, by hand: every polarity and modality, literals, places, counts, two meetings of one pair."""
    text = SEED.read_text(encoding="utf-8")
    lines = {line.split(" ", 1)[0]: line for line in text.splitlines() if line}
    first, soll = lines["Die"], lines["Li"].split(". Es ")[0] + "."
    journey, took = lines["Lis"].split(". Li ")[0] + ".", "Li " + lines["Lis"].split(". Li ")[1]
    before, promise = lines["Vor"], lines["In"]
    july = next(line for line in text.splitlines() if line.startswith("Herr Li traf"))
    austin, drills = lines["Allerdings"], lines["China"].split(". Zwanzig")[0] + "."
    press, since = lines["Trotz"], lines["Unterdessen"].split(". Sie ")[1]
    envoy, since = lines["Anfang"], "Sie " + since
    april = Time("im April dieses Jahres", "2023-04", date(2023, 4, 1), date(2023, 4, 30))
    july_time = Time("im vergangenen Monat", "2023-07", date(2023, 7, 1), date(2023, 7, 31))
    august = Time("Anfang August", "2023-08", date(2023, 8, 1), date(2023, 8, 10))
    fourteenth = Time("ab dem 14. August", "2023-08-14/..", date(2023, 8, 14), None)
    march = Time("im März", "2023-03/..", date(2023, 3, 1), None)
    since_2012 = Time("seit 2012", "2012/..", date(2012, 1, 1), None)
    scmp = "South_China_Morning_Post"

    def say(subject, rel, target, quote, surface, *words, confidence=0.9, **more):  # type: ignore[no-untyped-def]
        return Statement(subject, rel, target, (_evidence(text, quote, surface, *words),), confidence, **more)

    reported, planned = Modality.REPORTED, Modality.PLANNED
    statements = [
        say("Li_Shangfu", VISITED, "Russia", first, "besuchte", "Herr Li Shangfu", "Russland", "besuchte", modality=reported, attribution=scmp, time=fourteenth),
        say("Li_Shangfu", VISITED, "Belarus", first, "besuchte", "Herr Li Shangfu", "Weißrussland", "besuchte", modality=reported, attribution=scmp, time=fourteenth),
        say("Li_Shangfu", VISITED, "Russia", took, "besuchte", "Li", "Russland", "besuchte", time=Time("seitdem", "2023-03/2023-08-15", date(2023, 3, 1), date(2023, 8, 15)), count=Count(1)),
        say("Li_Shangfu", SPOKE, "Moscow_Conference_on_International_Security", soll, "sprechen", "Li", "Moskauer Konferenz für Internationale Sicherheit", "sprechen", modality=reported),
        say("Li_Shangfu", MET, _phrase("russischen Verteidigungsministern", "Russian defence ministers"), soll, "zusammentreffen", "Li", "russischen Verteidigungsministern", "zusammentreffen", modality=planned, confidence=0.74),
        say("Li_Shangfu", MET, _phrase("belarussischen Staats- und Militärführern", "Belarusian state and military leaders"), soll, "zusammentreffen", "Li", "belarussischen Staats- und Militärführern", "zusammentreffen", modality=planned, confidence=0.71),
        say("Li_Shangfu", OFFICE, "Defence_Minister_of_China", took, "trat … an", "Li", "trat", "chinesischer Verteidigungsminister", time=march),
        say("China", EXPAND, _phrase("militärische Beziehungen zu Russland", "military relations with Russia"), journey, "ausbauen", "Peking", "militärischen Beziehungen", "ausbauen"),
        say("China", RELATIONS, "Russia", press, "pflegen … Beziehungen", "Peking", "Moskau", "pflegen"),
        say("Li_Shangfu", MET, "Sergei_Shoigu", before, "traf", "Herr Ly", "traf", "Sergei Shoigu", time=april, places=("Moscow", "New_Delhi"), count=Count(2), confidence=0.93),
        say("Sergei_Shoigu", OFFICE, "Defence_Minister_of_Russia", before, "russischen Amtskollegen", "russischen Amtskollegen", "Sergei Shoigu", confidence=0.82),
        say("Moscow", LOCATED, "Russia", before, "(…)", "Moskau", "Russland"),
        say("New_Delhi", LOCATED, "India", before, "(…)", "Neu-Delhi", "Indien"),
        say("Li_Shangfu", PROMISED, _phrase("die Zusammenarbeit zwischen den Streitkräften beider Länder zu fördern", "to further the cooperation of their forces"), promise, "versprachen", "versprachen", "Li", "Zusammenarbeit zwischen den Streitkräften", places=("Moscow",)),
        say("Sergei_Shoigu", PROMISED, _phrase("die Zusammenarbeit zwischen den Streitkräften beider Länder zu fördern", "to further the cooperation of their forces"), promise, "versprachen", "versprachen", "Schoigu", "Zusammenarbeit zwischen den Streitkräften", places=("Moscow",)),
        say("Li_Shangfu", MET, "Nikolai_Jewmenow", july, "traf sich", "Herr Li", "traf", "Nikolai Jewmenow", time=july_time, places=("Beijing",), confidence=0.94),
        say("Nikolai_Jewmenow", OFFICE, "Commander_of_the_Russian_Navy", july, "Marinekommandeur", "russischen Marinekommandeur", "Nikolai Jewmenow"),
        say("Li_Shangfu", DISCUSSED, _phrase("Marinezusammenarbeit", "naval cooperation"), july, "besprach", "Herr Li", "besprach", "Marinezusammenarbeit"),
        say("Li_Shangfu", MET, "Lloyd_Austin", austin, "hat … getroffen", "Herr Lee", "noch nicht", "Lloyd Austin", "getroffen", polarity=Polarity.NEGATED, confidence=0.91),
        say("Lloyd_Austin", OFFICE, "Secretary_of_Defense_of_the_United_States", austin, "US-Amtskollegen", "US-Amtskollegen", "Lloyd Austin", confidence=0.8),
        say("China", EXERCISES, "Russia", drills, "abgehalten", "China", "Russland", "Militärübungen", "abgehalten", time=since_2012, count=Count(45, ">=")),
        say("Russia", STATION, _phrase("Atomwaffen", "nuclear weapons"), since, "Stationierung", "Stationierung", "Atomwaffen", places=("Belarus",)),
        say("China", MEDIATE, "Ukraine_conflict", since, "Versuche … Vermittlerrolle", "Chinas", "Versuche", "Ukraine-Konflikt", modality=Modality.POSSIBLE, confidence=0.66),
        say("China", SENT, "Li_Hui", envoy, "schickte", "China", "schickte", "Li Hui", time=august, places=("Jeddah",)),
        say("Li_Hui", OFFICE, "Special_Envoy_of_China_for_Eurasian_Affairs", envoy, "Sondergesandten", "Sondergesandten für eurasische Angelegenheiten", "Li Hui"),
        say("Li_Hui", TAKE_PART, _phrase("internationale Gespräche über eine friedliche Lösung des Ukraine-Konflikts", "international talks on a peaceful solution of the Ukraine conflict"), envoy, "teilzunehmen", "Li Hui", "internationalen Gesprächen", "teilzunehmen", modality=planned, places=("Jeddah",)),
        say("Jeddah", LOCATED, "Saudi_Arabia", envoy, "in", "Dschidda", "Saudi-Arabien"),
    ]  # fmt: skip
    record = ArticleRecord(
        ARTICLE, "https://example.org/li-shangfu", "Chinas Verteidigungsminister Li Shangfu reist nach Russland und Belarus",
        date(2023, 8, 15), "de", "Beispielzeitung",
    )  # fmt: skip
    return KnowledgeGraph((record,), _entities(text), tuple(sorted(statements, key=lambda s: s.id)))


def hostile_graph() -> KnowledgeGraph:
    """Every text field is an attack; a link that is a script, a link that tries to leave its address."""
    labels = Labels.of({"en": HOSTILE, "de": HOSTILE})
    article = ArticleRecord(HOSTILE, "javascript:alert(4)", HOSTILE, date(2024, 1, 1), HOSTILE, HOSTILE)
    entities = tuple(
        Entity(key + HOSTILE, kind, labels, (HOSTILE, "\U0001f600 \ud800 alone"), (("wikidata", '"><script>alert(5)</script>'),),
               (EntityMention(HOSTILE, Span(0, len(HOSTILE)), HOSTILE, HOSTILE),))
        for key, kind in (("a", Types.PERSON), ("b", HOSTILE))
    )  # fmt: skip
    quote = "\U0001f600 " + HOSTILE + " end"
    evidence = Evidence(HOSTILE, Span(10, 10 + len(quote)), quote, HOSTILE, HOSTILE, (Span(12, 12 + len(HOSTILE)), Span(0, 11)))
    rel = Relation("rel:" + HOSTILE, labels, open=True)
    when = Time(HOSTILE, HOSTILE, None, None)
    first, second = entities[0].id, entities[1].id
    statements = (
        Statement(first, rel, second, (evidence,), 0.5, attribution=second, time=when, places=(first, second), count=Count(3, HOSTILE)),
        Statement(second, rel, Literal(HOSTILE, HOSTILE, HOSTILE, HOSTILE, labels), (evidence,), 0.5, polarity=Polarity.NEGATED),
        Statement(first, rel, first, (evidence,), 0.5, modality=Modality.HYPOTHETICAL),
    )  # fmt: skip
    return KnowledgeGraph((article,), entities, statements)


class _Dice:
    """A linear congruential generator, so that the large graph is the same everywhere."""

    def __init__(self, state: int) -> None:
        self.state = state

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit


ONSETS = "B Br D F G H J K Kl L M N P R S Sch St T W Z".split()
RHYMES = "ahl arn auer eck eder egel ein elm enz erg icht ide ilb ing itz olt ommer orn uber uhn".split()
KINDS = [Types.PERSON] * 8 + [Types.ORGANIZATION] * 3 + [Types.POLITICAL_PARTY, Types.COUNTRY, Types.CITY, Types.CITY,
                                                        Types.EVENT, Types.OFFICE, Types.THING]  # fmt: skip
MADE_UP = [MET, VISITED, SENT, DISCUSSED, LOCATED, OFFICE, SPOKE, EXPAND, PROMISED, STATION, TAKE_PART]
MODALITIES = [Modality.ASSERTED] * 7 + [Modality.REPORTED] * 3 + [Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL]


def large_graph(entities: int = 2000, articles: int = 280) -> KnowledgeGraph:
    """Made-up news: every article has a main figure, some that many articles name and some that hardly another does."""
    dice = _Dice(7)

    def name() -> str:
        return ONSETS[dice.below(len(ONSETS))] + RHYMES[dice.below(len(RHYMES))]

    def thing(number: int) -> Entity:
        kind = KINDS[dice.below(len(KINDS))]
        label = f"{name()} {name()}{RHYMES[dice.below(len(RHYMES))]}"
        return Entity(f"e{number:05d}", kind, Labels.of({"en": label}), (label, label.split()[1]))

    def known() -> int:
        return dice.below(entities) * dice.below(entities) * dice.below(entities) // (entities**2 * 2)

    things = [thing(number) for number in range(entities)]
    said: dict[str, Statement] = {}
    for article in range(articles):
        local = [(entities // 8 + article * 7 + n + dice.below(3)) % entities for n in range(8)]
        cast = [local[0], known(), known(), *local[1:], known()]
        for sentence in range(15):
            subject = cast[0] if dice.below(3) == 0 else cast[dice.below(len(cast))]
            target = cast[dice.below(len(cast))]
            if subject != target:
                statement = _made_up(things[subject], things[target], f"a{article:04d}", sentence, dice)
                said[statement.id] = statement
    records = tuple(ArticleRecord(f"a{n:04d}", None, f"Meldung {n} aus {name()}", date(2024, 5, 1 + n % 28)) for n in range(articles))
    return KnowledgeGraph(records, tuple(things), tuple(said[key] for key in sorted(said)))


def _made_up(subject: Entity, target: Entity, article: str, sentence: int, dice: _Dice) -> Statement:
    rel = MADE_UP[dice.below(len(MADE_UP))]
    words = [subject.label(), rel.labels.get("de"), target.label(), "am Dienstag nach langer Verhandlung, wie die Behörden mitteilten"]
    quote, start = " ".join(words) + ".", 200 * sentence
    evidence = Evidence(article, Span(start, start + len(quote)), quote, words[1], "de", (Span(start, start + len(words[0])),))
    return Statement(
        subject.id, rel, target.id, (evidence,), 0.5 + dice.below(50) / 100,
        Polarity.NEGATED if dice.below(15) == 0 else Polarity.AFFIRMED, MODALITIES[dice.below(len(MODALITIES))],
        time=Time("am Dienstag", "2024-05-14", date(2024, 5, 14), date(2024, 5, 14)) if dice.below(3) == 0 else None,
    )  # fmt: skip
