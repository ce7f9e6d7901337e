"""Graphs for the tests of this room: a small one made by hand, and any graph at all for properties."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from kg.model import (
    Article,
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
    Spans,
    Statement,
    Time,
)
from kg.ontology import load_ontology
from kg.ontology.relation_terms import Relations
from kg.ontology.terms import Types
from kg.rdf.read import evidence_order

ARTICLES = {
    "havn": Article(
        "havn",
        "Außenministerin Anna Berg traf im Mai zweimal Carl Dahl in Havn. Mit Eva Falk traf sich Berg nicht. "
        "Norland zahlte 500 Euro an die Stadt. Berg will Carl Dahl erneut treffen.",
        title="Berg in Havn",
        published=date(2024, 5, 20),
        source="Tagblatt",
        url="https://example.org/havn?a=1&b=ü ö",
    ),
    "tag/blatt 2": Article(
        "tag/blatt 2",
        "Laut Tagblatt besuchte Frau Berg Südland. Berg traf im Mai zweimal Dahl in Havn. Sie \"lobte\" Eva Falk.",
    ),
}  # fmt: skip


def relation(key: str) -> Relation:
    return load_ontology().relation(key).relation


def labels(en: str, de: str = "") -> Labels:
    return Labels.of({"en": en, "de": de or en})


def span(article: str, words: str) -> Span:
    start = ARTICLES[article].text.index(words)
    return Span(start, start + len(words))


def evidence(article: str, quote: str, surface: str, *marked: str) -> Evidence:
    spans = Spans(*((span(article, words),) for words in marked))
    return Evidence(article, span(article, quote), quote, surface, "de", spans)


def named(article: str, words: str, reason: str = "") -> EntityMention:
    return EntityMention(article, span(article, words), words, reason)


def said(subject: str, key: str | Relation, target: str | Literal, *found: Evidence, **more: Any) -> Statement:
    known = relation(key) if isinstance(key, str) else key
    return Statement(
        subject, known, target, tuple(sorted(found, key=evidence_order)), more.pop("confidence", 0.9), **more
    )


MET = "Außenministerin Anna Berg traf im Mai zweimal Carl Dahl in Havn."
AGAIN = "Berg will Carl Dahl erneut treffen."
MAY = Time("im Mai", "2024-05", date(2024, 5, 1), date(2024, 5, 31))

STATEMENTS = {
    "met": said(
        "Anna_Berg", Relations.MET, "Carl_Dahl",
        evidence("havn", MET, "traf", "Anna Berg", "traf", "Carl Dahl"),
        evidence("tag/blatt 2", "Berg traf im Mai zweimal Dahl in Havn.", "traf"),
        time=MAY, places=("Havn",), count=Count(2), confidence=0.95,
    ),
    "not met": said(
        "Anna_Berg", Relations.MET, "Eva_Falk",
        evidence("havn", "Mit Eva Falk traf sich Berg nicht.", "traf sich"), polarity=Polarity.NEGATED,
    ),
    "will meet": said(
        "Anna_Berg", Relations.MET, "Carl_Dahl", evidence("havn", AGAIN, "treffen"), modality=Modality.PLANNED,
    ),
    "visited": said(
        "Anna_Berg", Relations.VISITED, "Südland",
        evidence("tag/blatt 2", "Laut Tagblatt besuchte Frau Berg Südland.", "besuchte"),
        modality=Modality.REPORTED, attribution="Tagblatt",
    ),
    "office": said("Anna_Berg", Relations.HOLDS_OFFICE, "Foreign_Minister", evidence("havn", MET, "Außenministerin")),
    "paid": said(
        "Norland", Relations.PAID, Literal("500", "", "xsd:decimal", "EUR", labels("500 euros", "500 Euro")),
        evidence("havn", "Norland zahlte 500 Euro an die Stadt.", "zahlte"), count=Count(500, ">="),
    ),
    "praised": said(
        "Anna_Berg", Relation("rel:loben!", Labels.of({"de": "loben", "en": "praise"}), open=True), "Eva_Falk",
        evidence("tag/blatt 2", 'Sie "lobte" Eva Falk.', '"lobte"'),
    ),
    "topic": said(
        "Carl_Dahl", Relations.DISCUSSED, Literal("die \"Lage\"\n</script>", "de"), evidence("havn", AGAIN, "treffen"),
        confidence=1e-05,
    ),
}  # fmt: skip

ENTITIES = (
    Entity(
        "Anna_Berg", Types.PERSON, labels("Anna Berg"), ("Anna Berg", "Berg", "Frau Berg"), (("wikidata", "Q42"),),
        tuple(sorted((
            named("havn", "Anna Berg"), named("havn", "Berg", "surname"), named("tag/blatt 2", "Frau Berg", "title"),
        ))),
    ),
    Entity("Carl_Dahl", Types.PERSON, labels("Carl Dahl"), ("Carl Dahl",), mentions=(named("havn", "Carl Dahl"),)),
    Entity("Eva_Falk", Types.PERSON, labels("Eva Falk"), ("Eva Falk",), mentions=(named("havn", "Eva Falk"),)),
    Entity("Foreign_Minister", Types.OFFICE, labels("Foreign Minister of Norland", "Außenministerin von Norland")),
    Entity("Havn", Types.CITY, labels("Havn"), ("Havn",), (("geonames", "7"), ("iso3166", "NO-1"))),
    Entity("Norland", Types.COUNTRY, labels("Norland"), ("Norland",), mentions=(named("havn", "Norland"),)),
    Entity("Südland", Types.COUNTRY, labels("Southland", "Südland"), ("Südland",)),
    Entity("Tagblatt", Types.NEWS_MEDIA_ORGANIZATION, labels("Tagblatt"), ("Tagblatt",)),
)  # fmt: skip

SMALL = KnowledgeGraph(
    tuple(article.record() for article in ARTICLES.values()),
    ENTITIES,
    tuple(sorted(STATEMENTS.values(), key=lambda statement: statement.id)),
)
"""Two articles, eight entities, eight statements of every kind."""

TEXTS = {article.id: article.text for article in ARTICLES.values()}

# ----------------------------------------------------------------------------------------------- any graph at all

_NASTY = (
    "<script>alert(1)</script>",
    '"""',
    "\\u0041",
    "\\",
    "a\r\nb",
    "\u202eabc\u200f",
    "%2F",
    "..",
    "",
    "'''",
    "]]>",
    "&amp;",
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(_NASTY)
LANGUAGES = st.sampled_from(("de", "en", "pt", ""))
DAYS = st.none() | st.dates()
ALL_LABELS = st.dictionaries(LANGUAGES, TEXT, max_size=3).map(Labels.of)
LINKS = st.sets(
    st.tuples(st.just("wikidata"), st.from_regex(r"\AQ[1-9][0-9]{0,5}\Z"))
    | st.tuples(st.sampled_from(("wikidata", "geonames", "iso3166", "a b")), TEXT),
    max_size=3,
)
LITERALS = st.builds(Literal, TEXT, LANGUAGES, st.just(""), TEXT, ALL_LABELS) | st.builds(
    Literal, TEXT, st.just(""), st.sampled_from(("xsd:decimal", "xsd:integer", "xsd:date", "kg:x")), TEXT, ALL_LABELS
)
TIMES = st.none() | st.builds(Time, TEXT, st.none() | TEXT, DAYS, DAYS)
COUNTS = st.none() | st.builds(Count, st.integers(), st.sampled_from(("=", ">=", "<=", ">", "<", "~")))


