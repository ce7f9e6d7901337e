"""Mentions without a name: roles of people, institutions, and pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.roles.designations import designation
from kg.extract.roles.nouns import BodyNoun, RoleKind, RoleNoun, gender_by_article
from kg.extract.roles.phrases import Phrase, PhraseReader
from kg.extract.roles.surroundings import possessor_readings
from kg.lang import load
from kg.lang.schema import Institutions, Pronouns, Roles
from kg.model import Document, Mention, MentionKind, Sentence, Span, Token
from kg.ontology import Gazetteer, Types

_PLURAL = "Plur"  # the gender of what is one body, but always told in the plural ("police")


def nominals(document: Document, number: int, names: tuple[Mention, ...], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Role, institution and pronoun mentions of sentence `number`, whose name mentions are `names`."""
    maker = _Maker(document, number, names, gazetteer)
    yield from maker.roles()
    yield from maker.bodies()
    yield from maker.pronouns()


def unnamed(document: Document, number: int, span: Span, gazetteer: Gazetteer) -> Mention | None:
    """Who a phrase of sentence `number` stands for that is only a role or a group ("Augenzeugen", "a minister"),
    whether or not it points at anybody the text knows; None for what is no person or body, and for kin ("his son")."""
    names = tuple(m for m in document.mentions if m.sentence == number and m.kind is MentionKind.NAME)
    maker = _Maker(document, number, names, gazetteer)
    found: tuple[tuple[RoleNoun | BodyNoun, Phrase], ...] = (*maker.reader.roles(), *maker.reader.bodies())
    for noun, phrase in found:
        token = maker.sentence.tokens[phrase.head]
        above = maker.sentence.tokens[token.head].span if token.head >= 0 else None
        if phrase.name < 0 and span.contains(token.span) and (above is None or not span.contains(above)):
            if isinstance(noun, BodyNoun):
                return maker.mention(noun, phrase, MentionKind.NOMINAL, noun.type, noun.gender)
            owned = phrase.possessor >= 0 or phrase.frame.possessive
            kin = noun.kind is RoleKind.PERSON and owned
            return None if kin else maker.mention(noun, phrase, MentionKind.NOMINAL, Types.PERSON, "")
    return None


