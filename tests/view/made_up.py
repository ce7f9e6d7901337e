"""A large graph of made-up news, the same everywhere: few things that many articles name, most that hardly one does."""

from __future__ import annotations

from datetime import date

from kg.model import (
    ArticleRecord,
    Entity,
    Evidence,
    KnowledgeGraph,
    Labels,
    Modality,
    Polarity,
    Relation,
    Span,
    Spans,
    Statement,
    Time,
)
from kg.ontology.terms import Types

ONSETS = ("B", "Br", "D", "F", "G", "H", "J", "K", "Kl", "L", "M", "N", "P", "R", "S", "Sch", "St", "T", "W", "Z")
RHYMES = ("ahl", "arn", "auer", "eck", "eder", "egel", "ein", "elm", "enz", "erg", "icht", "ide", "ilb", "ing", "itz")
OTHERS = (Types.POLITICAL_PARTY, Types.COUNTRY, Types.CITY, Types.CITY, Types.EVENT, Types.OFFICE, Types.THING)
KINDS = (*[Types.PERSON] * 8, *[Types.ORGANIZATION] * 3, *OTHERS)
WORDS = {
    "met": "traf",
    "visited": "besuchte",
    "sent": "schickte",
    "criticized": "kritisierte",
    "supports": "unterstützt",
}
OPEN = {"rel:ausbauen": "ausbauen", "rel:versprechen": "versprechen", "rel:stationieren": "stationieren"}
RELATIONS = (
    *(Relation(f"kg:{en}", Labels.of({"en": en, "de": de})) for en, de in WORDS.items()),
    *(Relation(key, Labels.of({"en": de, "de": de}), open=True) for key, de in OPEN.items()),
)
UNSURE = (Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL)
MODALITIES = (*[Modality.ASSERTED] * 7, *[Modality.REPORTED] * 3, *UNSURE)
TUESDAY = Time("am Dienstag", "2024-05-14", date(2024, 5, 14), date(2024, 5, 14))
REST = "am Dienstag nach langer Verhandlung, wie die Behörden mitteilten"


class _Dice:
    """A linear congruential generator, so that the large graph is the same everywhere."""

    def __init__(self, state: int) -> None:
        self.state = state

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit


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
    return KnowledgeGraph(
        tuple(ArticleRecord(f"a{n:04d}", None, f"Meldung {n}", date(2024, 5, 1 + n % 28)) for n in range(articles)),
        tuple(things),
        tuple(said[key] for key in sorted(said)),
    )


def _made_up(subject: Entity, target: Entity, article: str, sentence: int, dice: _Dice) -> Statement:
    relation = RELATIONS[dice.below(len(RELATIONS))]
    name, verb = subject.label(), relation.labels.get("de")
    quote, start = f"{name} {verb} {target.label()} {REST}.", 200 * sentence
    span, spans = Span(start, start + len(quote)), Spans(subject=(Span(start, start + len(name)),))
    return Statement(
        subject.id,
        relation,
        target.id,
        (Evidence(article, span, quote, verb, "de", spans),),
        0.5 + dice.below(50) / 100,
        Polarity.NEGATED if dice.below(15) == 0 else Polarity.AFFIRMED,
        MODALITIES[dice.below(len(MODALITIES))],
        time=TUESDAY if dice.below(3) == 0 else None,
    )
