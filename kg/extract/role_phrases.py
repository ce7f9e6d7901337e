"""Noun phrases of roles and bodies: "der russische Marinekommandeur", "die Regierung in Kiew".

A phrase is read from the words around its noun rather than from the tree alone: adjectives and articles left of it,
genitives and the field behind it, and the name that stands in apposition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.role_nouns import BodyNoun, RoleNoun, body_noun, role_noun
from kg.lang import load
from kg.lang.schema import Demonyms, Grammar, Pronouns, Roles
from kg.model import Mention, MentionKind, Sentence, Token
from kg.ontology import Gazetteer, Place, Types


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands left of a noun: `first` is the first token of the phrase, `core` the first behind its article."""

    first: int
    core: int
    determiner: Token | None = None
    adjectives: tuple[Token, ...] = ()
    elliptic: tuple[str, ...] = ()
    definite: bool = False
    indefinite: bool = False
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """What belongs to a noun for a role or a body.

    `country` and `region` (or city) are gazetteer ids, `body` the index among the sentence's names of the organization
    or place that it belongs to (-1: none), `group` the token of a common noun for it (-1: none), `owner` the same as
    the first part of a compound ("BMW-"), `scope` the tokens of its field behind a preposition, `end` the end of all
    that, `name` the index of the name it describes (-1: none), `possessor` that of a person's name in the genitive.
    `former` and `planned` are told by adjectives.
    """

    head: int
    frame: Frame
    end: int
    plural: bool
    country: str = ""
    region: str = ""
    body: int = -1
    group: int = -1
    owner: str = ""
    scope: tuple[int, int] | None = None
    ranks: tuple[str, ...] = ()
    former: bool = False
    planned: bool = False
    name: int = -1
    possessor: int = -1

    @property
    def context(self) -> bool:
        """Whether the phrase says of what state or organization the role is."""
        return bool(self.country or self.region or self.body >= 0 or self.owner)


def frame_of(sentence: Sentence, head: int, *, language: str) -> Frame:
    """What stands left of the noun at `head`."""
    tokens, words = sentence.tokens, load(Pronouns, language)
    first, adjectives, elliptic = head, [], []
    if first > 1 and tokens[first - 1].upos == "CCONJ" and tokens[first - 2].text.endswith("-"):
        first -= 2
        elliptic.append(tokens[first].text.rstrip("-"))
    while first > 0 and _modifies(tokens[first - 1], tokens[first], head):
        first -= 1
        if tokens[first].upos != "ADV":
            adjectives.append(tokens[first])
    core = first
    if first > 0 and (tokens[first - 1].upos == "DET" or tokens[first - 1].relation == "det"):
        first -= 1
    determiner = tokens[first] if first < core else None
    written = determiner.text.lower() if determiner else ""
    return Frame(
        first=first,
        core=core,
        determiner=determiner,
        adjectives=tuple(reversed(adjectives)),
        elliptic=tuple(elliptic),
        definite=written in words.definite,
        indefinite=written in words.indefinite,
        possessive=is_possessive(written, language),
    )


def _modifies(token: Token, following: Token, head: int) -> bool:
    """Whether the token is an adjective or number before the noun at `head`, or an adverb before such an adjective."""
    if token.upos == "ADV":
        return following.upos == "ADJ" and token.head == following.i
    if token.upos == "NUM":
        return token.head == head
    return token.upos == "ADJ" and token.text[0].isalnum()


def is_possessive(word: str, language: str) -> bool:
    """Whether a determiner says whose something is ("seinen", "ihrer")."""
    return bool(possessor_readings(word, language))


def possessor_readings(word: str, language: str) -> tuple[str, ...]:
    """Gender and number of the owner that a possessive determiner tells, () for any other word."""
    words: Pronouns = load(Pronouns, language)
    for stem, readings in words.possessive.items():
        if word.lower().startswith(stem) and word.lower()[len(stem) :] in words.possessive_endings:
            return readings
    return ()


def place_of_adjectives(tokens: tuple[Token, ...], gazetteer: Gazetteer, language: str) -> Place | None:
    """The one country, region or city that adjectives name ("russisch", "bayerisch", "Münchner"), None for several."""
    demonyms: Demonyms = load(Demonyms, language)
    found: dict[str, Place] = {}
    for token in tokens:
        place = gazetteer.get(demonyms.place(token.text)) or next(_cities(token, demonyms, gazetteer), None)
        if place is not None:
            found[place.id] = place
    return next(iter(found.values())) if len(found) == 1 else None


