"""What fills a slot of a frame: somebody named, a country behind an adjective, a name in a compound, words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses.clause import COMPLEMENT, NATIONALITY, OBJECT, PART, SELF, SUBJECT, Argument
from kg.extract.phrases.glosses import noun_gloss
from kg.extract.phrases.phrases import clause_phrase, noun_phrase, words_phrase
from kg.extract.reading.compound_parts import FirstPart, first_part
from kg.extract.reading.reading import Reading
from kg.lang import load
from kg.lang.schema import Demonyms, Frames, Grammar
from kg.model import Labels, Literal, Mention, MentionKind
from kg.ontology import Types


@dataclass(frozen=True, slots=True)
class Nation:
    """A country named by an adjective only: its gazetteer id and the token."""

    country: str
    head: int


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a slot: a mention's index, a country named by an adjective, a name in a compound, or a phrase; and
    its head token.

    A phrase has a `type` where it describes someone whom the article does not name ("russische Minister").
    """

    value: int | Nation | FirstPart | Literal
    head: int
    slot: str
    type: str = ""


def fill(reading: Reading, argument: Argument, *, literal: bool) -> Filler | None:
    """What an argument stands for: a mention, a country behind an adjective, else (if wanted) its words."""
    head = argument.head
    if argument.slot == SELF:
        return Filler(_event(reading, head), head, SELF)
    if argument.slot == PART:
        part = first_part(reading, head)
        return None if part is None else Filler(part, head, argument.slot)
    if argument.slot == NATIONALITY:
        country = load(Demonyms, reading.language).country(reading.token(head).lemma)
        return Filler(Nation(country, head), head, argument.slot) if country else None
    mention = reading.mention(head)
    if mention is not None and reading.cast.named(mention) and not _some(reading, argument.head, mention):
        return Filler(mention, head, argument.slot)
    if mention is not None and reading.cast.mentions[mention].kind is MentionKind.NOMINAL:
        return None  # "das Unternehmen", which the text does not name
    described = reading.described(head) if argument.slot != SUBJECT else None
    phrase = _description(reading, described) if described else _phrase(reading, argument) if literal else None
    return Filler(phrase, head, argument.slot, described.type if described else "") if phrase else None


def _some(reading: Reading, head: int, mention: int) -> bool:
    """Whether a number before a name, and no part of it, tells how many of those are meant ("600 Sorben")."""
    first, end = reading.cast.mentions[mention].tokens
    return first <= head < end and any(t.i < first for t in reading.sentence.dependents(head, "nummod"))


def _event(reading: Reading, head: int) -> Literal:
    """An event by its own noun and what goes right before it; whose it is and where, the statement says."""
    first = head
    while first > 0 and reading.token(first - 1).upos in ("ADJ", "NUM") and reading.token(first - 1).head == head:
        first -= 1
    text, language = reading.document.article.text, reading.language
    words = words_phrase(reading.sentence, (first, head + 1), head, text, language=language)
    return words or Literal(reading.token(head).text, language)


def told_event(word: str, language: str) -> Literal:
    """An event by the noun for it that a frame has."""
    english = noun_gloss(word, language)
    return Literal(word, language, labels=Labels.of({language: word} | ({"en": english} if english else {})))


def _description(reading: Reading, mention: Mention) -> Literal | None:
    """The words of somebody described, with how many there are ("vier neue Professoren")."""
    text = reading.document.article.text
    if any(t.i < mention.tokens[0] for t in reading.sentence.dependents(mention.head, "nummod")):
        return noun_phrase(reading.sentence, mention.head, text, language=reading.language)
    return words_phrase(reading.sentence, mention.tokens, mention.head, text, language=reading.language)


def _phrase(reading: Reading, argument: Argument) -> Literal | None:
    if any(first <= argument.head < end for first, end in (time.tokens for time in reading.times)):
        return None  # a time says when, it is nobody's object
    if _asked(reading, argument.head) or _shared_out(reading, argument.head):
        return None
    phrase = reading.amount(argument.head) or _worded(reading, argument)
    bare = argument.slot == COMPLEMENT and phrase is not None and len(phrase.value.split()) == 1
    return None if bare else phrase  # a lone verb does not say what


def _worded(reading: Reading, argument: Argument) -> Literal | None:
    """The words of an argument; of an object without what its verb takes besides ("den Fall | an ein Gericht
    übergeben"), though a parser hung that on it."""
    text, language = reading.document.article.text, reading.language
    if argument.slot == COMPLEMENT:
        return clause_phrase(reading.sentence, argument.head, text, language=language)
    token = reading.token(argument.head)
    while token.relation == "conj" and token.head >= 0:
        token = reading.token(token.head)
    verb = reading.token(token.head).lemma if token.head >= 0 and argument.slot == OBJECT else ""
    apart = load(Frames, language).second_complements.get(verb, ())
    return noun_phrase(reading.sentence, argument.head, text, language=language, apart=apart)


def _asked(reading: Reading, head: int) -> bool:
    """Whether the noun is what is asked for ("wie viele Häuser")."""
    words = load(Grammar, reading.language).question_words
    before = [t for t in reading.sentence.dependents(head, "det", "amod", "nummod") if t.i < head]
    first = min((t.i for t in before), default=head)
    leading = [reading.token(first - 1)] if first > 0 else []
    return any(t.lemma.lower() in words for t in (*before, *leading))


def _shared_out(reading: Reading, head: int) -> bool:
    """Whether an amount is one of several, each for somebody else ("9 bzw. 8 Prozent")."""
    words = load(Grammar, reading.language).respective_words
    inside = reading.sentence.subtree(head) if reading.amount(head) else ()
    return any(reading.token(i).text.lower() in words for i in inside)


def bearer(filler: Filler) -> object:
    """The mention of whom a filler names, else its value."""
    return filler.value.mention if isinstance(filler.value, FirstPart) else filler.value


def filler_type(reading: Reading, filler: Filler) -> str | None:
    """The entity type of a filler; None for a literal."""
    if isinstance(filler.value, int):
        return reading.cast.types.get(filler.value) or Types.THING
    if isinstance(filler.value, FirstPart):
        place = filler.value.place
        return place.type if place else reading.cast.types.get(filler.value.mention) or Types.THING
    return Types.COUNTRY if isinstance(filler.value, Nation) else filler.type or None
