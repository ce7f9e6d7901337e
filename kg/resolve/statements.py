"""Claims become statements: entities for chains, one statement for one content, all its evidence, one confidence.

Content and evidence are kept apart, so the same content from several sentences and articles is one statement with
several pieces of evidence (the content hash of INDRA, Gyori et al. 2017).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from kg.model import Count, Evidence, Literal, Modality, Polarity, Relation, Span, Spans, Statement, Time
from kg.ontology import Ontology
from kg.resolve.copies import plain
from kg.resolve.local import Claim, Reading

SURE_AT_MOST = 0.99
LEAST_CONFIDENCE = 0.65  # below it a statement is left out of the graph unless one asks for it
Content = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim about entities; `pair` is subject and object, sorted where the relation is symmetric."""

    subject: str
    object: str | Literal
    pair: tuple[str, ...]
    relation: Relation
    polarity: Polarity
    modality: Modality
    attribution: str | None
    time: Time | None
    places: tuple[str, ...]
    count: Count | None
    evidence: Evidence
    confidence: float

    @property
    def core(self) -> Content:
        """What is said, without its circumstances."""
        return self.relation.id, self.pair, self.polarity, self.modality

    @property
    def circumstances(self) -> Content:
        when = (self.time.value or self.time.text) if self.time else None
        return self.attribution, when, self.places or None, self.count

    @property
    def order(self) -> tuple[str, Span, str, float, Spans]:
        """Its place among the evidence of a statement; the best of several readings of one sentence first."""
        found = self.evidence
        return found.article, found.span, found.surface, -self.confidence, found.spans


def statements(
    readings: Iterable[Reading],
    ids: Mapping[tuple[str, int], str],
    ontology: Ontology,
    *,
    least: float = LEAST_CONFIDENCE,
) -> tuple[tuple[Statement, ...], Counter[str]]:
    """The statements sorted by id, and how much was dropped, by reason: claims; statements less sure than `least`."""
    contents: dict[Content, list[_Claim]] = {}
    dropped: Counter[str] = Counter()
    for reading in readings:
        claims = [_resolved(reading.record.id, claim, ids, ontology) for claim in reading.claims]
        kept = [claim for claim in claims if claim.subject != claim.object]
        dropped["self-loop"] += len(claims) - len(kept)
        specific = list(_specific(kept))
        dropped["said-more-precisely"] += len(kept) - len(specific)
        for claim in specific:
            contents.setdefault((*claim.core, *claim.circumstances), []).append(claim)
    made = [_statement(claims) for claims in contents.values()]
    sure = [statement for statement in made if statement.confidence >= least]
    dropped["doubtful"] += len(made) - len(sure)
    return tuple(sorted(sure, key=lambda statement: statement.id)), +dropped


def _resolved(article: str, claim: Claim, ids: Mapping[tuple[str, int], str], ontology: Ontology) -> _Claim:
    subject = ids[article, claim.subject]
    target = claim.object if isinstance(claim.object, Literal) else ids[article, claim.object]
    return _Claim(
        subject=subject,
        object=target,
        pair=_pair(subject, target, symmetric=_symmetric(claim.relation, ontology)),
        relation=claim.relation,
        polarity=claim.polarity,
        modality=claim.modality,
        attribution=None if claim.attribution is None else ids[article, claim.attribution],
        time=claim.time,
        places=tuple(sorted({ids[article, place] for place in claim.places})),
        count=claim.count,
        evidence=claim.evidence,
        confidence=claim.confidence,
    )


def _symmetric(relation: Relation, ontology: Ontology) -> bool:
    return not relation.open and ontology.relation(relation.id).symmetric


def _pair(subject: str, target: str | Literal, *, symmetric: bool) -> tuple[str, ...]:
    if isinstance(target, Literal):
        return subject, "literal", target.value, target.language, target.datatype, target.unit
    return (min(subject, target), max(subject, target)) if symmetric else (subject, target)


def _specific(claims: Sequence[_Claim]) -> Iterator[_Claim]:
    """Claims but those that the same sentence makes again with more circumstances."""
    alike: dict[Content, list[_Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.evidence.span, *claim.core), []).append(claim)
    for claim in claims:
        others = alike[claim.evidence.span, *claim.core]
        if not any(_says_less(claim.circumstances, other.circumstances) for other in others):
            yield claim


def _says_less(less: Content, more: Content) -> bool:
    return less != more and all(_within(a, b) for a, b in zip(less, more, strict=True))


def _within(a: object, b: object) -> bool:
    """Whether `b` has what `a` has: nothing, the same, or some of the same places."""
    return a is None or a == b or (isinstance(a, tuple) and isinstance(b, tuple) and set(a) <= set(b))


def _statement(claims: Sequence[_Claim]) -> Statement:
    """One statement of claims with one content.

    Of a symmetric relation it keeps the direction of most of its evidence, of the first where they are as many.
    """
    ordered = sorted(claims, key=lambda claim: claim.order)
    sentences: dict[tuple[str, Span], _Claim] = {}
    for claim in sorted(ordered, key=lambda claim: -claim.confidence):
        sentences.setdefault((claim.evidence.article, claim.evidence.span), claim)
    told = sorted(sentences.values(), key=lambda claim: claim.order)
    directions = Counter(claim.subject for claim in told)
    first = max(told, key=lambda claim: directions[claim.subject])
    return Statement(
        subject=first.subject,
        relation=first.relation,
        object=first.object,
        evidence=tuple(claim.evidence for claim in told),
        confidence=combined((claim.evidence.quote, claim.confidence) for claim in told),
        polarity=first.polarity,
        modality=first.modality,
        attribution=first.attribution,
        time=first.time,
        places=first.places,
        count=first.count,
    )


def combined(told: Iterable[tuple[str, float]]) -> float:
    """The confidence in what several sentences say: one minus the chance that all are wrong (noisy-or).

    The same words in two articles are one report printed twice, so a quote counts once, however it is set. Never above
    `SURE_AT_MOST`, since rules err together; rounded to four digits.
    """
    best: dict[str, float] = {}
    for quote, confidence in told:
        best[plain(quote)] = max(confidence, best.get(plain(quote), 0.0))
    wrong = reduce(lambda product, confidence: product * (1.0 - confidence), sorted(best.values()), 1.0)
    return round(min(1.0 - wrong, SURE_AT_MOST), 4)