def _sorted(strategy: Any, **how: Any) -> Any:
    return st.lists(strategy, max_size=3, unique=True).map(lambda found: tuple(sorted(found, **how)))


@st.composite
def graphs(draw: st.DrawFn) -> KnowledgeGraph:
    """A graph in the order that resolution gives it, with the worst texts everywhere; offsets give their words."""
    texts = draw(
        st.dictionaries(
            TEXT, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), min_size=1, max_size=3
        )
    )
    ids = draw(st.lists(TEXT, min_size=1, max_size=4, unique=True))
    open_labels = draw(st.dictionaries(TEXT.map("rel:{}".format), ALL_LABELS, min_size=1, max_size=3))
    relations = [Relation(key, found, True) for key, found in open_labels.items()]
    relations += [kind.relation for kind in load_ontology().relations[:5]]

    @st.composite
    def places(draw: st.DrawFn) -> tuple[str, Span]:
        article = draw(st.sampled_from(sorted(texts)))
        start, end = sorted(draw(st.tuples(*2 * (st.integers(0, len(texts[article])),))))
        return article, Span(start, end)

    def entity(key: str) -> st.SearchStrategy[Entity]:
        types = st.sampled_from([kind.id for kind in load_ontology().types])
        mention = st.builds(lambda at, why: EntityMention(at[0], at[1], at[1].of(texts[at[0]]), why), places(), TEXT)
        links = LINKS.map(lambda found: tuple(sorted(found)))
        return st.builds(Entity, st.just(key), types, ALL_LABELS, _sorted(TEXT), links, _sorted(mention))

    @st.composite
    def evidences(draw: st.DrawFn) -> Evidence:
        article, found = draw(places())
        marks = _sorted(places().filter(lambda at: at[0] == article))
        spans = Spans(*(tuple(mark for _, mark in draw(marks)) for _ in range(4)))
        quote = found.of(texts[article])
        return Evidence(article, found, quote, draw(TEXT), draw(LANGUAGES), spans)

    names = st.sampled_from(ids)
    statements = st.builds(
        Statement,
        names, st.sampled_from(relations), names | LITERALS,
        st.lists(evidences(), min_size=1, max_size=3, unique=True).map(lambda e: tuple(sorted(e, key=evidence_order))),
        st.floats(0, 1, exclude_min=True), st.sampled_from(Polarity), st.sampled_from(Modality), st.none() | names,
        TIMES, _sorted(names), COUNTS,
    )  # fmt: skip
    articles = [
        ArticleRecord(
            key,
            draw(st.none() | TEXT),
            draw(st.none() | TEXT),
            draw(DAYS),
            draw(LANGUAGES),
            draw(st.none() | TEXT),
            draw(TEXT),
            draw(st.none() | st.sampled_from(sorted(texts))),
        )
        for key in texts
    ]
    found = draw(st.lists(statements, max_size=4, unique_by=lambda statement: statement.id))
    return KnowledgeGraph(
        tuple(sorted(articles, key=lambda article: article.id)),
        tuple(draw(entity(key)) for key in sorted(ids)),
        tuple(sorted(found, key=lambda statement: statement.id)),
    )
