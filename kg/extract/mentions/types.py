"""What a name names: a type of the ontology and candidates of the gazetteer, by the evidence around it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions.forms import given_gender, head_type
from kg.extract.mentions.words import ROAD, NameSpan
from kg.extract.roles.nouns import body_noun, role_noun
from kg.lang import load
from kg.lang.schema import Demonyms, Names
from kg.model import Sentence, Token
from kg.ontology import Ontology, Place, Types

_OF_TAG = {"PER": Types.PERSON, "ORG": Types.ORGANIZATION, "LOC": Types.PLACE, "MISC": Types.THING}
_CANDIDATES = 5
_LONGEST_ROLE = 6  # tokens from the head of a role noun to its last word


@dataclass(frozen=True, slots=True)
class Typed:
    """A type, the gazetteer's candidates, and how sure: 3 certain, 2 by the words, 1 by the tagger, 0 open."""

    type: str
    places: tuple[Place, ...] = ()
    weight: int = 0


def typed(sentence: Sentence, span: NameSpan, ontology: Ontology, *, language: str) -> Typed:
    """The type of a name: courtesy titles and roles make a person, then the gazetteer, words in and before the name,
    a given name, and the tagger's class at last."""
    if span.tag == ROAD:
        return Typed(Types.FACILITY, weight=3)
    evidence = _Evidence(sentence, span, ontology, language)
    for kind in (evidence.title, evidence.known, evidence.form, evidence.before, evidence.inside, evidence.given):
        found = kind()
        if found:
            return found
    if span.tag == "LOC" and ontology.is_a(evidence.head() or Types.THING, Types.PLACE):
        return Typed(evidence.head(), weight=1)
    return Typed(_OF_TAG[span.tag], weight=1) if span.tag in _OF_TAG else Typed(Types.THING)


class _Evidence:
    """One name among its neighbours."""

    def __init__(self, sentence: Sentence, span: NameSpan, ontology: Ontology, language: str) -> None:
        self.sentence = sentence
        self.span = span
        self.ontology = ontology
        self.language = language
        self.words: Names = load(Names, language)
        self.tokens = sentence.tokens[span.first : span.end]

    def title(self) -> Typed | None:
        if self.span.gender or self.span.title:
            return Typed(Types.PERSON, weight=3)
        return None

    def known(self) -> Typed | None:
        places = self.span.places
        if not places or (self.span.tag == "PER" and self._somebody()):
            return None
        near = self._called_so(places)
        if self._inhabitants(near[0]):
            return Typed(Types.THING, weight=2)
        return Typed(near[0].type, near[:_CANDIDATES], 3)

    def _inhabitants(self, place: Place) -> bool:
        """Whether the name is that of people, or of their team, and not of the place ("die Bayern")."""
        demonyms = load(Demonyms, self.language)
        demonym = demonyms.regions.get(place.id)
        word = self.tokens[0].text
        people = any(word.startswith(person) for person in demonym.persons) if demonym else False
        beside = self.sentence.dependents(self.span.first, "det", "amod")
        return people and len(self.tokens) == 1 and [t.has("Definite", "Def") for t in beside] == [True]

    def _somebody(self) -> bool:
        previous = self._previous()
        return previous is not None and self._role(previous)

    def _role(self, last: Token) -> bool:
        """Whether the token is a role noun or the last word of one ("Secretary of State")."""
        heads = range(max(0, last.i - _LONGEST_ROLE), last.i + 1)
        found = ((i, role_noun(self.sentence, i, language=self.language)) for i in reversed(heads))
        return any(noun is not None and i + noun.after == last.i for i, noun in found)

    def _called_so(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """The candidates, those of the type that a word before the name tells first ("Provinz", "Hauptstadt")."""
        previous = self._previous()
        wanted = self.words.class_nouns.get(previous.text, "") if previous else ""
        fits = tuple(p for p in places if wanted and self.ontology.is_a(p.type, wanted))
        return fits + tuple(p for p in places if p not in fits)

    def form(self) -> Typed | None:
        last = self.tokens[-1].text
        return Typed(Types.COMPANY, weight=3) if len(self.tokens) > 1 and last in self.words.legal_forms else None

    def before(self) -> Typed | None:
        """What a noun before the name says: a role, an inhabitant, a class ("Zeitung", "Firma")."""
        previous = self._previous()
        if previous is None or previous.upos not in ("NOUN", "PROPN", "ADJ"):
            return None
        role = self._role(previous)
        body = self._class(previous) if not role else ""
        if body:
            return Typed(body, weight=2)
        if role or self._inhabitant(previous):
            return Typed(Types.PERSON, weight=2) if self._person_like() else None
        return None

    def _class(self, noun: Token) -> str:
        if noun.upos == "ADJ":
            return ""
        known = self.words.class_nouns.get(noun.lemma) or self.words.class_nouns.get(noun.text)
        if known:
            return known
        body = body_noun(self.sentence, noun.i, language=self.language)
        return body.type if body and self.span.tag != "PER" and not self._person_like_tag() else ""

    def _person_like_tag(self) -> bool:
        return bool(given_gender(self._name(), self.language))

    def _person_like(self) -> bool:
        return (
            self.span.tag in ("PER", "", "MISC")
            or bool(given_gender(self._name(), self.language))
            or (not self.span.places)
        )

    def _inhabitant(self, noun: Token) -> bool:
        return noun.upos == "NOUN" and bool(load(Demonyms, self.language).country(noun.text))

    def inside(self) -> Typed | None:
        """What a head noun within the name says ("Moskauer Konferenz", "Universität Leipzig")."""
        if len(self.tokens) < 2 or self.span.tag == "PER":
            return None
        for token in (*reversed(self.tokens[1:]), self.tokens[0]):
            kind = head_type(token.text, self.language)
            if kind:
                return Typed(kind, weight=2)
        body = body_noun(self.sentence, self.span.first, language=self.language)
        return Typed(body.type, weight=2) if body else None

    def head(self) -> str:
        """What the last part of a name says that is one compound ("Rheinufertunnel"), "" for nothing."""
        return head_type(self.tokens[0].text, self.language) if len(self.tokens) == 1 else ""

    def given(self) -> Typed | None:
        company = self.span.tag == "ORG" and len(self.tokens) != 2
        if not company and given_gender(self._name(), self.language):
            return Typed(Types.PERSON, weight=2)
        return None

    def _name(self) -> str:
        return " ".join(t.text for t in self.tokens)

    def _previous(self) -> Token | None:
        """The word right before the name, an opening quotation mark aside."""
        i = self.span.opening - 1 if self.span.opening >= 0 else self.span.first - 1
        if i > 0 and self.sentence.tokens[i].upos == "PUNCT" and self.sentence.tokens[i].text not in ",;:.()–":
            i -= 1
        return self.sentence.tokens[i] if i >= 0 else None