def _cities(token: Token, demonyms: Demonyms, gazetteer: Gazetteer) -> Iterator[Place]:
    for name in demonyms.city_names(token.text):
        yield from (place for place in gazetteer.find(name)[:1] if place.type == Types.CITY)


def prefix_country(owners: tuple[str, ...], gazetteer: Gazetteer, language: str) -> str:
    """Gazetteer id of the country that the first part of a compound names ("US-")."""
    demonyms: Demonyms = load(Demonyms, language)
    for owner in owners:
        known = demonyms.prefix(owner + "-")
        if known:
            return known
        places = gazetteer.find(owner)
        if places and places[0].type == Types.COUNTRY:
            return places[0].id
    return ""


class PhraseReader:
    """Reads the role phrases of one sentence; `names` are its name mentions in order."""

    def __init__(self, sentence: Sentence, names: tuple[Mention, ...], gazetteer: Gazetteer, *, language: str) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.names = names
        self.gazetteer = gazetteer
        self.language = language
        self.words = load(Roles, language)
        self.grammar = load(Grammar, language)
        self.genitive = self.grammar.genitive_prepositions
        self.starts: Mapping[int, int] = {n.tokens[0]: k for k, n in enumerate(names)}
        self.inside: Mapping[int, int] = {i: k for k, n in enumerate(names) for i in range(*n.tokens)}

    def roles(self) -> tuple[tuple[RoleNoun, Phrase], ...]:
        """All role phrases of the sentence whose noun is no part of a name, in order."""
        nouns = ((token, role_noun(token, language=self.language)) for token in self._outside())
        found = [(noun, self.phrase(token, noun.owners, noun.number)) for token, noun in nouns if noun]
        for n in reversed(range(len(found) - 1)):
            found[n] = found[n][0], self._shared(found[n][1], found[n + 1][1])
        return tuple(found)

    def _shared(self, phrase: Phrase, following: Phrase) -> Phrase:
        """With the name of the phrase that is joined to it ("Bundeskanzler und ÖVP-Chef Sebastian Kurz")."""
        joint = phrase.end < len(self.tokens) and self.tokens[phrase.end].upos == "CCONJ"
        joined = joint and following.frame.first == phrase.end + 1 and following.frame.determiner is None
        if phrase.name >= 0 or following.name < 0 or not joined:
            return phrase
        return replace(phrase, name=following.name, plural=False)

    def bodies(self) -> Iterator[tuple[BodyNoun, Phrase]]:
        """The same of all common nouns for bodies."""
        for token in self._outside():
            noun = body_noun(token, language=self.language)
            if noun and role_noun(token, language=self.language) is None:
                yield noun, self.phrase(token, noun.owners)

    def _outside(self) -> Iterator[Token]:
        return (token for token in self.tokens if token.i not in self.inside)

    def phrase(self, token: Token, owners: tuple[str, ...], number: str = "") -> Phrase:
        """The phrase of the noun at `token`; `owners` are the first parts of its compound, `number` what it tells."""
        frame = frame_of(self.sentence, token.i, language=self.language)
        before = self._owner_before(frame)
        behind, end = self._owner_behind(token.i + 1)
        group = self._group(token, end) if behind < 0 and before < 0 else -1
        end = self._seat_end(group + 1 if group >= 0 else end)
        owner = before if before >= 0 else behind
        scope = self._scope(end)
        end = scope[1] if scope else end
        stems = tuple(self._adjective(a) for a in frame.adjectives)
        near = place_of_adjectives(frame.adjectives, self.gazetteer, self.language)
        prefix = prefix_country(owners, self.gazetteer, self.language)
        place = self._country(owner)
        person = owner >= 0 and self.names[owner].type == Types.PERSON
        plural = number == "Plur" if number else self._plural(token, frame)
        return Phrase(
            head=token.i,
            frame=frame,
            end=end,
            plural=plural,
            country=(near.id if near is not None and near.type == Types.COUNTRY else "") or prefix or place,
            region=near.id if near is not None and near.type != Types.COUNTRY else "",
            body=-1 if place or person else owner,
            group=group,
            owner="" if prefix else "-".join(owners),
            scope=scope,
            ranks=tuple(s for s in stems if s in self.words.ranks),
            former=any(s in self.words.former for s in stems),
            planned=any(s in self.words.planned for s in stems),
            name=-1 if plural else self._name(token, frame, end),
            possessor=owner if person else -1,
        )

    # -- what the role belongs to ---------------------------------------------------------------------------------

    def _owner_before(self, frame: Frame) -> int:
        """A name in the genitive right before the phrase ("Russlands Präsident")."""
        k = self.inside.get(frame.first - 1, -1)
        if k < 0 or frame.determiner is not None:
            return -1
        mention = self.names[k]
        last = self.tokens[mention.tokens[1] - 1]
        return k if not mention.name.endswith(last.text) else -1

    def owned_before(self, phrase: Phrase) -> bool:
        """Whether a name in the genitive stands for the article of the phrase."""
        return self._owner_before(phrase.frame) >= 0

    def _owner_behind(self, i: int) -> tuple[int, int]:
        """The name in a genitive or "von" phrase that begins at token `i`, and where the phrase ends."""
        start = i
        joined = i < len(self.tokens) and self._joins(self.tokens[i])
        if joined:
            i += 1
        if i < len(self.tokens) and self.tokens[i].upos == "DET" and self.tokens[i].relation == "det":
            i += 1
            joined = True
        while joined and i < len(self.tokens) and self.tokens[i].upos == "ADJ" and i not in self.starts:
            i += 1
        k = self.starts.get(i, -1)
        if k < 0 or not (joined or self._genitive(k)):
            return -1, start
        return k, self.names[k].tokens[1]

    def _seat_end(self, i: int) -> int:
        """Where the phrase ends behind a bracket ("(GEK)") and a place ("im Vereinigten Königreich")."""
        if i + 2 < len(self.tokens) and self.tokens[i].text == "(" and self.tokens[i + 2].text == ")":
            i += 3
        inside = self.grammar.inside or self.grammar.locative_prepositions
        small = self.tokens[i].text.lower() if i < len(self.tokens) else ""
        if self.grammar.contractions.get(small, small) in inside:
            j = i + 1 + int(i + 1 < len(self.tokens) and self.tokens[i + 1].upos == "DET")
            k = self.starts.get(j, -1)
            if k >= 0 and self.names[k].type != Types.PERSON:
                return self.names[k].tokens[1]
        return i

    def _group(self, token: Token, i: int) -> int:
        """The common noun in a genitive phrase behind the role ("der Sprecher des Ministeriums"), -1 for none."""
        j = i
        while j < len(self.tokens) and self.tokens[j].upos in ("DET", "ADJ") and j not in self.inside:
            j += 1
        if j == i or j >= len(self.tokens) or self.tokens[j].upos != "NOUN" or j in self.inside:
            return -1
        noun = self.tokens[j]
        below = noun.relation == "nmod" and noun.head == token.i and not self.sentence.dependents(j, "case")
        return j if below or self.tokens[i].feat("Case") == "Gen" else -1

    def _joins(self, token: Token) -> bool:
        contracted = self.grammar.contractions.get(token.text.lower(), token.text.lower())
        return token.upos == "ADP" and contracted in self.genitive

    def _genitive(self, k: int) -> bool:
        """Whether a name without article is in the genitive: its normal form lacks an ending."""
        mention = self.names[k]
        return not mention.name.endswith(self.tokens[mention.tokens[1] - 1].text)

    def _country(self, owner: int) -> str:
        if owner < 0 or self.names[owner].type != Types.COUNTRY:
            return ""
        return next(iter(self.names[owner].links), "")

    def _scope(self, i: int) -> tuple[int, int] | None:
        """Tokens of the field behind a preposition ("für eurasische Angelegenheiten")."""
        if i >= len(self.tokens) or self.tokens[i].text not in self.words.scope:
            return None
        j = i + 1
        while j < len(self.tokens) and self.tokens[j].upos in ("DET", "ADJ"):
            j += 1
        if j >= len(self.tokens) or self.tokens[j].upos not in ("NOUN", "PROPN"):
            return None
        while j + 2 < len(self.tokens) and self.tokens[j + 1].upos == "CCONJ" and self.tokens[j + 2].upos == "NOUN":
            j += 2
        return i + 1, j + 1

    def _adjective(self, token: Token) -> str:
        """The stem of an adjective, as the lexicon lists it."""
        text = token.text.lower()
        known = (*self.words.former, *self.words.planned, *self.words.ranks)
        endings = ("", *load(Demonyms, self.language).adjective_endings)
        return next((s for e in endings for s in (text.removesuffix(e), token.lemma) if s in known), text)

    def _plural(self, token: Token, frame: Frame) -> bool:
        if frame.elliptic:
            return True
        if self._person_at(token.i + 1) >= 0:
            return self._another(self.names[self._person_at(token.i + 1)].tokens[1])
        if frame.first and self.tokens[frame.first - 1].text.lower() in self.grammar.contractions:
            return False
        number = (frame.determiner.feat("Number") if frame.determiner else "") or token.feat("Number")
        return number == "Plur"

    def _another(self, i: int) -> bool:
        """Whether a further person's name is joined at token `i` ("die Minister Müller und Schmidt")."""
        joint = i < len(self.tokens) and (self.tokens[i].upos == "CCONJ" or self._comma(i))
        return joint and self._person_at(i + 1) >= 0

    # -- whose role it is -----------------------------------------------------------------------------------------

    def _name(self, token: Token, frame: Frame, end: int) -> int:
        """The person's name in apposition: right behind the noun, behind its genitive or field, or before it."""
        for i in (token.i + 1, end):
            k = self._person_at(i)
            if k >= 0 and not (frame.determiner is not None and self._genitive(k)):
                return k
        k = self._person_at(end + 1) if self._comma(end) else -1
        if k >= 0 and (self._apposed(token, k) or self._inserted(self.names[k].tokens[1], frame)):
            return k
        return self._name_before(token, frame, end)

    def _inserted(self, i: int, frame: Frame) -> bool:
        """Whether the words behind the name close an insertion, and no list goes on."""
        closed = i >= len(self.tokens) or self.tokens[i].text in (",", "(", ".")
        return closed and (frame.definite or frame.possessive) and self.starts.get(i + 1, -1) < 0

    def _apposed(self, token: Token, k: int) -> bool:
        """Whether a name behind a comma belongs to the phrase: the tree says so, or it hangs within the phrase."""
        head = self.tokens[self.names[k].head]
        above = {a.i for a in self.sentence.ancestors(head.i)}
        if not self._closed(self.names[k].tokens[1]):
            return False
        return (head.relation in ("appos", "flat", "nmod") and token.i in above) or token.head == head.i

    def _name_before(self, token: Token, frame: Frame, end: int) -> int:
        """ "Li Shangfu, der chinesische Verteidigungsminister, …": the noun is in apposition to the name."""
        i = frame.first - 1
        while i > 0 and self.tokens[i].upos == "PUNCT" and self.tokens[i].text != ",":
            i -= 1
        if not (i > 0 and self._comma(i)):
            return -1
        before = (k for k, n in enumerate(self.names) if n.tokens[1] <= i and self._bracketed(n.tokens[1], i))
        k = max(before, default=-1)
        if k < 0 or self.names[k].type != Types.PERSON:
            return -1
        apposed = token.relation == "appos" and token.head in range(*self.names[k].tokens)
        return k if apposed or (self._ends(end) and not frame.indefinite) else -1

    def _ends(self, i: int) -> bool:
        """Whether a phrase ends here with the sentence or a sign that closes an insertion."""
        return i >= len(self.tokens) or self.tokens[i].text in (",", ")", ".")

    def _bracketed(self, start: int, end: int) -> bool:
        """Whether nothing but a bracket stands between two places ("(CDU)")."""
        between = self.tokens[start:end]
        return not between or (between[0].text == "(" and between[-1].text == ")")

    def _person_at(self, i: int) -> int:
        k = self.starts.get(i, -1)
        return k if k >= 0 and self.names[k].type == Types.PERSON else -1

    def _comma(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].text == ","

    def _closed(self, i: int) -> bool:
        return i >= len(self.tokens) or self.tokens[i].upos == "PUNCT" or self.tokens[i].upos in ("VERB", "AUX")


def names_in(mentions: tuple[Mention, ...], sentence: int) -> tuple[tuple[int, Mention], ...]:
    """Name mentions of a sentence with their indices, in order."""
    return tuple((k, m) for k, m in enumerate(mentions) if m.sentence == sentence and m.kind is MentionKind.NAME)