class _Maker:
    """One sentence of a document."""

    def __init__(self, document: Document, number: int, names: tuple[Mention, ...], gazetteer: Gazetteer) -> None:
        self.text = document.article.text
        self.language = document.article.language
        self.number = number
        self.sentence = document.sentences[number]
        self.names = names
        self.gazetteer = gazetteer
        self.words = load(Pronouns, self.language)
        self.institutions = load(Institutions, self.language)
        self.reader = PhraseReader(self.sentence, names, gazetteer, language=self.language)

    def roles(self) -> Iterator[Mention]:
        for noun, phrase in self.reader.roles():
            if self._refers(noun, phrase):
                yield self.mention(noun, phrase, MentionKind.ROLE, Types.PERSON, self._person(noun, phrase))

    def _person(self, noun: RoleNoun, phrase: Phrase) -> str:
        written = self.sentence.tokens[phrase.head].text
        article = phrase.frame.determiner.text.lower() if phrase.frame.determiner else ""
        return gender_by_article(noun, written, article, language=self.language)

    def bodies(self) -> Iterator[Mention]:
        for noun, phrase in self.reader.bodies():
            if self._certain(noun, phrase) and not predicative(self.sentence, phrase.head, language=self.language):
                yield self.mention(noun, phrase, MentionKind.NOMINAL, noun.type, noun.gender)

    def _certain(self, noun: BodyNoun, phrase: Phrase) -> bool:
        """Whether a certain body is meant: definite, or bare without any adjective but a country's, and not somebody
        else's whom the text does not name."""
        frame = phrase.frame
        one = not phrase.plural or (noun.gender == _PLURAL and self.sentence.tokens[phrase.head].lemma == noun.lemma)
        bare = frame.determiner is None and one and (not frame.adjectives or phrase.context)
        vague = any(a.lemma in self.institutions.vague_adjectives for a in frame.adjectives)
        group = phrase.plural and noun.gender != _PLURAL and not noun.compound
        unknown = noun.vague or group or phrase.group >= 0 or phrase.possessor >= 0
        return (frame.definite or frame.possessive or bare) and not vague and (phrase.context or not unknown)

    def _refers(self, noun: RoleNoun, phrase: Phrase) -> bool:
        """Whether the phrase points at somebody: definite, somebody's, beside a name, or a group of office holders."""
        if predicative(self.sentence, phrase.head, language=self.language) and phrase.name < 0:
            return False
        if phrase.name >= 0:
            return True
        if phrase.frame.definite or phrase.frame.possessive:
            return not phrase.plural or (noun.kind is RoleKind.OFFICE and phrase.context)
        group = phrase.plural and noun.kind is RoleKind.OFFICE and bool(phrase.country)
        bare = phrase.frame.determiner is None and self.reader.owned_before(phrase)
        return group or bare

    def mention(self, noun: RoleNoun | BodyNoun, phrase: Phrase, kind: MentionKind, type_: str, gender: str) -> Mention:
        tokens = self.sentence.tokens[phrase.frame.first : phrase.last + 1]
        labels = designation(
            noun, phrase, self.sentence, self.names, gazetteer=self.gazetteer, language=self.language
        ).labels(self.gazetteer, language=self.language)
        span = Span(tokens[0].start, tokens[-1].end)
        return Mention(
            span=span,
            text=span.of(self.text),
            kind=kind,
            type=type_,
            sentence=self.number,
            head=phrase.head,
            tokens=(phrase.frame.first, phrase.last + 1),
            name=labels.get(self.language),
            gender="" if phrase.plural else gender,
            number="Plur" if phrase.plural else "Sing",
            country=phrase.country or self._country(phrase.region),
            labels=labels,
        )

    def _country(self, region: str) -> str:
        place = self.gazetteer.country_of(region) if region else None
        return place.id if place else ""

    # -- pronouns -------------------------------------------------------------------------------------------------

    def pronouns(self) -> Iterator[Mention]:
        for token in self.sentence.tokens:
            readings = self._readings(token)
            if readings:
                gender, number = _agreement(readings, self._number(token))
                yield Mention(
                    span=token.span,
                    text=token.text,
                    kind=MentionKind.PRONOUN,
                    type=Types.THING,
                    sentence=self.number,
                    head=token.i,
                    tokens=(token.i, token.i + 1),
                    name=token.text.lower(),
                    gender=gender,
                    number=number,
                )

    def _readings(self, token: Token) -> tuple[str, ...]:
        polite = token.text[0].isupper() and token.i > 0 and self.sentence.tokens[token.i - 1].upos != "PUNCT"
        if polite:
            return ()
        if token.upos == "DET" or token.relation == "det" or token.feat("Poss") == "Yes":
            return possessor_readings(token.text, self.language)
        if token.upos != "PRON" or token.feat("Reflex") == "Yes" or token.relation == "expl":
            return ()
        readings = self.words.personal.get(token.text.lower(), ())
        return () if readings and self._impersonal(token, readings) else readings

    def _impersonal(self, token: Token, readings: tuple[str, ...]) -> bool:
        """Whether a neuter pronoun stands for nothing ("es handelt sich um", "es gibt")."""
        if token.head < 0 or any(not r.startswith("Neut") for r in readings):
            return False
        verb = self.sentence.tokens[token.head]
        clausal = self.sentence.dependents(verb.i, "ccomp", "csubj", "xcomp")
        return bool(clausal) or verb.lemma in self.words.impersonal or verb.upos not in ("VERB",)

    def _number(self, token: Token) -> str:
        """The number of a pronoun that is a subject: its verb's."""
        if token.relation != "nsubj" or token.head < 0:
            return ""
        verb = self.sentence.tokens[token.head]
        words = (verb, *self.sentence.dependents(verb.i, "aux", "cop"))
        return next((w.feat("Number") for w in words if w.feat("VerbForm") == "Fin"), "")


def _agreement(readings: tuple[str, ...], number: str) -> tuple[str, str]:
    """Gender and number that fit all readings left by the verb's number: genders joined by "|", "" for any."""
    fits = [r.split() for r in readings if not number or r.split()[-1] == number] or [r.split() for r in readings]
    numbers = {r[-1] for r in fits}
    genders = [r[0] for r in fits if len(r) > 1]
    return "|".join(genders) if len(genders) == len(fits) else "", numbers.pop() if len(numbers) == 1 else ""


def predicative(sentence: Sentence, head: int, *, language: str) -> bool:
    """Whether a noun is said of something instead of pointing at it: with a copula or behind "als"."""
    if sentence.dependents(head, "cop"):
        return True
    marks = load(Roles, language).role_marks
    return any(t.text.lower() in marks for t in sentence.dependents(head, "case", "mark", "cc", "advmod"))
