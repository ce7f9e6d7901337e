"""Noun phrases of roles and bodies: "der russische Marinekommandeur", "die Regierung in Kiew".

A phrase is read from the words around its noun rather than from the tree alone: adjectives and articles left of it,
genitives and the field behind it, and the name that stands in apposition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.roles.holders import Holders
from kg.extract.roles.nouns import BodyNoun, RoleNoun, body_noun, role_noun
from kg.extract.roles.surroundings import Frame, frame_of, place_of_adjectives, prefix_country
from kg.lang import load
from kg.lang.schema import Demonyms, Grammar, Roles
from kg.model import Mention, MentionKind, Sentence, Token
from kg.ontology import Gazetteer, Types

_LONGEST = 3  # words of a name before the one that a noun is joined to
_PLACES = (Types.COUNTRY, Types.REGION, Types.CITY, Types.PLACE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What belongs to a noun for a role or a body.

    `head` is the token of the noun, `last` the last one that belongs to it ("secretary of state").
    `country` and `region` (or city) are gazetteer ids, `body` the index among the sentence's names of the organization
    or place that it belongs to (-1: none), `group` the token of a common noun for it (-1: none), `owner` the same as
    the first part of a compound ("BMW-"), `scope` the tokens of its field behind a preposition, `end` the end of all
    that, `name` the index of the name it describes (-1: none), `possessor` that of a person's name in the genitive.
    `former` and `planned` are told by adjectives.
    """

    head: int
    last: int
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
        self.holders = Holders(sentence, names, language)

    def roles(self) -> tuple[tuple[RoleNoun, Phrase], ...]:
        """All role phrases of the sentence whose noun is no part of a name, in order."""
        nouns = ((token, role_noun(self.sentence, token.i, language=self.language)) for token in self._outside())
        found = [(noun, self.phrase(token, noun, noun.number)) for token, noun in nouns if noun]
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
            noun = body_noun(self.sentence, token.i, language=self.language)
            if noun and role_noun(self.sentence, token.i, language=self.language) is None:
                yield noun, self.phrase(token, noun)

    def _outside(self) -> Iterator[Token]:
        return (token for token in self.tokens if token.i not in self.inside)

    def phrase(self, token: Token, noun: RoleNoun | BodyNoun, number: str = "") -> Phrase:
        """The phrase of the noun at `token`; `number` is what the form of the noun tells."""
        start, last = token.i - noun.before, token.i + noun.after
        first = self._name_begun(start, noun.owners)
        owners = (
            (" ".join([*(t.text for t in self.tokens[first:start]), *noun.owners]),) if first < start else noun.owners
        )
        frame = self._frame(token, first)
        before = self._attribute(token, frame, last) if first == start else -1
        if before >= 0:
            frame = self._across(token, frame, before)
        elif first == start:
            before = self._owner_before(frame)
        behind, end = self._owner_behind(last + 1)
        group = self._group(token, noun.before, end) if behind < 0 and before < 0 else -1
        end = self._seat_end(group + 1 if group >= 0 else end)
        owner = before if before >= 0 else behind
        scope = self._scope(end)
        end = scope[1] if scope else end
        stems = tuple(self._adjective(a) for a in frame.adjectives)
        near = place_of_adjectives(frame.adjectives, self.gazetteer, self.language)
        prefix = prefix_country(owners, self.gazetteer, self.language)
        place = self._country(owner)
        state = (near.id if near is not None and near.type == Types.COUNTRY else "") or place or prefix
        person = owner >= 0 and self.names[owner].type == Types.PERSON
        plural = number == "Plur" if number else self._plural(token, frame, end)
        seat = self._seat(owner, owners)
        return Phrase(
            head=token.i,
            last=last,
            frame=frame,
            end=end,
            plural=plural,
            country=state,
            region=near.id if near is not None and near.type != Types.COUNTRY else seat,
            body=-1 if place or person or seat else owner,
            group=group,
            owner="" if prefix == state != "" else "-".join(owners),
            scope=scope if group < 0 else None,  # it is the field of the body rather
            ranks=tuple(s for s in stems if s in self.words.ranks),
            former=any(s in self.words.former for s in stems),
            planned=any(s in self.words.planned for s in stems),
            name=-1 if plural else self.holders.of(token, last, frame, end, self._owner_before(frame)),
            possessor=owner if person else -1,
        )

    def _frame(self, token: Token, start: int) -> Frame:
        names = self.inside if self.grammar.open_compounds else ()
        return frame_of(self.sentence, token.i, language=self.language, start=start, names=names)

    def _name_begun(self, i: int, owners: tuple[str, ...]) -> int:
        """Where the name begins whose last word is written with the noun at token `i` ("Transparency International-
        Chef"): a known name, or one that stands right before and is neither a person's nor in the genitive."""
        if len(owners) != 1:
            return i
        for first in range(max(0, i - _LONGEST), i):
            if self.gazetteer.find(" ".join([*(t.text for t in self.tokens[first:i]), *owners])):
                return first
        k = self.inside.get(i - 1, -1)
        if k < 0 or self.names[k].type == Types.PERSON or self.names[k].tokens[1] != i:
            return i
        below = self.tokens[i - 1].relation in ("compound", "flat") or not self.holders.genitive(k)
        return self.names[k].tokens[0] if below and not self.names[k].links else i

    # -- what the role belongs to ---------------------------------------------------------------------------------

    def _attribute(self, token: Token, frame: Frame, end: int) -> int:
        """A name that stands before the noun like an adjective ("the Kremlin spokesman"), -1 for none."""
        k = self.inside.get(frame.first - 1, -1)
        if k < 0 or frame.determiner is not None or not self.grammar.open_compounds:
            return -1
        head = self.tokens[self.names[k].head]
        beside = self.holders.person_at(end + 1)
        last = self.names[beside].tokens[1] - 1 if beside >= 0 else end
        below = frame.first <= head.head <= last and head.relation in ("compound", "nmod", "amod", "flat")
        return k if below and self.names[k].type != Types.PERSON else -1

    def _across(self, token: Token, frame: Frame, attribute: int) -> Frame:
        """What stands left of the noun and of the name before it."""
        outer = self._frame(token, self.names[attribute].tokens[0])
        return replace(outer, adjectives=outer.adjectives + frame.adjectives)

    def _owner_before(self, frame: Frame) -> int:
        """A name in the genitive right before the phrase ("Russlands Präsident", "Russia's president")."""
        marked = self._marked(frame.first - 1)
        k = self.inside.get(frame.first - 1 - marked, -1)
        if k < 0 or frame.determiner is not None:
            return -1
        if marked:
            return k
        mention = self.names[k]
        last = self.tokens[mention.tokens[1] - 1]
        return k if not mention.name.endswith(last.text) else -1

    def _marked(self, i: int) -> bool:
        """Whether token `i` puts the word before it in the genitive."""
        return (
            i > 0 and self.tokens[i].upos in ("PART", "PUNCT") and self.tokens[i].text in self.grammar.possessive_marks
        )

    def owned_before(self, phrase: Phrase) -> bool:
        """Whether a genitive stands for the article of the phrase."""
        return self._owner_before(phrase.frame) >= 0 or self._marked(phrase.frame.first - 1)

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
        if joined and self._kind_of_body(i):
            i += 1
        k = self.starts.get(i, -1)
        if k < 0 or not (joined or self.holders.genitive(k)) or self._field(start, k):
            return -1, start
        return k, self._abbreviated(self.names[k].tokens[1])

    def _abbreviated(self, i: int) -> int:
        """Where a name ends that its abbreviation follows ("der Internationalen Atomenergiebehörde IAEA")."""
        k = self.starts.get(i, -1)
        abbreviation = k >= 0 and self.tokens[i].text.isupper() and len(self.tokens[i].text) > 1
        return i + 1 if abbreviation and self.names[k].type != Types.PERSON else i

    def _field(self, i: int, k: int) -> bool:
        """Whether the name is what an office is for rather than whose it is ("minister for Europe")."""
        return self.tokens[i].text.lower() in self.words.scope and self.names[k].type in _PLACES

    def _kind_of_body(self, i: int) -> bool:
        """Whether the noun at token `i` says what the name behind it is ("der Gewerkschaft Nordlicht")."""
        k = self.starts.get(i + 1, -1)
        return k >= 0 and self.tokens[i].upos == "NOUN" and i not in self.inside and self.names[k].type != Types.PERSON

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

    def _group(self, token: Token, before: int, i: int) -> int:
        """The common noun in a genitive before or behind the role ("der Sprecher des Ministeriums", "the ministry's
        spokesman"), -1 for none."""
        first = self._frame(token, token.i - before).first
        if self._marked(first - 1) and self.tokens[first - 2].upos == "NOUN":
            return first - 2
        if self.grammar.open_compounds:
            return self._group_behind(token, i)
        j = i
        while j < len(self.tokens) and self.tokens[j].upos in ("DET", "ADJ") and j not in self.inside:
            j += 1
        if j == i or j >= len(self.tokens) or self.tokens[j].upos != "NOUN" or j in self.inside:
            return -1
        noun = self.tokens[j]
        below = noun.relation == "nmod" and noun.head == token.i and not self.sentence.dependents(j, "case")
        return j if below or self.tokens[i].feat("Case") == "Gen" else -1

    def _group_behind(self, token: Token, i: int) -> int:
        """The same behind a preposition: the noun below it in the tree ("spokesman for the defence ministry")."""
        if i >= len(self.tokens) or not self._joins(self.tokens[i]):
            return -1
        noun = self.tokens[self.tokens[i].head]
        below = noun.upos == "NOUN" and noun.relation == "nmod" and noun.head == token.i and noun.i not in self.inside
        field = self.tokens[i].text.lower() in self.words.scope
        body = not field or body_noun(self.sentence, noun.i, language=self.language) is not None
        return noun.i if below and body else -1

    def _joins(self, token: Token) -> bool:
        contracted = self.grammar.contractions.get(token.text.lower(), token.text.lower())
        return token.upos == "ADP" and contracted in (*self.genitive, *self.words.owner_prepositions)

    def _country(self, owner: int) -> str:
        if owner < 0 or self.names[owner].type != Types.COUNTRY:
            return ""
        return next(iter(self.names[owner].links), "")

    def _seat(self, owner: int, owners: tuple[str, ...]) -> str:
        """The region or city before or behind a role that has a body of its own ("Bayerns SPD-Chef")."""
        if owner < 0 or not owners or self.names[owner].type not in (Types.REGION, Types.CITY):
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

    def _plural(self, token: Token, frame: Frame, end: int) -> bool:
        if frame.elliptic:  # "das Bau- und Verkehrsministerium" is one
            return frame.determiner is None or not frame.determiner.has("Number", "Sing")
        beside = self.holders.person_at(token.i + 1)
        if beside < 0 and self.holders.comma(end):  # "seinen Gesandten" is either; the one name in apposition tells
            behind = self.holders.person_at(end + 1)
            beside = behind if behind >= 0 and self.holders.apposed(token, behind) else -1
        if beside >= 0:
            return self._another(self.names[beside].tokens[1])
        if frame.first and self.tokens[frame.first - 1].text.lower() in self.grammar.contractions:
            return False
        number = (frame.determiner.feat("Number") if frame.determiner else "") or token.feat("Number")
        return number == "Plur"

    def _another(self, i: int) -> bool:
        """Whether a further person's name is joined at token `i` ("die Minister Müller und Schmidt")."""
        joint = i < len(self.tokens) and (self.tokens[i].upos == "CCONJ" or self.holders.comma(i))
        return joint and self.holders.person_at(i + 1) >= 0


def names_in(mentions: tuple[Mention, ...], sentence: int) -> tuple[tuple[int, Mention], ...]:
    """Name mentions of a sentence with their indices, in order."""
    return tuple((k, m) for k, m in enumerate(mentions) if m.sentence == sentence and m.kind is MentionKind.NAME)
