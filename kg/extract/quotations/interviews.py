"""Interviews: what is said turn by turn, each by the one whose name opens the turn, or whom a question addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.lang import load
from kg.lang.schema import Quotations
from kg.model import BlockKind, Document, MentionKind, Quotation, QuotationKind, Span
from kg.ontology import Types

_LABEL = re.compile(r"^[ \t'*_„“\"]*(?P<name>[^\W\d_][^\n:'*_„“\"]{0,40}?)['*_“”\"]*:['*_]*[ \t]+(?=\S)", re.MULTILINE)
_WORDS = 4  # of a label at most
_TURNS = 3  # of one speaker at least, among two, where no question tells an interview
_INITIALS = 3  # at most
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARKS = '*_ \t\n"“”„«»'
_ADDRESSED = "vocative"


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one speaker says, and the label that names him."""

    label: Span
    said: Span


def interviews(document: Document) -> Iterator[Quotation]:
    """What is said in the turns of an interview; where no label names who speaks, only what answers somebody whom a
    question addresses by name."""
    turns = _turns(document.article.text)
    if not turns:
        yield from _unlabelled(document)
        return
    words = load(Quotations, document.article.language)
    asked = next(filter(lambda k: k >= 0, (_addressed(document, turn.said) for turn in turns)), -1)
    for turn in turns:
        name = turn.label.of(document.article.text)
        who = asked if name in words.answers else -1 if name in words.asks else _mention(document, turn.label)
        yield _said(document, turn.said, who, turn.label)


def _turns(text: str) -> list[_Turn]:
    """The turns of those who take turns: two names that recur, or one that asks and another that answers."""
    labels = [m for m in _LABEL.finditer(text) if len(m["name"].split()) <= _WORDS]
    speakers = _asking(text, labels)
    if not speakers:
        counts = Counter(m["name"] for m in labels)
        often = {name for name, count in counts.items() if count > 1}
        speakers = often if len(often) > 1 and max(counts.values()) >= _TURNS else set()
    told = [m for m in labels if m["name"] in speakers]
    turns = []
    for label, after in zip(told, [*told[1:], None], strict=bool(told)):
        end = after.start() if after is not None else _end(text, label.end())
        turns.append(_Turn(Span(*label.span("name")), Span(label.end(), end)))
    return turns


def _asking(text: str, labels: Sequence[re.Match[str]]) -> set[str]:
    """The names of those who ask, and of those whose turn comes right behind a question."""
    found = set[str]()
    for label, after in pairwise(labels):
        if label["name"] != after["name"] and _questions(text[label.end() : after.start()]):
            found |= {label["name"], after["name"]}
    return found


def _questions(text: str) -> bool:
    return text.rstrip(_MARKS).endswith("?")


def _end(text: str, start: int) -> int:
    """Where the last turn ends: with its paragraph."""
    found = _PARAGRAPH.search(text, start)
    return found.start() if found else len(text)


def _unlabelled(document: Document) -> Iterator[Quotation]:
    """Questions in paragraphs of their own from one that addresses somebody on, and what answers them; of what comes
    behind the last question one paragraph."""
    text, who = document.article.text, -1
    paragraphs = [block.span for block in document.article.blocks if block.kind is BlockKind.BODY]
    asking = [n for n, span in enumerate(paragraphs) if _questions(span.of(text))]
    for number, following in zip(asking, [*asking[1:], None], strict=bool(asking)):
        addressed = _addressed(document, paragraphs[number])
        who = addressed if addressed >= 0 else who
        if who < 0:
            continue
        answers = paragraphs[number + 1 : number + 2 if following is None else following]
        yield _said(document, paragraphs[number], -1, None)
        for answer in answers:
            yield _said(document, answer, who, None)


def _said(document: Document, said: Span, who: int, label: Span | None) -> Quotation:
    named = document.mentions[who].span if label is None and who >= 0 else label
    return Quotation(QuotationKind.DIRECT, (said,), () if named is None else (named,), None, who)


def _addressed(document: Document, place: Span) -> int:
    """The mention of the first person whom a sentence in a place addresses; -1 for nobody."""
    for number, sentence in enumerate(document.sentences):
        if not place.overlaps(sentence.span):
            continue
        heads = {t.i for t in sentence.tokens if t.deprel == _ADDRESSED}
        for k, mention in enumerate(document.mentions):
            if mention.sentence == number and heads & {*range(*mention.tokens)} and mention.type == Types.PERSON:
                return k
    return -1


def _mention(document: Document, label: Span) -> int:
    """The first mention of whom a label names, by the whole name, the last of its words or initials; -1 for nobody."""
    name = label.of(document.article.text)
    named = [(k, m) for k, m in enumerate(document.mentions) if m.kind is MentionKind.NAME]
    people = [(k, m) for k, m in named if m.type == Types.PERSON]
    called = (k for k, m in people if m.name.split()[-1:] == name.split()[-1:] and m.span != label)
    short = name.isupper() and len(name) <= _INITIALS
    meant = (k for k, m in people if short and name == "".join(word[0] for word in m.name.split()))
    return next(called, next(meant, next((k for k, m in named if label.contains(m.span)), -1)))
